//! Lists of mixed attributes: what they are is told one by one, and order and repeats mean something.

use super::nest::subset_of;
use super::{AttributeSet, FromPayload, GetList, Meta, Payload, PutList, Slot};
use crate::description::{self, Kind, Presence};
use crate::error::{DecodeError, Segment};
use crate::wire::{Attribute, AttributeWriter, Attributes, UnknownAttribute};
use crate::word::Nest;

/// One attribute, of one of several kinds, by `#[derive(AttributeSet)]` on an enum.
///
/// A `Vec` of it is an [`AttributeSet`]: what a message or a nest holds, in its order, with what repeats.
#[diagnostic::on_unimplemented(
    message = "`Vec<{Self}>` is not an attribute set",
    label = "`{Self}` is not an enum with `#[derive(AttributeSet)]`",
    note = "for a field that is a list of sets write `multi`, `indexed` or `keyed(..)` beside `nest`; alone, `nest` takes a list of mixed attributes",
    note = "for several replies write `dump` or `multi` in `#[op(..)]`, and the set of one reply"
)]
pub trait MixedAttribute {
    /// The same, borrowing from a received message.
    type View<'a>;

    /// Its name, for errors and descriptions.
    const NAME: &'static str;

    /// What its author says of it.
    const DOC: &'static str = "";

    /// The name of the set whose attributes these are, if it is a subset.
    const SUBSET_OF: &'static str = "";

    /// The number of its pad attribute.
    const PAD: Option<u16> = None;

    /// Its kinds, as data.
    const ATTRIBUTES: &'static [description::Attribute] = &[];

    /// Appends the attribute.
    fn put(&self, out: &mut AttributeWriter<'_>);

    /// Reads the attribute; `None` if it is of no kind that is known, and is not kept.
    fn get(attribute: Attribute<'_>) -> Result<Option<Self::View<'_>>, DecodeError>;
}

#[inline]
fn put_each<T: MixedAttribute>(values: &[T], out: &mut AttributeWriter<'_>) {
    for (index, value) in values.iter().enumerate() {
        out.within(Segment::Element(index), |out| value.put(out));
    }
}

impl<T: MixedAttribute> AttributeSet for Vec<T> {
    type View<'a> = Vec<T::View<'a>>;

    const DESCRIPTION: description::AttributeSet = description::AttributeSet {
        name: T::NAME,
        doc: T::DOC,
        attributes: T::ATTRIBUTES,
        pad: T::PAD,
        subset_of: subset_of(T::SUBSET_OF),
        mixed: true,
        header: 0,
    };

    #[inline]
    fn encode(&self, out: &mut AttributeWriter<'_>) {
        put_each(self, out);
    }

    fn decode(attributes: Attributes<'_>) -> Result<Self::View<'_>, DecodeError> {
        let mut values = Vec::new();
        attributes.each(|attribute| {
            let value = T::get(attribute).map_err(|error| {
                error.within(Segment::Element(values.len()), attribute.offset())
            })?;
            values.extend(value);
            Ok(())
        })?;
        Ok(values)
    }
}

/// A field of a subset, which does not know by its type that it is no list like others: it is there even when it is empty.
impl<T: MixedAttribute> PutList<T> for Nest {
    const KIND: Kind = Kind::Nest(|| const { &<Vec<T> as AttributeSet>::DESCRIPTION });

    const PRESENCE: Presence = Presence::Required;

    #[inline]
    fn put_list(values: &Vec<T>, meta: &Meta, out: &mut AttributeWriter<'_>) {
        out.nest(meta.number, meta.place, |out| put_each(values, out));
    }
}

impl<'a, T: MixedAttribute<View<'a> = T>> GetList<'a, T> for Nest {
    fn get_list(
        meta: &Meta,
        attribute: Attribute<'a>,
        values: &mut Vec<T>,
    ) -> Result<(), DecodeError> {
        *values = FromPayload::<Nest>::get(meta, attribute)?;
        Ok(())
    }
}

/// A variant `Name(T)`.
impl<T, W> Slot<T, W> {
    /// Reads the attribute, and makes a variant of it.
    #[inline]
    pub fn read<'a, V>(
        &self,
        attribute: Attribute<'a>,
        variant: impl FnOnce(T) -> V,
    ) -> Result<Option<V>, DecodeError>
    where
        T: FromPayload<'a, W>,
    {
        match T::get(&self.meta, attribute) {
            Ok(read) => Ok(Some(variant(read))),
            Err(error) => Err(self.place(error, attribute)),
        }
    }

    /// The description of a variant.
    pub const fn repeated(&self, doc: &'static str) -> description::Attribute
    where
        T: Payload<W>,
    {
        self.describe(doc, Presence::List, T::KIND)
    }
}

impl Attribute<'_> {
    /// Makes a variant of an attribute that is of no other kind, as it came.
    #[allow(clippy::unnecessary_wraps)] // one of the arms of a generated `match`
    pub fn read_unknown<V>(
        self,
        variant: impl FnOnce(UnknownAttribute) -> V,
    ) -> Result<Option<V>, DecodeError> {
        Ok(Some(variant(self.to_unknown())))
    }
}
