//! What the block of a family leaves as constants: the family, its operations, events and groups.

pub(crate) mod event;
mod operation;

pub use event::{Event, Events, OwnedEvents, UnknownEvent};
pub use operation::{Do, Dump, Operation};

use crate::codec::AttributeSet;
use crate::description;
use crate::error::EncodeError;
use crate::wire::{GenericHeader, MessageHeader, write_message};

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

    /// What its messages with this command have behind `nlmsghdr`.
    #[inline]
    const fn header(self, command: u8) -> GenericHeader {
        GenericHeader {
            command,
            version: self.version,
        }
    }

    /// Its multicast group called `name`.
    pub const fn group(self, name: &'static str) -> MulticastGroup {
        MulticastGroup { family: self, name }
    }

    /// Its operation called `name`, with the command of the request, and one reply or an acknowledgement alone.
    pub const fn op<Q, R>(self, name: &'static str, command: u8) -> Do<Q, R> {
        Do::new(self, name, command)
    }

    /// Its operation called `name`, with the command of the request, and any number of replies.
    pub const fn dump<Q, R>(self, name: &'static str, command: u8) -> Dump<Q, R> {
        Dump::new(self, name, command)
    }

    /// Its event called `name`, with its command, which is sent to one socket.
    pub const fn event<E>(self, name: &'static str, command: u8) -> Event<E> {
        Event::new(self, name, command, None)
    }
}

impl MulticastGroup {
    /// The event called `name`, with its command, which is sent to this group.
    pub const fn event<E>(self, name: &'static str, command: u8) -> Event<E> {
        Event::new(self.family, name, command, Some(self))
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
            renamed: None,
        }
    }
}

/// Appends a message of `family` to `buffer`.
fn write(
    header: MessageHeader,
    generic: GenericHeader,
    set: &impl AttributeSet,
    buffer: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    write_message(buffer, header, generic, set.room(), |out| set.encode(out))
}
