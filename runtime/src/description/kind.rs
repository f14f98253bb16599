//! The kinds of payloads.

use core::fmt;

use super::{AttributeSet, Enumeration, Flags, SetRef, Struct};

/// The byte order of an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByteOrder {
    /// Host byte order.
    Host,
    /// Big-endian.
    Network,
    /// Little-endian, if the host is not.
    Little,
}

/// An integer on the wire.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Integer {
    /// The size in bytes; the greatest, if it is variable.
    pub bytes: usize,
    /// Whether it has 4 bytes if the value fits, and else `bytes` (YNL's `uint` and `sint`).
    pub variable: bool,
    /// Whether it is signed.
    pub signed: bool,
    /// Its byte order.
    pub order: ByteOrder,
}

/// The numbers of the elements of an indexed array.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbering {
    /// Counted from this number.
    From(u16),
    /// All 0.
    Zero,
    /// Part of the values.
    Kept,
}

/// The kind of a payload.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Kind {
    /// An integer.
    Integer(Integer),
    /// An integer that holds an enumeration.
    Enumeration(Integer, &'static Enumeration),
    /// An integer that holds flags.
    Flags(Integer, Flags),
    /// Flags and a selector (`struct nla_bitfield32`).
    Bitfield32(Flags),
    /// A C struct. Another kernel may have more or fewer bytes at its end.
    Struct(&'static Struct),
    /// A C struct, followed by others up to the end of the payload.
    StructWithList {
        /// The struct.
        head: &'static Kind,
        /// An element after it.
        element: &'static Kind,
    },
    /// A fixed number of elements in a C struct.
    FixedArray(&'static Kind, usize),
    /// Elements packed one after the other.
    Array(&'static Kind),
    /// An IPv4 address.
    Ipv4,
    /// An IPv6 address.
    Ipv6,
    /// An IPv4 or IPv6 address, depending on its length.
    Ip,
    /// One byte, which is 0 or 1.
    Bool,
    /// A fixed number of bytes.
    Bytes(usize),
    /// Any number of bytes.
    Binary,
    /// A string, with a NUL on the wire.
    String,
    /// A string, without a NUL on the wire.
    UnterminatedString,
    /// No payload: present or absent.
    Flag,
    /// A nest.
    Nest(SetRef),
    /// The attribute is repeated once per element.
    Multi(&'static Kind),
    /// An indexed array: one attribute that contains one attribute per element.
    Indexed(Numbering, &'static Kind),
    /// One attribute that contains one attribute per element, numbered by keys with these names.
    Keyed(&'static [&'static str], &'static Kind),
    /// A codec of the author, with its description.
    Other(&'static str),
    /// A reply that may be absent. A nest cannot hold it: a set with such an attribute does not compile.
    #[doc(hidden)]
    Absent,
}

impl Kind {
    /// Returns the set nested in the attribute, or in its elements.
    pub fn nested(&self) -> Option<&'static AttributeSet> {
        match self {
            Self::Nest(set) => Some(set.get()),
            Self::Multi(element) | Self::Indexed(_, element) | Self::Keyed(_, element) => {
                element.nested()
            }
            _ => None,
        }
    }
}

impl Integer {
    /// Creates an integer of this many bytes, in host byte order.
    pub const fn of_bytes(bytes: usize, signed: bool) -> Self {
        Self {
            bytes,
            variable: false,
            signed,
            order: ByteOrder::Host,
        }
    }

    /// Returns the same integer in network byte order.
    #[must_use]
    pub const fn network(mut self) -> Self {
        self.order = ByteOrder::Network;
        self
    }

    /// Returns the same integer in little-endian byte order, which on most machines is the host's.
    #[must_use]
    pub const fn little(mut self) -> Self {
        if cfg!(target_endian = "big") {
            self.order = ByteOrder::Little;
        }
        self
    }
}

impl Kind {
    /// Returns the size in bytes; `None` if it varies.
    pub const fn size(&self) -> Option<usize> {
        Some(match self {
            Self::Integer(integer) | Self::Enumeration(integer, _) | Self::Flags(integer, _) => {
                if integer.variable {
                    return None;
                }
                integer.bytes
            }
            Self::Bitfield32(_) => 8,
            Self::Struct(it) => it.size,
            Self::FixedArray(element, count) => match element.size() {
                Some(size) => size * *count,
                None => return None,
            },
            Self::Bytes(size) => *size,
            Self::Bool => 1,
            Self::Ipv4 => 4,
            Self::Ipv6 => 16,
            Self::Flag => 0,
            _ => return None,
        })
    }
}

/// Shows sets, enumerations, flags and structs by their names: they may be large, and sets may contain themselves.
impl fmt::Debug for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(integer) => f.debug_tuple("Integer").field(integer).finish(),
            Self::Enumeration(integer, names) => f
                .debug_tuple("Enumeration")
                .field(integer)
                .field(&format_args!("{}", names.name))
                .finish(),
            Self::Flags(integer, flags) => {
                f.debug_tuple("Flags").field(integer).field(flags).finish()
            }
            Self::Bitfield32(flags) => f.debug_tuple("Bitfield32").field(flags).finish(),
            Self::Struct(it) => f
                .debug_tuple("Struct")
                .field(&format_args!("{}", it.name))
                .finish(),
            Self::StructWithList { head, element } => f
                .debug_struct("StructWithList")
                .field("head", head)
                .field("element", element)
                .finish(),
            Self::Array(element) => f.debug_tuple("Array").field(element).finish(),
            Self::FixedArray(element, count) => f
                .debug_tuple("FixedArray")
                .field(element)
                .field(count)
                .finish(),
            Self::Bytes(length) => f.debug_tuple("Bytes").field(length).finish(),
            Self::Nest(set) => f.debug_tuple("Nest").field(set).finish(),
            Self::Multi(element) => f.debug_tuple("Multi").field(element).finish(),
            Self::Indexed(numbering, element) => f
                .debug_tuple("Indexed")
                .field(numbering)
                .field(element)
                .finish(),
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

/// Shows a short form as in C: `u32`, `be16`, `uint`.
impl fmt::Debug for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = 8 * self.bytes;
        match (self.variable, self.signed, self.order) {
            (true, false, _) => f.write_str("uint"),
            (true, true, _) => f.write_str("sint"),
            (_, false, ByteOrder::Host) => write!(f, "u{bits}"),
            (_, true, ByteOrder::Host) => write!(f, "s{bits}"),
            (_, false, ByteOrder::Network) => write!(f, "be{bits}"),
            (_, true, ByteOrder::Network) => write!(f, "sbe{bits}"),
            (_, false, ByteOrder::Little) => write!(f, "le{bits}"),
            (_, true, ByteOrder::Little) => write!(f, "sle{bits}"),
        }
    }
}
