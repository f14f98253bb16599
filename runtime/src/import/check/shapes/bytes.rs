//! Bytes: addresses, C structs, arrays, and what has no more structure.

use super::{At, Shape};
use crate::import::check::Scope;
use crate::import::check::integers::{integer, range};
use crate::import::check::numbers::Written;
use crate::import::spec::{DisplayHint, Number};
use crate::import::yaml::Located;

impl Scope<'_> {
    pub(super) fn binary(&mut self, at: At<'_>) -> Option<Shape> {
        let attribute = at.attribute;
        if let Some(name) = &attribute.r#struct {
            let ident = self.find_struct(name)?;
            return Some(self.sized(at, name, Shape::new(ident).word("c_struct")));
        }
        if let Some(ty) = attribute.sub_type {
            if integer(ty).is_none() {
                return Some(self.opaque(at, "an array whose elements have no fixed size"));
            }
            let element = self.integer(at, ty)?;
            return Some(array(element));
        }
        let exact = attribute
            .checks
            .as_ref()
            .and_then(|checks| checks.exact_len.as_ref());
        let exact = match exact {
            Some(exact) => Some(self.number(exact)?),
            None => None,
        };
        let length = exact.as_ref().map(|exact| exact.value);
        let ty = match (attribute.display_hint, length) {
            (Some(DisplayHint::Ipv6), None | Some(16)) => "Ipv6Addr".to_owned(),
            (Some(DisplayHint::Ipv4), None | Some(4)) => "Ipv4Addr".to_owned(),
            (Some(DisplayHint::Ipv4OrV6), None) => "IpAddr".to_owned(),
            (_, Some(_)) => format!(
                "[u8; {}]",
                exact.map(|exact| exact.to_string()).unwrap_or_default()
            ),
            (_, None) => "Vec<u8>".to_owned(),
        };
        Some(Shape::new(ty))
    }

    /// A C struct has its own size: another one that is told is a mistake of the file, or padding that it lacks.
    fn sized(&mut self, at: At<'_>, name: &str, shape: Shape) -> Shape {
        let exact = at
            .attribute
            .checks
            .as_ref()
            .and_then(|checks| checks.exact_len.as_ref());
        let (Some(size), Some(exact)) = (self.struct_size(name), exact) else {
            return shape;
        };
        match self.number(exact) {
            Some(exact) if usize::try_from(exact.value) != Ok(size) => {
                let text = format!("`{name}` has {size} bytes, and not {}", exact.value);
                let note = self.problems.note(at.place, text);
                shape.noted(note)
            }
            _ => shape,
        }
    }

    /// What the values may be, and the form that people know them by.
    pub(super) fn limits(&mut self, at: At<'_>, shape: Shape) -> Shape {
        let shape = self.values(at, shape);
        let shape = self.lengths(at, shape);
        self.hint(at, shape)
    }

    fn values(&mut self, at: At<'_>, mut shape: Shape) -> Shape {
        let Some(checks) = &at.attribute.checks else {
            return shape;
        };
        if let Some(mask) = &checks.flags_mask {
            let text = format!(
                "the kernel refuses bits of `{}` outside of `{}`, which is not checked",
                at.attribute.name, **mask
            );
            shape.notes.push(self.problems.note(mask.place, text));
        }
        let integer = at
            .attribute
            .sub_type
            .or(at.attribute.r#type)
            .and_then(integer);
        for (word, number) in [("min", &checks.min), ("max", &checks.max)] {
            let Some(number) = number else { continue };
            let Some(written) = self.number(number) else {
                continue;
            };
            let flags = shape.words.iter().any(|word| word == "flags");
            match integer {
                Some(integer) if !range(integer).contains(&written.value) => {
                    let text = format!("{} is out of range for `{integer}`", written.value);
                    self.problems.fault(number.place, text);
                }
                Some(integer) if !flags && shape.ty != "Ipv4Addr" => {
                    let ends = range(integer);
                    let end = if word == "min" {
                        *ends.start()
                    } else {
                        *ends.end()
                    };
                    let is_any = written.value == end;
                    shape
                        .words
                        .extend((!is_any).then(|| format!("{word} = {written}")));
                }
                _ => shape.notes.push(self.unsaid(at, word, number, &written)),
            }
        }
        shape
    }

    fn lengths(&mut self, at: At<'_>, mut shape: Shape) -> Shape {
        let Some(checks) = &at.attribute.checks else {
            return shape;
        };
        let exact = ("exact_len", &checks.exact_len);
        for (word, number) in [
            ("min_len", &checks.min_len),
            ("max_len", &checks.max_len),
            exact,
        ] {
            let Some(number) = number else { continue };
            let Some(written) = self.number(number) else {
                continue;
            };
            let fixed =
                shape.ty.starts_with("[u8;") || shape.words.iter().any(|word| word == "c_struct");
            let address = shape.ty.ends_with("Addr");
            if matches!(shape.ty.as_str(), "String" | "Vec<u8>") {
                shape.words.push(format!("{word} = {written}"));
            } else if !(address || fixed && word == "exact_len") {
                shape.notes.push(self.unsaid(at, word, number, &written));
            }
        }
        shape
    }

    fn unsaid(
        &mut self,
        at: At<'_>,
        word: &str,
        number: &Located<Number>,
        written: &Written,
    ) -> String {
        let word = word.replace('_', "-");
        let text = format!(
            "`{}` has `{word}` {}, which is not checked",
            at.attribute.name, written.value
        );
        self.problems.note(number.place, text)
    }

    fn hint(&mut self, at: At<'_>, shape: Shape) -> Shape {
        let Some(hint) = at.attribute.display_hint else {
            return shape;
        };
        let bytes = shape.ty == "Vec<u8>" || shape.ty.starts_with("[u8;");
        let integers = shape.ty.trim_start_matches("Vec<").starts_with(['u', 'i']);
        match hint {
            DisplayHint::Hex if bytes || integers => shape.word("display_hint = hex"),
            DisplayHint::Mac if bytes => shape.word("display_hint = mac"),
            DisplayHint::Uuid if bytes => shape.word("display_hint = uuid"),
            _ if shape.ty.ends_with("Addr") => shape,
            _ => {
                let text = format!(
                    "`{}` has a display hint that genl does not know",
                    at.attribute.name
                );
                let note = self.problems.note(at.place, text);
                shape.noted(note)
            }
        }
    }
}

/// One attribute that holds elements, one behind the other.
fn array(element: Shape) -> Shape {
    let mut words = vec!["array".to_owned()];
    words.extend(element.words);
    Shape {
        ty: format!("Vec<{}>", element.ty),
        words,
        ..element
    }
}
