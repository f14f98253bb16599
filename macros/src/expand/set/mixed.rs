//! A set of mixed attributes: one line per variant and direction.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use super::decode::{expand_number, expand_numbers};
use super::table::expand_table;
use super::{attributes, expand_description, slot};
use crate::expand::{at, generics, lifetimes, named};
use crate::model::{Attribute, AttributeSet, Field, Presence};

pub(super) fn expand_impl(set: &AttributeSet) -> TokenStream {
    let (krate, ident) = (&set.krate, named(&set.ident));
    let generics = generics::bounded(set);
    let (parameters, _, bounds) = generics.split_for_impl();
    let (_, arguments, _) = set.generics.split_for_impl();
    let view = generics::view(&set.generics);
    let lifetime = generics::view_lifetime(&set.generics);
    let description = expand_description(set);
    let puts = set.fields.iter().map(|field| match field {
        Field::Unknown(ident) => quote_spanned! {at(ident)=>
            Self::#ident(__it) =>
                #krate::codec::put_unknown_variant::<Self>(__it, __out),
        },
        Field::Attribute(field) => expand_put(set, field),
    });
    let (get, table) = (expand_match(set), expand_table(set));
    quote_spanned! {at(&set.ident)=>
        #table
        #[automatically_derived]
        impl #parameters #krate::codec::MixedAttribute for #ident #arguments #bounds {
            type View<#lifetime> = #ident #view;
            #description
            #[inline(always)]
            fn put(&self, __out: &mut #krate::AttributeWriter<'_>) {
                match self {
                    #(#puts)*
                }
            }
            #[inline(always)]
            fn get<'__genl>(
                __attr: #krate::wire::Attribute<'__genl>,
                __list: &mut #krate::codec::Views<'__genl, Self>,
            ) -> #krate::Decoded<()> {
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
    let numbers = expand_numbers(set);
    let gets = attributes(set).map(|field| expand_get(set, field));
    let rest = expand_rest(set);
    quote! {
        #numbers
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
        return quote!(#number => __attr.push_unit(#set::#ident, __list),);
    }
    let (attribute, list) = (quote!(__attr), quote!(__list));
    let push = quote_spanned!(at(&field.ty)=> #slot.push(#attribute, #set::#ident, #list));
    quote!(#number => #push,)
}

/// Writes the arm for unknown attributes, which are skipped or kept.
fn expand_rest(set: &AttributeSet) -> TokenStream {
    let ident = named(&set.ident);
    unknown(set).map_or_else(
        || quote!(_ => ::core::result::Result::Ok(()),),
        |unknown| quote!(_ => __attr.push_unknown::<Self>(#ident::#unknown, __list),),
    )
}

fn unknown(set: &AttributeSet) -> Option<&Ident> {
    set.fields.iter().find_map(|field| match field {
        Field::Unknown(ident) => Some(ident),
        Field::Attribute(_) => None,
    })
}

/// Converts the constant of the set to that of a variant. It names the type, so that rustc reports a wrong one once.
pub(super) fn expand_typed(field: &Attribute, decoding: bool) -> TokenStream {
    let (ty, span) = (&field.ty, at(&field.ty));
    if field.presence == Presence::Flag {
        return quote_spanned!(span=> .unit());
    }
    let ty = match decoding {
        // An enum that borrows from the message is another type than `Self`.
        true if generics::mentions(&quote!(#ty), &["Self".to_owned()]) => quote!(_),
        true => lifetimes::rename(ty, "__genl"),
        false => quote!(#ty),
    };
    quote_spanned!(span=> .variant::<#ty>())
}
