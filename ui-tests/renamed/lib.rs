//! A package that renames its dependency on `genl`: the macros read the name in the manifest.

use net_link::{AttributeSet, Enumeration, genl_family};

/// What a link is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u16)]
pub enum Kind {
    /// A wire.
    Wire = 1,
    /// What a newer kernel knows.
    #[unknown]
    Other(u16),
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
pub struct Link {
    /// Its index.
    #[attr(1, min = 1)]
    pub index: u32,
    /// What it is.
    #[attr(2)]
    pub kind: Option<Kind>,
}

/// One of the attributes of a link.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Link)]
pub enum Part {
    /// Its index.
    Index(u32),
}

genl_family! {
    /// Links.
    #[family(name = "link", version = 1)]
    pub trait Links {
        /// Links that come and go.
        const EVENTS: MulticastGroup = "events";

        /// Every link.
        #[op(1, dump)]
        fn list(request: Vec<Part>) -> Link;

        /// A link has come.
        #[event(2, group = EVENTS)]
        fn added(event: Link);
    }
}

#[test]
fn sets_are_read() {
    let link = Link {
        index: 3,
        kind: Some(Kind::Wire),
    };
    let bytes = [8, 0, 1, 0, 3, 0, 0, 0, 6, 0, 2, 0, 1, 0, 0, 0];
    assert_eq!(Link::from_bytes(&bytes).ok(), Some(link));
}
