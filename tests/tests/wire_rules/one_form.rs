//! What has several forms on the wire, all of which are read, and one of which is written.

use genl::wire::Attributes;
use genl::{AttributeSet, Bitfield32, CStruct, Keyed, UnknownAttribute};
use zerocopy::{FromBytes, Immutable, IntoBytes};

use super::hex;
use super::unwritable;

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    struct Bits: u32 {
        const ONE = 1;
    }
}

#[derive(Clone, Copy, Debug, PartialEq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
struct Pair {
    first: u16,
    second: u16,
}

/// What has several forms on the wire.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(pad = 20)]
struct Forms {
    #[attr(1)]
    id: Option<u8>,
    #[attr(2, multi)]
    ids: Vec<u8>,
    #[attr(3, nest)]
    inner: Option<Box<Forms>>,
    #[attr(4)]
    name: Option<String>,
    #[attr(5, unterminated)]
    label: Option<String>,
    #[attr(6, flag)]
    up: bool,
    #[attr(7, uint)]
    size: Option<u64>,
    #[attr(8, c_struct)]
    pair: Option<Pair>,
    #[attr(9, indexed)]
    list: Option<Vec<u8>>,
    #[attr(10, keyed(outer: u16, inner: u16))]
    keyed: Option<Vec<Keyed<(u16, u16), u8>>>,
    #[attr(11, array, omit_empty)]
    packed: Vec<u8>,
    #[attr(12, max = 4)]
    bounded: Option<u8>,
    #[attr(13, bitfield32)]
    bits: Option<Bitfield32<Bits>>,
    #[attr(unknown)]
    rest: Vec<UnknownAttribute>,
}

/// The lists of `macros/doc/attribute_set.md`.
#[test]
fn a_value_with_several_forms_is_written_in_one() {
    let forms = [
        // The order, and what comes twice.
        (
            "0500 0200 01 000000  0500 0100 02 000000  0500 0200 03 000000  0500 0100 04 000000",
            "0500 0100 04 000000  0500 0200 01 000000  0500 0200 03 000000",
        ),
        (
            "0500 3200 01 000000  0500 0100 02 000000",
            "0500 0100 02 000000  0500 3200 01 000000",
        ),
        // Flags of attributes.
        ("0400 0300", "0400 0380"),
        ("0500 0140 01 000000", "0500 0100 01 000000"),
        // Padding, or none.
        ("0500 0100 01 aabbcc", "0500 0100 01 000000"),
        ("0900 0380 0500 0100 01", "0c00 0380 0500 0100 01 000000"),
        // Text.
        ("0800 0400 61 00 62 00", "0600 0400 61 00 0000"),
        ("0600 0500 61 00 0000", "0500 0500 61 000000"),
        // A flag with a payload.
        ("0500 0600 00 000000", "0400 0600"),
        // A wide integer.
        ("0c00 0700 0100000000000000", "0800 0700 01000000"),
        // Structs that are shorter and longer.
        ("0600 0800 0100 0000", "0800 0800 0100 0000"),
        ("0a00 0800 0100 0200 0300 0000", "0800 0800 0100 0200"),
        // Numbers of elements.
        (
            "0c00 0980  0500 0700 01 000000",
            "0c00 0980  0500 0000 01 000000",
        ),
        (
            "2400 0a80  0400 0180  0c00 0280 0500 0100 07 000000  0c00 0280 0500 0200 08 000000  0400 0380",
            "1800 0a80  1400 0280 0500 0100 07 000000 0500 0200 08 000000",
        ),
        // Lists that are left out, and pads.
        ("0400 0b00", ""),
        ("0400 1400", ""),
    ];
    for (read, written) in forms {
        let bytes = hex(read);
        let value = Forms::decode(Attributes::new(&bytes, 20));
        let value = value.unwrap_or_else(|error| panic!("{read}: {error}"));
        assert_eq!(value.to_bytes(), Ok(hex(written)), "{read}");
    }
}

#[test]
fn values_out_of_range_are_read_and_not_written() {
    for (read, text) in [
        (
            "0500 0c00 05 000000",
            "attribute `bounded` is 5, expected at most 4",
        ),
        (
            "0c00 0d00 01000000 00000000",
            "attribute `bits` sets bits 0x1, but its selector is 0x0",
        ),
    ] {
        let bytes = hex(read);
        let value = Forms::decode(Attributes::new(&bytes, 20)).expect(read);
        unwritable(&value, text);
    }
}
