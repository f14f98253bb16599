//! What the documentation says of an item beside its author's own words.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Type;

use crate::expand::docs::{brief, for_rustdoc, shown};
use crate::model::{Event, Family, Mode, Operation, Permission};

/// The author's own comment, and `line` as a paragraph after it.
///
/// After words of the author's it is there for rustdoc alone, and costs a build nothing.
pub(super) fn with_line(own: &TokenStream, line: &str) -> TokenStream {
    if own.is_empty() {
        let line = format!(" {line}");
        return quote!(#[doc = #line]);
    }
    let line = for_rustdoc(&format!("\n\n{line}"));
    quote!(#own #line)
}

/// Above the client, if its author wrote nothing.
pub(super) fn client(family: &Family) -> TokenStream {
    let own = &family.outer.doc_tokens;
    if own.is_empty() {
        let line = format!("The client of the family `{}`.", family.name);
        return with_line(own, &line);
    }
    own.clone()
}

/// Above the methods. What they return is hard to read from their signatures.
pub(super) fn operations(family: &Family) -> TokenStream {
    let krate = shown(&family.krate);
    for_rustdoc(&format!(
        "The operations. With a blocking [`Client`]({krate}::Client), each operation returns a \
         `Result` with its reply, or with the [`Replies`]({krate}::Replies) of a dump. With an async \
         client, it returns a future of that `Result`."
    ))
}

/// Above the constants.
pub(super) fn constants(family: &Family) -> TokenStream {
    let krate = shown(&family.krate);
    let listen = if family.listens {
        " [`listen`](Self::listen) takes multicast groups."
    } else {
        ""
    };
    for_rustdoc(&format!(
        "The family, its multicast groups, its operations and its events, as constants. \
         [`Client::call`]({krate}::Client::call) and [`Client::dump`]({krate}::Client::dump) take \
         an operation.{listen}"
    ))
}

/// Above a method, which leaves the details to its constant.
pub(super) fn method(family: &Family, operation: &Operation) -> TokenStream {
    let (number, client, constant) = (operation.number, &family.ident, &operation.constant);
    let reply = operation.reply.as_ref();
    let reply = reply.map_or_else(|| "()".to_owned(), brief);
    let reply = match operation.mode {
        Mode::Do if !operation.multi => reply,
        Mode::Do | Mode::Dump => format!("Replies<{reply}>"),
    };
    let returned = format!("Returns `Result<{reply}, Error>` with a blocking client.");
    let permission = permission(operation);
    let sent =
        format!("Sends operation {number}, [`{constant}`]({client}::{constant}).{permission}");
    let own = &operation.outer.doc_tokens;
    let line = if own.is_empty() {
        format!("{sent} {returned}")
    } else {
        format!("{returned} {sent}")
    };
    with_line(own, &line)
}

/// Number, name and mode of an operation, what it takes and returns, and who may send it.
pub(super) fn operation(operation: &Operation) -> String {
    let Operation { number, name, .. } = operation;
    let (mode, count) = match operation.mode {
        Mode::Do if operation.multi => ("do", "several "),
        Mode::Do => ("do", ""),
        Mode::Dump => ("dump", "any number of "),
    };
    let request = operation.request.as_ref().map(|request| &request.ty);
    let request = type_or(request, "no attributes");
    let returned = match &operation.reply {
        Some(reply) => format!("returns {count}`{}`", brief(reply)),
        None => "is acknowledged".to_owned(),
    };
    let command = match operation.reply_number {
        Some(reply) => format!(" The reply has the command {reply}."),
        None => String::new(),
    };
    let permission = permission(operation);
    let lax = if operation.lax {
        " The kernel validates it liberally."
    } else {
        ""
    };
    format!(
        "Operation {number}, `{name}`: a {mode} that takes {request} and {returned}.{command}{permission}{lax}"
    )
}

fn permission(operation: &Operation) -> &'static str {
    match operation.permission {
        Permission::None => "",
        Permission::Admin => " Needs `CAP_NET_ADMIN` in the initial user namespace.",
        Permission::NamespaceAdmin => {
            " Needs `CAP_NET_ADMIN` in the user namespace of the network namespace."
        }
    }
}

fn type_or(ty: Option<&Type>, nothing: &str) -> String {
    ty.map_or_else(|| nothing.to_owned(), |ty| format!("`{}`", brief(ty)))
}

/// Above the constant of an event.
pub(super) fn event(event: &Event) -> String {
    let sent = sent(event, "Self");
    let payload = type_or(event.payload.as_ref(), "no attributes");
    format!("{sent}. Carries {payload}.")
}

/// Above the variant of an event, which shows what it carries.
pub(super) fn variant(family: &Family, event: &Event) -> TokenStream {
    let sent = sent(event, &family.ident.to_string());
    with_line(&event.outer.doc_tokens, &format!("{sent}."))
}

/// Number and name of an event, and where it is sent.
fn sent(event: &Event, client: &str) -> String {
    let Event { number, name, .. } = event;
    let groups = event.groups.iter();
    let mut places = groups
        .map(|group| format!("[`{group}`]({client}::{group})"))
        .collect::<Vec<_>>();
    if event.unicast || places.is_empty() {
        places.push("a single socket".to_owned());
    }
    let places = places.join(" and to ");
    format!("Event {number}, `{name}`, sent to {places}")
}
