//! `#[derive(CStruct)]`.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::parse_quote;

use super::names::{Case, renamed};
use super::set::hint_name;
use super::{at, named, path_at};
use crate::model::{CStruct, Member};

/// Writes the implementation for the struct. If it has mistakes, only members without mistakes are described.
pub(crate) fn expand_c_struct(item: &CStruct) -> TokenStream {
    let CStruct {
        krate, name, doc, ..
    } = item;
    let ident = named(&item.ident);
    let mut generics = item.generics.clone();
    let types = generics
        .type_params()
        .map(|parameter| parameter.ident.clone());
    let types = types.collect::<Vec<_>>();
    if !types.is_empty() {
        let bounds = generics.make_where_clause();
        let (bounds, krate) = (&mut bounds.predicates, krate.to_token_stream());
        bounds.extend::<Vec<syn::WherePredicate>>(
            types
                .iter()
                .map(|ty| parse_quote!(#ty: #krate::c::Member))
                .collect(),
        );
    }
    let (parameters, _, bounds) = generics.split_for_impl();
    let (_, arguments, _) = item.generics.split_for_impl();
    let members = item
        .members
        .iter()
        .map(|member| expand_member(item, member));
    quote_spanned! {at(&item.ident)=>
        #[automatically_derived]
        impl #parameters #krate::c::CStruct for #ident #arguments #bounds {
            const DESCRIPTION: #krate::description::Struct =
                #krate::description::Struct::of::<Self>(#name, #doc, &[#(#members),*]);
        }
    }
}

fn expand_member(item: &CStruct, member: &Member) -> TokenStream {
    let Member {
        name, doc, ty, pad, ..
    } = member;
    let span = at(ty);
    let (krate, ident) = (path_at(&item.krate, span), &member.ident);
    let pad = pad.then(|| quote!(.padding()));
    let hint = member.hint.map(|hint| {
        let hint = Ident::new(hint_name(hint), span);
        quote!(.#hint())
    });
    let renamed = renamed(&member.ident, name, Case::Snake);
    let offset = quote!(::core::mem::offset_of!(Self, #ident));
    quote_spanned!(span=> #krate::c::member::<#ty>(#name, #offset, #doc) #pad #hint #renamed)
}
