//! A field that is a list.

use super::{GetList, PutList, Reading, Slot};
use crate::description;
use crate::error::Decoded;
use crate::wire::AttributeWriter;

/// A list.
impl<T, W> Slot<Vec<T>, W> {
    /// Appends the list; nothing when it is empty.
    #[inline]
    pub fn put_list(self, values: &Vec<T>, out: &mut AttributeWriter<'_>)
    where
        W: PutList<T>,
    {
        W::put_list(values, &self.meta, out);
    }

    /// Reads one attribute of the list.
    #[inline]
    pub fn get_list<'a>(self, reading: &Reading<'a>, values: &mut Vec<T>) -> Decoded<()>
    where
        W: GetList<'a, T>,
    {
        W::get_list(&self.meta, reading.attribute, values)
            .map_err(|error| self.place(error, reading.attribute))
    }

    /// Reads one attribute of the list of a subset.
    #[inline]
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
        self.get_list(reading, values)
    }

    /// The description of a list.
    pub const fn list(self, doc: &'static str) -> description::Attribute
    where
        W: PutList<T>,
    {
        self.describe(doc, W::PRESENCE, W::KIND)
    }
}
