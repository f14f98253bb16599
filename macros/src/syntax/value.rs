//! Values of words, after their `=`: whether they are complete, and which expression they are.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, Ident, Type, Variant};

/// Refuses two values without a comma between them, and an incomplete value. All else is checked with the word.
pub(super) fn check(tokens: TokenStream) -> syn::Result<TokenStream> {
    if is_type(&tokens) {
        return Ok(tokens);
    }
    let trees = tokens.clone().into_iter().collect::<Vec<_>>();
    let is_value = |tree| is_operand(tree) || matches!(tree, TokenTree::Group(_));
    let is_semicolon =
        |tree: &TokenTree| matches!(tree, TokenTree::Punct(it) if it.as_char() == ';');
    let second = trees.windows(2).find_map(|pair| match pair {
        [first, second] if is_value(first) && (is_operand(second) || is_semicolon(second)) => {
            Some(second)
        }
        _ => None,
    });
    if let Some(second) = second {
        return Err(missing_comma(second));
    }
    match trees.last() {
        Some(TokenTree::Punct(last)) if "+-*/%^&|!=<:#'".contains(last.as_char()) => {
            Err(too_short(&tokens))
        }
        _ => Ok(tokens),
    }
}

/// Whether the tokens are a type other than `!`.
pub(super) fn is_type(tokens: &TokenStream) -> bool {
    syn::parse2::<Type>(tokens.clone()).is_ok_and(|ty| !matches!(ty, Type::Never(_)))
}

/// Whether it is a literal, or a name that is not a keyword.
fn is_operand(tree: &TokenTree) -> bool {
    match tree {
        TokenTree::Literal(_) => true,
        TokenTree::Ident(_) => syn::parse2::<Ident>(tree.clone().into()).is_ok(),
        TokenTree::Group(_) | TokenTree::Punct(_) => false,
    }
}

/// Parses an expression. It is `Verbatim` if `syn` would need its feature `full` to parse it.
pub(crate) fn expression(tokens: &TokenStream) -> syn::Result<Expr> {
    let whole = |input: ParseStream<'_>| match input.parse() {
        Ok(_) if !input.is_empty() => Err(missing_comma(&input.parse()?)),
        parsed => parsed,
    };
    whole.parse2(tokens.clone()).or_else(|error| {
        let text = error.to_string();
        if text.starts_with("unexpected end") {
            return Err(too_short(tokens));
        } else if !text.starts_with("unsupported expression") {
            return Err(error);
        }
        // Only in the value of a variant, `syn` accepts any expression without that feature.
        match syn::parse2::<Variant>(quote!(Value = return #tokens)) {
            Ok(_) => Ok(Expr::Verbatim(tokens.clone())),
            Err(_) => Err(syn::Error::new(error.span(), "expected an expression")),
        }
    })
}

/// Returns the error for a token in the place of a comma.
pub(super) fn missing_comma(found: &TokenTree) -> syn::Error {
    let help = match found {
        TokenTree::Punct(punct) => format!("write `,` in place of `{punct}`"),
        tree => format!("write `,` before `{tree}`"),
    };
    syn::Error::new(found.span(), format!("expected `,`\nhelp: {help}"))
}

fn too_short(tokens: &TokenStream) -> syn::Error {
    syn::Error::new_spanned(tokens, "expected a complete value")
}
