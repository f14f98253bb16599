//! Attribute sets.

use std::collections::HashMap;

use super::Scope;
use super::shapes::{At, Shape, is_pad};
use crate::import::model::{self, Field};
use crate::import::names::{constant_name, dashed, kebab, type_name, value_name};
use crate::import::spec::{Attribute, AttributeSet, AttributeType};
use crate::import::yaml::Located;

/// What is known of a set.
#[derive(Debug)]
pub(super) struct Set<'s> {
    pub(super) spec: &'s AttributeSet,
    pub(super) ident: String,
    pub(super) pad: Option<u16>,
    /// Filled in once the set was read, which is before those that are part of it.
    pub(super) attributes: Vec<Known<'s>>,
    pub(super) state: State,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum State {
    Unread,
    /// To meet such a set again is to go round in a circle.
    BeingRead,
    Read,
}

/// An attribute that was read.
#[derive(Clone, Debug)]
pub(super) struct Known<'s> {
    pub(super) name: &'s str,
    pub(super) number: u16,
    /// The attribute with what its set says of it.
    pub(super) whole: Attribute,
    /// `None` if it is never written.
    pub(super) field: Option<(Field, Shape)>,
}

impl<'s> Scope<'s> {
    pub(super) fn name_sets(&mut self) {
        let sets = &self.spec.attribute_sets;
        self.check_once(
            "attribute set",
            sets.iter().map(|set| (set.name.as_str(), set.place)),
        );
        for set in sets {
            let first = type_name(&set.name, "Set");
            let names = [
                first.clone(),
                format!("{first}Attrs"),
                format!("{first}Set"),
            ];
            let ident = self.take(
                names,
                &format!("the attribute set `{}`", set.name),
                set.place,
            );
            self.sets.push(Set {
                spec: &set.inner,
                ident,
                pad: None,
                attributes: Vec::new(),
                state: State::Unread,
            });
        }
    }

    pub(super) fn set_index(&self, name: &str) -> Option<usize> {
        self.spec
            .attribute_sets
            .iter()
            .position(|set| set.name == name)
    }

    /// The set of this name, or a report that there is none.
    pub(super) fn find_set(&mut self, name: &Located<String>) -> Option<usize> {
        let found = self.set_index(name);
        if found.is_none() {
            let names: Vec<_> = self
                .spec
                .attribute_sets
                .iter()
                .map(|set| set.name.as_str())
                .collect();
            self.unknown(name.place, "attribute set", name, names);
        }
        found
    }

    /// Reads all sets, and returns them in their order.
    pub(super) fn read_sets(&mut self) -> Vec<model::Set> {
        for index in 0..self.sets.len() {
            self.read_set(index);
        }
        (0..self.sets.len())
            .filter_map(|index| self.set_item(index))
            .collect()
    }

    /// Reads a set, after the one that it is part of.
    pub(super) fn read_set(&mut self, index: usize) {
        let Some(set) = self.sets.get_mut(index) else {
            return;
        };
        if set.state != State::Unread {
            return;
        }
        set.state = State::BeingRead;
        let spec = set.spec;
        let attributes = match &spec.subset_of {
            Some(base) => self.read_subset(spec, base),
            None => self.read_whole(index, spec),
        };
        let pads = attributes.iter().filter(|known| is_pad(&known.whole));
        let pad = pads.map(|known| known.number).next();
        if let Some(set) = self.sets.get_mut(index) {
            set.attributes = attributes;
            set.pad = pad.filter(|_| spec.subset_of.is_none());
            set.state = State::Read;
        }
        self.check_fields(spec);
    }

    /// A set of its own: its attributes count from 1 unless they say otherwise.
    fn read_whole(&mut self, index: usize, spec: &'s AttributeSet) -> Vec<Known<'s>> {
        let names = spec
            .attributes
            .iter()
            .filter(|found| found.r#type != Some(AttributeType::Unused))
            .map(|found| (found.name.as_str(), found.place));
        self.check_once("attribute", names);
        let (mut known, mut next) = (Vec::new(), 1);
        let mut numbers = HashMap::new();
        for attribute in &spec.attributes {
            let number = attribute.value.unwrap_or(next);
            next = number.saturating_add(1);
            let other = numbers.insert(number, &attribute.name);
            let unused = attribute.r#type == Some(AttributeType::Unused);
            if let Some(other) = other.filter(|_| !unused) {
                let text = format!(
                    "`{}` has the number {number}, as `{other}` has",
                    attribute.name
                );
                self.problems.fault(attribute.place, text);
            }
            let at = At {
                attribute,
                place: attribute.place,
            };
            let field = self.shape(at).map(|shape| {
                let boxed = self.boxed.contains(&(index, attribute.name.as_str()));
                (field(attribute, Some(number), &shape, boxed), shape)
            });
            let whole = attribute.inner.clone();
            known.push(Known {
                name: &attribute.name,
                number,
                whole,
                field,
            });
        }
        known
    }

    /// Attributes of different names may need one name in Rust.
    fn check_fields(&mut self, spec: &'s AttributeSet) {
        let mut idents = HashMap::new();
        for attribute in &spec.attributes {
            let ident = value_name(&attribute.name, "attr");
            let other = idents.insert(ident.clone(), &attribute.name);
            if let Some(other) = other.filter(|other| **other != attribute.name) {
                let text = format!(
                    "`{}` and `{other}` both need the field `{ident}`",
                    attribute.name
                );
                self.problems.fault(attribute.place, text);
            }
        }
    }

    fn set_item(&self, index: usize) -> Option<model::Set> {
        let set = self.sets.get(index)?;
        let subset_of = set.spec.subset_of.as_ref();
        let base = subset_of.and_then(|base| self.sets.get(self.set_index(base)?));
        let fields = set
            .attributes
            .iter()
            .filter_map(|known| known.field.clone());
        Some(model::Set {
            doc: set_doc(set.spec),
            ident: set.ident.clone(),
            name: (kebab(&set.ident) != set.spec.name).then(|| set.spec.name.clone()),
            pad: set.pad,
            subset_of: base.map(|base| base.ident.clone()),
            fields: fields.map(|(field, _)| field).collect(),
            notes: Vec::new(),
        })
    }
}

/// The field of an attribute. Without a number it is one of a subset, which says only what differs.
pub(super) fn field(
    attribute: &Attribute,
    number: Option<u16>,
    shape: &Shape,
    boxed: bool,
) -> Field {
    let ident = value_name(&attribute.name, "attr");
    let mut words = shape.words.clone();
    if let Some(number) = number {
        words.insert(0, number.to_string());
        if dashed(&ident) != attribute.name {
            words.push(format!("name = {:?}", attribute.name));
        }
    }
    Field {
        doc: attribute.doc.clone().unwrap_or_default(),
        words: Some(words.join(", ")),
        ty: shape.field_type(boxed),
        ident,
        notes: shape.notes.clone(),
    }
}

/// What a set says of itself, or else the names of its constants in C.
fn set_doc(set: &AttributeSet) -> String {
    match (&set.doc, &set.name_prefix) {
        (Some(doc), _) => doc.clone(),
        (None, Some(prefix)) => format!("`{}_*`.", constant_name(prefix, "C")),
        (None, None) => String::new(),
    }
}
