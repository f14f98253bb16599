//! The attributes of a set: its own, or those of the set at the end of a chain of subsets.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{GenericParam, parse_quote};

use super::{attributes, named};
use crate::expand::{at, generics, lifetimes, named_at, path_at};
use crate::model::{Attribute, AttributeSet};

/// Writes how subsets find the attributes of the set, and that a set without parameters does not borrow.
pub(in crate::expand) fn expand_root(set: &AttributeSet) -> TokenStream {
    let (krate, ident) = (&set.krate, named(&set.ident));
    let (_, arguments, _) = set.generics.split_for_impl();
    let mut generics = generics::bounded(set);
    let predicates = generics.where_clause.take().map(|bounds| bounds.predicates);
    let implemented = if set.mixed {
        quote!(MixedAttribute)
    } else {
        quote!(AttributeSet)
    };
    let mut more = generics.clone();
    more.params.push(parse_quote!(__T));
    let (parameters, _, _) = generics.split_for_impl();
    let (more, _, _) = more.split_for_impl();
    let more = (!set.mixed).then(|| quote!([#more]));
    let own = attributes(set).filter(|field| field.slot.is_some());
    let own = own.map(|field| named(&field.constant));
    let of = lifetimes::rename(&set.subset_of, "__genl");
    let short = set.generics.params.is_empty();
    let is_set = is_set(set);
    // rustc reports a wrong set at its name in `subset_of`.
    let span = set.subset_of.as_ref().map_or_else(|| at(&set.ident), at);
    let root = path_at(krate, span);
    let written = match (&set.subset_of, short) {
        (None, true) => quote_spanned!(span=> whole!(owned #implemented #ident)),
        (Some(_), true) => {
            quote_spanned!(span=> part!(owned #implemented #ident, #is_set #of #(, #own)*))
        }
        (None, false) => {
            let view = generics::view(&set.generics);
            quote_spanned!(span=> whole!(#implemented [#parameters] [#ident #arguments] [#predicates] #ident #view))
        }
        (Some(_), false) => {
            quote_spanned!(span=> part!(#implemented [#parameters] #more [#ident #arguments] [#predicates] #is_set #of #(, #own)*))
        }
    };
    let owned = (!short).then(|| super::expand_owned(set));
    quote!(#owned #root::#written;)
}

/// Checks that the set is one. A constant in a type can check a set without parameters only.
fn is_set(set: &AttributeSet) -> TokenStream {
    if is_generic(set) {
        return quote!({ true });
    }
    let of = set.subset_of.to_token_stream();
    if set.generics.params.is_empty() && !lifetimes::any(&of) {
        return TokenStream::new();
    }
    let (krate, of) = (&set.krate, lifetimes::rename(&of, "static"));
    quote_spanned!(at(&set.subset_of)=> { #krate::codec::is_set::<#of>() })
}

/// Calls a macro of the runtime with the constant of the set at the end of the chain, for a field of a subset.
///
/// The macro keeps expansions short. All tokens at which rustc may point come from here.
pub(super) fn root_slot(set: &AttributeSet, field: &Attribute, done: &TokenStream) -> TokenStream {
    let (span, constant) = (at(&field.ty), its_own(&field.constant));
    let krate = path_at(&set.krate, span);
    quote_spanned!(span=> #krate::of!(#constant #done))
}

/// Returns the constant with the span of the field. rustc suggests a similar name for tokens of the author only.
fn its_own(constant: &Ident) -> Ident {
    named_at(constant, constant.span())
}

/// Writes how to get the number of a field from the constant of the set.
fn method(field: &Attribute) -> Ident {
    let of_set = field.slot.is_none();
    let method = if of_set { "at" } else { "own" };
    Ident::new(method, at(&field.constant))
}

/// Writes the number of an attribute of a subset.
pub(super) fn expand_number(set: &AttributeSet, field: &Attribute) -> TokenStream {
    let (method, of) = (method(field), lifetimes::rename(&set.subset_of, "_"));
    root_slot(
        set,
        field,
        &quote_spanned!(at(&field.constant)=> .#method(::core::marker::PhantomData::<#of>)),
    )
}

/// Writes the numbers as constants. `constant` makes their names from the fields.
pub(super) fn expand_numbers(
    set: &AttributeSet,
    constant: impl Fn(&Attribute) -> Ident,
) -> Option<TokenStream> {
    set.subset_of.as_ref()?;
    let (ident, (_, arguments, _)) = (named(&set.ident), set.generics.split_for_impl());
    let arguments = lifetimes::rename(&arguments, "static");
    let span = at(&set.subset_of);
    let krate = path_at(&set.krate, span);
    let numbers = attributes(set).map(|field| {
        let (constant, slot, method) = (constant(field), its_own(&field.constant), method(field));
        quote_spanned!(at(&slot)=> , #constant = _R::#slot.#method(_S))
    });
    Some(quote_spanned!(span=> #krate::numbers!(#ident #arguments #(#numbers)*);))
}

/// Whether the set has parameters on which a constant in a function cannot depend.
pub(super) fn is_generic(set: &AttributeSet) -> bool {
    let mut parameters = set.generics.params.iter();
    !parameters.all(|one| matches!(one, GenericParam::Lifetime(_)))
}
