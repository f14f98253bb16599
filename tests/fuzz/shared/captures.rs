//! Captures as `pcap` and `pcapng`, and what they hold.

use genl::inspect::{Capture, Inspector};
use genl::mptcp_pm::MptcpPm;

use super::datagrams::show;
use super::{MESSAGE, limited};

/// A file.
pub(crate) fn run(file: &[u8]) {
    if file.len() <= MESSAGE {
        limited("capture", || read(file));
    }
}

/// Returns how many packets there are.
pub(crate) fn read(file: &[u8]) -> usize {
    let Ok(capture) = Capture::new(file) else {
        return 0;
    };
    let mut inspector = Inspector::new(&[MptcpPm::DESCRIPTION]);
    let (mut bytes, mut packets, mut failed) = (0, 0, false);
    for packet in capture {
        assert!(!failed, "nothing follows an error");
        match packet {
            Ok(packet) => {
                bytes += packet.bytes.len();
                packets += 1;
                assert!(packet.bytes.len() <= packet.length);
                let tree = packet.inspect(&mut inspector);
                assert!(packet.bytes.is_empty() || show(&tree) > 0);
            }
            Err(error) => {
                failed = true;
                assert!(!error.to_string().is_empty());
            }
        }
    }
    assert!(bytes <= file.len(), "packets do not overlap");
    packets
}
