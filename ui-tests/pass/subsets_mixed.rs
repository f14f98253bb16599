//! Enums that are subsets: with every kind of field, with parameters, and nested in their set.

#![no_implicit_prelude]
#![deny(warnings)]

use ::core::clone::Clone;
use ::core::cmp::PartialEq;
use ::core::fmt::Debug;
use ::genl::codec::With;
use ::genl::{AttributeSet, Indexed, UnknownAttribute};
use ::std::assert_eq;
use ::std::boxed::Box;
use ::std::string::String;
use ::std::vec::Vec;

struct Some;
struct Ok;

pub struct Byte;

impl With<'_, bool> for Byte {
    fn put(value: &bool, payload: &mut ::genl::wire::PayloadWriter<'_>) {
        payload.push(&[::core::convert::From::from(*value)]);
    }

    fn get(payload: &[u8]) -> ::core::result::Result<bool, ::genl::DecodeError> {
        ::core::result::Result::Ok(payload == [1])
    }
}

pub mod attr {
    use super::*;

    #[derive(Clone, Debug, PartialEq, AttributeSet)]
    #[attrs(pad = 20)]
    pub struct Attr<'a> {
        #[attr(1)]
        pub r#type: ::core::option::Option<u32>,
        #[attr(2, flag)]
        pub up: bool,
        #[attr(3, with = Byte)]
        pub carrier: bool,
        #[attr(4, multi, big_endian)]
        pub ports: Vec<u16>,
        #[attr(5, indexed)]
        pub queues: Vec<Indexed<u8>>,
        #[attr(6, array)]
        pub ids: Vec<u32>,
        #[attr(7, nest)]
        pub part_of: Vec<Part<'a>>,
        #[attr(8)]
        pub if_name: &'a str,
        #[attr(9)]
        pub bytes: Vec<u8>,
        #[attr(10, multi, nest)]
        pub entries: Vec<Entry>,
        #[attr(11, nest)]
        pub boxed: Box<Entry>,
        #[attr(12, multi)]
        pub addr4: Vec<String>,
    }
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub struct Entry {
    #[attr(1)]
    id: ::core::option::Option<u8>,
    #[attr(2)]
    name: ::core::option::Option<String>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Entry)]
pub struct EntryId {
    id: u8,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = attr::Attr<'a>)]
pub enum Part<'a> {
    Type(u32),
    Up,
    Carrier(bool),
    Ports(u16),
    Queues(Vec<Indexed<u8>>),
    Ids(Vec<u32>),
    PartOf(Vec<Self>),
    IfName(&'a str),
    Bytes(Vec<u8>),
    Entries(EntryId),
    Boxed(Box<Entry>),
    Addr4(String),
    #[attr(unknown)]
    Other(UnknownAttribute),
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = attr::Attr<'_>)]
enum Up {
    Up,
}

fn main() {
    let _ = (Some, Ok);
    let parts = ::std::vec![
        Part::Up,
        Part::PartOf(::std::vec![Part::Ports(1), Part::IfName("a"), Part::Up]),
        Part::Entries(EntryId { id: 1 }),
        Part::Carrier(true),
    ];
    let bytes = AttributeSet::to_bytes(&parts);
    let bytes = ::core::result::Result::unwrap(bytes);
    assert_eq!(
        <Vec<Part<'_>> as AttributeSet>::from_bytes(&bytes),
        ::core::result::Result::Ok(parts)
    );
    assert_eq!(
        <Vec<Up> as AttributeSet>::from_bytes(&bytes),
        ::core::result::Result::Ok(::std::vec![Up::Up])
    );
    assert_eq!(<Vec<Part<'_>> as AttributeSet>::DESCRIPTION.pad, ::core::option::Option::Some(20));
    assert_eq!(<Vec<Up> as AttributeSet>::DESCRIPTION.pad, ::core::option::Option::Some(20));
}
