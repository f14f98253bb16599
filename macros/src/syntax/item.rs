//! The items with `#[derive(AttributeSet)]` and `#[derive(Enumeration)]`.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{Attribute, Data, DeriveInput, Expr, Fields, Generics, Type, Visibility};

use super::args::Args;
use super::doc::Doc;
use crate::errors::Errors;

/// An item with `#[derive(AttributeSet)]`.
pub(crate) struct Set {
    pub(crate) doc: Doc,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) attrs: Args,
    /// `#[attr(..)]`, which does not belong here.
    pub(crate) misplaced: Vec<Attribute>,
    /// `#[unknown]` and `#[enumeration(..)]` on the item or in it, which belong in an enumeration.
    pub(crate) of_enumeration: Vec<Attribute>,
    pub(crate) shape: Shape,
}

pub(crate) enum Shape {
    Fields(Vec<Field>),
    Tuple(TokenStream),
    /// The keyword, and the variants.
    Enum(TokenStream, Vec<Mixed>),
    Union(TokenStream),
}

/// A variant of a set of mixed attributes.
pub(crate) struct Mixed {
    pub(crate) doc: Doc,
    pub(crate) ident: Ident,
    pub(crate) fields: Fields,
    pub(crate) discriminant: Option<Expr>,
    pub(crate) attr: Args,
    /// `#[attrs(..)]`, which does not belong here.
    pub(crate) misplaced: Vec<Attribute>,
    /// `#[attr(..)]` on the payload, which belongs on the variant.
    pub(crate) inside: Vec<Attribute>,
}

pub(crate) struct Field {
    pub(crate) doc: Doc,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    pub(crate) attr: Args,
    /// `#[attrs(..)]`, which does not belong here.
    pub(crate) misplaced: Vec<Attribute>,
}

/// An item with `#[derive(Enumeration)]`.
pub(crate) struct Enumeration {
    pub(crate) doc: Doc,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    pub(crate) args: Args,
    pub(crate) repr: Args,
    /// `#[unknown]`, which does not belong here.
    pub(crate) misplaced: Vec<Attribute>,
    /// `#[attr(..)]` and `#[attrs(..)]`, which belong in an attribute set.
    pub(crate) of_set: Vec<Attribute>,
    /// `Err` holds the keyword of an item that is not an enum.
    pub(crate) variants: Result<Vec<Variant>, TokenStream>,
}

pub(crate) struct Variant {
    pub(crate) doc: Doc,
    pub(crate) ident: Ident,
    pub(crate) fields: Fields,
    pub(crate) discriminant: Option<Expr>,
    pub(crate) unknown: Vec<Attribute>,
    /// `#[enumeration(..)]`.
    pub(crate) args: Args,
    /// `#[enumeration(..)]` on the payload, which belongs on the variant.
    pub(crate) misplaced: Vec<Attribute>,
    /// `#[unknown]` on the payload, which belongs on the variant.
    pub(crate) inside: Vec<Attribute>,
    /// `#[attr(..)]` and `#[attrs(..)]`, which belong in an attribute set.
    pub(crate) of_set: Vec<Attribute>,
}

pub(super) fn named(attributes: &[Attribute], name: &str) -> Vec<Attribute> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident(name))
        .cloned()
        .collect()
}

fn named_inside(fields: &Fields, name: &str) -> Vec<Attribute> {
    fields
        .iter()
        .flat_map(|field| named(&field.attrs, name))
        .collect()
}

/// Returns the attributes above a variant and on its payload.
fn named_anywhere(variant: &syn::Variant, name: &str) -> Vec<Attribute> {
    let mut found = named(&variant.attrs, name);
    found.extend(named_inside(&variant.fields, name));
    found
}

/// Collects `#[attr(..)]`. An `#[unknown]` beside it is reported, and then nothing else counts as missing.
fn attr(attributes: &[Attribute], errors: &mut Errors) -> Args {
    let mut args = Args::collect(attributes, "attr", errors);
    args.broken |= !named(attributes, "unknown").is_empty();
    args
}

fn of_enumeration(input: &DeriveInput) -> Vec<Attribute> {
    let mut attributes = input.attrs.clone();
    match &input.data {
        Data::Struct(data) => attributes.extend(data.fields.iter().flat_map(|it| it.attrs.clone())),
        Data::Enum(data) => attributes.extend(data.variants.iter().flat_map(|it| it.attrs.clone())),
        Data::Union(_) => {}
    }
    let mut found = named(&attributes, "unknown");
    found.extend(named(&attributes, "enumeration"));
    found
}

fn of_set(attributes: &[Attribute]) -> Vec<Attribute> {
    let mut found = named(attributes, "attr");
    found.extend(named(attributes, "attrs"));
    found
}

impl Set {
    /// Returns the first `word` above a field or a variant.
    pub(crate) fn word(&self, word: &str) -> Option<&Ident> {
        match &self.shape {
            Shape::Fields(fields) => fields.iter().find_map(|field| field.attr.word(word)),
            Shape::Enum(_, variants) => variants.iter().find_map(|variant| variant.attr.word(word)),
            Shape::Tuple(_) | Shape::Union(_) => None,
        }
    }

    pub(crate) fn parse(input: DeriveInput, errors: &mut Errors) -> Self {
        Self {
            doc: Doc::collect(&input.attrs),
            attrs: Args::collect(&input.attrs, "attrs", errors),
            misplaced: named(&input.attrs, "attr"),
            of_enumeration: of_enumeration(&input),
            ident: input.ident,
            generics: input.generics,
            shape: Shape::parse(input.data, errors),
        }
    }
}

impl Shape {
    fn parse(data: Data, errors: &mut Errors) -> Self {
        match data {
            Data::Enum(data) => Self::Enum(
                data.enum_token.into_token_stream(),
                data.variants
                    .into_iter()
                    .map(|variant| Mixed::parse(variant, errors))
                    .collect(),
            ),
            Data::Union(data) => Self::Union(data.union_token.into_token_stream()),
            Data::Struct(data) => match data.fields {
                Fields::Unnamed(fields) => Self::Tuple(fields.into_token_stream()),
                Fields::Unit => Self::Fields(Vec::new()),
                Fields::Named(fields) => Self::Fields(
                    fields
                        .named
                        .into_iter()
                        .filter_map(|field| Field::parse(field, errors))
                        .collect(),
                ),
            },
        }
    }
}

impl Field {
    fn parse(field: syn::Field, errors: &mut Errors) -> Option<Self> {
        Some(Self {
            doc: Doc::collect(&field.attrs),
            attr: attr(&field.attrs, errors),
            misplaced: named(&field.attrs, "attrs"),
            ident: field.ident?,
            vis: field.vis,
            ty: field.ty,
        })
    }
}

impl Mixed {
    fn parse(variant: syn::Variant, errors: &mut Errors) -> Self {
        Self {
            doc: Doc::collect(&variant.attrs),
            attr: attr(&variant.attrs, errors),
            misplaced: named_anywhere(&variant, "attrs"),
            inside: named_inside(&variant.fields, "attr"),
            ident: variant.ident,
            fields: variant.fields,
            discriminant: variant.discriminant.map(|(_, value)| value),
        }
    }
}

impl Enumeration {
    pub(crate) fn parse(input: DeriveInput, errors: &mut Errors) -> Self {
        Self {
            doc: Doc::collect(&input.attrs),
            ident: input.ident,
            generics: input.generics,
            args: Args::collect(&input.attrs, "enumeration", errors),
            repr: Args::collect(&input.attrs, "repr", errors),
            misplaced: named(&input.attrs, "unknown"),
            of_set: of_set(&input.attrs),
            variants: match input.data {
                Data::Enum(data) => {
                    let variants = data.variants.into_iter();
                    Ok(variants.map(|it| Variant::parse(it, errors)).collect())
                }
                Data::Struct(data) => Err(data.struct_token.into_token_stream()),
                Data::Union(data) => Err(data.union_token.into_token_stream()),
            },
        }
    }
}

impl Variant {
    fn parse(variant: syn::Variant, errors: &mut Errors) -> Self {
        Self {
            doc: Doc::collect(&variant.attrs),
            args: Args::collect(&variant.attrs, "enumeration", errors),
            unknown: named(&variant.attrs, "unknown"),
            misplaced: named_inside(&variant.fields, "enumeration"),
            inside: named_inside(&variant.fields, "unknown"),
            of_set: of_set(&variant.attrs),
            ident: variant.ident,
            fields: variant.fields,
            discriminant: variant.discriminant.map(|(_, value)| value),
        }
    }
}
