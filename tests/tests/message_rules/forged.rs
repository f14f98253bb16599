//! Lengths that no kernel sends. They are refused, or read up to the end of the bytes. They never overflow or panic.

use genl::mptcp_pm::Diag;
use genl::transport::Step;
use genl::wire::{Attributes, Messages};
use genl::{ExtendedAck, Scripted};

use super::common::hex;
use super::{ADD, answered, endpoint, message};

/// `EINVAL`, and the echoed header of a request with the length `length`.
fn forged(length: u32) -> Vec<u8> {
    let mut payload = hex("eaffffff 00000000 1c00 0500 00000000 00000000");
    payload[4..8].copy_from_slice(&length.to_le_bytes());
    let mut bytes = message(2, 0x200, 0, "");
    bytes.extend(payload);
    let whole = u32::try_from(bytes.len()).expect("a short message");
    bytes[..4].copy_from_slice(&whole.to_le_bytes());
    bytes
}

/// Rounded up to 4, these lengths do not fit into 32 bits.
const LENGTHS: [u32; 6] = [0, 17, 0x7fff_ffff, 0xffff_fffc, 0xffff_fffd, u32::MAX];

#[test]
fn rule_24_the_echo_of_a_request_may_claim_any_length() {
    for length in LENGTHS {
        let error = answered(ADD, &[forged(length)]).add_addr(&endpoint());
        let error = error.expect_err("a refusal");
        assert_eq!(error.raw_os_error(), Some(22), "{length:#x}");
        assert_eq!(error.extended_ack(), Some(&ExtendedAck::default()));
    }
}

#[test]
fn rule_24_the_echo_in_an_answer_of_inet_diag_may_claim_any_length() {
    // `struct inet_diag_req_v2` for all MPTCP sockets over IPv4, with the protocol as an attribute.
    let mut request = hex("50000000 1400 0103 01000000 00000000  02 ff 02 00 ffffffff");
    request.resize(72, 0);
    request.extend(hex("0800 0300 06010000"));
    for length in LENGTHS {
        let mut peer = Scripted::new();
        peer.replay([Step::Request(&request), Step::Answer(&forged(length))]);
        let error = Diag::over(peer).unwrap().connections();
        let error = error.expect_err("a refusal");
        assert_eq!(error.raw_os_error(), Some(22), "{length:#x}");
    }
}

#[test]
fn rule_19_a_message_may_claim_any_length() {
    for length in LENGTHS {
        let mut datagram = message(16, 0, 0, "01020304");
        datagram[..4].copy_from_slice(&length.to_le_bytes());
        let mut messages = Messages::new(&datagram);
        // Of the 20 bytes, 17 are a message, and the rest is its padding.
        let first = messages.next().expect("bytes");
        assert_eq!(first.is_ok(), length == 17, "{length:#x}");
        assert!(messages.next().is_none());
    }
}

#[test]
fn rule_07_attributes_may_claim_to_start_anywhere() {
    let bytes = hex("0c00 0180 0600 0100 0100 0000");
    for offset in [usize::MAX, usize::MAX - 4, usize::MAX - 12] {
        let outer = Attributes::new(&bytes, offset).next().unwrap().unwrap();
        let inner = outer.nest().unwrap().next().unwrap().unwrap();
        assert_eq!(inner.payload(), [1, 0]);
        assert!(inner.offset() >= outer.offset());
    }
}
