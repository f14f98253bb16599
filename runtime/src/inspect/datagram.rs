//! From a datagram to its messages.

use std::borrow::Cow;

use super::attributes;
use super::fault::Fault;
use super::memory::Memory;
use super::operation::{self, Found};
use super::tree::{Body, Generic, Label, Message, Node, Role, Tree, Value};
use super::{Direction, names, status};
use crate::error::{DecodeError, DecodeErrorKind};
use crate::nlctrl;
use crate::wire::{Attributes, GenericHeader, MessageHeader, MessageType, Messages, align, flags};

/// What is known of a datagram beside its bytes.
#[derive(Clone, Copy)]
pub(super) struct Context<'m> {
    pub(super) memory: &'m Memory,
    pub(super) direction: Direction,
    /// Whether its protocol is `NETLINK_GENERIC`.
    pub(super) is_generic: bool,
    /// Whether the message is quoted by another one. It may be cut behind its header.
    pub(super) is_quoted: bool,
}

/// Reads every message. One that is cut is read as far as it goes.
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

/// What does not begin with a whole message.
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

/// Whether the first length makes sense in the other byte order alone.
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

/// Reads a message whose bytes lie at `start` in the datagram; `None` if they are too few for a header.
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
            let (found, body, fault) = read_generic(id, message, is_request, context);
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

    /// The name of the family whose id is this type.
    pub(super) fn family(self, kind: MessageType) -> Option<Cow<'static, str>> {
        let MessageType::Family(id) = kind else {
            return None;
        };
        let (known, _) = self.memory.family(id).filter(|_| self.is_generic)?;
        Some(known.name)
    }

    /// Whether messages of this type have a `genlmsghdr`: the ids of families begin at `GENL_MIN_ID`.
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

type Read<'a> = (Option<Role>, Body<'a>, Option<Fault>);

/// Reads the message of a family.
fn read_generic<'a>(
    id: u16,
    (header, payload, start): (MessageHeader, &'a [u8], usize),
    is_request: bool,
    context: Context<'_>,
) -> Read<'a> {
    let known = context.memory.family(id);
    let Some((&[command, version, _, _], rest)) =
        payload.split_first_chunk::<{ GenericHeader::LENGTH }>()
    else {
        let length = payload.len();
        let range = start..start + length;
        let fault = DecodeErrorKind::NoGenericHeader { length };
        let fault = known.map(|_| Fault::new(fault, &range, 0));
        return (None, Body::Bytes(payload), fault);
    };
    let (known, description) = known.unzip();
    let description = description.flatten();
    let mut generic = Generic {
        description,
        header: GenericHeader { command, version },
        name: None,
        fixed_header: None,
        attributes: Vec::new(),
        rest: &[],
    };
    let attributes = Attributes::new(rest, start + GenericHeader::LENGTH);
    let found = description.and_then(|family| {
        if is_request {
            operation::of_request(family, command, header.flags, &attributes)
        } else {
            let asked = context.memory.asked(header);
            operation::of_answer(family, command, header, asked, &attributes)
        }
    });
    let role = match found {
        Some(Found { role, name, set }) => {
            generic.name = Some(name);
            let behind = split_header(&mut generic, set.header, attributes);
            generic.attributes =
                behind.map_or_else(Vec::new, |attributes| attributes::of_set(set, attributes));
            Some(role)
        }
        None => {
            let header = known.and_then(|known| known.header);
            read_unknown(&mut generic, header, attributes);
            None
        }
    };
    (role, Body::Generic(generic), None)
}

/// Attributes that are not described have their numbers, if it is known where they begin.
fn read_unknown<'a>(generic: &mut Generic<'a>, header: Option<usize>, attributes: Attributes<'a>) {
    let all = attributes.as_bytes();
    let described = generic.description.and_then(|family| {
        let operations = family.operations.iter().map(|it| it.request.header);
        operations.max()
    });
    let behind = header
        .or(described)
        .and_then(|header| split_header(generic, header, attributes));
    match behind {
        Some(attributes) if attributes.clone().all(|it| it.is_ok()) => {
            generic.attributes = attributes::unknown_all(attributes);
        }
        _ => {
            generic.fixed_header = None;
            generic.rest = all;
        }
    }
}

/// Takes the fixed header off, and returns the attributes behind it.
fn split_header<'a>(
    generic: &mut Generic<'a>,
    expected: usize,
    attributes: Attributes<'a>,
) -> Option<Attributes<'a>> {
    if expected == 0 {
        return Some(attributes);
    }
    let (bytes, offset) = (attributes.as_bytes(), attributes.offset());
    let Some((header, behind)) = attributes.split_header(expected) else {
        let length = bytes.len();
        let error = DecodeError::new(DecodeErrorKind::NoFixedHeader { length, expected });
        generic.fixed_header = Some(attributes::malformed(&error, bytes, offset));
        return None;
    };
    generic.fixed_header = Some(Node {
        label: Label::Name("header"),
        number: 0,
        value: Value::Bytes(header),
        display_hint: None,
        range: offset..offset + header.len(),
        fault: None,
        is_pointed_at: false,
    });
    Some(behind)
}
