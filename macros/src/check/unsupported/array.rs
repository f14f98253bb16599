//! Arrays of other elements than bytes.

use syn::{Expr, ExprLit, Lit, Type, TypeArray};

use super::unsupported;
use crate::check::types::{Known, is, known, last_ident, peel, shown};

/// Element types that are bytes or characters in C.
const BYTES: [&str; 5] = ["i8", "char", "c_char", "c_schar", "c_uchar"];

pub(super) fn of_array(array: &TypeArray) -> Option<String> {
    let element = &*array.elem;
    if is(element, "u8") {
        return None;
    }
    let name = last_ident(element).map(ToString::to_string);
    let length = length(&array.len);
    let help = if name.is_some_and(|name| BYTES.contains(&name.as_str())) {
        text(length)
    } else if let Some(width) = width(element) {
        let whole = length.map_or_else(|| "N".to_owned(), |length| (length * width).to_string());
        format!("help: write `[u8; {whole}]` for the bytes of all elements")
    } else if let Some(why) = unsupported(element) {
        return Some(why);
    } else {
        list(element)
    };
    Some(format!("an array must be one of `u8`\n{help}"))
}

fn text(length: Option<u64>) -> String {
    let Some(length) = length else {
        return "help: write `[u8; N]`, or `String` for text".to_owned();
    };
    let longest = length.saturating_sub(1);
    format!(
        "help: write `[u8; {length}]`\n\
         help: write `String`, and `max_len = {longest}`, for text that ends with a NUL"
    )
}

fn list(element: &Type) -> String {
    let element_shown = shown(element);
    if is(element, "IpAddr") {
        return format!("help: write `Vec<{element_shown}>`, and `multi` or `indexed`");
    }
    if matches!(known(element), Known::Integer { .. }) {
        return format!("help: write `Vec<{element_shown}>`, and `array`");
    }
    format!(
        "help: write `Vec<{element_shown}>`, and `array, c_struct` for a C struct\n\
         help: write `Vec<{element_shown}>`, and `multi, nest` or `indexed, nest` for an attribute set"
    )
}

/// Returns the size of an element, if it is fixed.
fn width(element: &Type) -> Option<u64> {
    match peel(element) {
        Type::Array(array) if is(&array.elem, "u8") => length(&array.len),
        element if is(element, "bool") => Some(1),
        element if is(element, "Ipv4Addr") => Some(4),
        element if is(element, "Ipv6Addr") => Some(16),
        _ => None,
    }
}

fn length(expression: &Expr) -> Option<u64> {
    match expression {
        Expr::Lit(ExprLit {
            lit: Lit::Int(length),
            ..
        }) => length.base10_parse().ok(),
        _ => None,
    }
}
