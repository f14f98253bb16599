//! The struct with `#[derive(CStruct)]`.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{Attribute, Data, DeriveInput, Fields, Generics, Type};

use super::args::Args;
use super::doc::Doc;
use super::item::named;
use crate::errors::Errors;

/// An item with `#[derive(CStruct)]`.
pub(crate) struct CStruct {
    pub(crate) doc: Doc,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) args: Args,
    pub(crate) repr: Args,
    /// `#[member(..)]`, which does not belong here.
    pub(crate) misplaced: Vec<Attribute>,
    /// `#[attr(..)]` and `#[attrs(..)]`, which belong in an attribute set.
    pub(crate) of_set: Vec<Attribute>,
    pub(crate) shape: Shape,
}

pub(crate) enum Shape {
    Members(Vec<Member>),
    Tuple(TokenStream),
    /// The keyword of an item that is not a struct.
    Other(TokenStream),
}

pub(crate) struct Member {
    pub(crate) doc: Doc,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) args: Args,
    /// `#[c_struct(..)]`, which does not belong here.
    pub(crate) misplaced: Vec<Attribute>,
    /// `#[attr(..)]` and `#[attrs(..)]`, which belong in an attribute set.
    pub(crate) of_set: Vec<Attribute>,
}

fn of_set(attributes: &[Attribute]) -> Vec<Attribute> {
    let mut found = named(attributes, "attr");
    found.extend(named(attributes, "attrs"));
    found
}

impl CStruct {
    pub(crate) fn parse(input: DeriveInput, errors: &mut Errors) -> Self {
        Self {
            doc: Doc::collect(&input.attrs),
            args: Args::collect(&input.attrs, "c_struct", errors),
            repr: Args::collect(&input.attrs, "repr", errors),
            misplaced: named(&input.attrs, "member"),
            of_set: of_set(&input.attrs),
            ident: input.ident,
            generics: input.generics,
            shape: Shape::parse(input.data, errors),
        }
    }
}

impl Shape {
    fn parse(data: Data, errors: &mut Errors) -> Self {
        match data {
            Data::Enum(data) => Self::Other(data.enum_token.into_token_stream()),
            Data::Union(data) => Self::Other(data.union_token.into_token_stream()),
            Data::Struct(data) => match data.fields {
                Fields::Unnamed(fields) => Self::Tuple(fields.into_token_stream()),
                Fields::Unit => Self::Members(Vec::new()),
                Fields::Named(fields) => Self::Members(
                    fields
                        .named
                        .into_iter()
                        .filter_map(|field| Member::parse(field, errors))
                        .collect(),
                ),
            },
        }
    }
}

impl Member {
    fn parse(field: syn::Field, errors: &mut Errors) -> Option<Self> {
        Some(Self {
            doc: Doc::collect(&field.attrs),
            args: Args::collect(&field.attrs, "member", errors),
            misplaced: named(&field.attrs, "c_struct"),
            of_set: of_set(&field.attrs),
            ident: field.ident?,
            ty: field.ty,
        })
    }
}
