//! What is written by descriptions is what the typed codecs write.

mod faults;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use bitflags::bitflags;
use genl::{AttributeSet, AttributeWriter, Bitfield32, Enumeration, Indexed, Keyed};
use serde_json::{Value, json};

use super::encode;

#[derive(Clone, Copy, Debug, PartialEq, Enumeration)]
#[repr(u16)]
enum Color {
    Red = 1,
    DarkGreen = 2,
    #[unknown]
    Other(u16),
}

bitflags! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    struct Bits: u32 {
        const FIRST = 1;
        const SECOND_ONE = 2;
    }
}

#[derive(Debug, Default, AttributeSet)]
struct Inner {
    #[attr(1)]
    id: Option<u8>,
    #[attr(2, nest)]
    inner: Option<Box<Inner>>,
}

#[derive(Debug, Default, AttributeSet)]
struct All {
    #[attr(1)]
    byte: Option<u8>,
    #[attr(2, big_endian)]
    port: Option<u16>,
    #[attr(3, min = -5, max = 5)]
    signed: Option<i32>,
    #[attr(4)]
    long: Option<u64>,
    #[attr(5, uint)]
    any_width: Option<u64>,
    #[attr(6, sint)]
    any_signed: Option<i64>,
    #[attr(7)]
    color: Option<Color>,
    #[attr(8, flags)]
    bits: Option<Bits>,
    #[attr(9, bitfield32)]
    field: Option<Bitfield32<Bits>>,
    #[attr(10)]
    v4: Option<Ipv4Addr>,
    #[attr(11)]
    v6: Option<Ipv6Addr>,
    #[attr(12)]
    ip: Option<IpAddr>,
    #[attr(13)]
    mac: Option<[u8; 6]>,
    #[attr(14, max_len = 4)]
    blob: Option<Vec<u8>>,
    #[attr(15, max_len = 7)]
    name: Option<String>,
    #[attr(16, unterminated)]
    bare: Option<String>,
    #[attr(17, flag)]
    set: bool,
    #[attr(18, nest)]
    inner: Option<Inner>,
    #[attr(19, multi)]
    many: Vec<u16>,
    #[attr(20, array)]
    packed: Option<Vec<u16>>,
    #[attr(21, indexed, nest)]
    listed: Option<Vec<Indexed<Inner>>>,
    #[attr(22, keyed(a: u16, b: u16))]
    keyed: Option<Vec<Keyed<(u16, u16), u8>>>,
    #[attr(23, u8)]
    truth: Option<bool>,
    #[attr(24, multi, big_endian)]
    ports: Vec<Color>,
    #[attr(25, indexed(from = 1))]
    counted: Option<Vec<u8>>,
    #[attr(26, indexed(zero))]
    zeroed: Option<Vec<u8>>,
}

/// The attributes of a request, or what is wrong with it.
fn written(request: &Value) -> Result<Vec<u8>, String> {
    let encoded = encode::set(const { &All::DESCRIPTION }, request, "");
    let encoded = encoded.map_err(|fault| fault.to_string())?;
    let mut bytes = Vec::new();
    let mut out = AttributeWriter::new(&mut bytes);
    encode::write(&encoded, &mut out);
    out.finish().map_err(|error| error.to_string())?;
    Ok(bytes)
}

fn bytes(all: &All) -> Result<Vec<u8>, String> {
    all.to_bytes().map_err(|error| error.to_string())
}

#[test]
fn every_kind_is_written_as_the_codecs_do() {
    let all = All {
        byte: Some(255),
        port: Some(0x1234),
        signed: Some(-5),
        long: Some(u64::MAX),
        any_width: Some(7),
        any_signed: Some(-1),
        color: Some(Color::DarkGreen),
        bits: Some(Bits::FIRST | Bits::SECOND_ONE),
        field: Some(Bitfield32 {
            value: Bits::FIRST,
            selector: Bits::all(),
        }),
        v4: Some(Ipv4Addr::new(10, 0, 0, 7)),
        v6: Some(Ipv6Addr::LOCALHOST),
        ip: Some(Ipv4Addr::LOCALHOST.into()),
        mac: Some([2, 0, 0, 0, 0, 10]),
        blob: Some(vec![1, 2, 3]),
        name: Some("eth0".to_owned()),
        bare: Some("text".to_owned()),
        set: true,
        inner: Some(Inner {
            id: Some(1),
            inner: Some(Box::new(Inner {
                id: Some(2),
                inner: None,
            })),
        }),
        many: vec![1, 2, 3],
        packed: Some(vec![4, 5]),
        listed: Some(vec![Indexed {
            index: 3,
            value: Inner {
                id: Some(9),
                inner: None,
            },
        }]),
        keyed: Some(vec![Keyed {
            key: (1, 2),
            value: 3,
        }]),
        truth: Some(true),
        ports: vec![Color::Red, Color::Other(0x0102)],
        counted: Some(vec![1, 2]),
        zeroed: Some(vec![3, 4]),
    };
    let request = json!({
        "byte": "0xff", "port": 0x1234, "signed": "-5", "long": u64::MAX, "any-width": "7",
        "any_signed": -1, "color": "dark_green", "bits": "first,second_one",
        "field": "FIRST/FIRST,SECOND_ONE", "v4": "10.0.0.7", "v6": "::1", "ip": "127.0.0.1",
        "mac": "02:00:00:00:00:0a", "blob": "0x010203", "name": "eth0", "bare": "text", "set": true,
        "inner": { "id": "1", "inner": { "id": 2 } }, "many": ["1", "0x2", 3], "packed": [4, "5"],
        "listed": { "3": { "id": "9" } }, "keyed": { "1": { "2": 3 } }, "truth": "yes",
        "ports": ["red", 0x0102], "counted": [1, 2], "zeroed": [3, 4],
    });
    assert_eq!(written(&request), bytes(&all));
    // By numbers in place of names, and in any order.
    let all = All {
        byte: Some(1),
        long: Some(2),
        ..All::default()
    };
    assert_eq!(
        written(&json!({ "4": 2, "1": 1, "set": false, "port": null })),
        bytes(&all)
    );
}

#[test]
fn lists_of_one_and_of_none() {
    let one = All {
        many: vec![7],
        ..All::default()
    };
    assert_eq!(written(&json!({ "many": 7 })), bytes(&one));
    assert_eq!(written(&json!({ "many": { "0": 7 } })), bytes(&one));
    assert_eq!(written(&json!({ "many": [] })), bytes(&All::default()));
    let empty = All {
        packed: Some(Vec::new()),
        listed: Some(Vec::new()),
        ..All::default()
    };
    assert_eq!(
        written(&json!({ "packed": [], "listed": [] })),
        bytes(&empty)
    );
    let wide = All {
        any_width: Some(1 << 32),
        field: Some(Bitfield32 {
            value: Bits::SECOND_ONE,
            selector: Bits::SECOND_ONE,
        }),
        ..All::default()
    };
    let request = json!({ "any-width": 1_u64 << 32, "field": ["SECOND_ONE"] });
    assert_eq!(written(&request), bytes(&wide));
}

#[test]
fn attributes_that_are_not_described_are_bytes() {
    let length = 6_u16.to_ne_bytes();
    let number = 99_u16.to_ne_bytes();
    let expected = [length[0], length[1], number[0], number[1], 1, 2, 0, 0];
    assert_eq!(written(&json!({ "99": "01:02" })), Ok(expected.to_vec()));
    // Two bits of a number are flags.
    for wrong in ["16384", "32769", "65536"] {
        let refused = written(&json!({ wrong: "0x00" })).unwrap_err();
        assert!(
            refused.starts_with(&format!("key `{wrong}` is unknown")),
            "{refused}"
        );
    }
    let refused = written(&json!({ "listed": { "16384": {} } })).unwrap_err();
    assert!(
        refused.starts_with("key `listed[16384]` has a number above 16383"),
        "{refused}"
    );
}
