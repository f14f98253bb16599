//! Constants, enumerations and flags.

use std::collections::HashMap;

use super::Scope;
use super::integers::{integer, member_integer, range};
use crate::import::model::{Const, Item};
use crate::import::names::{constant_name, type_name};
use crate::import::spec::{AttributeType, Definition, DefinitionType};
use crate::import::yaml::{Located, parse_integer};

/// The types of a definition. Some are values here and bits there.
#[derive(Debug, Default)]
pub(super) struct Forms {
    pub(super) enumeration: Option<Form>,
    pub(super) flags: Option<Form>,
}

#[derive(Clone, Debug)]
pub(super) struct Form {
    pub(super) ident: String,
    pub(super) integer: &'static str,
}

/// The name of a constant in Rust.
pub(super) fn constant_ident(definition: &Definition) -> String {
    constant_name(&definition.name, "CONST")
}

fn is_named(definition: &Definition) -> bool {
    matches!(
        definition.r#type,
        DefinitionType::Enum | DefinitionType::Flags
    )
}

impl<'s> Scope<'s> {
    /// Finds out which types the definitions need: which integers they are in, and whether as values or as bits.
    pub(super) fn find_forms(&mut self) {
        let definitions = &self.spec.definitions;
        let names = definitions
            .iter()
            .map(|found| (found.name.as_str(), found.place));
        self.check_once("definition", names);
        let mut uses: HashMap<&str, [Option<&'static str>; 2]> = HashMap::new();
        for (name, flags, integer) in self.uses() {
            let integers = uses.entry(name).or_default();
            let slot = if flags {
                &mut integers[1]
            } else {
                &mut integers[0]
            };
            slot.get_or_insert(integer);
        }
        for definition in definitions.iter().filter(|definition| is_named(definition)) {
            let integers = uses
                .get(definition.name.as_str())
                .copied()
                .unwrap_or_default();
            let forms = self.name_forms(definition, integers);
            self.forms.insert(&definition.name, forms);
        }
    }

    /// Every use of a definition: its name, whether as bits, and the integer.
    fn uses(&self) -> Vec<(&'s str, bool, &'static str)> {
        let spec = self.spec;
        let as_flags = |name: &str, said: bool| {
            let mut definitions = spec.definitions.iter();
            let found = definitions.find(|definition| definition.name == name);
            said || found.is_some_and(|found| found.r#type == DefinitionType::Flags)
        };
        let attributes = spec.attribute_sets.iter().flat_map(|set| &set.attributes);
        let attributes = attributes.filter_map(|attribute| {
            let name = attribute.r#enum.as_ref()?;
            let ty = attribute.sub_type.or(attribute.r#type)?;
            if ty == AttributeType::Bitfield32 {
                return Some((name.as_str(), true, "u32"));
            }
            let said = attribute.enum_as_flags.unwrap_or_default();
            Some((name.as_str(), as_flags(name, said), integer(ty)?))
        });
        let members = spec
            .definitions
            .iter()
            .flat_map(|definition| &definition.members);
        let members = members.filter_map(|member| {
            let name = member.r#enum.as_ref()?;
            let integer = member_integer(member.r#type)?;
            Some((name.as_str(), as_flags(name, member.enum_as_flags), integer))
        });
        attributes.chain(members).collect()
    }

    /// The types of a definition. Without entries it has none, and is the integer that it is in.
    fn name_forms(
        &mut self,
        found: &Located<Definition>,
        integers: [Option<&'static str>; 2],
    ) -> Forms {
        let first = type_name(&found.name, "Type");
        let owner = format!("the definition `{}`", found.name);
        if found.entries.is_empty() {
            let text = format!(
                "`{}` has no entries: its attributes are described as integers",
                found.name
            );
            let note = self.problems.note(found.place, text);
            self.notes.push(note);
            return Forms::default();
        }
        let [mut values, mut as_bits] = integers;
        if values.is_none() && as_bits.is_none() {
            let wide = found.entries.len() > 32;
            let integer = if wide { "u64" } else { "u32" };
            match found.r#type {
                DefinitionType::Flags => as_bits = Some(integer),
                _ => values = Some("u32"),
            }
        }
        let enumeration = values.map(|integer| {
            let names = [first.clone(), format!("{first}Value")];
            Form {
                ident: self.take(names, &owner, found.place),
                integer,
            }
        });
        let flags = as_bits.map(|integer| {
            let several = if first.ends_with('s') { "Flags" } else { "s" };
            let names = [
                first.clone(),
                format!("{first}{several}"),
                format!("{first}Bits"),
            ];
            Form {
                ident: self.take(names, &owner, found.place),
                integer,
            }
        });
        Forms { enumeration, flags }
    }

    /// What the definitions become, in their order.
    pub(super) fn definitions(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        for definition in &self.spec.definitions {
            match definition.r#type {
                DefinitionType::Const => items.extend(self.constant_item(definition)),
                DefinitionType::Struct => {
                    items.extend(self.struct_item(definition).map(Item::Struct));
                }
                DefinitionType::Enum | DefinitionType::Flags => {
                    items.extend(self.named_items(definition));
                }
            }
        }
        items
    }

    fn constant_item(&mut self, definition: &Located<Definition>) -> Option<Item> {
        let Some(value) = &definition.value else {
            let text = format!("the constant `{}` has no `value`", definition.name);
            self.problems.fault(definition.place, text);
            return None;
        };
        let (ty, value) = match parse_integer(&value.0) {
            Some(number) => (
                self.constant_type(&definition.name, number),
                super::literal(number),
            ),
            None => ("&str", format!("{:?}", value.0)),
        };
        let doc = match (&definition.doc, &definition.header) {
            (Some(doc), _) => doc.clone(),
            // Some have a value here only because the tools of the kernel need one.
            (None, Some(header)) => format!("The real value is in `{header}`."),
            (None, None) => String::new(),
        };
        Some(Item::Const(Const {
            doc,
            ident: constant_ident(definition),
            ty,
            value,
        }))
    }

    /// Lengths are `usize`, since arrays have them.
    fn constant_type(&self, name: &str, value: i128) -> &'static str {
        let sets = self
            .spec
            .attribute_sets
            .iter()
            .flat_map(|set| &set.attributes);
        let lengths = sets
            .filter_map(|attribute| attribute.checks.as_ref())
            .flat_map(|checks| {
                [&checks.exact_len, &checks.min_len, &checks.max_len]
                    .into_iter()
                    .flatten()
            });
        let members = self
            .spec
            .definitions
            .iter()
            .flat_map(|definition| &definition.members);
        let members = members.filter_map(|member| member.len.as_ref());
        let mut lengths = lengths.map(|length| &length.inner).chain(members);
        let is_length = lengths.any(|length| {
            let length = length.0.trim_end_matches("- 1").trim();
            self.find_constant(length)
                .is_some_and(|found| found.name == name)
        });
        match value {
            0.. if is_length => "usize",
            _ if range("u32").contains(&value) => "u32",
            _ if range("i32").contains(&value) => "i32",
            0.. => "u64",
            _ => "i64",
        }
    }
}
