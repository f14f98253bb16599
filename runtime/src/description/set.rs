//! Attribute sets.

use core::fmt;
use core::ops::Deref;

use super::{Kind, RustName, RustType, Struct};
use crate::codec;

/// An attribute set.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct AttributeSet {
    /// The name of the set; empty for `()`.
    pub name: &'static str,
    /// The Rust type of the set.
    pub rust_type: RustType,
    /// The doc comment of the set.
    pub doc: &'static str,
    /// The attributes, in the order on the wire.
    pub attributes: &'static [Attribute],
    /// The number of the pad attribute.
    pub pad: Option<u16>,
    /// The set whose attributes these are, if it is a subset.
    pub subset_of: Option<SetRef>,
    /// The numbers of the attributes that have words of their own in a subset.
    pub overrides: &'static [u16],
    /// Whether the set is a list of mixed attributes: their order and repetition matter.
    pub mixed: bool,
    /// The fixed header that precedes the attributes of a message.
    pub header: Option<&'static Struct>,
}

/// An attribute of a set.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Attribute {
    /// The attribute number.
    pub number: u16,
    /// The name of the attribute.
    pub name: &'static str,
    /// The doc comment of the attribute.
    pub doc: &'static str,
    /// Whether, and how often, the attribute is present.
    pub presence: Presence,
    /// The kind of the payload.
    pub kind: Kind,
    /// The checks of the payload.
    pub checks: Checks,
    /// How the value is shown to people, if not in the way of its kind.
    pub display_hint: Option<DisplayHint>,
    /// The name of the Rust field or variant, if `name` does not follow from it.
    pub(crate) renamed: Option<&'static str>,
    /// Whether it is a variant of an enum.
    pub(crate) is_variant: bool,
}

/// How a value is shown to people (YNL's `display-hint`). It does not change the encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DisplayHint {
    /// A hardware address: `02:00:00:00:00:0a`.
    Mac,
    /// Hexadecimal digits.
    Hex,
    /// A UUID: `00112233-4455-6677-8899-aabbccddeeff`.
    Uuid,
    /// Four characters, beginning with the lowest byte of an integer, as in `linux/videodev2.h`: `NV12`.
    Fourcc,
}

/// Whether, and how often, an attribute is present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Exactly once.
    Required,
    /// At most once.
    Optional,
    /// Any number of times, for a list that is empty if the attribute is absent: with `multi` or `omit_empty`, and each
    /// variant of a list of mixed attributes.
    List,
    /// Present or absent, without a payload.
    Flag,
}

/// The values that a payload may have. `None` means no bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checks {
    /// The least value of an integer.
    pub min: Option<i128>,
    /// The greatest value of an integer.
    pub max: Option<i128>,
    /// The least number of bytes; of a string without its NUL.
    pub min_len: usize,
    /// The greatest number of bytes, of a string without its NUL; `usize::MAX` means no bound.
    pub max_len: usize,
}

impl Attribute {
    /// Sets the name of the Rust field or variant, if the name of the attribute does not follow from it.
    #[must_use]
    pub const fn renamed(mut self, field: &'static str) -> Self {
        self.renamed = Some(field);
        self
    }

    /// Marks the attribute as a variant.
    pub(crate) const fn variant(mut self) -> Self {
        self.is_variant = true;
        self
    }

    /// Returns the name of the Rust field or variant.
    pub const fn rust_name(&self) -> RustName {
        if self.is_variant {
            RustName::camel(self.name, self.renamed)
        } else {
            RustName::snake(self.name, self.renamed)
        }
    }
}

/// A reference to a set, as a function, since sets may contain themselves.
#[derive(Clone, Copy)]
pub struct SetRef(fn() -> &'static AttributeSet);

impl SetRef {
    /// Creates a reference to the set `S`.
    pub const fn of<S: codec::AttributeSet>() -> Self {
        Self(|| const { &S::DESCRIPTION })
    }

    /// Returns the set.
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

/// Shows only the name.
impl fmt::Debug for SetRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl AttributeSet {
    /// Adds a fixed header.
    #[must_use]
    pub const fn with_header(mut self, header: &'static Struct) -> Self {
        self.header = Some(header);
        self
    }

    /// Returns the size of the fixed header; 0 if there is none.
    pub const fn header_size(&self) -> usize {
        match self.header {
            Some(header) => header.size,
            None => 0,
        }
    }

    /// Returns whether this is the set of `()`: no attributes, or no reply.
    pub const fn is_nothing(&self) -> bool {
        self.name.is_empty() && self.header.is_none()
    }

    /// Returns the attribute with this number.
    pub fn attribute(&self, number: u16) -> Option<&'static Attribute> {
        self.attributes
            .iter()
            .find(|attribute| attribute.number == number)
    }
}

impl Checks {
    /// No bounds.
    pub const NONE: Self = Self {
        min: None,
        max: None,
        min_len: 0,
        max_len: usize::MAX,
    };
}
