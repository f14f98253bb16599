//! Integers with names for their values, or for their bits.

use core::fmt;

use super::{Integer, RustName, RustType, YnlName};
use crate::codec;

/// An enumeration.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Enumeration {
    /// Its name.
    pub name: &'static str,
    /// The enum that it is in Rust.
    pub rust_type: RustType,
    /// What its author says of it.
    pub doc: &'static str,
    /// The integer that it stands for, in the byte order of the machine. An attribute may have another byte order.
    pub integer: Integer,
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
    /// Its variant, where `name` is not made of that.
    renamed: Option<&'static str>,
}

impl Enumeration {
    /// The enumeration `E`.
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

    /// The entry with this value; the first of several.
    pub fn entry(&self, value: i128) -> Option<&'static Entry> {
        self.entries.iter().find(|entry| entry.value == value)
    }
}

impl Entry {
    /// A known value.
    pub const fn new(name: &'static str, value: i128, doc: &'static str) -> Self {
        Self {
            name,
            value,
            doc,
            renamed: None,
        }
    }

    /// With a variant that its name is not made of.
    #[must_use]
    pub const fn renamed(mut self, variant: &'static str) -> Self {
        self.renamed = Some(variant);
        self
    }

    /// The name of its variant.
    pub const fn rust_name(&self) -> RustName {
        RustName::camel(self.name, self.renamed)
    }
}

/// Flags: a type of `bitflags`. Their docs are not known: `bitflags` does not keep them.
#[derive(Clone, Copy)]
pub struct Flags {
    rust_type: RustType,
    flag: fn(usize) -> Option<Flag>,
}

/// A flag: one bit, or several, with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Flag {
    /// Its constant in Rust.
    pub rust_name: &'static str,
    /// Its bits, in an integer as wide as the flags.
    pub bits: u64,
}

impl Flags {
    /// The flags `F`.
    pub const fn of<F: bitflags::Flags<Bits: Into<i128>>>() -> Self {
        Self {
            rust_type: RustType::of::<F>(),
            flag: flag::<F>,
        }
    }

    /// Their type in Rust.
    pub const fn rust_type(self) -> RustType {
        self.rust_type
    }

    /// Their name, as YNL spells it.
    pub fn name(self) -> YnlName {
        YnlName::of(self.rust_type.name())
    }

    /// The flags with names, in the order of their declaration.
    pub fn iter(self) -> impl Iterator<Item = Flag> {
        (0..)
            .map_while(self.flag)
            .filter(|flag| !flag.rust_name.is_empty())
    }

    /// All bits that have a name.
    pub fn all(self) -> u64 {
        self.iter().fold(0, |all, flag| all | flag.bits)
    }
}

/// The flag at this place of the declaration. One without a name stands for bits that have none.
// The bits as they are on the wire, whatever the sign of the integer.
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

/// Their name: what they are is told once for all attributes.
impl fmt::Debug for Flags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.rust_type.name())
    }
}

impl Flag {
    /// Its name, as YNL spells it.
    pub const fn name(self) -> YnlName {
        YnlName::of(self.rust_name)
    }

    /// The index of its bit; `None` if it has none or several.
    pub const fn index(self) -> Option<u32> {
        if self.bits.is_power_of_two() {
            Some(self.bits.trailing_zeros())
        } else {
            None
        }
    }
}
