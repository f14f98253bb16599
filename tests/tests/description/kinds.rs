//! What descriptions of payloads look like under `{:?}`, and what they are defined by.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use genl::c::{Enum, Flags, WithList};
use genl::{AttributeSet, Bitfield32, CStruct, Enumeration, Keyed, genl_family};
use zerocopy::{FromBytes, Immutable, IntoBytes};

use super::Color;

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    struct Bits: u32 {
        const ONE = 1;
    }
}

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    struct Marks: u8 {
        const ONE = 1;
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Enumeration)]
#[repr(u16)]
enum Shape {
    #[default]
    Round = 1,
    #[unknown]
    Other(u16),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
struct Inner {
    marks: Flags<Marks>,
    #[member(pad)]
    gap: u8,
    shape: Enum<Shape>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
struct Head {
    inner: [Inner; 2],
    count: u32,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Every {
    #[attr(1)]
    byte: u8,
    #[attr(2, big_endian)]
    port: u16,
    #[attr(3, uint)]
    size: u64,
    #[attr(4, sint)]
    offset: i64,
    #[attr(5, big_endian)]
    signed: i32,
    #[attr(6)]
    color: Color,
    #[attr(7, flags)]
    bits: Bits,
    #[attr(8, bitfield32)]
    chosen: Bitfield32<Bits>,
    #[attr(9, c_struct)]
    list: WithList<Head, u16>,
    #[attr(10, array)]
    packed: Vec<u16>,
    #[attr(11, multi)]
    names: Vec<String>,
    #[attr(12, indexed(from = 1))]
    numbered: Vec<u32>,
    #[attr(13, keyed(id: u16))]
    keyed: Vec<Keyed<u16, u32>>,
    #[attr(14)]
    v4: Ipv4Addr,
    #[attr(15)]
    v6: Ipv6Addr,
    #[attr(16)]
    ip: IpAddr,
    #[attr(17, u8)]
    truth: bool,
    #[attr(18, flag)]
    flag: bool,
    #[attr(19)]
    binary: Vec<u8>,
    #[attr(20)]
    mac: [u8; 6],
    #[attr(21, unterminated)]
    text: String,
    #[attr(22, c_struct)]
    inner: Option<Inner>,
}

genl_family! {
    #[family(name = "shapes")]
    trait Shapes {
        #[op(1)]
        fn shape(request: Every);
    }
}

#[test]
fn kinds_are_shown_in_short() {
    let shown = Every::DESCRIPTION.attributes.iter();
    let shown: Vec<_> = shown.map(|it| format!("{:?}", it.kind)).collect();
    let expected = [
        "Integer(u8)",
        "Integer(be16)",
        "Integer(uint)",
        "Integer(sint)",
        "Integer(sbe32)",
        "Enumeration(u8, color)",
        "Flags(u32, Bits)",
        "Bitfield32(Bits)",
        "StructWithList { head: Struct(head), element: Integer(u16) }",
        "Array(Integer(u16))",
        "Multi(String)",
        "Indexed(From(1), Integer(u32))",
        "Keyed([\"id\"], Integer(u32))",
        "Ipv4",
        "Ipv6",
        "Ip",
        "Bool",
        "Flag",
        "Binary",
        "Bytes(6)",
        "UnterminatedString",
        "Struct(inner)",
    ];
    assert_eq!(shown, expected);
}

#[test]
fn members_of_c_structs_lead_to_definitions() {
    let found = Shapes::DESCRIPTION.definitions();
    let names: Vec<_> = found.iter().map(|it| it.rust_type().name()).collect();
    let expected = ["Every", "Color", "Bits", "Head", "Inner", "Marks", "Shape"];
    assert_eq!(names, expected);
}
