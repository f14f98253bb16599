//! Operations and the attributes that they accept, as lines.

use genl::description::{Mode, Permission, Presence};
use genl::nlctrl::OpFlags;

use super::events;
use super::layout::{Labels, doc};
use super::policy::{Accepted, Nested, Told};
use super::text;
use crate::failure::Failure;
use crate::output::Output;
use crate::style::{HEADING, Line, NOTE, PLAIN, TITLE};

/// A list of at least this many attributes is not printed twice.
const WORTH_A_REFERENCE: usize = 2;

/// Prints operations.
#[derive(Debug)]
pub(super) struct Printer<'o, 't> {
    output: &'o mut Output,
    /// Whether to print everything: the whole documentation, replies, and lists that were printed before.
    in_full: bool,
    /// The lists that were printed, and where.
    printed: Vec<(&'t [Accepted], String)>,
}

impl<'o, 't> Printer<'o, 't> {
    pub(super) const fn new(output: &'o mut Output, in_full: bool) -> Self {
        Self {
            output,
            in_full,
            printed: Vec::new(),
        }
    }

    pub(super) fn operation(&mut self, told: &'t Told) -> Result<(), Failure> {
        self.heading(told)?;
        for operation in &told.described {
            doc(operation.doc, 6, self.in_full, self.output)?;
        }
        match (&told.r#do, &told.dump) {
            (None, None) => self.note(6, "the kernel reports no policy")?,
            (Some(one), None) | (None, Some(one)) => self.accepted(told, one, None)?,
            (Some(r#do), Some(dump)) if is_same(r#do, dump) => self.accepted(told, r#do, None)?,
            (Some(r#do), Some(dump)) => {
                self.accepted(told, r#do, Some("do"))?;
                self.accepted(told, dump, Some("dump"))?;
            }
        }
        if self.in_full {
            self.replies(told)?;
        }
        Ok(())
    }

    fn heading(&mut self, told: &Told) -> Result<(), Failure> {
        let mut line = Line::new(0)
            .hang(8)
            .with(HEADING, format!("{:>5} ", told.command));
        for (index, operation) in told.described.iter().enumerate() {
            let mode = match operation.mode {
                Mode::Do => "do",
                Mode::Dump => "dump",
            };
            let comma = if index == 0 { "" } else { ", " };
            line = line.with(PLAIN, comma).with(TITLE, operation.name);
            line = line.with(PLAIN, format!(" ({mode})"));
        }
        if told.described.is_empty() {
            let modes = [(OpFlags::CMD_CAP_DO, "do"), (OpFlags::CMD_CAP_DUMP, "dump")];
            let modes = modes.iter().filter(|(flag, _)| told.flags.contains(*flag));
            let modes: Vec<_> = modes.map(|(_, name)| *name).collect();
            line = line.with(PLAIN, modes.join(", "));
        }
        let needs = if told.flags.contains(OpFlags::ADMIN_PERM) {
            "  needs CAP_NET_ADMIN in the initial user namespace"
        } else if told.flags.contains(OpFlags::UNS_ADMIN_PERM) {
            "  needs CAP_NET_ADMIN"
        } else {
            ""
        };
        let width = self.output.width();
        Ok(line.with(NOTE, needs).write(self.output, width)?)
    }

    fn note(&mut self, indent: usize, text: &str) -> Result<(), Failure> {
        let width = self.output.width();
        Ok(Line::new(indent)
            .with(NOTE, text)
            .write(self.output, width)?)
    }

    /// Prints what an operation accepts, and the `mode` if do and dump differ.
    fn accepted(
        &mut self,
        told: &Told,
        accepted: &'t [Accepted],
        mode: Option<&str>,
    ) -> Result<(), Failure> {
        let mut indent = 6;
        if let Some(mode) = mode {
            self.note(indent, &format!("as a {mode}:"))?;
            indent += 2;
        }
        let name = told.described.first().map_or_else(
            || format!("operation {}", told.command),
            |operation| format!("`{}`", operation.name),
        );
        if accepted.is_empty() {
            return self.note(indent, "accepts no attributes");
        }
        if let Some(place) = self.place(accepted) {
            let place = place.to_owned();
            return self.note(indent, &format!("accepts the same as {place}"));
        }
        self.printed.push((accepted, name.clone()));
        self.attributes(accepted, indent, &name)
    }

    /// Returns where the same list was printed before.
    fn place(&self, accepted: &[Accepted]) -> Option<&str> {
        if self.in_full || count(accepted) < WORTH_A_REFERENCE {
            return None;
        }
        let mut printed = self.printed.iter();
        let found = printed.find(|(printed, _)| is_same(printed, accepted));
        found.map(|(_, place)| place.as_str())
    }

    fn attributes(
        &mut self,
        accepted: &'t [Accepted],
        indent: usize,
        place: &str,
    ) -> Result<(), Failure> {
        let labels = Labels::of(accepted.iter().map(|it| (it.number, name(it))));
        let is_listed = accepted.iter().any(|it| it.policy.is_some());
        for attribute in accepted {
            let known = match &attribute.nested {
                Nested::Attributes(inner) => self.place(inner).map(str::to_owned),
                _ => None,
            };
            let is_unlisted = attribute.policy.is_none() && is_listed;
            let notes = [
                is_required(attribute).then(|| "required".to_owned()),
                is_unlisted.then(|| "not in the kernel's list".to_owned()),
                known.as_ref().map(|place| format!("as in {place}")),
                recursion(&attribute.nested).map(str::to_owned),
            ];
            let notes: Vec<_> = notes.into_iter().flatten().collect();
            let note = match &notes[..] {
                [] => String::new(),
                notes => format!(" ({})", notes.join(", ")),
            };
            let line = labels.line(indent, attribute.number, name(attribute));
            let line = line.with(PLAIN, holds(attribute, self.in_full));
            let width = self.output.width();
            line.with(NOTE, note).write(self.output, width)?;
            if self.in_full {
                let text = attribute.described.map_or("", |it| it.doc);
                doc(text, labels.column(indent), true, self.output)?;
            }
            if let (Nested::Attributes(inner), None) = (&attribute.nested, known) {
                let label = attribute.described.map_or_else(
                    || format!("attribute {} of {place}", attribute.number),
                    |it| format!("`{}` of {place}", it.name),
                );
                self.attributes(inner, indent + 4, &label)?;
                self.printed.push((inner, label));
            }
        }
        Ok(())
    }

    fn replies(&mut self, told: &Told) -> Result<(), Failure> {
        let width = self.output.width();
        for operation in &told.described {
            if operation.reply.is_nothing() {
                self.note(6, "the kernel only acknowledges it")?;
                continue;
            }
            let command = if operation.reply_command == operation.command {
                String::new()
            } else {
                format!(" (command {})", operation.reply_command)
            };
            let several = match (operation.mode, operation.multi) {
                (Mode::Do, false) => "Reply",
                _ => "Replies",
            };
            Line::new(6)
                .with(HEADING, several)
                .with(PLAIN, format!(" of {}{command}", operation.name))
                .write(self.output, width)?;
            events::set(operation.reply, 6, &mut Vec::new(), self.output)?;
        }
        let is_needed = |permission| told.described.iter().any(|it| it.permission == permission);
        let is_told = told
            .flags
            .intersects(OpFlags::ADMIN_PERM | OpFlags::UNS_ADMIN_PERM);
        if !is_told && (is_needed(Permission::Admin) || is_needed(Permission::NamespaceAdmin)) {
            self.note(6, "needs CAP_NET_ADMIN (by its description)")?;
        }
        Ok(())
    }
}

fn name(accepted: &Accepted) -> Option<&'static str> {
    accepted.described.map(|attribute| attribute.name)
}

/// Returns whether the description requires the attribute.
pub(super) fn is_required(accepted: &Accepted) -> bool {
    let presence = accepted.described.map(|attribute| attribute.presence);
    presence == Some(Presence::Required)
}

/// Returns where the attributes of a recursive nest are printed.
const fn recursion(nested: &Nested) -> Option<&'static str> {
    match nested {
        Nested::Recursion(1) => Some("as here"),
        Nested::Recursion(_) => Some("as further out"),
        _ => None,
    }
}

/// Returns the type of an attribute by the policy of the kernel, otherwise by the description.
fn holds(accepted: &Accepted, in_full: bool) -> String {
    let described = accepted.described;
    let mut text = match (&accepted.policy, described) {
        (Some(policy), _) => text::policy(policy),
        (None, Some(it)) => text::kind(&it.kind, &it.checks),
        (None, None) => String::new(),
    };
    if let Some(attribute) = described {
        text.push_str(&text::values(&attribute.kind, in_full));
    }
    text
}

/// Returns whether two operations accept the same attributes.
fn is_same(one: &[Accepted], other: &[Accepted]) -> bool {
    let limits = |it: &Accepted| it.policy.as_ref().map(text::policy);
    let is_same = |(one, other): (&Accepted, &Accepted)| {
        let nested = match (&one.nested, &other.nested) {
            (Nested::Nothing, Nested::Nothing) => true,
            (Nested::Recursion(one), Nested::Recursion(other)) => one == other,
            (Nested::Attributes(one), Nested::Attributes(other)) => is_same(one, other),
            _ => false,
        };
        nested
            && one.number == other.number
            && name(one) == name(other)
            && is_required(one) == is_required(other)
            && limits(one) == limits(other)
    };
    one.len() == other.len() && one.iter().zip(other).all(is_same)
}

/// Returns the attributes and those nested in them.
fn count(accepted: &[Accepted]) -> usize {
    let inner = accepted.iter().map(|it| match &it.nested {
        Nested::Attributes(inner) => count(inner),
        _ => 0,
    });
    accepted.len() + inner.sum::<usize>()
}
