//! What is declared of an attribute, apart from types.

use super::Slot;
use crate::description::checks::MAX_PAYLOAD;
use crate::description::{Checks, DisplayHint};
use crate::error::Segment;

/// What the codec of a payload is told about its attribute.
#[derive(Clone, Copy, Debug)]
pub struct Meta {
    /// The number.
    pub number: u16,
    /// What a path says: the name, or the index of an element.
    pub place: Segment,
    /// What the payload may be.
    pub checks: Checks,
    /// The names of the keys, of a [`Keyed`](super::Keyed) list.
    pub keys: &'static [&'static str],
    /// The form that people know the value by.
    pub display_hint: Option<DisplayHint>,
}

/// An integer that bounds the value of an attribute.
#[diagnostic::on_unimplemented(
    message = "`min` and `max` take an integer, but the type is `{Self}`",
    label = "expected an integer of up to 64 bits"
)]
pub trait Bound {}

macro_rules! bounds {
    ($($integer:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Bound for $integer {}
    )*};
}

bounds! { u8 u16 u32 u64 usize i8 i16 i32 i64 isize }

/// A length that an expression says.
const fn as_length(length: i128) -> usize {
    assert!(
        length >= 0 && length <= MAX_PAYLOAD as i128,
        "the length is out of range: the payload of an attribute has at most 65531 bytes"
    );
    // It was seen just now that it fits.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let length = length as usize;
    length
}

/// What is declared of a field, in a static place of its own: number and name, and what [`Meta`] can have besides.
#[doc(hidden)]
#[macro_export]
macro_rules! nla {
    ($number:literal, $name:literal $(, $($with:tt)*)?) => {
        (const { &$crate::codec::Meta::new($number, $name) $($($with)*)? })
    };
    // Of a field of a subset that has words of its own: what its set has, by another word and with other checks.
    ($slot:expr $(, $($with:tt)*)?) => {
        (const { &$slot.again() $($($with)*)? })
    };
}

impl Meta {
    /// The attribute `number`, called `name` in errors and descriptions.
    pub const fn new(number: u16, name: &'static str) -> Self {
        Self {
            number,
            place: Segment::Name(name),
            checks: Checks::NONE,
            keys: &[],
            display_hint: None,
        }
    }

    /// The constant of the field.
    // A call that the derive writes itself, where the type is: what rustc says of that it says once.
    #[inline]
    pub const fn slot<T, W>(&'static self) -> Slot<T, W> {
        Slot::from_meta(self)
    }

    /// The same for an element of the list.
    pub(super) const fn element(&self, index: usize, number: u16) -> Self {
        Self {
            number,
            place: Segment::Element(index),
            ..*self
        }
    }

    /// With a least value.
    #[must_use]
    pub const fn min(mut self, min: i128) -> Self {
        self.checks.min = Some(min);
        self
    }

    /// With a greatest value.
    #[must_use]
    pub const fn max(mut self, max: i128) -> Self {
        self.checks.max = Some(max);
        self
    }

    /// With a least value that an expression says: `min` is it again, cast.
    #[must_use]
    pub const fn min_of<B: Bound>(self, _: &B, min: i128) -> Self {
        self.min(min)
    }

    /// With a greatest value that an expression says: `max` is it again, cast.
    #[must_use]
    pub const fn max_of<B: Bound>(self, _: &B, max: i128) -> Self {
        self.max(max)
    }

    /// With a least length.
    #[must_use]
    pub const fn min_len(mut self, length: usize) -> Self {
        self.checks.min_len = length;
        self
    }

    /// With a greatest length.
    #[must_use]
    pub const fn max_len(mut self, length: usize) -> Self {
        self.checks.max_len = length;
        self
    }

    /// With one length only.
    #[must_use]
    pub const fn exact_len(self, length: usize) -> Self {
        self.min_len(length).max_len(length)
    }

    /// With a least length that an expression says: `length` is it again, cast.
    #[must_use]
    pub const fn min_len_of<B: Bound>(self, _: &B, length: i128) -> Self {
        self.min_len(as_length(length))
    }

    /// With a greatest length that an expression says: `length` is it again, cast.
    #[must_use]
    pub const fn max_len_of<B: Bound>(self, _: &B, length: i128) -> Self {
        self.max_len(as_length(length))
    }

    /// With one length only that an expression says: `length` is it again, cast.
    #[must_use]
    pub const fn exact_len_of<B: Bound>(self, _: &B, length: i128) -> Self {
        self.exact_len(as_length(length))
    }

    /// With names for the keys of its elements.
    #[must_use]
    pub const fn keys(mut self, keys: &'static [&'static str]) -> Self {
        self.keys = keys;
        self
    }

    const fn hint(mut self, hint: DisplayHint) -> Self {
        self.display_hint = Some(hint);
        self
    }

    /// With values that people know as hardware addresses.
    #[must_use]
    pub const fn mac(self) -> Self {
        self.hint(DisplayHint::Mac)
    }

    /// With values that people know by their hexadecimal digits.
    #[must_use]
    pub const fn hex(self) -> Self {
        self.hint(DisplayHint::Hex)
    }

    /// With values that people know as UUIDs.
    #[must_use]
    pub const fn uuid(self) -> Self {
        self.hint(DisplayHint::Uuid)
    }

    /// With values that people know as four characters.
    #[must_use]
    pub const fn fourcc(self) -> Self {
        self.hint(DisplayHint::Fourcc)
    }
}
