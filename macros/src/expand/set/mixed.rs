//! A set of mixed attributes: one line for each variant, and direction.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use super::decode::{expand_number, expand_pad};
use super::{attributes, expand_description, slot};
use crate::expand::{at, generics, lifetimes, named};
use crate::model::{Attribute, AttributeSet, Field, Presence};

pub(super) fn expand_impl(set: &AttributeSet) -> TokenStream {
    let (krate, ident) = (&set.krate, named(&set.ident));
    let generics = generics::bounded(set);
    let (parameters, _, bounds) = generics.split_for_impl();
    let (_, arguments, _) = set.generics.split_for_impl();
    let view = generics::view(&set.generics);
    let description = expand_description(set);
    let puts = set.fields.iter().map(|field| match field {
        Field::Unknown(ident) => quote_spanned! {at(ident)=>
            Self::#ident(__it) =>
                #krate::codec::put_unknown_variant::<Self>(__it, __out),
        },
        Field::Attribute(field) => expand_put(set, field),
    });
    let get = expand_match(set);
    quote_spanned! {at(&set.ident)=>
        #[automatically_derived]
        impl #parameters #krate::codec::MixedAttribute for #ident #arguments #bounds {
            type View<'__genl> = #ident #view;
            #description
            #[inline(always)]
            fn put(&self, __out: &mut #krate::AttributeWriter<'_>) {
                match self {
                    #(#puts)*
                }
            }
            #[inline]
            fn get<'__genl>(
                __attr: #krate::wire::Attribute<'__genl>,
            ) -> #krate::Decoded<::core::option::Option<#ident #view>> {
                #get
            }
        }
    }
}

fn expand_put(set: &AttributeSet, field: &Attribute) -> TokenStream {
    let (slot, ident) = (slot(set, field, false), &field.ident);
    let (value, out) = (quote!(__it), quote!(__out));
    let span = at(&field.ty);
    if field.presence == Presence::Flag {
        return quote_spanned!(span=> Self::#ident => #slot.put_flag(true, #out),);
    }
    quote_spanned!(span=> Self::#ident(#value) => #slot.put(#value, #out),)
}

fn expand_match(set: &AttributeSet) -> TokenStream {
    let gets = attributes(set).map(|field| expand_get(set, field));
    let rest = expand_rest(set);
    quote! {
        match __attr.number() {
            #(#gets)*
            #rest
        }
    }
}

fn expand_get(set: &AttributeSet, field: &Attribute) -> TokenStream {
    let number = expand_number(set, field);
    let (slot, ident) = (slot(set, field, true), &field.ident);
    let set = named(&set.ident);
    if field.presence == Presence::Flag {
        let some = quote!(::core::option::Option::Some);
        return quote!(#number => ::core::result::Result::Ok(#some(#set::#ident)),);
    }
    let attribute = quote!(__attr);
    let read = quote_spanned!(at(&field.ty)=> #slot.read(#attribute, #set::#ident));
    quote!(#number => #read,)
}

/// What is of no kind: skipped, or kept if it is no padding.
fn expand_rest(set: &AttributeSet) -> TokenStream {
    let set_ident = named(&set.ident);
    let skipped = quote!(::core::result::Result::Ok(::core::option::Option::None));
    let Some(unknown) = unknown(set) else {
        return quote!(_ => #skipped,);
    };
    let pad = expand_pad(set).map(|pattern| quote!(#pattern => #skipped,));
    quote!(#pad _ => __attr.read_unknown(#set_ident::#unknown),)
}

fn unknown(set: &AttributeSet) -> Option<&Ident> {
    set.fields.iter().find_map(|field| match field {
        Field::Unknown(ident) => Some(ident),
        Field::Attribute(_) => None,
    })
}

/// What makes the constant of the set that of a variant. The type is said, so that a wrong one is told once.
pub(super) fn expand_typed(field: &Attribute, decoding: bool) -> TokenStream {
    let (ty, span) = (&field.ty, at(&field.ty));
    if field.presence == Presence::Flag {
        return quote_spanned!(span=> .unit());
    }
    let ty = match decoding {
        // What borrows from the message is no longer `Self`.
        true if generics::mentions(&quote!(#ty), &HashSet::from(["Self".to_owned()])) => quote!(_),
        true => lifetimes::rename(ty, "__genl"),
        false => quote!(#ty),
    };
    quote_spanned!(span=> .variant::<#ty>())
}
