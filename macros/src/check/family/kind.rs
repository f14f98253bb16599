//! Which items are operations, and which are events.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::{Attribute, Ident, LitInt, Meta};

use super::head::check_hidden;
use crate::check::values::check_misplaced;
use crate::check::words::{EventWord, OpWord, Vocabulary};
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::args::Arg;
use crate::syntax::block::Function;

/// Sorts a `fn` into operations and events. One that is neither becomes an operation, so that its users find it.
pub(super) fn check_kind(
    mut function: Function,
    operations: &mut Vec<Function>,
    events: &mut Vec<Function>,
    errors: &mut Errors,
) {
    let before = errors.count();
    check_misplaced(
        &function.misplaced,
        ("on a `fn`", "on the trait"),
        "write `#[op(..)]` or `#[event(..)]`",
        errors,
    );
    check_hidden(&function.hidden, "`fn`s", errors);
    if report_words(&function, errors) {
        function.outer.others = TokenStream::new();
    }
    let ident = &function.signature.ident;
    match (&function.op.attribute, &function.event.attribute) {
        (None, Some(_)) => return events.push(function),
        (Some(_), None) => {}
        (Some(op), Some(event)) => errors.push_pair(
            Rule::FnMarkedTwice,
            event,
            format!(
                "`{ident}` cannot be both an operation and an event\n\
                 help: write another `fn` for the event"
            ),
            op,
            "declared as an operation here",
        ),
        (None, None) => {
            if errors.count() == before && !report_misspelt(&function.foreign, errors) {
                report_unmarked(ident, errors);
            }
            // The attribute was reported: rustc must not report it again.
            function.outer.others = TokenStream::new();
            function.op.broken = true;
        }
    }
    operations.push(function);
}

fn report_unmarked(ident: &Ident, errors: &mut Errors) {
    errors.push(
        Rule::FnUnmarked,
        ident,
        format!(
            "missing `#[op(..)]` or `#[event(..)]` on `{ident}`\n\
             help: write `#[op(1)]` or `#[event(1, group = ..)]` above it, with the number of the \
             command from the kernel's header"
        ),
    );
}

/// Reports `#[operation(1)]` and `#[dump(3)]`: an attribute with a number, or with the name of a word, is meant as one of
/// ours.
fn report_misspelt(foreign: &[Attribute], errors: &mut Errors) -> bool {
    let numbered = |attribute: &Attribute| match &attribute.meta {
        Meta::List(list) => list.parse_args_with(starts_with_number).is_ok(),
        _ => false,
    };
    let meant = foreign
        .iter()
        .find(|it| numbered(it) || word_of(it, &OpWord::names()).is_some());
    if let Some(attribute) = meant {
        errors.push(
            Rule::AttributeUnknown,
            attribute.path(),
            "unknown attribute on an operation or event\n\
             help: write `#[op(1)]`, `#[op(1, dump)]` or `#[event(1, group = ..)]`",
        );
    }
    meant.is_some()
}

fn word_of<'a>(attribute: &'a Attribute, names: &[&str]) -> Option<&'a Ident> {
    let ident = attribute.path().get_ident()?;
    names.iter().any(|name| ident == name).then_some(ident)
}

/// Reports the word in `#[op(1)] #[dump]`, and returns whether there was one.
fn report_words(function: &Function, errors: &mut Errors) -> bool {
    let before = errors.count();
    let (place, args, names) = if function.event.attribute.is_some() {
        (EventWord::PLACE, &function.event, EventWord::names())
    } else {
        (OpWord::PLACE, &function.op, OpWord::names())
    };
    if args.attribute.is_none() {
        return false;
    }
    for attribute in &function.foreign {
        let Some(word) = word_of(attribute, &names) else {
            continue;
        };
        let name = word.to_string();
        let word = match &attribute.meta {
            Meta::Path(_) => name.clone(),
            Meta::List(list) => format!("{word} = {}", list.tokens),
            Meta::NameValue(value) => format!("{word} = {}", value.value.to_token_stream()),
        };
        let words = args
            .list
            .iter()
            .map(Arg::shown)
            .chain([word])
            .collect::<Vec<_>>();
        let whole = place.replace("..", &words.join(", "));
        let message =
            format!("`{name}` is a word of `{place}`, not an attribute\nhelp: write `{whole}`");
        errors.push(Rule::AttributeUnknown, attribute, message);
    }
    errors.count() > before
}

fn starts_with_number(input: ParseStream<'_>) -> syn::Result<()> {
    input.parse::<LitInt>()?;
    input.parse::<TokenStream>().map(drop)
}

pub(super) fn report_stray(tokens: &TokenStream, errors: &mut Errors) {
    let mut trees = tokens.clone().into_iter();
    let (first, second) = (trees.next(), trees.next());
    let found = match &first {
        Some(TokenTree::Group(_)) | None => String::new(),
        Some(first) => format!(", found `{first}`"),
    };
    let help = match (&first, second) {
        (Some(TokenTree::Ident(keyword)), _) if keyword == "static" || keyword == "let" => {
            "write `const NAME: MulticastGroup = \"..\";` for a multicast group".to_owned()
        }
        (Some(TokenTree::Ident(name)), Some(TokenTree::Group(group)))
            if group.delimiter() == Delimiter::Parenthesis =>
        {
            format!("write `fn` before `{name}`")
        }
        _ => "move it out of the block".to_owned(),
    };
    let message = format!("expected a `const` or a `fn`{found}\nhelp: {help}");
    errors.push(Rule::ItemStray, first.to_token_stream(), message);
}
