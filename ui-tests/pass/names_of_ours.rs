//! Types of the author with the names of ours, and fields with the names of locals in generated code.
#![deny(warnings)]
#![allow(dead_code)]

mod shadows {
    pub struct Client;
    pub struct Family;
    pub struct Slot;
    pub struct Error;
    pub struct Do;
    pub struct Dump;
    pub struct Event;
    pub struct MulticastGroup;
    pub struct Attributes;
    pub struct AttributeWriter;
    pub struct DecodeError;
    pub struct Listener;
    pub struct UnknownEvent;
    pub mod word {}
    pub mod codec {}
    pub mod description {}
}
#[allow(unused_imports)]
use shadows::*;

#[derive(Clone, Debug, PartialEq, genl::AttributeSet)]
struct AttributeSet {
    #[attr(1)]
    out: u8,
    #[attr(2)]
    bytes: Option<u8>,
    #[attr(3)]
    attribute: u8,
    #[attr(4)]
    attributes: u8,
    #[attr(5)]
    number: u8,
    #[attr(6)]
    view: u8,
    #[attr(7)]
    description: u8,
    #[attr(8)]
    encode: u8,
    #[attr(9)]
    decode: u8,
    #[attr(10)]
    new: u8,
    #[attr(11)]
    __genl_out: u8,
    #[attr(12)]
    __genl_attribute: u8,
    #[attr(13)]
    __genl_field_out: u8,
    #[attr(14)]
    slot: u8,
    #[attr(15)]
    self_: u8,
}

#[derive(Clone, Debug, PartialEq, genl::Enumeration)]
#[repr(u8)]
enum Enumeration {
    Repr = 1,
    Unknown = 2,
    Other = 3,
    #[unknown]
    Description(u8),
}

#[derive(Clone, Debug, PartialEq, genl::AttributeSet)]
struct C {
    #[attr(1)]
    id: u8,
}

macro_rules! set {
    () => {
        C
    };
}

genl::genl_family! {
    #[family(name = "pm")]
    trait OfC {
        #[op(1)]
        fn get(request: C) -> Option<C>;
        #[op(2, dump)]
        fn list(request: C) -> C;
        #[event(3, unicast)]
        fn seen(event: C);
    }
}

genl::genl_family! {
    #[family(name = "pm")]
    trait OfMacros {
        #[op(1)]
        fn get(request: set!()) -> set!();
    }
}

fn get(client: &mut OfC, other: &mut OfMacros) -> Result<C, genl::Error> {
    let reply = client.get(&C { id: 1 })?;
    other.get(&reply.unwrap_or(C { id: 2 }))
}

genl::genl_family! {
    #[family(name = "pm")]
    trait Channel {
        const GROUPS: MulticastGroup = "groups";
        #[op(1)]
        fn call(channel: AttributeSet) -> AttributeSet;
        #[op(2, dump)]
        fn dump(groups: AttributeSet) -> AttributeSet;
        #[op(3)]
        fn clone();
        #[event(1, group = GROUPS)]
        fn decode(event: AttributeSet);
        #[event(2, group = GROUPS)]
        fn view();
        #[event(3, group = GROUPS)]
        fn command();
        #[event(4, group = GROUPS, name = "the-name")]
        fn name();
    }
}

fn main() {
    let _ = AttributeSet::_NEW;
    assert_eq!(ChannelEvent::Command.command(), 3);
    assert_eq!(ChannelEvent::Name.name(), "the-name");
}
