//! What stands in the parentheses of our attributes: `#[attr(5, nest, max = 3, indexed(from =
//! 1))]`.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::token::Paren;
use syn::{Attribute, Expr, Meta, Token, Type};

use crate::errors::Errors;

/// One of the things between the commas.
pub(crate) enum Arg {
    /// What is no word: a number, as a rule.
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

/// The arguments of all attributes of one name, and the first of these attributes, if there is one.
pub(crate) struct Args {
    pub(crate) attribute: Option<Attribute>,
    pub(crate) list: Vec<Arg>,
    /// `#[attr]` or `#[attr = 5]`.
    pub(crate) malformed: Option<Attribute>,
    /// Some of it could not be parsed: what is missing may be what it meant.
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
}

/// Each argument alone, so that a mistake in one hides none in the next.
pub(crate) fn parse_args(tokens: &TokenStream, errors: &mut Errors) -> Vec<Arg> {
    let parser = |input: ParseStream<'_>| {
        let mut args = Vec::new();
        while !input.is_empty() {
            args.extend(errors.take(input.parse::<Arg>()));
            while !input.is_empty() && !input.peek(Token![,]) {
                input.parse::<TokenTree>()?;
            }
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(args)
    };
    parser.parse2(tokens.clone()).unwrap_or_default()
}

impl Parse for Arg {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let ahead = input.fork();
        let word = ahead.call(Ident::parse_any).is_ok()
            && (ends(&ahead)
                || ahead.peek(Paren)
                || (ahead.peek(Token![=]) && !ahead.peek(Token![==])));
        if !word {
            return parse_value(input).map(Arg::Value);
        }
        let ident = input.call(Ident::parse_any)?;
        let value = if input.peek(Paren) {
            let content;
            syn::parenthesized!(content in input);
            let tokens = content.parse()?;
            if !ends(input) {
                return Err(input.error("expected `,`"));
            }
            WordValue::List(tokens)
        } else if input.parse::<Option<Token![=]>>()?.is_some() && !ends(input) {
            WordValue::Assigned(parse_value(input)?)
        } else {
            WordValue::None
        };
        Ok(Arg::Word(Word { ident, value }))
    }
}

fn ends(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}

/// A type is tried first: the commas of `Attr<'a, T>` are no end of an expression.
fn parse_value(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let ahead = input.fork();
    if ahead.parse::<Type>().is_ok() && ends(&ahead) {
        return input.parse::<Type>().map(ToTokens::into_token_stream);
    }
    let value = input.parse::<Expr>()?;
    if ends(input) {
        Ok(value.into_token_stream())
    } else {
        Err(input.error("expected `,`"))
    }
}

impl Arg {
    /// As it was written.
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
