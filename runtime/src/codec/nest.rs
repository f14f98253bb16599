//! Attribute sets, and one inside of another.

use super::{FromPayload, Meta, Payload};
use crate::description::{self, Kind};
use crate::error::{DecodeError, Decoded, EncodeError};
use crate::wire::{Attribute, AttributeWriter, Attributes};
use crate::word::Nest;

/// A set of attributes, by `#[derive(AttributeSet)]`: what a message or a nest holds.
///
/// `()` is the empty set, and stands for "no attributes" and "no reply".
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an attribute set",
    label = "neither a `#[derive(AttributeSet)]` struct nor a `Vec` of such an enum",
    note = "write `Vec<{Self}>` for an enum with `#[derive(AttributeSet)]`, which is one kind of attribute",
    note = "integers, text and enumerations are fields of a set: write a struct with `#[derive(AttributeSet)]` that has it as a field"
)]
pub trait AttributeSet {
    /// The same set, borrowing from a received message; `Self` for a set that owns its fields.
    type View<'a>;

    /// Its name, for errors and descriptions.
    const NAME: &'static str = "";

    /// What its author says of it.
    const DOC: &'static str = "";

    /// The name of the set whose attributes these are, if it is a subset.
    const SUBSET_OF: &'static str = "";

    /// The number of its pad attribute.
    const PAD: Option<u16> = None;

    /// Its attributes, as data.
    const ATTRIBUTES: &'static [description::Attribute] = &[];

    /// All of that together.
    const DESCRIPTION: description::AttributeSet = description::AttributeSet {
        name: Self::NAME,
        doc: Self::DOC,
        attributes: Self::ATTRIBUTES,
        pad: Self::PAD,
        subset_of: subset_of(Self::SUBSET_OF),
        mixed: false,
        header: 0,
    };

    /// Whether a reply of this may be left out, so that an acknowledgement is asked for.
    const MAY_BE_ABSENT: bool = false;

    /// What stands for a reply that was left out; `None` if it may not be.
    fn absent<'a>() -> Option<Self::View<'a>> {
        None
    }

    /// Appends the attributes, in the order of the fields.
    fn encode(&self, out: &mut AttributeWriter<'_>);

    /// Reads the attributes, in any order.
    fn decode(attributes: Attributes<'_>) -> Decoded<Self::View<'_>>;

    /// The attributes as bytes, for tests and for what does not go over a [`Client`](crate::Client).
    fn to_bytes(&self) -> Result<Vec<u8>, EncodeError> {
        let mut bytes = Vec::new();
        let mut out = AttributeWriter::new(&mut bytes);
        self.encode(&mut out);
        out.finish()?;
        Ok(bytes)
    }

    /// Reads the attributes that `bytes` are; the places in errors count from their start.
    fn from_bytes(bytes: &[u8]) -> Decoded<Self::View<'_>> {
        Self::decode(Attributes::new(bytes, 0))
    }
}

/// The name of a set, which is empty if there is none.
pub(super) const fn subset_of(name: &'static str) -> Option<&'static str> {
    if name.is_empty() { None } else { Some(name) }
}

#[diagnostic::do_not_recommend]
impl AttributeSet for () {
    type View<'a> = ();

    const DOC: &'static str = "No attributes.";

    const MAY_BE_ABSENT: bool = true;

    fn absent<'a>() -> Option<Self::View<'a>> {
        Some(())
    }

    #[inline]
    fn encode(&self, _: &mut AttributeWriter<'_>) {}

    fn decode(attributes: Attributes<'_>) -> Result<Self::View<'_>, DecodeError> {
        attributes.each(|_| Ok(()))
    }
}

/// A reply that the kernel may leave out, where it answers with an acknowledgement alone.
impl<S: AttributeSet> AttributeSet for Option<S> {
    type View<'a> = Option<S::View<'a>>;

    const DESCRIPTION: description::AttributeSet = S::DESCRIPTION;

    const MAY_BE_ABSENT: bool = true;

    fn absent<'a>() -> Option<Self::View<'a>> {
        Some(None)
    }

    #[inline]
    fn encode(&self, out: &mut AttributeWriter<'_>) {
        if let Some(set) = self {
            set.encode(out);
        }
    }

    fn decode(attributes: Attributes<'_>) -> Decoded<Self::View<'_>> {
        S::decode(attributes).map(Some)
    }
}

impl<S: AttributeSet> AttributeSet for Box<S> {
    type View<'a> = Box<S::View<'a>>;

    const DESCRIPTION: description::AttributeSet = S::DESCRIPTION;

    const MAY_BE_ABSENT: bool = S::MAY_BE_ABSENT;

    fn absent<'a>() -> Option<Self::View<'a>> {
        S::absent().map(Box::new)
    }

    #[inline]
    fn encode(&self, out: &mut AttributeWriter<'_>) {
        (**self).encode(out);
    }

    fn decode(attributes: Attributes<'_>) -> Result<Self::View<'_>, DecodeError> {
        S::decode(attributes).map(Box::new)
    }
}

impl<S: AttributeSet> Payload<Nest> for S {
    const KIND: Kind = if S::MAY_BE_ABSENT {
        Kind::Absent
    } else {
        Kind::Nest(|| const { &S::DESCRIPTION })
    };

    #[inline]
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        out.nest(meta.number, meta.place, |out| self.encode(out));
    }
}

impl<'a, S: AttributeSet<View<'a> = S>> FromPayload<'a, Nest> for S {
    #[inline]
    fn get(_: &Meta, attribute: Attribute<'a>) -> Result<Self, DecodeError> {
        S::decode(attribute.nest()?)
    }
}
