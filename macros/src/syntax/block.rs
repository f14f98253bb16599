//! The block of `genl_family!`: a trait whose items are parsed one by one.

use proc_macro2::{Delimiter, Ident, Punct, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Expr, Generics, Signature, Token, Type, Visibility};

use super::args::Args;
use super::doc::Doc;
use crate::errors::Errors;
use crate::rules::Rule;

pub(crate) struct Block {
    pub(crate) outer: Outer,
    pub(crate) family: Args,
    /// `#[op(..)]` and `#[event(..)]`, which do not belong here.
    pub(crate) misplaced: Vec<Attribute>,
    pub(crate) vis: Visibility,
    /// `unsafe`, `auto`, generics, supertraits: what a trait may have and a family may not.
    pub(crate) extras: Vec<TokenStream>,
    pub(crate) ident: Ident,
    pub(crate) items: Vec<Item>,
    /// What stands behind the trait.
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
    pub(crate) value: Option<Expr>,
    /// Attributes of ours, none of which belongs here.
    pub(crate) misplaced: Vec<Attribute>,
}

/// `fn add_addr(request: AddAddr);`
pub(crate) struct Function {
    pub(crate) outer: Outer,
    pub(crate) op: Args,
    pub(crate) event: Args,
    /// `#[family(..)]`, which does not belong here.
    pub(crate) misplaced: Vec<Attribute>,
    /// Those that take something and are not ours.
    pub(crate) foreign: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) signature: Signature,
    pub(crate) body: Option<TokenTree>,
}

/// The attributes of an item that are not ours.
#[derive(Clone, Default)]
pub(crate) struct Outer {
    pub(crate) doc: Doc,
    /// Repeated on everything that the item becomes.
    pub(crate) cfg: TokenStream,
    pub(crate) deprecated: TokenStream,
    pub(crate) others: TokenStream,
}

const OURS: [&str; 3] = ["family", "op", "event"];

impl Outer {
    fn collect(attributes: &[Attribute]) -> Self {
        let mut outer = Self {
            doc: Doc::collect(attributes),
            ..Self::default()
        };
        for attribute in attributes {
            let path = attribute.path();
            if path.is_ident("cfg") {
                attribute.to_tokens(&mut outer.cfg);
            } else if path.is_ident("deprecated") {
                attribute.to_tokens(&mut outer.deprecated);
            } else if !path.is_ident("doc") && !OURS.iter().any(|ours| path.is_ident(ours)) {
                attribute.to_tokens(&mut outer.others);
            }
        }
        outer
    }
}

fn misplaced(attributes: &[Attribute], names: &[&str]) -> Vec<Attribute> {
    attributes
        .iter()
        .filter(|attribute| names.iter().any(|name| attribute.path().is_ident(name)))
        .cloned()
        .collect()
}

fn foreign(attributes: &[Attribute]) -> Vec<Attribute> {
    attributes
        .iter()
        .filter(|attribute| attribute.meta.require_list().is_ok())
        .filter(|attribute| !OURS.iter().any(|ours| attribute.path().is_ident(ours)))
        .cloned()
        .collect()
}

impl Block {
    pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> Option<Self> {
        let parsed = (|input: ParseStream<'_>| parse_block(input, errors)).parse2(tokens);
        errors.take(parsed).flatten()
    }
}

const NO_TRAIT: &str = "the block holds the family as a trait\n\
     help: write `#[family(name = \"..\", version = 1)] pub trait Name { .. }`";

fn parse_block(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Option<Block>> {
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
    let bounds = take_until_braces(input)?;
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
        vis,
        extras,
        ident,
        items,
        rest: input.parse()?,
    }))
}

/// What `syn` says where a type is missing is a list of everything that a type may begin with.
fn shortened(error: syn::Error) -> syn::Error {
    if error.to_string().starts_with("expected one of") {
        return syn::Error::new(error.span(), "expected a type");
    }
    error
}

fn take_until_braces(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut taken = TokenStream::new();
    while !input.is_empty() && !input.peek(syn::token::Brace) {
        input.parse::<TokenTree>()?.to_tokens(&mut taken);
    }
    Ok(taken)
}

/// The items, each ending with `;` or with a body, so that what is wrong with one hides nothing of
/// the next.
fn split(body: TokenStream, errors: &mut Errors) -> Vec<TokenStream> {
    let (mut pieces, mut piece) = (Vec::new(), Vec::new());
    let mut assigned = false;
    for tree in body {
        let end = match &tree {
            TokenTree::Punct(punct) if punct.as_char() == ';' => true,
            TokenTree::Punct(punct) => {
                assigned |= punct.as_char() == '=';
                false
            }
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace && !assigned,
            _ => false,
        };
        piece.push(tree);
        if end {
            assigned = false;
            pieces.push(std::mem::take(&mut piece));
        }
    }
    if let Some(last) = piece.last() {
        let mut semicolon = Punct::new(';', Spacing::Alone);
        semicolon.set_span(last.span());
        errors.push(Rule::Syntax, last, "expected `;` behind this");
        piece.push(semicolon.into());
        pieces.push(piece);
    }
    pieces
        .into_iter()
        .filter(|piece| !is_lone_semicolon(piece))
        .map(TokenStream::from_iter)
        .collect()
}

/// rustc allows one behind a body, and so does the block.
fn is_lone_semicolon(piece: &[TokenTree]) -> bool {
    matches!(piece, [TokenTree::Punct(punct)] if punct.as_char() == ';')
}

fn parse_item(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Item> {
    let attributes = input.call(Attribute::parse_outer)?;
    let vis = input.parse::<Visibility>()?;
    if input.peek(Token![const]) && input.peek2(syn::Ident::peek_any) && !is_fn(input) {
        parse_group(input, &attributes, vis).map(|group| Item::Group(Box::new(group)))
    } else if is_fn(input) {
        parse_function(input, &attributes, vis, errors)
            .map(|function| Item::Function(Box::new(function)))
    } else {
        input.parse().map(Item::Stray)
    }
}

fn is_fn(input: ParseStream<'_>) -> bool {
    input.fork().parse::<Signature>().is_ok()
        || input.peek(Token![fn])
        || input.peek2(Token![fn])
        || (input.peek(Token![extern]) && input.peek3(Token![fn]))
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
        Some(input.parse()?)
    } else {
        None
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
    let signature = input.parse()?;
    let body = match input.parse::<TokenTree>()? {
        TokenTree::Punct(punct) if punct.as_char() == ';' => None,
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group.into()),
        other => return Err(syn::Error::new_spanned(other, "expected `;`")),
    };
    Ok(Function {
        outer: Outer::collect(attributes),
        misplaced: misplaced(attributes, &["family"]),
        foreign: foreign(attributes),
        op: Args::collect(attributes, "op", errors),
        event: Args::collect(attributes, "event", errors),
        vis,
        signature,
        body,
    })
}
