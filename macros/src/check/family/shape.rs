//! `#[op(16, shape_of = zero)]`: another request of the same command.

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::{Ident, Type};

use super::Known;
use crate::check::names::{same, similar};
use crate::errors::Errors;
use crate::model::Mode;
use crate::rules::Rule;

/// What other operations need to know of an operation.
pub(super) struct Shape {
    pub(super) ident: Ident,
    pub(super) mode: Mode,
    pub(super) number: Option<(u8, TokenStream)>,
    /// The fixed header of its messages.
    pub(super) header: Option<Type>,
}

/// Checks that the operation `of` is above, has the same number, and is a do or a dump as this one is.
pub(super) fn check_shape(
    of: &Ident,
    shape: &Shape,
    above: &[Shape],
    known: &Known,
    errors: &mut Errors,
) {
    let ident = &shape.ident;
    let Some(first) = above.iter().find(|shape| same(&shape.ident, of)) else {
        return report_not_above(of, ident, known, errors);
    };
    if first.mode != shape.mode {
        let (kind, other) = (kind(shape.mode), kind(first.mode));
        let message = format!(
            "`{ident}` is a {kind}, but `{of}` is a {other}\n\
             help: remove `shape_of`: a do and a dump may have the same number"
        );
        return errors.push(Rule::ShapeMisfit, of, message);
    }
    let (Some((number, tokens)), Some((expected, original))) = (&shape.number, &first.number)
    else {
        return;
    };
    if number != expected {
        errors.push_pair(
            Rule::ShapeMisfit,
            tokens,
            format!(
                "expected {expected}, the number of `{of}`, found {number}\n\
                 help: write `{expected}`, or remove `shape_of`"
            ),
            original,
            format!("`{of}` has the number {expected}"),
        );
    }
}

fn report_not_above(of: &Ident, ident: &Ident, known: &Known, errors: &mut Errors) {
    let message = if same(of, ident) {
        "`shape_of` cannot name its own operation\n\
         help: write the name of the other operation, or remove `shape_of`"
            .to_owned()
    } else if known.operations.iter().any(|(name, _)| same(name, of)) {
        format!("`shape_of` must name an operation above it\nhelp: move `{ident}` below `{of}`")
    } else {
        let others = known.operation_names().into_iter();
        let others = others.filter(|name| ident.unraw() != name);
        let help = similar(of, "an operation", &others.collect::<Vec<_>>())
            .unwrap_or_else(|| "write the name of an operation above it".to_owned());
        format!("unknown operation `{of}`\nhelp: {help}")
    };
    errors.push(Rule::ShapeUnknown, of, message);
}

/// Returns the word for an operation in messages.
pub(super) const fn kind(mode: Mode) -> &'static str {
    match mode {
        Mode::Do => "do",
        Mode::Dump => "dump",
    }
}
