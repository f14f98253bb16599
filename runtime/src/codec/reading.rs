//! A set while it is read: its attributes, and which of the required ones were there.

use super::place::Here;
use super::{AttributeSet, FromPayload, GetList, Meta, Slot, Truth};
use crate::description::Presence;
use crate::error::{DecodeError, Decoded};
use crate::wire::{Attribute, Attributes, UnknownAttribute};

/// Bits for the numbers from 64 on, as far as sets have them. The last bit of all stands for every number that has none.
type Further = [u64; 8];
const LAST: usize = 64 * 8 - 1;

/// The attributes of a set while they are read, and which of the required ones are still due.
#[derive(Debug)]
pub struct Reading<'a> {
    pub(super) attributes: Attributes<'a>,
    /// The one that is read now.
    pub(super) attribute: Attribute<'a>,
    /// A bit for each number up to 63.
    due: u64,
    /// Those of the numbers behind them, and whether there are any.
    due_further: Further,
    further: bool,
    /// Whether a field may not begin as a value that stands for none.
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

    /// The number of the attribute.
    // By `&mut self`, as what generated code calls: a method of this name of a trait in the user's scope would come before one
    // by `&self`.
    #[inline]
    pub const fn number(&mut self) -> u16 {
        self.attribute.number()
    }

    /// Keeps the attribute as it came, unless it is padding.
    #[inline]
    pub fn keep<S: AttributeSet>(&mut self, unknown: &mut Vec<UnknownAttribute>) -> Decoded<()> {
        if S::PAD == Some(self.attribute.number()) {
            return Ok(());
        }
        self.attribute.keep(unknown)
    }

    /// Notes that an attribute is required.
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

    /// Notes that an attribute is there, and tells whether it was due.
    #[inline]
    pub(super) fn meet(&mut self, number: u16) -> bool {
        let (word, bit) = match usize::from(number) {
            number @ ..64 => (&mut self.due, number),
            // The last bit stands for several numbers.
            number => match number - 64 {
                LAST.. => return false,
                bit => (&mut self.due_further[bit / 64], bit % 64),
            },
        };
        let was_due = *word >> bit & 1 == 1;
        *word &= !(1 << bit);
        was_due
    }

    /// Reads all of the attributes into the set where it lies, and fails if a required one is missing.
    #[inline]
    pub(super) fn fill<S: AttributeSet + ?Sized>(self, set: &mut S::View<'a>) -> Decoded<()> {
        let (rest, end, depth) = self.attributes.raw();
        fill::<S>(set, rest, end, depth, self.due, self.further)
    }

    /// Reads each attribute by itself: one that cannot be read hides no other.
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

    /// Reads an attribute before all others, for a type without a value that stands for none.
    #[cold]
    #[inline(never)]
    pub(super) fn look_ahead<T: FromPayload<'a, W>, W>(&self, meta: &Meta) -> Decoded<T> {
        let attribute = self.last(meta)?;
        T::get(meta, attribute).map_err(|error| error.within(meta.place, attribute.offset()))
    }
}

/// Takes scalars, which are passed in registers, and has the state of reading to itself, so that it is kept there.
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
    // Not by a closure: what LLVM takes to be rare in it, each arm of a long `match`, it would not inline.
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

/// Which attributes with great numbers are required.
#[cold]
#[inline(never)]
fn due_further<S: AttributeSet + ?Sized>(rest: &[u8], end: usize, depth: u8) -> Further {
    let mut reading = Reading::new(Attributes::from_raw(rest, end, depth));
    // Of its fields nothing is wanted.
    let _ = S::blank(&mut reading);
    reading.due_further
}

/// Looks for each required attribute again, until one cannot be found.
#[cold]
#[inline(never)]
fn look_again<S: AttributeSet + ?Sized>(rest: &[u8], end: usize, depth: u8) -> Decoded<()> {
    let mut reading = Reading::new(Attributes::from_raw(rest, end, depth));
    reading.strict = true;
    S::blank(&mut reading).map(|_| ())
}

/// Reads the attribute that `reading` has come to. Of several the last one holds, as in the kernel.
///
/// The state of reading is not lent to what may be out of line, so that it stays in registers.
#[allow(clippy::inline_always)]
impl<T, W> Slot<T, W> {
    /// Of a required field.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn get<'a>(self, reading: &mut Reading<'a>, value: &mut T) -> Decoded<()>
    where
        T: FromPayload<'a, W>,
    {
        let blank = reading.meet(self.number());
        self.read(reading.attribute, &mut Here { value, blank })
    }

    /// Of an optional field.
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
    /// One of a list, which is required of some subsets.
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
    /// Of a flag, or of a `bool` that is required of some subsets.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn get_flag(self, reading: &mut Reading<'_>, value: &mut bool) -> Decoded<()> {
        reading.meet(self.number());
        self.read_flag(reading.attribute, value)
    }
}

/// What a field holds before its attribute is read.
impl<T, W> Slot<T, W> {
    /// Of a required attribute, a value that stands for none.
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

    /// Of an attribute of a subset that its set may require.
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
    /// Of a list in a subset, the empty list.
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
    /// Of a `bool` in a subset, `false`.
    #[inline]
    pub fn blank_flag(self, reading: &mut Reading<'_>) -> Decoded<bool> {
        self.blank_unless(W::PRESENCE, reading)?;
        Ok(false)
    }
}
