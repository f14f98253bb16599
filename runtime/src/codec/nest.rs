//! Attribute sets, and sets nested in others.

use super::{FromPayload, Meta, Payload, Place, Reading, Superset};
use crate::description::{self, Kind, RustType, SetRef};
use crate::error::{DecodeError, Decoded, EncodeError};
use crate::wire::{Attribute, AttributeWriter, Attributes};
use crate::word::Nest;

/// A set of attributes: the contents of a message or a nest. Implemented by `#[derive(AttributeSet)]`.
///
/// The [derive](derive@crate::AttributeSet) explains all its words. `()` is the empty set: it means "no attributes", or "no
/// reply".
///
/// ```
/// use genl::AttributeSet;
///
/// /// The limits of MPTCP connections.
/// #[derive(Debug, PartialEq, AttributeSet)]
/// struct Limits {
///     #[attr(2)]
///     rcv_add_addrs: u32,
///     #[attr(3)]
///     subflows: Option<u32>,
/// }
///
/// # if cfg!(target_endian = "little") {
/// // The attributes of a reply of the kernel, and those of a kernel that knows more.
/// let bytes = [8, 0, 2, 0, 0, 0, 0, 0, 8, 0, 3, 0, 2, 0, 0, 0];
/// let limits = Limits { rcv_add_addrs: 0, subflows: Some(2) };
/// assert_eq!(Limits::from_bytes(&bytes)?, limits);
/// assert_eq!(limits.to_bytes()?, bytes);
/// # }
///
/// let error = Limits::from_bytes(&[]).unwrap_err();
/// assert_eq!(error.to_string(), "missing attribute `rcv-add-addrs`");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an attribute set",
    label = "neither a struct with `#[derive(AttributeSet)]` nor a `Vec` of such an enum",
    note = "if `{Self}` is an enum with `#[derive(AttributeSet)]`, write `Vec<{Self}>`: one value of it is one attribute",
    note = "if it is an integer, text or an enumeration, write a struct with `#[derive(AttributeSet)]` that has this type as a field"
)]
pub trait AttributeSet {
    /// The same set, with fields that borrow from a received message. `Self` for a set that owns its fields.
    type View<'a>;

    /// The name of the set, for errors and descriptions.
    const NAME: &'static str = "";

    /// The doc comment of the set.
    const DOC: &'static str = "";

    /// The set whose attributes these are, if this is a subset.
    #[doc(hidden)]
    const SUPERSET: Superset = Superset::NONE;

    /// The number of the pad attribute. A subset has that of its set.
    const PAD: Option<u16> = Self::SUPERSET.pad;

    /// The attributes, as data.
    const ATTRIBUTES: &'static [description::Attribute] = &[];

    /// The description of the set: all of the above.
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

    /// Whether the kernel may leave out a reply of this type. The request then asks for an acknowledgement.
    #[doc(hidden)]
    const MAY_BE_ABSENT: bool = false;

    /// Returns the value of a reply that the kernel left out; `None` if it may not.
    #[doc(hidden)]
    fn absent<'a>() -> Option<Self::View<'a>> {
        None
    }

    /// Appends the attributes, in the order of the fields.
    ///
    /// A set written by hand implements this. The derive implements `put_fields` instead.
    #[inline]
    fn encode(&self, out: &mut AttributeWriter<'_>) {
        // A writer of its own stays in registers; the caller's may be in memory.
        out.apart(|out| self.put_fields(out));
    }

    /// Appends the attribute of each field.
    #[doc(hidden)]
    #[inline]
    fn put_fields(&self, out: &mut AttributeWriter<'_>) {
        self.encode(out);
    }

    /// Estimates how many bytes the attributes take: about as many as the fields.
    #[doc(hidden)]
    #[inline]
    fn room(&self) -> usize {
        match size_of_val(self) {
            small @ ..=96 => small,
            size @ ..=4096 => size + 64,
            _ => 4096,
        }
    }

    /// Decodes the attributes, in any order.
    ///
    /// Fails if a required attribute is missing, or if an attribute cannot be decoded. Unknown attributes are skipped,
    /// unless the set keeps them. A set written by hand implements this. The derive implements `blank` and `fill` instead.
    #[inline]
    fn decode(attributes: Attributes<'_>) -> Decoded<Self::View<'_>> {
        let mut reading = Reading::new(attributes);
        // Built in the caller's place, and filled there.
        let mut decoded = Self::blank(&mut reading);
        if let Ok(set) = &mut decoded {
            if let Err(error) = reading.fill::<Self>(set) {
                decoded = Err(error);
            }
        }
        decoded
    }

    /// Returns the set before the first attribute is decoded.
    #[doc(hidden)]
    #[inline]
    fn blank<'a>(reading: &mut Reading<'a>) -> Decoded<Self::View<'a>> {
        Self::decode(reading.attributes.take_all())
    }

    /// Decodes one attribute of a set that [`blank`](Self::blank) returned.
    #[doc(hidden)]
    #[inline]
    fn fill<'a>(_: &mut Self::View<'a>, _: &mut Reading<'a>) -> Decoded<()> {
        Ok(())
    }

    /// Encodes the attributes as bytes, without a [`Client`](crate::Client).
    ///
    /// Fails if a value cannot be encoded.
    fn to_bytes(&self) -> Result<Vec<u8>, EncodeError> {
        let mut bytes = Vec::new();
        let mut out = AttributeWriter::new(&mut bytes);
        self.encode(&mut out);
        out.finish()?;
        Ok(bytes)
    }

    /// Decodes the attributes in `bytes`. Offsets in errors are counted from the start of `bytes`.
    ///
    /// Fails like [`decode`](Self::decode).
    fn from_bytes(bytes: &[u8]) -> Decoded<Self::View<'_>> {
        Self::decode(Attributes::new(bytes, 0))
    }
}

/// Decodes attributes into a set in its place.
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

/// A reply that the kernel may leave out: it then sends only an acknowledgement.
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
        // Decoding ahead of the other attributes does the same.
        let mut none = Reading::new(Attributes::new(&[], 0));
        S::blank(&mut none).or_else(|_| reading.look_ahead::<S, Nest>(meta))
    }
}
