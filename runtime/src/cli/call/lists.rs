//! Lists and their elements.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::encode::Fault;

/// Returns the elements of a list with their numbers and paths. Numbers that are not given begin at `first`. A single value is a list
/// of one element.
pub(super) fn elements<'v>(
    value: &'v Value,
    first: u16,
    path: &str,
) -> Result<Vec<(u16, Cow<'v, Value>, String)>, Fault> {
    let at = |number: u16| format!("{path}[{number}]");
    let numbered = |map: &Map<String, Value>| map.keys().all(|key| key.parse::<u16>().is_ok());
    match value {
        Value::Array(list) => (usize::from(first)..)
            .zip(list)
            .map(|(number, value)| {
                let number = u16::try_from(number).unwrap_or(u16::MAX);
                Ok((number, Cow::Borrowed(value), at(number)))
            })
            .collect(),
        Value::Object(map) if !map.is_empty() && numbered(map) => {
            let numbers = map.iter().filter_map(|(key, value)| {
                let number = key.parse().ok()?;
                Some(Ok((number, Cow::Borrowed(value), at(number))))
            });
            numbers.collect()
        }
        value => Ok(vec![(first, Cow::Borrowed(value), path.to_owned())]),
    }
}
