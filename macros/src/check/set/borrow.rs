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
            "a field must borrow for a lifetime of its struct\n\
             help: write `'a`, and declare it after the name of the struct: `<'a>`",
        );
    }
    if let Some(lifetime) = lifetime(ty, |name| name == "static") {
        errors.push(
            Rule::TypeStatic,
            lifetime,
            "a field cannot borrow for `'static`: a message is received into a buffer\n\
             help: write a lifetime `'a` of the struct, or a type that owns the value",
        );
    }
}
