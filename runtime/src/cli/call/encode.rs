//! Encodes requests by the description of their attribute set.

use core::fmt;

use genl::AttributeWriter;
use genl::description::{Attribute, AttributeSet, Kind, Numbering};
use genl::error::Segment;
use serde_json::{Map, Value};

use super::lists::elements;
use super::value::{self, Form};
use super::{hex, structs};
use crate::nearest;

/// The greatest number of an attribute. The two higher bits are flags.
const MOST: u16 = 0x3fff;

/// The key for the bytes of the fixed header.
pub(super) const HEADER: &str = "header";

/// A key or a value that does not fit the description.
#[derive(Debug)]
pub(super) struct Fault {
    key: String,
    why: String,
    help: String,
}

/// An encoded attribute.
#[derive(Debug)]
pub(super) struct Encoded {
    number: u16,
    place: Segment,
    payload: Payload,
}

#[derive(Debug)]
enum Payload {
    Bytes(Vec<u8>),
    Nest(Vec<Encoded>),
}

impl Fault {
    pub(super) fn new(key: &str, why: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            key: key.to_owned(),
            why: why.into(),
            help: help.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { key, why, help } = self;
        match key.as_str() {
            "" => write!(f, "the request {why}")?,
            key => write!(f, "key `{key}` {why}")?,
        }
        match help.as_str() {
            "" => Ok(()),
            help => write!(f, "\nhelp: {help}"),
        }
    }
}

/// Appends attributes.
pub(super) fn write(attributes: &[Encoded], out: &mut AttributeWriter<'_>) {
    for Encoded {
        number,
        place,
        payload,
    } in attributes
    {
        match payload {
            Payload::Bytes(bytes) => out.bytes(*number, *place, bytes),
            Payload::Nest(inner) => out.nest(*number, *place, |out| write(inner, out)),
        }
    }
}

/// Encodes the attributes of a set, in the order of its description. `path` is the key of the set.
pub(super) fn set(
    set: &'static AttributeSet,
    value: &Value,
    path: &str,
) -> Result<Vec<Encoded>, Fault> {
    match value {
        Value::Object(map) => members(set, map, path),
        // An array gives the order of the attributes, one in each object.
        Value::Array(list) if set.mixed => {
            let mut attributes = Vec::new();
            for (index, value) in list.iter().enumerate() {
                attributes.extend(self::set(set, value, &format!("{path}[{index}]"))?);
            }
            Ok(attributes)
        }
        _ => Err(Fault::new(
            path,
            "cannot have a value: it contains keys",
            format!(
                "write {}",
                nearest::list(paths(set, path).iter().map(String::as_str))
            ),
        )),
    }
}

fn paths(set: &AttributeSet, path: &str) -> Vec<String> {
    let attributes = set.attributes.iter();
    attributes.map(|it| join(path, it.name)).collect()
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        return key.to_owned();
    }
    format!("{path}.{key}")
}

fn members(
    set: &'static AttributeSet,
    map: &Map<String, Value>,
    path: &str,
) -> Result<Vec<Encoded>, Fault> {
    let mut encoded = Vec::new();
    let mut left: Vec<_> = map.iter().collect();
    if path.is_empty() && set.header.is_some() {
        left.retain(|(key, _)| *key != HEADER);
    }
    for attribute in set.attributes {
        let is_meant = |key: &str| {
            nearest::is_same(attribute.name, key) || key.parse() == Ok(attribute.number)
        };
        let mut given = left.iter().filter(|(key, _)| is_meant(key));
        if let Some((_, value)) = given.next() {
            let path = join(path, attribute.name);
            if given.next().is_some() {
                return Err(Fault::new(&path, "is given twice, by two names", ""));
            }
            one(attribute, value, &path, &mut encoded)?;
            left.retain(|(key, _)| !is_meant(key));
        }
    }
    for (key, value) in left {
        encoded.push(unknown(set, key, value, path)?);
    }
    Ok(encoded)
}

/// Encodes an attribute without a name: its number and its bytes.
fn unknown(
    set: &'static AttributeSet,
    key: &str,
    value: &Value,
    path: &str,
) -> Result<Encoded, Fault> {
    let path = join(path, key);
    let number = key.parse().ok().filter(|number| *number <= MOST);
    let Some(number) = number else {
        let names = set.attributes.iter().map(|it| it.name);
        let help = nearest::help("key", key, names);
        let help = help.trim_start_matches("\nhelp: ");
        return Err(Fault::new(&path, "is unknown", help));
    };
    let bytes = hex::bytes(value, None);
    let bytes = bytes.map_err(|why| {
        Fault::new(
            &path,
            why,
            "write the bytes of an unknown attribute, such as `0x0102`",
        )
    })?;
    Ok(Encoded {
        number,
        place: Segment::Number(number),
        payload: Payload::Bytes(bytes),
    })
}

fn one(
    attribute: &'static Attribute,
    value: &Value,
    path: &str,
    encoded: &mut Vec<Encoded>,
) -> Result<(), Fault> {
    if value.is_null() {
        return Ok(());
    }
    let form = Form {
        kind: &attribute.kind,
        hint: attribute.display_hint,
        checks: attribute.checks,
    };
    let place = Segment::Name(attribute.name);
    let mut push = |payload: Option<Payload>| {
        encoded.extend(payload.map(|payload| Encoded {
            number: attribute.number,
            place,
            payload,
        }));
    };
    if let Kind::Multi(kind) = form.kind {
        for (_, value, path) in elements(value, 0, path)? {
            push(payload(Form { kind, ..form }, &value, &path)?);
        }
        return Ok(());
    }
    push(payload(form, value, path)?);
    Ok(())
}

/// Encodes the payload of an attribute. Returns `None` for a flag that is not set.
fn payload(form: Form, value: &Value, path: &str) -> Result<Option<Payload>, Fault> {
    let kind = form.kind;
    Ok(Some(match kind {
        Kind::Nest(nested) => Payload::Nest(set(nested.get(), value, path)?),
        Kind::Indexed(numbering, kind) => indexed(*numbering, Form { kind, ..form }, value, path)?,
        Kind::Keyed(keys, kind) => numbered(Form { kind, ..form }, 0, keys, value, path)?,
        Kind::Struct(layout) => Payload::Bytes(structs::bytes(layout, form.hint, value, path)?),
        Kind::Flag => {
            if !value::truth(value).map_err(|why| Fault::new(path, why, ""))? {
                return Ok(None);
            }
            Payload::Bytes(Vec::new())
        }
        Kind::Array(kind) => {
            let mut bytes = Vec::new();
            for (_, value, path) in elements(value, 0, path)? {
                bytes.extend(match kind {
                    Kind::Struct(layout) => structs::bytes(layout, form.hint, &value, &path)?,
                    kind => value::scalar(Form { kind, ..form }, &value)
                        .map_err(|wrong| wrong.at(&path))?,
                });
            }
            Payload::Bytes(bytes)
        }
        _ => Payload::Bytes(value::scalar(form, value).map_err(|wrong| wrong.at(path))?),
    }))
}

/// Encodes elements with the numbers that their array gives them.
fn indexed(numbering: Numbering, form: Form, value: &Value, path: &str) -> Result<Payload, Fault> {
    let first = match numbering {
        Numbering::From(first) => first,
        Numbering::Zero | Numbering::Kept => 0,
    };
    let mut payload = numbered(form, first, &[], value, path)?;
    if let (Numbering::Zero, Payload::Nest(elements)) = (numbering, &mut payload) {
        for element in elements {
            element.number = 0;
        }
    }
    Ok(payload)
}

/// Encodes each element as an attribute, by its number.
fn numbered(
    form: Form,
    first: u16,
    keys: &[&str],
    value: &Value,
    path: &str,
) -> Result<Payload, Fault> {
    let mut encoded = Vec::new();
    for (number, value, path) in elements(value, first, path)? {
        if number > MOST {
            let why = format!("has a number above {MOST}, the greatest of an attribute");
            return Err(Fault::new(&path, why, ""));
        }
        let payload = match keys.get(1..) {
            Some(inner) if !inner.is_empty() => Some(numbered(form, 0, inner, &value, &path)?),
            _ => payload(form, &value, &path)?,
        };
        encoded.extend(payload.map(|payload| Encoded {
            number,
            place: Segment::Element(number.into()),
            payload,
        }));
    }
    Ok(Payload::Nest(encoded))
}
