//! Shows datagrams as people read them, with the descriptions of their families.
//!
//! An [`Inspector`] turns bytes into a [`Tree`]: headers, flags, operations, attributes and errors by name. The tree is
//! data, and can be printed in three forms: as lines ([`Display`](core::fmt::Display), or [`Tree::print`] with
//! [`Options`]), as [one line](Tree::line), and as JSON with the feature `serde`. Anything that does not match its
//! description is marked with the fault and the wrong bytes.
//!
//! ```
//! use genl::inspect::{Direction, Inspector};
//! use genl::mptcp_pm::MptcpPm;
//!
//! // The kernel assigned the id 28 to the family.
//! let inspector = Inspector::new(&[]).with_id(MptcpPm::DESCRIPTION, 28);
//! # #[cfg(target_endian = "little")] {
//! let request = [
//!     44, 0, 0, 0, 28, 0, 5, 0, 7, 0, 0, 0, 0, 0, 0, 0, // nlmsghdr
//!     1, 1, 0, 0, // genlmsghdr
//!     24, 0, 1, 128, 6, 0, 1, 0, 2, 0, 0, 0, 8, 0, 3, 0, 10, 0, 0, 7, 5, 0, 2, 0, // addr
//! ];
//! let tree = inspector.inspect(&request, Direction::ToKernel);
//! assert_eq!(
//!     tree.to_string(),
//!     "\
//! request, 44 bytes: type 28 (mptcp_pm), flags 0x5 (request | ack), sequence 7, port 0
//!   add-addr (command 1), version 1
//!     addr
//!       family: 2 (inet)
//!       addr4: 10.0.0.7
//!       malformed: contains an attribute of length 5, but only 4 bytes are left (at byte 40)
//!         [05 00] 02 00
//! "
//! );
//!
//! let addr = tree.messages[0].get("addr").unwrap();
//! assert_eq!(addr.get("family").unwrap().range, 24..30);
//! # }
//! ```

mod attributes;
#[cfg(feature = "pcap")]
mod capture;
mod datagram;
mod fault;
mod generic;
#[cfg(feature = "serde")]
mod json;
mod memory;
mod names;
mod operation;
mod print;
mod status;
mod structs;
mod tree;
mod value;

use core::fmt;
use std::borrow::Cow;

#[cfg(feature = "pcap")]
pub use capture::{Capture, CaptureError, Packet};
pub use fault::Fault;
pub(crate) use print::Hex;
pub use print::{Line, Options, Part, Style, print_nodes};
pub use tree::{Bits, Body, Generic, Label, Message, Node, Role, Status, Tree, Value};

use crate::description::{AttributeSet, Family};
use crate::wire::{self, Attributes};
use datagram::Context;
use memory::Memory;

/// The direction of a datagram.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// To the kernel: the messages are requests.
    ToKernel,
    /// From the kernel: the messages are replies, events and errors.
    FromKernel,
    /// Unknown: messages with the flag `NLM_F_REQUEST` are requests.
    #[default]
    Unknown,
}

/// Turns datagrams into trees.
///
/// It knows the controller, the given families, and with [`follow`](Self::follow) the ids that the controller reports. For
/// a message of another family, it shows the header and the bytes.
/// message of another family is shown with its header and its bytes.
///
/// ```
/// use genl::inspect::{Direction, Inspector};
/// use genl::mptcp_pm::MptcpPm;
///
/// # if cfg!(target_endian = "little") {
/// // A kernel's reply to `get-limits`.
/// let reply = [
///     36, 0, 0, 0, 28, 0, 0, 0, 101, 0, 0, 0, 0xf6, 0x57, 0, 0, 6, 1, 0, 0, //
///     8, 0, 2, 0, 0, 0, 0, 0, 8, 0, 3, 0, 2, 0, 0, 0,
/// ];
/// let inspector = Inspector::new(&[]).with_id(MptcpPm::DESCRIPTION, 28);
/// let tree = inspector.inspect(&reply, Direction::FromKernel);
/// let line = tree.line().to_string();
/// assert_eq!(line, "mptcp_pm get-limits reply { rcv-add-addrs: 0, subflows: 2 }");
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Inspector {
    memory: Memory,
}

impl Inspector {
    /// Creates an inspector with these descriptions. Their ids are set by [`with_id`](Self::with_id) and
    /// [`set_id`](Self::set_id), or learned by [`follow`](Self::follow).
    pub fn new(families: &[&'static Family]) -> Self {
        let mut inspector = Self::default();
        for family in families {
            inspector.memory.add_family(family);
        }
        inspector
    }

    /// Adds a family, and the id that the kernel assigned to it.
    #[must_use]
    pub fn with_id(mut self, family: &'static Family, id: u16) -> Self {
        self.memory.add_family(family);
        self.set_id(family.name, id);
        self
    }

    /// Sets the id of a family. A family without a description is shown with its name, and its attributes as bytes.
    pub fn set_id(&mut self, family: &str, id: u16) {
        self.memory
            .set_id(id, Cow::Owned(family.escape_debug().to_string()), None);
    }

    /// Returns the tree of a datagram of `NETLINK_GENERIC`.
    pub fn inspect<'a>(&self, datagram: &'a [u8], direction: Direction) -> Tree<'a> {
        datagram::read(datagram, self.context(direction, true))
    }

    /// Returns the tree of the next datagram of a conversation or capture.
    ///
    /// It remembers the ids that the controller reports, and the last requests. So replies and errors show the operation
    /// that they answer.
    pub fn follow<'a>(&mut self, datagram: &'a [u8], direction: Direction) -> Tree<'a> {
        let has_requests = match direction {
            Direction::ToKernel => true,
            Direction::FromKernel => false,
            Direction::Unknown => {
                let first = wire::Messages::new(datagram).next().and_then(Result::ok);
                first.is_some_and(|first| first.header.flags & wire::flags::REQUEST != 0)
            }
        };
        self.memory.learn(datagram, has_requests);
        self.inspect(datagram, direction)
    }

    /// Returns the tree of a datagram of another netlink protocol: headers, errors, and everything else as bytes.
    pub fn inspect_headers<'a>(&self, datagram: &'a [u8], direction: Direction) -> Tree<'a> {
        datagram::read(datagram, self.context(direction, false))
    }

    fn context(&self, direction: Direction, is_generic: bool) -> Context<'_> {
        Context {
            memory: &self.memory,
            direction,
            is_generic,
            is_quoted: false,
        }
    }
}

/// Decodes attributes without a message around them. Offsets are counted from the first byte.
pub fn attributes<'a>(bytes: &'a [u8], set: &AttributeSet) -> Vec<Node<'a>> {
    attributes::of_set(set, Attributes::new(bytes, 0))
}

/// Shows the header by name, and the payload as bytes: `request, 20 bytes: type 28, flags 0x5 (request | ack), sequence 1,
/// port 0: 06010000`.
impl fmt::Debug for wire::Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tree = Inspector::default().inspect_headers(self.as_bytes(), Direction::Unknown);
        for message in &tree.messages {
            write!(f, "{}: {}", print::heading(message), Hex(self.payload()))?;
        }
        Ok(())
    }
}
