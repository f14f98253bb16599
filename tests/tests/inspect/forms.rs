//! One tree in all its forms: lines, one line, bytes beside them, colours, widths, JSON, and as data.

use std::net::{IpAddr, Ipv4Addr};

use genl::inspect::{Direction, Inspector, Label, Options, Part, Style, Tree, Value};
use genl::{AttributeSet, Bitfield32, CStruct, Enumeration, Keyed, genl_family};
use serde_json::json;
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout};

use super::common::hex;

#[derive(Clone, Copy, Debug, PartialEq, Enumeration)]
#[repr(u8)]
enum Mode {
    Half = 1,
    #[unknown]
    Other(u8),
}

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    struct Bits: u32 {
        const ONE = 1;
        const TWO = 2;
    }
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(pad = 30)]
struct Thing {
    #[attr(1, sint)]
    change: Option<i64>,
    #[attr(2)]
    mode: Option<Mode>,
    #[attr(3, flags)]
    bits: Option<Bits>,
    #[attr(4, bitfield32)]
    wanted: Option<Bitfield32<Bits>>,
    #[attr(5, array)]
    several: Vec<u16>,
    #[attr(6)]
    addr: Option<Ipv4Addr>,
    #[attr(7, display_hint = mac)]
    mac: Option<[u8; 6]>,
    #[attr(8)]
    name: Option<String>,
    #[attr(9, flag)]
    is_up: bool,
    #[attr(10, indexed, nest)]
    inner: Vec<Thing>,
    #[attr(11, keyed(queue: u16))]
    queues: Vec<Keyed<u16, u8>>,
    #[attr(12, multi)]
    numbers: Vec<u32>,
}

#[derive(
    Clone, Copy, Debug, Default, PartialEq, FromBytes, IntoBytes, Immutable, KnownLayout, CStruct,
)]
#[repr(C)]
struct Header {
    index: u32,
}

genl_family! {
    #[family(name = "things", version = 2, header = Header)]
    trait Things {
        #[op(1)]
        fn get(request: Thing) -> Thing;
    }
}

const ALL: &str = "01 02 0000 07000000 \
    0800 0100 feffffff  0500 0200 01 000000  0800 0300 81000000  0c00 0400 01000000 03000000 \
    0800 0500 0100 0002  0800 0600 0a000007  0a00 0700 020000 00000a 0000  0800 0800 651b2200 \
    0400 0900  1000 0a80 0c00 0100 0800 0c00 09000000  0c00 0b80 0500 0400 08 000000  0600 6300 0b0a 0000";

pub(super) fn message(payload: &str) -> Vec<u8> {
    let payload = hex(payload);
    let length = u32::try_from(payload.len() + 16).expect("short");
    let header = hex("2800 0506 07000000 00000000");
    [&length.to_ne_bytes()[..], &header, &payload].concat()
}

pub(super) fn tree(bytes: &[u8]) -> Tree<'_> {
    let inspector = Inspector::default().with_id(Things::DESCRIPTION, 40);
    inspector.inspect(bytes, Direction::ToKernel)
}

fn printed(tree: &Tree<'_>, options: &Options) -> String {
    let mut text = Vec::new();
    tree.print(&mut text, options).expect("memory");
    String::from_utf8(text).expect("UTF-8")
}

#[test]
fn lines_and_one_line() {
    let bytes = message(ALL);
    let text = "\
request, 136 bytes: type 40 (things), flags 0x605 (request | ack | excl | create), sequence 7, port 0
  get (command 1), version 2
    header
      index: 7
    change: -2
    mode: 1 (half)
    bits: 0x81 (ONE | 0x80)
    wanted: 0x1 (ONE) of 0x3 (ONE | TWO)
    several: [1, 512]
    addr: 10.0.0.7
    mac: 02:00:00:00:00:0a
    name: \"e\\u{1b}\\\"\"
    is-up
    inner
      1
        numbers: 9
    queues
      queue 4: 8
    #99: 0b0a
";
    assert_eq!(tree(&bytes).to_string(), text);
    let line = "things get (excl) (create) (header { index: 7 }) { change: -2, mode: 1 (half), \
        bits: 0x81 (ONE | 0x80), wanted: 0x1 (ONE) of 0x3 (ONE | TWO), several: [1, 512], addr: 10.0.0.7, \
        mac: 02:00:00:00:00:0a, name: \"e\\u{1b}\\\"\", is-up, inner { 1 { numbers: 9 } }, queues { queue 4: 8 }, #99: 0b0a }";
    assert_eq!(tree(&bytes).line().to_string(), line);
}

#[test]
fn every_byte_is_shown_before_its_line() {
    let bytes = message(ALL);
    let text = printed(&tree(&bytes), &Options::new().with_hex());
    let mut at = 0;
    for line in text.lines() {
        let (column, _) = line.split_at_checked(32).unwrap_or((line, ""));
        let (place, digits) = column.split_at_checked(5).expect("a column");
        if digits.trim().is_empty() {
            continue;
        }
        assert_eq!(place.trim(), at.to_string(), "{line}");
        let shown = hex(digits);
        assert_eq!(bytes[at..at + shown.len()], shown);
        at += shown.len();
    }
    assert_eq!(at, bytes.len(), "{text}");
    let lines = "
   96  04 00 09 00                  is-up
  100  10 00 0a 80                  inner
  104  0c 00 01 00                    1
  108  08 00 0c 00 09 00 00 00          numbers: 9
";
    assert!(text.contains(lines), "{text}");
}

#[test]
fn lines_are_no_wider_than_they_may_be() {
    let name = "a long name of many words ".repeat(8);
    let mut attribute = vec![0, 0, 8, 0];
    attribute.extend(name.as_bytes());
    attribute.push(0);
    attribute[0] = u8::try_from(attribute.len()).expect("short");
    let mut bytes = message("01 02 0000 07000000");
    bytes.extend(&attribute);
    bytes[0] = u8::try_from(bytes.len()).expect("short");
    for width in [40, 60, 80] {
        for options in [Options::new(), Options::new().with_hex()] {
            let text = printed(&tree(&bytes), &options.with_width(width));
            let least = if options.hex { 32 + 4 + 20 } else { 0 };
            let widest = text.lines().map(|line| line.chars().count()).max();
            assert!(widest.expect("lines") <= width.max(least), "{text}");
            assert_eq!(text.matches("words").count(), 8, "{text}");
        }
    }
    // However narrow it is, something is shown, and a word that does not fit is broken.
    let text = printed(&tree(&message(ALL)), &Options::new().with_width(0));
    assert!(text.lines().all(|line| line.len() <= 40), "{text}");
}

#[test]
fn colours_are_those_of_the_style() {
    let bytes = message("01 02 0000 07000000 0800 0100 feffffff 0500 0600 0a 000000");
    let style = Style::PLAIN
        .with(Part::Value, "32")
        .with(Part::Fault, "1;31");
    let text = printed(&tree(&bytes), &Options::new().with_style(style));
    assert!(
        text.contains("\n    change: \x1b[32m-2\x1b[0m\n"),
        "{text:?}"
    );
    let fault = "addr: \x1b[1;31mmalformed: has 1 byte, expected 4 (at byte 32)\x1b[0m\n";
    assert!(text.contains(fault), "{text:?}");
    let plain = printed(&tree(&bytes), &Options::new());
    assert!(!plain.contains('\x1b'), "{plain:?}");
    let coloured = printed(&tree(&bytes), &Options::new().with_style(Style::COLOURED));
    let mut bare = String::new();
    for (index, piece) in coloured.split("\x1b[").enumerate() {
        let text = if index == 0 {
            piece
        } else {
            piece.split_once('m').expect("a code").1
        };
        bare.push_str(text);
    }
    assert_eq!(bare, plain);
}

#[test]
fn it_is_data() {
    let bytes = message(ALL);
    let tree = tree(&bytes);
    let message = &tree.messages[0];
    let value = |name: &str| message.get(name).map(|node| &node.value);
    assert_eq!(value("change"), Some(&Value::Integer(-2)));
    let mode = Value::Enumeration {
        value: 1,
        name: Some("half"),
    };
    assert_eq!(value("mode"), Some(&mode));
    let Some(Value::Flags(bits)) = value("bits") else {
        panic!("{message:?}");
    };
    assert_eq!(
        (bits.value, &bits.names[..], bits.unnamed),
        (0x81, &["ONE"][..], 0x80)
    );
    let address = IpAddr::from(Ipv4Addr::new(10, 0, 0, 7));
    assert_eq!(value("addr"), Some(&Value::Ip(address)));
    assert_eq!(value("name"), Some(&Value::Text(b"e\x1b\"")));
    assert_eq!(value("is-up"), Some(&Value::Present));
    let inner = &message.get("inner").expect("it is there").children()[0];
    assert_eq!((inner.label, inner.number), (Label::Element, 1));
    let numbers = inner.get("numbers").expect("it is there");
    assert_eq!(tree.bytes_of(&numbers.range), hex("0800 0c00 09000000"));
    let last = message.attributes().last().expect("it is there");
    assert_eq!(
        (last.label, last.name(), last.number),
        (Label::Unknown, None, 99)
    );
}

#[test]
fn json_has_the_same() {
    let bytes = message(
        "01 02 0000 07000000 0500 0200 01 000000 0a00 0700 020000 00000a 0000 0c00 0b80 0500 0400 08 000000 0500 0600 0a 000000",
    );
    let expected = json!({ "messages": [{
        "role": "request", "offset": 0, "length": 64, "type": 40, "family": "things",
        "flags": { "number": 0x605, "names": ["request", "ack", "excl", "create"] },
        "sequence": 7, "port": 0, "command": 1, "version": 2, "name": "get",
        "header": { "name": "header", "number": 0, "offset": 20, "length": 4,
            "value": [{ "name": "index", "number": 0, "offset": 20, "length": 4, "value": 7 }] },
        "attributes": [
            { "name": "mode", "number": 2, "offset": 24, "length": 5, "value": { "number": 1, "name": "half" } },
            { "name": "mac", "number": 7, "offset": 32, "length": 10, "value": "02000000000a", "text": "02:00:00:00:00:0a" },
            { "name": "queues", "number": 11, "offset": 44, "length": 12, "value": [
                { "key": "queue", "number": 4, "offset": 48, "length": 5, "value": 8 },
            ] },
            { "name": "addr", "number": 6, "offset": 56, "length": 5, "value": "0a",
              "fault": { "text": "has 1 byte, expected 4", "offset": 56, "wrong": [60, 61] } },
        ],
    }] });
    assert_eq!(serde_json::to_value(tree(&bytes)).expect("JSON"), expected);
}
