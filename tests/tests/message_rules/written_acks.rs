//! Acknowledgements that a scripted peer writes.

use genl::Transport;
use genl::extended_ack::Missing;
use genl::mptcp_pm::{DumpAddrs, MptcpPm};
use genl::{ExtendedAck, Policy, PolicyType};

use super::common::hex;
use super::{ADD, DUMP, endpoint, peer};

/// Returns what the peer sends when it refuses the request for an endpoint with these details.
fn refusal(errno: i32, detail: &ExtendedAck) -> Vec<u8> {
    let mut peer = peer();
    peer.expect(&MptcpPm::ADD_ADDR, &endpoint())
        .and_then(|add| add.refuse(errno, detail))
        .expect("it can be written");
    peer.send(&hex(ADD)).expect("the script expects it");
    let mut received = Vec::with_capacity(1000);
    peer.receive(&mut received).expect("an answer");
    received
}

#[test]
fn rule_24_every_part_of_an_extended_ack_is_written() {
    let detail = ExtendedAck {
        message: Some("bear".into()),
        offset: Some(24),
        path: None,
        missing: Some(Missing {
            number: 1,
            nest: Some(20),
            path: genl::error::Path::default(),
        }),
        policy: Some(Policy {
            kind: Some(PolicyType::U16),
            ..Policy::default()
        }),
        cookie: Some(vec![1, 2, 3]),
    };
    let expected =
        "58000000 0200 0003 00000000 00000000  eaffffff  28000000 1c00 0500 00000000 00000000
        0800 0100 62656172  0800 0200 18000000  0700 0300 010203 00
        0c00 0480 0800 0100 03000000  0800 0500 01000000  0800 0600 14000000";
    assert_eq!(refusal(22, &detail), hex(expected));
}

#[test]
fn rule_24_without_details_there_are_no_attributes_and_no_flag() {
    let expected =
        "24000000 0200 0001 00000000 00000000  00000000  28000000 1c00 0500 00000000 00000000";
    assert_eq!(refusal(0, &ExtendedAck::default()), hex(expected));
}

#[test]
fn rule_22_the_end_of_a_dump_is_one_of_several_messages() {
    let mut peer = peer();
    peer.expect(&MptcpPm::DUMP_ADDRS, &DumpAddrs::default())
        .and_then(|dump| dump.replies(&[]))
        .expect("it can be written");
    peer.send(&hex(DUMP)).expect("the script expects it");
    let mut received = Vec::with_capacity(1000);
    peer.receive(&mut received).expect("an answer");
    // `NLM_F_MULTI`, and 0 for a success.
    let expected = "14000000 0300 0200 00000000 00000000  00000000";
    assert_eq!(received, hex(expected));
}
