//! A trait of the author has methods with the names that generated code calls, by value and for all types.
#![deny(warnings)]
#![allow(dead_code)]

use genl::codec::WithSibling;
use genl::wire::PayloadWriter;
use genl::{AttributeSet, DecodeError, Enumeration, genl_family};

pub trait Everywhere: Sized {
    fn put(self) {}
    fn put_optional(self) {}
    fn put_list(self) {}
    fn put_flag(self) {}
    fn put_unknown(self) {}
    fn get(self) {}
    fn get_list(self) {}
    fn get_flag(self) {}
    fn find(self) {}
    fn beside(self) {}
    fn blank(self) {}
    fn look(self) {}
    fn look_some(self) {}
    fn look_list(self) {}
    fn look_flag(self) {}
    fn required_beside(self) {}
    fn optional_beside(self) {}
    fn put_some(self) {}
    fn find_list(self) {}
    fn find_flag(self) {}
    fn find_variant(self) {}
    fn find_unit(self) {}
    fn find_unknown(self) {}
    fn find_unknown_variant(self) {}
    fn read(self) {}
    fn read_unknown(self) {}
    fn take(self) {}
    fn take_list(self) {}
    fn take_flag(self) {}
    fn keep(self) {}
    fn each(self) {}
    fn number(self) {}
    fn typed(self) {}
    fn variant(self) {}
    fn unit(self) {}
    fn repeated(self) {}
    fn required(self) {}
    fn optional(self) {}
    fn list(self) {}
    fn flag(self) {}
    fn describe(self) {}
    fn decode(self) {}
    fn call(self) {}
    fn dump(self) {}
    fn from_repr(self) {}
    fn to_repr(self) {}
    fn command(self) {}
    fn name(self) {}
    fn __genl_known(self) {}
}
impl<T> Everywhere for T {}

#[derive(Clone, Debug, PartialEq, Enumeration)]
#[repr(u8)]
pub enum Kind {
    Inet = 2,
    #[unknown]
    Other(u8),
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub struct Limits {
    #[attr(1)]
    pub required: u8,
    #[attr(2)]
    pub optional: Option<Kind>,
    #[attr(3, multi)]
    pub list: Vec<u16>,
    #[attr(4, flag)]
    pub flag: bool,
    #[attr(unknown)]
    pub rest: Vec<genl::UnknownAttribute>,
}

/// A codec that ignores its sibling.
pub struct Anyway;

impl<S> WithSibling<'_, u8, S> for Anyway {
    fn put(value: &u8, _: &S, payload: &mut PayloadWriter<'_>) {
        payload.push(&[*value]);
    }

    fn get(payload: &[u8], _: &S) -> Result<u8, DecodeError> {
        payload.first().copied().ok_or(DecodeError::refused("is empty"))
    }
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub struct Siblings {
    #[attr(1)]
    pub required: u8,
    #[attr(2)]
    pub optional: Option<Kind>,
    #[attr(3, multi)]
    pub list: Vec<u16>,
    #[attr(4, flag)]
    pub flag: bool,
    #[attr(5, with = Anyway, sibling = required)]
    pub by_required: u8,
    #[attr(6, with = Anyway, sibling = optional)]
    pub by_optional: Option<u8>,
    #[attr(7, with = Anyway, sibling = list)]
    pub by_list: u8,
    #[attr(8, with = Anyway, sibling = flag)]
    pub by_flag: u8,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Siblings)]
pub struct LessSiblings {
    pub list: Vec<u16>,
    #[attr(with = Anyway, sibling = list)]
    pub by_list: u8,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Limits)]
pub struct Less {
    pub required: u8,
    pub list: Vec<u16>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub enum Item {
    #[attr(1)]
    Number(u8),
    #[attr(2, flag)]
    Up,
    #[attr(unknown)]
    Rest(genl::UnknownAttribute),
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Limits)]
pub enum Limit {
    Required(u8),
    List(u16),
    Flag,
    #[attr(unknown)]
    Rest(genl::UnknownAttribute),
}

genl_family! {
    #[family(name = "pm")]
    pub trait Pm {
        const EVENTS: MulticastGroup = "pm_events";
        #[op(1)]
        fn get() -> Limits;
        #[op(1, dump)]
        fn list() -> Limits;
        #[event(1, group = EVENTS)]
        fn changed(event: Limits);
    }
}

fn main() {
    let event = &PmEvent::Unknown(genl::UnknownEvent {
        command: 7,
        attributes: Vec::new(),
    });
    assert_eq!((event.command(), event.name()), (7, "unknown"));
}
