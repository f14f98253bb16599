//! Numbers as authors copy them from C headers.

use std::fmt::Display;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{BinOp, Expr, ExprLit, Lit, LitInt};

use super::MAX_ATTRIBUTE;
use crate::check::values::literal;

const NESTED: i128 = 0x8000;
const NET_BYTEORDER: i128 = 0x4000;

/// Computes an expression of integer literals, or one in quotes or braces. The macro does not accept such a number:
/// the help says which literal to write.
pub(in crate::check) fn computed(tokens: &TokenStream) -> Option<i128> {
    let mut trees = tokens.clone().into_iter();
    match (trees.next(), trees.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::Brace => {
            computed(&group.stream())
        }
        _ => value(&syn::parse2(tokens.clone()).ok()?),
    }
}

fn value(expression: &Expr) -> Option<i128> {
    match expression {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) => integer(&text.value()),
        Expr::Lit(ExprLit {
            lit: Lit::Char(letter),
            ..
        }) => letter.value().to_digit(10).map(i128::from),
        Expr::Lit(ExprLit {
            lit: Lit::Float(float),
            ..
        }) => integer(float.base10_digits().strip_suffix(".0")?),
        Expr::Paren(inner) => value(&inner.expr),
        Expr::Group(inner) => value(&inner.expr),
        Expr::Cast(cast) => value(&cast.expr),
        Expr::Path(path) => match path.path.segments.last()?.ident.to_string().as_str() {
            "NLA_F_NESTED" => Some(NESTED),
            "NLA_F_NET_BYTEORDER" => Some(NET_BYTEORDER),
            _ => None,
        },
        Expr::Binary(binary) => {
            let (left, right) = (value(&binary.left)?, value(&binary.right)?);
            let shift = u32::try_from(right).ok();
            match binary.op {
                BinOp::Add(_) => left.checked_add(right),
                BinOp::Sub(_) => left.checked_sub(right),
                BinOp::Mul(_) => left.checked_mul(right),
                BinOp::BitOr(_) => Some(left | right),
                BinOp::Shl(_) => left.checked_shl(shift?),
                _ => None,
            }
        }
        expression => literal(expression),
    }
}

/// Whether it contains a name, which may be that of a constant.
pub(super) fn names_constant(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|tree| match tree {
        TokenTree::Ident(_) => true,
        TokenTree::Group(group) => names_constant(&group.stream()),
        _ => false,
    })
}

/// Returns the integer that a text contains, such as `16` or `0x10`.
pub(in crate::check) fn integer(text: &str) -> Option<i128> {
    let literal = syn::parse_str::<LitInt>(text.trim()).ok()?;
    literal
        .base10_parse()
        .ok()
        .filter(|_| literal.suffix().is_empty())
}

/// Returns the help for an attribute number with one of the two flags in the bits above it. A decimal number
/// without a name is too large, and means no flag.
pub(super) fn without_flags(tokens: &TokenStream, max: &impl Display) -> Option<String> {
    let decimal = tokens.to_string().parse::<u32>().is_ok();
    let of_attribute = max.to_string() == MAX_ATTRIBUTE.to_string();
    let value = computed(tokens)
        .filter(|value| of_attribute && !decimal && (0..=0xffff).contains(value))?;
    let number = value & i128::from(MAX_ATTRIBUTE);
    let (flag, word) = match (value & NESTED, value & NET_BYTEORDER) {
        (0, 0) => return None,
        (0, _) => ("NLA_F_NET_BYTEORDER", "big_endian"),
        _ => ("NLA_F_NESTED", "nest"),
    };
    Some(format!(
        "\nhelp: write `{number}`, and the word `{word}` for `{flag}`"
    ))
}

pub(super) fn suffix(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Lit(ExprLit {
            lit: Lit::Int(literal),
            ..
        }) => Some(literal.suffix().to_owned()).filter(|suffix| !suffix.is_empty()),
        Expr::Group(inner) => suffix(&inner.expr),
        _ => None,
    }
}

/// Returns what is wrong with `5u16`, and what to write. In `0X10`, `syn` reads the upper-case base as a suffix.
pub(super) fn without_suffix(written: &str, suffix: &str) -> (&'static str, String) {
    if suffix.starts_with(['X', 'O', 'B']) {
        (
            "be written with a lower-case prefix",
            written.to_lowercase(),
        )
    } else {
        ("be written without a suffix", written.replace(suffix, ""))
    }
}

/// Whether it is an integer literal, even one that is too large to parse.
pub(super) fn is_integer(expression: &Expr) -> bool {
    matches!(
        expression,
        Expr::Lit(ExprLit {
            lit: Lit::Int(_),
            ..
        })
    )
}
