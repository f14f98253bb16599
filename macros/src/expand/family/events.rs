//! The events of a family, as one enum.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{quote, quote_spanned};

use super::{attributes, doc, event_enum, event_type, events_borrow, lifetimes};
use crate::expand::{at, named, path_at};
use crate::model::{Event, Family};

/// Nothing for a family without events.
pub(super) fn expand_events(family: &Family) -> TokenStream {
    if !family.listens {
        return TokenStream::new();
    }
    let declaration = expand_enum(family);
    let methods = expand_methods(family);
    let implementation = expand_impl(family);
    quote!(#declaration #methods #implementation)
}

fn expand_enum(family: &Family) -> TokenStream {
    let Family {
        krate, vis, outer, ..
    } = family;
    let ident = event_type(family, "a");
    let variants = family.events.iter();
    let variants = variants.map(|event| expand_variant(family, event));
    let doc = format!(
        " An event of `{}`, received by [`listen`]({}::listen).",
        family.name, family.ident
    );
    let cfg = &outer.cfg;
    quote_spanned! {at(&family.ident)=>
        #cfg
        #[doc = #doc]
        #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
        #[allow(dead_code, clippy::derive_partial_eq_without_eq)]
        #vis enum #ident {
            #(#variants,)*
            /// An event that the family does not describe, as it was received.
            Unknown(#krate::UnknownEvent),
        }
    }
}

fn expand_variant(family: &Family, event: &Event) -> TokenStream {
    let variant = named(&event.variant);
    let attributes = attributes(&event.outer);
    let doc = doc::variant(family, event);
    let payload = event.payload.as_ref().map(|payload| {
        let payload = lifetimes::rename(payload, "a");
        quote!((#payload))
    });
    quote_spanned!(at(&event.variant)=> #attributes #doc #variant #payload)
}

/// What an event is called, read off its variant alone: an event kept as unknown may have any command.
fn expand_methods(family: &Family) -> TokenStream {
    let Family { vis, .. } = family;
    let events = event_type(family, "_");
    let arms = family.events.iter().map(|event| {
        let (cfg, variant) = (&event.outer.cfg, named(&event.variant));
        let payload = event.payload.is_some().then(|| quote!((..)));
        let (number, name) = (Literal::u8_unsuffixed(event.number), &event.name);
        quote!(#cfg Self::#variant #payload => (#number, #name),)
    });
    let cfg = &family.outer.cfg;
    quote_spanned! {at(&family.ident)=>
        #cfg
        #[allow(dead_code, deprecated)]
        impl #events {
            /// Returns the command of the event: its number in the family.
            #[must_use]
            #vis const fn command(&self) -> u8 {
                self.__genl_known().0
            }

            /// Returns the name of the event in the family, or `unknown` for [`Unknown`](Self::Unknown).
            #[must_use]
            #vis const fn name(&self) -> &'static str {
                self.__genl_known().1
            }

            const fn __genl_known(&self) -> (u8, &'static str) {
                match self {
                    #(#arms)*
                    Self::Unknown(__event) => (__event.command, "unknown"),
                }
            }
        }
    }
}

fn expand_impl(family: &Family) -> TokenStream {
    let krate = &family.krate;
    let client = named(&family.ident);
    let (events, view) = (event_type(family, "a"), event_type(family, "__genl"));
    let read = event_type(family, "_");
    // rustdoc shows it, so it has a plain name where the enum has no lifetime.
    let lifetime = lifetimes::rename(
        &quote!('a),
        if events_borrow(family) { "__genl" } else { "a" },
    );
    let parameters = events_borrow(family).then(|| quote!(<'a>));
    let arms = family.events.iter().map(|event| expand_arm(family, event));
    let this = variants(family);
    let cfg = &family.outer.cfg;
    let owned = (!events_borrow(family)).then(|| {
        quote! {
            #cfg
            #[automatically_derived]
            impl #krate::OwnedEvents for #events {}
        }
    });
    quote_spanned! {at(&family.ident)=>
        #owned
        #cfg
        #[automatically_derived]
        #[allow(deprecated, unreachable_patterns)]
        impl #parameters #krate::Events for #events {
            type View<#lifetime> = #view;
            const DESCRIPTION: &'static #krate::description::Family = #client::DESCRIPTION;
            const NAMES: &'static [(u8, &'static str)] = &Self::DESCRIPTION.names::<{ #client::DESCRIPTION.events.len() }>();
            #[inline]
            fn decode(__command: u8, __in: #krate::Attributes<'_>) -> #krate::Decoded<#read> {
                match __command {
                    #(#arms)*
                    _ => ::core::result::Result::Ok(
                        #this::Unknown(#krate::UnknownEvent::new(__command, __in)),
                    ),
                }
            }
        }
    }
}

/// What a variant stands behind. `Self` is one that borrows for a time of its own.
fn variants(family: &Family) -> Ident {
    if events_borrow(family) {
        event_enum(family)
    } else {
        Ident::new("Self", at(&family.ident))
    }
}

fn expand_arm(family: &Family, event: &Event) -> TokenStream {
    let (this, variant) = (variants(family), named(&event.variant));
    let number = Literal::u8_unsuffixed(event.number);
    let cfg = &event.outer.cfg;
    let Some(payload) = &event.payload else {
        return quote!(#cfg #number => ::core::result::Result::Ok(#this::#variant),);
    };
    let span = at(payload);
    let (krate, payload) = (
        path_at(&family.krate, span),
        lifetimes::rename(payload, "_"),
    );
    let attributes = quote!(__in);
    quote_spanned! {span=>
        #cfg
        #number => #krate::codec::decode::<#payload, _>(#attributes, #this::#variant),
    }
}
