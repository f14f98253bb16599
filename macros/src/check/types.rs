//! What the macro knows of a type by its name. It cannot see through aliases, which are left to rustc's bounds.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Ident, Path, PathArguments, PathSegment, Type};

use super::unsupported::unsupported;

/// The kind of a type, as far as its words depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    Integer {
        bits: u32,
        signed: bool,
    },
    Bool,
    Text,
    /// `[u8]`, and types that own one.
    Binary,
    Address,
    /// `[u8; N]`.
    Array,
    List,
    /// `Box<T>`.
    Boxed,
    Bitfield32,
    /// A type that [`unsupported`] refuses.
    Unsupported,
    /// A type of the author, or an alias: only rustc knows what it is.
    Other,
}

/// Returns the type without the parentheses and invisible groups around it.
pub(super) fn peel(ty: &Type) -> &Type {
    match ty {
        Type::Paren(inner) => peel(&inner.elem),
        Type::Group(inner) => peel(&inner.elem),
        ty => ty,
    }
}

pub(super) fn path(ty: &Type) -> Option<&Path> {
    match peel(ty) {
        Type::Path(ty) => Some(&ty.path),
        _ => None,
    }
}

fn last_segment(ty: &Type) -> Option<&PathSegment> {
    path(ty)?.segments.last()
}

/// Returns the last name of the path: `Vec` of `std::vec::Vec<u8>`.
pub(super) fn last_ident(ty: &Type) -> Option<&Ident> {
    last_segment(ty).map(|segment| &segment.ident)
}

/// Whether it is a path without arguments at its end.
pub(super) fn is_bare(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|segment| segment.arguments.is_none())
}

pub(super) fn is(ty: &Type, name: &str) -> bool {
    last_ident(ty).is_some_and(|ident| ident == name)
}

/// Whether it may be a type of the author with the name of a known one, such as `model::String`.
pub(super) fn is_foreign(ty: &Type) -> bool {
    const ROOTS: [&str; 6] = ["std", "core", "alloc", "bytes", "genl", "libc"];
    path(ty).is_some_and(|path| {
        let mut segments = path.segments.iter();
        let first = segments.next();
        let known = first.is_some_and(|first| ROOTS.iter().any(|root| first.ident == root));
        segments.next().is_some() && !known
    })
}

/// Returns the payload of an element: the element without its key or index.
pub(super) fn payload(element: &Type) -> &Type {
    if !is(element, "Keyed") && !is(element, "Indexed") {
        return element;
    }
    arguments(element).last().copied().unwrap_or(element)
}

/// Returns the types in `Name<'a, A, B>`.
pub(super) fn arguments(ty: &Type) -> Vec<&Type> {
    let segment = last_segment(ty);
    let Some(PathArguments::AngleBracketed(arguments)) = segment.map(|segment| &segment.arguments)
    else {
        return Vec::new();
    };
    let types = arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    types.collect()
}

/// Returns the `T` of `Option<T>`, where `wrapper` is `Option`.
pub(super) fn inside<'t>(ty: &'t Type, wrapper: &str) -> Option<&'t Type> {
    if is(ty, wrapper) {
        arguments(ty).first().copied()
    } else {
        None
    }
}

/// Formats the type as an author writes it.
pub(super) fn shown(ty: &Type) -> String {
    ty.to_token_stream()
        .to_string()
        .replace(" < ", "<")
        .replace(" >", ">")
        .replace("& ", "&")
        .replace("* ", "*")
        .replace(" :: ", "::")
        .replace(":: ", "::")
        .replace(" ,", ",")
        .replace(" ;", ";")
}

/// Returns the element of a `Vec`, unless it is a `Vec<u8>`, which holds bytes.
pub(super) fn list_element(ty: &Type) -> Option<&Type> {
    inside(ty, "Vec").filter(|element| !is(element, "u8"))
}

/// Whether it can be a list of mixed attributes: a `Vec` of a type that may be an enum.
pub(super) fn is_mixed(ty: &Type) -> bool {
    let wrapped = ["Keyed", "Indexed", "Option"];
    list_element(ty).is_some_and(|element| {
        (known(element) == Known::Other || is_foreign(element))
            && !is(element, "UnknownAttribute")
            && !wrapped
                .iter()
                .any(|wrapper| inside(element, wrapper).is_some())
    })
}

pub(super) fn known(ty: &Type) -> Known {
    if unsupported(ty).is_some() {
        return Known::Unsupported;
    }
    match peel(ty) {
        Type::Path(_) => known_path(ty),
        Type::Reference(reference) if matches!(peel(&reference.elem), Type::Slice(_)) => {
            Known::Binary
        }
        Type::Reference(_) => Known::Text,
        Type::Array(_) => Known::Array,
        _ => Known::Other,
    }
}

fn known_path(ty: &Type) -> Known {
    let Some(ident) = last_ident(ty) else {
        return Known::Other;
    };
    let name = ident.to_string();
    match name.as_str() {
        "u8" | "u16" | "u32" | "u64" | "i8" | "i16" | "i32" | "i64" => Known::Integer {
            bits: name[1..].parse().unwrap_or(64),
            signed: name.starts_with('i'),
        },
        "bool" => Known::Bool,
        "String" | "CString" => Known::Text,
        "Bytes" => Known::Binary,
        "Ipv4Addr" | "Ipv6Addr" | "IpAddr" => Known::Address,
        "Vec" if inside(ty, "Vec").is_some_and(|element| is(element, "u8")) => Known::Binary,
        "Vec" if !is_bare(ty) => Known::List,
        "Box" if !is_bare(ty) => Known::Boxed,
        "Bitfield32" => Known::Bitfield32,
        _ => Known::Other,
    }
}

/// Whether it is `dyn Trait`, `impl Trait` or `_`, even in a `Box`.
pub(super) fn is_nameless(ty: &Type) -> bool {
    let ty = peel(inside(ty, "Box").unwrap_or(ty));
    matches!(
        ty,
        Type::TraitObject(_) | Type::ImplTrait(_) | Type::Infer(_)
    )
}

pub(super) fn is_unsized(ty: &Type) -> bool {
    matches!(peel(ty), Type::Slice(_) | Type::TraitObject(_)) || is(ty, "str") || is(ty, "CStr")
}

/// Returns the first lifetime in `ty` for whose name, without the quote, `is_it` is true.
pub(super) fn lifetime(ty: &Type, is_it: fn(&str) -> bool) -> Option<TokenStream> {
    fn find(tokens: TokenStream, is_it: fn(&str) -> bool) -> Option<TokenStream> {
        let mut tokens = tokens.into_iter();
        while let Some(tree) = tokens.next() {
            match tree {
                TokenTree::Group(group) => {
                    if let Some(found) = find(group.stream(), is_it) {
                        return Some(found);
                    }
                }
                TokenTree::Punct(quote) if quote.as_char() == '\'' => match tokens.next() {
                    Some(TokenTree::Ident(name)) if is_it(&name.to_string()) => {
                        return Some([TokenTree::Punct(quote), name.into()].into_iter().collect());
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        None
    }
    find(ty.to_token_stream(), is_it)
}

/// Returns the least and the greatest value of an integer, from `u8` to `i64`.
pub(super) fn range(integer: &str) -> (i128, i128) {
    let (kind, bits) = integer.split_at(1);
    let bits = bits.parse::<u32>().unwrap_or(64);
    if kind == "i" {
        (-(1 << (bits - 1)), (1 << (bits - 1)) - 1)
    } else {
        (0, (1 << bits) - 1)
    }
}
