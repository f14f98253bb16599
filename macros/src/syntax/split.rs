//! Splits the block into its items.

use proc_macro2::{Delimiter, Punct, Spacing, TokenStream, TokenTree};

use quote::quote;

use crate::errors::Errors;
use crate::rules::Rule;

/// Returns the items, each up to its `;` or its body, so that a mistake in one does not hide a mistake in the next.
pub(super) fn split(body: TokenStream, errors: &mut Errors) -> Vec<TokenStream> {
    let (mut pieces, mut piece) = (Vec::new(), Vec::new());
    let (mut assigned, mut depth, mut before) = (false, 0_usize, ' ');
    for tree in body {
        let mut end = false;
        match &tree {
            TokenTree::Punct(punct) => {
                let letter = punct.as_char();
                end = letter == ';';
                assigned |= letter == '=';
                match letter {
                    '<' => depth += 1,
                    '>' if before != '-' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                before = letter;
            }
            // Braces are a body, unless they are the value of a constant or of a type's parameter.
            TokenTree::Group(group) => {
                end = group.delimiter() == Delimiter::Brace && !assigned && depth == 0;
            }
            _ => {}
        }
        piece.push(tree);
        if end {
            (assigned, depth) = (false, 0);
            pieces.push(std::mem::take(&mut piece));
        }
    }
    if is_attributes(&piece) {
        report_attributes(&piece, errors);
    } else if let Some(last) = piece.last() {
        let mut semicolon = Punct::new(';', Spacing::Alone);
        semicolon.set_span(last.span());
        errors.push(
            Rule::Syntax,
            last,
            "expected `;` after this item\nhelp: write `;` at its end",
        );
        piece.push(semicolon.into());
        pieces.push(piece);
    }
    pieces
        .into_iter()
        .filter(|piece| !is_lone_semicolon(piece))
        .map(TokenStream::from_iter)
        .collect()
}

fn report_attributes(piece: &[TokenTree], errors: &mut Errors) {
    let Some([hash, TokenTree::Group(brackets)]) = piece.get(..2) else {
        return;
    };
    let inside = brackets.stream().into_iter().next();
    let message = if inside.is_some_and(|first| first.to_string() == "doc") {
        "expected a `const` or a `fn` after this comment\nhelp: write `//` if it does not document an item"
    } else {
        "expected a `fn` after this attribute\nhelp: write the `fn`, or remove the attribute"
    };
    errors.push(Rule::Syntax, quote!(#hash #brackets), message);
}

/// Whether it is a doc comment or an attribute without an item.
fn is_attributes(piece: &[TokenTree]) -> bool {
    let is_hash =
        |tree: &TokenTree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '#');
    let is_brackets = |tree: &TokenTree| matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket);
    let mut pairs = piece.chunks(2);
    pairs.all(|pair| matches!(pair, [hash, brackets] if is_hash(hash) && is_brackets(brackets)))
}

/// Whether it is a `;` alone, which rustc and the block allow after a body.
fn is_lone_semicolon(piece: &[TokenTree]) -> bool {
    matches!(piece, [TokenTree::Punct(punct)] if punct.as_char() == ';')
}
