//! `genl_family!`.

mod client;
mod constants;
mod doc;
mod events;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::{at, feature, lifetimes, named};
use crate::model::{Family, Outer};

/// The family; of one with mistakes, what is fine.
pub(crate) fn expand_family(family: &Family) -> TokenStream {
    let feature = feature::expand_zerocopy(&family.krate, family.zerocopy.as_ref());
    let client = client::expand_struct(family);
    let constants = constants::expand_constants(family);
    let methods = client::expand_methods(family);
    let events = events::expand_events(family);
    quote! {
        #feature
        #client
        #methods
        #constants
        #events
    }
}

/// What stands above a method or a variant.
fn attributes(outer: &Outer) -> TokenStream {
    let Outer {
        cfg,
        deprecated,
        others,
        ..
    } = outer;
    quote!(#cfg #deprecated #others)
}

/// An implementation block of the client. A description may hold what its program does not use.
struct Block<'a> {
    family: &'a Family,
    doc: TokenStream,
    parameters: TokenStream,
    arguments: TokenStream,
}

impl<'a> Block<'a> {
    /// One for the client over a socket, which the type parameter stands for where it is left out.
    fn of(family: &'a Family) -> Self {
        Self {
            family,
            doc: TokenStream::new(),
            parameters: TokenStream::new(),
            arguments: TokenStream::new(),
        }
    }

    fn expand(&self, items: &TokenStream) -> TokenStream {
        let Self {
            family,
            doc,
            parameters,
            arguments,
        } = self;
        let (cfg, ident) = (&family.outer.cfg, named(&family.ident));
        quote_spanned! {at(&family.ident)=>
            #cfg #doc
            #[allow(dead_code, deprecated, unreachable_pub)]
            impl #parameters #ident #arguments {
                #items
            }
        }
    }
}

fn event_enum(family: &Family) -> Ident {
    format_ident!("{}Event", family.ident, span = at(&family.ident))
}

/// The event enum with a lifetime for what its events borrow, if they do.
fn event_type(family: &Family, lifetime: &str) -> TokenStream {
    let ident = event_enum(family);
    if !events_borrow(family) {
        return quote!(#ident);
    }
    let lifetime = lifetimes::rename(&quote!('a), lifetime);
    quote!(#ident<#lifetime>)
}

fn events_borrow(family: &Family) -> bool {
    family
        .events
        .iter()
        .filter_map(|event| event.payload.as_ref())
        .any(lifetimes::any)
}
