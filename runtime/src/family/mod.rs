//! The constants that the block of a family generates: the family, its operations, events and multicast groups.

pub(crate) mod event;
mod operation;

pub use event::{Event, Events, OwnedEvents, UnknownEvent};
pub use operation::{Do, Dump, Operation};

use crate::codec::AttributeSet;
use crate::description;
use crate::error::EncodeError;
use crate::wire::{GenericHeader, MessageHeader, write_message};

/// A family: its name, by which the kernel knows it, and its version.
///
/// [`genl_family!`](crate::genl_family) generates one. Written by hand, it declares operations without a block, for
/// [`Client::call`](crate::Client::call):
///
/// ```
/// use genl::mptcp_pm::{Limits, MptcpPm};
/// use genl::{Do, Family};
///
/// const PM: Family = Family::new("mptcp_pm", 1);
/// const GET_LIMITS: Do<(), Limits> = PM.op("get-limits", 6);
///
/// assert_eq!(GET_LIMITS.operation().command, MptcpPm::GET_LIMITS.operation().command);
/// assert_eq!(PM.group("mptcp_pm_events"), MptcpPm::EVENTS);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Family {
    name: &'static str,
    version: u8,
}

/// A multicast group of a family: the kernel sends events to the sockets that joined it.
///
/// [`genl_family!`](crate::genl_family) generates a constant per group, which `listen` takes.
///
/// ```no_run
/// use genl::mptcp_pm::MptcpPm;
///
/// assert_eq!(MptcpPm::EVENTS.name(), "mptcp_pm_events");
/// for event in MptcpPm::listen(&[MptcpPm::EVENTS])? {
///     println!("{:?}", event?);
/// }
/// # Ok::<(), genl::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MulticastGroup {
    family: Family,
    name: &'static str,
}

impl Family {
    /// Creates a family from its name and version.
    pub const fn new(name: &'static str, version: u8) -> Self {
        Self { name, version }
    }

    /// Returns the name of the family.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the version of the family, which every message has in `genlmsghdr.version`.
    pub const fn version(&self) -> u8 {
        self.version
    }

    /// Returns the `genlmsghdr` of a message with this command.
    #[inline]
    const fn header(self, command: u8) -> GenericHeader {
        GenericHeader {
            command,
            version: self.version,
        }
    }

    /// Returns the multicast group called `name`.
    pub const fn group(self, name: &'static str) -> MulticastGroup {
        MulticastGroup { family: self, name }
    }

    /// Returns the operation called `name`, with the command of its request, and one reply or only an acknowledgement.
    pub const fn op<Q, R>(self, name: &'static str, command: u8) -> Do<Q, R> {
        Do::new(self, name, command)
    }

    /// Returns the operation called `name`, with the command of its request, and any number of replies.
    pub const fn dump<Q, R>(self, name: &'static str, command: u8) -> Dump<Q, R> {
        Dump::new(self, name, command)
    }

    /// Returns the event called `name`, with its command, which is sent to a single socket.
    pub const fn event<E>(self, name: &'static str, command: u8) -> Event<E> {
        Event::new(self, name, command, None)
    }
}

impl MulticastGroup {
    /// Returns the event called `name`, with its command, which is sent to this group.
    pub const fn event<E>(self, name: &'static str, command: u8) -> Event<E> {
        Event::new(self.family, name, command, Some(self))
    }

    /// Returns the family of the group.
    pub const fn family(&self) -> Family {
        self.family
    }

    /// Returns the name of the group.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the description of the group.
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
