//! What is declared about an attribute, apart from types.

use super::Slot;
use crate::description::checks::MAX_PAYLOAD;
use crate::description::{Checks, DisplayHint};
use crate::error::Segment;

/// What the codec of a payload knows about its attribute.
#[derive(Clone, Copy, Debug)]
pub struct Meta {
    /// The attribute number.
    pub number: u16,
    /// The attribute in the path of an error: its name, or the index of an element.
    pub place: Segment,
    /// What the payload may be.
    pub checks: Checks,
    /// The names of the keys of a [`Keyed`](super::Keyed) list.
    pub keys: &'static [&'static str],
    /// How the value is shown to people.
    pub display_hint: Option<DisplayHint>,
}

/// An integer type that can bound the value of an attribute.
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

/// Returns a length that is given as an expression.
const fn as_length(length: i128) -> usize {
    assert!(
        length >= 0 && length <= MAX_PAYLOAD as i128,
        "the length is out of range: the payload of an attribute has at most 65531 bytes"
    );
    // The check above shows that it fits.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let length = length as usize;
    length
}

/// Declares what is known about a field in a static of its own: number, name, and the builder methods of [`Meta`].
#[doc(hidden)]
#[macro_export]
macro_rules! nla {
    ($number:literal, $name:literal $(, $($with:tt)*)?) => {
        (const { &$crate::codec::Meta::new($number, $name) $($($with)*)? })
    };
    // A field of a subset with words of its own: number and name of the field in its set, with other words and checks.
    ($slot:expr $(, $($with:tt)*)?) => {
        (const { &$slot.again() $($($with)*)? })
    };
}

// Called by generated code alone.
#[doc(hidden)]
impl Meta {
    /// Creates the attribute `number`, called `name` in errors and descriptions.
    pub const fn new(number: u16, name: &'static str) -> Self {
        Self {
            number,
            place: Segment::Name(name),
            checks: Checks::NONE,
            keys: &[],
            display_hint: None,
        }
    }

    /// Returns the constant of the field.
    // The derive generates this call at the span of the field's type, so rustc reports mistakes there once.
    #[inline]
    pub const fn slot<T, W>(&'static self) -> Slot<T, W> {
        Slot::from_meta(self)
    }

    /// Returns the same for an element of the list.
    pub(super) const fn element(&self, index: usize, number: u16) -> Self {
        Self {
            number,
            place: Segment::Element(index),
            ..*self
        }
    }

    /// Sets the least value.
    #[must_use]
    pub const fn min(mut self, min: i128) -> Self {
        self.checks.min = Some(min);
        self
    }

    /// Sets the greatest value.
    #[must_use]
    pub const fn max(mut self, max: i128) -> Self {
        self.checks.max = Some(max);
        self
    }

    /// Sets the least value from an expression. `min` is the same expression, cast.
    #[must_use]
    pub const fn min_of<B: Bound>(self, _: &B, min: i128) -> Self {
        self.min(min)
    }

    /// Sets the greatest value from an expression. `max` is the same expression, cast.
    #[must_use]
    pub const fn max_of<B: Bound>(self, _: &B, max: i128) -> Self {
        self.max(max)
    }

    /// Sets the least length.
    #[must_use]
    pub const fn min_len(mut self, length: usize) -> Self {
        self.checks.min_len = length;
        self
    }

    /// Sets the greatest length.
    #[must_use]
    pub const fn max_len(mut self, length: usize) -> Self {
        self.checks.max_len = length;
        self
    }

    /// Sets the only length allowed.
    #[must_use]
    pub const fn exact_len(self, length: usize) -> Self {
        self.min_len(length).max_len(length)
    }

    /// Sets the least length from an expression. `length` is the same expression, cast.
    #[must_use]
    pub const fn min_len_of<B: Bound>(self, _: &B, length: i128) -> Self {
        self.min_len(as_length(length))
    }

    /// Sets the greatest length from an expression. `length` is the same expression, cast.
    #[must_use]
    pub const fn max_len_of<B: Bound>(self, _: &B, length: i128) -> Self {
        self.max_len(as_length(length))
    }

    /// Sets the only length allowed from an expression. `length` is the same expression, cast.
    #[must_use]
    pub const fn exact_len_of<B: Bound>(self, _: &B, length: i128) -> Self {
        self.exact_len(as_length(length))
    }

    /// Sets the names of the keys of its elements.
    #[must_use]
    pub const fn keys(mut self, keys: &'static [&'static str]) -> Self {
        self.keys = keys;
        self
    }

    const fn hint(mut self, hint: DisplayHint) -> Self {
        self.display_hint = Some(hint);
        self
    }

    /// Shows the value as a hardware address.
    #[must_use]
    pub const fn mac(self) -> Self {
        self.hint(DisplayHint::Mac)
    }

    /// Shows the value as hexadecimal digits.
    #[must_use]
    pub const fn hex(self) -> Self {
        self.hint(DisplayHint::Hex)
    }

    /// Shows the value as a UUID.
    #[must_use]
    pub const fn uuid(self) -> Self {
        self.hint(DisplayHint::Uuid)
    }

    /// Shows the value as four characters.
    #[must_use]
    pub const fn fourcc(self) -> Self {
        self.hint(DisplayHint::Fourcc)
    }
}
