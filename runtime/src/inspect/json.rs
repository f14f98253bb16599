//! Trees for `serde`: maps with the names of their fields. Absent values are omitted.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::fault::Fault;
use super::names;
use super::print::Hex;
use super::tree::{Bits, Body, Generic, Label, Message, Node, Status, Tree, Value};
use crate::error::{Errno, ExtendedAck};

/// Writes an entry if there is a value.
fn maybe<M: SerializeMap, T: Serialize>(
    map: &mut M,
    key: &'static str,
    value: Option<T>,
) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(key, &value))
}

fn hex(bytes: &[u8]) -> Option<String> {
    (!bytes.is_empty()).then(|| Hex(bytes).to_string())
}

fn list<T>(list: &[T]) -> Option<&[T]> {
    (!list.is_empty()).then_some(list)
}

impl Serialize for Tree<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("messages", &self.messages)?;
        maybe(&mut map, "fault", self.fault.as_ref())?;
        let is_other = self.other_byte_order.then_some(true);
        maybe(&mut map, "other_byte_order", is_other)?;
        map.end()
    }
}

impl Serialize for Message<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let header = self.header;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("role", names::role(self.role))?;
        map.serialize_entry("offset", &self.range.start)?;
        map.serialize_entry("length", &self.length)?;
        map.serialize_entry("type", &header.kind.number())?;
        maybe(&mut map, "family", self.family.as_deref())?;
        map.serialize_entry("flags", &self.flags)?;
        map.serialize_entry("sequence", &header.sequence)?;
        map.serialize_entry("port", &header.port)?;
        match &self.body {
            Body::Bytes(bytes) => maybe(&mut map, "payload", hex(bytes))?,
            Body::Generic(generic) => entries(&mut map, generic)?,
            Body::Status(status) => map.serialize_entry("status", status)?,
        }
        maybe(&mut map, "fault", self.fault.as_ref())?;
        map.end()
    }
}

fn entries<M: SerializeMap>(map: &mut M, generic: &Generic<'_>) -> Result<(), M::Error> {
    map.serialize_entry("command", &generic.header.command)?;
    map.serialize_entry("version", &generic.header.version)?;
    maybe(map, "name", generic.name)?;
    maybe(map, "header", generic.fixed_header.as_ref())?;
    map.serialize_entry("attributes", &generic.attributes)?;
    maybe(map, "rest", hex(generic.rest))
}

impl Serialize for Status<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("number", &self.number)?;
        let errno = (self.number < 0).then(|| Errno(self.number.saturating_neg()));
        maybe(&mut map, "errno", errno.and_then(Errno::name))?;
        maybe(&mut map, "text", errno.map(|errno| errno.to_string()))?;
        maybe(&mut map, "operation", self.operation)?;
        maybe(&mut map, "quoted", self.quoted.as_ref())?;
        maybe(&mut map, "attributes", list(&self.attributes))?;
        let ExtendedAck { path, missing, .. } = &self.extended_ack;
        maybe(
            &mut map,
            "points_at",
            path.as_ref().map(ToString::to_string),
        )?;
        let missing = missing.as_ref().map(|missing| missing.path.to_string());
        maybe(&mut map, "missing", missing)?;
        map.end()
    }
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        maybe(&mut map, "name", self.name())?;
        if let Label::Key(key) = self.label {
            map.serialize_entry("key", key)?;
        }
        map.serialize_entry("number", &self.number)?;
        map.serialize_entry("offset", &self.range.start)?;
        map.serialize_entry("length", &self.range.len())?;
        map.serialize_entry("value", &self.value)?;
        maybe(
            &mut map,
            "text",
            self.display_hint.and_then(|_| self.text()),
        )?;
        maybe(&mut map, "pointed_at", self.is_pointed_at.then_some(true))?;
        maybe(&mut map, "fault", self.fault.as_ref())?;
        map.end()
    }
}

/// Integers are numbers. Flags and enumerations are maps of number and names. Addresses and strings are strings, bytes are
/// hexadecimal digits, and nodes are lists.
impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Present => serializer.serialize_bool(true),
            Self::Integer(value) => integer(*value, serializer),
            Self::Enumeration { value, name } => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("number", &Integer(*value))?;
                maybe(&mut map, "name", *name)?;
                map.end()
            }
            Self::Flags(bits) => bits.serialize(serializer),
            Self::Bitfield32(bits) => {
                let [value, selector] = &**bits;
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("value", value)?;
                map.serialize_entry("selector", selector)?;
                map.end()
            }
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Ip(address) => serializer.collect_str(address),
            Self::Text(bytes) => match core::str::from_utf8(bytes) {
                Ok(text) => serializer.serialize_str(text),
                Err(_) => serializer.collect_str(&bytes.escape_ascii()),
            },
            Self::Bytes(bytes) => serializer.collect_str(&Hex(bytes)),
            Self::List(values) => {
                let mut list = serializer.serialize_seq(Some(values.len()))?;
                values
                    .iter()
                    .try_for_each(|value| list.serialize_element(value))?;
                list.end()
            }
            Self::Nodes(nodes) => nodes.serialize(serializer),
        }
    }
}

/// An integer of at most 8 bytes. Not every format has wider ones.
struct Integer(i128);

impl Serialize for Integer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        integer(self.0, serializer)
    }
}

fn integer<S: Serializer>(value: i128, serializer: S) -> Result<S::Ok, S::Error> {
    match (u64::try_from(value), i64::try_from(value)) {
        (Ok(value), _) => serializer.serialize_u64(value),
        (_, Ok(value)) => serializer.serialize_i64(value),
        _ => serializer.serialize_i128(value),
    }
}

impl Serialize for Bits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("number", &self.value)?;
        map.serialize_entry("names", &self.names)?;
        let unnamed = (self.unnamed != 0).then_some(self.unnamed);
        maybe(&mut map, "unnamed", unnamed)?;
        map.end()
    }
}

impl Serialize for Fault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("text", &self.kind.to_string())?;
        map.serialize_entry("offset", &self.offset)?;
        map.serialize_entry("wrong", &[self.bytes.start, self.bytes.end])?;
        map.end()
    }
}
