//! What an item says, once it has passed its checks: all that is left to do is to write it out.

use proc_macro2::{Ident, Literal, TokenStream};
use syn::{Expr, Generics, Path, Type, Visibility};

/// An attribute set. Of an item that failed its checks, the part that is fine.
pub(crate) struct AttributeSet {
    pub(crate) krate: Path,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) pad: Option<u16>,
    /// The set that a subset takes its attributes from.
    pub(crate) subset_of: Option<Type>,
    pub(crate) fields: Vec<Field>,
    /// An enum, whose variants the fields are: each stands for one attribute.
    pub(crate) mixed: bool,
    /// Whether the struct can be returned. One with a `str` in it is refused, and so needs its stub.
    pub(crate) sized: bool,
    /// The first word that needs the feature `zerocopy` of genl.
    pub(crate) zerocopy: Option<Ident>,
}

impl AttributeSet {
    /// The field on which the codec of `field` depends.
    pub(crate) fn sibling(&self, field: &Attribute) -> Option<&Attribute> {
        let name = field.slot.as_ref()?.sibling.as_ref()?;
        self.fields.iter().find_map(|other| match other {
            Field::Attribute(other) if other.ident == *name => Some(&**other),
            Field::Attribute(_) | Field::Unknown(_) => None,
        })
    }
}

pub(crate) enum Field {
    Attribute(Box<Attribute>),
    /// Keeps the attributes that the set does not know.
    Unknown(Ident),
}

pub(crate) struct Attribute {
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    pub(crate) doc: String,
    pub(crate) constant: Ident,
    pub(crate) presence: Presence,
    /// The type of the field, without the `Option` around it.
    pub(crate) ty: Type,
    /// Of a list, the type of its payloads: the `T` of `Vec<T>` or `Vec<Keyed<K, T>>`.
    pub(crate) element: Option<Type>,
    /// `None` in a subset, unless the field has words of its own: its set knows.
    pub(crate) slot: Option<Slot>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    Optional,
    /// A list that has no attribute when it is empty.
    List,
    Flag,
}

pub(crate) struct Slot {
    /// `None` in a subset: its set knows number and name.
    pub(crate) number: Option<u16>,
    pub(crate) name: String,
    pub(crate) repeat: Option<Repeat>,
    pub(crate) payload: Payload,
    /// The author's own.
    pub(crate) codec: Option<Type>,
    /// The field on which that depends.
    pub(crate) sibling: Option<Ident>,
    pub(crate) checks: Vec<Check>,
    pub(crate) hint: Option<Hint>,
}

/// The form that people know a value by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hint {
    Mac,
    Hex,
    Uuid,
    Fourcc,
    /// In a C struct, where bytes may be an address.
    Ipv4,
    /// In a C struct, where bytes may be an address.
    Ipv6,
}

/// How a list is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Repeat {
    Multi,
    Indexed(u16),
    IndexedZero,
    /// One behind the other in one attribute.
    Array,
    /// The elements tell their indices.
    IndexedKept,
    /// The names of the keys.
    Keyed(Vec<String>),
}

/// How a payload, or that of each element, is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Payload {
    Plain,
    /// A `bool` in a byte.
    U8,
    BigEndian,
    Unterminated,
    Flag,
    Flags,
    /// `flags` beside `big_endian`.
    FlagsBigEndian,
    /// `flags` beside `uint`.
    FlagsUint,
    Nest,
    Uint,
    Sint,
    Bitfield32,
    CStruct,
    /// By the slot's `codec`.
    With,
}

/// A check on the value, and its bound.
pub(crate) struct Check {
    pub(crate) kind: CheckKind,
    pub(crate) bound: Expr,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CheckKind {
    Min,
    Max,
    MinLen,
    MaxLen,
    ExactLen,
}

/// An enumeration that passed its checks.
pub(crate) struct Enumeration {
    pub(crate) krate: Path,
    pub(crate) ident: Ident,
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) repr: Ident,
    pub(crate) unknown: Ident,
    pub(crate) known: Vec<Known>,
}

/// A variant with a value.
pub(crate) struct Known {
    pub(crate) ident: Ident,
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) value: Value,
}

pub(crate) enum Value {
    Literal(Literal),
    /// An expression, to be named before it can stand in a pattern.
    Expression(TokenStream),
}

/// A C struct. Of an item that failed its checks, the part that is fine.
pub(crate) struct CStruct {
    pub(crate) krate: Path,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) members: Vec<Member>,
}

/// A member of a C struct.
pub(crate) struct Member {
    pub(crate) ident: Ident,
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) ty: Type,
    /// It fills a gap.
    pub(crate) pad: bool,
    pub(crate) hint: Option<Hint>,
}

/// A family. Of a block that failed its checks, the part that is fine.
pub(crate) struct Family {
    pub(crate) krate: Path,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) outer: Outer,
    pub(crate) name: String,
    pub(crate) version: u8,
    pub(crate) groups: Vec<Group>,
    pub(crate) operations: Vec<Operation>,
    pub(crate) events: Vec<Event>,
    /// There are events, be it that none of them is fine, and the enum of them can have its name.
    pub(crate) listens: bool,
    /// The word that needs the feature `zerocopy` of genl.
    pub(crate) zerocopy: Option<Ident>,
}

/// What the author wrote above an item, beside our own attributes.
#[derive(Clone, Default)]
pub(crate) struct Outer {
    pub(crate) doc: String,
    /// The doc comment as it was written.
    pub(crate) doc_tokens: TokenStream,
    /// Repeated on everything that the item becomes.
    pub(crate) cfg: TokenStream,
    pub(crate) deprecated: TokenStream,
    pub(crate) others: TokenStream,
}

pub(crate) struct Group {
    pub(crate) outer: Outer,
    pub(crate) constant: Ident,
    pub(crate) name: String,
    /// Of a group under a `cfg`, what is said where that does not hold.
    pub(crate) needed: Option<Needed>,
}

/// A mistake under a configuration, which rustc knows.
pub(crate) struct Needed {
    /// Under which it is none.
    pub(crate) condition: TokenStream,
    pub(crate) place: TokenStream,
    pub(crate) message: String,
}

pub(crate) struct Operation {
    pub(crate) outer: Outer,
    pub(crate) method: Ident,
    pub(crate) constant: Ident,
    pub(crate) name: String,
    pub(crate) number: u8,
    pub(crate) mode: Mode,
    /// A do that is answered by several replies.
    pub(crate) multi: bool,
    pub(crate) request: Option<Request>,
    /// An `Option` where the kernel may leave it out.
    pub(crate) reply: Option<Type>,
    pub(crate) reply_number: Option<u8>,
    /// The operation whose command takes this request too.
    pub(crate) shape_of: Option<Ident>,
    pub(crate) permission: Permission,
    pub(crate) lax: bool,
}

pub(crate) struct Request {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Do,
    Dump,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Permission {
    None,
    Admin,
    NamespaceAdmin,
}

pub(crate) struct Event {
    pub(crate) outer: Outer,
    pub(crate) variant: Ident,
    pub(crate) constant: Ident,
    pub(crate) name: String,
    pub(crate) number: u8,
    /// The operation whose reply it carries.
    pub(crate) notify: Option<Ident>,
    /// The constants of the groups that it is sent to.
    pub(crate) groups: Vec<Ident>,
    /// That it is sent to one socket, too if there are groups.
    pub(crate) unicast: bool,
    pub(crate) payload: Option<Type>,
}
