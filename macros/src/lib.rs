//! The macros of `genl`, which re-exports them. Programs depend on `genl`, not on this crate.
//!
//! A macro runs in three stages, each in a module of its own. `syntax` parses the tokens into a tree. `check` turns the tree
//! into the `model`, and reports what breaks a rule. `expand` writes the model as tokens. An item with mistakes expands to all
//! of its errors, and to a stub that keeps rustc from reporting more.

mod check;
mod errors;
mod expand;
mod model;
mod rules;
mod syntax;

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use errors::Errors;

#[doc = include_str!("../doc/attribute_set.md")]
#[proc_macro_derive(AttributeSet, attributes(attr, attrs, unknown, enumeration))]
pub fn derive_attribute_set(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    attribute_set(input.into()).into()
}

#[doc = include_str!("../doc/enumeration.md")]
#[proc_macro_derive(Enumeration, attributes(unknown, enumeration, attr, attrs))]
pub fn derive_enumeration(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    enumeration(input.into()).into()
}

#[doc = include_str!("../doc/c_struct.md")]
#[proc_macro_derive(CStruct, attributes(c_struct, member, attr, attrs))]
pub fn derive_c_struct(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    c_struct(input.into()).into()
}

#[doc = include_str!("../doc/genl_family.md")]
#[proc_macro]
pub fn genl_family(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    family(input.into()).into()
}

fn attribute_set(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(input) = errors.take(syn::parse2::<DeriveInput>(input)) else {
        return errors.into_compile_errors();
    };
    let set = check::check_set(syntax::item::Set::parse(input, &mut errors), &mut errors);
    let feature = expand::feature::expand_zerocopy(&set.krate, set.zerocopy.as_ref());
    let expanded = if errors.is_empty() {
        expand::set::expand_set(&set)
    } else {
        expand::stub::expand_set_stub(&set)
    };
    let errors = errors.into_compile_errors();
    quote!(#errors #feature #expanded)
}

fn enumeration(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(input) = errors.take(syn::parse2::<DeriveInput>(input)) else {
        return errors.into_compile_errors();
    };
    let checked = check::check_enumeration(
        syntax::item::Enumeration::parse(input, &mut errors),
        &mut errors,
    );
    let expanded = match &checked {
        Ok(enumeration) => expand::enumeration::expand_enumeration(enumeration),
        Err(failed) => expand::stub::expand_enumeration_stub(
            &failed.krate,
            &failed.ident,
            &failed.generics,
            failed.repr.as_ref(),
        ),
    };
    let errors = errors.into_compile_errors();
    quote!(#errors #expanded)
}

fn c_struct(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(input) = errors.take(syn::parse2::<DeriveInput>(input)) else {
        return errors.into_compile_errors();
    };
    let item = syntax::c_struct::CStruct::parse(input, &mut errors);
    let item = check::check_c_struct(item, &mut errors);
    let expanded = expand::c_struct::expand_c_struct(&item);
    let errors = errors.into_compile_errors();
    quote!(#errors #expanded)
}

fn family(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(block) = syntax::block::Block::parse(input, &mut errors) else {
        return errors.into_compile_errors();
    };
    let family = check::check_family(block, &mut errors);
    let expanded = expand::family::expand_family(&family);
    let errors = errors.into_compile_errors();
    quote!(#errors #expanded)
}
