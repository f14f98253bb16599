//! The contents of a datagram, as data.

use core::net::IpAddr;
use core::ops::Range;
use std::borrow::Cow;

use super::fault::Fault;
use crate::description::{DisplayHint, Family};
use crate::error::ExtendedAck;
use crate::wire::{GenericHeader, MessageHeader};

/// The contents of a datagram. [`Display`](core::fmt::Display) shows them as lines, [`line`](Self::line) as one line.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Tree<'a> {
    /// The datagram.
    pub bytes: &'a [u8],
    /// The messages.
    pub messages: Vec<Message<'a>>,
    /// What is wrong with the bytes after the last message, if there are any.
    pub fault: Option<Fault>,
    /// Whether the lengths make sense only in the other byte order: the datagram comes from another kind of machine.
    pub other_byte_order: bool,
}

/// A message of a datagram.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Message<'a> {
    /// The position of the message in the datagram.
    pub range: Range<usize>,
    /// `nlmsg_len`. If it is wrong, it differs from the length of `range`.
    pub length: u32,
    /// The other fields of `nlmsghdr`.
    pub header: MessageHeader,
    /// The names of the flags.
    pub flags: Bits,
    /// The role of the message.
    pub role: Role,
    /// The name of the family, if it is known. An error, an acknowledgement or the end of a dump has that of its request.
    pub family: Option<Cow<'static, str>>,
    /// The contents after `nlmsghdr`.
    pub body: Body<'a>,
    /// What is wrong with the headers.
    pub fault: Option<Fault>,
}

/// The role of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// A request.
    Request,
    /// A reply to a request.
    Reply,
    /// An event.
    Event,
    /// A request was carried out.
    Acknowledgement,
    /// A request failed.
    Error,
    /// The end of a dump.
    Done,
    /// `NLMSG_NOOP`, `NLMSG_OVERRUN`, or a message from the kernel in another protocol.
    Other,
}

/// The contents of a message after `nlmsghdr`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Body<'a> {
    /// Bytes without a description.
    Bytes(&'a [u8]),
    /// The message of a family.
    Generic(Box<Generic<'a>>),
    /// An error, an acknowledgement or the end of a dump.
    Status(Box<Status<'a>>),
}

/// The message of a family.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Generic<'a> {
    /// The description of the family, if there is one.
    pub description: Option<&'static Family>,
    /// `genlmsghdr`.
    pub header: GenericHeader,
    /// The name of the operation or event.
    pub name: Option<&'static str>,
    /// The fixed header of the family.
    pub fixed_header: Option<Node<'a>>,
    /// The attributes.
    pub attributes: Vec<Node<'a>>,
    /// Bytes without a description.
    pub rest: &'a [u8],
}

/// An error, an acknowledgement or the end of a dump.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Status<'a> {
    /// The error number on the wire: negative for an error, 0 for a success, positive if the operation answers with a
    /// number.
    pub number: i32,
    /// The family of the request, if it is known.
    pub(super) family: Option<Cow<'static, str>>,
    /// The operation of the request, if it is known.
    pub operation: Option<&'static str>,
    /// The quoted request. If the message is capped, only the header is quoted.
    pub quoted: Option<Message<'a>>,
    /// The attributes of the extended ack.
    pub attributes: Vec<Node<'a>>,
    /// The decoded extended ack, with the attribute of the request that it is about.
    pub extended_ack: ExtendedAck,
}

/// An attribute, an element of one, or a member of a C struct.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Node<'a> {
    /// The name of the node.
    pub label: Label,
    /// The number of the attribute or element; 0 for a member.
    pub number: u16,
    /// The value.
    pub value: Value<'a>,
    /// How the value is shown to people.
    pub display_hint: Option<DisplayHint>,
    /// The position in the datagram, including the header.
    pub range: Range<usize>,
    /// The position of the payload. Members and elements of arrays have no header.
    pub payload: Range<usize>,
    /// What is wrong with the node.
    pub fault: Option<Fault>,
    /// Whether an extended ack is about this attribute.
    pub is_pointed_at: bool,
}

/// The name of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Label {
    /// The name of an attribute or of a member of a C struct.
    Name(&'static str),
    /// An attribute that the set does not declare.
    Unknown,
    /// An element of a list, shown by its number.
    Element,
    /// An element of a list, shown by the name of its key and its number.
    Key(&'static str),
    /// Bytes that are not an attribute.
    Bytes,
}

/// The value of a node.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value<'a> {
    /// A flag, which has no payload.
    Present,
    /// An integer.
    Integer(i128),
    /// The value of an enumeration.
    Enumeration {
        /// The integer.
        value: i128,
        /// The name of the value.
        name: Option<&'static str>,
    },
    /// Flags.
    Flags(Bits),
    /// Flags, and a selector of the bits that are meant.
    Bitfield32(Box<[Bits; 2]>),
    /// A truth value.
    Bool(bool),
    /// An IP address.
    Ip(IpAddr),
    /// A string without its NUL. It may not be UTF-8.
    Text(&'a [u8]),
    /// Bytes.
    Bytes(&'a [u8]),
    /// Elements of an array.
    List(Vec<Value<'a>>),
    /// Attributes, elements of a list, or members of a C struct.
    Nodes(Vec<Node<'a>>),
}

/// An integer of flags.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bits {
    /// The integer.
    pub value: u64,
    /// The names of the flags that are set.
    pub names: Vec<&'static str>,
    /// The bits without a name.
    pub unnamed: u64,
}

impl Bits {
    /// Finds the names of the bits of `value`. A name for several bits counts if it adds one.
    pub(super) fn new(value: u64, known: impl IntoIterator<Item = (&'static str, u64)>) -> Self {
        let (mut unnamed, mut names) = (value, Vec::new());
        for (name, bits) in known {
            if value & bits == bits && unnamed & bits != 0 {
                unnamed &= !bits;
                names.push(name);
            }
        }
        Self {
            value,
            names,
            unnamed,
        }
    }
}

impl<'a> Tree<'a> {
    /// Returns the bytes of a node or message.
    pub fn bytes_of(&self, range: &Range<usize>) -> &'a [u8] {
        self.bytes.get(range.clone()).unwrap_or_default()
    }
}

impl<'a> Message<'a> {
    /// Returns the contents, if this is the message of a family.
    pub fn generic(&self) -> Option<&Generic<'a>> {
        match &self.body {
            Body::Generic(generic) => Some(generic),
            _ => None,
        }
    }

    /// Returns the contents, if this is an error, an acknowledgement or the end of a dump.
    pub fn status(&self) -> Option<&Status<'a>> {
        match &self.body {
            Body::Status(status) => Some(status),
            _ => None,
        }
    }

    /// Returns the attributes, if this is the message of a family.
    pub fn attributes(&self) -> &[Node<'a>] {
        self.generic().map_or(&[], |generic| &generic.attributes)
    }

    /// Returns the first attribute with this name.
    pub fn get(&self, name: &str) -> Option<&Node<'a>> {
        find(self.attributes(), name)
    }
}

impl<'a> Node<'a> {
    /// Returns the name; `None` for a node that only has a number.
    pub const fn name(&self) -> Option<&'static str> {
        match self.label {
            Label::Name(name) => Some(name),
            _ => None,
        }
    }

    /// Returns the nested nodes.
    pub fn children(&self) -> &[Node<'a>] {
        match &self.value {
            Value::Nodes(nodes) => nodes,
            _ => &[],
        }
    }

    /// Returns the first nested node with this name.
    pub fn get(&self, name: &str) -> Option<&Node<'a>> {
        find(self.children(), name)
    }
}

fn find<'n, 'a>(nodes: &'n [Node<'a>], name: &str) -> Option<&'n Node<'a>> {
    nodes.iter().find(|node| node.name() == Some(name))
}
