//! `#[derive(AttributeSet)]`.

mod decode;
mod mixed;
mod slots;
mod table;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::{at, generics, lifetimes, named, named_at};
use crate::model::{Attribute, AttributeSet, Field, Presence};

pub(super) use slots::{payload, slot_constants, word};

pub(crate) fn expand_set(set: &AttributeSet) -> TokenStream {
    let slots = slot_constants(set);
    let implementation = if set.mixed {
        mixed::expand_impl(set)
    } else {
        expand_impl(set)
    };
    let table = table::expand_table(set);
    quote!(#slots #table #implementation)
}

fn expand_impl(set: &AttributeSet) -> TokenStream {
    let (krate, ident) = (&set.krate, named(&set.ident));
    let generics = generics::bounded(set);
    let (parameters, _, bounds) = generics.split_for_impl();
    let (_, arguments, _) = set.generics.split_for_impl();
    let view = generics::view(&set.generics);
    let description = expand_description(set);
    let encode = expand_encode(set);
    let decode = decode::expand_decode(set);
    let subset = expand_subset(set);
    quote_spanned! {at(&set.ident)=>
        #subset
        #[automatically_derived]
        impl #parameters #krate::AttributeSet for #ident #arguments #bounds {
            type View<'__genl> = #ident #view;
            #description
            #encode
            #decode
        }
    }
}

/// A subset may stand where its set does in another subset.
fn expand_subset(set: &AttributeSet) -> Option<TokenStream> {
    let (krate, ident) = (&set.krate, named(&set.ident));
    let path = lifetimes::rename(&set.subset_of.as_ref()?.path, "_");
    let (parameters, arguments, bounds) = set.generics.split_for_impl();
    Some(quote_spanned! {at(&set.ident)=>
        impl #parameters #krate::codec::SubsetOf<#path> for #ident #arguments #bounds {}
    })
}

fn expand_description(set: &AttributeSet) -> TokenStream {
    let (krate, name, doc) = (&set.krate, &set.name, &set.doc);
    let attributes = attributes(set).map(|field| {
        let span = at(&field.ty);
        let (slot, doc) = (slot(set, field, false), &field.doc);
        match field.presence {
            Presence::Required if set.mixed => quote_spanned!(span=> #slot.repeated(#doc)),
            Presence::Required => quote_spanned!(span=> #slot.required(#doc)),
            Presence::Optional => quote_spanned!(span=> #slot.optional(#doc)),
            Presence::List => quote_spanned!(span=> #slot.list(#doc)),
            Presence::Flag => quote_spanned!(span=> #slot.flag(#doc)),
        }
    });
    let doc = (!doc.is_empty()).then(|| quote!(const DOC: &'static str = #doc;));
    let subset = set.subset_of.as_ref().map(|subset| {
        let name = &subset.name;
        quote!(const SUBSET_OF: &'static str = #name;)
    });
    let pad = expand_pad(set);
    quote! {
        const NAME: &'static str = #name;
        #doc
        #subset
        #pad
        const ATTRIBUTES: &'static [#krate::description::Attribute] = &[#(#attributes),*];
    }
}

/// The pad attribute of a subset is that of its set, unless it says another one.
fn expand_pad(set: &AttributeSet) -> Option<TokenStream> {
    let krate = &set.krate;
    let pad = match (set.pad.map(Literal::u16_unsuffixed), &set.subset_of) {
        (Some(number), _) => quote!(::core::option::Option::Some(#number)),
        (None, Some(subset)) => {
            let path = &subset.path;
            quote_spanned!(at(path)=> <#path as #krate::AttributeSet>::PAD)
        }
        (None, None) => return None,
    };
    Some(quote!(const PAD: ::core::option::Option<u16> = #pad;))
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
    // The closure's own writer stays in registers; the one that is given is in memory.
    quote! {
        #[inline]
        fn encode(&self, __out: &mut #krate::AttributeWriter<'_>) {
            __out.apart(|#out| { #(#puts)* });
        }
    }
}

fn expand_put(set: &AttributeSet, field: &Attribute) -> TokenStream {
    let (slot, ident) = (slot(set, field, false), &field.ident);
    let out = quote!(__out);
    let this = quote!(self);
    let span = at(&field.ty);
    match field.presence {
        Presence::Required => quote_spanned!(span=> #slot.put(&#this.#ident, #out);),
        Presence::Optional => quote_spanned!(span=> #slot.put_optional(&#this.#ident, #out);),
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

/// A reference to the constant of a field; `decoding` if it is for the set that borrows from a
/// message.
///
/// On a reference, a method of ours comes before one of the same name that a trait in the user's
/// scope has for everything.
fn slot(set: &AttributeSet, field: &Attribute, decoding: bool) -> TokenStream {
    let span = at(&field.ty);
    let constant = named_at(&field.constant, span);
    if set.subset_of.is_some() {
        let slot = slot_of_set(set, field, decoding);
        let typed = if set.mixed {
            mixed::expand_typed(field, decoding)
        } else {
            let ty = if decoding {
                lifetimes::rename(&field.ty, view_lifetime(set))
            } else {
                field.ty.to_token_stream()
            };
            quote_spanned!(span=> .typed::<#ty>())
        };
        return quote!((&#slot #typed));
    }
    if decoding && generics::borrows(&set.generics) {
        let ident = named_at(&set.ident, span);
        let view = generics::turbofish(&set.generics);
        return quote_spanned!(span=> (&#ident #view::#constant));
    }
    quote_spanned!(span=> (&Self::#constant))
}

/// The lifetime of what a set reads, in its `decode`.
fn view_lifetime(set: &AttributeSet) -> &'static str {
    if generics::borrows(&set.generics) {
        "__genl"
    } else {
        "_"
    }
}

/// Of a subset, a reference to the constant of its set.
fn slot_of_set(set: &AttributeSet, field: &Attribute, decoding: bool) -> TokenStream {
    let constant = named(&field.constant);
    let path = set.subset_of.as_ref().map(|subset| &subset.path);
    let path = if decoding {
        lifetimes::rename(&path, view_lifetime(set))
    } else {
        quote!(#path)
    };
    // A type stands in angles where its path has any of its own.
    let path = if path.to_string().contains('<') {
        quote!(<#path>)
    } else {
        path
    };
    quote_spanned!(at(&constant)=> (&#path::#constant))
}
