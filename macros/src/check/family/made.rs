//! The types that the block generates, whose names its sets cannot have.

use syn::{Ident, Type};

use super::signature::set_of;
use crate::check::types::path;
use crate::errors::Errors;
use crate::model::{Event, Operation};
use crate::rules::Rule;
use crate::syntax::block::Function;

/// Reports sets with the name of a generated type, and returns whether the enum of events can have its name.
pub(super) fn check_made(
    family: &Ident,
    operations: &[Function],
    events: &[Function],
    errors: &mut Errors,
) -> bool {
    let event = format!("{family}Event");
    let mut free = !events.is_empty();
    for ty in operations.iter().chain(events).flat_map(types) {
        let Some(ident) = path(ty).and_then(syn::Path::get_ident) else {
            continue;
        };
        let what = if ident == family {
            "client"
        } else if *ident == event && !events.is_empty() {
            free = false;
            "enum of events"
        } else {
            continue;
        };
        let message = format!(
            "the generated {what} is already called `{ident}`\nhelp: rename the attribute set"
        );
        errors.push(Rule::TypeDuplicate, ident, message);
    }
    free
}

/// Removes the types that are not sets from the operation.
pub(super) fn clear_operation(mut operation: Operation, family: &Ident) -> Operation {
    operation.request = operation
        .request
        .filter(|request| !names(&request.ty, family));
    operation.reply = operation.reply.filter(|ty| !names(ty, family));
    operation
}

pub(super) fn clear_event(mut event: Event, family: &Ident) -> Event {
    event.payload = event.payload.filter(|ty| !names(ty, family));
    event
}

fn names(ty: &Type, family: &Ident) -> bool {
    path(ty).is_some_and(|path| path.is_ident(family))
}

fn types(function: &Function) -> Vec<&Type> {
    let signature = &function.signature;
    let parameters = signature.parameters.iter();
    let inputs = parameters
        .filter(|parameter| !parameter.is_self())
        .filter_map(|parameter| Some(&parameter.ty.as_ref()?.1));
    inputs
        .chain(signature.output.as_ref().map(set_of))
        .collect()
}
