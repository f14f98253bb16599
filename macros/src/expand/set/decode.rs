//! `decode`: one pass over the attributes, one arm for each.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;

use super::{attributes, named, slot};
use crate::expand::{at, generics};
use crate::model::{Attribute, AttributeSet, Field, Presence};

/// `Default` stands for tuples of so many.
const TUPLE: usize = 12;

pub(super) fn expand_decode(set: &AttributeSet) -> TokenStream {
    let (krate, ident) = (&set.krate, named(&set.ident));
    let view = generics::view(&set.generics);
    let locals = expand_locals(set);
    let read = expand_read(set);
    let fields = set.fields.iter().map(|field| expand_field(set, field));
    let body = quote! {
        #locals
        __genl_attributes.each(#read)?;
        ::core::result::Result::Ok(#ident { #(#fields),* })
    };
    // Sets lie in sets: a value built in place is not moved from one to the next.
    quote! {
        #[inline]
        fn decode<'__genl>(
            __genl_attributes: #krate::Attributes<'__genl>,
        ) -> ::core::result::Result<#ident #view, #krate::DecodeError> {
            #body
        }
    }
}

/// No name of a field makes one of ours: ours do not go on with `_field_`.
fn local(ident: &Ident) -> Ident {
    format_ident!("__genl_field_{}", ident.unraw(), span = at(ident))
}

fn expand_locals(set: &AttributeSet) -> TokenStream {
    let locals = set
        .fields
        .iter()
        .map(|field| match field {
            Field::Attribute(field) => local(&field.ident),
            Field::Unknown(ident) => local(ident),
        })
        .collect::<Vec<_>>();
    locals
        .chunks(TUPLE)
        .map(|chunk| match chunk {
            [one] => quote!(let mut #one = ::core::default::Default::default();),
            several => quote!(let (#(mut #several),*) = ::core::default::Default::default();),
        })
        .collect()
}

fn expand_read(set: &AttributeSet) -> TokenStream {
    let arms = attributes(set)
        .map(|field| expand_arm(set, field))
        .collect::<Vec<_>>();
    let unknown = set.fields.iter().find_map(|field| match field {
        Field::Unknown(ident) => Some(local(ident)),
        Field::Attribute(_) => None,
    });
    let rest = unknown.as_ref().map_or_else(
        || quote!(::core::result::Result::Ok(())),
        |unknown| quote!((&__genl_attribute).keep(&mut #unknown)),
    );
    let pad = set
        .pad
        .filter(|_| unknown.is_some())
        .map(Literal::u16_unsuffixed);
    let pad = pad.map(|number| quote!(#number => ::core::result::Result::Ok(()),));
    if arms.is_empty() && pad.is_none() {
        let attribute = if unknown.is_some() {
            quote!(__genl_attribute)
        } else {
            quote!(_)
        };
        return quote!(|#attribute| #rest);
    }
    quote! {
        |__genl_attribute| match (&__genl_attribute).number() {
            #(#arms)*
            #pad
            _ => #rest,
        }
    }
}

fn expand_arm(set: &AttributeSet, field: &Attribute) -> TokenStream {
    let span = at(&field.ty);
    let local = local(&field.ident);
    let decoded = slot(set, field, true);
    let attribute = quote!(__genl_attribute);
    let get = match field.presence {
        Presence::Required | Presence::Optional => {
            quote_spanned!(span=> #decoded.get(#attribute, &mut #local))
        }
        Presence::List if set.subset_of.is_some() => {
            quote_spanned!(span=> #decoded.get_some(#attribute, &mut #local))
        }
        Presence::List => quote_spanned!(span=> #decoded.get_list(#attribute, &mut #local)),
        Presence::Flag => quote_spanned!(span=> #decoded.get_flag(#attribute, &mut #local)),
    };
    let Some(slot) = &field.slot else {
        return expand_subset_arm(set, field, &get);
    };
    let number = Literal::u16_unsuffixed(slot.number);
    quote!(#number => #get,)
}

/// The numbers of a subset are known to its set alone, by constants that cannot stand in a pattern.
fn expand_subset_arm(set: &AttributeSet, field: &Attribute, get: &TokenStream) -> TokenStream {
    let slot = super::slot_of_set(set, field, true);
    quote!(__genl_number if __genl_number == #slot.number() => #get,)
}

fn expand_field(set: &AttributeSet, field: &Field) -> TokenStream {
    let field = match field {
        Field::Unknown(ident) => {
            let local = local(ident);
            return quote!(#ident: #local);
        }
        Field::Attribute(field) => field,
    };
    let (ident, local) = (&field.ident, local(&field.ident));
    if field.presence == Presence::Required {
        let slot = slot(set, field, true);
        return quote_spanned!(at(&field.ty)=> #ident: #slot.take(#local)?);
    }
    if field.presence == Presence::List && set.subset_of.is_some() {
        let slot = slot(set, field, true);
        return quote_spanned!(at(&field.ty)=> #ident: #slot.take_list(#local)?);
    }
    quote!(#ident: #local)
}
