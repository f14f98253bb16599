//! Subsets, and the subsets in them.

use genl::codec::With;
use genl::description::AttributeSet as Description;
use genl::description::Presence::{Flag, List, Required};
use genl::wire::PayloadWriter;
use genl::{AttributeSet, DecodeError, Indexed, Keyed, UnknownAttribute};

use super::hex;
use super::{both_ways, reads, refuses};

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Address<'a> {
    #[attr(1)]
    family: Option<u16>,
    #[attr(2)]
    id: Option<u8>,
    #[attr(3)]
    name: Option<&'a str>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Attr<'a> {
    #[attr(1, nest)]
    addr: Option<Address<'a>>,
    #[attr(2, multi, nest)]
    peers: Vec<Address<'a>>,
    #[attr(3, indexed, nest)]
    table: Vec<Indexed<Address<'a>>>,
    #[attr(4, keyed(port: u16), nest)]
    ports: Vec<Keyed<u16, Address<'a>>>,
}

/// An address of this host.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Address<'_>)]
struct LocalAddress {
    family: u16,
    id: u8,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Address<'a>)]
struct Named<'a> {
    name: &'a str,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Attr<'a>)]
struct Announce<'a> {
    addr: LocalAddress,
    peers: Vec<LocalAddress>,
    table: Vec<Indexed<Named<'a>>>,
    ports: Vec<Keyed<u16, LocalAddress>>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Attr<'_>)]
struct Remove {
    addr: Option<LocalAddress>,
}

const LOCAL: LocalAddress = LocalAddress { family: 2, id: 7 };

#[test]
fn a_nested_set_may_be_narrowed() {
    let local = "0600 0100 0200 0000  0500 0200 07 000000";
    let value = Announce {
        addr: LOCAL,
        peers: vec![LOCAL],
        table: vec![Indexed {
            index: 4,
            value: Named { name: "a" },
        }],
        ports: vec![Keyed {
            key: 80,
            value: LOCAL,
        }],
    };
    let table = "1000 0380  0c00 0480  0600 0300 61 00 0000";
    let ports = format!("1800 0480  1400 5080 {local}");
    let bytes = format!("1400 0180 {local}  1400 0280 {local}  {table}  {ports}");
    both_ways(&value, &hex(&bytes));
    both_ways(&Remove { addr: None }, &[]);
    both_ways(
        &Remove { addr: Some(LOCAL) },
        &hex(&format!("1400 0180 {local}")),
    );
}

#[test]
fn attributes_required_by_the_narrower_set_must_be_present() {
    refuses::<Announce<'static>>(
        "0c00 0180 0600 0100 0200 0000",
        "missing attribute `addr.id` (at byte 20)",
    );
}

#[test]
fn the_narrower_set_is_described() {
    let nested = |set: Description| {
        let first = set.attributes.first();
        first.and_then(|addr| addr.kind.nested())
    };
    let local = nested(Announce::DESCRIPTION).expect("it is a nest");
    assert_eq!(
        (local.name, local.doc, local.subset_of.map(|set| set.name)),
        ("local-address", "An address of this host.", Some("address"))
    );
    assert_eq!(local.attributes.len(), 2);
    assert_eq!(
        nested(Attr::DESCRIPTION).map(|set| set.name),
        Some("address")
    );
}

/// A `bool` in a byte.
struct Byte;

impl With<'_, bool> for Byte {
    fn put(value: &bool, payload: &mut PayloadWriter<'_>) {
        payload.push(&[u8::from(*value)]);
    }

    fn get(payload: &[u8]) -> Result<bool, DecodeError> {
        match payload {
            [byte] => Ok(*byte != 0),
            _ => Err(DecodeError::refused("is no byte")),
        }
    }
}

/// Bytes, of each twice the number of times.
struct Twice;

impl With<'_, Vec<u16>> for Twice {
    fn put(values: &Vec<u16>, payload: &mut PayloadWriter<'_>) {
        let doubled = values.iter().map(|value| value * 2);
        doubled.for_each(|value| payload.push(&value.to_ne_bytes()));
    }

    fn get(payload: &[u8]) -> Result<Vec<u16>, DecodeError> {
        if payload.len() % 2 != 0 {
            return Err(DecodeError::refused("has half a number"));
        }
        let pairs = payload.chunks_exact(2);
        Ok(pairs
            .map(|pair| u16::from_ne_bytes([pair[0], pair[1]]) / 2)
            .collect())
    }
}

/// Types that do not tell whether they are a list, a flag or a payload like others.
#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(pad = 9)]
struct Ambiguous {
    #[attr(1, indexed, omit_empty)]
    indexed: Vec<u8>,
    #[attr(2, array, omit_empty)]
    array: Vec<u8>,
    #[attr(3, multi)]
    multi: Vec<u8>,
    #[attr(4)]
    binary: Option<Vec<u8>>,
    #[attr(5, flag)]
    flag: bool,
    #[attr(6, with = Byte)]
    byte: Option<bool>,
    #[attr(7, with = Twice)]
    twice: Option<Vec<u16>>,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(subset_of = Ambiguous)]
struct Lists {
    indexed: Vec<u8>,
    array: Vec<u8>,
    multi: Vec<u8>,
    flag: bool,
    #[attr(unknown)]
    rest: Vec<UnknownAttribute>,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(subset_of = Ambiguous)]
struct Payloads {
    binary: Vec<u8>,
    byte: bool,
    twice: Vec<u16>,
}

#[test]
fn the_words_decide_what_a_type_leaves_open() {
    both_ways(&Lists::default(), &[]);
    let lists = Lists {
        indexed: vec![1],
        array: vec![2, 3],
        multi: vec![4, 5],
        flag: true,
        rest: Vec::new(),
    };
    let bytes = "0c00 0180 0500 0000 01 000000  0600 0200 02 03 0000
        0500 0300 04 000000  0500 0300 05 000000  0400 0500";
    both_ways(&lists, &hex(bytes));
    let presences = Lists::DESCRIPTION.attributes.iter();
    let presences: Vec<_> = presences.map(|attribute| attribute.presence).collect();
    assert_eq!(presences, [List, List, List, Flag]);
    let presences = Payloads::DESCRIPTION.attributes.iter();
    assert!(
        presences
            .map(|attribute| attribute.presence)
            .eq([Required; 3])
    );

    let bytes = "0400 0400  0500 0600 00 000000  0600 0700 0600 0000";
    let payloads = Payloads {
        twice: vec![3],
        ..Payloads::default()
    };
    both_ways(&payloads, &hex(bytes));
    refuses::<Payloads>(
        "0500 0600 00 000000 0400 0700",
        "missing attribute `binary`",
    );
    refuses::<Payloads>("0400 0400 0400 0700", "missing attribute `byte`");
    refuses::<Payloads>(
        "0400 0400  0500 0600 00 000000  0700 0700 060006 00",
        "attribute `twice` has half a number (at byte 32)",
    );
    refuses::<Payloads>(
        "0400 0400 0600 0600 0000 0000 0400 0700",
        "attribute `byte` is no byte (at byte 24)",
    );
}

#[test]
fn rule_06_the_pad_attribute_of_the_set_is_that_of_its_subset() {
    let padded = Lists {
        flag: true,
        rest: vec![UnknownAttribute {
            number: 8,
            nested: false,
            net_byteorder: false,
            payload: Vec::new(),
        }],
        ..Lists::default()
    };
    reads(&hex("0400 0900  0400 0500  0400 0800"), &padded);
    assert_eq!(Lists::DESCRIPTION.pad, Some(9));
}

/// Numbers whose lower bytes are the same.
#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Alike {
    #[attr(0x0001)]
    low: Option<u8>,
    #[attr(0x0101)]
    middle: Option<u8>,
    #[attr(0x3f01)]
    high: Option<u8>,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(subset_of = Alike)]
struct Middle {
    middle: Option<u8>,
}

#[test]
fn rule_12_every_bit_of_a_number_counts() {
    let all = hex("0500 0100 01 000000  0500 0101 02 000000  0500 013f 03 000000");
    let alike = Alike {
        low: Some(1),
        middle: Some(2),
        high: Some(3),
    };
    both_ways(&alike, &all);
    reads(&all, &Middle { middle: Some(2) });
}
