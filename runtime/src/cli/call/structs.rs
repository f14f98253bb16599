//! Encodes C structs by the names of their members.

use genl::description::{Checks, DisplayHint, Kind, Member, Struct};
use serde_json::{Map, Value};

use super::encode::Fault;
use super::hex;
use super::lists::elements;
use super::value::{self, Form};
use crate::nearest;

/// Encodes a struct from its bytes or from its members. Members that are not given are zero.
pub(super) fn bytes(
    layout: &'static Struct,
    hint: Option<DisplayHint>,
    value: &Value,
    path: &str,
) -> Result<Vec<u8>, Fault> {
    if let Value::Object(map) = value {
        return members(layout, map, path);
    }
    let bytes = hex::bytes(value, hint).map_err(|why| Fault::new(path, why, ""))?;
    if bytes.len() == layout.size {
        return Ok(bytes);
    }
    let why = format!("has {} bytes, expected {}", bytes.len(), layout.size);
    Err(Fault::new(path, why, ""))
}

fn members(
    layout: &'static Struct,
    map: &Map<String, Value>,
    path: &str,
) -> Result<Vec<u8>, Fault> {
    let mut bytes = vec![0; layout.size];
    for (key, value) in map {
        let path = format!("{path}.{key}");
        let mut known = layout.members.iter();
        let Some(member) = known.find(|it| nearest::is_same(it.name, key)) else {
            let names = layout.members.iter().map(|it| it.name);
            let help = nearest::help("member", key, names);
            return Err(Fault::new(
                &path,
                "is unknown",
                help.trim_start_matches("\nhelp: "),
            ));
        };
        let given = member_bytes(member, &member.kind, value, &path)?;
        let place = bytes.get_mut(member.offset..member.offset + member.size);
        for (byte, given) in place.into_iter().flatten().zip(given) {
            *byte = given;
        }
    }
    Ok(bytes)
}

fn member_bytes(
    member: &'static Member,
    kind: &'static Kind,
    value: &Value,
    path: &str,
) -> Result<Vec<u8>, Fault> {
    match kind {
        Kind::Struct(inner) => bytes(inner, member.display_hint, value, path),
        Kind::FixedArray(element, count) => {
            let elements = elements(value, 0, path)?;
            if elements.len() > *count {
                let why = format!("has {} elements, expected at most {count}", elements.len());
                return Err(Fault::new(path, why, ""));
            }
            let mut bytes = Vec::new();
            for (_, value, path) in elements {
                bytes.extend(member_bytes(member, element, &value, &path)?);
            }
            Ok(bytes)
        }
        kind => {
            let form = Form {
                kind,
                hint: member.display_hint,
                checks: Checks::NONE,
            };
            value::scalar(form, value).map_err(|wrong| wrong.at(path))
        }
    }
}
