//! Captures as `pcap` and `pcapng`, and what they hold.

use genl::inspect::{Capture, Inspector};
use genl::mptcp_pm::MptcpPm;

use super::limited;

/// A file.
pub(crate) fn run(file: &[u8]) {
    let Ok(capture) = limited("capture", || Capture::new(file)) else {
        return;
    };
    let mut inspector = Inspector::new(&[MptcpPm::DESCRIPTION]);
    let (mut bytes, mut failed) = (0, false);
    for packet in capture {
        assert!(!failed, "nothing follows an error");
        match packet {
            Ok(packet) => {
                bytes += packet.bytes.len();
                assert!(packet.bytes.len() <= packet.length);
                let tree = packet.inspect(&mut inspector);
                assert!(packet.bytes.is_empty() || !tree.to_string().is_empty());
            }
            Err(error) => {
                failed = true;
                assert!(!error.to_string().is_empty());
            }
        }
    }
    assert!(bytes <= file.len(), "packets do not overlap");
}
