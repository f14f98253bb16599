//! What the documentation says of an item beside its author's own words.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use crate::expand::docs::shown;
use crate::model::{Event, Family, Mode, Operation, Permission};

/// The author's own comment, and `line` as a paragraph behind it.
///
/// Behind words of the author's it is there for rustdoc alone, and costs a build nothing.
pub(super) fn with_line(own: &TokenStream, line: &str) -> TokenStream {
    if own.is_empty() {
        let line = format!(" {line}");
        return quote!(#[doc = #line]);
    }
    let line = format!("\n\n{line}");
    quote!(#own #[cfg_attr(doc, doc = #line)])
}

/// Above a method, which leaves the details to its constant.
pub(super) fn method(family: &Family, operation: &Operation) -> TokenStream {
    let (number, client, constant) = (operation.number, &family.ident, &operation.constant);
    with_line(
        &operation.outer.doc_tokens,
        &format!("Operation {number}: [`{constant}`]({client}::{constant})."),
    )
}

/// Number, name and mode of an operation, what it takes and is answered by, and who may ask.
pub(super) fn operation(operation: &Operation) -> String {
    let Operation { number, name, .. } = operation;
    let mode = match operation.mode {
        Mode::Do if operation.multi => "do with several replies",
        Mode::Do => "do",
        Mode::Dump => "dump",
    };
    let request = operation.request.as_ref().map(|request| &request.ty);
    let request = type_or(request, "no attributes");
    let reply = type_or(operation.reply.as_ref(), "an acknowledgement alone");
    let command = match operation.reply_number {
        Some(reply) => format!(" (command {reply})"),
        None => String::new(),
    };
    let permission = match operation.permission {
        Permission::None => "",
        Permission::Admin => " Needs `CAP_NET_ADMIN` in the initial user namespace.",
        Permission::NamespaceAdmin => {
            " Needs `CAP_NET_ADMIN` in the user namespace of the network namespace."
        }
    };
    let lax = if operation.lax {
        " Validated liberally."
    } else {
        ""
    };
    format!(
        "Operation {number} (`{name}`), a {mode}: takes {request}, answered by {reply}{command}.\
         {permission}{lax}"
    )
}

fn type_or(ty: Option<&Type>, nothing: &str) -> String {
    ty.map_or_else(|| nothing.to_owned(), |ty| format!("`{}`", shown(ty)))
}

pub(super) fn event(event: &Event) -> String {
    let Event { number, name, .. } = event;
    let groups = event.groups.iter();
    let mut places = groups
        .map(|group| format!("[`{group}`](Self::{group})"))
        .collect::<Vec<_>>();
    if event.unicast || places.is_empty() {
        places.push("one socket".to_owned());
    }
    let sent = places.join(" and to ");
    let payload = type_or(event.payload.as_ref(), "no attributes");
    format!("Event {number} (`{name}`), sent to {sent}: {payload}.")
}
