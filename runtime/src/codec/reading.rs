//! The state of decoding a set: its attributes, and which of the required ones were found.

use super::place::Here;
use super::{AttributeSet, FromPayload, GetList, Meta, Slot, Truth};
use crate::description::Presence;
use crate::error::{DecodeError, Decoded};
use crate::wire::{Attribute, Attributes, UnknownAttribute};

/// Bits for the numbers from 64 on. The last bit is shared by all numbers that have no bit of their own.
type Further = [u64; 8];
const LAST: usize = 64 * 8 - 1;

/// The state of decoding a set: its attributes, and which of the required ones are missing so far.
#[derive(Debug)]
pub struct Reading<'a> {
    pub(super) attributes: Attributes<'a>,
    /// The attribute that is decoded now.
    pub(super) attribute: Attribute<'a>,
    /// The missing required attributes: a bit for each number up to 63.
    due: u64,
    /// The same for greater numbers, and whether there are any.
    due_further: Further,
    further: bool,
    /// Whether a required field must be found before the others, since its type has no blank value.
    pub(super) strict: bool,
}

impl<'a> Reading<'a> {
    #[inline]
    pub(super) const fn new(attributes: Attributes<'a>) -> Self {
        Self {
            attributes,
            attribute: Attribute::NONE,
            due: 0,
            due_further: [0; 8],
            further: false,
            strict: false,
        }
    }

    /// Returns the number of the attribute.
    // Takes `&mut self`, as generated code calls it: a trait in the user's scope could have a method of this name, which
    // would be preferred over one with `&self`.
    #[inline]
    pub const fn number(&mut self) -> u16 {
        self.attribute.number()
    }

    /// Keeps the attribute unchanged, unless it is padding.
    #[inline]
    pub fn keep<S: AttributeSet>(&mut self, unknown: &mut Vec<UnknownAttribute>) -> Decoded<()> {
        if S::PAD == Some(self.attribute.number()) {
            return Ok(());
        }
        self.attribute.keep(unknown)
    }

    /// Records that an attribute is required.
    #[inline]
    pub(super) fn require(&mut self, number: u16) {
        if number < 64 {
            self.due |= 1 << number;
        } else {
            self.further = true;
            let bit = usize::from(number - 64).min(LAST);
            self.due_further[bit / 64] |= 1 << (bit % 64);
        }
    }

    /// Records that an attribute was found, and returns whether it was missing until now.
    #[inline]
    pub(super) fn meet(&mut self, number: u16) -> bool {
        let (word, bit) = match usize::from(number) {
            number @ ..64 => (&mut self.due, number),
            // The last bit is shared by several numbers.
            number => match number - 64 {
                LAST.. => return false,
                bit => (&mut self.due_further[bit / 64], bit % 64),
            },
        };
        let was_due = *word >> bit & 1 == 1;
        *word &= !(1 << bit);
        was_due
    }

    /// Decodes all attributes into the set in its place. Fails if a required one is missing.
    #[inline]
    pub(super) fn fill<S: AttributeSet + ?Sized>(self, set: &mut S::View<'a>) -> Decoded<()> {
        let (rest, end, depth) = self.attributes.raw();
        fill::<S>(set, rest, end, depth, self.due, self.further)
    }

    /// Decodes each attribute on its own: one that is malformed does not hide the others.
    pub(crate) fn fill_each<S: AttributeSet>(set: &mut S::View<'a>, attributes: Attributes<'a>) {
        let mut reading = Self::new(attributes.clone());
        for attribute in attributes.flatten() {
            reading.attribute = attribute;
            let _ = S::fill(set, &mut reading);
        }
    }

    /// Returns the last attribute with the number.
    pub(super) fn last(&self, meta: &Meta) -> Decoded<Attribute<'a>> {
        let last = self.last_if_any(meta.number)?;
        last.ok_or_else(|| DecodeError::missing(meta.place))
    }

    /// Returns the last attribute with the number, if there is one.
    pub(super) fn last_if_any(&self, number: u16) -> Decoded<Option<Attribute<'a>>> {
        let mut last = None;
        self.attributes.clone().each(|attribute| {
            if attribute.number() == number {
                last = Some(attribute);
            }
            Ok(())
        })?;
        Ok(last)
    }

    /// Decodes an attribute before all others, for a type without a blank value.
    #[cold]
    #[inline(never)]
    pub(super) fn look_ahead<T: FromPayload<'a, W>, W>(&self, meta: &Meta) -> Decoded<T> {
        let attribute = self.last(meta)?;
        T::get(meta, attribute).map_err(|error| error.within(meta.place, attribute.offset()))
    }
}

/// Takes scalars, which are passed in registers, and keeps the state of decoding in registers too.
#[inline]
fn fill<'a, S: AttributeSet + ?Sized>(
    set: &mut S::View<'a>,
    rest: &'a [u8],
    end: usize,
    depth: u8,
    due: u64,
    further: bool,
) -> Decoded<()> {
    let mut attributes = Attributes::from_raw(rest, end, depth);
    let mut reading = Reading::new(attributes.clone());
    reading.due = due;
    if further {
        reading.due_further = due_further::<S>(rest, end, depth);
    }
    // Not a closure: LLVM would not inline the arms of a long `match` that it considers rare.
    while let Some((attribute, length)) = attributes.first() {
        reading.attribute = attribute;
        S::fill(set, &mut reading)?;
        if !attributes.step_over(length) {
            break;
        }
    }
    attributes.finished()?;
    if reading.due == 0 && (!further || reading.due_further == [0; 8]) {
        return Ok(());
    }
    look_again::<S>(rest, end, depth)
}

/// Returns which attributes with great numbers are required.
#[cold]
#[inline(never)]
fn due_further<S: AttributeSet + ?Sized>(rest: &[u8], end: usize, depth: u8) -> Further {
    let mut reading = Reading::new(Attributes::from_raw(rest, end, depth));
    // Only the requirements are of interest, not the fields.
    let _ = S::blank(&mut reading);
    reading.due_further
}

/// Looks for each required attribute again, and fails at the first one that is missing.
#[cold]
#[inline(never)]
fn look_again<S: AttributeSet + ?Sized>(rest: &[u8], end: usize, depth: u8) -> Decoded<()> {
    let mut reading = Reading::new(Attributes::from_raw(rest, end, depth));
    reading.strict = true;
    S::blank(&mut reading).map(|_| ())
}

/// Decodes the current attribute. The last of several with one number wins, as in the kernel.
///
/// The state of decoding is not lent to functions that may be out of line, so that it stays in registers.
#[allow(clippy::inline_always)]
impl<T, W> Slot<T, W> {
    /// Decodes a required field.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn get<'a>(self, reading: &mut Reading<'a>, value: &mut T) -> Decoded<()>
    where
        T: FromPayload<'a, W>,
    {
        let blank = reading.meet(self.number());
        self.read(reading.attribute, &mut Here { value, blank })
    }

    /// Decodes an optional field.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn find<'a>(self, reading: &Reading<'a>, value: &mut Option<T>) -> Decoded<()>
    where
        T: FromPayload<'a, W>,
    {
        self.read(reading.attribute, value)
    }
}

#[allow(clippy::inline_always)]
impl<T, W> Slot<Vec<T>, W> {
    /// Decodes one attribute of a list. Some subsets require the list.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn get_list<'a>(self, reading: &mut Reading<'a>, values: &mut Vec<T>) -> Decoded<()>
    where
        W: GetList<'a, T>,
    {
        reading.meet(self.number());
        self.read_list(reading.attribute, values)
    }
}

#[allow(clippy::inline_always)]
impl<W: Truth> Slot<bool, W> {
    /// Decodes a flag, or a `bool` that some subsets require.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn get_flag(self, reading: &mut Reading<'_>, value: &mut bool) -> Decoded<()> {
        reading.meet(self.number());
        self.read_flag(reading.attribute, value)
    }
}

/// The value of a field before its attribute is decoded.
impl<T, W> Slot<T, W> {
    /// Returns the blank value of a required field.
    #[inline]
    pub fn blank<'a>(self, reading: &mut Reading<'a>) -> Decoded<T>
    where
        T: FromPayload<'a, W>,
    {
        reading.require(self.number());
        if reading.strict {
            reading.look_ahead(self.meta)
        } else {
            T::blank(self.meta, reading)
        }
    }

    /// Records that an attribute of a subset is required, unless its set does not require it.
    #[inline]
    fn blank_unless(self, presence: Presence, reading: &mut Reading<'_>) -> Decoded<()> {
        if presence == Presence::Required {
            reading.require(self.number());
            if reading.strict {
                reading.last(self.meta)?;
            }
        }
        Ok(())
    }
}

impl<T, W> Slot<Vec<T>, W> {
    /// Returns the empty list, for a list in a subset.
    #[inline]
    pub fn blank_list<'a>(self, reading: &mut Reading<'a>) -> Decoded<Vec<T>>
    where
        W: GetList<'a, T>,
    {
        self.blank_unless(W::PRESENCE, reading)?;
        Ok(Vec::new())
    }
}

impl<W: Truth> Slot<bool, W> {
    /// Returns `false`, for a `bool` in a subset.
    #[inline]
    pub fn blank_flag(self, reading: &mut Reading<'_>) -> Decoded<bool> {
        self.blank_unless(W::PRESENCE, reading)?;
        Ok(false)
    }
}
