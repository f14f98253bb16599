//! `::genl` is another crate, and the macros use the path in `crate`.
#![deny(warnings)]

pub extern crate core as genl;
pub extern crate genl as wire;

pub mod nested {
    pub use wire as reexported;
}

#[derive(Clone, Debug, PartialEq, wire::Enumeration)]
#[enumeration(crate = "wire")]
#[repr(u8)]
pub enum Kind {
    Inet = 2,
    Inet6 = 5 + 5,
    #[unknown]
    Other(u8),
}

#[derive(Clone, Debug, PartialEq, wire::AttributeSet)]
#[attrs(crate = "crate::nested::reexported", pad = 20)]
pub struct Everything<'a, T> {
    #[attr(1, max = 3)]
    pub id: u8,
    #[attr(2)]
    pub kind: Option<Kind>,
    #[attr(3, multi)]
    pub list: Vec<T>,
    #[attr(4, keyed(op: u16))]
    pub keyed: Vec<wire::Keyed<u16, T>>,
    #[attr(5)]
    pub name: &'a str,
    #[attr(unknown)]
    pub rest: Vec<wire::UnknownAttribute>,
}

#[derive(Clone, Debug, PartialEq, wire::AttributeSet)]
#[attrs(subset_of = Everything<'a, u32>, crate = "::wire")]
pub struct Some<'a> {
    pub id: u8,
    pub name: &'a str,
}

wire::genl_family! {
    #[family(name = "pm", crate = "nested::reexported")]
    pub trait Pm {
        const EVENTS: MulticastGroup = "pm_events";
        #[op(1, admin_perm, reply = 2)]
        fn get(request: Some<'_>) -> Everything<'_, u32>;
        #[op(2, dump)]
        fn list() -> Everything<'_, u32>;
        #[event(1, group = EVENTS)]
        fn changed(event: Some<'_>);
    }
}

fn main() {
    let _ = genl::mem::size_of::<Kind>();
}
