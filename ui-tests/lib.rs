//! A crate between `genl` and its users: it re-exports `genl` under another name, and has a family of its own. Its
//! documentation and its lints are as strict as those of a careful author.

#![deny(missing_docs, missing_debug_implementations, unreachable_pub, warnings)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery)]

pub use genl as netlink;

use genl::{AttributeSet, Enumeration, Keyed, UnknownAttribute, genl_family};

/// A set for the users of this crate, which need not depend on `genl`.
#[macro_export]
macro_rules! point {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($field:ident: $ty:ty = $number:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, $crate::netlink::AttributeSet)]
        #[attrs(crate = "::genl_ui_tests::netlink")]
        $vis struct $name {
            $(
                /// A coordinate.
                #[attr($number)]
                $vis $field: $ty,
            )*
        }
    };
}

bitflags::bitflags! {
    /// What a link can do.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Features: u32 {
        /// It is up.
        const UP = 1;
    }
}

/// What a link is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u16)]
pub enum Kind {
    /// A wire.
    Wire = 1,
    /// Air.
    Air = 1 << 1,
    /// What a newer kernel knows.
    #[unknown]
    Other(u16),
}

/// A link.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(pad = 12)]
pub struct Link {
    /// Its index.
    #[attr(1, min = 1)]
    pub index: Option<u32>,
    /// Its name.
    #[attr(2, max_len = 15)]
    pub name: Option<String>,
    /// What it is.
    #[attr(3)]
    pub kind: Option<Kind>,
    /// What it can do.
    #[attr(4, flags)]
    pub features: Option<Features>,
    /// Whether it is there for good.
    #[attr(5, flag)]
    pub permanent: bool,
    /// Its ports.
    #[attr(6, multi, big_endian)]
    pub ports: Vec<u16>,
    /// Its queues.
    #[attr(7, indexed(from = 1), nest)]
    pub queues: Vec<Queue>,
    /// Its counters.
    #[attr(8, keyed(queue: u16, counter: u16))]
    pub counters: Vec<Keyed<(u16, u16), u64>>,
    /// The link below it.
    #[attr(9, nest)]
    pub below: Option<Box<Self>>,
    /// What is not known.
    #[attr(unknown)]
    pub rest: Vec<UnknownAttribute>,
}

/// A queue of a link.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Queue {
    /// Its number.
    #[attr(1)]
    pub number: Option<u16>,
}

/// Asks for a link.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Link)]
pub struct LinkGet {
    /// Its index.
    pub index: u32,
    /// Whether it is there for good.
    pub permanent: bool,
    /// Its ports.
    pub ports: Vec<u16>,
}

/// Nothing but ports.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Link)]
pub struct Ports {
    /// Its ports.
    pub ports: Vec<u16>,
}

/// One attribute of a link.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Link)]
pub enum LinkPart {
    /// Its index.
    Index(u32),
    /// It is there for good.
    Permanent,
    /// One of its ports.
    Ports(u16),
}

/// A port.
#[derive(Clone, Copy, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Link)]
pub enum Port {
    /// Its number.
    Ports(u16),
}

/// The name of a link, borrowed from the message.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
pub struct Name<'a> {
    /// The name.
    #[attr(1)]
    pub name: &'a str,
}

/// Something that wraps a set.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
pub struct Wrapper<S = Link> {
    /// The set.
    #[attr(1, nest)]
    pub inner: S,
}

genl_family! {
    /// Links.
    #[family(name = "link", version = 1)]
    pub trait Links {
        /// Links that come and go.
        const EVENTS: MulticastGroup = "events";

        /// One link.
        #[op(1)]
        fn get(request: LinkGet) -> Wrapper;

        /// Every link.
        #[op(1, dump)]
        fn list() -> Link;

        /// Changes a link.
        #[op(2, admin_perm, reply = 3)]
        fn set(request: Link) -> Name<'_>;

        /// Removes every link.
        #[deprecated(note = "use `set`")]
        #[op(4, uns_admin_perm, lax)]
        fn clear();

        /// A link has come.
        #[event(1, group = EVENTS)]
        fn added(event: Link);

        /// A link has another name.
        #[event(2, group = EVENTS)]
        fn renamed(event: Name<'_>);

        /// A link has changed.
        #[event(3, group = EVENTS, notify = get)]
        fn changed();

        /// All links are gone.
        #[event(4, group = EVENTS)]
        fn cleared();
    }
}
