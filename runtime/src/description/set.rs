//! Sets of attributes.

use core::fmt;
use core::ops::Deref;

use super::{Kind, RustName, RustType, Struct};
use crate::codec;

/// An attribute set.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct AttributeSet {
    /// Its name; empty for `()`.
    pub name: &'static str,
    /// The struct or enum that it is in Rust.
    pub rust_type: RustType,
    /// What its author says of it.
    pub doc: &'static str,
    /// Its attributes, in the order on the wire.
    pub attributes: &'static [Attribute],
    /// The number of its pad attribute.
    pub pad: Option<u16>,
    /// The set whose attributes these are, if it is a subset.
    pub subset_of: Option<SetRef>,
    /// The numbers of the attributes of a subset that it has by words of its own.
    pub overrides: &'static [u16],
    /// Whether its attributes come in any order and repeat, as those of an enum do: order and repeats mean something.
    pub mixed: bool,
    /// The fixed header in front of the attributes of the message.
    pub header: Option<&'static Struct>,
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
    /// Its field or variant, where `name` is not made of that.
    pub(crate) renamed: Option<&'static str>,
    /// Whether it is a variant.
    pub(crate) is_variant: bool,
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
    /// A list that is empty when absent: under `multi` or `omit_empty`, and each kind of a list of mixed attributes.
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

impl Attribute {
    /// With a field or variant that its name is not made of.
    #[must_use]
    pub const fn renamed(mut self, field: &'static str) -> Self {
        self.renamed = Some(field);
        self
    }

    /// As a variant.
    pub(crate) const fn variant(mut self) -> Self {
        self.is_variant = true;
        self
    }

    /// The name of its field or variant.
    pub const fn rust_name(&self) -> RustName {
        if self.is_variant {
            RustName::camel(self.name, self.renamed)
        } else {
            RustName::snake(self.name, self.renamed)
        }
    }
}

/// A way to a set. A reference would not do, since sets may contain themselves.
#[derive(Clone, Copy)]
pub struct SetRef(fn() -> &'static AttributeSet);

impl SetRef {
    /// The way to the set `S`.
    pub const fn of<S: codec::AttributeSet>() -> Self {
        Self(|| const { &S::DESCRIPTION })
    }

    /// The set.
    pub fn get(self) -> &'static AttributeSet {
        (self.0)()
    }
}

impl Deref for SetRef {
    type Target = AttributeSet;

    fn deref(&self) -> &AttributeSet {
        self.get()
    }
}

/// The name alone.
impl fmt::Debug for SetRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl AttributeSet {
    /// Behind a fixed header.
    #[must_use]
    pub const fn with_header(mut self, header: &'static Struct) -> Self {
        self.header = Some(header);
        self
    }

    /// The bytes of its fixed header; 0 if it has none.
    pub const fn header_size(&self) -> usize {
        match self.header {
            Some(header) => header.size,
            None => 0,
        }
    }

    /// Whether it is the set of `()`: no attributes, and as a reply none at all.
    pub const fn is_nothing(&self) -> bool {
        self.name.is_empty() && self.header.is_none()
    }

    /// The attribute with this number.
    pub fn attribute(&self, number: u16) -> Option<&'static Attribute> {
        self.attributes
            .iter()
            .find(|attribute| attribute.number == number)
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
