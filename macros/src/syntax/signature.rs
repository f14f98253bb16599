//! `fn add_addr(request: AddAddr) -> Reply`, and what authors may write instead.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::{Abi, Attribute, Generics, Ident, ReturnType, Token, Type};

pub(crate) struct Signature {
    pub(crate) qualifiers: Qualifiers,
    pub(crate) ident: Ident,
    /// With the where clause.
    pub(crate) generics: Generics,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) output: Option<Type>,
}

/// The keywords before `fn`.
pub(crate) struct Qualifiers {
    pub(crate) constness: Option<Token![const]>,
    pub(crate) asyncness: Option<Token![async]>,
    pub(crate) unsafety: Option<Token![unsafe]>,
    pub(crate) abi: Option<Abi>,
}

pub(crate) struct Parameter {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) pattern: TokenStream,
    /// `None` for `self` and `...`.
    pub(crate) ty: Option<(Token![:], Type)>,
}

impl Signature {
    /// Whether `input` goes on with a `fn`, with any keywords before it.
    pub(super) fn is_next(input: ParseStream<'_>) -> bool {
        let ahead = input.fork();
        ahead.parse::<Qualifiers>().is_ok() && ahead.peek(Token![fn]) || input.peek2(Token![fn])
    }
}

impl Parse for Signature {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let qualifiers = input.parse()?;
        input.parse::<Token![fn]>()?;
        let ident = input.parse()?;
        let mut generics = input.parse::<Generics>()?;
        let content;
        syn::parenthesized!(content in input);
        let mut parameters = Vec::new();
        while !content.is_empty() {
            parameters.push(content.parse()?);
            if !content.is_empty() {
                content.parse::<Token![,]>()?;
            }
        }
        let output = match input.parse()? {
            ReturnType::Type(_, ty) => Some(*ty),
            ReturnType::Default => None,
        };
        generics.where_clause = input.parse()?;
        Ok(Self {
            qualifiers,
            ident,
            generics,
            parameters,
            output,
        })
    }
}

impl Parse for Qualifiers {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Ok(Self {
            constness: input.parse()?,
            asyncness: input.parse()?,
            unsafety: input.parse()?,
            abi: input.parse()?,
        })
    }
}

impl Parameter {
    pub(crate) fn is_self(&self) -> bool {
        let is_self = |tree: TokenTree| matches!(tree, TokenTree::Ident(ident) if ident == "self");
        self.pattern.clone().into_iter().any(is_self)
    }

    fn can_be_untyped(&self) -> bool {
        self.is_self() || syn::parse2::<Token![...]>(self.pattern.clone()).is_ok()
    }
}

impl Parse for Parameter {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut parameter = Self {
            attributes: input.call(Attribute::parse_outer)?,
            pattern: parse_pattern(input)?,
            ty: None,
        };
        if input.peek(Token![:]) || !parameter.can_be_untyped() {
            parameter.ty = Some((input.parse()?, input.parse()?));
        }
        Ok(parameter)
    }
}

/// Parses all tokens before the `:` or the next parameter.
fn parse_pattern(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let is_type_next = || input.peek(Token![:]) && !input.peek(Token![::]);
    let mut pattern = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) && !is_type_next() {
        if input.peek(Token![::]) {
            input.parse::<Token![::]>()?.to_tokens(&mut pattern);
            continue;
        }
        let two_names = input.peek(Ident) && input.peek2(Ident);
        input.parse::<TokenTree>()?.to_tokens(&mut pattern);
        if two_names {
            return Err(input.error("expected `:`"));
        }
    }
    if pattern.is_empty() {
        return Err(input.error("expected the name of a parameter"));
    }
    Ok(pattern)
}

impl ToTokens for Parameter {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.pattern.to_tokens(tokens);
        if let Some((colon, ty)) = &self.ty {
            colon.to_tokens(tokens);
            ty.to_tokens(tokens);
        }
    }
}
