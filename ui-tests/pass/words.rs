//! Every word on every type on which it is allowed.
#![deny(warnings)]

use std::ffi::{CStr, CString};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use genl::codec::With;
use genl::wire::PayloadWriter;
use genl::{
    AttributeSet, Bitfield32, DecodeError, Enumeration, Indexed, Keyed, UnknownAttribute,
    genl_family,
};

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Bits: u16 {
        const UP = 1;
    }
}

#[derive(Clone, Debug, PartialEq, Enumeration)]
#[repr(i32)]
pub enum Kind {
    Least = -1,
    Zero,
    #[unknown]
    Other(i32),
}

const GREATEST: u8 = 8;
type Id = u32;

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(name = "all", pad = 16383)]
pub struct All<'a> {
    #[attr(0)]
    pub u8: u8,
    #[attr(1, min = 1, max = GREATEST)]
    pub u8_bounded: u8,
    #[attr(2)]
    pub u64: u64,
    #[attr(3, min = -1)]
    pub i8: i8,
    #[attr(4)]
    pub i64: i64,
    #[attr(5, big_endian)]
    pub u16_network: u16,
    #[attr(6, big_endian, max = 0xffff)]
    pub i32_network: i32,
    #[attr(7)]
    pub v4: Ipv4Addr,
    #[attr(8)]
    pub v6: Ipv6Addr,
    #[attr(9)]
    pub mac: [u8; 6],
    #[attr(10, max_len = 15)]
    pub str: &'a str,
    #[attr(11, unterminated)]
    pub str_unterminated: &'a str,
    #[attr(12)]
    pub string: String,
    #[attr(13, unterminated, min_len = 1)]
    pub string_unterminated: String,
    #[attr(14)]
    pub c_str: &'a CStr,
    #[attr(15)]
    pub c_string: CString,
    #[attr(16, exact_len = 4)]
    pub slice: &'a [u8],
    #[attr(17, min_len = 4)]
    pub bytes: Vec<u8>,
    #[attr(18, flag)]
    pub flag: bool,
    #[attr(19, flags)]
    pub flags: Option<Bits>,
    #[attr(20)]
    pub kind: Kind,
    #[attr(21)]
    pub alias: Id,
    #[attr(22, multi)]
    pub multi: Vec<u16>,
    #[attr(23, multi, big_endian)]
    pub multi_network: Vec<u16>,
    #[attr(24, multi, flags)]
    pub multi_flags: Vec<Bits>,
    #[attr(25, multi, unterminated)]
    pub multi_text: Vec<&'a str>,
    #[attr(26, multi, nest)]
    pub multi_nest: Vec<Leaf>,
    #[attr(27, indexed)]
    pub indexed: Vec<u32>,
    #[attr(28, indexed(from = 1), nest)]
    pub indexed_from: Option<Vec<Leaf>>,
    #[attr(29, indexed(zero), big_endian)]
    pub indexed_zero: Vec<u32>,
    #[attr(30, indexed)]
    pub indexed_kept: Vec<Indexed<u32>>,
    #[attr(31, keyed(key: u16), nest)]
    pub keyed: Vec<Keyed<u16, Leaf>>,
    #[attr(32, keyed(outer: u16, inner: u16))]
    pub keyed_twice: Vec<Keyed<(u16, u16), u8>>,
    #[attr(33, nest, name = "the-leaf")]
    pub leaf: Leaf,
    #[attr(34, nest)]
    pub boxed: Option<Box<All<'a>>>,
    #[attr(35)]
    pub std_option: std::option::Option<std::vec::Vec<u8>>,
    #[attr(unknown)]
    pub rest: Vec<UnknownAttribute>,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
pub struct Leaf {
    #[attr(1)]
    pub id: Option<u8>,
}

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct SignedBits: i32 {
        const UP = 1;
    }
}

/// A `bool` in a byte, and lists of them.
pub struct Bytes;

impl With<'_, bool> for Bytes {
    fn put(value: &bool, payload: &mut PayloadWriter<'_>) {
        payload.push(&[u8::from(*value)]);
    }

    fn get(payload: &[u8]) -> Result<bool, DecodeError> {
        Ok(payload == [1])
    }
}

impl With<'_, Vec<bool>> for Bytes {
    fn put(values: &Vec<bool>, payload: &mut PayloadWriter<'_>) {
        values
            .iter()
            .for_each(|value| <Self as With<'_, bool>>::put(value, payload));
    }

    fn get(payload: &[u8]) -> Result<Vec<bool>, DecodeError> {
        Ok(payload.iter().map(|byte| *byte == 1).collect())
    }
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
pub struct Wide {
    #[attr(1, uint)]
    pub unsigned: u64,
    #[attr(2, sint, min = -1)]
    pub signed: Option<i64>,
    #[attr(3, array)]
    pub array: Vec<u32>,
    #[attr(4, array, big_endian)]
    pub array_network: Option<Vec<u32>>,
    #[attr(5, array)]
    pub array_of_bytes: Vec<u8>,
    #[attr(6, array)]
    pub array_of_kinds: Vec<Kind>,
    #[attr(7, big_endian)]
    pub kind_network: Option<Kind>,
    #[attr(8, bitfield32)]
    pub bitfield: Option<Bitfield32<Bits32>>,
    #[attr(9, flags)]
    pub signed_flags: Option<SignedBits>,
    #[attr(10, with = Bytes)]
    pub byte: bool,
    #[attr(11, with = Bytes)]
    pub optional_byte: Option<bool>,
    #[attr(12, with = Bytes)]
    pub bytes: Vec<bool>,
    #[attr(14, array)]
    pub array_of_macs: Vec<[u8; 6]>,
    #[attr(15, array)]
    pub array_of_addresses: Option<Vec<Ipv6Addr>>,
    #[attr(16, array, flags, big_endian)]
    pub array_of_flags: Vec<Bits>,
    #[attr(17, array, min = -1)]
    pub array_bounded: Vec<Kind>,
    #[attr(18, u8)]
    pub truth: bool,
    #[attr(19, u8)]
    pub truth_optional: Option<bool>,
    #[attr(20, multi, u8)]
    pub truths: Vec<bool>,
    #[attr(21, array, u8)]
    pub truths_packed: Vec<bool>,
    #[attr(22)]
    pub address: Option<IpAddr>,
    #[attr(23, multi)]
    pub addresses: Vec<IpAddr>,
    #[attr(13, indexed)]
    pub indexed_bytes: Vec<u8>,
}

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Bits32: u32 {
        const UP = 1;
    }
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(subset_of = Wide)]
pub struct Narrow {
    pub unsigned: Option<u64>,
    pub array: Vec<u32>,
    pub array_network: Option<Vec<u32>>,
    pub array_of_bytes: Vec<u8>,
    pub array_of_kinds: Vec<Kind>,
    pub kind_network: Option<Kind>,
    pub bitfield: Option<Bitfield32<Bits32>>,
    pub byte: bool,
    pub bytes: Vec<bool>,
    pub indexed_bytes: Vec<u8>,
    pub truth: bool,
    pub truth_optional: bool,
    pub truths: Vec<bool>,
    pub address: Option<IpAddr>,
}

genl_family! {
    #[family(name = "wide")]
    pub trait Wides {
        #[op(1)]
        fn get(request: Narrow) -> Option<Wide>;
        #[op(2)]
        fn all(request: All<'_>) -> Option<All<'_>>;
    }
}

fn main() {
    assert_eq!(Narrow::DESCRIPTION.attributes.len(), 14);
    assert_eq!(Wides::GET.flags(), 5);
    assert_eq!(All::_LEAF.name(), "the-leaf");
    assert_eq!(All::DESCRIPTION.name, "all");
    assert_eq!(i32::from(Kind::from(7)), 7);
}
