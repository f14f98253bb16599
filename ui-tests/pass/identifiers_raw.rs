//! Names that are keywords.
#![deny(warnings)]
#![allow(non_camel_case_types)]

use genl::{AttributeSet, Enumeration, genl_family};

#[derive(Clone, Debug, PartialEq, Enumeration)]
#[repr(u8)]
pub enum r#enum {
    r#Async = 1,
    #[unknown]
    r#Dyn(u8),
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub struct r#struct {
    #[attr(1)]
    pub r#type: Option<r#enum>,
    #[attr(2)]
    pub r#fn: u8,
    #[attr(3, multi)]
    pub r#loop: Vec<u32>,
    #[attr(4, flag)]
    pub r#true: bool,
    #[attr(5, nest)]
    pub r#box: Option<Box<r#struct>>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = r#struct)]
pub struct r#where {
    pub r#fn: u8,
    pub r#loop: Vec<u32>,
    pub r#true: bool,
}

genl_family! {
    #[family(name = "pm")]
    pub trait r#mod {
        const r#EVENTS: MulticastGroup = "events";
        #[op(1)]
        fn r#move(r#in: r#where) -> r#struct;
        #[op(2, dump)]
        fn r#match() -> r#struct;
        #[event(1, group = r#EVENTS)]
        fn r#break(r#in: r#struct);
        #[event(2, group = EVENTS, notify = r#move)]
        fn r#yield();
    }
}

fn main() {
    assert_eq!(r#struct::_TYPE.name(), "type");
    assert_eq!(r#mod::MOVE.operation().name, "move");
    assert_eq!(r#mod::BREAK.name(), "break");
    assert_eq!(<r#enum as Enumeration>::DESCRIPTION.name, "enum");
    let event = modEvent::Yield(r#struct {
        r#type: None,
        r#fn: 1,
        r#loop: Vec::new(),
        r#true: false,
        r#box: None,
    });
    assert_eq!((event.command(), event.name()), (2, "yield"));
}
