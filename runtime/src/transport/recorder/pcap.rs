//! Recordings as captures, in the file format of libpcap
//! (<https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-04.html>).
//!
//! The file has a header of 24 bytes, and each packet one of 16 bytes. Writing them takes less code than a dependency.

use std::io::{self, Write};
use std::time::SystemTime;

use super::{Entry, Recorder};

/// The magic number of a file whose times have nanoseconds.
const MAGIC: u32 = 0xa1b2_3c4d;

/// The greatest length of a packet that Wireshark reads.
const LARGEST: u32 = 256 * 1024;

/// `LINKTYPE_NETLINK`: datagrams that follow a cooked header
/// (<https://www.tcpdump.org/linktypes/LINKTYPE_NETLINK.html>).
const LINK_TYPE: u32 = 253;

/// `ARPHRD_NETLINK`.
const DEVICE: u16 = 824;

/// `NETLINK_GENERIC`.
const PROTOCOL: u16 = 16;

/// `PACKET_USER` and `PACKET_KERNEL`, as in a capture from an `nlmon` interface (`include/uapi/linux/if_packet.h`).
const TO_USER: u16 = 6;
const TO_KERNEL: u16 = 7;

impl<T> Recorder<T> {
    /// Writes the datagrams as a capture file (`LINKTYPE_NETLINK`) for Wireshark and `tshark`.
    ///
    /// They show families by name if the recording contains the lookups of the families. It does if it started before the
    /// first operation of the client.
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
    /// Fails if `writer` fails.
    pub fn to_pcap(&self, mut writer: impl Write) -> io::Result<()> {
        let mut header = MAGIC.to_ne_bytes().to_vec();
        // Version 2.4, and two unused fields.
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

/// Returns a packet with its headers. `length` is the length of the whole datagram, of which `bytes` were received.
fn packet(time: SystemTime, to: u16, bytes: &[u8], length: usize) -> Vec<u8> {
    // This header is in network byte order. The ten bytes are for an address, which netlink does not have.
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
