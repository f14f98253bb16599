//! Slips in `fn name(request: Set) -> Reply` that are not Rust, with a better message than that of the parser.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::ParseStream;

/// Refuses a head of a `fn` that is not Rust. `parameter` is the name of the parameter in the help.
pub(super) fn refuse_slips(input: ParseStream<'_>, parameter: &str) -> syn::Result<()> {
    let tokens = input.fork().parse::<TokenStream>()?;
    let tokens = tokens.into_iter().collect::<Vec<_>>();
    let is_fn = |tree: &TokenTree| matches!(tree, TokenTree::Ident(ident) if ident == "fn");
    let Some(head) = tokens.iter().position(is_fn) else {
        return Ok(());
    };
    let [TokenTree::Ident(name), rest @ ..] = &tokens[head + 1..] else {
        return Ok(());
    };
    if syn::parse2::<syn::Ident>(name.to_token_stream()).is_err() {
        return refuse(
            name,
            format!("`{name}` is a keyword\nhelp: write `fn r#{name}`"),
        );
    }
    refuse_dashes(name, rest)?;
    match rest {
        [TokenTree::Group(group), rest @ ..] if group.delimiter() == Delimiter::Parenthesis => {
            refuse_parameter(name, group, parameter)?;
            refuse_reply(rest)
        }
        [TokenTree::Punct(punct), ..] if punct.as_char() == '<' => Ok(()),
        _ => refuse(
            name,
            format!("expected parentheses after `{name}`\nhelp: write `fn {name}()`"),
        ),
    }
}

fn refuse(tokens: impl ToTokens, message: String) -> syn::Result<()> {
    Err(syn::Error::new_spanned(tokens, message))
}

fn is_punct(tree: &TokenTree, letter: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == letter)
}

/// Refuses `fn dev-get`, a name as in YNL.
fn refuse_dashes(name: &Ident, rest: &[TokenTree]) -> syn::Result<()> {
    let parts = rest.chunks_exact(2).map_while(|pair| match pair {
        [dash, TokenTree::Ident(part)] if is_punct(dash, '-') => Some((dash, part)),
        _ => None,
    });
    let parts = parts.collect::<Vec<_>>();
    let Some((dash, _)) = parts.first() else {
        return Ok(());
    };
    let name = parts
        .iter()
        .fold(name.to_string(), |name, (_, part)| format!("{name}_{part}"));
    refuse(
        dash,
        format!("names are written with underscores\nhelp: write `fn {name}`"),
    )
}

/// Refuses a parameter without a name, without a type, or with the type first as in C.
fn refuse_parameter(name: &Ident, group: &Group, parameter: &str) -> syn::Result<()> {
    let tokens = group.stream().into_iter().collect::<Vec<_>>();
    let first = tokens
        .split(|tree| is_punct(tree, ','))
        .next()
        .unwrap_or_default();
    let written = |tokens: &[TokenTree]| {
        let tokens = tokens.iter().cloned().collect::<TokenStream>();
        tokens
            .to_string()
            .replace(" :: ", "::")
            .replace(" <", "<")
            .replace("< ", "<")
            .replace(" >", ">")
    };
    match first {
        [dot, other] if is_punct(dot, '.') && is_punct(other, '.') => refuse(
            group,
            format!(
                "expected a parameter, found `..`\nhelp: write `fn {name}({parameter}: Set)`, or `fn {name}()` without attributes"
            ),
        ),
        [TokenTree::Ident(ident), equals, ty @ ..] if is_punct(equals, '=') => refuse(
            equals,
            format!(
                "expected `:`, found `=`\nhelp: write `{ident}: {}`",
                written(ty)
            ),
        ),
        [ty @ .., TokenTree::Ident(ident)] if is_type(ty) && !is_type(&first[ty.len()..]) => {
            refuse(
                quote!(#(#first)*),
                format!(
                    "expected the name of the parameter before its type\nhelp: write `{ident}: {}`",
                    written(ty)
                ),
            )
        }
        [TokenTree::Ident(ident)] if !is_type(first) && ident != "self" => refuse(
            ident,
            format!("missing type of the parameter `{ident}`\nhelp: write `{ident}: Set`"),
        ),
        ty if is_type(ty) => refuse(
            quote!(#(#ty)*),
            format!(
                "missing name of the parameter\nhelp: write `{parameter}: {}`",
                written(ty)
            ),
        ),
        _ => Ok(()),
    }
}

/// Whether the tokens are a path to a type, whose last name begins in upper case.
fn is_type(tokens: &[TokenTree]) -> bool {
    let tokens = tokens.iter().cloned().collect::<TokenStream>();
    let path = syn::parse2::<syn::TypePath>(tokens).ok();
    let name = path.and_then(|path| Some(path.path.segments.last()?.ident.to_string()));
    name.is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// Refuses a reply that is not written after `->`.
fn refuse_reply(rest: &[TokenTree]) -> syn::Result<()> {
    let help = "help: write `->` before the attribute set of the reply";
    match rest {
        [equals, arrow, ..] if is_punct(equals, '=') && is_punct(arrow, '>') => refuse(
            quote!(#equals #arrow),
            format!("expected `->`, found `=>`\n{help}"),
        ),
        [colon, ..] if is_punct(colon, ':') => {
            refuse(colon, format!("expected `->`, found `:`\n{help}"))
        }
        [TokenTree::Ident(reply), ..] if reply != "where" => refuse(
            reply,
            format!(
                "expected `->` or `;`, found `{reply}`\nhelp: write `-> {reply}` for the reply"
            ),
        ),
        _ => Ok(()),
    }
}
