//! Enumerations, flags and structs in integers and arrays of every form.

use std::net::{Ipv4Addr, Ipv6Addr};

use genl::{AttributeSet, Bitfield32, CStruct, Enumeration, description};
use zerocopy::{FromBytes, Immutable, IntoBytes};

use super::hex;
use super::{both_ways, reads, refuses, unwritable};

#[derive(Clone, Copy, Debug, PartialEq, Enumeration)]
#[repr(u16)]
enum Protocol {
    Ipv4 = 0x0800,
    Ipv6 = 0x86dd,
    #[unknown]
    Other(u16),
}

#[derive(Clone, Copy, Debug, PartialEq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
struct Pair {
    first: u8,
    second: u8,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct PackedSet {
    #[attr(1, array, omit_empty)]
    host: Vec<Protocol>,
    #[attr(2, array, big_endian, omit_empty)]
    network: Vec<Protocol>,
    #[attr(3, array, c_struct, omit_empty)]
    pairs: Vec<Pair>,
    #[attr(4, big_endian)]
    protocol: Option<Protocol>,
    #[attr(5, multi, big_endian)]
    protocols: Vec<Protocol>,
}

#[test]
fn rule_04_enumerations_and_structs_may_be_packed_and_big_endian() {
    let value = PackedSet {
        host: vec![Protocol::Ipv4, Protocol::Other(1)],
        network: vec![Protocol::Ipv6],
        pairs: vec![
            Pair {
                first: 1,
                second: 2,
            },
            Pair {
                first: 3,
                second: 4,
            },
        ],
        protocol: Some(Protocol::Ipv4),
        protocols: vec![Protocol::Other(2)],
    };
    let bytes = "0800 0100 0008 0100  0600 0200 86 dd 0000  0800 0300 01 02 03 04
        0600 0400 08 00 0000  0600 0500 00 02 0000";
    both_ways(&value, &hex(bytes));
    refuses::<PackedSet>(
        "0700 0300 010203 00",
        "attribute `pairs` has 3 bytes, expected a multiple of 2 (at byte 20)",
    );
    let order = PackedSet::DESCRIPTION.attributes.iter().map(|attribute| {
        let description::Kind::Enumeration(integer, _) = attribute.kind else {
            return None;
        };
        Some(integer.order)
    });
    assert!(order.eq([
        None,
        None,
        None,
        Some(description::ByteOrder::Network),
        None
    ]));
}

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    struct Port: u16 {
        const UP = 1;
    }
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct FixedWidth {
    #[attr(1, array, omit_empty)]
    macs: Vec<[u8; 6]>,
    #[attr(2, array)]
    ipv4: Option<Vec<Ipv4Addr>>,
    #[attr(3, array, omit_empty)]
    ipv6: Vec<Ipv6Addr>,
    #[attr(4, array, flags, omit_empty)]
    host: Vec<Port>,
    #[attr(5, array, flags, big_endian, omit_empty)]
    network: Vec<Port>,
    #[attr(6, array, big_endian, min = 1, max = 8, omit_empty)]
    bounded: Vec<u16>,
    #[attr(7, array, max = 0x0800)]
    protocols: Option<Vec<Protocol>>,
}

#[test]
fn rule_04_everything_of_fixed_width_can_be_packed() {
    let value = FixedWidth {
        macs: vec![[1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12]],
        ipv4: Some(vec![[10, 0, 0, 1].into(), [10, 0, 0, 2].into()]),
        ipv6: vec![Ipv6Addr::LOCALHOST],
        host: vec![Port::UP, Port::from_bits_retain(0x8000)],
        network: vec![Port::UP],
        bounded: vec![1, 8],
        protocols: Some(vec![Protocol::Ipv4]),
    };
    let bytes = "1000 0100 010203040506 0708090a0b0c
        0c00 0200 0a 00 00 01 0a 00 00 02
        1400 0300 00000000000000000000000000000001
        0800 0400 0100 0080
        0600 0500 00 01 0000
        0800 0600 00 01 00 08
        0600 0700 0008 0000";
    both_ways(&value, &hex(bytes));
    refuses::<FixedWidth>(
        "0b00 0100 01020304050607 00",
        "attribute `macs` has 7 bytes, expected a multiple of 6 (at byte 20)",
    );
    refuses::<FixedWidth>(
        "1000 0300 0000000000000000 00000001",
        "attribute `ipv6` has 12 bytes, expected a multiple of 16 (at byte 20)",
    );
}

#[test]
fn rule_14_each_element_of_a_packed_array_is_checked() {
    let of = |bounded: &[u16]| FixedWidth {
        bounded: bounded.to_vec(),
        ..FixedWidth::default()
    };
    unwritable(
        &of(&[1, 8, 9, 0]),
        "attribute `bounded[2]` is 9, expected 1 to 8",
    );
    unwritable(&of(&[0]), "attribute `bounded[0]` is 0, expected 1 to 8");
    let protocols = FixedWidth {
        protocols: Some(vec![Protocol::Ipv4, Protocol::Ipv6]),
        ..FixedWidth::default()
    };
    unwritable(
        &protocols,
        "attribute `protocols[1]` is 34525, expected at most 2048",
    );
    // What the kernel sends is read as it is.
    reads(&hex("0800 0600 0000 00 09"), &of(&[0, 9]));
}

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    struct WideBits: u64 {
        const LOW = 1;
        const HIGH = 1 << 32;
    }
}

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    struct SignedBits: i16 {
        const LOW = 1;
        const SIGN = i16::MIN;
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Enumeration)]
#[repr(u64)]
enum Rate {
    Slow = 1,
    Fast = 1 << 40,
    #[unknown]
    Other(u64),
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Combined {
    #[attr(1, flags, uint)]
    bits: WideBits,
    #[attr(2, big_endian, flags)]
    network: SignedBits,
    #[attr(3, flags)]
    host: SignedBits,
    #[attr(4, multi, uint)]
    rates: Vec<Rate>,
}

#[test]
fn rule_04_flags_and_enumerations_are_in_integers_of_every_form() {
    let mut value = Combined {
        bits: WideBits::LOW,
        network: SignedBits::LOW,
        host: SignedBits::SIGN,
        rates: vec![Rate::Slow, Rate::Fast, Rate::Other(5)],
    };
    let narrow = "0800 0100 01000000";
    let rest = "0600 0200 00 01 0000  0600 0300 0080 0000
        0800 0400 01000000  0c00 0400 0000000000010000  0800 0400 05000000";
    both_ways(&value, &hex(&format!("{narrow} {rest}")));
    value.bits = WideBits::HIGH;
    let wide = "0c00 0100 0000000001000000";
    both_ways(&value, &hex(&format!("{wide} {rest}")));
    // Bits without a name.
    value.bits = WideBits::from_bits_retain(2);
    (value.network, value.host) = (
        SignedBits::from_bits_retain(2),
        SignedBits::from_bits_retain(4),
    );
    value.rates = Vec::new();
    both_ways(
        &value,
        &hex("0800 0100 02000000  0600 0200 00 02 0000  0600 0300 0400 0000"),
    );
}

#[test]
fn rule_04_the_byte_order_of_flags_is_described() {
    let order = |number: usize| {
        let attribute = Combined::DESCRIPTION.attributes[number];
        let description::Kind::Flags(integer, _) = attribute.kind else {
            panic!("{attribute:?}");
        };
        integer.order
    };
    assert_eq!(order(1), description::ByteOrder::Network);
    assert_eq!(order(2), description::ByteOrder::Host);
}

bitflags::bitflags! {
    /// Any bit may be set, and one has a name.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    struct OpenBits: u32 {
        const LOW = 1;
        const _ = !0;
    }
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Open {
    #[attr(1, flags)]
    plain: OpenBits,
    #[attr(2, flags, big_endian)]
    network: OpenBits,
    #[attr(3, bitfield32)]
    field: Bitfield32<OpenBits>,
}

fn named(flags: description::Flags) -> impl Iterator<Item = (&'static str, u64)> {
    flags.iter().map(|flag| (flag.rust_name, flag.bits))
}

#[test]
fn bits_without_a_name_are_not_described() {
    for attribute in Open::DESCRIPTION.attributes {
        let (description::Kind::Flags(_, names) | description::Kind::Bitfield32(names)) =
            attribute.kind
        else {
            panic!("{attribute:?}");
        };
        assert!(named(names).eq([("LOW", 1)]));
    }
    let description::Kind::Flags(_, names) = Combined::DESCRIPTION.attributes[2].kind else {
        panic!("flags");
    };
    // As on the wire, whatever the sign.
    assert!(named(names).eq([("LOW", 1), ("SIGN", 0x8000)]));
}
