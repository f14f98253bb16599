//! The arguments of our attributes: `#[attr(5, nest, max = 3, indexed(from = 1))]`.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::token::Paren;
use syn::{Attribute, Meta, Token};

use super::value;
use crate::errors::Errors;

/// One argument.
pub(crate) enum Arg {
    /// Anything other than a word, usually a number.
    Value(TokenStream),
    Word(Word),
}

/// `nest`, `max = 3` or `indexed(from = 1)`.
pub(crate) struct Word {
    pub(crate) ident: Ident,
    pub(crate) value: WordValue,
}

pub(crate) enum WordValue {
    None,
    Assigned(TokenStream),
    List(TokenStream),
}

/// The arguments of all attributes with the same name.
pub(crate) struct Args {
    /// The first of these attributes.
    pub(crate) attribute: Option<Attribute>,
    pub(crate) list: Vec<Arg>,
    /// `#[attr]` or `#[attr = 5]`.
    pub(crate) malformed: Option<Attribute>,
    /// An argument could not be parsed, and may be the one that seems to be missing.
    pub(crate) broken: bool,
}

impl Args {
    pub(crate) fn collect(attributes: &[Attribute], name: &str, errors: &mut Errors) -> Self {
        let mut found = attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident(name))
            .peekable();
        let first = found.peek().copied().cloned();
        let before = errors.count();
        let (mut list, mut malformed) = (Vec::new(), None);
        for attribute in found {
            match &attribute.meta {
                Meta::List(meta) => list.extend(parse_args(&meta.tokens, errors)),
                _ => malformed = Some(attribute.clone()),
            }
        }
        Self {
            attribute: first,
            list,
            malformed,
            broken: errors.count() > before,
        }
    }

    /// Returns the first word called `name`.
    pub(crate) fn word(&self, name: &str) -> Option<&Ident> {
        self.list.iter().find_map(|arg| match arg {
            Arg::Word(word) if word.ident == name => Some(&word.ident),
            _ => None,
        })
    }
}

/// Parses each argument alone, so that a mistake in one does not hide a mistake in the next.
pub(crate) fn parse_args(tokens: &TokenStream, errors: &mut Errors) -> Vec<Arg> {
    let tokens = tokens.clone().into_iter().collect::<Vec<_>>();
    let (mut args, mut rest) = (Vec::new(), tokens.as_slice());
    while let Some(first) = rest.first() {
        let (arg, after) = rest.split_at(arg_end(rest));
        let parsed = if arg.is_empty() {
            let message = "expected a word, found `,`\nhelp: remove the comma";
            Err(syn::Error::new_spanned(first, message))
        } else {
            syn::parse2(stream(arg))
        };
        args.extend(errors.take(parsed));
        rest = after.get(1..).unwrap_or_default();
    }
    args
}

fn stream(tokens: &[TokenTree]) -> TokenStream {
    tokens.iter().cloned().collect()
}

/// Finds the comma after the first argument. The commas of `Attr<'a, T>` and `size::<A, B>()` are part of the argument,
/// that of `A < B, C` is not: a comma ends the argument if the tokens before it are a type or a value.
fn arg_end(tokens: &[TokenTree]) -> usize {
    let is_comma = |tree: &TokenTree| is_punct(tree, ',');
    let first = tokens.iter().position(is_comma).unwrap_or(tokens.len());
    if !tokens[..first].iter().any(|tree| is_punct(tree, '<')) {
        return first;
    }
    let value = match tokens {
        [TokenTree::Ident(_), equals, ..] if is_punct(equals, '=') => 2,
        _ => 0,
    };
    let ends = (first..=tokens.len()).filter(|end| tokens.get(*end).is_none_or(is_comma));
    let up_to = |end: &usize| stream(&tokens[value..*end]);
    let (mut types, mut expressions) = (ends.clone(), ends);
    types
        .find(|end| value::is_type(&up_to(end)))
        .or_else(|| expressions.find(|end| value::expression(&up_to(end)).is_ok()))
        .unwrap_or(first)
}

fn is_punct(tree: &TokenTree, letter: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == letter)
}

impl Parse for Arg {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let ahead = input.fork();
        let word = ahead.call(Ident::parse_any).is_ok()
            && (ahead.is_empty()
                || ahead.peek(Paren)
                || (ahead.peek(Token![=]) && !ahead.peek(Token![==])));
        refuse_colon(input)?;
        if !word {
            let value = input.parse()?;
            return match dashed(&value) {
                Some(_) => Ok(Arg::Value(value)),
                None => value::check(value).map(Arg::Value),
            };
        }
        let ident = input.call(Ident::parse_any)?;
        let value = if input.peek(Paren) {
            let content;
            syn::parenthesized!(content in input);
            let tokens = content.parse()?;
            if !input.is_empty() {
                return Err(value::missing_comma(&input.parse()?));
            }
            WordValue::List(tokens)
        } else if input.parse::<Option<Token![=]>>()?.is_some() && !input.is_empty() {
            WordValue::Assigned(value::check(input.parse()?)?)
        } else {
            WordValue::None
        };
        Ok(Arg::Word(Word { ident, value }))
    }
}

/// Refuses `min: 1`, which looks like the field of a struct.
fn refuse_colon(input: ParseStream<'_>) -> syn::Result<()> {
    let ahead = input.fork();
    let (Ok(name), true) = (
        ahead.call(Ident::parse_any),
        ahead.peek(Token![:]) && !ahead.peek(Token![::]),
    ) else {
        return Ok(());
    };
    let colon = ahead.parse::<Token![:]>()?;
    let value = ahead.parse::<TokenStream>()?;
    let message = format!("expected `=`, found `:`\nhelp: write `{name} = {value}`");
    Err(syn::Error::new_spanned(colon, message))
}

/// A word as in the kernel's specifications: `max-len = 15`.
pub(crate) struct Dashed {
    pub(crate) tokens: TokenStream,
    pub(crate) name: String,
    /// The value, with its `=`.
    pub(crate) value: String,
}

/// Reads tokens as a word with dashes. Names in upper case are constants: `A - B` is a subtraction.
pub(crate) fn dashed(tokens: &TokenStream) -> Option<Dashed> {
    let tokens = tokens.clone().into_iter().collect::<Vec<_>>();
    let is_part = |(index, tree): &(usize, &TokenTree)| match tree {
        TokenTree::Ident(ident) => {
            index % 2 == 0 && !ident.to_string().contains(char::is_uppercase)
        }
        tree => index % 2 == 1 && is_punct(tree, '-'),
    };
    let end = tokens.iter().enumerate().take_while(is_part).count();
    let (name, value) = tokens.split_at(end);
    let whole = end > 2 && end % 2 == 1;
    (whole && value.first().is_none_or(|tree| is_punct(tree, '='))).then(|| Dashed {
        tokens: stream(name),
        name: stream(name).to_string().replace(" - ", "_"),
        value: stream(value).to_string(),
    })
}

impl Arg {
    /// Formats the argument as the author wrote it.
    pub(crate) fn shown(&self) -> String {
        match self {
            Arg::Value(value) => value.to_string(),
            Arg::Word(Word { ident, value }) => match value {
                WordValue::None => ident.to_string(),
                WordValue::Assigned(value) => format!("{ident} = {value}"),
                WordValue::List(list) => format!("{ident}({list})").replace(" : ", ": "),
            },
        }
    }
}

impl ToTokens for Arg {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Arg::Value(value) => value.to_tokens(tokens),
            Arg::Word(word) => word.ident.to_tokens(tokens),
        }
    }
}
