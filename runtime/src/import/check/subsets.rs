//! Sets that are part of others.

use std::collections::HashSet;

use super::Scope;
use super::sets::{Known, State, field};
use super::shapes::{At, Shape};
use crate::import::model::Field;
use crate::import::spec::{Attribute, AttributeSet, AttributeType};
use crate::import::yaml::Located;

impl<'s> Scope<'s> {
    /// The attributes of a subset: those of its set, with what it says of them itself.
    pub(super) fn read_subset(
        &mut self,
        spec: &'s AttributeSet,
        base: &Located<String>,
    ) -> Vec<Known<'s>> {
        let Some(index) = self.find_set(base) else {
            return Vec::new();
        };
        self.read_set(index);
        if self
            .sets
            .get(index)
            .is_none_or(|set| set.state != State::Read)
        {
            let text = format!("the attribute set `{}` is a subset of itself", spec.name);
            self.problems.fault(base.place, text);
            return Vec::new();
        }
        let (mut known, mut seen) = (Vec::new(), HashSet::new());
        for attribute in &spec.attributes {
            if !seen.insert(attribute.name.as_str()) {
                let text = format!("`{}` lists `{}` twice", spec.name, attribute.name);
                self.problems.note(attribute.place, text);
                continue;
            }
            known.extend(self.part(index, base, attribute));
        }
        known
    }

    /// One attribute of a subset.
    fn part(
        &mut self,
        base: usize,
        base_name: &Located<String>,
        attribute: &'s Located<Attribute>,
    ) -> Option<Known<'s>> {
        let found = self.find_attribute(base, &attribute.name);
        let Some(found) = found.cloned() else {
            let names = self.attribute_names(base);
            self.unknown(attribute.place, "attribute", &attribute.name, names);
            return None;
        };
        let value = attribute.value.filter(|value| *value != found.number);
        if let Some(value) = value {
            let (name, number) = (&attribute.name, found.number);
            let text = format!(
                "`{name}` has the number {value} here, and {number} in `{}`",
                base_name.inner
            );
            self.problems.fault(attribute.place, text);
        }
        let whole = merge(&found.whole, &attribute.inner);
        let field = found
            .field
            .as_ref()
            .and_then(|(outer, shape)| self.part_field(&whole, attribute, outer, shape));
        Some(Known {
            name: &attribute.name,
            number: found.number,
            whole,
            field,
        })
    }

    /// The field, and how it is written.
    fn part_field(
        &mut self,
        whole: &Attribute,
        attribute: &Located<Attribute>,
        outer: &Field,
        shape: &Shape,
    ) -> Option<(Field, Shape)> {
        let boxed = outer.ty.starts_with("Option<Box<");
        let own = if says_more(attribute) {
            self.shape(At {
                attribute: whole,
                place: attribute.place,
            })?
        } else {
            shape.clone()
        };
        let mut part = field(whole, None, &own, boxed);
        let narrows =
            own.words == shape.words && (own.ty == shape.ty || self.is_part_of(&own.ty, &shape.ty));
        if narrows {
            part.words = None;
        } else if part.words.as_deref() == Some("") {
            part.words = Some("plain".to_owned());
        }
        part.doc = attribute.doc.clone().unwrap_or_default();
        Some((part, own))
    }

    /// Whether the first type is a subset of the second, both as a list or neither.
    fn is_part_of(&self, part: &str, whole: &str) -> bool {
        let strip = |ty: &str| {
            ty.trim_start_matches("Vec<")
                .trim_end_matches('>')
                .to_owned()
        };
        let (part, whole) = (strip(part), strip(whole));
        let mut sets = self.sets.iter().find(|set| set.ident == part);
        for _ in 0..self.sets.len() {
            match sets {
                Some(set) if set.ident == whole => return true,
                Some(set) => {
                    let base = set.spec.subset_of.as_ref();
                    sets = base.and_then(|base| self.sets.get(self.set_index(base)?));
                }
                None => return false,
            }
        }
        false
    }

    pub(super) fn find_attribute(&self, set: usize, name: &str) -> Option<&Known<'s>> {
        self.sets
            .get(set)?
            .attributes
            .iter()
            .find(|known| known.name == name)
    }

    pub(super) fn attribute_names(&self, set: usize) -> Vec<&'s str> {
        let set = self.sets.get(set);
        set.map(|set| set.attributes.iter().map(|known| known.name).collect())
            .unwrap_or_default()
    }
}

/// Whether an attribute of a subset says how it is written.
fn says_more(attribute: &Attribute) -> bool {
    let Attribute {
        r#type,
        byte_order,
        multi_attr,
        nested_attributes,
        r#enum,
        enum_as_flags,
        checks,
        sub_type,
        display_hint,
        r#struct,
        type_value,
        ..
    } = attribute;
    r#type.is_some_and(|ty| !matches!(ty, AttributeType::Unused | AttributeType::Pad))
        || byte_order.is_some()
        || multi_attr.is_some()
        || nested_attributes.is_some()
        || r#enum.is_some()
        || enum_as_flags.is_some()
        || checks.is_some()
        || sub_type.is_some()
        || display_hint.is_some()
        || r#struct.is_some()
        || type_value.is_some()
}

/// The attribute of the set, with what the subset says of it.
fn merge(whole: &Attribute, part: &Attribute) -> Attribute {
    fn put<T: Clone>(whole: &mut Option<T>, part: Option<&T>) {
        if part.is_some() {
            *whole = part.cloned();
        }
    }
    let mut merged = whole.clone();
    put(&mut merged.r#type, part.r#type.as_ref());
    put(&mut merged.type_value, part.type_value.as_ref());
    put(&mut merged.byte_order, part.byte_order.as_ref());
    put(&mut merged.multi_attr, part.multi_attr.as_ref());
    put(
        &mut merged.nested_attributes,
        part.nested_attributes.as_ref(),
    );
    put(&mut merged.r#enum, part.r#enum.as_ref());
    put(&mut merged.enum_as_flags, part.enum_as_flags.as_ref());
    put(&mut merged.checks, part.checks.as_ref());
    put(&mut merged.sub_type, part.sub_type.as_ref());
    put(&mut merged.display_hint, part.display_hint.as_ref());
    put(&mut merged.r#struct, part.r#struct.as_ref());
    merged
}
