//! Messages of families.

use super::datagram::Context;
use super::fault::Fault;
use super::operation::{self, Found};
use super::tree::{Body, Generic, Label, Role, Value};
use super::{attributes, structs};
use crate::description::Struct;
use crate::error::{DecodeError, DecodeErrorKind};
use crate::wire::{Attributes, GenericHeader, MessageHeader};

/// The role of a message, its contents, and what is wrong with its headers.
type Read<'a> = (Option<Role>, Body<'a>, Option<Fault>);

/// Decodes the message of a family.
pub(super) fn read<'a>(
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
    let role = found.as_ref().map(|found| found.role);
    if let Some(Found { name, set, .. }) = found {
        generic.name = Some(name);
        let header = (set.header_size(), set.header);
        let behind = split_header(&mut generic, header, attributes);
        generic.attributes =
            behind.map_or_else(Vec::new, |attributes| attributes::of_set(set, attributes));
    } else {
        let header = known.and_then(|known| known.header);
        read_unknown(&mut generic, header, attributes);
    }
    (role, Body::Generic(Box::new(generic)), None)
}

/// Shows attributes without a description by their numbers, if it is known where they begin.
fn read_unknown<'a>(generic: &mut Generic<'a>, header: Option<usize>, attributes: Attributes<'a>) {
    let all = attributes.as_bytes();
    let described = generic.description.and_then(|family| {
        let operations = family.operations.iter();
        operations.map(|it| it.request.header_size()).max()
    });
    let behind = header
        .or(described)
        .and_then(|size| split_header(generic, (size, None), attributes));
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

/// Splits off the fixed header, and returns the attributes after it.
fn split_header<'a>(
    generic: &mut Generic<'a>,
    (expected, description): (usize, Option<&Struct>),
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
    let value = match description {
        Some(it) => structs::read(it, header, offset),
        None => Value::Bytes(header),
    };
    let range = offset..offset + header.len();
    generic.fixed_header = Some(structs::node(Label::Name("header"), 0, value, range));
    Some(behind)
}
