//! The names of the functions of the block.

use std::collections::HashSet;

use super::Scope;
use super::numbering::Commands;
use crate::import::names::value_name;
use crate::import::spec::{Mode, Operation};
use crate::import::yaml::Located;

/// Methods of every client, and an event of every family.
const METHODS: &[&str] = &[
    "new",
    "connect",
    "listen",
    "channel",
    "into_channel",
    "connect_tokio",
    "listen_tokio",
    "connect_smol",
    "listen_smol",
    "family",
    "description",
    "unknown",
];

/// The names of the functions, before the functions are made.
pub(super) struct Named<'s> {
    pub(super) operation: &'s Located<Operation>,
    pub(super) commands: Commands,
    pub(super) r#do: Option<String>,
    pub(super) dump: Option<String>,
    pub(super) event: Option<String>,
}

impl<'s> Scope<'s> {
    pub(super) fn name_functions(&mut self) -> Vec<Named<'s>> {
        let commands = self.commands();
        let mut taken = HashSet::new();
        let mut functions = Vec::new();
        for (operation, commands) in self.spec.operations.list.iter().zip(commands) {
            let own = value_name(&operation.name, "op");
            let mut take = |first: String, last: &str| {
                let base = first.trim_start_matches("r#").to_owned();
                let created = (base == "new").then(|| "create".to_owned());
                let names = created.into_iter().chain([
                    first,
                    format!("{base}_{last}"),
                    format!("{base}_{last}2"),
                ]);
                let mut free = names
                    .filter(|name| !METHODS.contains(&name.as_str()) && taken.insert(name.clone()));
                free.next()
            };
            let r#do = operation
                .r#do
                .as_ref()
                .and_then(|_| take(own.clone(), "op"));
            let dump = operation.dump.as_ref().and_then(|_| match &r#do {
                Some(_) => take(dump_name(&own), "all"),
                None => take(own.clone(), "dump"),
            });
            let sent = super::numbering::is_sent(operation);
            let event = sent.then(|| take(own.clone(), "ntf")).flatten();
            functions.push(Named {
                operation,
                commands,
                r#do,
                dump,
                event,
            });
        }
        functions
    }
}

/// The function whose reply a notification carries.
pub(super) fn replies<'n>(named: &'n Named<'_>) -> Option<&'n String> {
    let has_reply =
        |mode: &Option<Located<Mode>>| mode.as_ref().is_some_and(|mode| mode.reply.is_some());
    let of_do = named
        .r#do
        .as_ref()
        .filter(|_| has_reply(&named.operation.r#do));
    of_do.or_else(|| {
        named
            .dump
            .as_ref()
            .filter(|_| has_reply(&named.operation.dump))
    })
}

/// `dev_get` of all devices is `dev_dump`.
fn dump_name(own: &str) -> String {
    let words: Vec<_> = own.trim_start_matches("r#").split('_').collect();
    if !words.contains(&"get") {
        return format!("{}_dump", words.join("_"));
    }
    words
        .iter()
        .map(|word| if *word == "get" { "dump" } else { word })
        .collect::<Vec<_>>()
        .join("_")
}
