//! What a payload is.

use core::fmt;

use super::{AttributeSet, Enumeration, Flags, SetRef, Struct};

/// The byte order of an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByteOrder {
    /// That of the machine.
    Host,
    /// Big-endian.
    Network,
    /// Little-endian, on a machine that is not.
    Little,
}

/// An integer on the wire.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Integer {
    /// Its width in bytes; the greatest, if it is variable.
    pub bytes: usize,
    /// Whether it has 4 bytes where the value fits, and `bytes` where it does not (YNL's `uint` and `sint`).
    pub variable: bool,
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
    /// An integer that holds flags.
    Flags(Integer, Flags),
    /// Flags and a selector (`struct nla_bitfield32`).
    Bitfield32(Flags),
    /// A C struct, which may have more or fewer bytes at its end in another kernel.
    Struct(&'static Struct),
    /// A C struct, and others behind it up to the end of the payload.
    StructWithList {
        /// The first.
        head: &'static Kind,
        /// Each of the others.
        element: &'static Kind,
    },
    /// So many elements one behind the other, in a C struct.
    FixedArray(&'static Kind, usize),
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
    /// An attribute set.
    Nest(SetRef),
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
            Self::Nest(set) => Some(set.get()),
            Self::Multi(element) | Self::Indexed(element) | Self::Keyed(_, element) => {
                element.nested()
            }
            _ => None,
        }
    }
}

impl Integer {
    /// One of so many bytes, in the byte order of the machine.
    pub const fn of_bytes(bytes: usize, signed: bool) -> Self {
        Self {
            bytes,
            variable: false,
            signed,
            order: ByteOrder::Host,
        }
    }

    /// The same in network byte order.
    #[must_use]
    pub const fn network(mut self) -> Self {
        self.order = ByteOrder::Network;
        self
    }

    /// The same in little-endian byte order, which on most machines is that of the machine.
    #[must_use]
    pub const fn little(mut self) -> Self {
        if cfg!(target_endian = "big") {
            self.order = ByteOrder::Little;
        }
        self
    }
}

impl Kind {
    /// How many bytes it has; `None` if that differs from value to value.
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

/// Sets, enumerations, flags and structs by name: they may be large, and sets may contain themselves.
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

/// As short as in C: `u32`, `be16`, `uint`.
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
