//! Where a decoded value is stored.

use crate::error::Decoded;

/// A place for a value, which is filled in place.
///
/// A nested set is not built elsewhere and moved: a move directly after the stores that built the value has to wait for
/// them.
pub trait Place<T> {
    /// Stores the blank value of a set, and calls `fill` with it.
    fn hold(&mut self, blank: T, fill: impl FnOnce(&mut T) -> Decoded<()>) -> Decoded<()>;

    /// Stores a whole value.
    fn put(&mut self, value: T);

    /// Returns the value that is stored already, to be overwritten as a whole.
    #[inline]
    fn held(&mut self) -> Option<&mut T> {
        None
    }
}

/// The place of a required field.
pub(super) struct Here<'p, T> {
    pub(super) value: &'p mut T,
    /// Whether the value is still blank: no attribute of it was decoded.
    pub(super) blank: bool,
}

impl<T> Place<T> for Here<'_, T> {
    #[inline]
    fn hold(&mut self, value: T, fill: impl FnOnce(&mut T) -> Decoded<()>) -> Decoded<()> {
        // A blank value is not built twice.
        if !self.blank {
            *self.value = value;
        }
        fill(self.value)
    }

    #[inline]
    fn put(&mut self, value: T) {
        *self.value = value;
    }

    #[inline]
    fn held(&mut self) -> Option<&mut T> {
        Some(self.value)
    }
}

/// Replaces the value: the last of several attributes with one number wins.
impl<T> Place<T> for Option<T> {
    #[inline]
    fn hold(&mut self, value: T, fill: impl FnOnce(&mut T) -> Decoded<()>) -> Decoded<()> {
        fill(self.insert(value))
    }

    #[inline]
    fn put(&mut self, value: T) {
        *self = Some(value);
    }
}

/// Appends the value.
impl<T> Place<T> for Vec<T> {
    #[inline]
    fn hold(&mut self, value: T, fill: impl FnOnce(&mut T) -> Decoded<()>) -> Decoded<()> {
        self.push(value);
        self.last_mut().map_or(Ok(()), fill)
    }

    #[inline]
    fn put(&mut self, value: T) {
        self.push(value);
    }
}

/// Returns a place for a part of what `place` stores. `whole` builds the whole from the part; `part` finds the part in it.
#[inline]
pub(super) fn inside<T, U>(
    place: &mut impl Place<U>,
    whole: impl Fn(T) -> U,
    part: impl Fn(&mut U) -> &mut T,
) -> impl Place<T> {
    Inside { place, whole, part }
}

struct Inside<'p, P, W, I> {
    place: &'p mut P,
    whole: W,
    part: I,
}

impl<T, U, P: Place<U>, W: Fn(T) -> U, I: Fn(&mut U) -> &mut T> Place<T> for Inside<'_, P, W, I> {
    #[inline]
    fn hold(&mut self, value: T, fill: impl FnOnce(&mut T) -> Decoded<()>) -> Decoded<()> {
        let whole = (self.whole)(value);
        self.place.hold(whole, |whole| fill((self.part)(whole)))
    }

    #[inline]
    fn put(&mut self, value: T) {
        self.place.put((self.whole)(value));
    }
}
