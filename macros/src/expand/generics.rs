//! The generic parameters of a set: those of its `View`, and the bounds that its fields need.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{GenericParam, Generics, Lifetime, Path, WherePredicate, parse_quote};

use super::{lifetimes, word};
use crate::model::{Attribute, AttributeSet, Field, Presence, Repeat};

/// Returns the lifetime that declares the `View`. rustdoc shows it, so it has a plain name unless the set has lifetimes of its own.
pub(super) fn view_lifetime(generics: &Generics) -> Lifetime {
    let name = if borrows(generics) { "'__genl" } else { "'a" };
    Lifetime::new(name, Span::call_site())
}

/// Returns the arguments of the set with the lifetime of a message: `<'__genl, T>`.
pub(super) fn view(generics: &Generics) -> TokenStream {
    let (_, arguments, _) = generics.split_for_impl();
    lifetimes::rename(&arguments, "__genl")
}

/// Returns the same arguments for an expression: `::<'__genl, T>`.
pub(super) fn turbofish(generics: &Generics) -> TokenStream {
    let view = view(generics);
    if view.is_empty() {
        view
    } else {
        quote!(::#view)
    }
}

/// Returns the parameters of the set with the bounds that encoding and decoding need.
///
/// A field whose type contains the set itself gets no bound: rustc could not resolve it, and the parameters have bounds
/// already.
pub(super) fn bounded(set: &AttributeSet) -> Generics {
    let mut generics = set.generics.clone();
    let parameters = generics
        .type_params()
        .map(|parameter| parameter.ident.to_string())
        .collect::<Vec<_>>();
    if parameters.is_empty() {
        return generics;
    }
    let itself = [set.ident.to_string(), "Self".to_owned()];
    let predicates = set.fields.iter().flat_map(|field| match field {
        Field::Attribute(field) => predicates(set, field, &parameters, &itself),
        Field::Unknown(_) => Vec::new(),
    });
    let predicates = predicates.collect::<Vec<_>>();
    if !predicates.is_empty() {
        generics.make_where_clause().predicates.extend(predicates);
    }
    generics
}

fn predicates(
    set: &AttributeSet,
    field: &Attribute,
    parameters: &[String],
    itself: &[String],
) -> Vec<WherePredicate> {
    let Some(slot) = &field.slot else {
        return Vec::new();
    };
    let ty = field.element.as_ref().unwrap_or(&field.ty);
    let tokens = ty.to_token_stream();
    let krate = &set.krate;
    if let Some(sibling) = set.sibling(field) {
        let (word, sibling) = (word::payload(krate, slot), declared(sibling));
        return beside(krate, &word, &quote!(#tokens, #sibling), parameters, itself);
    }
    if !mentions(&tokens, parameters) || mentions(&tokens, itself) {
        return Vec::new();
    }
    let word = if field.element.is_some() {
        word::payload(krate, slot)
    } else {
        word::word(krate, slot)
    };
    let read = if slot.repeat == Some(Repeat::Array) {
        quote!(#krate::codec::Packed<#word>)
    } else {
        quote!(#krate::codec::FromPayload<'__genl_payload, #word>)
    };
    if !lifetimes::any(&tokens) {
        return vec![parse_quote!(#tokens: for<'__genl_payload> #read)];
    }
    let view = lifetimes::rename(&tokens, "__genl_payload");
    vec![
        parse_quote!(for<'__genl_payload> #view: #read),
        parse_quote!(#tokens: #krate::codec::Payload<#word>),
    ]
}

/// Returns the bounds of a codec for two `types`: that of the field, and that of its sibling.
fn beside(
    krate: &Path,
    word: &TokenStream,
    types: &TokenStream,
    parameters: &[String],
    itself: &[String],
) -> Vec<WherePredicate> {
    if !mentions(types, parameters) || mentions(types, itself) {
        return Vec::new();
    }
    let view = lifetimes::rename(types, "__genl_payload");
    vec![
        parse_quote!(#word: for<'__genl_payload> #krate::codec::GetBeside<'__genl_payload, #view>),
        parse_quote!(#word: #krate::codec::PutBeside<#types>),
    ]
}

/// Returns the type of the field, with its `Option`.
pub(super) fn declared(field: &Attribute) -> TokenStream {
    let ty = &field.ty;
    match field.presence {
        Presence::Optional => quote!(::core::option::Option<#ty>),
        Presence::Required | Presence::List | Presence::Flag => ty.to_token_stream(),
    }
}

/// Whether the type contains one of the names.
pub(super) fn mentions(tokens: &TokenStream, names: &[String]) -> bool {
    tokens.clone().into_iter().any(|tree| match tree {
        TokenTree::Group(group) => mentions(&group.stream(), names),
        TokenTree::Ident(ident) => names.contains(&ident.to_string()),
        _ => false,
    })
}

/// Whether the set borrows. Its `View` is then another type than itself.
pub(super) fn borrows(generics: &Generics) -> bool {
    generics
        .params
        .iter()
        .any(|parameter| matches!(parameter, GenericParam::Lifetime(_)))
}
