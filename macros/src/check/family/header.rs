//! `header = Type`: the fixed header, and the types of requests, replies and events with it.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Path, Type};

use super::signature::{is_unit, set_of};
use crate::check::types::inside;
use crate::check::values::check_type;
use crate::check::words::Once;
use crate::errors::Errors;
use crate::model::{Event, Operation, Request};
use crate::rules::Rule;
use crate::syntax::args::{Word, WordValue};

/// Returns the type in `header = Type`.
pub(super) fn check_header(word: &Word, errors: &mut Errors) -> Option<Type> {
    let what = "the type of the C struct before the attributes";
    check_type(word, "Header", what, errors)
}

/// Sets the header of one operation or event: a type, or `None` for `header = ()` in a family with a header.
pub(super) fn add_own_header(
    word: &Word,
    of_family: Option<&Type>,
    header: &mut Once<Option<Type>>,
    errors: &mut Errors,
) {
    let value = match &word.value {
        WordValue::Assigned(value) => syn::parse2::<Type>(value.clone()).ok(),
        WordValue::None | WordValue::List(_) => None,
    };
    if !value.is_some_and(|ty| is_unit(&ty)) {
        if let Some(ty) = check_header(word, errors) {
            header.set(&word.ident, Some(ty), errors);
        }
        return;
    }
    if of_family.is_none() {
        let message =
            "`header = ()` has no effect: the family has no fixed header\nhelp: remove it";
        errors.push(Rule::HeaderUnused, &word.ident, message);
    }
    header.set(&word.ident, None, errors);
}

/// Adds the header to the types of an operation. Every reply and every request has the header, even a request without
/// attributes; an acknowledgement has none.
pub(super) fn wrap_operation(
    mut operation: Operation,
    header: Option<&Type>,
    krate: &Path,
) -> Operation {
    let Some(header) = header else {
        return operation;
    };
    let (ident, ty) = match operation.request {
        Some(Request { ident, ty }) => (ident, Some(ty)),
        None => (Ident::new("request", operation.method.span()), None),
    };
    let ty = wrap(krate, header, ty.as_ref(), &operation.method);
    operation.request = Some(Request { ident, ty });
    let reply = operation.reply.take();
    operation.reply = reply.map(|reply| {
        let set = set_of(&reply);
        let wrapped = wrap(krate, header, Some(set), set);
        if inside(&reply, "Option").is_none() {
            return wrapped;
        }
        Type::Verbatim(quote_spanned!(reply.span()=> ::core::option::Option<#wrapped>))
    });
    operation
}

/// Adds the header to the type of an event.
pub(super) fn wrap_event(mut event: Event, header: Option<&Type>, krate: &Path) -> Event {
    if let Some(header) = header {
        let payload = event.payload.take();
        event.payload = Some(wrap(krate, header, payload.as_ref(), &event.variant));
    }
    event
}

fn wrap(krate: &Path, header: &Type, ty: Option<&Type>, place: &impl Spanned) -> Type {
    let span = ty.map_or_else(|| place.span(), Spanned::span);
    let attributes = ty.map_or_else(|| quote_spanned!(span=> ()), ToTokens::to_token_stream);
    // All tokens have the place of the type, so that rustc points at the type.
    let krate = krate.to_token_stream().into_iter().map(|mut tree| {
        tree.set_span(span);
        tree
    });
    let krate = krate.collect::<TokenStream>();
    Type::Verbatim(quote_spanned!(span=> #krate::WithHeader<#header, #attributes>))
}
