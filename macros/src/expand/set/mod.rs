//! `#[derive(AttributeSet)]`.

mod decode;
mod mixed;
mod slots;
mod subset;
mod table;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::names::{Case, renamed};
use super::{at, generics, lifetimes, named, named_at};
use crate::model::{Attribute, AttributeSet, Field, Presence};

pub(super) use slots::{hint_name, slot_constants};
pub(super) use subset::expand_root;

pub(crate) fn expand_set(set: &AttributeSet) -> TokenStream {
    let slots = slot_constants(set);
    let implementation = if set.mixed {
        mixed::expand_impl(set)
    } else {
        expand_impl(set)
    };
    let root = expand_root(set);
    quote!(#slots #root #implementation)
}

fn expand_impl(set: &AttributeSet) -> TokenStream {
    let (krate, ident) = (&set.krate, named(&set.ident));
    let generics = generics::bounded(set);
    let (parameters, _, bounds) = generics.split_for_impl();
    let (_, arguments, _) = set.generics.split_for_impl();
    let view = generics::view(&set.generics);
    let lifetime = generics::view_lifetime(&set.generics);
    let description = expand_description(set);
    let encode = expand_encode(set);
    let decode = decode::expand_decode(set);
    let table = table::expand_table(set);
    quote_spanned! {at(&set.ident)=>
        #table
        #[automatically_derived]
        impl #parameters #krate::AttributeSet for #ident #arguments #bounds {
            type View<#lifetime> = #ident #view;
            #description
            #encode
            #decode
        }
    }
}

/// Writes that the set owns its fields, if it has no lifetime.
fn expand_owned(set: &AttributeSet) -> Option<TokenStream> {
    if generics::borrows(&set.generics) {
        return None;
    }
    let (krate, ident) = (&set.krate, named(&set.ident));
    let generics = generics::bounded(set);
    let (parameters, _, bounds) = generics.split_for_impl();
    let (_, arguments, _) = set.generics.split_for_impl();
    let owned = if set.mixed {
        quote!(OwnedAttribute)
    } else {
        quote!(OwnedSet)
    };
    Some(quote_spanned! {at(&set.ident)=>
        impl #parameters #krate::codec::#owned for #ident #arguments #bounds {}
    })
}

fn expand_description(set: &AttributeSet) -> TokenStream {
    let (krate, name, doc) = (&set.krate, &set.name, &set.doc);
    // clippy would report the constant as an array on the stack.
    let large = (set.fields.len() > 100).then(|| quote!(#[allow(clippy::large_stack_arrays)]));
    let attributes = attributes(set).map(|field| expand_attribute(set, field));
    let doc = (!doc.is_empty()).then(|| quote!(const DOC: &'static str = #doc;));
    let superset = set.subset_of.as_ref().map(|path| {
        let superset = quote_spanned!(at(path)=> #krate::codec::superset::<Self>());
        quote!(const SUPERSET: #krate::codec::Superset = #superset;)
    });
    let pad = set.pad.map(Literal::u16_unsuffixed);
    let pad = pad.map(
        |pad| quote!(const PAD: ::core::option::Option<u16> = ::core::option::Option::Some(#pad);),
    );
    quote! {
        const NAME: &'static str = #name;
        #doc
        #superset
        #pad
        #large
        const ATTRIBUTES: &'static [#krate::description::Attribute] = &[#(#attributes),*];
    }
}

fn expand_attribute(set: &AttributeSet, field: &Attribute) -> TokenStream {
    let (slot, doc, span) = (slot(set, field, false), &field.doc, at(&field.ty));
    let sibling = set.sibling(field).map(generics::declared);
    let method = match field.presence {
        Presence::Optional if sibling.is_some() => "optional_beside",
        _ if sibling.is_some() => "required_beside",
        Presence::Required if set.mixed => "repeated",
        Presence::Required => "required",
        Presence::Optional => "optional",
        Presence::List => "list",
        Presence::Flag if set.mixed => "unit_variant",
        Presence::Flag => "flag",
    };
    let method = Ident::new(method, span);
    let sibling = sibling.map(|sibling| quote_spanned!(span=> ::<#sibling>));
    let case = if set.mixed { Case::Camel } else { Case::Snake };
    let name = field.slot.as_ref().map(|slot| &*slot.name);
    // An attribute of a subset has its name in the set.
    let renamed = match (name, &set.subset_of) {
        (Some(name), None) => renamed(&field.ident, name, case),
        _ => None,
    };
    quote_spanned!(span=> #slot.#method #sibling(#doc) #renamed)
}

fn expand_encode(set: &AttributeSet) -> TokenStream {
    let krate = &set.krate;
    let puts = set.fields.iter().map(|field| match field {
        Field::Unknown(ident) => {
            quote_spanned!(at(ident)=> #krate::codec::put_unknown::<Self>(&self.#ident, __out);)
        }
        Field::Attribute(field) => expand_put(set, field),
    });
    let out = if set.fields.is_empty() {
        quote!(_)
    } else {
        quote!(__out)
    };
    quote! {
        #[inline]
        fn put_fields(&self, #out: &mut #krate::AttributeWriter<'_>) {
            #(#puts)*
        }
    }
}

fn expand_put(set: &AttributeSet, field: &Attribute) -> TokenStream {
    let (slot, ident) = (slot(set, field, false), &field.ident);
    let out = quote!(__out);
    let this = quote!(self);
    let span = at(&field.ty);
    let beside = set.sibling(field).map(|sibling| {
        let sibling = &sibling.ident;
        quote_spanned!(span=> .beside(&#this.#sibling))
    });
    let slot = quote!(#slot #beside);
    match field.presence {
        Presence::Required => quote_spanned!(span=> #slot.put(&#this.#ident, #out);),
        Presence::Optional => quote_spanned!(span=> #slot.put_some(&#this.#ident, #out);),
        Presence::List => quote_spanned!(span=> #slot.put_list(&#this.#ident, #out);),
        Presence::Flag => quote_spanned!(span=> #slot.put_flag(#this.#ident, #out);),
    }
}

fn attributes(set: &AttributeSet) -> impl Iterator<Item = &Attribute> {
    set.fields.iter().filter_map(|field| match field {
        Field::Attribute(field) => Some(&**field),
        Field::Unknown(_) => None,
    })
}

/// Returns the constant of a field. If `decoding`, it is that of the set with the lifetime of the message.
///
/// Its methods take it by value: rustc then prefers them to methods with the same name from a trait in the user's scope.
fn slot(set: &AttributeSet, field: &Attribute, decoding: bool) -> TokenStream {
    let span = at(&field.ty);
    let constant = named_at(&field.constant, span);
    if field.slot.is_none() && set.subset_of.is_some() {
        let typed = if set.mixed {
            mixed::expand_typed(field, decoding)
        } else {
            let ty = if decoding {
                lifetimes::rename(&field.ty, view_lifetime(set))
            } else {
                field.ty.to_token_stream()
            };
            let optional = field.presence == Presence::Optional;
            let of = Ident::new(if optional { "opt" } else { "of" }, span);
            quote_spanned!(span=> .#of::<#ty>())
        };
        return subset::root_slot(set, field, &typed);
    }
    if decoding && generics::borrows(&set.generics) {
        let ident = named_at(&set.ident, span);
        let view = generics::turbofish(&set.generics);
        return quote_spanned!(span=> #ident #view::#constant);
    }
    quote_spanned!(span=> Self::#constant)
}

/// Returns the lifetime of the message in `decode`.
fn view_lifetime(set: &AttributeSet) -> &'static str {
    if generics::borrows(&set.generics) {
        "__genl"
    } else {
        "_"
    }
}
