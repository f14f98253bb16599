//! `header = Type`: what it makes of the types of the block.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Path, Type};

use super::head::Head;
use super::signature::set_of;
use crate::check::types::inside;
use crate::check::values::check_type;
use crate::errors::Errors;
use crate::model::{Event, Operation, Request};
use crate::syntax::args::Word;

/// The type that `header` names.
pub(super) fn check_header(word: &Word, errors: &mut Errors) -> Option<Type> {
    let what = "a struct of `zerocopy`, which comes before the attributes";
    check_type(word, "Header", what, errors)
}

/// Every request has the header, be it without attributes, and every reply; an acknowledgement has
/// none.
pub(super) fn wrap_operation(mut operation: Operation, head: &Head) -> Operation {
    let Some(header) = &head.header else {
        return operation;
    };
    let (ident, ty) = match operation.request {
        Some(Request { ident, ty }) => (ident, Some(ty)),
        None => (Ident::new("request", operation.method.span()), None),
    };
    let ty = wrap(&head.krate, header, ty.as_ref(), &operation.method);
    operation.request = Some(Request { ident, ty });
    let reply = operation.reply.take();
    operation.reply = reply.map(|reply| {
        let set = set_of(&reply);
        let wrapped = wrap(&head.krate, header, Some(set), set);
        if inside(&reply, "Option").is_none() {
            return wrapped;
        }
        Type::Verbatim(quote_spanned!(reply.span()=> ::core::option::Option<#wrapped>))
    });
    operation
}

/// So has every event.
pub(super) fn wrap_event(mut event: Event, head: &Head) -> Event {
    if let Some(header) = &head.header {
        let payload = event.payload.take();
        event.payload = Some(wrap(&head.krate, header, payload.as_ref(), &event.variant));
    }
    event
}

fn wrap(krate: &Path, header: &Type, ty: Option<&Type>, place: &impl Spanned) -> Type {
    let span = ty.map_or_else(|| place.span(), Spanned::span);
    let attributes = ty.map_or_else(|| quote_spanned!(span=> ()), ToTokens::to_token_stream);
    // The whole lies where the type does, for rustc to point at.
    let krate = krate.to_token_stream().into_iter().map(|mut tree| {
        tree.set_span(span);
        tree
    });
    let krate = krate.collect::<TokenStream>();
    Type::Verbatim(quote_spanned!(span=> #krate::WithHeader<#header, #attributes>))
}
