//! The lifetimes of borrowed fields.

use syn::Type;

use crate::check::types::lifetime;
use crate::errors::Errors;
use crate::rules::Rule;

pub(super) fn check_lifetimes(ty: &Type, errors: &mut Errors) {
    if let Some(lifetime) = lifetime(ty, |name| name == "_") {
        errors.push(
            Rule::LifetimeUnnamed,
            lifetime,
            "a borrowed field needs a named lifetime\n\
             help: write `'a`, and declare it after the name of the struct: `<'a>`",
        );
    }
    if let Some(lifetime) = lifetime(ty, |name| name == "static") {
        errors.push(
            Rule::TypeStatic,
            lifetime,
            "a field cannot have the lifetime `'static`: it borrows from the received message\n\
             help: write a lifetime `'a` of the struct, or an owned type such as `String`",
        );
    }
}
