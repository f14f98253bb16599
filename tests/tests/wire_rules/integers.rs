//! Integers, addresses, arrays of bytes, enumerations and flags: fixed width, and a byte order of their own.

use std::net::{Ipv4Addr, Ipv6Addr};

use genl::mptcp_pm::{Address, ListenerEvent};
use genl::{AttributeSet, Enumeration};

use super::hex;
use super::{both_ways, decode, reads, refuses, so_many};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Integers {
    #[attr(1)]
    byte: u8,
    #[attr(2)]
    short: u16,
    #[attr(3)]
    word: u32,
    #[attr(4)]
    long: u64,
    #[attr(5)]
    signed_byte: i8,
    #[attr(6)]
    signed_short: i16,
    #[attr(7)]
    signed_word: i32,
    #[attr(8)]
    signed_long: i64,
}

const INTEGERS: &str = "0500 0100 01 000000
    0600 0200 0302 0000
    0800 0300 07060504
    0c00 0400 0f0e0d0c0b0a0908
    0500 0500 fe 000000
    0600 0600 feff 0000
    0800 0700 feffffff
    0c00 0800 0000000000000080";

#[test]
fn rule_04_integers_are_in_host_byte_order() {
    let value = Integers {
        byte: 1,
        short: 0x0203,
        word: 0x0405_0607,
        long: 0x0809_0a0b_0c0d_0e0f,
        signed_byte: -2,
        signed_short: -2,
        signed_word: -2,
        signed_long: i64::MIN,
    };
    both_ways(&value, &hex(INTEGERS));
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct BigEndian {
    #[attr(1, big_endian)]
    short: u16,
    #[attr(2, big_endian)]
    word: u32,
    #[attr(3, big_endian)]
    long: u64,
    #[attr(4, big_endian)]
    signed_short: i16,
    #[attr(5, big_endian)]
    signed_word: i32,
    #[attr(6, big_endian)]
    signed_long: i64,
    /// Host order among the others.
    #[attr(7)]
    host: u16,
}

#[test]
fn rule_04_the_byte_order_is_that_of_the_field() {
    let bytes = hex("0600 0100 02 03 0000
        0800 0200 04 05 06 07
        0c00 0300 08 09 0a 0b 0c 0d 0e 0f
        0600 0400 ff fe 0000
        0800 0500 ff ff ff fe
        0c00 0600 80 00 00 00 00 00 00 00
        0600 0700 0302 0000");
    let value = BigEndian {
        short: 0x0203,
        word: 0x0405_0607,
        long: 0x0809_0a0b_0c0d_0e0f,
        signed_short: -2,
        signed_word: -2,
        signed_long: i64::MIN,
        host: 0x0203,
    };
    both_ways(&value, &bytes);
}

#[test]
fn rule_04_mptcp_ports_are_host_order_in_addresses_and_big_endian_in_events() {
    let port = Address::default().port(8080);
    both_ways(&port, &hex("0600 0500 901f 0000"));
    let event = hex("0600 0200 0200 0000  0600 0900 1f 90 0000  0800 0500 0a 00 00 08");
    let event = decode::<ListenerEvent>(&event).expect("an event of the kernel");
    assert_eq!(event.sport, 8080);
    assert_eq!(event.saddr4, Some(Ipv4Addr::new(10, 0, 0, 8)));
}

#[test]
fn rule_05_an_integer_of_the_wrong_length_is_an_error_that_names_it() {
    // Number, name and width of the attributes, and where they begin in a message.
    let fields = [
        (1, "byte", 1, 20),
        (2, "short", 2, 28),
        (3, "word", 4, 36),
        (4, "long", 8, 44),
        (5, "signed-byte", 1, 56),
        (6, "signed-short", 2, 64),
        (7, "signed-word", 4, 72),
        (8, "signed-long", 8, 80),
    ];
    let bytes = hex(INTEGERS);
    for (number, name, width, offset) in fields {
        for length in (0..=17u8).filter(|length| *length != width) {
            // The wrong attribute stands behind the right ones that come before it.
            let mut bytes = bytes[..offset - 20].to_vec();
            bytes.extend(hex(&format!("{:02x}00 {number:02x}00", 4 + length)));
            bytes.resize(bytes.len() + usize::from(length).next_multiple_of(4), 0);
            let error = decode::<Integers>(&bytes).expect_err(name);
            let text = format!(
                "attribute `{name}` has {}, expected {width} (at byte {offset})",
                so_many(length.into())
            );
            assert_eq!(error.to_string(), text);
        }
    }
}

#[test]
fn rule_05_big_endian_integers_have_their_width_too() {
    refuses::<BigEndian>(
        "0500 0100 02 000000",
        "attribute `short` has 1 byte, expected 2 (at byte 20)",
    );
    refuses::<BigEndian>(
        "0600 0100 02 03 0000 0c00 0200 00 00 00 00 04 05 06 07",
        "attribute `word` has 8 bytes, expected 4 (at byte 28)",
    );
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Addresses {
    #[attr(1)]
    addr4: Option<Ipv4Addr>,
    #[attr(2)]
    addr6: Option<Ipv6Addr>,
    #[attr(3)]
    mac: Option<[u8; 6]>,
    #[attr(4)]
    key: Option<[u8; 20]>,
    #[attr(5)]
    nothing: Option<[u8; 0]>,
}

#[test]
fn rule_04_addresses_are_in_network_order() {
    let value = Addresses {
        addr4: Some(Ipv4Addr::new(10, 0, 0, 7)),
        addr6: Some(Ipv6Addr::new(0xfd00, 0, 0, 0, 0, 0, 0, 7)),
        mac: Some([1, 2, 3, 4, 5, 6]),
        key: Some([0xaa; 20]),
        nothing: Some([]),
    };
    let bytes = hex("0800 0100 0a 00 00 07
        1400 0200 fd000000000000000000000000000007
        0a00 0300 010203040506 0000
        1800 0400 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        0400 0500");
    both_ways(&value, &bytes);
}

#[test]
fn rule_05_addresses_and_arrays_have_their_length() {
    refuses::<Addresses>(
        "0700 0100 0a0000 00",
        "attribute `addr4` has 3 bytes, expected 4 (at byte 20)",
    );
    refuses::<Addresses>(
        "0c00 0100 0a 00 00 07 00000000",
        "attribute `addr4` has 8 bytes, expected 4 (at byte 20)",
    );
    refuses::<Addresses>(
        "1300 0200 fd0000000000000000000000000000 00",
        "attribute `addr6` has 15 bytes, expected 16 (at byte 20)",
    );
    refuses::<Addresses>(
        "1500 0200 fd00000000000000000000000000000000 000000",
        "attribute `addr6` has 17 bytes, expected 16 (at byte 20)",
    );
    refuses::<Addresses>(
        "0900 0300 0102030405 000000",
        "attribute `mac` has 5 bytes, expected 6 (at byte 20)",
    );
    refuses::<Addresses>(
        "0400 0300",
        "attribute `mac` has 0 bytes, expected 6 (at byte 20)",
    );
    refuses::<Addresses>(
        "0500 0500 00 000000",
        "attribute `nothing` has 1 byte, expected 0 (at byte 20)",
    );
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u16)]
enum Colour {
    Red = 3,
    /// 4: values count on.
    Green,
    Blue = 0x0100,
    #[unknown]
    Other(u16),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(i8)]
enum Level {
    Low = -1,
    High = 1,
    #[unknown]
    Other(i8),
}

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    struct Bits: u32 {
        const FIRST = 1;
        const LAST = 0x8000_0000;
    }
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Definitions {
    #[attr(1)]
    colour: Option<Colour>,
    #[attr(2)]
    level: Option<Level>,
    #[attr(3, flags)]
    bits: Option<Bits>,
}

#[test]
fn rule_05_enumerations_and_flags_are_integers() {
    let mut value = Definitions {
        colour: Some(Colour::Green),
        level: Some(Level::Low),
        bits: Some(Bits::FIRST | Bits::LAST),
    };
    let bytes = hex("0600 0100 0400 0000  0500 0200 ff 000000  0800 0300 01000080");
    both_ways(&value, &bytes);
    (value.colour, value.level) = (Some(Colour::Blue), Some(Level::High));
    let bytes = hex("0600 0100 0001 0000  0500 0200 01 000000  0800 0300 01000080");
    both_ways(&value, &bytes);
    refuses::<Definitions>(
        "0500 0100 03 000000",
        "attribute `colour` has 1 byte, expected 2 (at byte 20)",
    );
    refuses::<Definitions>(
        "0600 0300 0100 0000",
        "attribute `bits` has 2 bytes, expected 4 (at byte 20)",
    );
}

#[test]
fn rule_18_values_without_a_name_are_kept() {
    let value = Definitions {
        colour: Some(Colour::Other(0xfffe)),
        level: Some(Level::Other(0)),
        bits: Some(Bits::from_bits_retain(0x42) | Bits::FIRST),
    };
    let bytes = hex("0600 0100 feff 0000  0500 0200 00 000000  0800 0300 43000000");
    both_ways(&value, &bytes);
    // The named variant wins over the unnamed one with its value.
    reads(
        &hex("0600 0100 0300 0000"),
        &Definitions {
            colour: Some(Colour::Red),
            level: None,
            bits: None,
        },
    );
}
