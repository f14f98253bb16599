//! A specification in YAML, with all that is counted or inherited written out.

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml_ng::{Mapping, Value};

/// A specification.
pub(crate) struct Spec(pub(crate) Value);

/// An attribute of a set: its number, and what is said of it.
#[derive(Clone)]
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) words: Mapping,
}

/// What is sent in one direction: its number, and the names of its attributes.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Message {
    pub(crate) value: u64,
    pub(crate) attributes: BTreeSet<String>,
}

/// An operation or event.
pub(crate) struct Operation {
    pub(crate) name: String,
    pub(crate) yaml: Value,
    pub(crate) set: String,
    /// By `do request`, `dump reply` and so on, or `event`.
    pub(crate) messages: BTreeMap<&'static str, Message>,
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_sequence().map_or(&[], Vec::as_slice)
}

pub(crate) fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// Names of a list.
pub(crate) fn names(value: &Value) -> BTreeSet<String> {
    let names = list(value).iter().filter_map(Value::as_str);
    names.map(str::to_owned).collect()
}

/// Entries with the numbers that they have or that they are counted to.
fn numbered(entries: &[Value], mut next: i64) -> Vec<(i64, &Value)> {
    let numbered = entries.iter().map(|entry| {
        let number = entry["value"].as_i64().unwrap_or(next);
        next = number + 1;
        (number, entry)
    });
    numbered.collect()
}

impl Spec {
    pub(crate) fn new(yaml: &str) -> Self {
        Self(serde_yaml_ng::from_str(yaml).expect("it is YAML"))
    }

    fn named<'s>(&'s self, list_name: &str, name: &str) -> &'s Value {
        let mut found = list(&self.0[list_name]).iter();
        found
            .find(|it| text(it, "name") == name)
            .unwrap_or(&Value::Null)
    }

    pub(crate) fn definition(&self, name: &str) -> &Value {
        self.named("definitions", name)
    }

    /// The values with names of an enumeration, or the bits of flags.
    pub(crate) fn values(&self, name: &str) -> BTreeMap<i64, String> {
        let definition = self.definition(name);
        let first = definition["value-start"].as_i64().unwrap_or(0);
        let entries = numbered(list(&definition["entries"]), first).into_iter();
        let entries = entries.map(|(value, entry)| {
            let name = entry.as_str().unwrap_or_else(|| text(entry, "name"));
            (value, name.to_owned())
        });
        entries.collect()
    }

    /// The attributes of a set by their numbers. A subset has the words of its set under its own.
    pub(crate) fn set(&self, name: &str) -> BTreeMap<i64, Attribute> {
        let set = self.named("attribute-sets", name);
        let Some(of) = set["subset-of"].as_str() else {
            let numbered = numbered(list(&set["attributes"]), 1).into_iter();
            let attributes = numbered.map(|(number, attribute)| {
                let words = attribute.as_mapping().cloned().unwrap_or_default();
                let name = text(attribute, "name").to_owned();
                (number, Attribute { name, words })
            });
            return attributes.collect();
        };
        let own = list(&set["attributes"]);
        let mut attributes = self.set(of);
        attributes.retain(|_, attribute| own.iter().any(|it| text(it, "name") == attribute.name));
        for attribute in attributes.values_mut() {
            let own = own.iter().find(|it| text(it, "name") == attribute.name);
            let words = own.and_then(Value::as_mapping).cloned();
            attribute.words.extend(words.unwrap_or_default());
        }
        attributes
    }

    /// Operations and events with their numbers, as the tools of the kernel count them.
    pub(crate) fn operations(&self) -> Vec<Operation> {
        let operations = &self.0["operations"];
        let is_directional = text(operations, "enum-model") == "directional";
        let (mut sent, mut received) = (1, 1);
        let mut found = Vec::new();
        for yaml in list(&operations["list"]) {
            let is_event = yaml.get("notify").or_else(|| yaml.get("event")).is_some();
            let value = yaml["value"].as_u64();
            if !is_directional {
                received = value.unwrap_or(received);
                sent = received;
            } else if is_event {
                received = value.unwrap_or(received);
            } else {
                let mode = yaml
                    .get("do")
                    .or_else(|| yaml.get("dump"))
                    .unwrap_or(&Value::Null);
                sent = mode["request"]["value"].as_u64().unwrap_or(sent);
                received = mode["reply"]["value"].as_u64().unwrap_or(received);
            }
            let replied = |mode: &str| yaml[mode].get("reply").is_some();
            let counts_reply = !is_directional || is_event || replied("do") || replied("dump");
            found.push(self.operation(yaml, sent, received));
            sent += u64::from(!is_directional || !is_event);
            received += u64::from(counts_reply);
        }
        found
    }

    fn operation(&self, yaml: &Value, sent: u64, received: u64) -> Operation {
        let message = |yaml: &Value, value| Message {
            value,
            attributes: names(&yaml["attributes"]),
        };
        let mut messages = BTreeMap::new();
        for (mode, request, reply) in [
            ("do", "do request", "do reply"),
            ("dump", "dump request", "dump reply"),
        ] {
            if let Some(yaml) = yaml.get(mode) {
                messages.insert(request, message(&yaml["request"], sent));
                if yaml.get("reply").is_some() {
                    messages.insert(reply, message(&yaml["reply"], received));
                }
            }
        }
        let mut attributes = text(yaml, "attribute-set").to_owned();
        if let Some(event) = yaml.get("event") {
            messages.insert("event", message(event, received));
        }
        if let Some(name) = yaml["notify"].as_str() {
            // It carries the reply of that operation.
            let mut operations = list(&self.0["operations"]["list"]).iter();
            let of = operations
                .find(|it| text(it, "name") == name)
                .unwrap_or(&Value::Null);
            messages.insert("event", message(&of["do"]["reply"], received));
            text(of, "attribute-set").clone_into(&mut attributes);
        }
        Operation {
            name: text(yaml, "name").to_owned(),
            yaml: yaml.clone(),
            set: attributes,
            messages,
        }
    }
}
