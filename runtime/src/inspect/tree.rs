//! What a datagram says, as data.

use core::net::IpAddr;
use core::ops::Range;
use std::borrow::Cow;

use super::fault::Fault;
use crate::description::{DisplayHint, Family};
use crate::error::ExtendedAck;
use crate::wire::{GenericHeader, MessageHeader};

/// What a datagram says. [`Display`](core::fmt::Display) shows it as lines; [`line`](Self::line) as one line.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Tree<'a> {
    /// The datagram.
    pub bytes: &'a [u8],
    /// Its messages.
    pub messages: Vec<Message<'a>>,
    /// What is wrong with the bytes behind the last message, if there are any.
    pub fault: Option<Fault>,
    /// Whether the lengths make sense only in the other byte order: the datagram is from another kind of machine.
    pub other_byte_order: bool,
}

/// A message of a datagram.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Message<'a> {
    /// Its bytes in the datagram.
    pub range: Range<usize>,
    /// `nlmsg_len`, which differs from the length of the range where it is wrong.
    pub length: u32,
    /// The other fields of `nlmsghdr`.
    pub header: MessageHeader,
    /// The names of the flags.
    pub flags: Bits,
    /// What it is to its receiver.
    pub role: Role,
    /// The name of its family, if it is known: that of the request if it is an error, an acknowledgement or the end of a dump.
    pub family: Option<Cow<'static, str>>,
    /// What follows `nlmsghdr`.
    pub body: Body<'a>,
    /// What is wrong with the headers.
    pub fault: Option<Fault>,
}

/// What a message is to its receiver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role {
    /// It asks for something.
    Request,
    /// It answers a request.
    Reply,
    /// It tells that something happened.
    Event,
    /// It tells that a request was carried out.
    Acknowledgement,
    /// It tells that a request failed.
    Error,
    /// It ends a dump.
    Done,
    /// `NLMSG_NOOP` and `NLMSG_OVERRUN`, and messages of other protocols that come from the kernel.
    Other,
}

/// What follows `nlmsghdr`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Body<'a> {
    /// Bytes that no description covers.
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
    /// Bytes that no description covers.
    pub rest: &'a [u8],
}

/// An error, an acknowledgement or the end of a dump.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Status<'a> {
    /// The error number as it is on the wire: negative for an error, 0 for a success, positive where an operation answers with a
    /// number.
    pub number: i32,
    /// The family that was asked, if it is known.
    pub(super) family: Option<Cow<'static, str>>,
    /// The operation that was asked for, if it is known.
    pub operation: Option<&'static str>,
    /// The request that it quotes. A capped one has its header alone.
    pub quoted: Option<Message<'a>>,
    /// The attributes of the extended ack.
    pub attributes: Vec<Node<'a>>,
    /// What they say, and about which attribute of the request.
    pub extended_ack: ExtendedAck,
}

/// An attribute, an element of one, or a member of a C struct.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Node<'a> {
    /// What it is called.
    pub label: Label,
    /// The number of the attribute or element; 0 of a member.
    pub number: u16,
    /// What it says.
    pub value: Value<'a>,
    /// The form that people know the value by.
    pub display_hint: Option<DisplayHint>,
    /// Its bytes in the datagram, header included.
    pub range: Range<usize>,
    /// Those of its payload. A member and an element of an array have no header.
    pub payload: Range<usize>,
    /// What is wrong with it.
    pub fault: Option<Fault>,
    /// Whether an extended ack points at it.
    pub is_pointed_at: bool,
}

/// What a node is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Label {
    /// An attribute, or a member of a C struct, by its name.
    Name(&'static str),
    /// An attribute that the set does not name.
    Unknown,
    /// An element of a list, by its number.
    Element,
    /// An element of a list, by the name of its key and its number.
    Key(&'static str),
    /// Bytes that are not an attribute.
    Bytes,
}

/// What a node says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value<'a> {
    /// Its presence is all it says.
    Present,
    /// An integer.
    Integer(i128),
    /// An integer of an enumeration.
    Enumeration {
        /// The integer.
        value: i128,
        /// Its name.
        name: Option<&'static str>,
    },
    /// Flags.
    Flags(Bits),
    /// Flags, and which of them are meant.
    Bitfield32(Box<[Bits; 2]>),
    /// A truth value.
    Bool(bool),
    /// An IP address.
    Ip(IpAddr),
    /// Text without its NUL. It may be other than UTF-8.
    Text(&'a [u8]),
    /// Bytes.
    Bytes(&'a [u8]),
    /// Elements one behind the other.
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
    /// Names the bits of `value`. A name of several bits counts if it adds one.
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
    /// Returns the message of a family that it is.
    pub fn generic(&self) -> Option<&Generic<'a>> {
        match &self.body {
            Body::Generic(generic) => Some(generic),
            _ => None,
        }
    }

    /// Returns the error, acknowledgement or end of a dump that it is.
    pub fn status(&self) -> Option<&Status<'a>> {
        match &self.body {
            Body::Status(status) => Some(status),
            _ => None,
        }
    }

    /// Returns its attributes; none if it is not the message of a family.
    pub fn attributes(&self) -> &[Node<'a>] {
        self.generic().map_or(&[], |generic| &generic.attributes)
    }

    /// Returns the first attribute of that name.
    pub fn get(&self, name: &str) -> Option<&Node<'a>> {
        find(self.attributes(), name)
    }
}

impl<'a> Node<'a> {
    /// Returns its name; `None` for what has only a number.
    pub const fn name(&self) -> Option<&'static str> {
        match self.label {
            Label::Name(name) => Some(name),
            _ => None,
        }
    }

    /// Returns what is nested in it.
    pub fn children(&self) -> &[Node<'a>] {
        match &self.value {
            Value::Nodes(nodes) => nodes,
            _ => &[],
        }
    }

    /// Returns the first node of that name that is nested in it.
    pub fn get(&self, name: &str) -> Option<&Node<'a>> {
        find(self.children(), name)
    }
}

fn find<'n, 'a>(nodes: &'n [Node<'a>], name: &str) -> Option<&'n Node<'a>> {
    nodes.iter().find(|node| node.name() == Some(name))
}
