//! The model: what `check` found in an item, and what `expand` writes.

use proc_macro2::{Ident, Literal, TokenStream};
use syn::{Expr, Generics, Path, Type, Visibility};

/// An attribute set. Of an item with mistakes, the part without them.
pub(crate) struct AttributeSet {
    pub(crate) krate: Path,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) pad: Option<u16>,
    /// The set of a subset.
    pub(crate) subset_of: Option<Type>,
    pub(crate) fields: Vec<Field>,
    /// Whether it is an enum. The fields are then its variants, and each is one attribute.
    pub(crate) mixed: bool,
    /// Whether functions can return the struct. One with a field of `str` cannot be returned: it is refused, and its stub
    /// has no such functions.
    pub(crate) sized: bool,
    /// The first word that needs the feature `zerocopy` of genl.
    pub(crate) zerocopy: Option<Ident>,
}

impl AttributeSet {
    /// Returns the field on which the codec of `field` depends.
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
    /// Keeps unknown attributes.
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
    /// The payload of the elements of a list: the `T` of `Vec<T>` or `Vec<Keyed<K, T>>`.
    pub(crate) element: Option<Type>,
    /// `None` in a subset, unless the field has words of its own.
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
    /// `None` in a subset, which has the numbers of its set.
    pub(crate) number: Option<u16>,
    pub(crate) name: String,
    pub(crate) repeat: Option<Repeat>,
    pub(crate) payload: Payload,
    /// The codec in `with = Codec`.
    pub(crate) codec: Option<Type>,
    /// The field on which the codec depends.
    pub(crate) sibling: Option<Ident>,
    pub(crate) checks: Vec<Check>,
    pub(crate) hint: Option<Hint>,
}

/// The form in which a value is shown.
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

/// The encoding of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Repeat {
    Multi,
    Indexed(u16),
    IndexedZero,
    /// All elements in one attribute, packed.
    Array,
    /// Elements with their own indices.
    IndexedKept,
    /// The names of the keys.
    Keyed(Vec<String>),
}

/// The encoding of a payload, or of the payload of each element.
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
    /// The codec of the slot.
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

/// An enumeration without mistakes.
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
    /// An expression, which needs a constant to be used in a pattern.
    Expression(TokenStream),
}

/// A C struct. Of an item with mistakes, the part without them.
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
    /// Whether it fills a gap.
    pub(crate) pad: bool,
    pub(crate) hint: Option<Hint>,
}

/// A family. Of a block with mistakes, the part without them.
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
    /// Whether there are events, even if all have mistakes, and their enum can have its name.
    pub(crate) listens: bool,
    /// The word that needs the feature `zerocopy` of genl.
    pub(crate) zerocopy: Option<Ident>,
}

/// The attributes above an item that are not ours.
#[derive(Clone, Default)]
pub(crate) struct Outer {
    pub(crate) doc: String,
    /// The doc comment as attributes.
    pub(crate) doc_tokens: TokenStream,
    /// Repeated on all code that is generated for the item.
    pub(crate) cfg: TokenStream,
    pub(crate) deprecated: TokenStream,
    pub(crate) others: TokenStream,
}

pub(crate) struct Group {
    pub(crate) outer: Outer,
    pub(crate) constant: Ident,
    pub(crate) name: String,
    /// The error in builds without a group under a `cfg`.
    pub(crate) needed: Option<Needed>,
}

/// An error in some configurations, which only rustc can tell apart.
pub(crate) struct Needed {
    /// The configuration without the error.
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
    /// Whether it is a do with several replies.
    pub(crate) multi: bool,
    pub(crate) request: Option<Request>,
    /// An `Option` if the kernel may send none.
    pub(crate) reply: Option<Type>,
    pub(crate) reply_number: Option<u8>,
    /// The operation with another request of the same command.
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
    /// The constants of the groups to which it is sent.
    pub(crate) groups: Vec<Ident>,
    /// Whether it is sent to a single socket, perhaps besides the groups.
    pub(crate) unicast: bool,
    pub(crate) payload: Option<Type>,
}
