//! Values in their usual text form, and payloads that have several forms.

use std::net::IpAddr;

use genl::description::DisplayHint;
use genl::{AttributeSet, Keyed, Scripted, Transport, genl_family};

use super::message;

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Port {
    #[attr(1, display_hint = mac)]
    address: Option<[u8; 6]>,
    #[attr(2, array, display_hint = mac, omit_empty)]
    neighbours: Vec<[u8; 6]>,
    #[attr(3, display_hint = uuid)]
    uuid: Option<Vec<u8>>,
    #[attr(4, big_endian, display_hint = hex)]
    mask: Option<i32>,
    #[attr(5, display_hint = fourcc)]
    format: Option<u32>,
    #[attr(6, keyed(port: u16), display_hint = mac, omit_empty)]
    ports: Vec<Keyed<u16, [u8; 6]>>,
    #[attr(7, u8)]
    encrypts: Option<bool>,
    #[attr(8)]
    peer: Option<IpAddr>,
    #[attr(9, multi, display_hint = hex)]
    cookies: Vec<u64>,
}

genl_family! {
    #[family(name = "ports")]
    trait Ports {
        #[op(1)]
        fn get(request: Port) -> Port;
    }
}

/// Attributes, and how they are shown.
const VALUES: &[(&str, &str)] = &[
    ("0a00 0100 020000 00000a 0000", "address: 02:00:00:00:00:0a"),
    (
        "1000 0200 020000 00000a 020000 00000b",
        "neighbours: [02:00:00:00:00:0a, 02:00:00:00:00:0b]",
    ),
    (
        "1400 0300 00112233 44556677 8899aabb ccddeeff",
        "uuid: 00112233-4455-6677-8899-aabbccddeeff",
    ),
    ("0800 0400 ffffff00", "mask: 0xffffff00"),
    ("0800 0500 4e563132", "format: \"NV12\""),
    (
        "1000 0680 0a00 0700 020000 00000a 0000",
        "ports { port 7: 02:00:00:00:00:0a }",
    ),
    ("0500 0700 01 000000", "encrypts: true"),
    ("0800 0800 0a000007", "peer: 10.0.0.7"),
    (
        "1400 0800 fd00 0000 0000 0000 0000 0000 0000 0001",
        "peer: fd00::1",
    ),
    ("0c00 0900 ffffffff ffffffff", "cookies: 0xffffffffffffffff"),
    // A value without that form is shown by its kind.
    ("0600 0300 0011 0000", "uuid: 0011"),
    ("0800 0500 01000000", "format: 1"),
    // A value that does not match its kind says so.
    (
        "0500 0100 0b 000000",
        "address: <malformed: has 1 byte, expected 6 (at byte 20): 0b>",
    ),
    (
        "0500 0200 0b 000000",
        "neighbours: <malformed: has 1 byte, expected a multiple of 6 (at byte 20): 0b>",
    ),
    (
        "0500 0700 02 000000",
        "encrypts: <malformed: is 2, expected 0 or 1 (at byte 20): 02>",
    ),
    (
        "0500 0800 0b 000000",
        "peer: <malformed: has 1 byte, expected 4 or 16 (at byte 20): 0b>",
    ),
];

#[test]
fn values_are_shown_in_their_usual_form() {
    for (attributes, text) in VALUES {
        let mut peer = Scripted::new();
        peer.know(Ports::DESCRIPTION, 40);
        let request = message(40, 1, 7, &format!("01 01 0000 {attributes}"));
        let error = peer.send(&request).expect_err("nothing is expected");
        let shown = format!("sent: ports get {{ {text} }}");
        assert!(error.to_string().ends_with(&shown), "{error}, not {shown}");
    }
}

#[test]
fn hints_are_part_of_the_description() {
    let hints = Port::DESCRIPTION.attributes.iter();
    assert!(hints.map(|attribute| attribute.display_hint).eq([
        Some(DisplayHint::Mac),
        Some(DisplayHint::Mac),
        Some(DisplayHint::Uuid),
        Some(DisplayHint::Hex),
        Some(DisplayHint::Fourcc),
        Some(DisplayHint::Mac),
        None,
        None,
        Some(DisplayHint::Hex),
    ]));
    let text = format!("{:?}", Port::DESCRIPTION.attributes[2]);
    assert!(text.contains("display_hint: Some(Uuid)"), "{text}");
}
