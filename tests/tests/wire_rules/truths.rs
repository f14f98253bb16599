//! A `bool` in a byte, and addresses of either family.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use genl::AttributeSet;
use genl::description::{Kind, Presence};

use super::hex;
use super::{both_ways, decode, reads, refuses};

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Truths {
    #[attr(1, u8)]
    required: bool,
    #[attr(2, u8)]
    optional: Option<bool>,
    #[attr(3, multi, u8)]
    repeated: Vec<bool>,
    #[attr(4, array, u8, omit_empty)]
    packed: Vec<bool>,
    #[attr(5, indexed(from = 1), u8, omit_empty)]
    indexed: Vec<bool>,
}

#[test]
fn rule_04_a_bool_in_a_byte_is_0_or_1() {
    let value = Truths {
        required: true,
        optional: Some(false),
        repeated: vec![true, false],
        packed: vec![false, true, true],
        indexed: vec![true],
    };
    let bytes = "0500 0100 01 000000  0500 0200 00 000000
        0500 0300 01 000000  0500 0300 00 000000
        0700 0400 000101 00
        0c00 0580  0500 0100 01 000000";
    both_ways(&value, &hex(bytes));
    // `false` is written, and absent is not `false`.
    both_ways(&Truths::default(), &hex("0500 0100 00 000000"));
    refuses::<Truths>("", "missing attribute `required`");
}

#[test]
fn rule_04_any_other_byte_is_refused_and_named() {
    refuses::<Truths>(
        "0500 0100 02 000000",
        "attribute `required` is 2, expected 0 or 1 (at byte 20)",
    );
    refuses::<Truths>(
        "0400 0100",
        "attribute `required` has 0 bytes, expected 1 (at byte 20)",
    );
    refuses::<Truths>(
        "0800 0100 01000000",
        "attribute `required` has 4 bytes, expected 1 (at byte 20)",
    );
    refuses::<Truths>(
        "0500 0100 01 000000  0700 0400 0001ff 00",
        "attribute `packed[2]` is 255, expected 0 or 1 (at byte 28)",
    );
    refuses::<Truths>(
        "0500 0100 01 000000  0500 0300 00 000000  0500 0300 03 000000",
        "attribute `repeated[1]` is 3, expected 0 or 1 (at byte 36)",
    );
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(subset_of = Truths)]
struct Fewer {
    required: Option<bool>,
    optional: bool,
}

#[test]
fn a_subset_decides_whether_a_bool_is_required() {
    let value = Fewer {
        required: None,
        optional: false,
    };
    both_ways(&value, &hex("0500 0200 00 000000"));
    refuses::<Fewer>("0500 0100 01 000000", "missing attribute `optional`");
    let [required, optional] = Fewer::DESCRIPTION.attributes else {
        panic!("two attributes");
    };
    assert_eq!(required.presence, Presence::Optional);
    assert_eq!(optional.presence, Presence::Required);
    assert!(matches!(optional.kind, Kind::Bool));
}

/// Two of them, in the order in which they come.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Truths)]
enum Truth {
    Required(bool),
    Repeated(bool),
}

#[test]
fn a_bool_in_a_byte_may_be_a_variant_of_a_subset() {
    let truths = vec![Truth::Repeated(true), Truth::Required(false)];
    both_ways(&truths, &hex("0500 0300 01 000000  0500 0100 00 000000"));
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
enum Change {
    #[attr(1, u8)]
    Up(bool),
    #[attr(2, flag)]
    Down,
    #[attr(3)]
    To(IpAddr),
}

#[test]
fn a_variant_holds_a_bool_or_an_address() {
    let ip = IpAddr::V4(Ipv4Addr::new(10, 0, 0, 1));
    let changes = vec![Change::Up(false), Change::Down, Change::To(ip)];
    both_ways(
        &changes,
        &hex("0500 0100 00 000000  0400 0200  0800 0300 0a 00 00 01"),
    );
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Addresses {
    #[attr(1)]
    one: IpAddr,
    #[attr(2, multi)]
    several: Vec<IpAddr>,
    #[attr(3)]
    maybe: Option<IpAddr>,
}

#[test]
fn rule_04_the_length_of_an_address_gives_its_family() {
    let v6 = Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, 1);
    let value = Addresses {
        one: Ipv4Addr::new(192, 0, 2, 1).into(),
        several: vec![v6.into(), Ipv4Addr::LOCALHOST.into()],
        maybe: None,
    };
    let bytes = "0800 0100 c0 00 02 01
        1400 0200 fe800000000000000000000000000001
        0800 0200 7f 00 00 01";
    both_ways(&value, &hex(bytes));
    refuses::<Addresses>(
        "0900 0100 c000020100 000000",
        "attribute `one` has 5 bytes, expected 4 or 16 (at byte 20)",
    );
    assert!(decode::<Addresses>(&[]).is_err());
    // The last one holds, be it of the other family.
    let last = Addresses {
        one: v6.into(),
        several: Vec::new(),
        maybe: None,
    };
    reads(
        &hex("0800 0100 c0 00 02 01  1400 0100 fe800000000000000000000000000001"),
        &last,
    );
}
