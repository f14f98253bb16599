//! Stubs for items with mistakes, so that rustc does not add untrue errors to ours.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Generics, Path};

use super::{generics, named, set};
use crate::model::AttributeSet;

/// Writes a set without attributes. It keeps the constants of fields without mistakes, which its subsets use.
pub(crate) fn expand_set_stub(set: &AttributeSet) -> TokenStream {
    let AttributeSet {
        krate,
        name,
        generics,
        ..
    } = set;
    let ident = named(&set.ident);
    let slots = set::slot_constants(set);
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let view = generics::view(generics);
    let view = if set.sized {
        quote!(#ident #view)
    } else {
        quote!(())
    };
    if set.mixed {
        return expand_mixed_stub(set);
    }
    let root = set.sized.then(|| set::expand_root(set));
    quote! {
        const _: () = {
            #root
            #[allow(dead_code)]
            #slots
            #[automatically_derived]
            impl #parameters #krate::AttributeSet for #ident #arguments #bounds {
                type View<'__genl> = #view;
                const NAME: &'static str = #name;
                fn encode(&self, _: &mut #krate::AttributeWriter<'_>) {}
                fn decode(_: #krate::Attributes<'_>) -> #krate::Decoded<Self::View<'_>> {
                    ::core::result::Result::Err(#krate::DecodeError::stub())
                }
            }
        };
    }
}

fn expand_mixed_stub(set: &AttributeSet) -> TokenStream {
    let (krate, name, ident) = (&set.krate, &set.name, named(&set.ident));
    let (parameters, arguments, bounds) = set.generics.split_for_impl();
    let view = generics::view(&set.generics);
    let (slots, root) = (set::slot_constants(set), set::expand_root(set));
    quote! {
        const _: () = {
            #root
            #[allow(dead_code)]
            #slots
            #[automatically_derived]
            impl #parameters #krate::codec::MixedAttribute for #ident #arguments #bounds {
                type View<'__genl> = #ident #view;
                const NAME: &'static str = #name;
                fn put(&self, _: &mut #krate::AttributeWriter<'_>) {}
                fn get<'__genl>(
                    _: #krate::wire::Attribute<'__genl>,
                    _: &mut #krate::codec::Views<'__genl, Self>,
                ) -> #krate::Decoded<()> {
                    ::core::result::Result::Err(#krate::DecodeError::stub())
                }
            }
        };
    }
}

/// Writes an enumeration whose conversions never return, as there may be no variant that they could return.
pub(crate) fn expand_enumeration_stub(
    krate: &Path,
    ident: &Ident,
    generics: &Generics,
    repr: Option<&Ident>,
) -> TokenStream {
    let ident = named(ident);
    let repr = repr.map_or_else(|| quote!(u32), |repr| quote!(#repr));
    let (parameters, arguments, bounds) = generics.split_for_impl();
    quote! {
        const _: () = {
            #[automatically_derived]
            impl #parameters #krate::Enumeration for #ident #arguments #bounds {
                type Repr = #repr;
                const DESCRIPTION: #krate::description::Enumeration =
                    #krate::description::Enumeration::of::<Self>("", "", &[]);
                fn from_repr(_: #repr) -> Self {
                    loop {}
                }
                fn to_repr(&self) -> #repr {
                    loop {}
                }
            }
            #[automatically_derived]
            impl #parameters ::core::convert::From<#repr> for #ident #arguments #bounds {
                fn from(_: #repr) -> Self {
                    loop {}
                }
            }
            #[automatically_derived]
            impl #parameters ::core::convert::From<#ident #arguments> for #repr #bounds {
                fn from(_: #ident #arguments) -> Self {
                    loop {}
                }
            }
        };
    }
}
