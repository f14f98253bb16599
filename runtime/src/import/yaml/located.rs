//! A value that knows its line.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use super::Place;

/// The struct by whose name [`read`](super::read::read) knows that a place is asked for.
pub(super) const NAME: &str = "genl::Located";
pub(super) const FIELDS: &[&str] = &["place", "anchor", "value"];

/// A value, where it is, and what it is called if an alias may repeat it.
#[derive(Clone, Debug)]
pub(crate) struct Located<T> {
    pub(crate) place: Place,
    pub(crate) anchor: Option<String>,
    pub(crate) inner: T,
}

impl<T> Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.inner
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Located<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct(NAME, FIELDS, LocatedVisitor(PhantomData))
    }
}

struct LocatedVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for LocatedVisitor<T> {
    type Value = Located<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value with a place")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let missing = || A::Error::missing_field("place");
        let (_, (file, line)) = map.next_entry::<u8, (u16, u32)>()?.ok_or_else(missing)?;
        let (_, anchor) = map
            .next_entry::<u8, Option<String>>()?
            .ok_or_else(missing)?;
        let (_, value) = map.next_entry::<u8, T>()?.ok_or_else(missing)?;
        let place = Place { file, line };
        Ok(Located {
            place,
            anchor,
            inner: value,
        })
    }
}
