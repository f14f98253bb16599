//! Parts of a description with a `cfg`.
#![deny(warnings)]

use genl::{AttributeSet, Enumeration, genl_family};

#[derive(Clone, Debug, PartialEq, Enumeration)]
#[repr(u8)]
pub enum Kind {
    Inet = 2,
    #[cfg(any())]
    Absent = 3,
    #[cfg(all())]
    Inet6 = 10,
    #[unknown]
    Other(u8),
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub struct Limits {
    #[attr(1)]
    pub kind: Option<Kind>,
    #[cfg(any())]
    #[attr(2)]
    pub absent: Absent,
    #[cfg(all())]
    #[attr(2)]
    pub subflows: Option<u32>,
    #[cfg_attr(all(), attr(3, big_endian))]
    pub port: Option<u16>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Limits)]
pub struct Subflows {
    #[cfg(any())]
    pub absent: Absent,
    #[cfg(all())]
    pub subflows: Option<u32>,
}

genl_family! {
    #[family(name = "pm")]
    pub trait Pm {
        const EVENTS: MulticastGroup = "pm_events";
        #[cfg(any())]
        const ABSENT: MulticastGroup = "absent";
        #[op(1)]
        fn get() -> Limits;
        #[cfg(all())]
        #[op(2)]
        fn set(request: Limits);
        #[cfg(any())]
        #[op(3)]
        fn absent(request: Absent) -> Absent;
        #[cfg(any())]
        #[op(4, dump)]
        fn list() -> Absent;
        #[cfg(all())]
        #[op(4, dump)]
        fn list() -> Limits;
        #[event(1, group = EVENTS)]
        fn changed(event: Limits);
        #[cfg(any())]
        #[event(2, group = ABSENT)]
        fn lost(event: Absent);
        #[cfg(all())]
        #[event(3, group = EVENTS)]
        fn closed();
    }
}

genl_family! {
    #[cfg(any())]
    #[family(name = "absent")]
    pub trait Absent {
        const EVENTS: MulticastGroup = "events";
        #[op(1)]
        fn get(request: Nowhere) -> Nowhere;
        #[event(1, group = EVENTS)]
        fn changed(event: Nowhere);
    }
}

fn main() {
    assert_eq!(Pm::DESCRIPTION.operations.len(), 3);
    assert_eq!(Pm::DESCRIPTION.events.len(), 2);
    assert_eq!(Pm::DESCRIPTION.groups.len(), 1);
    assert_eq!(Limits::DESCRIPTION.attributes.len(), 3);
    assert_eq!(Subflows::DESCRIPTION.attributes.len(), 1);
    assert_eq!((PmEvent::Closed.command(), PmEvent::Closed.name()), (3, "closed"));
}
