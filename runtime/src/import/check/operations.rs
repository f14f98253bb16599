//! Operations and events: the functions of the block.

use std::collections::HashSet;

use super::Scope;
use super::functions::{Named, replies};
use super::groups::Groups;
use super::messages::{Carried, Part};
use super::numbering::values;
use crate::import::model::{Function, Group};
use crate::import::names::dashed;
use crate::import::spec::{DontValidate, EMPTY, Message, Mode, Operation, Permission};
use crate::import::yaml::Located;

impl<'s> Scope<'s> {
    pub(super) fn operations(&mut self) -> (Vec<Group>, Vec<Function>) {
        let list = &self.spec.operations.list;
        self.check_once(
            "operation",
            list.iter().map(|found| (found.name.as_str(), found.place)),
        );
        let named = self.name_functions();
        let functions = named
            .iter()
            .flat_map(|named| [&named.r#do, &named.dump, &named.event]);
        let constants = functions
            .flatten()
            .map(|name| name.trim_start_matches("r#").to_uppercase());
        let constants: HashSet<_> = constants
            .chain(["FAMILY".to_owned(), "DESCRIPTION".to_owned()])
            .collect();
        let mut groups = self.groups(&constants);
        let mut functions = Vec::new();
        for entry in &named {
            functions.extend(self.functions(entry, &named, &mut groups));
        }
        (groups.groups, functions)
    }

    fn functions(
        &mut self,
        entry: &Named<'s>,
        all: &[Named<'s>],
        groups: &mut Groups,
    ) -> Vec<Function> {
        let operation = entry.operation;
        let mut functions = Vec::new();
        if let (Some(ident), Some(mode)) = (&entry.r#do, &operation.r#do) {
            functions.extend(self.operation(entry, ident, mode, false));
        }
        if let (Some(ident), Some(mode)) = (&entry.dump, &operation.dump) {
            functions.extend(self.operation(entry, ident, mode, true));
        }
        if let Some(ident) = &entry.event {
            functions.push(self.event(entry, ident, all, groups));
        }
        functions
    }

    fn operation(
        &mut self,
        entry: &Named<'s>,
        ident: &str,
        mode: &'s Mode,
        dump: bool,
    ) -> Option<Function> {
        let operation = entry.operation;
        let main = operation.r#do.as_ref().or(operation.dump.as_ref())?;
        let (main, own) = (values(main), values(mode));
        let request = own.0.or(main.0).unwrap_or(entry.commands.request);
        let reply = own.1.or(main.1).unwrap_or(entry.commands.reply);
        let mut words = vec![request.to_string()];
        words.extend(dump.then(|| "dump".to_owned()));
        if mode.reply.is_some() && reply != request {
            words.push(format!("reply = {reply}"));
        }
        words.extend(lax(operation, dump).then(|| "lax".to_owned()));
        words.extend(permission(operation).map(str::to_owned));
        words.extend(self.header(operation));
        // A dump has a name of its own here, since errors tell it.
        if !dump && dashed(ident) != operation.name {
            words.push(format!("name = {:?}", operation.name));
        }
        let [request, answer] = if dump {
            [Part::DumpRequest, Part::DumpReply]
        } else {
            [Part::Request, Part::Reply]
        };
        let place = operation.place;
        let mut carry = |message: Option<&'s Located<Message>>, part| {
            self.message(&Carried {
                operation,
                function: ident,
                message: message?,
                place: message?.place,
                anchor: message?.anchor.as_deref(),
                part,
            })
        };
        let parameter = carry(mode.request.as_ref(), request);
        let mut reply = carry(mode.reply.as_ref(), answer);
        let mut notes = Vec::new();
        // A dump has replies, be they empty.
        if dump && reply.is_none() {
            let text = format!("the dump of `{}` has no `reply`", operation.name);
            notes.push(self.problems.note(place, text));
            let (message, part) = (&EMPTY, answer);
            reply = self.message(&Carried {
                operation,
                function: ident,
                message,
                place,
                anchor: None,
                part,
            });
        }
        Some(Function {
            doc: operation_doc(operation),
            kind: "op",
            words: words.join(", "),
            ident: ident.to_owned(),
            parameter: parameter.map(|ty| format!("request: {ty}")),
            reply,
            notes,
        })
    }

    fn event(
        &mut self,
        entry: &Named<'s>,
        ident: &str,
        all: &[Named<'s>],
        groups: &mut Groups,
    ) -> Function {
        let operation = entry.operation;
        let mut words = vec![entry.commands.reply.to_string()];
        let (sent, note) = self.sent(operation, groups);
        words.push(sent);
        let mut notes: Vec<_> = note.into_iter().collect();
        let mut parameter = None;
        if let Some(event) = &operation.event {
            let (message, place, part) = (event, operation.place, Part::Event);
            let carried = Carried {
                operation,
                function: ident,
                message,
                place,
                anchor: None,
                part,
            };
            parameter = self.message(&carried);
            words.extend(self.header(operation));
        } else if let Some(notified) = &operation.notify {
            let found = all.iter().find(|other| other.operation.name == **notified);
            match found.and_then(replies) {
                Some(function) => words.push(format!("notify = {function}")),
                None if found.is_some() => {
                    let text = format!(
                        "`{}` is described without attributes: `{}` has no reply that it could carry",
                        operation.name, **notified
                    );
                    notes.push(self.problems.note(notified.place, text));
                }
                None => {
                    let names = all.iter().map(|named| named.operation.name.as_str());
                    self.unknown(notified.place, "operation", notified, names);
                }
            }
        }
        if dashed(ident) != operation.name {
            words.push(format!("name = {:?}", operation.name));
        }
        Function {
            doc: operation_doc(operation),
            kind: "event",
            words: words.join(", "),
            ident: ident.to_owned(),
            parameter: parameter.map(|ty| format!("event: {ty}")),
            reply: None,
            notes,
        }
    }

    /// The word for a fixed header that is not that of the family.
    fn header(&mut self, operation: &Operation) -> Option<String> {
        let own = operation.fixed_header.as_ref()?;
        let of_family = self.spec.operations.fixed_header.as_ref();
        if of_family.is_some_and(|header| **header == **own) {
            return None;
        }
        self.find_struct(own)
            .map(|ident| format!("header = {ident}"))
    }
}

/// Whether the kernel validates requests liberally, or those of a dump not at all.
fn lax(operation: &Operation, dump: bool) -> bool {
    operation.dont_validate.iter().any(|part| match part {
        DontValidate::Strict => !dump,
        DontValidate::Dump | DontValidate::DumpStrict => dump,
    })
}

fn permission(operation: &Operation) -> Option<&'static str> {
    let permission = operation.flags.first()?;
    Some(match permission {
        Permission::AdminPerm => "admin_perm",
        Permission::UnsAdminPerm => "uns_admin_perm",
    })
}

fn operation_doc(operation: &Operation) -> String {
    let doc = operation.doc.clone().unwrap_or_default();
    match &operation.config_cond {
        Some(option) => format!(
            "{}\n\nOnly in kernels with `CONFIG_{}`.",
            doc.trim_end(),
            option.to_uppercase()
        ),
        None => doc,
    }
}
