//! Numbers as authors write them, who have them from a header of C.

use std::fmt::Display;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{BinOp, Expr, ExprLit, Lit, LitInt};

use super::MAX_ATTRIBUTE;
use crate::check::values::literal;

const NESTED: i128 = 0x8000;
const NET_BYTEORDER: i128 = 0x4000;

/// What integer literals come to, where they are computed with or stand in quotes or braces. The macro reads no such number: it
/// tells the author which to write.
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

/// Whether there is a name in it, which may be that of a constant.
pub(super) fn names_constant(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|tree| match tree {
        TokenTree::Ident(_) => true,
        TokenTree::Group(group) => names_constant(&group.stream()),
        _ => false,
    })
}

/// The integer that a text is, as `0x10` is one too.
pub(in crate::check) fn integer(text: &str) -> Option<i128> {
    let literal = syn::parse_str::<LitInt>(text.trim()).ok()?;
    literal
        .base10_parse()
        .ok()
        .filter(|_| literal.suffix().is_empty())
}

/// What to write for an attribute's number with the flags that the kernel has in the bits above it. In decimal it is a number
/// that is too large.
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
        "\nhelp: write `{number}`, with `{word}` for `{flag}`"
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

/// What is wrong with `5u16`, and what to write. Of `0X10` the base is what looks like a suffix.
pub(super) fn without_suffix(written: &str, suffix: &str) -> (&'static str, String) {
    if suffix.starts_with(['X', 'O', 'B']) {
        ("have its base in lower case", written.to_lowercase())
    } else {
        ("be written without a suffix", written.replace(suffix, ""))
    }
}

/// Whether it is an integer literal, be it too large to be read.
pub(super) fn is_integer(expression: &Expr) -> bool {
    matches!(
        expression,
        Expr::Lit(ExprLit {
            lit: Lit::Int(_),
            ..
        })
    )
}
