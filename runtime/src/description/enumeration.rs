//! Integers with names for their values, or for their bits.

use core::fmt;

use super::{Integer, RustName, RustType, YnlName};
use crate::codec;

/// An enumeration.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Enumeration {
    /// The name of the enumeration.
    pub name: &'static str,
    /// The Rust type of the enumeration.
    pub rust_type: RustType,
    /// The doc comment of the enumeration.
    pub doc: &'static str,
    /// The integer that it stands for, in host byte order. An attribute may have another byte order.
    pub integer: Integer,
    /// The values with names.
    pub entries: &'static [Entry],
}

/// A value with a name.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Entry {
    /// The name of the value.
    pub name: &'static str,
    /// The value.
    pub value: i128,
    /// The doc comment of the value.
    pub doc: &'static str,
    /// The name of the Rust variant, if `name` does not follow from it.
    renamed: Option<&'static str>,
}

impl Enumeration {
    /// Creates the description of the enumeration `E`.
    pub const fn of<E: codec::Enumeration>(
        name: &'static str,
        doc: &'static str,
        entries: &'static [Entry],
    ) -> Self {
        Self {
            name,
            rust_type: RustType::of::<E>(),
            doc,
            integer: <E::Repr as codec::Integer>::KIND,
            entries,
        }
    }

    /// Returns the entry with this value; if there are several, the first one.
    pub fn entry(&self, value: i128) -> Option<&'static Entry> {
        self.entries.iter().find(|entry| entry.value == value)
    }
}

impl Entry {
    /// Creates a value with a name.
    pub const fn new(name: &'static str, value: i128, doc: &'static str) -> Self {
        Self {
            name,
            value,
            doc,
            renamed: None,
        }
    }

    /// Sets the name of the Rust variant, if the name of the value does not follow from it.
    #[must_use]
    pub const fn renamed(mut self, variant: &'static str) -> Self {
        self.renamed = Some(variant);
        self
    }

    /// Returns the name of the Rust variant.
    pub const fn rust_name(&self) -> RustName {
        RustName::camel(self.name, self.renamed)
    }
}

/// Flags: a `bitflags` type. `bitflags` does not keep doc comments, so there are none.
#[derive(Clone, Copy)]
pub struct Flags {
    rust_type: RustType,
    flag: fn(usize) -> Option<Flag>,
}

/// A flag with a name: one bit, or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Flag {
    /// The name of the Rust constant.
    pub rust_name: &'static str,
    /// The bits of the flag, in an integer as wide as the flags.
    pub bits: u64,
}

impl Flags {
    /// Creates the description of the flags `F`.
    pub const fn of<F: bitflags::Flags<Bits: Into<i128>>>() -> Self {
        Self {
            rust_type: RustType::of::<F>(),
            flag: flag::<F>,
        }
    }

    /// Returns the Rust type of the flags.
    pub const fn rust_type(self) -> RustType {
        self.rust_type
    }

    /// Returns the name of the flags, as YNL spells it.
    pub fn name(self) -> YnlName {
        YnlName::of(self.rust_type.name())
    }

    /// Returns the flags with names, in the order of their declaration.
    pub fn iter(self) -> impl Iterator<Item = Flag> {
        (0..)
            .map_while(self.flag)
            .filter(|flag| !flag.rust_name.is_empty())
    }

    /// Returns all bits that have a name.
    pub fn all(self) -> u64 {
        self.iter().fold(0, |all, flag| all | flag.bits)
    }
}

/// Returns the flag at this index of the declaration. One without a name stands for unknown bits.
// The bits are those on the wire, even if the integer is signed.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn flag<F: bitflags::Flags<Bits: Into<i128>>>(index: usize) -> Option<Flag> {
    let flag = F::FLAGS.get(index)?;
    let width = 8 * size_of::<F::Bits>().min(8);
    let bits: i128 = flag.value().bits().into();
    Some(Flag {
        rust_name: flag.name(),
        bits: (bits as u64) << (64 - width) >> (64 - width),
    })
}

/// Shows only the name. The flags would be repeated at every attribute.
impl fmt::Debug for Flags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.rust_type.name())
    }
}

impl Flag {
    /// Returns the name of the flag, as YNL spells it.
    pub const fn name(self) -> YnlName {
        YnlName::of(self.rust_name)
    }

    /// Returns the index of the bit; `None` if the flag does not have exactly one.
    pub const fn index(self) -> Option<u32> {
        if self.bits.is_power_of_two() {
            Some(self.bits.trailing_zeros())
        } else {
            None
        }
    }
}
