//! A field that is a list.

use super::{GetList, PutList, Slot};
use crate::description;
use crate::error::Decoded;
use crate::wire::{Attribute, AttributeWriter};

/// A list.
impl<T, W> Slot<Vec<T>, W> {
    /// Appends the list; nothing when it is empty.
    #[inline]
    pub fn put_list(self, values: &Vec<T>, out: &mut AttributeWriter<'_>)
    where
        W: PutList<T>,
    {
        W::put_list(values, self.meta, out);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn read_list<'a>(self, attribute: Attribute<'a>, values: &mut Vec<T>) -> Decoded<()>
    where
        W: GetList<'a, T>,
    {
        W::get_list(self.meta, attribute, values).map_err(|error| self.place(error, attribute))
    }

    /// The description of a list.
    pub const fn list(self, doc: &'static str) -> description::Attribute
    where
        W: PutList<T>,
    {
        self.describe(doc, W::PRESENCE, W::KIND)
    }
}
