//! The line that each constant's doc comment ends with.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Event, Mode, Operation, Outer, Permission};

/// The author's own comment, and `line` as a paragraph behind it.
pub(super) fn with_line(outer: &Outer, line: &str) -> TokenStream {
    let (own, line) = (&outer.doc_tokens, format!(" {line}"));
    if own.is_empty() {
        return quote!(#[doc = #line]);
    }
    quote!(#own #[doc = ""] #[doc = #line])
}

pub(super) fn operation(operation: &Operation) -> String {
    let Operation { number, name, .. } = operation;
    let mode = match operation.mode {
        Mode::Do if operation.multi => "do with several replies",
        Mode::Do => "do",
        Mode::Dump => "dump",
    };
    let reply = match operation.reply_number {
        Some(reply) => format!(", answered by {reply}"),
        None => String::new(),
    };
    let permission = match operation.permission {
        Permission::None => "",
        Permission::Admin => "; needs `CAP_NET_ADMIN`",
        Permission::NamespaceAdmin => {
            "; needs `CAP_NET_ADMIN` in the user namespace of the network namespace"
        }
    };
    format!("Operation {number} (`{name}`), a {mode}{reply}{permission}.")
}

pub(super) fn event(event: &Event) -> String {
    let Event { number, name, .. } = event;
    match &event.group {
        Some(group) => format!("Event {number} (`{name}`), sent to [`{group}`](Self::{group})."),
        None => format!("Event {number} (`{name}`)."),
    }
}
