//! A set of mixed attributes: one line for each variant, and direction.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};

use super::{attributes, expand_description, slot};
use crate::expand::{at, generics, named};
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
                __out.put_unknown(::core::slice::from_ref(__it)),
        },
        Field::Attribute(field) => expand_put(set, field),
    });
    let gets = attributes(set).map(|field| expand_get(set, field));
    let rest = expand_rest(set);
    quote_spanned! {at(&set.ident)=>
        #[automatically_derived]
        impl #parameters #krate::codec::MixedAttribute for #ident #arguments #bounds {
            type View<'__genl> = #ident #view;
            #description
            fn put(&self, __out: &mut #krate::AttributeWriter<'_>) {
                match self {
                    #(#puts)*
                }
            }
            #[inline]
            fn get<'__genl>(
                __attr: #krate::wire::Attribute<'__genl>,
            ) -> #krate::Decoded<::core::option::Option<#ident #view>> {
                match __attr.number() {
                    #(#gets)*
                    #rest
                }
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

fn expand_get(set: &AttributeSet, field: &Attribute) -> TokenStream {
    let number = field
        .slot
        .as_ref()
        .map(|slot| Literal::u16_unsuffixed(slot.number));
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
    let unknown = set.fields.iter().find_map(|field| match field {
        Field::Unknown(ident) => Some(ident),
        Field::Attribute(_) => None,
    });
    let Some(unknown) = unknown else {
        return quote!(_ => #skipped,);
    };
    let pad = set.pad.map(Literal::u16_unsuffixed);
    let pad = pad.map(|number| quote!(#number => #skipped,));
    quote!(#pad _ => __attr.read_unknown(#set_ident::#unknown),)
}
