//! What a specification may write in short.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use crate::import::yaml::read_map;

/// A value of an enumeration, or a flag: its name alone, or more.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) value: Option<i128>,
    pub(crate) doc: Option<String>,
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EntryVisitor)
    }
}

struct EntryVisitor;

impl<'de> Visitor<'de> for EntryVisitor {
    type Value = Entry;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name, or a mapping with a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Entry, E> {
        Ok(Entry {
            name: name.to_owned(),
            value: None,
            doc: None,
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Entry, A::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Whole {
            name: String,
            value: Option<i128>,
            doc: Option<String>,
        }
        let Whole { name, value, doc } = read_map(map)?;
        Ok(Entry { name, value, doc })
    }
}

/// A number, or the name of one.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct Number(pub(crate) String);

/// The groups that an event is sent to. Descriptions have one; corrections may have more, or none for one socket.
#[derive(Debug)]
pub(crate) struct SentTo(pub(crate) Vec<String>);

impl<'de> Deserialize<'de> for SentTo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SentToVisitor)
    }
}

struct SentToVisitor;

impl<'de> Visitor<'de> for SentToVisitor {
    type Value = SentTo;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a group, or a list of them")
    }

    fn visit_str<E>(self, name: &str) -> Result<SentTo, E> {
        Ok(SentTo(vec![name.to_owned()]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<SentTo, A::Error> {
        let mut names = Vec::new();
        while let Some(name) = list.next_element()? {
            names.push(name);
        }
        Ok(SentTo(names))
    }
}
