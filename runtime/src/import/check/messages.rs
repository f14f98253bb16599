//! What messages carry: a set, or some of its attributes.

use std::collections::HashSet;

use super::Scope;
use crate::import::model::{self, Field};
use crate::import::names::type_name;
use crate::import::spec::{Message, Operation};
use crate::import::yaml::{Located, Place};

/// The set of a message without attributes, which may have none.
const NO_SET: usize = usize::MAX;

/// Which of the messages of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Request,
    DumpRequest,
    Reply,
    DumpReply,
    Event,
}

impl Part {
    fn is_request(self) -> bool {
        matches!(self, Self::Request | Self::DumpRequest)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Request | Self::DumpRequest => "Request",
            Self::Reply | Self::DumpReply => "Reply",
            Self::Event => "Event",
        }
    }
}

/// A message, and whose it is.
pub(super) struct Carried<'s, 'a> {
    pub(super) operation: &'s Located<Operation>,
    /// The name in Rust of the operation or of the event.
    pub(super) function: &'a str,
    pub(super) message: &'s Message,
    pub(super) place: Place,
    pub(super) anchor: Option<&'a str>,
    pub(super) part: Part,
}

/// A subset that was made for messages.
#[derive(Debug)]
pub(super) struct Made<'s> {
    ident: String,
    set: usize,
    set_ident: String,
    names: Vec<&'s str>,
    fields: Vec<Field>,
    /// Where the list is: aliases repeat it.
    place: Place,
    part: Part,
    /// The operations that have it.
    owners: Vec<&'s str>,
}

impl Made<'_> {
    pub(super) fn into_set(self) -> model::Set {
        let part = match self.part {
            Part::DumpRequest => "Dump request",
            Part::Event => "Event",
            part => part.name(),
        };
        let owners: Vec<_> = self
            .owners
            .iter()
            .map(|owner| format!("`{owner}`"))
            .collect();
        let owners = match owners.as_slice() {
            [first, second, _, _, ..] => format!("{first}, {second} and others"),
            [firsts @ .., last] if !firsts.is_empty() => {
                format!("{} and {last}", firsts.join(", "))
            }
            owners => owners.join(""),
        };
        let of = if part == "Event" { "" } else { "of " };
        model::Set {
            doc: format!("{part} {of}{owners}."),
            ident: self.ident,
            name: None,
            pad: None,
            subset_of: Some(self.set_ident).filter(|_| !self.fields.is_empty()),
            fields: self.fields,
            notes: Vec::new(),
        }
    }
}

impl<'s> Scope<'s> {
    /// The type of a message: the set if all of it may be there, else a subset.
    pub(super) fn message(&mut self, carried: &Carried<'s, '_>) -> Option<String> {
        let &Carried {
            operation,
            message,
            place,
            anchor,
            part,
            function,
        } = carried;
        let list = message.attributes.as_ref();
        let attributes = list.map(|list| list.inner.as_slice()).unwrap_or_default();
        let place = list.map_or(place, |list| list.place);
        let set = match &operation.attribute_set {
            Some(name) => self.find_set(name)?,
            None if attributes.is_empty() && part.is_request() => return None,
            None if attributes.is_empty() => NO_SET,
            None => {
                let text = format!(
                    "`{}` has attributes, and no `attribute-set`",
                    operation.name
                );
                self.problems.fault(operation.place, text);
                return None;
            }
        };
        let (names, fields) = self.listed(set, attributes);
        if fields.is_empty() && part.is_request() {
            return None;
        }
        let whole = self.sets.get(set);
        let set_ident = whole.map(|set| set.ident.clone()).unwrap_or_default();
        let all = whole.map(written).unwrap_or_default();
        if !fields.is_empty() && all == names.iter().copied().collect() {
            return Some(set_ident);
        }
        if let Some(made) = self.find_made(operation, set, &names, place, part) {
            return Some(made);
        }
        let anchor = list.and_then(|list| list.anchor.as_deref()).or(anchor);
        let shared = anchor.filter(|_| self.is_shared(place, part));
        let ident = self.name_message(operation, function, shared, part);
        let owners = vec![operation.name.as_str()];
        let made = Made {
            ident: ident.clone(),
            set,
            set_ident,
            names,
            fields,
            place,
            part,
            owners,
        };
        self.messages.push(made);
        Some(ident)
    }

    /// The attributes of a list, without those that are never written.
    fn listed(&mut self, set: usize, list: &'s [Located<String>]) -> (Vec<&'s str>, Vec<Field>) {
        let (mut names, mut fields) = (Vec::new(), Vec::new());
        for name in list {
            let Some(known) = self.find_attribute(set, name) else {
                let known = self.attribute_names(set);
                self.unknown(name.place, "attribute", name, known);
                continue;
            };
            let Some((field, _)) = known.field.clone() else {
                continue;
            };
            if names.contains(&name.as_str()) {
                self.problems.note(
                    name.place,
                    format_args!("the list has `{}` twice", name.inner),
                );
                continue;
            }
            names.push(name);
            // A subset of a subset says its words too.
            let words = field
                .words
                .filter(|words| !words.starts_with(|first: char| first.is_ascii_digit()));
            fields.push(Field {
                doc: String::new(),
                words,
                notes: Vec::new(),
                ..field
            });
        }
        (names, fields)
    }

    /// The subset that another message has: by an alias of the file, or of the same operation.
    fn find_made(
        &mut self,
        operation: &'s Operation,
        set: usize,
        names: &[&str],
        place: Place,
        part: Part,
    ) -> Option<String> {
        let mut made = self.messages.iter_mut();
        let made = made.find(|made| {
            made.set == set
                && made.names == names
                && made.part.is_request() == part.is_request()
                && (made.place == place || made.owners.contains(&operation.name.as_str()))
        })?;
        if !made.owners.contains(&operation.name.as_str()) {
            made.owners.push(&operation.name);
        }
        if made.part == Part::DumpRequest {
            made.part = part;
        }
        Some(made.ident.clone())
    }

    /// Whether messages of several operations have the list.
    fn is_shared(&self, place: Place, part: Part) -> bool {
        let operations = self.spec.operations.list.iter();
        let owners = operations.filter(|operation| {
            let modes = [&operation.r#do, &operation.dump].into_iter().flatten();
            let mut messages = modes.flat_map(|mode| {
                if part.is_request() {
                    &mode.request
                } else {
                    &mode.reply
                }
            });
            messages.any(|message| {
                message
                    .attributes
                    .as_ref()
                    .is_some_and(|list| list.place == place)
            })
        });
        owners.count() > 1
    }

    fn name_message(
        &mut self,
        operation: &Located<Operation>,
        function: &str,
        anchor: Option<&str>,
        part: Part,
    ) -> String {
        let own = type_name(function, "Message");
        let is_long = function.contains('_') && part.is_request();
        let suffix = part.name();
        let first = match anchor.map(shared_name) {
            Some(shared) if shared != "All" => shared,
            _ if is_long => own.clone(),
            _ => format!("{own}{suffix}"),
        };
        let names = [
            first.clone(),
            format!("{first}{suffix}"),
            format!("{own}{suffix}"),
            format!("{own}{suffix}Attrs"),
        ];
        let owner = format!("a message of `{}`", operation.name);
        self.take(names, &owner, operation.place)
    }
}

/// The name of a list that several operations share: `&dev-id-attrs` is `DevId`.
fn shared_name(anchor: &str) -> String {
    let mut name = anchor;
    for end in ["attributes", "attrs", "attr", "request", "list"] {
        let short = name
            .strip_suffix(end)
            .map(|name| name.trim_end_matches(['-', '_']));
        name = short.filter(|name| !name.is_empty()).unwrap_or(name);
    }
    type_name(name, "Message")
}

/// The attributes of a set that are ever written.
fn written<'s>(set: &super::Set<'s>) -> HashSet<&'s str> {
    let known = set.attributes.iter().filter(|known| known.field.is_some());
    known.map(|known| known.name).collect()
}
