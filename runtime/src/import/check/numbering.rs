//! The commands of operations, and of what the kernel sends.

use super::Scope;
use crate::import::spec::{EnumModel, Mode, Operation};
use crate::import::yaml::Located;

/// The commands of one entry of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Commands {
    /// From a program to the kernel.
    pub(super) request: u8,
    /// From the kernel to a program.
    pub(super) reply: u8,
}

impl Scope<'_> {
    /// Counts as the kernel's own tools do. Entries without a value go on from the one before, the first of them from 1.
    pub(super) fn commands(&mut self) -> Vec<Commands> {
        let mut commands = Vec::new();
        let directional = self.spec.operations.enum_model == EnumModel::Directional;
        let (mut request, mut reply) = (1_u16, 1_u16);
        for operation in &self.spec.operations.list {
            if directional {
                let sends = is_sent(operation);
                let mode = operation.r#do.as_ref().or(operation.dump.as_ref());
                let own = |message: Option<u8>, next| message.map_or(next, u16::from);
                let (asked, answered) = mode.map(|mode| values(mode)).unwrap_or_default();
                request = own(asked, request);
                reply = own(if sends { operation.value } else { answered }, reply);
            } else {
                request = operation.value.map_or(request, u16::from);
                reply = request;
            }
            commands.push(self.pair(operation, request, reply));
            let (asks, sends) = match (directional, is_sent(operation)) {
                (true, true) => (false, true),
                (true, false) => (true, has_reply(operation)),
                (false, _) => (true, true),
            };
            request = request.saturating_add(u16::from(asks));
            reply = reply.saturating_add(u16::from(sends));
        }
        commands
    }

    fn pair(&mut self, operation: &Located<Operation>, request: u16, reply: u16) -> Commands {
        let fits = |number: u16| u8::try_from(number).ok();
        let (Some(request), Some(reply)) = (fits(request), fits(reply)) else {
            let text = format!("the command of `{}` does not fit in a byte", operation.name);
            self.problems.fault(operation.place, text);
            return Commands::default();
        };
        Commands { request, reply }
    }
}

/// Whether the kernel sends it without being asked.
pub(super) fn is_sent(operation: &Operation) -> bool {
    operation.notify.is_some() || operation.event.is_some()
}

fn has_reply(operation: &Operation) -> bool {
    let mode = operation.r#do.as_ref().or(operation.dump.as_ref());
    mode.is_some_and(|mode| mode.reply.is_some())
}

/// The commands that a mode itself says.
pub(super) fn values(mode: &Mode) -> (Option<u8>, Option<u8>) {
    let value = |message: &Option<Located<crate::import::spec::Message>>| message.as_ref()?.value;
    (value(&mode.request), value(&mode.reply))
}
