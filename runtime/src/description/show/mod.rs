//! Requests as text, by the descriptions of their families:
//! `mptcp_pm add-addr { addr { family: 2 (inet), addr4: 10.0.0.7 } }`.
//!
//! Any bytes can be shown. What does not match its description is marked with the fault and the byte at which it is.

mod hint;
mod value;

use core::fmt;

use super::{AttributeSet, DisplayHint, Family, Kind, Mode, Operation};
use crate::error::{DecodeError, DecodeErrorKind};
use crate::wire::{Attribute, Attributes, GenericHeader, Message, MessageType, Messages, flags};

/// Flags that an operation adds to its requests, and their names.
const EXTRA_FLAGS: [(u16, &str); 5] = [
    (flags::ECHO, "echo"),
    (flags::REPLACE, "replace"),
    (flags::EXCL, "excl"),
    (flags::CREATE, "create"),
    (flags::APPEND, "append"),
];

/// Shows a request.
pub(crate) struct Request<'a> {
    /// Its message.
    pub(crate) bytes: &'a [u8],
    /// The families that are known, and their ids. A request to another one is shown as bytes.
    pub(crate) families: &'a [(&'static Family, u16)],
}

/// Shows bytes as hexadecimal digits.
pub(crate) struct Hex<'a>(pub(crate) &'a [u8]);

impl fmt::Display for Hex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Display for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Messages::new(self.bytes).next() {
            None => Ok(()),
            Some(Ok(message)) => self.write_message(f, &message),
            Some(Err(error)) => write_malformed(f, &error.or_offset(0), self.bytes),
        }
    }
}

impl Request<'_> {
    fn write_message(&self, f: &mut fmt::Formatter<'_>, message: &Message<'_>) -> fmt::Result {
        let mut families = self.families.iter();
        let family = families.find(|(_, id)| message.header.kind == MessageType::Family(*id));
        let Some((family, _)) = family else {
            return write!(f, "{}", Hex(message.as_bytes()));
        };
        f.write_str(family.name)?;
        match message.generic() {
            Ok((generic, attributes)) => {
                write_request(f, family, message.header.flags, generic, &attributes)
            }
            Err(error) => {
                f.write_str(" ")?;
                write_malformed(f, &error, message.payload())
            }
        }
    }
}

fn write_request(
    f: &mut fmt::Formatter<'_>,
    family: &Family,
    request_flags: u16,
    generic: GenericHeader,
    attributes: &Attributes<'_>,
) -> fmt::Result {
    let is_dump = request_flags & flags::DUMP == flags::DUMP;
    let Some(operation) = find_operation(family, generic.command, is_dump, attributes) else {
        return write!(
            f,
            " command {}: {}",
            generic.command,
            Hex(attributes.as_bytes())
        );
    };
    write!(f, " {}", operation.name)?;
    if generic.version != family.version {
        write!(f, " (version {})", generic.version)?;
    }
    let dump = if is_dump { flags::DUMP } else { 0 };
    for (flag, name) in EXTRA_FLAGS {
        if request_flags & !dump & flag != 0 {
            write!(f, " ({name})")?;
        }
    }
    let set = operation.request;
    let Some((header, attributes)) = attributes.split_header(set.header_size()) else {
        f.write_str(" ")?;
        let (length, expected) = (attributes.as_bytes().len(), set.header_size());
        let error = DecodeError::new(DecodeErrorKind::NoFixedHeader { length, expected });
        return write_malformed(
            f,
            &error.or_offset(attributes.offset()),
            attributes.as_bytes(),
        );
    };
    if !header.is_empty() {
        write!(f, " (header {})", Hex(header))?;
    }
    if attributes.as_bytes().is_empty() {
        return Ok(());
    }
    write_set(f, set, attributes)
}

/// The operation with this command. Where a command is both a do and a dump, the flags of the request decide, as in the
/// kernel (`genl_family_rcv_msg`, `net/netlink/genetlink.c`). Where it takes one request or another, it is the first that knows all
/// attributes.
fn find_operation(
    family: &Family,
    command: u8,
    is_dump: bool,
    attributes: &Attributes<'_>,
) -> Option<&'static Operation> {
    let with_command = || family.operations.iter().filter(|it| it.command == command);
    let of_kind = || with_command().filter(|it| (it.mode == Mode::Dump) == is_dump);
    of_kind()
        .find(|it| knows_all(it.request, attributes))
        .or_else(|| of_kind().next())
        .or_else(|| with_command().next())
}

fn knows_all(set: &AttributeSet, attributes: &Attributes<'_>) -> bool {
    let behind_header = attributes.split_header(set.header_size());
    behind_header.is_some_and(|(_, mut attributes)| {
        let is_known = |number| set.pad == Some(number) || set.attribute(number).is_some();
        attributes.all(|attribute| attribute.is_ok_and(|it| is_known(it.number())))
    })
}

/// Writes the attributes of a set: `{ name: value, nest { .. } }`.
fn write_set(
    f: &mut fmt::Formatter<'_>,
    set: &AttributeSet,
    attributes: Attributes<'_>,
) -> fmt::Result {
    write_each(f, attributes, &|f, attribute| {
        let number = attribute.number();
        match set.attribute(number) {
            Some(known) => {
                f.write_str(known.name)?;
                write_attribute(f, (&known.kind, known.display_hint), attribute)
            }
            None if set.pad == Some(number) => f.write_str("pad"),
            None => write!(f, "#{number}: {}", Hex(attribute.payload())),
        }
    })
}

/// Writes what follows the name of an attribute.
fn write_attribute(
    f: &mut fmt::Formatter<'_>,
    (kind, hint): (&Kind, Option<DisplayHint>),
    attribute: Attribute<'_>,
) -> fmt::Result {
    match kind {
        Kind::Nest(set) => write_nest(f, attribute, &|f, inner| write_set(f, set, inner)),
        Kind::Multi(element) => write_attribute(f, (element, hint), attribute),
        Kind::Indexed(element) => write_keyed(f, &[], (element, hint), attribute),
        Kind::Keyed(keys, element) => write_keyed(f, keys, (element, hint), attribute),
        Kind::Flag if attribute.payload().is_empty() => Ok(()),
        kind => {
            f.write_str(": ")?;
            match value::show(kind, hint, attribute.payload()) {
                Ok(text) => f.write_str(&text),
                Err(fault) => {
                    let error = DecodeError::new(fault).or_offset(attribute.offset());
                    write_malformed(f, &error, attribute.payload())
                }
            }
        }
    }
}

/// Writes elements by their numbers, which have a name where they are keys: `{ 0: value, 1: value }`.
fn write_keyed(
    f: &mut fmt::Formatter<'_>,
    keys: &[&str],
    element: (&Kind, Option<DisplayHint>),
    attribute: Attribute<'_>,
) -> fmt::Result {
    write_nest(f, attribute, &|f, inner| {
        write_each(f, inner, &|f, attribute| {
            if let Some(key) = keys.first() {
                write!(f, "{key} ")?;
            }
            write!(f, "{}", attribute.number())?;
            match keys.get(1..) {
                Some(inner_keys) if !inner_keys.is_empty() => {
                    write_keyed(f, inner_keys, element, attribute)
                }
                _ => write_attribute(f, element, attribute),
            }
        })
    })
}

/// Opens a nest, if it is not too deep.
fn write_nest(
    f: &mut fmt::Formatter<'_>,
    attribute: Attribute<'_>,
    write: &dyn Fn(&mut fmt::Formatter<'_>, Attributes<'_>) -> fmt::Result,
) -> fmt::Result {
    match attribute.nest() {
        Ok(inner) => write(f, inner),
        Err(error) => {
            f.write_str(": ")?;
            write_malformed(f, &error.or_offset(attribute.offset()), attribute.payload())
        }
    }
}

/// Writes attributes between braces, and what is wrong where they end too early.
fn write_each(
    f: &mut fmt::Formatter<'_>,
    mut attributes: Attributes<'_>,
    write: &dyn Fn(&mut fmt::Formatter<'_>, Attribute<'_>) -> fmt::Result,
) -> fmt::Result {
    f.write_str(" {")?;
    let mut separator = " ";
    loop {
        let rest = attributes.as_bytes();
        let Some(attribute) = attributes.next() else {
            break;
        };
        f.write_str(separator)?;
        separator = ", ";
        match attribute {
            Ok(attribute) => write(f, attribute)?,
            Err(error) => write_malformed(f, &error, rest)?,
        }
    }
    f.write_str(if separator == " " { "}" } else { " }" })
}

/// Writes what is wrong, where, and the bytes that it is wrong with.
fn write_malformed(f: &mut fmt::Formatter<'_>, error: &DecodeError, bytes: &[u8]) -> fmt::Result {
    write!(f, "<malformed: {error}: {}>", Hex(bytes))
}
