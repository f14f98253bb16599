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

/// The number in an attribute of ours, which comes before the words.
#[derive(Default)]
pub(in crate::check) struct Leading {
    tokens: Option<TokenStream>,
    words: bool,
}

impl Leading {
    /// Takes the next argument, and returns it if it is a word. `kind` says what is numbered, as in "attribute".
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
            let message = format!(
                "expected a word of `{}`, found `{}`\nhelp: write a word such as `name = \"..\"`",
                V::PLACE,
                value.to_string().replace(" :: ", "::")
            );
            errors.push(Rule::WordExpected, value, message);
        }
        None
    }

    /// Reports a word in quotes, or a name in the place of the number.
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

    /// Reports that `args`, above the item `ident`, have no number. `more` is another word that is missing.
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

/// Whether it is a constant such as `MPTCP_PM_ATTR_ADDR`, which is meant as a number and not as a word.
fn is_constant<V: Vocabulary>(word: &Word) -> bool {
    let name = word.ident.to_string();
    matches!(word.value, WordValue::None)
        && name.chars().any(char::is_uppercase)
        && !name.chars().any(char::is_lowercase)
        && V::habit(&name).is_none()
}
