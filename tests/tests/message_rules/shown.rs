//! Requests as a scripted peer shows them: every kind of attribute, and every fault.

use std::net::{Ipv4Addr, Ipv6Addr};

use genl::{AttributeSet, Bitfield32, Enumeration, Keyed, Scripted, Transport, genl_family};

use super::common::hex;
use super::message;

#[derive(Clone, Copy, Debug, PartialEq, Enumeration)]
#[repr(u8)]
enum Mode {
    HalfDuplex = 1,
    #[unknown]
    Other(u8),
}

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    struct Bits: u32 {
        const ONE = 1;
        const TWO = 2;
        const BOTH = 3;
    }
}

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    struct Features: u64 {
        const LAST = 1 << 63;
    }
}

/// A set with one attribute of every kind.
#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(pad = 30)]
struct Thing {
    #[attr(1)]
    small: Option<u8>,
    #[attr(2, big_endian)]
    port: Option<u16>,
    #[attr(3)]
    signed: Option<i32>,
    #[attr(4)]
    mode: Option<Mode>,
    #[attr(5, flags)]
    bits: Option<Bits>,
    #[attr(6, uint)]
    size: Option<u64>,
    #[attr(7, sint)]
    change: Option<i64>,
    #[attr(8, bitfield32)]
    change_bits: Option<Bitfield32<Bits>>,
    #[attr(9, array, omit_empty)]
    several: Vec<u16>,
    #[attr(10)]
    addr4: Option<Ipv4Addr>,
    #[attr(11)]
    addr6: Option<Ipv6Addr>,
    #[attr(12)]
    mac: Option<[u8; 6]>,
    #[attr(13)]
    binary: Option<Vec<u8>>,
    #[attr(14)]
    name: Option<String>,
    #[attr(15, unterminated)]
    label: Option<String>,
    #[attr(16, flag)]
    is_up: bool,
    #[attr(17, nest)]
    inner: Option<Box<Thing>>,
    #[attr(18, multi)]
    numbers: Vec<u32>,
    #[attr(19, indexed(from = 1), omit_empty)]
    indexed: Vec<u8>,
    #[attr(20, keyed(policy: u16, attr: u16), nest, omit_empty)]
    keyed: Vec<Keyed<(u16, u16), Thing>>,
    #[attr(21, keyed(queue: u16), omit_empty)]
    queues: Vec<Keyed<u16, u8>>,
    #[attr(22, flags, uint)]
    features: Option<Features>,
}

genl_family! {
    #[family(name = "things", version = 2)]
    trait Things {
        #[op(1, dump)]
        fn list() -> Thing;
        #[op(1)]
        fn get(request: Thing) -> Thing;
        #[op(2, dump)]
        fn only_list() -> Thing;
    }
}

/// Returns the text of the error when `request` is sent to a peer that expects nothing.
fn sent(request: &[u8]) -> String {
    let mut peer = Scripted::new();
    peer.know(Things::DESCRIPTION, 40);
    let error = peer
        .send(request)
        .expect_err("nothing is expected")
        .to_string();
    let text = "unexpected request\n  expected: no further request\n      sent: ";
    error
        .strip_prefix(text)
        .expect("the words before it")
        .to_owned()
}

/// Returns a `get` with these attributes, flags `NLM_F_REQUEST` and version 2.
fn get(attributes: &str) -> Vec<u8> {
    message(40, 1, 7, &format!("01 02 0000 {attributes}"))
}

/// Attributes, and how they are shown.
const VALUES: &[(&str, &str)] = &[
    ("0500 0100 ff 000000", "small: 255"),
    ("0600 0200 1389 0000", "port: 5001"),
    ("0800 0300 ffffffff", "signed: -1"),
    ("0800 0300 00000080", "signed: -2147483648"),
    ("0800 0300 ffffff7f", "signed: 2147483647"),
    ("0500 0400 01 000000", "mode: 1 (half-duplex)"),
    ("0500 0400 09 000000", "mode: 9"),
    ("0800 0500 00000000", "bits: 0x0"),
    ("0800 0500 02000000", "bits: 0x2 (TWO)"),
    ("0800 0500 03000000", "bits: 0x3 (ONE | TWO)"),
    ("0800 0500 81000000", "bits: 0x81 (ONE | 0x80)"),
    ("0800 0500 80000000", "bits: 0x80"),
    ("0800 0600 ffffffff", "size: 4294967295"),
    ("0c00 0600 00000000 01000000", "size: 4294967296"),
    ("0800 0700 ffffffff", "change: -1"),
    ("0c00 0700 feffffff ffffffff", "change: -2"),
    (
        "0c00 0800 01000000 03000000",
        "change-bits: 0x1 (ONE) of 0x3 (ONE | TWO)",
    ),
    ("0800 0900 0100 0002", "several: [1, 512]"),
    ("0400 0900", "several: []"),
    ("0800 0a00 0a000007", "addr4: 10.0.0.7"),
    (
        "1400 0b00 fd00 0000 0000 0000 0000 0000 0000 0001",
        "addr6: fd00::1",
    ),
    ("0a00 0c00 020000 00000a 0000", "mac: 02000000000a"),
    ("0600 0d00 0b0a 0000", "binary: 0b0a"),
    ("0400 0d00", "binary: no bytes"),
    ("0800 0e00 65746800", "name: \"eth\""),
    ("0800 0e00 65006800", "name: \"e\""),
    ("0800 0e00 61ff0a00", "name: \"a\\xff\\n\""),
    ("0700 0f00 657468 00", "label: \"eth\""),
    ("0800 0f00 65746800", "label: \"eth\""),
    ("0400 1000", "is-up"),
    ("0500 1000 07 000000", "is-up: 07"),
    ("0c00 1180 0800 0300 05000000", "inner { signed: 5 }"),
    // The flag may be absent.
    ("0c00 1100 0800 0300 05000000", "inner { signed: 5 }"),
    ("0400 1180", "inner {}"),
    (
        "0800 1200 01000000 0800 1200 02000000",
        "numbers: 1, numbers: 2",
    ),
    (
        "1400 1380 0500 0100 08 000000 0500 0200 09 000000",
        "indexed { 1: 8, 2: 9 }",
    ),
    (
        "1400 1480 1000 0700 0c00 0980 0800 0300 05000000",
        "keyed { policy 7 { attr 9 { signed: 5 } } }",
    ),
    ("0c00 1580 0500 0400 08 000000", "queues { queue 4: 8 }"),
    ("0800 1600 02000000", "features: 0x2"),
    (
        "0c00 1600 00000000 00000080",
        "features: 0x8000000000000000 (LAST)",
    ),
    ("0400 1e00", "pad"),
    ("0600 6300 0b0a 0000", "#99: 0b0a"),
    ("0400 6380", "#99: "),
];

#[test]
fn values_are_shown_by_their_kind() {
    for (attributes, text) in VALUES {
        assert_eq!(sent(&get(attributes)), format!("things get {{ {text} }}"));
    }
    assert_eq!(sent(&get("")), "things get");
}

/// Attributes that do not match their description, and how they are shown.
const MALFORMED: &[(&str, &str)] = &[
    (
        "0600 0300 0b0a 0000",
        "signed: <malformed: has 2 bytes, expected 4 (at byte 20): 0b0a>",
    ),
    (
        "0600 0600 0b0a 0000",
        "size: <malformed: has 2 bytes, expected 4 or 8 (at byte 20): 0b0a>",
    ),
    (
        "0700 0900 0b0a09 00",
        "several: <malformed: has 3 bytes, expected a multiple of 2 (at byte 20): 0b0a09>",
    ),
    (
        "0500 0c00 0b 000000",
        "mac: <malformed: has 1 byte, expected 6 (at byte 20): 0b>",
    ),
    (
        "0600 0800 0b0a 0000",
        "change-bits: <malformed: has 2 bytes, expected 8 (at byte 20): 0b0a>",
    ),
    (
        "0600 0e00 6161 0000",
        "name: <malformed: is a string without a terminating NUL (at byte 20): 6161>",
    ),
    (
        "0500 0100 01 000000  0800 1180 0900 0300",
        "small: 1, inner { <malformed: contains an attribute of length 9, but only 4 bytes are left (at byte 32): 09000300> }",
    ),
    (
        "0700 1180 0b0a09 00",
        "inner { <malformed: ends with 3 bytes, too few for a header (at byte 24): 0b0a09> }",
    ),
    (
        "0300 0100",
        "<malformed: contains an attribute of length 3, less than its header of 4 bytes (at byte 20): 03000100>",
    ),
];

#[test]
fn malformed_requests_show_the_place() {
    for (attributes, text) in MALFORMED {
        assert_eq!(sent(&get(attributes)), format!("things get {{ {text} }}"));
    }
    // No room for `genlmsghdr`; no room for `nlmsghdr`; a length beyond the end.
    let text = "things <malformed: has 2 bytes of payload, too few for a generic netlink header (at byte 16): 0102>";
    assert_eq!(
        sent(&hex("12000000 2800 0100 00000000 00000000 0102")),
        text
    );
    let text = "<malformed: ends with 2 bytes, too few for a header (at byte 0): 0b0a>";
    assert_eq!(sent(&hex("0b0a")), text);
    let text = "<malformed: contains a message of length 21, but only 20 bytes are left (at byte 0): \
                1500000028000100000000000000000001020000>";
    assert_eq!(
        sent(&hex("15000000 2800 0100 00000000 00000000 01020000")),
        text
    );
    assert_eq!(sent(&[]), "");
}

#[test]
fn nests_are_shown_up_to_the_depth_limit_of_decoding() {
    let mut attributes = Vec::new();
    for _ in 0..60 {
        let length = u16::try_from(attributes.len() + 4).expect("short");
        attributes = [&length.to_le_bytes()[..], &[17, 0x80], &attributes].concat();
    }
    let digits: Vec<_> = attributes
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let text = sent(&get(&digits.concat()));
    assert_eq!(text.matches("inner {").count(), 40);
    assert!(
        text.contains("inner: <malformed: is nested more than 40 levels deep (at byte 180): "),
        "{text}"
    );
}

#[test]
fn operations_are_found_by_command_and_flags() {
    let request = |flags, payload| sent(&message(40, flags, 7, payload));
    assert_eq!(request(0x301, "01 02 0000"), "things list");
    assert_eq!(request(0x001, "01 02 0000"), "things get");
    // `NLM_F_REQUEST | NLM_F_ACK`, and `NLM_F_CREATE | NLM_F_EXCL`.
    assert_eq!(request(0x605, "01 02 0000"), "things get (excl) (create)");
    assert_eq!(request(0x109, "01 02 0000"), "things get (echo) (replace)");
    assert_eq!(request(0x801, "01 02 0000"), "things get (append)");
    // It is only a dump.
    assert_eq!(request(0x001, "02 02 0000"), "things only-list");
    assert_eq!(request(0x001, "01 03 0000"), "things get (version 3)");
    assert_eq!(request(0x001, "09 02 0000 0b0a"), "things command 9: 0b0a");
}

#[test]
fn the_first_unexpected_request_of_a_datagram_is_shown() {
    let [first, second] = [get("0500 0100 01 000000"), get("0500 0100 02 000000")];
    let mut peer = Scripted::new();
    peer.know(Things::DESCRIPTION, 40);
    peer.replay([genl::transport::Step::Request(&first)]);
    let datagram = [first, second, get("")].concat();
    let error = peer
        .send(&datagram)
        .expect_err("only the first one is expected");
    let text =
        "unexpected request\n  expected: no further request\n      sent: things get { small: 2 }";
    assert_eq!(error.to_string(), text);
    assert_eq!(
        sent(&[1, 2, 3]),
        "<malformed: ends with 3 bytes, too few for a header (at byte 0): 010203>"
    );
    assert_eq!(sent(&[]), "");
}
