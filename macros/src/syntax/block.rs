//! The block of `genl_family!`: a trait whose items are parsed one at a time.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Generics, Token, Type, Visibility, token};

use super::args::Args;
pub(crate) use super::outer::Outer;
use super::outer::{OURS, foreign, hidden, misplaced};
use super::signature::Signature;
use super::slips::refuse_slips;
use super::split::split;
use crate::errors::Errors;
use crate::rules::Rule;

pub(crate) struct Block {
    pub(crate) outer: Outer,
    pub(crate) family: Args,
    /// `#[op(..)]` and `#[event(..)]`, which do not belong here.
    pub(crate) misplaced: Vec<Attribute>,
    /// Attributes of ours in a `cfg_attr`.
    pub(crate) hidden: Vec<Attribute>,
    pub(crate) derives: Vec<Attribute>,
    pub(crate) vis: Visibility,
    /// `unsafe`, `auto`, generics and supertraits, which a family cannot have.
    pub(crate) extras: Vec<TokenStream>,
    pub(crate) ident: Ident,
    pub(crate) items: Vec<Item>,
    /// The tokens after the trait.
    pub(crate) rest: TokenStream,
}

pub(crate) enum Item {
    Group(Box<Group>),
    Function(Box<Function>),
    Stray(TokenStream),
}

/// `const EVENTS: MulticastGroup = "mptcp_pm_events";`
pub(crate) struct Group {
    pub(crate) outer: Outer,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) ty: Option<Type>,
    /// The tokens after the `=`.
    pub(crate) value: TokenStream,
    /// Attributes of ours, which do not belong here.
    pub(crate) misplaced: Vec<Attribute>,
}

/// `fn add_addr(request: AddAddr);`
pub(crate) struct Function {
    pub(crate) outer: Outer,
    pub(crate) op: Args,
    pub(crate) event: Args,
    /// `#[family(..)]`, which does not belong here.
    pub(crate) misplaced: Vec<Attribute>,
    /// Attributes of ours in a `cfg_attr`.
    pub(crate) hidden: Vec<Attribute>,
    /// Attributes that are not ours.
    pub(crate) foreign: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) signature: Signature,
    pub(crate) body: Option<TokenTree>,
}

impl Block {
    pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> Option<Self> {
        let parsed = (|input: ParseStream<'_>| parse_block(input, errors)).parse2(tokens);
        errors.take(parsed).flatten()
    }
}

const NO_TRAIT: &str = "expected a trait that declares the family\n\
     help: write `#[family(name = \"..\", version = 1)] pub trait Name { .. }`";

fn parse_block(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Option<Block>> {
    refuse_inner(input, errors)?;
    let attributes = input.call(Attribute::parse_outer)?;
    let vis = input.parse()?;
    let mut extras = Vec::new();
    extras.extend(
        input
            .parse::<Option<Token![unsafe]>>()?
            .map(ToTokens::into_token_stream),
    );
    extras.extend(
        input
            .parse::<Option<Token![auto]>>()?
            .map(ToTokens::into_token_stream),
    );
    if !input.peek(Token![trait]) {
        let rest = input.parse::<TokenStream>()?;
        errors.push(Rule::TraitMissing, rest.into_iter().next(), NO_TRAIT);
        return Ok(None);
    }
    input.parse::<Token![trait]>()?;
    let ident = input.parse()?;
    let generics = input.parse::<Generics>()?;
    extras.extend(
        generics
            .lt_token
            .is_some()
            .then(|| generics.to_token_stream()),
    );
    let bounds = take_until(input, |input| input.peek(token::Brace))?;
    extras.extend((!bounds.is_empty()).then_some(bounds));
    let content;
    syn::braced!(content in input);
    let items = split(content.parse()?, errors)
        .into_iter()
        .filter_map(|piece| {
            let parsed = (|input: ParseStream<'_>| parse_item(input, errors)).parse2(piece);
            errors.take(parsed.map_err(shortened))
        })
        .collect();
    Ok(Some(Block {
        outer: Outer::collect(&attributes),
        family: Args::collect(&attributes, "family", errors),
        misplaced: misplaced(&attributes, &["op", "event"]),
        hidden: hidden(&attributes),
        derives: misplaced(&attributes, &["derive"]),
        vis,
        extras,
        ident,
        items,
        rest: input.parse()?,
    }))
}

/// Shortens two messages of `syn`. Where a type is missing, it lists every token that a type can begin with. Of `#[do(1)]`
/// it says that `do` is not a path.
fn shortened(error: syn::Error) -> syn::Error {
    let text = error.to_string();
    let message = if text.contains("expected one of") {
        "expected a type"
    } else if text.ends_with("found keyword `do`") {
        "unknown attribute on an operation or event\nhelp: write `#[op(1)]`; an operation without `dump` is a do"
    } else {
        return error;
    };
    syn::Error::new(error.span(), message)
}

fn take_until(
    input: ParseStream<'_>,
    is_end: fn(ParseStream<'_>) -> bool,
) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !is_end(input) {
        input.parse::<TokenTree>()?.to_tokens(&mut tokens);
    }
    Ok(tokens)
}

fn parse_item(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Item> {
    refuse_inner(input, errors)?;
    let attributes = input.call(Attribute::parse_outer)?;
    let vis = input.parse::<Visibility>()?;
    if Signature::is_next(input) {
        parse_function(input, &attributes, vis, errors)
            .map(|function| Item::Function(Box::new(function)))
    } else if input.peek(Token![const]) && input.peek2(Ident::peek_any) {
        parse_group(input, &attributes, vis).map(|group| Item::Group(Box::new(group)))
    } else {
        input.parse().map(Item::Stray)
    }
}

fn refuse_inner(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
    for attribute in input.call(Attribute::parse_inner)? {
        errors.push(
            Rule::AttributeMisplaced,
            attribute,
            "inner attributes are not allowed in the block\n\
             help: remove the `!`, and write it above the trait or above an item",
        );
    }
    Ok(())
}

fn parse_group(
    input: ParseStream<'_>,
    attributes: &[Attribute],
    vis: Visibility,
) -> syn::Result<Group> {
    input.parse::<Token![const]>()?;
    let ident = input.parse()?;
    let generics = input.parse::<Generics>()?;
    let ty = if input.parse::<Option<Token![:]>>()?.is_some() {
        Some(input.parse()?)
    } else {
        None
    };
    let value = if input.parse::<Option<Token![=]>>()?.is_some() {
        take_until(input, |input| input.peek(Token![;]))?
    } else {
        TokenStream::new()
    };
    input.parse::<Token![;]>()?;
    Ok(Group {
        outer: Outer::collect(attributes),
        vis,
        ident,
        generics,
        ty,
        value,
        misplaced: misplaced(attributes, &OURS),
    })
}

fn parse_function(
    input: ParseStream<'_>,
    attributes: &[Attribute],
    vis: Visibility,
    errors: &mut Errors,
) -> syn::Result<Function> {
    let is_event = attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("event"));
    refuse_slips(input, if is_event { "event" } else { "request" })?;
    let signature = input.parse()?;
    let body = match input.parse::<TokenTree>()? {
        TokenTree::Punct(punct) if punct.as_char() == ';' => None,
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group.into()),
        other => return Err(syn::Error::new_spanned(other, "expected `;`")),
    };
    Ok(Function {
        outer: Outer::collect(attributes),
        misplaced: misplaced(attributes, &["family"]),
        hidden: hidden(attributes),
        foreign: foreign(attributes),
        op: Args::collect(attributes, "op", errors),
        event: Args::collect(attributes, "event", errors),
        vis,
        signature,
        body,
    })
}
