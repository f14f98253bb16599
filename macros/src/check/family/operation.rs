//! `#[op(3, dump)] fn dump_addrs(request: DumpAddrs) -> EndpointReply;`

use proc_macro2::TokenStream;
use syn::{Ident, Type};

use super::header::{add_own_header, wrap_operation};
use super::made::clear_operation;
use super::names::check_method;
use super::shape::{Shape, check_shape, kind};
use super::signature::{check_signature, is_unit, set_of};
use super::{Earlier, Known, mode_key, outer};
use crate::check::names::dashed;
use crate::check::numbers::{Leading, check_assigned_number, check_number};
use crate::check::types::inside;
use crate::check::values::{check_alone, check_ident, check_name};
use crate::check::words::{Once, OpWord, check_word};
use crate::errors::Errors;
use crate::model::{Mode, Operation, Permission};
use crate::rules::Rule;
use crate::syntax::args::{Word, WordValue};
use crate::syntax::block::Function;

/// The values of the words in `#[op(..)]`.
#[derive(Default)]
struct Words {
    number: Option<(u8, TokenStream)>,
    /// `dump`, or `multi` for a do with several replies.
    replies: Once<Mode>,
    reply: Once<u8>,
    permission: Once<Permission>,
    lax: Once<()>,
    /// `Some(None)` for `header = ()`.
    header: Once<Option<Type>>,
    /// `Some(None)` if the value was refused.
    shape_of: Once<Option<Ident>>,
    name: Once<String>,
}

impl Words {
    /// Returns the fixed header of the messages.
    fn header(&self, known: &Known) -> Option<Type> {
        match self.header.get() {
            Some(own) => own.clone(),
            None => known.head.header().cloned(),
        }
    }
}

/// Returns `None` if the operation cannot have its constant and its method. With other mistakes it keeps them, so that
/// rustc finds them.
pub(super) fn check_operation(
    function: Function,
    known: &Known,
    earlier: &mut Earlier,
    errors: &mut Errors,
) -> Option<Operation> {
    let words = check_words(&function, known, errors);
    let signature = check_signature(&function, "request", errors);
    let ident = &function.signature.ident;
    let mode = words.replies.get().copied().unwrap_or(Mode::Do);
    let reply = signature.output.filter(|ty| !is_unit(ty));
    // `check_optional` refuses the `Option`.
    let reply = if words.replies.is_set() {
        reply.map(|ty| set_of(&ty).clone())
    } else {
        reply
    };
    check_reply(&function, &words, errors);
    check_optional(&function, &words, errors);
    let free = check_method(ident, errors);
    let constant = earlier.names.constant(ident, &function.outer, errors);
    let header = words.header(known);
    earlier.needs_zerocopy(words.header.word(), header.as_ref());
    add_number(&function, &words, (known, earlier), errors);
    let constant = constant.filter(|_| free)?;
    let name = words.name.into_value().unwrap_or_else(|| dashed(ident));
    (earlier.names).add_name(kind(mode), &name, ident, &function.outer, errors);
    let operation = Operation {
        constant,
        name,
        number: words.number.map_or(0, |(number, _)| number),
        mode,
        multi: words.replies.is_set() && mode == Mode::Do,
        request: signature.argument,
        reply,
        reply_number: words.reply.into_value(),
        shape_of: words.shape_of.into_value().flatten(),
        permission: words.permission.into_value().unwrap_or(Permission::None),
        lax: words.lax.is_set(),
        method: function.signature.ident,
        outer: outer(function.outer),
    };
    let operation = clear_operation(operation, &known.family);
    Some(wrap_operation(
        operation,
        header.as_ref(),
        &known.head.krate,
    ))
}

/// Notes the number. Only an operation with `shape_of` may have the number of an earlier one.
fn add_number(
    function: &Function,
    words: &Words,
    (known, earlier): (&Known, &mut Earlier),
    errors: &mut Errors,
) {
    let ident = &function.signature.ident;
    let shape = Shape {
        ident: ident.clone(),
        mode: words.replies.get().copied().unwrap_or(Mode::Do),
        number: words.number.clone(),
        header: words.header(known),
    };
    if let Some(of) = words.shape_of.get() {
        if let Some(of) = of {
            check_shape(of, &shape, &earlier.shapes, known, errors);
        }
    } else if let (Some((number, tokens)), true) = (&words.number, function.outer.cfg.is_empty()) {
        let value = format!("number {number}");
        let what = (&*format!("{value} of a {}", kind(shape.mode)), &*value);
        let key = mode_key(shape.mode, *number);
        earlier.operations.add(key, tokens, what, ident, errors);
    }
    earlier.shapes.push(shape);
}

fn check_words(function: &Function, known: &Known, errors: &mut Errors) -> Words {
    let mut words = Words::default();
    let mut leading = Leading::default();
    let before = errors.count();
    for arg in &function.op.list {
        if let Some(word) = leading.see::<OpWord>(arg, "operation", errors) {
            add_word(&mut words, word, known, errors);
        }
    }
    words.number = leading.tokens().and_then(|tokens| {
        check_number(tokens, "the number of an operation", &u8::MAX, errors)
            .map(|number| (number, tokens.clone()))
    });
    if leading.tokens().is_none() && !function.op.broken && errors.count() == before {
        let ident = &function.signature.ident;
        Leading::report_missing::<OpWord>(&function.op, ident, "operation", None, errors);
    }
    words
}

fn add_word(words: &mut Words, word: &Word, known: &Known, errors: &mut Errors) {
    let ident = &word.ident;
    match check_word::<OpWord>(word, errors) {
        Some(OpWord::Dump) => {
            check_alone(word, errors);
            words.replies.set(ident, Mode::Dump, errors);
        }
        Some(OpWord::Multi) => {
            check_alone(word, errors);
            words.replies.set(ident, Mode::Do, errors);
        }
        Some(OpWord::Reply) => {
            if let Some(number) = check_reply_word(word, errors) {
                words.reply.set(ident, number, errors);
            }
        }
        Some(OpWord::AdminPerm) => {
            check_alone(word, errors);
            words.permission.set(ident, Permission::Admin, errors);
        }
        Some(OpWord::UnsAdminPerm) => {
            check_alone(word, errors);
            words
                .permission
                .set(ident, Permission::NamespaceAdmin, errors);
        }
        Some(OpWord::Lax) => {
            check_alone(word, errors);
            words.lax.set(ident, (), errors);
        }
        Some(OpWord::Header) => {
            add_own_header(word, known.head.header(), &mut words.header, errors);
        }
        Some(OpWord::ShapeOf) => {
            let names = known.operation_names();
            let of = check_ident(word, "an operation of this block", &names, errors);
            words.shape_of.set(ident, of, errors);
        }
        Some(OpWord::Name) => {
            if let Some(name) = check_name(word, errors) {
                words.name.set(ident, name, errors);
            }
        }
        None => {}
    }
}

/// Returns the number in `reply = 7`. `reply = Reply` is an easy slip.
fn check_reply_word(word: &Word, errors: &mut Errors) -> Option<u8> {
    if let WordValue::Assigned(value) = &word.value {
        let letters = value.to_string();
        let is_type =
            letters.starts_with(char::is_uppercase) && letters.contains(char::is_lowercase);
        if is_type {
            let message = format!(
                "`reply` takes the number of the reply\n\
                 help: write the attribute set of the reply as the return type: `-> {letters}`"
            );
            errors.push(Rule::NumberNoLiteral, value, message);
            return None;
        }
    }
    check_assigned_number(word, "the number of a reply", &u8::MAX, errors)
}

fn check_reply(function: &Function, words: &Words, errors: &mut Errors) {
    let signature = &function.signature;
    if (signature.output.as_ref()).is_some_and(|ty| !is_unit(set_of(ty))) {
        return check_reply_number(words, errors);
    }
    if let Some(mode) = words.replies.get() {
        let what = if *mode == Mode::Dump {
            "dump"
        } else {
            "operation"
        };
        let ident = &signature.ident;
        let message = format!(
            "the {what} `{ident}` has no reply type\n\
             help: write `fn {ident}(..) -> Reply`, with the attribute set of one reply"
        );
        match &signature.output {
            None => errors.push(Rule::ReplyMissing, &signature.ident, message),
            Some(ty) => errors.push(Rule::ReplyMissing, ty, message),
        }
    } else if let Some(word) = words.reply.word() {
        errors.push(
            Rule::ReplyNumberUnused,
            word,
            format!(
                "the operation `{}` has no reply\n\
                 help: write `-> Reply`, with the attribute set of the reply, or remove `reply`",
                signature.ident
            ),
        );
    }
}

fn check_optional(function: &Function, words: &Words, errors: &mut Errors) {
    let output = function.signature.output.as_ref();
    let output = output.filter(|ty| inside(ty, "Option").is_some());
    if let (Some(word), Some(ty)) = (words.replies.word(), output) {
        let message = format!(
            "the reply cannot be optional: with `{word}`, the kernel sends any number of replies\n\
             help: remove the `Option`"
        );
        errors.push(Rule::ReplyOptional, ty, message);
    }
}

fn check_reply_number(words: &Words, errors: &mut Errors) {
    if let (Some(word), Some(reply), Some((number, _))) =
        (words.reply.word(), words.reply.get(), &words.number)
    {
        if reply == number {
            let message = "`reply` has no effect: the operation has the same number\n\
                 help: remove `reply`";
            errors.push(Rule::ReplyNumberUnused, word, message);
        }
    }
}
