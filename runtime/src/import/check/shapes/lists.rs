//! Attributes that hold or are a list of others.

use super::{At, Presence, Shape};
use crate::import::check::Scope;
use crate::import::names::value_name;
use crate::import::spec::AttributeType;

/// What surrounds elements: the attributes that they are in.
fn list(word: String, ty: String, element: Shape) -> Shape {
    let mut words = vec![word];
    words.extend(element.words);
    Shape {
        ty,
        words,
        presence: Presence::Optional,
        notes: element.notes,
    }
}

impl Scope<'_> {
    /// Attributes numbered by index.
    pub(super) fn indexed(&mut self, at: At<'_>) -> Option<Shape> {
        let attribute = at.attribute;
        let nested = attribute.nested_attributes.is_some();
        let ty = attribute.sub_type.or(nested.then_some(AttributeType::Nest));
        let Some(ty) = ty else {
            return Some(self.opaque(at, "an array without `sub-type`"));
        };
        let element = self.element(at, ty)?;
        if element.presence == Presence::Empty {
            return Some(self.opaque(at, "an array of flags without a payload"));
        }
        let ty = format!("Vec<{}>", element.ty);
        Some(list("indexed".to_owned(), ty, element))
    }

    /// Attributes numbered by keys.
    pub(super) fn keyed(&mut self, at: At<'_>, ty: AttributeType) -> Option<Shape> {
        let names = at.attribute.type_value.as_deref().unwrap_or_default();
        let names: Vec<_> = names.iter().map(|name| value_name(name, "key")).collect();
        let keys = match names.as_slice() {
            [_] => "u16",
            [_, _] => "(u16, u16)",
            _ => return Some(self.opaque(at, "a list with other than one or two keys")),
        };
        let element = match ty {
            AttributeType::NestTypeValue => self.nest(at)?,
            ty => self.element(at, ty)?,
        };
        let names: Vec<_> = names.iter().map(|name| format!("{name}: u16")).collect();
        let ty = format!("Vec<Keyed<{keys}, {}>>", element.ty);
        Some(list(format!("keyed({})", names.join(", ")), ty, element))
    }

    /// The attribute, once for each element.
    pub(super) fn multi(&mut self, at: At<'_>, element: Shape) -> Shape {
        if element.presence == Presence::Empty {
            let text = format!(
                "`{}` is a flag with `multi-attr`: it is described as one flag",
                at.attribute.name
            );
            let note = self.problems.note(at.place, text);
            return element.noted(note);
        }
        let holds_list =
            |word: &String| word == "array" || word == "indexed" || word.starts_with("keyed");
        let element = if element.words.iter().any(holds_list) {
            self.opaque(at, "a list of lists")
        } else {
            element
        };
        let ty = format!("Vec<{}>", element.ty);
        Shape {
            presence: Presence::Empty,
            ..list("multi".to_owned(), ty, element)
        }
    }
}
