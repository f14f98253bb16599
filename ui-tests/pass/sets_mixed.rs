//! Enums of attributes: with shadowed names, with parameters, nested in themselves, and as whole messages.

#![no_implicit_prelude]
#![deny(warnings)]

use ::core::clone::Clone;
use ::core::cmp::PartialEq;
use ::core::fmt::Debug;
use ::genl::{AttributeSet, UnknownAttribute, genl_family};
use ::std::assert_eq;
use ::std::boxed::Box;
use ::std::vec::Vec;

struct Option;
struct Result;
struct Ok;
struct Some;

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub struct Entry<T> {
    #[attr(1)]
    value: T,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub enum Item<T> {
    #[attr(1)]
    Value(T),
    #[attr(2, nest)]
    Entry(Box<Entry<T>>),
    #[attr(3)]
    Text(Vec<u8>),
    #[attr(0, flag)]
    r#Self_,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub enum A {
    #[attr(1)]
    A(u8),
    #[attr(2, flag)]
    B,
    #[attr(3, nest)]
    Nest(Vec<A>),
    #[attr(unknown)]
    Rest(UnknownAttribute),
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub struct Set<T> {
    #[attr(1, nest)]
    items: Vec<Item<T>>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub enum Text<'a> {
    #[attr(1)]
    Name(&'a str),
    #[attr(2, nest)]
    Inner(Vec<Text<'a>>),
}

genl_family! {
    #[family(name = "test")]
    pub trait Test {
        #[op(1)]
        fn send(request: Vec<A>) -> Vec<A>;
        #[event(2, unicast)]
        fn sent(event: Vec<A>);
        #[event(3, unicast)]
        fn noted(event: Vec<Text<'_>>);
    }
}

fn main() {
    let _ = (Option, Result, Ok, Some);
    let mut bytes = Vec::new();
    let set = Set { items: ::std::vec![Item::Value(1_u8), Item::Self_, Item::Text(::std::vec![1])] };
    AttributeSet::encode(&set, &mut ::genl::AttributeWriter::new(&mut bytes));
    let read = Set::<u8>::decode(::genl::Attributes::new(&bytes, 0));
    assert_eq!(read, ::core::result::Result::Ok(set));
    assert_eq!(Test::DESCRIPTION.operations[0].request.name, "a");
    let _ = [A::A(1), A::B, A::Nest(Vec::new())];
}
