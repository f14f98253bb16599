//! A field that is a list.

use super::{GetList, PutList, Slot};
use crate::description::{self, Presence};
use crate::error::DecodeError;
use crate::wire::{Attribute, AttributeWriter};

/// A list.
impl<T, W> Slot<Vec<T>, W> {
    /// Appends the list; nothing when it is empty.
    #[inline]
    pub fn put_list(&self, values: &[T], out: &mut AttributeWriter<'_>)
    where
        W: PutList<T>,
    {
        W::put_list(values, &self.meta, out);
    }

    /// Reads one attribute of the list.
    #[inline]
    pub fn get_list<'a>(
        &self,
        attribute: Attribute<'a>,
        values: &mut Vec<T>,
    ) -> Result<(), DecodeError>
    where
        W: GetList<'a, T>,
    {
        W::get_list(&self.meta, attribute, values).map_err(|error| self.place(error, attribute))
    }

    /// Reads one attribute of the list of a subset, which tells apart what is empty and what is not there.
    #[inline]
    pub fn get_some<'a>(
        &self,
        attribute: Attribute<'a>,
        values: &mut Option<Vec<T>>,
    ) -> Result<(), DecodeError>
    where
        W: GetList<'a, T>,
    {
        self.get_list(attribute, values.get_or_insert_default())
    }

    /// The list of a subset; of an attribute that was not there, an empty one unless it is required.
    pub fn take_list(&self, values: Option<Vec<T>>) -> Result<Vec<T>, DecodeError>
    where
        W: PutList<T>,
    {
        match (values, W::PRESENCE) {
            (None, Presence::Required) => self.take(None),
            (values, _) => Ok(values.unwrap_or_default()),
        }
    }

    /// The description of a list.
    pub const fn list(&self, doc: &'static str) -> description::Attribute
    where
        W: PutList<T>,
    {
        self.describe(doc, W::PRESENCE, W::KIND)
    }
}
