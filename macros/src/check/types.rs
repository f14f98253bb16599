//! What can be told from a type as it is written. Aliases are opaque here, and left to rustc's
//! bounds.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Ident, Path, PathArguments, PathSegment, Type};

/// A type that the words are held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    Integer {
        bits: u32,
        signed: bool,
    },
    Bool,
    Text,
    /// `[u8]` and what owns one.
    Binary,
    Address,
    /// `[u8; N]`.
    Array,
    List,
    /// `Box<T>`.
    Boxed,
    Bitfield32,
    Unsupported(&'static str),
    /// Anything that could be anything.
    Other,
}

/// The type without the parentheses and invisible groups around it.
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

/// The last name of the path: `Vec` of `std::vec::Vec<u8>`.
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

/// Whether it may be a type of the author's that only has the name of a known one: `model::String`.
pub(super) fn is_foreign(ty: &Type) -> bool {
    const ROOTS: [&str; 5] = ["std", "core", "alloc", "bytes", "genl"];
    path(ty).is_some_and(|path| {
        let mut segments = path.segments.iter();
        let first = segments.next();
        let known = first.is_some_and(|first| ROOTS.iter().any(|root| first.ident == root));
        segments.next().is_some() && !known
    })
}

/// What is the payload of each element: the element, without the key or index that it may have.
pub(super) fn payload(element: &Type) -> &Type {
    let segment = last_segment(element);
    match segment.map(|segment| (segment.ident.to_string(), &segment.arguments)) {
        Some((name, PathArguments::AngleBracketed(arguments)))
            if name == "Keyed" || name == "Indexed" =>
        {
            arguments
                .args
                .iter()
                .rev()
                .find_map(argument)
                .unwrap_or(element)
        }
        _ => element,
    }
}

fn argument(argument: &GenericArgument) -> Option<&Type> {
    match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    }
}

/// The `T` of `Option<T>`, where `wrapper` is `Option`.
pub(super) fn inside<'t>(ty: &'t Type, wrapper: &str) -> Option<&'t Type> {
    let segment = last_segment(ty)?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return None;
    };
    if segment.ident != wrapper {
        return None;
    }
    arguments.args.iter().find_map(argument)
}

/// The element of a `Vec`, unless it is the `Vec<u8>` of binary data.
pub(super) fn list_element(ty: &Type) -> Option<&Type> {
    inside(ty, "Vec").filter(|element| !is(element, "u8"))
}

/// Whether it can be a list of mixed attributes: a `Vec` of what could be an enum.
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
    match peel(ty) {
        Type::Path(_) => known_path(ty),
        Type::Reference(reference) if reference.mutability.is_some() => Known::Unsupported(
            "a message cannot be borrowed mutably\nhelp: write `&` without `mut`",
        ),
        Type::Reference(reference) => match peel(&reference.elem) {
            Type::Slice(slice) if is(&slice.elem, "u8") => Known::Binary,
            inner if is(inner, "str") || is(inner, "CStr") => Known::Text,
            _ => Known::Unsupported(
                "only `&str`, `&CStr` and `&[u8]` can be borrowed from a message\n\
                     help: own the value, without the `&`",
            ),
        },
        Type::Array(array) if is(&array.elem, "u8") => Known::Array,
        Type::Array(_) => Known::Unsupported("only arrays of `u8` are payloads"),
        Type::Slice(_) => {
            Known::Unsupported("a slice must be borrowed\nhelp: write `&'a [u8]`, or `Vec<u8>`")
        }
        Type::Tuple(tuple) if tuple.elems.is_empty() => Known::Unsupported(
            "`()` holds nothing\n\
                 help: for an attribute without a payload write `bool`, with `flag`",
        ),
        Type::TraitObject(_) => Known::Unsupported("its type is known at run time alone"),
        Type::ImplTrait(_) | Type::Infer(_) => {
            Known::Unsupported("it names no type\nhelp: write the type")
        }
        Type::Ptr(_) => {
            Known::Unsupported("a pointer means nothing to the kernel\nhelp: own the value")
        }
        Type::Tuple(_) => Known::Unsupported(
            "a tuple is no payload\n\
                 help: make it a struct with `#[derive(AttributeSet)]`, and say `nest`",
        ),
        _ => Known::Other,
    }
}

const WIDTHS: &str =
    "its width differs between machines, and an attribute has one\nhelp: write `u32` or `u64`";
const WIDE: &str = "integers of attributes have 1, 2, 4 or 8 bytes\n\
     help: for 16 bytes of any kind write `[u8; 16]`";
const FLOAT: &str = "netlink has no floating-point payload\n\
     help: for 4 or 8 bytes of any kind write `[u8; 4]` or `[u8; 8]`";

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
        "usize" | "isize" => Known::Unsupported(WIDTHS),
        "u128" | "i128" => Known::Unsupported(WIDE),
        "f32" | "f64" => Known::Unsupported(FLOAT),
        "char" => {
            Known::Unsupported("netlink has no character payload\nhelp: write `u8`, or a string")
        }
        "str" => {
            Known::Unsupported("text must be borrowed or owned\nhelp: write `&'a str`, or `String`")
        }
        "CStr" => Known::Unsupported(
            "text must be borrowed or owned\nhelp: write `&'a CStr`, or `CString`",
        ),
        "HashMap" | "BTreeMap" => Known::Unsupported(
            "a map is no payload\n\
                 help: for elements numbered by a key write `Vec<Keyed<u16, T>>`, with \
                 `keyed(key: u16)`",
        ),
        "bool" => Known::Bool,
        "String" | "CString" => Known::Text,
        "Bytes" => Known::Binary,
        "Ipv4Addr" | "Ipv6Addr" => Known::Address,
        "IpAddr" => Known::Unsupported(
            "an address has 4 bytes or 16, and an attribute one length\n\
                 help: write `Ipv4Addr` or `Ipv6Addr`",
        ),
        "Vec" if inside(ty, "Vec").is_some_and(|element| is(element, "u8")) => Known::Binary,
        "Vec" if !is_bare(ty) => Known::List,
        "Box" => match inside(ty, "Box") {
            Some(inner) if is_nameless(inner) => known(inner),
            _ => Known::Boxed,
        },
        "Bitfield32" => Known::Bitfield32,
        _ => Known::Other,
    }
}

/// `dyn Trait`, `impl Trait` and `_`, be it in a `Box`.
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

/// The first lifetime in `ty` whose name, without its quote, is what is looked for.
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

/// The least and the greatest value of `u8` to `i64`.
pub(super) fn range(integer: &str) -> (i128, i128) {
    let (kind, bits) = integer.split_at(1);
    let bits = bits.parse::<u32>().unwrap_or(64);
    if kind == "i" {
        (-(1 << (bits - 1)), (1 << (bits - 1)) - 1)
    } else {
        (0, (1 << bits) - 1)
    }
}
