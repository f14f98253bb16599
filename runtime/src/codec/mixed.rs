//! Lists of mixed attributes: what they are is told one by one, and order and repeats mean something.

use super::nest::subset_of;
use super::{AttributeSet, FromPayload, GetList, Meta, Payload, PutList, Required, Slot};
use crate::description::{self, Kind, Presence};
use crate::error::{DecodeError, Decoded, Segment};
use crate::wire::{Attribute, AttributeWriter, UnknownAttribute};
use crate::word::Nest;

/// One attribute, of one of several kinds, by `#[derive(AttributeSet)]` on an enum.
///
/// A `Vec` of it is an [`AttributeSet`]: what a message or a nest holds, in its order, with what repeats.
#[diagnostic::on_unimplemented(
    message = "`Vec<{Self}>` is not an attribute set",
    label = "no enum with `#[derive(AttributeSet)]`",
    note = "under `nest` a `Vec` of such an enum is a list of mixed attributes; for a list of one set write `multi`, `indexed` or `keyed(..)` as well",
    note = "several replies are those of a dump: write `#[op(.., dump)]`, and name the set of one reply"
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

/// Not inlined, so that each kind is written here alone.
#[inline(never)]
fn put_each<T: MixedAttribute>(values: &[T], out: &mut AttributeWriter<'_>) {
    out.apart(|out| {
        let mut rest = values.iter();
        while let Some(value) = rest.next() {
            value.put(out);
            if out.has_failed() {
                let index = values.len() - rest.len() - 1;
                return out.wrap(Segment::Element(index));
            }
        }
    });
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

    #[inline]
    fn blank<'a>(_: &mut Required<'_, 'a>) -> Decoded<Self::View<'a>> {
        Ok(Vec::new())
    }

    #[inline]
    fn fill<'a>(
        values: &mut Self::View<'a>,
        attribute: Attribute<'a>,
        _: &mut Required<'_, 'a>,
    ) -> Decoded<()> {
        match T::get(attribute) {
            Ok(Some(value)) => values.push(value),
            Ok(None) => {}
            Err(error) => {
                return Err(error.within_element(values.len(), attribute.offset()));
            }
        }
        Ok(())
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
