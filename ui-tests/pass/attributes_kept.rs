//! Attributes of other macros stay where the author wrote them.
#![deny(warnings)]

use genl::{AttributeSet, Enumeration, genl_family};

#[derive(AttributeSet, Clone, Debug, PartialEq)]
#[must_use]
#[doc = "Docs by attribute."]
#[non_exhaustive]
pub struct Limits {
    /// Docs,
    ///
    /// on three lines.
    #[attr(1)]
    pub subflows: Option<u32>,
    #[doc(hidden)]
    #[attr(2)]
    pub hidden: Option<u32>,
    #[deprecated]
    #[attr(3)]
    pub old: Option<u32>,
}

#[derive(Enumeration, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum Kind {
    /// Docs.
    Inet = 2,
    #[deprecated]
    Unspec = 0,
    #[unknown]
    Other(u8),
}

genl_family! {
    #[doc = "Docs by attribute."]
    #[doc(alias = "path manager")]
    #[family(name = "pm")]
    pub trait Pm {
        #[doc(hidden)]
        const EVENTS: MulticastGroup = "pm_events";
        /// Docs.
        #[must_use]
        #[op(1)]
        fn get() -> Limits;
        #[deprecated(note = "use `get`")]
        #[op(2)]
        fn old() -> Limits;
        #[inline]
        #[doc(alias = "change")]
        #[op(3)]
        fn set(request: Limits);
        #[deprecated]
        #[event(1, group = EVENTS)]
        fn changed(event: Limits);
    }
}

fn main() {
    assert_eq!(
        Limits::DESCRIPTION.attributes[0].doc,
        "Docs,\n\non three lines."
    );
    assert_eq!(Limits::DESCRIPTION.doc, "Docs by attribute.");
    assert_eq!(Pm::DESCRIPTION.doc, "Docs by attribute.");
}
