//! Attribute sets, and one inside of another.

use super::{FromPayload, Meta, Payload, Place, Reading, Superset};
use crate::description::{self, Kind, RustType, SetRef};
use crate::error::{DecodeError, Decoded, EncodeError};
use crate::wire::{Attribute, AttributeWriter, Attributes};
use crate::word::Nest;

/// A set of attributes, by `#[derive(AttributeSet)]`: what a message or a nest holds.
///
/// `()` is the empty set, and stands for "no attributes" and "no reply".
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an attribute set",
    label = "neither a struct with `#[derive(AttributeSet)]` nor a `Vec` of such an enum",
    note = "if `{Self}` is an enum with `#[derive(AttributeSet)]`, write `Vec<{Self}>`: one value of it is one attribute",
    note = "if it is an integer, text or an enumeration, write a struct with `#[derive(AttributeSet)]` that has this type as a field"
)]
pub trait AttributeSet {
    /// The same set, borrowing from a received message; `Self` for a set that owns its fields.
    type View<'a>;

    /// Its name, for errors and descriptions.
    const NAME: &'static str = "";

    /// What its author says of it.
    const DOC: &'static str = "";

    /// The set whose attributes these are, if it is a subset.
    const SUPERSET: Superset = Superset::NONE;

    /// The number of its pad attribute, which a subset has from its set.
    const PAD: Option<u16> = Self::SUPERSET.pad;

    /// Its attributes, as data.
    const ATTRIBUTES: &'static [description::Attribute] = &[];

    /// All of that together.
    const DESCRIPTION: description::AttributeSet = description::AttributeSet {
        name: Self::NAME,
        rust_type: RustType::of::<Self>(),
        doc: Self::DOC,
        attributes: Self::ATTRIBUTES,
        pad: Self::PAD,
        subset_of: Self::SUPERSET.set,
        overrides: Self::SUPERSET.overrides,
        mixed: false,
        header: None,
    };

    /// Whether a reply of this may be left out, so that an acknowledgement is asked for.
    const MAY_BE_ABSENT: bool = false;

    /// What stands for a reply that was left out; `None` if it may not be.
    fn absent<'a>() -> Option<Self::View<'a>> {
        None
    }

    /// Appends the attributes, in the order of the fields.
    ///
    /// A set written by hand implements this, or else `put_fields` as the derive does.
    #[inline]
    fn encode(&self, out: &mut AttributeWriter<'_>) {
        // A writer of its own stays in registers; the one that is given may be in memory.
        out.apart(|out| self.put_fields(out));
    }

    /// Appends the attribute of each field.
    #[doc(hidden)]
    #[inline]
    fn put_fields(&self, out: &mut AttributeWriter<'_>) {
        self.encode(out);
    }

    /// Guesses how many bytes the attributes take: about as many as the fields do.
    #[doc(hidden)]
    #[inline]
    fn room(&self) -> usize {
        match size_of_val(self) {
            small @ ..=96 => small,
            size @ ..=4096 => size + 64,
            _ => 4096,
        }
    }

    /// Reads the attributes, in any order.
    ///
    /// A set written by hand implements this, or else `blank` and `fill` as the derive does.
    #[inline]
    fn decode(attributes: Attributes<'_>) -> Decoded<Self::View<'_>> {
        let mut reading = Reading::new(attributes);
        // Made where the caller wants it, and filled there.
        let mut decoded = Self::blank(&mut reading);
        if let Ok(set) = &mut decoded {
            if let Err(error) = reading.fill::<Self>(set) {
                decoded = Err(error);
            }
        }
        decoded
    }

    /// The set before the first attribute is read.
    #[doc(hidden)]
    #[inline]
    fn blank<'a>(reading: &mut Reading<'a>) -> Decoded<Self::View<'a>> {
        Self::decode(reading.attributes.take_all())
    }

    /// Reads one attribute of a set that began as [`blank`](Self::blank).
    #[doc(hidden)]
    #[inline]
    fn fill<'a>(_: &mut Self::View<'a>, _: &mut Reading<'a>) -> Decoded<()> {
        Ok(())
    }

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

/// Reads attributes into a set where it lies.
#[inline]
fn decode_into<'a, S: AttributeSet>(
    attributes: Attributes<'a>,
    place: &mut impl Place<S::View<'a>>,
) -> Decoded<()> {
    let mut reading = Reading::new(attributes);
    let blank = S::blank(&mut reading)?;
    place.hold(blank, |set| reading.fill::<S>(set))
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

    #[inline]
    fn blank<'a>(_: &mut Reading<'a>) -> Decoded<Self::View<'a>> {
        Ok(())
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

    #[inline]
    fn room(&self) -> usize {
        self.as_ref().map_or(0, S::room)
    }

    #[inline]
    fn blank<'a>(reading: &mut Reading<'a>) -> Decoded<Self::View<'a>> {
        S::blank(reading).map(Some)
    }

    #[inline]
    fn fill<'a>(set: &mut Self::View<'a>, reading: &mut Reading<'a>) -> Decoded<()> {
        set.as_mut().map_or(Ok(()), |set| S::fill(set, reading))
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

    #[inline]
    fn room(&self) -> usize {
        (**self).room()
    }

    #[inline]
    fn blank<'a>(reading: &mut Reading<'a>) -> Decoded<Self::View<'a>> {
        S::blank(reading).map(Box::new)
    }

    #[inline]
    fn fill<'a>(set: &mut Self::View<'a>, reading: &mut Reading<'a>) -> Decoded<()> {
        S::fill(set, reading)
    }
}

impl<S: AttributeSet> Payload<Nest> for S {
    const KIND: Kind = if S::MAY_BE_ABSENT {
        Kind::Absent
    } else {
        Kind::Nest(SetRef::of::<S>())
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

    #[inline]
    fn get_into(_: &Meta, attribute: Attribute<'a>, place: &mut impl Place<Self>) -> Decoded<()> {
        decode_into::<S>(attribute.nest()?, place)
    }

    #[inline]
    fn blank(meta: &Meta, reading: &Reading<'a>) -> Decoded<Self> {
        // A set in which a field is read ahead of the others is read so itself.
        let mut none = Reading::new(Attributes::new(&[], 0));
        S::blank(&mut none).or_else(|_| reading.look_ahead::<S, Nest>(meta))
    }
}
