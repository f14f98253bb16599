//! The messages of a datagram.

use std::borrow::Cow;

use super::fault::Fault;
use super::memory::Memory;
use super::tree::{Body, Message, Role, Tree};
use super::{Direction, generic, names, operation, status};
use crate::error::DecodeError;
use crate::nlctrl;
use crate::wire::{MessageHeader, MessageType, Messages, align, flags};

/// What is known about a datagram apart from its bytes.
#[derive(Clone, Copy)]
pub(super) struct Context<'m> {
    pub(super) memory: &'m Memory,
    pub(super) direction: Direction,
    /// Whether its protocol is `NETLINK_GENERIC`.
    pub(super) is_generic: bool,
    /// Whether the message is quoted by another one. Then it may end after its header.
    pub(super) is_quoted: bool,
}

/// Decodes every message. One that is cut is decoded as far as possible.
pub(super) fn read<'a>(bytes: &'a [u8], context: Context<'_>) -> Tree<'a> {
    let mut tree = Tree {
        bytes,
        messages: Vec::new(),
        fault: None,
        other_byte_order: false,
    };
    let mut messages = Messages::new(bytes);
    loop {
        let start = messages.position();
        match messages.next() {
            None => return tree,
            Some(Ok(whole)) => {
                let message = read_message(whole.as_bytes(), start, context);
                tree.messages.extend(message);
            }
            Some(Err(error)) => {
                let rest = bytes.get(start..).unwrap_or_default();
                tree.other_byte_order = is_swapped(rest);
                broken(&mut tree, &error, (rest, start), context);
            }
        }
    }
}

/// Describes bytes that do not begin with a whole message.
fn broken<'a>(
    tree: &mut Tree<'a>,
    error: &DecodeError,
    (rest, start): (&'a [u8], usize),
    context: Context<'_>,
) {
    let range = start..start + rest.len();
    let fault = Fault::of(error, &range, MessageHeader::LENGTH);
    match read_message(rest, start, context) {
        Some(mut message) if !tree.other_byte_order => {
            message.fault = Some(fault);
            tree.messages.push(message);
        }
        _ => tree.fault = Some(fault),
    }
}

/// Returns whether the first length makes sense only in the other byte order.
fn is_swapped(rest: &[u8]) -> bool {
    let Some(length) = rest.first_chunk() else {
        return false;
    };
    let makes_sense = |length: u32| {
        usize::try_from(length)
            .is_ok_and(|it| (MessageHeader::LENGTH..=align(rest.len())).contains(&it))
    };
    let length = u32::from_ne_bytes(*length);
    !makes_sense(length) && makes_sense(length.swap_bytes())
}

/// Decodes the message at `start` in the datagram. Returns `None` if there are too few bytes for a header.
pub(super) fn read_message<'a>(
    bytes: &'a [u8],
    start: usize,
    context: Context<'_>,
) -> Option<Message<'a>> {
    let (length, header) = MessageHeader::read(bytes)?;
    let payload = bytes.get(MessageHeader::LENGTH..)?;
    let payload_start = start + MessageHeader::LENGTH;
    let is_request = context.is_request(header);
    let (role, body, fault) = match header.kind {
        MessageType::Error | MessageType::Done if !context.is_quoted => {
            let range = start..start + bytes.len();
            let (status, fault) = status::read(header, (payload, range), context);
            let body = status.map_or(Body::Bytes(payload), |status| {
                Body::Status(Box::new(status))
            });
            (status::role(header.kind, payload), body, fault)
        }
        MessageType::Family(id) if context.is_generic(id) && !context.is_capped(payload) => {
            let message = (header, payload, payload_start);
            let (found, body, fault) = generic::read(id, message, is_request, context);
            let role = found.unwrap_or(match is_request {
                true => Role::Request,
                false if operation::is_unasked(header) => Role::Event,
                false => Role::Reply,
            });
            (role, body, fault)
        }
        MessageType::Family(_) if is_request => (Role::Request, Body::Bytes(payload), None),
        _ => (Role::Other, Body::Bytes(payload), None),
    };
    Some(Message {
        range: start..start + bytes.len(),
        length,
        header,
        flags: names::flags(header.flags, role),
        role,
        family: context.family_of(header.kind, &body),
        body,
        fault,
    })
}

impl Context<'_> {
    fn family_of(self, kind: MessageType, body: &Body<'_>) -> Option<Cow<'static, str>> {
        match body {
            Body::Status(status) => status.family.clone(),
            _ => self.family(kind),
        }
    }

    /// Returns the name of the family whose id is this type.
    pub(super) fn family(self, kind: MessageType) -> Option<Cow<'static, str>> {
        let MessageType::Family(id) = kind else {
            return None;
        };
        let (known, _) = self.memory.family(id).filter(|_| self.is_generic)?;
        Some(known.name)
    }

    /// Returns whether messages of this type have a `genlmsghdr`: the ids of families begin at `GENL_MIN_ID`.
    const fn is_generic(self, id: u16) -> bool {
        self.is_generic && id >= nlctrl::ID
    }

    fn is_capped(self, payload: &[u8]) -> bool {
        self.is_quoted && payload.is_empty()
    }

    fn is_request(self, header: MessageHeader) -> bool {
        match self.direction {
            Direction::ToKernel => true,
            Direction::FromKernel => false,
            Direction::Unknown => header.flags & flags::REQUEST != 0,
        }
    }
}
