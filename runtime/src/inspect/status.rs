//! Errors, acknowledgements and ends of dumps.

use core::ops::Range;

use super::datagram::{Context, read_message};
use super::fault::Fault;
use super::operation::{self, Found};
use super::tree::{Body, Message, Role, Status};
use super::{Direction, attributes};
use crate::AttributeSet;
use crate::error::DecodeErrorKind;
use crate::extended_ack;
use crate::wire::{self, Attributes, MessageHeader, MessageType, Messages};

/// The size of the error number.
const NUMBER: usize = 4;

/// Returns the role of a message of this kind, by its error number.
pub(super) fn role(kind: MessageType, payload: &[u8]) -> Role {
    let number = payload.first_chunk().map(|it| i32::from_ne_bytes(*it));
    match (kind, number) {
        (_, Some(number)) if number < 0 => Role::Error,
        (MessageType::Done, _) => Role::Done,
        (_, Some(_)) => Role::Acknowledgement,
        (_, None) => Role::Error,
    }
}

/// Decodes the payload of a message that is at `range` in the datagram.
pub(super) fn read<'a>(
    header: MessageHeader,
    (payload, range): (&'a [u8], Range<usize>),
    context: Context<'_>,
) -> (Option<Status<'a>>, Option<Fault>) {
    let start = range.start + MessageHeader::LENGTH;
    let Some((number, rest)) = payload.split_first_chunk::<NUMBER>() else {
        let length = payload.len();
        // An empty end of a dump is a success. Some families send it (`devlink_fmsg_snd`, `net/devlink/health.c`).
        let is_wrong = length != 0 || header.kind == MessageType::Error;
        let fault = DecodeErrorKind::NoErrorNumber { length };
        let fault = is_wrong.then(|| Fault::new(fault, &(start..range.end), 0));
        return (None, fault);
    };
    let tlvs = extended_ack::attributes(header, rest).as_bytes();
    let behind = rest.get(..rest.len() - tlvs.len()).unwrap_or_default();
    let tlvs = Attributes::new(tlvs, range.end - tlvs.len());
    let mut status = Status {
        number: i32::from_ne_bytes(*number),
        family: None,
        operation: None,
        quoted: None,
        attributes: attributes::of_set(extended_ack::DESCRIPTION, tlvs.clone()),
        extended_ack: crate::ExtendedAck::default(),
    };
    if header.kind == MessageType::Error {
        status.quoted = quoted(behind, start + NUMBER, context);
    }
    resolve(&mut status, header, tlvs, behind, context);
    (Some(status), None)
}

/// Decodes the quoted request. If that quotes another one, decoding stops.
fn quoted<'a>(bytes: &'a [u8], start: usize, context: Context<'_>) -> Option<Message<'a>> {
    let (length, _) = MessageHeader::read(bytes)?;
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    let length = length.max(MessageHeader::LENGTH);
    let bytes = bytes.get(..length).unwrap_or(bytes);
    let context = Context {
        direction: Direction::ToKernel,
        is_quoted: true,
        ..context
    };
    read_message(bytes, start, context)
}

/// Finds the attribute of the request that the extended ack is about.
fn resolve(
    status: &mut Status<'_>,
    header: MessageHeader,
    tlvs: Attributes<'_>,
    quote: &[u8],
    context: Context<'_>,
) {
    let remembered = match header.kind {
        MessageType::Error => context.memory.quoted(quote),
        _ => context.memory.asked(header).map(|it| it.as_bytes()),
    };
    let is_whole = quote.len() > MessageHeader::LENGTH && header.kind == MessageType::Error;
    let request = if is_whole {
        quote
    } else {
        remembered.unwrap_or_default()
    };
    let asked = context.operation(request);
    // Only a description says where the attributes of a request begin.
    let (known, set) = match &asked {
        Some(asked) => (request, asked.set),
        None => (&[][..], const { &<()>::DESCRIPTION }),
    };
    status.extended_ack = extended_ack::read(tlvs, known, set);
    status.operation = asked.map(|asked| asked.name);
    let header = MessageHeader::read(if request.is_empty() { quote } else { request });
    status.family = header.and_then(|(_, header)| context.family(header.kind));
    let offset = status.extended_ack.offset.or_else(|| {
        let missing = status.extended_ack.missing.as_ref();
        missing.and_then(|missing| missing.nest)
    });
    let offset = offset.and_then(|offset| usize::try_from(offset).ok());
    if let (Some(offset), Some(message)) = (offset, &mut status.quoted) {
        let at = message.range.start.saturating_add(offset);
        if let Body::Generic(generic) = &mut message.body {
            attributes::point_at(&mut generic.attributes, at);
        }
    }
}

impl Context<'_> {
    /// Returns the operation of a request.
    fn operation(self, request: &[u8]) -> Option<Found> {
        let message: wire::Message<'_> = Messages::new(request).next()?.ok()?;
        let MessageType::Family(id) = message.header.kind else {
            return None;
        };
        let (_, description) = self.memory.family(id).filter(|_| self.is_generic)?;
        let (generic, attributes) = message.generic().ok()?;
        let flags = message.header.flags;
        operation::of_request(description?, generic.command, flags, &attributes)
    }
}
