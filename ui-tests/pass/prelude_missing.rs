//! Nothing comes from the prelude.
#![deny(warnings)]
#![no_implicit_prelude]

::bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Bits: u32 {
        const UP = 1;
    }
}

#[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq, ::genl::Enumeration)]
#[repr(u16)]
pub enum Kind {
    Inet = 2,
    Inet6 = 5 + 5,
    #[unknown]
    Other(u16),
}

#[derive(
    ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq, ::genl::AttributeSet,
)]
#[attrs(pad = 30)]
pub struct Everything {
    #[attr(1, min = 1)]
    pub required: u8,
    #[attr(2, big_endian)]
    pub optional: ::core::option::Option<u16>,
    #[attr(3, max_len = 15)]
    pub text: ::core::option::Option<::std::string::String>,
    #[attr(4, flag)]
    pub flag: bool,
    #[attr(5, flags)]
    pub bits: ::core::option::Option<Bits>,
    #[attr(6)]
    pub kind: ::core::option::Option<Kind>,
    #[attr(7, multi)]
    pub multi: ::std::vec::Vec<u32>,
    #[attr(8, indexed(from = 1))]
    pub indexed: ::core::option::Option<::std::vec::Vec<u32>>,
    #[attr(9, keyed(a: u16, b: u16))]
    pub keyed: ::std::vec::Vec<::genl::Keyed<(u16, u16), u32>>,
    #[attr(10, nest)]
    pub nest: ::core::option::Option<::std::boxed::Box<Everything>>,
    #[attr(unknown)]
    pub rest: ::std::vec::Vec<::genl::UnknownAttribute>,
}

#[derive(
    ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq, ::genl::AttributeSet,
)]
#[attrs(subset_of = Everything)]
pub struct Some {
    pub optional: u16,
    pub flag: bool,
    pub multi: ::std::vec::Vec<u32>,
}

::genl::genl_family! {
    #[family(name = "pm", version = 2)]
    pub trait Pm {
        const EVENTS: MulticastGroup = "pm_events";
        #[op(1, admin_perm)]
        fn set(request: Some);
        #[op(2)]
        fn get() -> Everything;
        #[op(2, dump)]
        fn list(request: Some) -> Everything;
        #[event(1, group = EVENTS)]
        fn changed(event: Everything);
        #[event(2, group = EVENTS, notify = get)]
        fn closed();
        #[event(3, group = EVENTS)]
        fn reset();
    }
}

fn main() {}
