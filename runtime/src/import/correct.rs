//! Corrections of a specification: a tree of its keys, put over it.
//!
//! A mapping corrects what it names, a list adds to a list of things with names, `null` takes away, and anything else takes
//! the place of what was there.

use super::problems::Note;
use super::yaml::{Fault, Key, Node, Place, Value};

/// The lists of things with names, by the key that they are under.
const NAMED: &[&str] = &[
    "definitions",
    "entries",
    "members",
    "attribute-sets",
    "attributes",
    "list",
];

/// Puts corrections over a specification, and returns those that change nothing.
pub(super) fn correct(spec: &mut Node, corrections: Node) -> Result<Vec<Note>, Fault> {
    let mut corrector = Corrector {
        path: Vec::new(),
        notes: Vec::new(),
    };
    if corrections.is_null() {
        return Err(Fault::at(
            corrections.place,
            "there are no corrections in the file",
        ));
    }
    corrector.put(spec, corrections)?;
    Ok(corrector.notes)
}

struct Corrector {
    path: Vec<String>,
    notes: Vec<Note>,
}

impl Corrector {
    fn put(&mut self, node: &mut Node, correction: Node) -> Result<(), Fault> {
        let place = correction.place;
        match (&mut node.value, correction.value) {
            (Value::Map(entries), Value::Map(corrections)) => {
                for (key, correction) in corrections {
                    self.under(&key.text.clone(), |corrector| {
                        corrector.key(entries, key, correction)
                    })?;
                }
            }
            (Value::List(list), Value::Map(corrections)) if self.is_named(list) => {
                for (key, correction) in corrections {
                    self.under(&key.text.clone(), |corrector| {
                        corrector.named(list, &key, correction)
                    })?;
                }
            }
            (Value::List(list), Value::List(additions)) if self.is_named(list) => {
                for addition in additions {
                    self.add(list, addition)?;
                }
            }
            (_, value) => {
                let anchor = None;
                let correction = Node {
                    place,
                    anchor,
                    value,
                };
                if equal(node, &correction) {
                    self.note(place, "changes nothing");
                }
                *node = correction;
            }
        }
        Ok(())
    }

    fn under(
        &mut self,
        name: &str,
        correct: impl FnOnce(&mut Self) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        self.path.push(name.to_owned());
        let corrected = correct(self);
        self.path.pop();
        corrected
    }

    /// Corrects what is under a key of a mapping.
    fn key(
        &mut self,
        entries: &mut Vec<(Key, Node)>,
        key: Key,
        correction: Node,
    ) -> Result<(), Fault> {
        let found = entries.iter().position(|(other, _)| other.text == key.text);
        match (found, correction.is_null()) {
            (Some(index), true) => {
                entries.remove(index);
            }
            (Some(index), false) => {
                if let Some((_, node)) = entries.get_mut(index) {
                    self.put(node, correction)?;
                }
            }
            (None, true) => self.note(key.place, "changes nothing: it is not there"),
            (None, false) => entries.push((key, correction)),
        }
        Ok(())
    }

    /// Corrects an element by its name.
    fn named(&mut self, list: &mut Vec<Node>, key: &Key, correction: Node) -> Result<(), Fault> {
        let found = list.iter().position(|node| node.name() == Some(&key.text));
        let Some(index) = found else {
            self.note(key.place, "changes nothing: there is nothing of this name");
            return Ok(());
        };
        if correction.is_null() {
            list.remove(index);
            return Ok(());
        }
        let Some(node) = list.get_mut(index) else {
            return Ok(());
        };
        // The name alone is short for an entry that says no more.
        if matches!(
            (&node.value, &correction.value),
            (Value::Text { .. }, Value::Map(_))
        ) {
            let name = Key {
                place: node.place,
                text: "name".to_owned(),
            };
            let place = node.place;
            let inner = std::mem::replace(
                node,
                Node {
                    place,
                    anchor: None,
                    value: Value::Map(Vec::new()),
                },
            );
            node.value = Value::Map(vec![(name, inner)]);
        }
        self.put(node, correction)
    }

    fn add(&mut self, list: &mut Vec<Node>, addition: Node) -> Result<(), Fault> {
        let Some(name) = addition.name() else {
            return Err(Fault::at(
                addition.place,
                "what is added here must have a `name`",
            ));
        };
        if list.iter().any(|node| node.name() == Some(name)) {
            let name = name.to_owned();
            return self.under(&name, |corrector| {
                corrector.note(addition.place, "adds nothing: it is already there");
                Ok(())
            });
        }
        list.push(addition);
        Ok(())
    }

    /// Whether the elements of the list that is looked at have names of their own. Messages name attributes of others.
    fn is_named(&self, list: &[Node]) -> bool {
        let key = self
            .path
            .last()
            .is_some_and(|key| NAMED.contains(&key.as_str()));
        let entries = self.path.last().is_some_and(|key| key == "entries");
        key && (entries || list.iter().all(|node| matches!(node.value, Value::Map(_))))
    }

    fn note(&mut self, place: Place, text: &str) {
        let text = format!("{}: {text}", self.path.join("."));
        self.notes.push(Note { place, text });
    }
}

fn equal(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::Text { text: one, .. }, Value::Text { text: other, .. }) => one == other,
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| equal(one, other))
        }
        (Value::Map(one), Value::Map(other)) => {
            let has = |(key, node): &(Key, Node)| {
                other
                    .iter()
                    .any(|(found, other)| found.text == key.text && equal(node, other))
            };
            one.len() == other.len() && one.iter().all(has)
        }
        _ => false,
    }
}
