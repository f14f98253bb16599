//! Every attribute set: what is decoded is encoded, and decoded again to the same.

use std::fmt::Debug;

use genl::description::AttributeSet;
use genl::{DecodeError, EncodeError, OwnedSet};

use super::{MESSAGE, limited, list};

/// A set by its name, and what reads it.
pub(crate) struct Set {
    pub(crate) name: &'static str,
    pub(crate) description: &'static AttributeSet,
    read: fn(&'static str, &[u8]) -> Option<Vec<u8>>,
    see: fn(&[u8]) -> Result<Seen, DecodeError>,
}

/// What a set makes of attributes.
#[derive(Debug, PartialEq)]
pub(crate) struct Seen {
    pub(crate) debug: String,
    pub(crate) written: Result<Vec<u8>, EncodeError>,
}

impl Set {
    pub(crate) const fn new<S: OwnedSet + PartialEq + Debug>(name: &'static str) -> Self {
        let read = twice::<S>;
        let description = const { &S::DESCRIPTION };
        Self {
            name,
            description,
            read,
            see: see::<S>,
        }
    }

    /// Reads attributes, and returns them as they are written; `None` if they were refused.
    pub(crate) fn read(&self, attributes: &[u8]) -> Option<Vec<u8>> {
        (self.read)(self.name, attributes)
    }

    /// Reads attributes, and tells what was read, and how it is written.
    pub(crate) fn see(&self, attributes: &[u8]) -> Result<Seen, DecodeError> {
        (self.see)(attributes)
    }
}

/// The first byte picks the set.
pub(crate) fn run(bytes: &[u8]) {
    let Some((first, attributes)) = bytes.split_first() else {
        return;
    };
    if let (Some(set), ..=MESSAGE) = (list::SETS.get(usize::from(*first)), attributes.len()) {
        set.read(attributes);
    }
}

fn twice<S: OwnedSet + PartialEq + Debug>(name: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let value = match limited(name, || S::from_bytes(bytes)) {
        Ok(value) => value,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return None;
        }
    };
    let written = match limited(name, || value.to_bytes()) {
        Ok(written) => written,
        // What a set says of values (`min`, `max`) bounds what is sent, not what the kernel sends.
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return None;
        }
    };
    let again = limited(name, || S::from_bytes(&written));
    assert_eq!(again.as_ref(), Ok(&value), "{name}");
    Some(written)
}

fn see<S: OwnedSet + Debug>(attributes: &[u8]) -> Result<Seen, DecodeError> {
    let value = S::from_bytes(attributes)?;
    let debug = format!("{value:?}");
    let written = value.to_bytes();
    Ok(Seen { debug, written })
}
