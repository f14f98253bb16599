//! `#[derive(Enumeration)]`.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;

use super::names::{Case, renamed};
use super::{at, named};
use crate::model::{Enumeration, Known, Value};

pub(crate) fn expand_enumeration(item: &Enumeration) -> TokenStream {
    let (ident, repr) = (named(&item.ident), &item.repr);
    let constants = item.known.iter().filter_map(|known| match &known.value {
        Value::Literal(_) => None,
        Value::Expression(expression) => {
            let constant = pattern(known);
            Some(quote_spanned! {at(&known.ident)=>
                #[allow(non_upper_case_globals)]
                const #constant: #repr = #expression;
            })
        }
    });
    let implementation = expand_impl(item);
    let krate = &item.krate;
    quote_spanned! {at(&item.ident)=>
        const _: () = {
            #(#constants)*
            #implementation
            #[automatically_derived]
            impl ::core::convert::From<#repr> for #ident {
                fn from(__genl_repr: #repr) -> Self {
                    <Self as #krate::Enumeration>::from_repr(__genl_repr)
                }
            }
            #[automatically_derived]
            impl ::core::convert::From<#ident> for #repr {
                fn from(__genl_value: #ident) -> Self {
                    <#ident as #krate::Enumeration>::to_repr(&__genl_value)
                }
            }
        };
    }
}

fn expand_impl(item: &Enumeration) -> TokenStream {
    let Enumeration {
        krate,
        name,
        doc,
        repr,
        unknown,
        known,
        ..
    } = item;
    let ident = named(&item.ident);
    let entries = known.iter().map(|known| expand_entry(item, known));
    let (patterns, variants) = (
        known.iter().map(pattern),
        known.iter().map(|known| &known.ident),
    );
    let (values, names) = (
        known.iter().map(pattern),
        known.iter().map(|known| &known.ident),
    );
    let span = at(unknown);
    let (wrapped, unwrapped) = (
        quote_spanned!(span=> Self::#unknown(__genl_other)),
        quote_spanned!(span=> *__genl_other),
    );
    // rustc reports duplicate values by itself.
    quote_spanned! {at(&item.ident)=>
        #[automatically_derived]
        #[allow(unreachable_patterns)]
        impl #krate::Enumeration for #ident {
            type Repr = #repr;
            const DESCRIPTION: #krate::description::Enumeration =
                #krate::description::Enumeration::of::<Self>(#name, #doc, &[#(#entries),*]);
            fn from_repr(__genl_repr: #repr) -> Self {
                match __genl_repr {
                    #(#patterns => Self::#variants,)*
                    __genl_other => #wrapped,
                }
            }
            fn to_repr(&self) -> #repr {
                match self {
                    #(Self::#names => #values,)*
                    Self::#unknown(__genl_other) => #unwrapped,
                }
            }
        }
    }
}

fn expand_entry(item: &Enumeration, known: &Known) -> TokenStream {
    let krate = &item.krate;
    let Known { name, doc, .. } = known;
    let value = pattern(known);
    let value = match &known.value {
        Value::Literal(_) => value,
        Value::Expression(_) => quote!(#value as i128),
    };
    let renamed = renamed(&known.ident, name, Case::Camel);
    quote!(#krate::description::Entry::new(#name, #value, #doc) #renamed)
}

/// Returns the value for a pattern, which is a constant if the value is an expression.
fn pattern(known: &Known) -> TokenStream {
    match &known.value {
        Value::Literal(literal) => literal.to_token_stream(),
        Value::Expression(_) => {
            format_ident!("__GENL_{}", known.ident.unraw(), span = at(&known.ident))
                .into_token_stream()
        }
    }
}
