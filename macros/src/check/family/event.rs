//! `#[event(1, group = EVENTS)] fn created(event: ConnectionEvent);`

use proc_macro2::TokenStream;
use syn::{Ident, Type};

use super::header::{add_own_header, wrap_event};
use super::made::clear_event;
use super::sent::{self, Sent};
use super::signature::{check_signature, is_unit, usable};
use super::{Earlier, Known, outer};
use crate::check::names::{dashed, same, similar};
use crate::check::numbers::{Leading, check_number};
use crate::check::sentences::expected_word;
use crate::check::types::shown;
use crate::check::values::{check_alone, check_ident, check_name};
use crate::check::words::{EventWord, Once, Vocabulary, check_word};
use crate::errors::Errors;
use crate::model::{Event, Request};
use crate::rules::Rule;
use crate::syntax::args::{Word, WordValue};
use crate::syntax::block::Function;

/// The values of the words in `#[event(..)]`.
#[derive(Default)]
struct Words {
    number: Option<(u8, TokenStream)>,
    sent: Sent,
    notify: Once<Ident>,
    /// `Some(None)` for `header = ()`.
    header: Once<Option<Type>>,
    name: Once<String>,
    /// A word was refused, which may be the one that seems to be missing.
    incomplete: bool,
}

/// Returns `None` if the event cannot have its constant and its variant.
pub(super) fn check_event(
    function: Function,
    known: &Known,
    earlier: &mut Earlier,
    errors: &mut Errors,
) -> Option<Event> {
    let words = check_words(&function, known, errors);
    if !words.incomplete && !words.sent.is_set() {
        let ident = &function.signature.ident;
        sent::report_missing(ident, known.groups.first(), errors);
    }
    words.sent.check_groups(known, errors);
    let signature = check_signature(&function, "event", errors);
    let ident = &function.signature.ident;
    if let Some(ty) = &function.signature.output {
        errors.push(
            Rule::EventWithReply,
            ty,
            format!(
                "an event cannot have a reply type\n\
                 help: write the attribute set as the type of the parameter: `fn {ident}(event: {});`",
                shown(ty)
            ),
        );
    }
    let payload = check_payload(&words, signature.argument, known, errors);
    let constant = earlier.names.constant(ident, &function.outer, errors);
    let variant = constant
        .as_ref()
        .and_then(|_| earlier.names.variant(ident, &function.outer, errors));
    if let (Some((number, tokens)), true) = (&words.number, function.outer.cfg.is_empty()) {
        let value = format!("number {number}");
        let what = (&*format!("event {value}"), &*value);
        earlier.events.add(*number, tokens, what, ident, errors);
    }
    let header = find_header(&words, known, earlier);
    earlier.needs_zerocopy(words.header.word(), header.as_ref());
    let (variant, constant) = (variant?, constant?);
    let name = words.name.into_value().unwrap_or_else(|| dashed(ident));
    (earlier.names).add_name("event", &name, ident, &function.outer, errors);
    let event = Event {
        variant,
        constant,
        name,
        number: words.number.map_or(0, |(number, _)| number),
        unicast: words.sent.unicast.is_set(),
        notify: words.notify.into_value(),
        groups: words.sent.into_groups(known),
        payload,
        outer: outer(function.outer),
    };
    let event = clear_event(event, &known.family);
    Some(wrap_event(event, header.as_ref(), &known.head.krate))
}

/// Returns the fixed header of the event. A notification has that of its operation.
fn find_header(words: &Words, known: &Known, earlier: &Earlier) -> Option<Type> {
    if let Some(own) = words.header.get() {
        return own.clone();
    }
    let operation = words.notify.get().and_then(|operation| {
        let mut operations = earlier.shapes.iter();
        operations.find(|shape| same(&shape.ident, operation))
    });
    match operation {
        Some(operation) => operation.header.clone(),
        None => known.head.header().cloned(),
    }
}

fn check_words(function: &Function, known: &Known, errors: &mut Errors) -> Words {
    let mut words = Words::default();
    let mut leading = Leading::default();
    let before = errors.count();
    for arg in &function.event.list {
        if let Some(word) = leading.see::<EventWord>(arg, "event", errors) {
            add_word(&mut words, word, known, errors);
        }
    }
    words.number = leading.tokens().and_then(|tokens| {
        check_number(tokens, "the number of an event", &u8::MAX, errors)
            .map(|number| (number, tokens.clone()))
    });
    words.incomplete = function.event.broken || errors.count() > before;
    if leading.tokens().is_none() && !words.incomplete {
        let said = words.sent.is_set();
        let (ident, more) = (&function.signature.ident, (!said).then_some("group = .."));
        Leading::report_missing::<EventWord>(&function.event, ident, "event", more, errors);
        words.incomplete = true;
    }
    words
}

fn add_word(words: &mut Words, word: &Word, known: &Known, errors: &mut Errors) {
    let ident = &word.ident;
    if matches!(word.value, WordValue::None) && known.groups.iter().any(|group| same(group, ident))
    {
        let message = expected_word(EventWord::PLACE, format!("group = {ident}"));
        return errors.push(Rule::WordExpected, ident, message);
    }
    match check_word::<EventWord>(word, errors) {
        Some(EventWord::Group) => {
            words.sent.add_groups(word, known, errors);
        }
        Some(EventWord::Unicast) => {
            check_alone(word, errors);
            words.sent.unicast.set(ident, (), errors);
        }
        Some(EventWord::Notify) => {
            if let Some(operation) = check_ident(
                word,
                "an operation of this block",
                &known.operation_names(),
                errors,
            ) {
                words.notify.set(ident, operation, errors);
            }
        }
        Some(EventWord::Header) => {
            add_own_header(word, known.head.header(), &mut words.header, errors);
        }
        Some(EventWord::Name) => {
            if let Some(name) = check_name(word, errors) {
                words.name.set(ident, name, errors);
            }
        }
        None => {}
    }
}

/// Returns the attribute set that the event carries.
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
            format!(
                "an event with `notify` cannot have a parameter: it carries the reply of `{operation}`\n\
                 help: remove the parameter, or `notify = {operation}`"
            ),
            operation,
            "`notify` is used here",
        );
    }
    let mut operations = known.operations.iter();
    let Some((_, reply)) = operations.find(|(name, _)| same(name, operation)) else {
        report_unknown(operation, known, errors);
        return None;
    };
    let reply = reply.clone().filter(|ty| !is_unit(ty));
    if reply.is_none() {
        errors.push(
            Rule::NotifyWithoutReply,
            operation,
            format!(
                "`notify` needs an operation with a reply, and `{operation}` has none\n\
                 help: write the name of an operation with a reply\n\
                 help: write a parameter in place of `notify` if the event has an attribute set of its own"
            ),
        );
    }
    reply.and_then(|reply| usable(&reply))
}

fn report_unknown(operation: &Ident, known: &Known, errors: &mut Errors) {
    let message = if known.events.iter().any(|event| same(event, operation)) {
        format!(
            "`{operation}` is an event, not an operation\n\
             help: write the name of the operation whose reply this event carries"
        )
    } else {
        let help = "write the name of an operation of this block".to_owned();
        let help = similar(operation, "an operation", &known.operation_names()).unwrap_or(help);
        format!("unknown operation `{operation}`\nhelp: {help}")
    };
    errors.push(Rule::NotifyUnknown, operation, message);
}
