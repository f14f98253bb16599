//! The wider words: integers of variable width, packed arrays, bitfields, C structs, and an author's own codec.

use genl::codec::With;
use genl::wire::PayloadWriter;
use genl::{AttributeSet, Bitfield32, CStruct, DecodeError};
use zerocopy::byteorder::big_endian;
use zerocopy::{FromBytes, Immutable, IntoBytes};

use super::hex;
use super::{both_ways, decode, reads, refuses, unwritable};

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    struct Bits: u32 {
        const ONE = 1;
        const TWO = 2;
    }
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Variable {
    #[attr(1, uint)]
    unsigned: Option<u64>,
    #[attr(2, sint, min = -5)]
    signed: Option<i64>,
    #[attr(3, multi, uint)]
    several: Vec<u64>,
}

#[test]
fn rule_05_variable_width_is_the_smaller_that_fits() {
    let value = Variable {
        unsigned: Some(u64::from(u32::MAX)),
        signed: Some(-1),
        several: vec![1, 1 << 32],
    };
    let bytes = hex(
        "0800 0100 ffffffff  0800 0200 ffffffff  0800 0300 01000000  0c00 0300 0000000001000000",
    );
    both_ways(&value, &bytes);
    let wide = Variable {
        signed: Some(i64::from(i32::MAX) + 1),
        ..Variable::default()
    };
    both_ways(&wide, &hex("0c00 0200 0000008000000000"));
}

#[test]
fn rule_05_variable_width_is_4_or_8_and_nothing_else() {
    // What fits in 4 bytes may come in 8.
    reads(
        &hex("0c00 0100 0700000000000000"),
        &Variable {
            unsigned: Some(7),
            ..Variable::default()
        },
    );
    refuses::<Variable>(
        "0600 0100 0700 0000",
        "attribute `unsigned` has 2 bytes, expected 4 or 8 (at byte 20)",
    );
    refuses::<Variable>(
        "0400 0200",
        "attribute `signed` has 0 bytes, expected 4 or 8 (at byte 20)",
    );
    let low = Variable {
        signed: Some(-6),
        ..Variable::default()
    };
    unwritable(&low, "attribute `signed` is -6, expected at least -5");
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Arrays {
    #[attr(1, array, omit_empty)]
    words: Vec<u32>,
    #[attr(2, array, big_endian)]
    ports: Option<Vec<u16>>,
}

#[test]
fn packed_arrays_are_one_attribute() {
    let value = Arrays {
        words: vec![1, 2],
        ports: Some(vec![80]),
    };
    both_ways(
        &value,
        &hex("0c00 0100 01000000 02000000  0600 0200 00 50 0000"),
    );
    both_ways(
        &Arrays {
            ports: Some(Vec::new()),
            ..Arrays::default()
        },
        &hex("0400 0200"),
    );
    both_ways(&Arrays::default(), &[]);
    let uneven = "attribute `words` has 6 bytes, expected a multiple of 4 (at byte 20)";
    refuses::<Arrays>("0a00 0100 01000000 0200 0000", uneven);
    // The last one holds, whole.
    reads(
        &hex("0800 0100 01000000  0800 0100 02000000"),
        &Arrays {
            words: vec![2],
            ..Arrays::default()
        },
    );
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Fields {
    #[attr(1, bitfield32)]
    bits: Option<Bitfield32<Bits>>,
}

#[test]
fn rule_15_bits_outside_of_the_selector_are_not_written() {
    let value = Fields {
        bits: Some(Bitfield32 {
            value: Bits::ONE,
            selector: Bits::all(),
        }),
    };
    both_ways(&value, &hex("0c00 0100 01000000 03000000"));
    let outside = Fields {
        bits: Some(Bitfield32 {
            value: Bits::all(),
            selector: Bits::ONE,
        }),
    };
    unwritable(
        &outside,
        "attribute `bits` sets bits 0x3, but its selector is 0x1",
    );
    // A kernel that sends them is believed, unknown bits included.
    let bits = Bitfield32 {
        value: Bits::from_bits_retain(0x84),
        selector: Bits::ONE,
    };
    reads(
        &hex("0c00 0100 84000000 01000000"),
        &Fields { bits: Some(bits) },
    );
    refuses::<Fields>(
        "0800 0100 01000000",
        "attribute `bits` has 4 bytes, expected 8 (at byte 20)",
    );
}

#[derive(Clone, Copy, Debug, Default, PartialEq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
struct Statistics {
    version: u16,
    port: big_endian::U16,
    count: u32,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Structs {
    #[attr(1, c_struct)]
    statistics: Option<Statistics>,
    #[attr(2, multi, c_struct)]
    history: Vec<Statistics>,
}

#[test]
fn rule_17_c_structs_grow() {
    let statistics = Statistics {
        version: 1,
        port: 0x5060.into(),
        count: 7,
    };
    let value = Structs {
        statistics: Some(statistics),
        history: vec![statistics; 2],
    };
    let bytes = "0100 50 60 07000000";
    both_ways(
        &value,
        &hex(&format!(
            "0c00 0100 {bytes}  0c00 0200 {bytes}  0c00 0200 {bytes}"
        )),
    );
    // Shorter is filled with zeros, longer is cut.
    let older = Statistics {
        count: 0,
        ..statistics
    };
    reads(
        &hex("0800 0100 0100 50 60"),
        &Structs {
            statistics: Some(older),
            ..Structs::default()
        },
    );
    let newer = "1000 0100 0100 50 60 07000000 ffffffff";
    reads(
        &hex(newer),
        &Structs {
            statistics: Some(statistics),
            ..Structs::default()
        },
    );
}

#[derive(Clone, Debug, PartialEq)]
struct Celsius(f32);

/// Thousandths of a degree.
struct Millis;

impl With<'_, Celsius> for Millis {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "no temperature is that high"
    )]
    fn put(value: &Celsius, payload: &mut PayloadWriter<'_>) {
        if value.0 < -273.15 {
            payload.refuse("is colder than anything is");
        }
        payload.push(&((value.0 * 1000.0) as i32).to_ne_bytes());
    }

    #[expect(clippy::cast_precision_loss, reason = "no thermometer is that exact")]
    fn get(payload: &[u8]) -> Result<Celsius, DecodeError> {
        let millis = payload.try_into().map(i32::from_ne_bytes);
        millis
            .map(|millis| Celsius(millis as f32 / 1000.0))
            .map_err(|_| DecodeError::refused("is no temperature"))
    }
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Zone {
    #[attr(1, with = Millis)]
    temperature: Celsius,
}

#[test]
fn an_author_brings_a_codec() {
    both_ways(
        &Zone {
            temperature: Celsius(21.5),
        },
        &hex("0800 0100 fc530000"),
    );
    refuses::<Zone>(
        "0500 0100 fc 000000",
        "attribute `temperature` is no temperature (at byte 20)",
    );
    assert!(decode::<Zone>(&[]).is_err());
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct House {
    #[attr(1, nest)]
    zone: Zone,
    #[attr(2, multi, with = Millis)]
    others: Vec<Celsius>,
}

#[test]
fn a_codec_refuses_what_it_cannot_write() {
    let cold = || Celsius(-300.0);
    unwritable(
        &Zone {
            temperature: cold(),
        },
        "attribute `temperature` is colder than anything is",
    );
    let house = |inside, others| House {
        zone: Zone {
            temperature: inside,
        },
        others,
    };
    unwritable(
        &house(cold(), vec![cold()]),
        "attribute `zone.temperature` is colder than anything is",
    );
    unwritable(
        &house(Celsius(20.0), vec![Celsius(4.0), cold()]),
        "attribute `others[1]` is colder than anything is",
    );
}
