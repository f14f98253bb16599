//! Numbers of attributes, operations and events, and numbers as the values of words.

mod leading;
mod written;

use std::fmt::Display;

use proc_macro2::TokenStream;
use syn::Expr;

pub(super) use self::leading::Leading;
pub(super) use self::written::{computed, integer};
use self::written::{is_integer, names_constant, suffix, without_flags, without_suffix};
use super::values::{assigned, literal};
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::args::Word;

/// Attribute numbers have 14 bits: the two above them are flags.
pub(super) const MAX_ATTRIBUTE: u16 = 0x3fff;

/// Returns the number if it is a literal from 0 to `max`. `what` is its name in messages.
pub(super) fn check_number<N: TryFrom<i128> + Display>(
    tokens: &TokenStream,
    what: &str,
    max: &N,
    errors: &mut Errors,
) -> Option<N> {
    let expression = syn::parse2::<Expr>(tokens.clone()).ok();
    let expression = expression.as_ref();
    let Some(value) = expression.and_then(literal) else {
        let (rule, message) = if expression.is_some_and(is_integer) {
            (Rule::NumberOutOfRange, out_of_range(tokens, what, max))
        } else {
            (Rule::NumberNoLiteral, no_literal(tokens, what, max))
        };
        errors.push(rule, tokens, message);
        return None;
    };
    if let Some(suffix) = expression.and_then(suffix) {
        let (fault, written) = without_suffix(&tokens.to_string(), &suffix);
        let message = format!("{what} must {fault}\nhelp: write `{written}`");
        errors.push(Rule::NumberSuffix, tokens, message);
        return None;
    }
    let number = N::try_from(value).ok().filter(|_| is_in_range(value, max));
    if number.is_none() {
        errors.push(
            Rule::NumberOutOfRange,
            tokens,
            out_of_range(tokens, what, max),
        );
    }
    number
}

fn is_in_range(value: i128, max: &impl Display) -> bool {
    let max = max.to_string().parse().unwrap_or(i128::MAX);
    (0..=max).contains(&value)
}

fn out_of_range(tokens: &TokenStream, what: &str, max: &impl Display) -> String {
    let written = tokens.to_string().replace("- ", "-");
    let help = without_flags(tokens, max).unwrap_or_default();
    format!("`{written}` is out of range for {what} (0..={max}){help}")
}

fn no_literal(tokens: &TokenStream, what: &str, max: &impl Display) -> String {
    let value = computed(tokens).filter(|value| is_in_range(*value, max));
    let help = value.map(|value| format!("\nhelp: write `{value}`"));
    let help = help
        .or_else(|| without_flags(tokens, max))
        .unwrap_or_else(|| {
            let note = if names_constant(tokens) {
                "\nnote: a macro cannot evaluate constants"
            } else {
                ""
            };
            format!("{note}\nhelp: write its value, from 0 to {max}")
        });
    format!("{what} must be an integer literal{help}")
}

/// Returns the number in `reply = 18`.
pub(super) fn check_assigned_number<N: TryFrom<i128> + Display>(
    word: &Word,
    what: &str,
    max: &N,
    errors: &mut Errors,
) -> Option<N> {
    let value = assigned(word, "1", errors)?;
    check_number(value, what, max, errors)
}
