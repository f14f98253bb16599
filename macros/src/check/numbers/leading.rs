//! The number that comes first: `#[attr(5, ..)]`.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{Expr, LitStr, Meta};

use super::written::integer;
use crate::check::dashes::check_dashes;
use crate::check::values::literal;
use crate::check::words::Vocabulary;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::args::{Arg, Args, Word, WordValue};

/// The one number of an attribute of ours, which comes before its words.
#[derive(Default)]
pub(in crate::check) struct Leading {
    tokens: Option<TokenStream>,
    words: bool,
}

impl Leading {
    /// Goes through the arguments in order, and gives back those that are words. `kind` tells of what
    /// the number is.
    pub(in crate::check) fn see<'a, V: Vocabulary>(
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
            Arg::Word(word) if self.tokens.is_some() || !is_constant::<V>(word) => {
                self.words = true;
                return Some(word);
            }
            arg => quote!(#arg),
        };
        if let Ok(quoted) = syn::parse2::<LitStr>(value.clone()) {
            if self.tokens.is_some() || integer(&quoted.value()).is_none() {
                self.report_quoted::<V>(&quoted, kind, errors);
                return None;
            }
        }
        let Some(first) = &self.tokens else {
            if self.words {
                let whole = V::PLACE.replace("..", &format!("{value}, .."));
                let message = format!("the number must come first\nhelp: write `{whole}`");
                errors.push(Rule::NumberNotFirst, &value, message);
            }
            self.tokens = Some(value);
            return None;
        };
        if is_number(&value) {
            let message = format!("duplicate {kind} number\nhelp: remove one of them");
            errors.push_pair(
                Rule::NumberTwice,
                value,
                message,
                first,
                "first number here",
            );
        } else {
            let message = format!("expected a word of `{}`", V::PLACE);
            errors.push(Rule::WordExpected, value, message);
        }
        None
    }

    /// A word in quotes, or the name of what should have a number.
    fn report_quoted<V: Vocabulary>(&self, quoted: &LitStr, kind: &str, errors: &mut Errors) {
        let text = quoted.value();
        let word = text.replace('-', "_");
        let (rule, message) = if V::names().contains(&word.as_str()) {
            let message = format!("words are written without quotes\nhelp: write `{word}`");
            (Rule::WordExpected, message)
        } else if self.tokens.is_some() {
            let message = format!(
                "expected a word of `{}`, found a string literal\nhelp: write `name = \"{text}\"` for a name",
                V::PLACE
            );
            (Rule::WordExpected, message)
        } else {
            let whole = V::PLACE.replace("..", &format!("1, name = \"{text}\""));
            let message = format!(
                "expected the number of an {kind}, found a string literal\n\
                 help: write `{whole}`, with the number from the kernel's header"
            );
            (Rule::NumberNoLiteral, message)
        };
        errors.push(rule, quoted, message);
    }

    pub(in crate::check) fn tokens(&self) -> Option<&TokenStream> {
        self.tokens.as_ref()
    }

    /// Reports that there is no number in `args`, above the item called `ident`. `more` is what its
    /// words lack too.
    pub(in crate::check) fn report_missing<V: Vocabulary>(
        args: &Args,
        ident: &Ident,
        kind: &str,
        more: Option<&str>,
        errors: &mut Errors,
    ) {
        let words = args.list.iter().map(Arg::shown);
        let number = args
            .attribute
            .as_ref()
            .and_then(|attribute| match &attribute.meta {
                Meta::NameValue(assigned) => Some(assigned.value.to_token_stream().to_string()),
                _ => None,
            });
        let number = number.filter(|number| integer(number).is_some());
        let whole = [number.unwrap_or_else(|| "1".to_owned())]
            .into_iter()
            .chain(words)
            .chain(more.map(str::to_owned))
            .collect::<Vec<_>>()
            .join(", ");
        let whole = V::PLACE.replace("..", &whole);
        let message = format!(
            "missing {kind} number\n\
             help: write `{whole}`, with the number from the kernel's header"
        );
        match (args.list.first(), &args.attribute) {
            (Some(word), _) => errors.push(Rule::NumberMissing, word, message),
            (None, Some(attribute)) => errors.push(Rule::NumberMissing, attribute, message),
            (None, None) => errors.push(Rule::NumberMissing, ident, message),
        }
    }
}

fn is_number(tokens: &TokenStream) -> bool {
    syn::parse2::<Expr>(tokens.clone()).is_ok_and(|expression| literal(&expression).is_some())
}

/// `MPTCP_PM_ATTR_ADDR` means a number, and is no unknown word.
fn is_constant<V: Vocabulary>(word: &Word) -> bool {
    let name = word.ident.to_string();
    matches!(word.value, WordValue::None)
        && name.chars().any(char::is_uppercase)
        && !name.chars().any(char::is_lowercase)
        && V::habit(&name).is_none()
}
