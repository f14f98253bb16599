//! What a family is, as data: names, numbers, types, byte orders, checks, groups and docs.
//!
//! The macros write it beside the code, so that error paths, printing and comparisons with a running kernel read the same
//! source as the codec. The terms are those of YNL (`Documentation/netlink/specs`).

pub(crate) mod checks;
mod kind;

pub use kind::{ByteOrder, Integer, Kind};

/// A family: its operations, events and groups.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Family {
    /// The name the kernel knows it by.
    pub name: &'static str,
    /// `genlmsghdr.version`.
    pub version: u8,
    /// What its author says of it.
    pub doc: &'static str,
    /// Its multicast groups.
    pub groups: &'static [Group],
    /// Its operations.
    pub operations: &'static [Operation],
    /// Its events.
    pub events: &'static [Event],
}

/// A multicast group.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Group {
    /// The name the kernel knows it by.
    pub name: &'static str,
    /// What its author says of it.
    pub doc: &'static str,
}

/// An operation.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Operation {
    /// Its name.
    pub name: &'static str,
    /// What its author says of it.
    pub doc: &'static str,
    /// The command of its request.
    pub command: u8,
    /// The command of its reply.
    pub reply_command: u8,
    /// One reply, or many.
    pub mode: Mode,
    /// Who may ask.
    pub permission: Permission,
    /// Whether the kernel validates requests liberally (`dont-validate: strict`).
    pub lax: bool,
    /// Whether a do is answered by several replies.
    pub multi: bool,
    /// The attributes of the request.
    pub request: &'static AttributeSet,
    /// The attributes of the reply; of an operation answered by an acknowledgement alone, those of `()`.
    pub reply: &'static AttributeSet,
    /// Whether the kernel may leave the reply out, and answer with an acknowledgement alone.
    pub reply_may_be_absent: bool,
}

/// How an operation is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// By one reply, or by an acknowledgement alone.
    Do,
    /// By any number of replies and an end mark.
    Dump,
}

/// Who may ask for an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Anyone.
    None,
    /// `GENL_ADMIN_PERM`: `CAP_NET_ADMIN` in the initial user namespace.
    Admin,
    /// `GENL_UNS_ADMIN_PERM`: `CAP_NET_ADMIN` in the user namespace of the network namespace.
    NamespaceAdmin,
}

/// An event.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Event {
    /// Its name.
    pub name: &'static str,
    /// What its author says of it.
    pub doc: &'static str,
    /// Its command.
    pub command: u8,
    /// The group it is sent to; the first of them, if there are several.
    pub group: Option<&'static str>,
    /// The others.
    pub other_groups: &'static [crate::MulticastGroup],
    /// Whether it is sent to one socket, be it beside groups.
    pub unicast: bool,
    /// Its attributes.
    pub attributes: &'static AttributeSet,
}

/// An attribute set.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct AttributeSet {
    /// Its name; empty for `()`.
    pub name: &'static str,
    /// What its author says of it.
    pub doc: &'static str,
    /// Its attributes, in the order on the wire.
    pub attributes: &'static [Attribute],
    /// The number of its pad attribute.
    pub pad: Option<u16>,
    /// The name of the set whose attributes these are, if it is a subset.
    pub subset_of: Option<&'static str>,
    /// Whether its attributes come in any order and repeat, as those of an enum do: order and repeats mean something.
    pub mixed: bool,
    /// The bytes of the fixed header in front of the attributes of the message; 0 for none.
    pub header: usize,
}

/// An attribute of a set.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Attribute {
    /// Its number.
    pub number: u16,
    /// Its name.
    pub name: &'static str,
    /// What its author says of it.
    pub doc: &'static str,
    /// Whether it must be there.
    pub presence: Presence,
    /// What its payload is.
    pub kind: Kind,
    /// What its payload may be.
    pub checks: Checks,
    /// The form that people know its value by, if it is not that of its kind.
    pub display_hint: Option<DisplayHint>,
}

/// The form that people know a value by (YNL's `display-hint`). It changes nothing on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DisplayHint {
    /// A hardware address: `02:00:00:00:00:0a`.
    Mac,
    /// Hexadecimal digits.
    Hex,
    /// A UUID: `00112233-4455-6677-8899-aabbccddeeff`.
    Uuid,
    /// Four characters, from the lowest byte of an integer on, as in `linux/videodev2.h`: `NV12`.
    Fourcc,
}

/// Whether and how often an attribute is in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Once.
    Required,
    /// At most once.
    Optional,
    /// A list, empty when absent.
    List,
    /// Present or absent, and that is all it says.
    Flag,
}

/// What a payload may be. `None` is no bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checks {
    /// The least integer.
    pub min: Option<i128>,
    /// The greatest integer.
    pub max: Option<i128>,
    /// The fewest bytes, of a string without its NUL.
    pub min_len: usize,
    /// The most bytes, of a string without its NUL; `usize::MAX` is no bound.
    pub max_len: usize,
}

/// An enumeration.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Enumeration {
    /// Its name.
    pub name: &'static str,
    /// What its author says of it.
    pub doc: &'static str,
    /// Its known values.
    pub entries: &'static [Entry],
}

/// A known value of an enumeration.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// Its value.
    pub value: i128,
    /// What its author says of it.
    pub doc: &'static str,
}

impl Family {
    /// Puts a description together.
    pub const fn new(
        family: crate::Family,
        doc: &'static str,
        groups: &'static [Group],
        operations: &'static [Operation],
        events: &'static [Event],
    ) -> Self {
        Self {
            name: family.name(),
            version: family.version(),
            doc,
            groups,
            operations,
            events,
        }
    }

    /// What requests to it are addressed with.
    pub const fn family(&self) -> crate::Family {
        crate::Family::new(self.name, self.version)
    }

    /// The name of the event with this command; `unknown` if it has none.
    pub fn event_name(&self, command: u8) -> &'static str {
        let mut events = self.events.iter();
        events
            .find(|event| event.command == command)
            .map_or("unknown", |event| event.name)
    }
}

impl Event {
    /// The names of the groups it is sent to.
    pub fn groups(&self) -> impl Iterator<Item = &'static str> + use<> {
        let others = self.other_groups.iter().map(crate::MulticastGroup::name);
        self.group.into_iter().chain(others)
    }
}

impl AttributeSet {
    /// Behind a fixed header of so many bytes.
    #[must_use]
    pub const fn with_header(mut self, bytes: usize) -> Self {
        self.header = bytes;
        self
    }

    /// Whether it is the set of `()`: no attributes, and as a reply none at all.
    pub const fn is_nothing(&self) -> bool {
        self.name.is_empty() && self.header == 0
    }

    /// The attribute with this number.
    pub fn attribute(&self, number: u16) -> Option<&'static Attribute> {
        self.attributes
            .iter()
            .find(|attribute| attribute.number == number)
    }
}

impl Enumeration {
    /// An enumeration of `entries`.
    pub const fn new(name: &'static str, doc: &'static str, entries: &'static [Entry]) -> Self {
        Self { name, doc, entries }
    }
}

impl Entry {
    /// A known value.
    pub const fn new(name: &'static str, value: i128, doc: &'static str) -> Self {
        Self { name, value, doc }
    }
}

impl Checks {
    /// No bound.
    pub const NONE: Self = Self {
        min: None,
        max: None,
        min_len: 0,
        max_len: usize::MAX,
    };
}
