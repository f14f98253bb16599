//! Lists of mixed attributes: their order and repetition matter, so each attribute is one element.

use super::{AttributeSet, FromPayload, Payload, Reading, Slot, Superset};
use crate::description::{self, Presence, RustType};
use crate::error::{Decoded, Segment};
use crate::wire::{Attribute, AttributeWriter, UnknownAttribute};

/// One attribute, of one of several kinds. Implemented by `#[derive(AttributeSet)]` on an enum.
///
/// A `Vec` of it is an [`AttributeSet`]: the attributes of a message or a nest, in their order, with repetitions.
#[diagnostic::on_unimplemented(
    message = "`Vec<{Self}>` is not an attribute set",
    label = "`{Self}` is not an enum with `#[derive(AttributeSet)]`",
    note = "for a list of structs, write `multi`, `indexed` or `keyed(..)` beside `nest`; `nest` alone is for a `Vec` of an enum",
    note = "for several replies, write `dump` or `multi` in `#[op(..)]`, and the set of one reply"
)]
pub trait MixedAttribute {
    /// The same kind, with fields that borrow from a received message.
    type View<'a>;

    /// The name of the enum, for errors and descriptions.
    const NAME: &'static str;

    /// The doc comment of the enum.
    const DOC: &'static str = "";

    /// The set whose attributes these are, if this is a subset.
    #[doc(hidden)]
    const SUPERSET: Superset = Superset::NONE;

    /// The number of the pad attribute. A subset has that of its set.
    const PAD: Option<u16> = Self::SUPERSET.pad;

    /// The kinds, as data.
    const ATTRIBUTES: &'static [description::Attribute] = &[];

    /// Appends the attribute.
    fn put(&self, out: &mut AttributeWriter<'_>);

    /// Decodes the attribute, and appends it to `values`. An unknown attribute is skipped, unless a variant keeps it.
    fn get<'a>(attribute: Attribute<'a>, values: &mut Vec<Self::View<'a>>) -> Decoded<()>;
}

/// A decoded list of mixed attributes.
pub type Views<'a, M> = Vec<<M as MixedAttribute>::View<'a>>;

/// Not inlined, so that the code for each kind exists once.
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
        rust_type: RustType::of::<T>(),
        doc: T::DOC,
        attributes: T::ATTRIBUTES,
        pad: T::PAD,
        subset_of: T::SUPERSET.set,
        overrides: T::SUPERSET.overrides,
        mixed: true,
        header: None,
    };

    #[inline]
    fn encode(&self, out: &mut AttributeWriter<'_>) {
        put_each(self, out);
    }

    #[inline]
    fn room(&self) -> usize {
        self.len().saturating_mul(size_of::<T>().max(8))
    }

    #[inline]
    fn blank<'a>(reading: &mut Reading<'a>) -> Decoded<Self::View<'a>> {
        Ok(reading.attributes.list())
    }

    #[inline(always)]
    #[allow(clippy::inline_always)] // inlined like the code of a derived set
    fn fill<'a>(values: &mut Self::View<'a>, reading: &mut Reading<'a>) -> Decoded<()> {
        match T::get(reading.attribute, values) {
            Ok(()) => Ok(()),
            Err(error) => Err(error.within_element(values.len(), reading.attribute.offset())),
        }
    }
}

/// A variant `Name(T)`.
impl<T, W> Slot<T, W> {
    /// Decodes the attribute, and appends its variant.
    #[inline]
    pub fn push<'a, V>(
        self,
        attribute: Attribute<'a>,
        variant: impl FnOnce(T) -> V,
        values: &mut Vec<V>,
    ) -> Decoded<()>
    where
        T: FromPayload<'a, W>,
    {
        match T::get(self.meta, attribute) {
            Ok(read) => {
                values.push(variant(read));
                Ok(())
            }
            Err(error) => Err(self.place(error, attribute)),
        }
    }

    /// Returns the description of a variant.
    pub const fn repeated(self, doc: &'static str) -> description::Attribute
    where
        T: Payload<W>,
    {
        self.describe(doc, Presence::List, T::KIND).variant()
    }
}

impl Attribute<'_> {
    /// Appends a variant without a payload.
    #[doc(hidden)]
    #[allow(clippy::unnecessary_wraps)] // has the signature of the other arms of a generated `match`
    #[inline]
    pub fn push_unit<V>(self, variant: V, values: &mut Vec<V>) -> Decoded<()> {
        values.push(variant);
        Ok(())
    }

    /// Keeps an unknown attribute unchanged, unless it is padding.
    #[doc(hidden)]
    #[allow(clippy::unnecessary_wraps)] // has the signature of the other arms of a generated `match`
    #[cold]
    pub fn push_unknown<'a, M: MixedAttribute>(
        self,
        variant: impl FnOnce(UnknownAttribute) -> M::View<'a>,
        values: &mut Views<'a, M>,
    ) -> Decoded<()> {
        if M::PAD != Some(self.number()) {
            values.push(variant(self.to_unknown()));
        }
        Ok(())
    }
}
