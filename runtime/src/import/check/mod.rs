//! A specification as a family of Rust: the only place that refuses one.

mod boxes;
mod definitions;
mod functions;
mod groups;
mod integers;
mod members;
mod messages;
mod numbering;
mod numbers;
mod operations;
mod sets;
mod shapes;
mod structs;
mod subsets;
mod values;

pub(crate) use numbers::literal;

use std::collections::{HashMap, HashSet};

use super::model::{Family, Item};
use super::names::{Types, type_name};
use super::problems::Problems;
use super::spec::Spec;
use super::yaml::Place;
use crate::import::nearest;
use definitions::Forms;
use messages::Made;
use sets::Set;

/// What is known while a specification is looked through.
struct Scope<'s> {
    spec: &'s Spec,
    problems: Problems,
    types: Types,
    /// The enumerations and flags, by the names of their definitions.
    forms: HashMap<&'s str, Forms>,
    /// The types of the structs, by the names of their definitions.
    structs: HashMap<&'s str, String>,
    sets: Vec<Set<'s>>,
    /// The attributes that a set would contain itself by.
    boxed: HashSet<(usize, &'s str)>,
    messages: Vec<Made<'s>>,
    /// What cannot be said, and has no other place.
    notes: Vec<String>,
}

/// Looks through a specification. `None` if there are faults among the problems.
pub(crate) fn check(spec: &Spec) -> (Option<Family>, Problems) {
    let mut scope = Scope {
        spec,
        problems: Problems::default(),
        types: Types::default(),
        forms: HashMap::new(),
        structs: HashMap::new(),
        sets: Vec::new(),
        boxed: HashSet::new(),
        messages: Vec::new(),
        notes: Vec::new(),
    };
    let family = scope.family();
    let Scope { problems, .. } = scope;
    (problems.faults.is_empty().then_some(family), problems)
}

impl Scope<'_> {
    fn family(&mut self) -> Family {
        let spec = self.spec;
        self.find_forms();
        self.name_structs();
        self.name_sets();
        let first = type_name(&spec.name, "Family");
        let names = [
            first.clone(),
            format!("{first}Family"),
            format!("{first}Client"),
        ];
        let ident = self.take(
            names,
            &format!("the family `{}`", spec.name.inner),
            spec.name.place,
        );
        let owner = "the enum of the events";
        self.take([format!("{ident}Event")], owner, spec.name.place);
        self.check_family_name();

        let mut items = self.definitions();
        self.find_boxes();
        items.extend(self.read_sets().into_iter().map(Item::Set));
        let (groups, functions) = self.operations();
        let messages = std::mem::take(&mut self.messages);
        items.extend(messages.into_iter().map(|made| Item::Set(made.into_set())));
        let header = spec.operations.fixed_header.as_ref();
        Family {
            ident,
            name: spec.name.inner.clone(),
            version: spec.version.unwrap_or(1),
            doc: spec.doc.clone().unwrap_or_default(),
            header: header.and_then(|name| self.find_struct(name)),
            items,
            groups,
            functions,
            notes: std::mem::take(&mut self.notes),
        }
    }

    fn check_family_name(&mut self) {
        let name = &self.spec.name;
        if !(1..=15).contains(&name.len()) {
            let text = "the name of a family must have 1 to 15 bytes";
            self.problems
                .fault(name.place, format_args!("{text}, found {}", name.len()));
        }
    }

    /// Takes the first name of a type that is free, or else reports who has the last one.
    fn take<const N: usize>(&mut self, names: [String; N], owner: &str, place: Place) -> String {
        let last = names.last().cloned().unwrap_or_default();
        self.types.take(names, owner).unwrap_or_else(|holder| {
            let text = format!("{owner} needs the type `{last}`, and {holder} has it");
            self.problems.fault(place, text);
            last
        })
    }

    /// Reports a name that refers to nothing.
    fn unknown<'n>(
        &mut self,
        place: Place,
        what: &str,
        name: &str,
        known: impl IntoIterator<Item = &'n str>,
    ) {
        let near = nearest(name, known);
        let help = near.map(|near| format!("; one with a similar name exists: `{near}`"));
        let help = help.unwrap_or_default();
        self.problems
            .fault(place, format_args!("unknown {what} `{name}`{help}"));
    }

    /// Reports names that are there twice.
    fn check_once<'n>(&mut self, what: &str, names: impl IntoIterator<Item = (&'n str, Place)>) {
        let mut seen = HashMap::new();
        for (name, place) in names {
            if let Some(first) = seen.insert(name, place) {
                let text = format!(
                    "duplicate {what} `{name}`; line {} has the first",
                    first.line
                );
                self.problems.fault(place, text);
            }
        }
    }
}
