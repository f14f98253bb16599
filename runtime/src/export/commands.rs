//! Operations as YNL has them: one per command, with a do and a dump.

use super::sets::whole;
use crate::description::{AttributeSet, Event, Family, Mode, Operation, Permission};

/// The operations of one command.
pub(super) struct Command {
    /// The name of the do, or of the dump if there is no do.
    pub(super) name: &'static str,
    pub(super) number: u8,
    /// More than one if the kernel accepts several forms of requests.
    pub(super) dos: Vec<&'static Operation>,
    pub(super) dumps: Vec<&'static Operation>,
}

impl Command {
    /// Returns the commands of a family, in the order of their numbers.
    pub(super) fn all(family: &Family) -> Vec<Self> {
        let mut commands = Vec::<Self>::new();
        for operation in family.operations {
            let at = commands
                .iter()
                .position(|it| it.number == operation.command);
            let at = at.unwrap_or_else(|| {
                commands.push(Self {
                    name: operation.name,
                    number: operation.command,
                    dos: Vec::new(),
                    dumps: Vec::new(),
                });
                commands.len() - 1
            });
            let Some(command) = commands.get_mut(at) else {
                continue;
            };
            match operation.mode {
                Mode::Do => command.dos.push(operation),
                Mode::Dump => command.dumps.push(operation),
            }
        }
        for command in &mut commands {
            let first = command.all_operations().next().map(|it| it.name);
            command.name = first.unwrap_or(command.name);
        }
        commands.sort_by_key(|it| it.number);
        commands
    }

    /// Returns the operations, the dos first.
    pub(super) fn all_operations(&self) -> impl Iterator<Item = &'static Operation> {
        self.dos.iter().chain(&self.dumps).copied()
    }

    pub(super) fn messages(&self) -> impl Iterator<Item = &'static AttributeSet> {
        self.all_operations().flat_map(|it| [it.request, it.reply])
    }

    /// Returns the set whose attributes its messages have.
    pub(super) fn set(&self) -> Option<&'static AttributeSet> {
        self.messages().find(|set| !set.name.is_empty()).map(whole)
    }

    /// Returns the permission of the do: YNL has one permission for do and dump.
    pub(super) fn permission(&self) -> Permission {
        let first = self.all_operations().next();
        first.map_or(Permission::None, |it| it.permission)
    }

    /// Returns what the kernel does not validate.
    pub(super) fn lax(&self) -> Vec<&'static str> {
        let is_lax = |of: &[&Operation]| of.iter().any(|it| it.lax);
        let words = [
            (is_lax(&self.dos), "strict"),
            (is_lax(&self.dumps), "dump-strict"),
        ];
        let said = words.into_iter().filter(|(is_lax, _)| *is_lax);
        said.map(|(_, word)| word).collect()
    }

    /// Returns whether a dump has the name that people expect for this do.
    pub(super) fn names_dump(&self, dump: &str) -> bool {
        let stem = self.name.strip_suffix("-get").unwrap_or(self.name);
        dump == self.name || dump == format!("{stem}-dump") || dump == format!("{}-dump", self.name)
    }
}

/// Returns whether a reply has another number than its request, or an event the number of an operation. Then YNL counts the
/// messages from the kernel separately (`directional`).
pub(super) fn is_directional(family: &Family) -> bool {
    let of_operation = |event: &Event| {
        family
            .operations
            .iter()
            .any(|it| it.command == event.command)
    };
    family
        .operations
        .iter()
        .any(|it| it.command != it.reply_command)
        || family.events.iter().any(of_operation)
}
