//! Numbers: of attributes, operations and events, and behind a `=`.

use std::fmt::Display;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Expr, ExprLit, Lit, LitStr};

use super::dashes::check_dashes;
use super::values::{assigned, literal};
use super::words::Vocabulary;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::args::{Arg, Args, Word, WordValue};
use crate::syntax::value::expression;

/// A literal from 0 to `max`, which is called `what`.
pub(super) fn check_number<N: TryFrom<i128> + Display>(
    tokens: &TokenStream,
    what: &str,
    max: &N,
    errors: &mut Errors,
) -> Option<N> {
    let Ok(expression) = expression(tokens) else {
        errors.push(
            Rule::NumberNoLiteral,
            tokens,
            format!("{what} is an integer literal from 0 to {max}"),
        );
        return None;
    };
    let Some(value) = literal(&expression) else {
        let (rule, message) = not_literal(&expression, what, max);
        errors.push(rule, tokens, message);
        return None;
    };
    if let Some(suffix) = suffix(&expression) {
        let written = tokens.to_string();
        let message = if suffix.starts_with(['X', 'O', 'B']) {
            let lower = written.to_lowercase();
            format!("{what} has its base in lower case\nhelp: write `{lower}`")
        } else {
            let digits = written.replace(&suffix, "");
            format!("{what} has no suffix\nhelp: write `{digits}`")
        };
        errors.push(Rule::NumberSuffix, tokens, message);
        return None;
    }
    let limit = max.to_string().parse::<i128>().unwrap_or(i128::MAX);
    if !(0..=limit).contains(&value) {
        errors.push(
            Rule::NumberOutOfRange,
            tokens,
            format!("{what} is from 0 to {max}, and {value} is not"),
        );
        return None;
    }
    N::try_from(value).ok()
}

fn suffix(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Lit(ExprLit {
            lit: Lit::Int(literal),
            ..
        }) => Some(literal.suffix().to_owned()).filter(|suffix| !suffix.is_empty()),
        Expr::Group(inner) => suffix(&inner.expr),
        _ => None,
    }
}

fn not_literal(expression: &Expr, what: &str, max: &impl Display) -> (Rule, String) {
    match expression {
        Expr::Path(_) | Expr::Binary(_) | Expr::Call(_) => (
            Rule::NumberNoLiteral,
            format!(
                "{what} is written as a literal; a macro does not know what a constant stands for\n\
                 help: write its value, from 0 to {max}"
            ),
        ),
        Expr::Lit(ExprLit {
            lit: Lit::Int(_), ..
        }) => (Rule::NumberOutOfRange, format!("{what} is from 0 to {max}")),
        _ => (
            Rule::NumberNoLiteral,
            format!("{what} is an integer literal from 0 to {max}"),
        ),
    }
}

/// `reply = 18`.
pub(super) fn check_assigned_number<N: TryFrom<i128> + Display>(
    word: &Word,
    what: &str,
    max: &N,
    errors: &mut Errors,
) -> Option<N> {
    let value = assigned(word, "1", errors)?;
    check_number(value, what, max, errors)
}

/// The one number of an attribute of ours, which comes before its words.
#[derive(Default)]
pub(super) struct Leading {
    tokens: Option<TokenStream>,
    words: bool,
}

impl Leading {
    /// Goes through the arguments in order, and gives back those that are words. `kind` tells of what
    /// the number is.
    pub(super) fn see<'a, V: Vocabulary>(
        &mut self,
        arg: &'a Arg,
        kind: &str,
        errors: &mut Errors,
    ) -> Option<&'a Word> {
        if check_dashes::<V>(arg, errors) {
            self.words = true;
            return None;
        }
        let value = match arg {
            Arg::Word(word) if self.tokens.is_some() || !is_constant(word) => {
                self.words = true;
                return Some(word);
            }
            arg => quote!(#arg),
        };
        if let (Some(first), Ok(quoted)) = (&self.tokens, syn::parse2::<LitStr>(value.clone())) {
            let message = format!(
                "a word stands behind `{first}` without quotes\nhelp: write `{}`",
                quoted.value()
            );
            errors.push(Rule::WordExpected, value, message);
            return None;
        }
        if self.tokens.is_some() && !is_number(&value) {
            let message = format!("expected one of the words of `{}`", V::PLACE);
            errors.push(Rule::WordExpected, value, message);
            return None;
        }
        if let Some(first) = &self.tokens {
            let message = format!("a second number; {kind} has one");
            errors.push_pair(
                Rule::NumberTwice,
                value,
                message,
                first,
                "the first number is here",
            );
            return None;
        }
        if self.words {
            let whole = V::PLACE.replace("..", &format!("{value}, .."));
            let message = format!("the number comes first\nhelp: write `{whole}`");
            errors.push(Rule::NumberNotFirst, &value, message);
        }
        self.tokens = Some(value);
        None
    }

    pub(super) fn tokens(&self) -> Option<&TokenStream> {
        self.tokens.as_ref()
    }

    /// Reports that there is no number in `args`, above the item called `ident`. `more` is what its
    /// words lack too.
    pub(super) fn report_missing(
        args: &Args,
        ident: &Ident,
        (place, more): (&str, Option<&str>),
        errors: &mut Errors,
    ) {
        let from = "with its number from the kernel's header";
        let words = args.list.iter().map(Arg::shown);
        let whole = ["1".to_owned()]
            .into_iter()
            .chain(words)
            .chain(more.map(str::to_owned))
            .collect::<Vec<_>>()
            .join(", ");
        let help = format!("help: write `#[{place}({whole})]`");
        match (args.list.first(), &args.attribute) {
            (Some(word), _) => errors.push(
                Rule::NumberMissing,
                word,
                format!(
                    "the number of `{ident}` is missing, and comes first\n\
                     {help}, {from}"
                ),
            ),
            (None, Some(attribute)) => errors.push(
                Rule::NumberMissing,
                attribute,
                format!("the number of `{ident}` is missing\n{help}, {from}"),
            ),
            (None, None) => errors.push(
                Rule::NumberMissing,
                ident,
                format!(
                    "`{ident}` has no number; numbers are always written\n\
                     {help} above it, {from}"
                ),
            ),
        }
    }
}

fn is_number(tokens: &TokenStream) -> bool {
    expression(tokens).is_ok_and(|expression| literal(&expression).is_some())
}

/// `MPTCP_PM_ATTR_ADDR` means a number, and is no unknown word.
fn is_constant(word: &Word) -> bool {
    let name = word.ident.to_string();
    matches!(word.value, WordValue::None)
        && name.chars().any(char::is_uppercase)
        && !name.chars().any(char::is_lowercase)
}
