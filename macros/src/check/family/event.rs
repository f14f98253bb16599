//! `#[event(1, group = EVENTS)] fn created(event: ConnectionEvent);`

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::{Ident, Type};

use super::signature::{check_signature, is_unit, usable};
use super::{Known, TakenBefore, outer};
use crate::check::names::{dashed, nearest};
use crate::check::numbers::{Leading, check_number};
use crate::check::values::{check_alone, check_ident, check_name};
use crate::check::words::{EventWord, Once, check_word};
use crate::errors::Errors;
use crate::model::{Event, Request};
use crate::rules::Rule;
use crate::syntax::args::Word;
use crate::syntax::block::Function;

/// What `#[event(..)]` says.
#[derive(Default)]
struct Words {
    number: Option<(u8, TokenStream)>,
    group: Once<Ident>,
    unicast: Once<()>,
    notify: Once<Ident>,
    name: Once<String>,
    /// A word was refused: what is missing may be what it meant.
    incomplete: bool,
}

/// `None` if it cannot have its constant and its variant.
pub(super) fn check_event(
    function: Function,
    known: &Known,
    taken: &mut TakenBefore,
    errors: &mut Errors,
) -> Option<Event> {
    let words = check_words(&function, errors);
    check_group(&function, &words, known, errors);
    let signature = check_signature(&function, "event", errors);
    let ident = &function.signature.ident;
    if let Some(ty) = &function.signature.output {
        errors.push(
            Rule::EventWithReply,
            ty,
            format!(
                "an event returns nothing; what it tells is its parameter\n\
             help: write `fn {ident}(event: ..);`"
            ),
        );
    }
    let payload = check_payload(&words, signature.argument, known, errors);
    let constant = taken.names.constant(ident, &function.outer, errors);
    let variant = constant
        .as_ref()
        .and_then(|_| taken.names.variant(ident, &function.outer, errors));
    if let (Some((number, tokens)), true) = (&words.number, function.outer.cfg.is_empty()) {
        taken.events.take(
            *number,
            tokens,
            &format!("the event {number}"),
            ident,
            errors,
        );
    }
    let (variant, constant) = (variant?, constant?);
    let name = words.name.into_value().unwrap_or_else(|| dashed(ident));
    (taken.names).take_name("event", &name, ident, &function.outer, errors);
    Some(Event {
        variant,
        constant,
        name,
        number: words.number.map_or(0, |(number, _)| number),
        group: words
            .group
            .into_value()
            .filter(|group| known.constants.iter().any(|known| same(known, group))),
        payload,
        outer: outer(function.outer),
    })
}

/// `r#EVENTS` is `EVENTS`.
fn same(one: &Ident, other: &Ident) -> bool {
    one.unraw() == other.unraw()
}

fn check_words(function: &Function, errors: &mut Errors) -> Words {
    let mut words = Words::default();
    let mut leading = Leading::default();
    let before = errors.count();
    for arg in &function.event.list {
        if let Some(word) = leading.see::<EventWord>(arg, "an event", errors) {
            add_word(&mut words, word, errors);
        }
    }
    words.number = leading.tokens().and_then(|tokens| {
        check_number(tokens, "an event's number", &u8::MAX, errors)
            .map(|number| (number, tokens.clone()))
    });
    words.incomplete = function.event.broken || errors.count() > before;
    if leading.tokens().is_none() && !words.incomplete {
        let sent = words.group.is_set() || words.unicast.is_set();
        let place = ("event", (!sent).then_some("group = .."));
        Leading::report_missing(&function.event, &function.signature.ident, place, errors);
        words.incomplete = true;
    }
    words
}

fn add_word(words: &mut Words, word: &Word, errors: &mut Errors) {
    let ident = &word.ident;
    match check_word::<EventWord>(word, errors) {
        Some(EventWord::Group) => {
            if let Some(group) = check_ident(word, "EVENTS", errors) {
                words.group.set(ident, group, errors);
            }
        }
        Some(EventWord::Unicast) => {
            check_alone(word, errors);
            words.unicast.set(ident, (), errors);
        }
        Some(EventWord::Notify) => {
            if let Some(operation) = check_ident(word, "get_dev", errors) {
                words.notify.set(ident, operation, errors);
            }
        }
        Some(EventWord::Name) => {
            if let Some(name) = check_name(word, errors) {
                words.name.set(ident, name, errors);
            }
        }
        None => {}
    }
}

fn check_group(function: &Function, words: &Words, known: &Known, errors: &mut Errors) {
    let names = known
        .groups
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>();
    if let (Some(unicast), Some(group)) = (words.unicast.word(), words.group.word()) {
        return errors.push_pair(
            Rule::WordsExclusive,
            unicast,
            "`unicast` and `group` exclude each other; keep one",
            group,
            "`group` is here",
        );
    }
    let Some(group) = words.group.get() else {
        if !words.incomplete && !words.unicast.is_set() {
            report_group_missing(&function.signature.ident, names.first(), errors);
        }
        return;
    };
    if known.groups.iter().any(|known| same(known, group)) {
        return;
    }
    let text = group.to_string();
    let help = nearest(&text, names.iter().map(String::as_str)).map_or_else(
        || format!("declare it, with `const {text}: MulticastGroup = \"..\";`"),
        |near| format!("there is `{near}`"),
    );
    errors.push(
        Rule::GroupUnknown,
        group,
        format!("the block has no group `{text}`\nhelp: {help}"),
    );
}

fn report_group_missing(ident: &Ident, group: Option<&String>, errors: &mut Errors) {
    let help = group.map_or_else(
        || {
            "declare the group, with `const EVENTS: MulticastGroup = \"..\";`, and write \
             `group = EVENTS`"
                .to_owned()
        },
        |group| format!("write `group = {group}` behind the number"),
    );
    let message = format!(
        "`{ident}` does not say which group it is sent to\n\
         help: {help}\n\
         help: write `unicast` if it is sent to one socket"
    );
    errors.push(Rule::GroupMissing, ident, message);
}

/// The set that comes with the event.
fn check_payload(
    words: &Words,
    argument: Option<Request>,
    known: &Known,
    errors: &mut Errors,
) -> Option<Type> {
    let Some(operation) = words.notify.get() else {
        return argument.map(|argument| argument.ty);
    };
    if let Some(argument) = argument {
        errors.push_pair(
            Rule::NotifyWithParameter,
            &argument.ty,
            "a notification carries the reply of its operation, and so no set of its own\n\
                 help: write `fn` without a parameter, or take `notify` away",
            operation,
            format!("the reply is that of `{operation}`"),
        );
    }
    let Some((_, reply)) = known
        .operations
        .iter()
        .find(|(name, _)| same(name, operation))
    else {
        if known.events.iter().any(|event| same(event, operation)) {
            let message = format!("`{operation}` is an event, and `notify` names an operation");
            errors.push(Rule::NotifyUnknown, operation, message);
            return None;
        }
        let names = known
            .operations
            .iter()
            .map(|(name, _)| name.to_string())
            .collect::<Vec<_>>();
        let help = nearest(&operation.to_string(), names.iter().map(String::as_str)).map_or_else(
            || "name the `fn` of an operation".to_owned(),
            |near| format!("there is `{near}`"),
        );
        errors.push(
            Rule::NotifyUnknown,
            operation,
            format!("the block has no operation `{operation}`\nhelp: {help}"),
        );
        return None;
    };
    let reply = reply.clone().filter(|ty| !is_unit(ty));
    if reply.is_none() {
        errors.push(
            Rule::NotifyWithoutReply,
            operation,
            format!(
                "`{operation}` has no reply that a notification could carry\n\
                 help: name an operation with `-> Reply`, or write `fn` with a parameter in place \
                 of `notify`"
            ),
        );
    }
    reply.and_then(|reply| usable(&reply))
}
