//! Which of the attributes that have to be there were read.

use super::{AttributeSet, FromPayload, GetList, Meta, Slot, Truth};
use crate::description::Presence;
use crate::error::{DecodeError, Decoded};
use crate::wire::{Attribute, Attributes};

/// The attributes of a set while it is read, and which of the required ones were there.
///
/// Required attributes are counted in the order of their fields. In a subset lists and `bool`s count too: only its set knows
/// whether they are required.
#[derive(Debug)]
pub struct Required<'s, 'a> {
    pub(super) attributes: Attributes<'a>,
    /// A bit for each of the first 64.
    seen: u64,
    /// The bits of all others.
    seen_others: &'s mut [u64],
    /// Whether a field may not begin as a value that stands for none.
    pub(super) strict: bool,
}

impl<'a> Required<'_, 'a> {
    /// Calls `read` with the attributes of the set, of which none was read yet.
    #[inline]
    pub(super) fn of<S: AttributeSet + ?Sized, R>(
        attributes: Attributes<'a>,
        read: impl FnOnce(Required<'_, 'a>) -> R,
    ) -> R {
        let required = |seen_others| Required {
            attributes,
            seen: 0,
            seen_others,
            strict: false,
        };
        // The numbers of attributes have 14 bits, so that there are never more than these.
        if S::REQUIRED > 64 {
            read(required(&mut [0; 255]))
        } else {
            read(required(&mut []))
        }
    }

    /// Notes that an attribute was there.
    #[inline]
    pub fn mark(&mut self, index: usize, read: Decoded<()>) -> Decoded<()> {
        let (word, bit) = (index / 64, 1 << (index % 64));
        if word == 0 {
            self.seen |= bit;
        } else if let Some(word) = self.seen_others.get_mut(word - 1) {
            *word |= bit;
        }
        read
    }

    /// Whether all of so many were there.
    #[inline]
    fn saw(&self, count: usize) -> bool {
        if count < 64 {
            return self.seen == (1 << count) - 1;
        }
        let others = self
            .seen_others
            .iter()
            .map(|word| word.count_ones() as usize);
        self.seen == u64::MAX && 64 + others.sum::<usize>() == count
    }

    /// Reads all of the attributes into the set where it lies, and fails if a required one is missing.
    #[inline]
    pub(super) fn fill<S: AttributeSet + ?Sized>(mut self, set: &mut S::View<'a>) -> Decoded<()> {
        let mut attributes = self.attributes.clone();
        // Not by a closure: what LLVM takes to be rare in it, each arm of a long `match`, it would not inline.
        while let Some((attribute, length)) = attributes.first() {
            S::fill(set, attribute, &mut self)?;
            if !attributes.step_over(length) {
                break;
            }
        }
        attributes.finished()?;
        if self.saw(S::REQUIRED) {
            Ok(())
        } else {
            let (rest, end, depth) = self.attributes.raw();
            missing::<S>(rest, end, depth)
        }
    }

    /// Reads each attribute by itself: one that cannot be read hides no other.
    pub(crate) fn fill_each<S: AttributeSet>(set: &mut S::View<'a>, attributes: Attributes<'a>) {
        Required::of::<S, _>(attributes.clone(), |mut required| {
            for attribute in attributes.flatten() {
                let _ = S::fill(set, attribute, &mut required);
            }
        });
    }

    /// Returns the last attribute with the number.
    fn last(&self, meta: &Meta) -> Decoded<Attribute<'a>> {
        let mut last = Err(DecodeError::missing(meta.place));
        self.attributes.clone().each(|attribute| {
            if attribute.number() == meta.number {
                last = Ok(attribute);
            }
            Ok(())
        })?;
        last
    }

    /// Reads an attribute before all others, for a type without a value that stands for none.
    #[cold]
    #[inline(never)]
    pub(super) fn look_ahead<T: FromPayload<'a, W>, W>(&self, meta: &Meta) -> Decoded<T> {
        let attribute = self.last(meta)?;
        T::get(meta, attribute).map_err(|error| error.within(meta.place, attribute.offset()))
    }
}

/// Looks for each required attribute again, until one cannot be found.
#[cold]
#[inline(never)]
fn missing<S: AttributeSet + ?Sized>(rest: &[u8], end: usize, depth: u8) -> Decoded<()> {
    Required::of::<S, _>(Attributes::from_raw(rest, end, depth), |mut required| {
        required.strict = true;
        S::blank(&mut required).map(|_| ())
    })
}

/// What a field holds before its attribute is read.
impl<T, W> Slot<T, W> {
    /// Of a required attribute, a value that stands for none.
    #[inline]
    pub fn blank<'a>(&self, required: &Required<'_, 'a>) -> Decoded<T>
    where
        T: FromPayload<'a, W>,
    {
        if required.strict {
            required.look_ahead(&self.meta)
        } else {
            T::blank(&self.meta, required)
        }
    }

    /// Of an attribute of a subset that its set may require.
    fn blank_unless(
        &self,
        presence: Presence,
        index: usize,
        required: &mut Required<'_, '_>,
    ) -> Decoded<()> {
        if presence != Presence::Required {
            return required.mark(index, Ok(()));
        }
        if required.strict {
            required.last(&self.meta)?;
        }
        Ok(())
    }
}

impl<T, W> Slot<Vec<T>, W> {
    /// Of a list in a subset, the empty list.
    #[inline]
    pub fn blank_list<'a>(&self, index: usize, required: &mut Required<'_, 'a>) -> Decoded<Vec<T>>
    where
        W: GetList<'a, T>,
    {
        self.blank_unless(W::PRESENCE, index, required)?;
        Ok(Vec::new())
    }
}

impl<W: Truth> Slot<bool, W> {
    /// Of a `bool` in a subset, `false`.
    #[inline]
    pub fn blank_flag(&self, index: usize, required: &mut Required<'_, '_>) -> Decoded<bool> {
        self.blank_unless(W::PRESENCE, index, required)?;
        Ok(false)
    }
}
