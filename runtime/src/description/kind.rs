//! What a payload is.

use core::fmt;

use super::{AttributeSet, Enumeration};

/// The byte order of an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByteOrder {
    /// That of the machine.
    Host,
    /// Big-endian.
    Network,
}

/// An integer on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Integer {
    /// Its width in bytes.
    pub bytes: usize,
    /// Whether it is signed.
    pub signed: bool,
    /// Its byte order.
    pub order: ByteOrder,
}

/// What a payload is.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Kind {
    /// An integer.
    Integer(Integer),
    /// An integer that holds an enumeration.
    Enumeration(Integer, &'static Enumeration),
    /// An integer that holds flags, and the names of its bits.
    Flags(Integer, fn() -> Vec<(&'static str, u64)>),
    /// An integer in 4 bytes if it fits, else in 8; whether it is signed.
    Variable {
        /// Whether it is signed.
        signed: bool,
    },
    /// Flags in an integer in 4 bytes if it fits, else in 8, and the names of its bits.
    VariableFlags(fn() -> Vec<(&'static str, u64)>),
    /// Flags and a selector, and the names of the bits.
    Bitfield32(fn() -> Vec<(&'static str, u64)>),
    /// A C struct of so many bytes, which may have more or fewer in another kernel.
    Struct(usize),
    /// A C struct, and others behind it up to the end of the payload.
    StructWithList {
        /// Bytes of the first.
        head: usize,
        /// Bytes of each of the others.
        element: usize,
    },
    /// Elements one behind the other.
    Array(&'static Kind),
    /// An IPv4 address.
    Ipv4,
    /// An IPv6 address.
    Ipv6,
    /// An IPv4 or an IPv6 address, which its length tells.
    Ip,
    /// A byte that is 0 or 1.
    Bool,
    /// So many bytes.
    Bytes(usize),
    /// Any bytes.
    Binary,
    /// Text, with its NUL on the wire.
    String,
    /// Text, without a NUL on the wire.
    UnterminatedString,
    /// Nothing: its presence says it.
    Flag,
    /// An attribute set. A function, since sets may contain themselves.
    Nest(fn() -> &'static AttributeSet),
    /// The attribute repeats.
    Multi(&'static Kind),
    /// One attribute around elements numbered by index.
    Indexed(&'static Kind),
    /// One attribute around elements numbered by the keys named.
    Keyed(&'static [&'static str], &'static Kind),
    /// What its author's own codec makes of it.
    Other(&'static str),
    /// A reply that may be left out, which a nest cannot hold: a set with such an attribute does not compile.
    #[doc(hidden)]
    Absent,
}

impl Kind {
    /// The set nested in the attribute, or in its elements.
    pub fn nested(&self) -> Option<&'static AttributeSet> {
        match self {
            Self::Nest(set) => Some(set()),
            Self::Multi(element) | Self::Indexed(element) | Self::Keyed(_, element) => {
                element.nested()
            }
            _ => None,
        }
    }
}

/// Nested sets by name: they may contain themselves.
impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(integer) => f.debug_tuple("Integer").field(integer).finish(),
            Self::Enumeration(integer, names) => f
                .debug_tuple("Enumeration")
                .field(integer)
                .field(&names.name)
                .finish(),
            Self::Flags(integer, names) => f
                .debug_tuple("Flags")
                .field(integer)
                .field(&names())
                .finish(),
            Self::VariableFlags(names) => f.debug_tuple("VariableFlags").field(&names()).finish(),
            Self::Variable { signed } => f.debug_tuple("Variable").field(signed).finish(),
            Self::Bitfield32(names) => f.debug_tuple("Bitfield32").field(&names()).finish(),
            Self::Struct(length) => f.debug_tuple("Struct").field(length).finish(),
            Self::StructWithList { head, element } => f
                .debug_struct("StructWithList")
                .field("head", head)
                .field("element", element)
                .finish(),
            Self::Array(element) => f.debug_tuple("Array").field(element).finish(),
            Self::Bytes(length) => f.debug_tuple("Bytes").field(length).finish(),
            Self::Nest(set) => f.debug_tuple("Nest").field(&set().name).finish(),
            Self::Multi(element) => f.debug_tuple("Multi").field(element).finish(),
            Self::Indexed(element) => f.debug_tuple("Indexed").field(element).finish(),
            Self::Keyed(keys, element) => {
                f.debug_tuple("Keyed").field(keys).field(element).finish()
            }
            Self::Other(name) => f.write_str(name),
            Self::Ipv4 => f.write_str("Ipv4"),
            Self::Ipv6 => f.write_str("Ipv6"),
            Self::Ip => f.write_str("Ip"),
            Self::Bool => f.write_str("Bool"),
            Self::Binary => f.write_str("Binary"),
            Self::String => f.write_str("String"),
            Self::UnterminatedString => f.write_str("UnterminatedString"),
            Self::Flag => f.write_str("Flag"),
            Self::Absent => f.write_str("Absent"),
        }
    }
}
