//! Enumerations and flags, with their values.

use super::Scope;
use super::definitions::{Form, Forms};
use super::integers::{bits, range};
use crate::import::model::{Enumeration, Flags, Item, Variant};
use crate::import::names::{constant_name, kebab, type_name};
use crate::import::spec::{Definition, Entry};
use crate::import::yaml::{Located, Place};

impl<'s> Scope<'s> {
    pub(super) fn named_items(&mut self, definition: &'s Located<Definition>) -> Vec<Item> {
        let (entries, notes) = self.entries(definition);
        let Some(Forms { enumeration, flags }) = self.forms.get(definition.name.as_str()) else {
            return Vec::new();
        };
        let (enumeration, flags) = (enumeration.clone(), flags.clone());
        let doc = definition_doc(definition);
        let mut items = Vec::new();
        if let Some(form) = enumeration {
            let item = self.enumeration(definition, form, doc.clone(), &entries, notes);
            items.push(Item::Enumeration(item));
        }
        if let Some(form) = flags {
            items.push(Item::Flags(self.flags(form, doc, &entries)));
        }
        items
    }

    /// The entries with their values. An enum of Rust has each value once: others become notes.
    fn entries(&mut self, definition: &'s Located<Definition>) -> (Vec<Valued<'s>>, Vec<String>) {
        let names = definition
            .entries
            .iter()
            .map(|entry| (entry.name.as_str(), entry.place));
        self.check_once("entry", names);
        let start = definition
            .value_start
            .as_ref()
            .and_then(|start| self.number(start));
        let mut next = start.map_or(0, |start| start.value);
        let (mut entries, mut notes): (Vec<Valued<'s>>, _) = (Vec::new(), Vec::new());
        for entry in &definition.entries {
            let value = entry.value.unwrap_or(next);
            next = value + 1;
            if let Some(other) = entries.iter().find(|other| other.value == value) {
                let text = format!(
                    "`{}` is left out: it is {value}, as `{}` is, and an enum has each value once",
                    entry.name, other.entry.name
                );
                notes.push(self.problems.note(entry.place, text));
            } else if entries.iter().all(|other| other.entry.name != entry.name) {
                entries.push(Valued {
                    entry,
                    place: entry.place,
                    value,
                });
            }
        }
        (entries, notes)
    }

    fn enumeration(
        &mut self,
        definition: &Located<Definition>,
        form: Form,
        doc: String,
        entries: &[Valued<'s>],
        notes: Vec<String>,
    ) -> Enumeration {
        let variants = self.variants(entries, |name| type_name(name, "Value"));
        let range = range(form.integer);
        for outside in entries.iter().filter(|entry| !range.contains(&entry.value)) {
            let (value, integer) = (outside.value, form.integer);
            self.problems.fault(
                outside.place,
                format_args!("{value} is out of range for `{integer}`"),
            );
        }
        let free = |name: &&str| variants.iter().all(|variant| variant.ident != *name);
        // Rust counts on from the variant before, and must find a number that is free.
        let follows = |entry: &Valued<'_>| {
            let next = entry.value + 1;
            range.contains(&next) && entries.iter().all(|other| other.value != next)
        };
        let unknown_at = entries.iter().rposition(follows).map_or(0, |last| last + 1);
        let unknown = ["Other", "Unknown", "Unnamed", "WithoutName"]
            .into_iter()
            .find(free);
        let name = (kebab(&form.ident) != definition.name).then(|| definition.name.clone());
        Enumeration {
            doc,
            name,
            ident: form.ident,
            repr: form.integer,
            variants,
            unknown: unknown.unwrap_or("Other").to_owned(),
            unknown_at,
            notes,
        }
    }

    fn flags(&mut self, form: Form, doc: String, entries: &[Valued<'s>]) -> Flags {
        let flags = self.variants(entries, |name| constant_name(name, "FLAG"));
        let (bits, _) = bits(form.integer);
        for outside in entries
            .iter()
            .filter(|entry| !(0..i128::from(bits)).contains(&entry.value))
        {
            let (value, integer) = (outside.value, form.integer);
            self.problems.fault(
                outside.place,
                format_args!("`{integer}` has no bit {value}"),
            );
        }
        Flags {
            doc,
            ident: form.ident,
            bits: form.integer,
            entries: flags,
        }
    }

    fn variants(&mut self, entries: &[Valued<'s>], name: impl Fn(&str) -> String) -> Vec<Variant> {
        let mut variants: Vec<Variant> = Vec::new();
        for Valued {
            entry,
            place,
            value,
        } in entries
        {
            let ident = name(&entry.name);
            if variants.iter().any(|other| other.ident == ident) {
                let text = format!(
                    "`{}` and an entry above both need the name `{ident}`",
                    entry.name
                );
                self.problems.fault(*place, text);
            }
            let doc = entry.doc.clone().unwrap_or_default();
            variants.push(Variant {
                doc,
                ident,
                value: *value,
            });
        }
        variants
    }
}

struct Valued<'s> {
    entry: &'s Entry,
    place: Place,
    value: i128,
}

/// What a definition says of itself, or else the names of its constants in C.
pub(super) fn definition_doc(definition: &Definition) -> String {
    match (&definition.doc, &definition.name_prefix) {
        (Some(doc), _) => doc.clone(),
        (None, Some(prefix)) => {
            format!("`{}_*`.", constant_name(prefix, "C"))
        }
        (None, None) => String::new(),
    }
}
