//! Lists of mixed attributes: what they are is told one by one, and order and repeats mean something.

use super::{AttributeSet, FromPayload, Payload, Reading, Slot, Superset};
use crate::description::{self, Presence, RustType};
use crate::error::{Decoded, Segment};
use crate::wire::{Attribute, AttributeWriter, UnknownAttribute};

/// One attribute, of one of several kinds, by `#[derive(AttributeSet)]` on an enum.
///
/// A `Vec` of it is an [`AttributeSet`]: what a message or a nest holds, in its order, with what repeats.
#[diagnostic::on_unimplemented(
    message = "`Vec<{Self}>` is not an attribute set",
    label = "`{Self}` is not an enum with `#[derive(AttributeSet)]`",
    note = "for a list of structs, write `multi`, `indexed` or `keyed(..)` beside `nest`; `nest` alone is for a `Vec` of an enum",
    note = "for several replies, write `dump` or `multi` in `#[op(..)]`, and the set of one reply"
)]
pub trait MixedAttribute {
    /// The same, borrowing from a received message.
    type View<'a>;

    /// Its name, for errors and descriptions.
    const NAME: &'static str;

    /// What its author says of it.
    const DOC: &'static str = "";

    /// The set whose attributes these are, if it is a subset.
    const SUPERSET: Superset = Superset::NONE;

    /// The number of its pad attribute, which a subset has from its set.
    const PAD: Option<u16> = Self::SUPERSET.pad;

    /// Its kinds, as data.
    const ATTRIBUTES: &'static [description::Attribute] = &[];

    /// Appends the attribute.
    fn put(&self, out: &mut AttributeWriter<'_>);

    /// Reads the attribute, and appends what it is; nothing if it is of no kind that is known, and is not kept.
    fn get<'a>(attribute: Attribute<'a>, values: &mut Vec<Self::View<'a>>) -> Decoded<()>;
}

/// A list of mixed attributes as it is read.
pub type Views<'a, M> = Vec<<M as MixedAttribute>::View<'a>>;

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
    #[allow(clippy::inline_always)] // as that of a derived set
    fn fill<'a>(values: &mut Self::View<'a>, reading: &mut Reading<'a>) -> Decoded<()> {
        match T::get(reading.attribute, values) {
            Ok(()) => Ok(()),
            Err(error) => Err(error.within_element(values.len(), reading.attribute.offset())),
        }
    }
}

/// A variant `Name(T)`.
impl<T, W> Slot<T, W> {
    /// Reads the attribute, and appends the variant that it is.
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

    /// The description of a variant.
    pub const fn repeated(self, doc: &'static str) -> description::Attribute
    where
        T: Payload<W>,
    {
        self.describe(doc, Presence::List, T::KIND).variant()
    }
}

impl Attribute<'_> {
    /// Appends a variant that says all that the attribute does.
    #[allow(clippy::unnecessary_wraps)] // one of the arms of a generated `match`
    #[inline]
    pub fn push_unit<V>(self, variant: V, values: &mut Vec<V>) -> Decoded<()> {
        values.push(variant);
        Ok(())
    }

    /// Appends an attribute that is of no other kind, as it came, unless it is padding.
    #[allow(clippy::unnecessary_wraps)] // one of the arms of a generated `match`
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
