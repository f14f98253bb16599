//! What the block of a family leaves as constants: the family, its operations, events and groups.

mod event;
mod operation;

pub use event::{Event, Events, UnknownEvent};
pub use operation::{Do, Dump, Operation};

use crate::codec::AttributeSet;
use crate::description;
use crate::error::EncodeError;
use crate::wire::{GenericHeader, MessageHeader, MessageWriter};

/// A family: the name the kernel knows it by, and its version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Family {
    name: &'static str,
    version: u8,
}

/// A multicast group of a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MulticastGroup {
    family: Family,
    name: &'static str,
}

impl Family {
    /// The family called `name`.
    pub const fn new(name: &'static str, version: u8) -> Self {
        Self { name, version }
    }

    /// The name the kernel knows it by.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// `genlmsghdr.version`.
    pub const fn version(&self) -> u8 {
        self.version
    }
}

impl MulticastGroup {
    /// The group of `family` called `name`.
    pub const fn new(family: Family, name: &'static str) -> Self {
        Self { family, name }
    }

    /// The family it belongs to.
    pub const fn family(&self) -> Family {
        self.family
    }

    /// The name the kernel knows it by.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Its description.
    pub const fn describe(&self, doc: &'static str) -> description::Group {
        description::Group {
            name: self.name,
            doc,
        }
    }
}

/// Appends a message of `family` to `buffer`.
fn write(
    header: MessageHeader,
    command: u8,
    family: Family,
    set: &impl AttributeSet,
    buffer: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    let mut message = MessageWriter::new(
        buffer,
        header,
        GenericHeader {
            command,
            version: family.version,
        },
    );
    set.encode(message.attributes());
    message.finish()
}
