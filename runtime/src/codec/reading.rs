//! A set while it is read: its attributes, and which of the required ones were there.

use super::place::Here;
use super::{AttributeSet, FromPayload, GetList, Meta, Slot, Truth};
use crate::description::Presence;
use crate::error::{DecodeError, Decoded};
use crate::wire::{Attribute, Attributes, UnknownAttribute};

/// Words with a bit for each required attribute behind the first 64. Those behind these are looked for again.
const WORDS: usize = 7;

/// The attributes of a set while they are read.
///
/// Required attributes are counted in the order of their fields. In a subset lists and `bool`s count too: only its set knows
/// whether they are required.
#[derive(Debug)]
pub struct Reading<'a> {
    pub(super) attributes: Attributes<'a>,
    /// The one that is read now.
    pub(super) attribute: Attribute<'a>,
    /// How many of the attributes are required.
    required: usize,
    /// Which of the first 64 of them were there.
    seen: u64,
    /// Which of the others were.
    others: [u64; WORDS],
    /// Whether a field may not begin as a value that stands for none.
    pub(super) strict: bool,
}

impl<'a> Reading<'a> {
    #[inline]
    pub(super) const fn new(attributes: Attributes<'a>) -> Self {
        Self {
            attributes,
            attribute: Attribute::NONE,
            required: 0,
            seen: 0,
            others: [0; WORDS],
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

    /// Notes that a required attribute was there, and tells whether it was known not to be.
    #[inline]
    pub(super) fn mark(&mut self, index: usize) -> bool {
        let bit = 1 << (index % 64);
        let word = if index < 64 {
            Some(&mut self.seen)
        } else {
            self.others.get_mut(index / 64 - 1)
        };
        word.is_some_and(|word| {
            let first = *word & bit == 0;
            *word |= bit;
            first
        })
    }

    /// Whether the required attributes were all there.
    #[inline]
    fn saw_all(&self) -> bool {
        self.seen == first_bits(self.required)
            && (self.required <= 64 || saw_all_of(self.required - 64, &self.others))
    }

    /// Reads all of the attributes into the set where it lies, and fails if a required one is missing.
    #[inline]
    pub(super) fn fill<S: AttributeSet + ?Sized>(self, set: &mut S::View<'a>) -> Decoded<()> {
        let (rest, end, depth) = self.attributes.raw();
        fill::<S>(set, rest, end, depth, self.required, self.seen)
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

/// Takes scalars, which are passed in registers, and has the state of reading to itself, so that it is kept there.
#[inline]
fn fill<'a, S: AttributeSet + ?Sized>(
    set: &mut S::View<'a>,
    rest: &'a [u8],
    end: usize,
    depth: u8,
    required: usize,
    seen: u64,
) -> Decoded<()> {
    let attributes = Attributes::from_raw(rest, end, depth);
    let mut reading = Reading::new(attributes.clone());
    (reading.required, reading.seen) = (required, seen);
    if required > 64 {
        reading.others = marked::<S>(rest, end, depth);
    }
    let mut attributes = attributes;
    // Not by a closure: what LLVM takes to be rare in it, each arm of a long `match`, it would not inline.
    while let Some((attribute, length)) = attributes.first() {
        reading.attribute = attribute;
        S::fill(set, &mut reading)?;
        if !attributes.step_over(length) {
            break;
        }
    }
    attributes.finished()?;
    if reading.saw_all() {
        Ok(())
    } else {
        missing::<S>(rest, end, depth)
    }
}

/// A word with so many of its bits set.
#[inline]
fn first_bits(count: usize) -> u64 {
    let without = 64_usize.saturating_sub(count);
    u32::try_from(without).map_or(0, |without| u64::MAX.checked_shr(without).unwrap_or(0))
}

#[cold]
fn saw_all_of(count: usize, seen: &[u64]) -> bool {
    let expected = |word: usize| first_bits(count.saturating_sub(64 * word));
    let mut words = seen.iter().enumerate();
    count <= 64 * seen.len() && words.all(|(word, seen)| *seen == expected(word))
}

/// Which attributes count as seen before the first is read, behind the first 64 that may be required.
#[cold]
#[inline(never)]
fn marked<S: AttributeSet + ?Sized>(rest: &[u8], end: usize, depth: u8) -> [u64; WORDS] {
    let mut reading = Reading::new(Attributes::from_raw(rest, end, depth));
    // Of its fields nothing is wanted.
    let _ = S::blank(&mut reading);
    reading.others
}

/// Looks for each required attribute again, until one cannot be found.
#[cold]
#[inline(never)]
fn missing<S: AttributeSet + ?Sized>(rest: &[u8], end: usize, depth: u8) -> Decoded<()> {
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
    pub fn get<'a>(self, reading: &mut Reading<'a>, index: usize, value: &mut T) -> Decoded<()>
    where
        T: FromPayload<'a, W>,
    {
        let blank = reading.mark(index);
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
    /// One of a list.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn get_list<'a>(self, reading: &Reading<'a>, values: &mut Vec<T>) -> Decoded<()>
    where
        W: GetList<'a, T>,
    {
        self.read_list(reading.attribute, values)
    }

    /// One of the list of a subset.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn get_subset_list<'a>(
        self,
        reading: &mut Reading<'a>,
        index: usize,
        values: &mut Vec<T>,
    ) -> Decoded<()>
    where
        W: GetList<'a, T>,
    {
        reading.mark(index);
        self.read_list(reading.attribute, values)
    }
}

#[allow(clippy::inline_always)]
impl<W: Truth> Slot<bool, W> {
    /// Of a flag.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn get_flag(self, reading: &Reading<'_>, value: &mut bool) -> Decoded<()> {
        self.read_flag(reading.attribute, value)
    }

    /// Of the `bool` of a subset.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn get_subset_flag(
        self,
        reading: &mut Reading<'_>,
        index: usize,
        value: &mut bool,
    ) -> Decoded<()> {
        reading.mark(index);
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
        reading.required += 1;
        if reading.strict {
            reading.look_ahead(self.meta)
        } else {
            T::blank(self.meta, reading)
        }
    }

    /// Of an attribute of a subset that its set may require.
    #[inline]
    fn blank_unless(self, presence: Presence, reading: &mut Reading<'_>) -> Decoded<()> {
        let index = reading.required;
        reading.required += 1;
        if presence != Presence::Required {
            reading.mark(index);
        } else if reading.strict {
            reading.last(self.meta)?;
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
