//! Integers, enumerations, flags, nests.

use super::{At, Shape};
use crate::import::check::Scope;
use crate::import::check::integers::integer;
use crate::import::spec::{AttributeType, ByteOrder, DisplayHint};

impl Scope<'_> {
    pub(super) fn integer(&mut self, at: At<'_>, ty: AttributeType) -> Option<Shape> {
        let attribute = at.attribute;
        let rust = integer(ty)?;
        let is_ipv4 = ty == AttributeType::U32 && attribute.display_hint == Some(DisplayHint::Ipv4);
        if is_ipv4 && attribute.r#enum.is_none() {
            return Some(Shape::new("Ipv4Addr"));
        }
        let mut shape = match attribute.r#enum {
            Some(_) => self.named(at, rust)?,
            None => Shape::new(rust),
        };
        let wide = match ty {
            AttributeType::Uint => Some("uint"),
            AttributeType::Sint => Some("sint"),
            _ => None,
        };
        shape.words.extend(wide.map(str::to_owned));
        match attribute.byte_order {
            Some(ByteOrder::BigEndian) if wide.is_none() && !rust.ends_with('8') => {
                shape = shape.word("big_endian");
            }
            Some(ByteOrder::LittleEndian) if !rust.ends_with('8') => {
                let text = format!(
                    "`{}` is little-endian: it is described in the byte order of the machine",
                    attribute.name
                );
                shape.notes.push(self.problems.note(at.place, text));
            }
            _ => {}
        }
        Some(shape)
    }

    /// An integer whose values have names.
    fn named(&mut self, at: At<'_>, rust: &'static str) -> Option<Shape> {
        let name = at.attribute.r#enum.as_ref()?;
        let said = at.attribute.enum_as_flags.unwrap_or_default();
        let Some(forms) = self.forms.get(name.as_str()) else {
            let names: Vec<_> = self.forms.keys().copied().collect();
            self.unknown(name.place, "definition", name, names);
            return None;
        };
        if forms.enumeration.is_none() && forms.flags.is_none() {
            return Some(Shape::new(rust));
        }
        let flags = said || forms.enumeration.is_none();
        let form = if flags {
            forms.flags.clone()
        } else {
            forms.enumeration.clone()
        }?;
        if form.integer != rust {
            let text = format!(
                "`{}` is described as an integer: `{}` is in another one elsewhere (`{}` is an `{}`)",
                at.attribute.name, **name, form.ident, form.integer
            );
            let note = self.problems.note(at.place, text);
            return Some(Shape::new(rust).noted(note));
        }
        let shape = Shape::new(form.ident);
        Some(if flags { shape.word("flags") } else { shape })
    }

    pub(super) fn bitfield32(&mut self, at: At<'_>) -> Option<Shape> {
        let Some(name) = &at.attribute.r#enum else {
            return Some(self.opaque(at, "a bitfield without `enum`"));
        };
        let Some(forms) = self.forms.get(name.as_str()) else {
            let names: Vec<_> = self.forms.keys().copied().collect();
            self.unknown(name.place, "definition", name, names);
            return None;
        };
        let form = forms.flags.clone().filter(|form| form.integer == "u32");
        Some(match form {
            Some(form) => Shape::new(format!("Bitfield32<{}>", form.ident)).word("bitfield32"),
            None => self.opaque(
                at,
                "a bitfield whose flags are in another integer elsewhere",
            ),
        })
    }

    pub(super) fn nest(&mut self, at: At<'_>) -> Option<Shape> {
        let Some(name) = &at.attribute.nested_attributes else {
            return Some(self.opaque(at, "a nest without `nested-attributes`"));
        };
        let index = self.find_set(name)?;
        let ident = self.sets.get(index)?.ident.clone();
        Some(Shape::new(ident).word("nest"))
    }
}
