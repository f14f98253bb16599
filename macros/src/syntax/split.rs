//! Where one item of the block ends and the next one begins.

use proc_macro2::{Delimiter, Punct, Spacing, TokenStream, TokenTree};

use crate::errors::Errors;
use crate::rules::Rule;

/// The items, each ending with `;` or with a body, so that what is wrong with one hides nothing of
/// the next.
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
            // A body, unless it is a value: that of a constant, or of a type's parameter.
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
