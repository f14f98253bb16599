//! Types that cannot be payloads: why, and what to write instead.

mod array;
mod c;
mod library;

use syn::{Type, TypeReference};

use self::array::of_array;
use super::types::{inside, is, is_foreign, is_nameless, last_ident, peel, shown};

/// Returns why `ty` cannot be a payload, and what to write; `None` if it may be one.
pub(super) fn unsupported(ty: &Type) -> Option<String> {
    let why = match peel(ty) {
        Type::Reference(reference) => return of_reference(reference),
        Type::Array(array) => return of_array(array),
        Type::Slice(_) => return Some(unsized_type(ty)),
        Type::Path(_) => return of_path(ty),
        Type::Tuple(tuple) if tuple.elems.is_empty() => {
            "it holds nothing\n\
             help: write `bool`, and `flag` after the number, for an attribute without a payload"
        }
        Type::Tuple(_) => {
            "a tuple does not say how its fields are encoded\n\
             help: write a struct with `#[derive(AttributeSet)]`, and `nest` after the number"
        }
        Type::TraitObject(_) | Type::ImplTrait(_) | Type::Infer(_) => {
            "a field needs a concrete type\nhelp: write the name of a type"
        }
        Type::Ptr(_) | Type::FnPtr(_) => {
            "a pointer means nothing to the kernel\nhelp: write the type of the value"
        }
        _ => return None,
    };
    Some(why.to_owned())
}

/// Whether `ty` may be a type of the author with the name of a type of `std`.
pub(super) fn may_be_own(ty: &Type) -> bool {
    let plain = last_ident(ty).and_then(|name| library::of_plain(&name.to_string()));
    is_foreign(ty) || plain.is_some()
}

fn of_path(ty: &Type) -> Option<String> {
    let name = last_ident(ty).filter(|_| !is_foreign(ty))?.to_string();
    let why = match name.as_str() {
        "usize" | "isize" => c::WIDTHS,
        "u128" | "i128" => {
            "an integer has 1, 2, 4 or 8 bytes\n\
             help: write `[u8; 16]` for 16 bytes"
        }
        "f32" | "f64" => {
            "netlink has no floating-point payload\n\
             help: write `[u8; 4]` or `[u8; 8]` for the bytes"
        }
        "char" => "netlink has no character payload\nhelp: write `u8`, or `String` for text",
        "str" | "CStr" => return Some(unsized_type(ty)),
        "Box" => {
            return inside(ty, "Box")
                .filter(|inner| is_nameless(inner))
                .and_then(unsupported);
        }
        name => {
            return c::of_name(name)
                .or_else(|| library::of_plain(name))
                .or_else(|| library::of_generic(ty, name));
        }
    };
    Some(why.to_owned())
}

fn unsized_type(ty: &Type) -> String {
    format!(
        "its size is not known at compile time\nhelp: write `&'a {}`, or `{}`",
        shown(ty),
        owned(ty)
    )
}

fn of_reference(reference: &TypeReference) -> Option<String> {
    let inner = peel(&reference.elem);
    if reference.mutability.is_some() {
        return Some("a message cannot be borrowed mutably\nhelp: remove `mut`".to_owned());
    }
    let bytes = matches!(inner, Type::Slice(slice) if is(&slice.elem, "u8"));
    if bytes || is(inner, "str") || is(inner, "CStr") {
        return None;
    }
    let name = last_ident(inner).map(ToString::to_string);
    let help = match name.as_deref() {
        Some("String") => "&'a str".to_owned(),
        Some("CString" | "OsStr" | "OsString" | "Path" | "PathBuf") => "&'a CStr".to_owned(),
        Some("Vec") if inside(inner, "Vec").is_some_and(|element| is(element, "u8")) => {
            "&'a [u8]".to_owned()
        }
        _ => owned(inner),
    };
    Some(format!(
        "a field can borrow `&str`, `&CStr` and `&[u8]` only\nhelp: write `{help}`"
    ))
}

/// Returns the owned type of a borrowed one: `String` for `str`.
pub(super) fn owned(ty: &Type) -> String {
    match peel(ty) {
        Type::Slice(slice) => format!("Vec<{}>", shown(&slice.elem)),
        ty if is(ty, "str") => "String".to_owned(),
        ty if is(ty, "CStr") || is(ty, "OsStr") || is(ty, "Path") => "CString".to_owned(),
        ty => shown(ty),
    }
}
