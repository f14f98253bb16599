//! A recording as a capture: the file format of libpcap, <https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-04.html>.
//!
//! It is a header of 24 bytes, and one of 16 bytes for each packet. The crates that write it bring more with them than it takes to
//! write it here.

use std::io::{self, Write};
use std::time::SystemTime;

use super::{Entry, Recorder};

/// Of a file whose times have nanoseconds.
const MAGIC: u32 = 0xa1b2_3c4d;

/// The most that Wireshark takes of a packet.
const LARGEST: u32 = 256 * 1024;

/// `LINKTYPE_NETLINK`: datagrams behind a header of the kind of `SLL`, <https://www.tcpdump.org/linktypes/LINKTYPE_NETLINK.html>.
const LINK_TYPE: u32 = 253;

/// `ARPHRD_NETLINK`.
const DEVICE: u16 = 824;

/// `NETLINK_GENERIC`.
const PROTOCOL: u16 = 16;

/// `PACKET_USER` and `PACKET_KERNEL`, as of a capture from an interface of the kind `nlmon` (`include/uapi/linux/if_packet.h`).
const TO_USER: u16 = 6;
const TO_KERNEL: u16 = 7;

impl<T> Recorder<T> {
    /// Writes the datagrams as a capture file (`LINKTYPE_NETLINK`), which Wireshark and `tshark` read. They show families by name if
    /// the recording has the controller's answers for them, which it has if it began before the client's first operation.
    ///
    /// ```no_run
    /// # use genl::mptcp_pm::MptcpPm;
    /// # use genl::{Client, Netlink, Recorder};
    /// # let mut pm = MptcpPm::new(Client::over(Recorder::new(Netlink::open()?))?);
    /// pm.get_limits()?;
    /// let file = std::fs::File::create("limits.pcap")?;
    /// pm.channel().transport().to_pcap(file)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of `writer`.
    pub fn to_pcap(&self, mut writer: impl Write) -> io::Result<()> {
        let mut header = MAGIC.to_ne_bytes().to_vec();
        // Version 2.4, and two fields that are not used.
        header.extend([2u16, 4, 0, 0, 0, 0].map(u16::to_ne_bytes).concat());
        header.extend([LARGEST, LINK_TYPE].map(u32::to_ne_bytes).concat());
        writer.write_all(&header)?;
        for (at, entry) in &self.entries {
            let (to, bytes, length) = match entry {
                Entry::Sent(bytes) => (TO_KERNEL, bytes, bytes.len()),
                Entry::Received(bytes, datagram) => (TO_USER, bytes, datagram.length),
                Entry::Failed(_) | Entry::Joined(_) | Entry::Left(_) => continue,
            };
            let time = self.began.1.checked_add(*at).unwrap_or(self.began.1);
            writer.write_all(&packet(time, to, bytes, length))?;
        }
        Ok(())
    }
}

/// A packet with its headers. `length` is that of the datagram, of which `bytes` were received.
fn packet(time: SystemTime, to: u16, bytes: &[u8], length: usize) -> Vec<u8> {
    // In network byte order. An address that netlink does not have takes the bytes in the middle.
    let mut link = [to, DEVICE].map(u16::to_be_bytes).concat();
    link.extend([0; 10]);
    link.extend(PROTOCOL.to_be_bytes());

    let time = time
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    let seconds = u32::try_from(time.as_secs()).unwrap_or(u32::MAX);
    let count = |bytes: usize| u32::try_from(link.len() + bytes).unwrap_or(u32::MAX);
    let captured = count(bytes.len()).min(LARGEST);
    let header = [seconds, time.subsec_nanos(), captured, count(length)];

    let content = link.iter().chain(bytes).take(captured as usize);
    let header = header.map(u32::to_ne_bytes).concat();
    header.iter().chain(content).copied().collect()
}
