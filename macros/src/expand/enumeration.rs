//! `#[derive(Enumeration)]`.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;

use super::docs::{for_rustdoc, shown, table};
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
    let (span, table) = (at(unknown), expand_table(item));
    let (wrapped, unwrapped) = (
        quote_spanned!(span=> Self::#unknown(__genl_other)),
        quote_spanned!(span=> *__genl_other),
    );
    // rustc reports duplicate values by itself.
    quote_spanned! {at(&item.ident)=>
        #table
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

/// The width, and a row for each variant: a set that has the enumeration as a field links here.
fn expand_table(item: &Enumeration) -> TokenStream {
    let rows = item.known.iter().map(|known| {
        let value = match &known.value {
            Value::Literal(literal) => literal.to_string(),
            Value::Expression(expression) => format!("`{}`", shown(expression)),
        };
        let (name, variant) = (&known.name, known.ident.unraw());
        [value, format!("`{name}`"), format!("`{variant}`")]
    });
    let repr = item.repr.to_string();
    let bits = repr.trim_start_matches(['u', 'i']).parse::<usize>();
    let width = match bits.map_or(0, |bits| bits / 8) {
        1 => "1 byte".to_owned(),
        bytes => format!("{bytes} bytes"),
    };
    let table = table(["value", "name", "variant"], rows);
    for_rustdoc(&format!("A `{repr}`, {width} on the wire:\n\n{table}"))
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
