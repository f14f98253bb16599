//! For how long a field borrows.

use syn::Type;

use crate::check::types::lifetime;
use crate::errors::Errors;
use crate::rules::Rule;

pub(super) fn check_lifetimes(ty: &Type, errors: &mut Errors) {
    if let Some(lifetime) = lifetime(ty, |name| name == "_") {
        errors.push(
            Rule::LifetimeUnnamed,
            lifetime,
            "a field borrows for a lifetime of its struct\n\
             help: write `'a`, and declare it behind the name of the struct: `<'a>`",
        );
    }
    if let Some(lifetime) = lifetime(ty, |name| name == "static") {
        errors.push(
            Rule::TypeStatic,
            lifetime,
            "a message does not live for `'static`\n\
                 help: give the struct a lifetime `'a` and borrow for that, or own the value",
        );
    }
}
