//! Finds the operation or event that a message belongs to.

use super::tree::Role;
use crate::description::{AttributeSet, Family, Mode, Operation};
use crate::wire::{Attributes, Message, MessageHeader, flags};

/// The operation or event of a message.
pub(super) struct Found {
    pub(super) role: Role,
    pub(super) name: &'static str,
    pub(super) set: &'static AttributeSet,
}

/// Finds the operation of a request. If a command is both a do and a dump, the flags of the request decide, as in the
/// kernel (`genl_family_rcv_msg`, `net/netlink/genetlink.c`). If a command has several forms of requests, the first one
/// that has all attributes is chosen.
pub(super) fn of_request(
    family: &'static Family,
    command: u8,
    request_flags: u16,
    attributes: &Attributes<'_>,
) -> Option<Found> {
    let is_dump = request_flags & flags::DUMP == flags::DUMP;
    let operation = find(
        family,
        is_dump,
        |it| it.command == command,
        |it| knows_all(it.request, attributes),
    )?;
    Some(Found {
        role: Role::Request,
        name: operation.name,
        set: operation.request,
    })
}

/// Finds the operation or event of a message from the kernel. `asked` is the request that it answers, if known.
pub(super) fn of_answer(
    family: &'static Family,
    command: u8,
    header: MessageHeader,
    asked: Option<Message<'_>>,
    attributes: &Attributes<'_>,
) -> Option<Found> {
    let event = || {
        let mut events = family.events.iter().filter(|it| it.command == command);
        events.next().map(|event| Found {
            role: Role::Event,
            name: event.name,
            set: event.attributes,
        })
    };
    let reply = || {
        let asked = asked.and_then(|request| request.generic().ok().map(|it| (request, it)));
        let is_asked = |it: &Operation| match &asked {
            Some((_, (generic, _))) => it.command == generic.command,
            None => true,
        };
        let request_flags = asked.as_ref().map(|(request, _)| request.header.flags);
        let is_dump = match request_flags {
            Some(flags) => flags & flags::DUMP == flags::DUMP,
            None => header.flags & flags::MULTI != 0,
        };
        let answers =
            |it: &Operation| it.reply_command == command && is_asked(it) && !it.reply.is_nothing();
        find(family, is_dump, answers, |it| {
            knows_all(it.reply, attributes)
        })
        .map(|operation| Found {
            role: Role::Reply,
            name: operation.name,
            set: operation.reply,
        })
    };
    if is_unasked(header) {
        event().or_else(reply)
    } else {
        reply().or_else(event)
    }
}

/// Returns whether a message from the kernel answers no request.
pub(super) const fn is_unasked(header: MessageHeader) -> bool {
    header.sequence == 0 && header.port == 0
}

/// Returns the first candidate of the right kind that has all attributes; else the first of the right kind; else any.
fn find(
    family: &'static Family,
    is_dump: bool,
    may_be: impl Fn(&Operation) -> bool,
    knows_all: impl Fn(&Operation) -> bool,
) -> Option<&'static Operation> {
    let all = || family.operations.iter().filter(|it| may_be(it));
    let of_kind = || all().filter(|it| (it.mode == Mode::Dump) == is_dump);
    of_kind()
        .find(|it| knows_all(it))
        .or_else(|| of_kind().next())
        .or_else(|| all().next())
}

fn knows_all(set: &AttributeSet, attributes: &Attributes<'_>) -> bool {
    let behind_header = attributes.split_header(set.header_size());
    behind_header.is_some_and(|(_, mut attributes)| {
        let is_known = |number| set.pad == Some(number) || set.attribute(number).is_some();
        attributes.all(|attribute| attribute.is_ok_and(|it| is_known(it.number())))
    })
}
