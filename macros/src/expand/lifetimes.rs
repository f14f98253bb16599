//! Lifetimes in the tokens of a type.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;

/// Renames every lifetime in `tokens` to `name`, which is given without its quote. Lifetimes that a `for<..>` binds keep
/// their names.
pub(super) fn rename(tokens: &impl ToTokens, name: &str) -> TokenStream {
    rename_unbound(tokens.to_token_stream(), name, &mut Vec::new())
}

pub(super) fn any(tokens: &impl ToTokens) -> bool {
    tokens.to_token_stream().into_iter().any(|tree| match tree {
        TokenTree::Group(group) => any(&group.stream()),
        TokenTree::Punct(punct) => punct.as_char() == '\'',
        _ => false,
    })
}

fn rename_unbound(tokens: TokenStream, name: &str, bound: &mut Vec<String>) -> TokenStream {
    let mut tokens = tokens.into_iter().peekable();
    let mut renamed = TokenStream::new();
    let (mut after_for, mut binding) = (false, false);
    while let Some(tree) = tokens.next() {
        match &tree {
            TokenTree::Group(group) => {
                let mut inner = Group::new(
                    group.delimiter(),
                    rename_unbound(group.stream(), name, bound),
                );
                inner.set_span(group.span());
                inner.to_tokens(&mut renamed);
                continue;
            }
            TokenTree::Punct(punct) if punct.as_char() == '\'' => {
                tree.to_tokens(&mut renamed);
                if let Some(TokenTree::Ident(lifetime)) = tokens.next() {
                    let text = lifetime.to_string();
                    if binding {
                        bound.push(text.clone());
                    }
                    let kept = bound.contains(&text);
                    let lifetime = if kept {
                        lifetime
                    } else {
                        Ident::new(name, lifetime.span())
                    };
                    lifetime.to_tokens(&mut renamed);
                }
                continue;
            }
            TokenTree::Punct(punct) => {
                binding =
                    (after_for && punct.as_char() == '<') || (binding && punct.as_char() != '>');
            }
            TokenTree::Ident(ident) => after_for = ident == "for",
            TokenTree::Literal(_) => {}
        }
        tree.to_tokens(&mut renamed);
    }
    renamed
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn every_lifetime_but_the_bound_ones() {
        for (ty, expected) in [
            (quote!(&'a str), quote!(&'x str)),
            (quote!(Foo<'a, 'static, T>), quote!(Foo<'x, 'x, T>)),
            (
                quote!((Foo<'_>, [Bar<'b>; 2])),
                quote!((Foo<'x>, [Bar<'x>; 2])),
            ),
            (
                quote!(dyn for<'c> Fn(&'c str, &'a str)),
                quote!(dyn for<'c> Fn(&'c str, &'x str)),
            ),
            (quote!(u32), quote!(u32)),
        ] {
            assert_eq!(rename(&ty, "x").to_string(), expected.to_string());
        }
        assert!(any(&quote!([Foo<'a>; 2])));
        assert!(!any(&quote!([Foo; 2])));
    }
}
