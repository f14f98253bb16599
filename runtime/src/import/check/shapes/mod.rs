//! How an attribute is written: its type, and the words that say the rest.

mod bytes;
mod lists;
mod scalars;

use super::Scope;
use crate::import::spec::{Attribute, AttributeType};
use crate::import::yaml::Place;

/// A type and its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Shape {
    pub(super) ty: String,
    pub(super) words: Vec<String>,
    pub(super) presence: Presence,
    pub(super) notes: Vec<String>,
}

/// What absence is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Presence {
    /// `None`.
    #[default]
    Optional,
    /// An empty list, or `false`.
    Empty,
}

impl Shape {
    fn new(ty: impl Into<String>) -> Self {
        Self {
            ty: ty.into(),
            ..Self::default()
        }
    }

    fn word(mut self, word: impl Into<String>) -> Self {
        self.words.push(word.into());
        self
    }

    fn noted(mut self, note: String) -> Self {
        self.notes.push(note);
        self
    }

    /// The type of the field.
    pub(super) fn field_type(&self, boxed: bool) -> String {
        let ty = if boxed {
            format!("Box<{}>", self.ty)
        } else {
            self.ty.clone()
        };
        match self.presence {
            Presence::Optional => format!("Option<{ty}>"),
            Presence::Empty => ty,
        }
    }
}

/// An attribute with its place.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) attribute: &'a Attribute,
    pub(super) place: Place,
}

impl Scope<'_> {
    /// How an attribute is written. `None` if it never is, or if it is wrong.
    pub(super) fn shape(&mut self, at: At<'_>) -> Option<Shape> {
        let attribute = at.attribute;
        let Some(ty) = attribute.r#type else {
            let text = format!("the attribute `{}` has no `type`", attribute.name);
            self.problems.fault(at.place, text);
            return None;
        };
        if is_pad(attribute) || ty == AttributeType::Unused {
            return None;
        }
        self.check_keys(at, ty);
        let shape = match ty {
            AttributeType::IndexedArray => self.indexed(at)?,
            _ if attribute.type_value.is_some() => self.keyed(at, ty)?,
            _ => self.element(at, ty)?,
        };
        let shape = self.limits(at, shape);
        Some(if attribute.multi_attr.unwrap_or_default() {
            self.multi(at, shape)
        } else {
            shape
        })
    }

    /// One value: a whole attribute, or an element of a list.
    fn element(&mut self, at: At<'_>, ty: AttributeType) -> Option<Shape> {
        let attribute = at.attribute;
        Some(match ty {
            AttributeType::Flag => {
                let shape = Shape::new("bool").word("flag");
                Shape {
                    presence: Presence::Empty,
                    ..shape
                }
            }
            AttributeType::String => {
                let text = Shape::new("String");
                let unterminated = attribute
                    .checks
                    .as_ref()
                    .is_some_and(|checks| checks.unterminated_ok);
                if unterminated {
                    text.word("unterminated")
                } else {
                    text
                }
            }
            AttributeType::Binary => self.binary(at)?,
            AttributeType::Bitfield32 => self.bitfield32(at)?,
            AttributeType::Nest => self.nest(at)?,
            AttributeType::IndexedArray | AttributeType::NestTypeValue => {
                self.opaque(at, "a list of lists")
            }
            AttributeType::Pad | AttributeType::Unused => return None,
            _ => self.integer(at, ty)?,
        })
    }

    /// Bytes in place of what genl has no word for.
    fn opaque(&mut self, at: At<'_>, what: &str) -> Shape {
        let name = &at.attribute.name;
        let text = format!("`{name}` is {what}: it is described as bytes");
        let note = self.problems.note(at.place, text);
        Shape::new("Vec<u8>").noted(note)
    }

    /// Keys that only some types have.
    fn check_keys(&mut self, at: At<'_>, ty: AttributeType) {
        let attribute = at.attribute;
        let scalar = attribute.sub_type.unwrap_or(ty);
        let misplaced = [
            (
                "struct",
                attribute.r#struct.is_some() && ty != AttributeType::Binary,
            ),
            (
                "enum",
                attribute.r#enum.is_some()
                    && scalar != AttributeType::Bitfield32
                    && super::integers::integer(scalar).is_none(),
            ),
            (
                "sub-type",
                attribute.sub_type.is_some()
                    && !matches!(ty, AttributeType::Binary | AttributeType::IndexedArray),
            ),
        ];
        for (key, _) in misplaced.into_iter().filter(|(_, misplaced)| *misplaced) {
            let text = format!("`{key}` has no effect on the type of `{}`", attribute.name);
            self.problems.fault(at.place, text);
        }
    }
}

/// Whether an attribute only aligns others. Some files do not say so but by its name.
pub(super) fn is_pad(attribute: &Attribute) -> bool {
    match attribute.r#type {
        Some(AttributeType::Pad) => true,
        Some(AttributeType::Unused | AttributeType::Binary) => attribute.name == "pad",
        _ => false,
    }
}
