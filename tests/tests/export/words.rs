//! What is said of attributes, in words that are equal where they mean the same.

use std::collections::BTreeMap;

use serde_yaml_ng::{Mapping, Value};

use crate::spec::{Spec, list, text};

/// What is said of an attribute, with definitions in place of their names.
pub(crate) fn words(words: &Mapping, spec: &Spec) -> BTreeMap<String, String> {
    let mut said = BTreeMap::new();
    let is_flags = words.get("enum-as-flags").is_some();
    for (key, value) in words {
        let key = key.as_str().unwrap_or_default();
        let value = match key {
            // Compared by themselves, or not on the wire.
            "name" | "value" | "doc" | "nested-attributes" | "enum-as-flags" => continue,
            "enum" => enumeration(spec, value.as_str().unwrap_or_default(), is_flags),
            "struct" => structure(spec, value.as_str().unwrap_or_default()),
            // False and absent are the same.
            _ if value == &Value::Bool(false) => continue,
            "checks" => {
                for (check, bound) in value.as_mapping().into_iter().flatten() {
                    said.insert(
                        check.as_str().unwrap_or_default().to_owned(),
                        limit(spec, bound),
                    );
                }
                continue;
            }
            _ => plain(value),
        };
        said.insert(key.to_owned(), value);
    }
    said
}

/// A limit, which may be that of an integer (`u32-max`), or a constant.
fn limit(spec: &Spec, bound: &Value) -> String {
    let of_integer = |name: &str| {
        let (integer, end) = name.split_once('-')?;
        let bits: u32 = integer.get(1..)?.parse().ok()?;
        let bits = bits - u32::from(integer.starts_with('s'));
        let greatest = (1_i128 << bits) - 1;
        (end == "max").then(|| greatest.to_string())
    };
    let of_constant = |name: &str| {
        let value = &spec.definition(name)["value"];
        (!value.is_null()).then(|| plain(value))
    };
    let named = bound.as_str();
    let value = named.and_then(|name| of_constant(name).or_else(|| of_integer(name)));
    value.unwrap_or_else(|| plain(bound))
}

fn plain(value: &Value) -> String {
    serde_yaml_ng::to_string(value)
        .expect("it was YAML")
        .trim()
        .to_owned()
}

fn enumeration(spec: &Spec, name: &str, is_flags: bool) -> String {
    let is_flags = is_flags || text(spec.definition(name), "type") == "flags";
    let values = spec.values(name).into_iter();
    let values: Vec<_> = values
        .map(|(value, name)| format!("{name}={value}"))
        .collect();
    let kind = if is_flags { "flags" } else { "enum" };
    format!("{kind} {}", values.join(" "))
}

pub(crate) fn structure(spec: &Spec, name: &str) -> String {
    let members = list(&spec.definition(name)["members"]).iter();
    let members = members.map(|member| {
        let len = member["len"].as_u64().unwrap_or_default();
        format!(
            "{}:{}:{}:{len}",
            text(member, "name"),
            text(member, "type"),
            text(member, "byte-order")
        )
    });
    members.collect::<Vec<_>>().join(" ")
}
