//! The author's scope has other items with the names `Option`, `Result` and so on.
#![deny(warnings)]
#![allow(dead_code, unused_macros)]

mod family {
    use ::genl::{AttributeSet as Set, Enumeration as Enum, genl_family};

    struct Option;
    struct Result;
    struct Vec;
    struct String;
    struct Box;
    struct Some;
    struct None;
    struct Ok;
    struct Err;
    struct Self_;
    trait Default {}
    trait Clone {}
    trait From {}
    trait Into {}
    trait Iterator {}
    trait Copy {}
    trait Debug {}
    trait PartialEq {}
    trait Fn {}
    trait Drop {}
    mod core {}
    mod std {}
    mod genl {}
    macro_rules! vec {
        () => {};
    }
    macro_rules! matches {
        () => {};
    }
    macro_rules! unimplemented {
        () => {};
    }

    #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq, Enum)]
    #[repr(u8)]
    pub enum Kind {
        Some = 1,
        None,
        #[unknown]
        Err(u8),
    }

    #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq, Set)]
    pub struct Limits {
        #[attr(1)]
        pub kind: ::core::option::Option<Kind>,
        #[attr(2, multi)]
        pub list: ::std::vec::Vec<u32>,
        #[attr(3)]
        pub name: ::std::string::String,
    }

    genl_family! {
        #[family(name = "pm")]
        pub trait Pm {
            const EVENTS: MulticastGroup = "pm_events";
            #[op(2)]
            fn get(request: Limits) -> Limits;
            #[op(2, dump)]
            fn list() -> Limits;
            #[event(1, group = EVENTS)]
            fn changed(event: Limits);
        }
    }
}

fn main() {
    let _ = family::Pm::GET;
}
