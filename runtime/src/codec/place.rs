//! Where a decoded value goes.

use crate::error::Decoded;

/// A place for a value, which is then filled where it lies.
///
/// A nested set is not built elsewhere and moved: a move right behind the stores that made the value has to wait for them.
pub trait Place<T> {
    /// Puts the blank value of a set there, and calls `fill` with it.
    fn hold(&mut self, blank: T, fill: impl FnOnce(&mut T) -> Decoded<()>) -> Decoded<()>;

    /// Puts a whole value there.
    fn put(&mut self, value: T);

    /// The value that is there already, for one that is written over it as a whole.
    #[inline]
    fn held(&mut self) -> Option<&mut T> {
        None
    }
}

/// The place of a required field.
pub(super) struct Here<'p, T> {
    pub(super) value: &'p mut T,
    /// Whether the value is as it was before the first attribute was read.
    pub(super) blank: bool,
}

impl<T> Place<T> for Here<'_, T> {
    #[inline]
    fn hold(&mut self, value: T, fill: impl FnOnce(&mut T) -> Decoded<()>) -> Decoded<()> {
        // A blank that is there already need not be made again.
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

/// Replaces the value, as the last of several equal attributes holds.
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

/// A place for a part of what `place` is for. `whole` makes a whole of the part, and `part` finds the part in it.
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
