//! C structs, with the padding that C puts into them.

use super::Scope;
use super::integers::{bits, member_integer};
use crate::import::model::{Field, Struct};
use crate::import::names::{kebab, type_name};
use crate::import::spec::{ByteOrder, Definition, DefinitionType, Member, MemberType};
use crate::import::yaml::Located;

/// No attribute holds more.
const MAX_SIZE: usize = 65_535;
/// Structs in structs in structs.
const MAX_DEPTH: u32 = 16;

/// A member, and how C lays it out.
#[derive(Clone, Debug, Default)]
struct Laid {
    ty: String,
    size: usize,
    align: usize,
    /// Whether its type has a default.
    default: bool,
}

impl<'s> Scope<'s> {
    pub(super) fn name_structs(&mut self) {
        for definition in &self.spec.definitions {
            if definition.r#type == DefinitionType::Struct {
                let first = type_name(&definition.name, "Struct");
                let names = [first.clone(), format!("{first}Struct")];
                let owner = format!("the struct `{}`", definition.name);
                let ident = self.take(names, &owner, definition.place);
                self.structs.insert(&definition.name, ident);
            }
        }
    }

    /// The type of a struct.
    pub(super) fn find_struct(&mut self, name: &Located<String>) -> Option<String> {
        let found = self.structs.get(name.as_str()).cloned();
        if found.is_none() {
            let names: Vec<_> = self.structs.keys().copied().collect();
            self.unknown(name.place, "struct", name, names);
        }
        found
    }

    /// The size of a struct, with its padding.
    pub(super) fn struct_size(&mut self, name: &str) -> Option<usize> {
        Some(self.struct_layout(name, 0)?.size)
    }

    pub(super) fn struct_item(&mut self, definition: &'s Located<Definition>) -> Option<Struct> {
        let members = definition
            .members
            .iter()
            .map(|member| (member.name.as_str(), member.place));
        self.check_once("member", members);
        let ident = self.structs.get(definition.name.as_str())?.clone();
        let (fields, default, notes) = self.fields(definition)?;
        let doc = definition.doc.clone();
        let doc = doc.unwrap_or_else(|| format!("`struct {}`.", c_name(&definition.name)));
        Some(Struct {
            doc,
            name: (kebab(&ident) != definition.name).then(|| definition.name.clone()),
            ident,
            default,
            fields,
            notes,
        })
    }

    fn fields(
        &mut self,
        definition: &'s Located<Definition>,
    ) -> Option<(Vec<Field>, bool, Vec<String>)> {
        let (mut fields, mut notes, mut default) = (Vec::new(), Vec::new(), true);
        let (mut offset, mut align) = (0, 1);
        for member in &definition.members {
            if member.len.is_none()
                && matches!(member.r#type, MemberType::Binary | MemberType::String)
                && member.r#struct.is_none()
            {
                let text = format!("the member `{}` has no length", member.name);
                notes.push(self.problems.note(member.place, text));
                continue;
            }
            let laid = self.member(member, 0)?;
            pad(&mut fields, &mut offset, laid.align);
            align = align.max(laid.align);
            offset += laid.size;
            default &= laid.default;
            fields.push(self.member_field(member, laid.ty));
        }
        pad(&mut fields, &mut offset, align);
        Some((fields, default, notes))
    }

    fn struct_layout(&mut self, name: &str, depth: u32) -> Option<Laid> {
        let mut definitions = self.spec.definitions.iter();
        let definition = definitions.find(|definition| definition.name == name)?;
        let mut laid = Laid {
            align: 1,
            default: true,
            ..Laid::default()
        };
        for member in &definition.members {
            let member = self.member(member, depth + 1)?;
            laid.size = laid.size.next_multiple_of(member.align) + member.size;
            laid.align = laid.align.max(member.align);
            laid.default &= member.default;
        }
        laid.size = laid.size.next_multiple_of(laid.align);
        laid.ty.clone_from(self.structs.get(name)?);
        Some(laid)
    }

    fn member(&mut self, member: &Located<Member>, depth: u32) -> Option<Laid> {
        if let Some(name) = &member.r#struct {
            let located = Located {
                place: member.place,
                anchor: None,
                inner: name.clone(),
            };
            if depth >= MAX_DEPTH {
                self.problems.fault(
                    member.place,
                    format_args!("the struct `{name}` contains itself"),
                );
                return None;
            }
            self.find_struct(&located)?;
            return self.struct_layout(name, depth);
        }
        let Some(integer) = member_integer(member.r#type) else {
            let Some(length) = &member.len else {
                let text = format!("the member `{}` has no length", member.name);
                self.problems.fault(member.place, text);
                return None;
            };
            let located = Located {
                place: member.place,
                anchor: None,
                inner: length.clone(),
            };
            let length = self.number(&located)?;
            let Some(size) = usize::try_from(length.value)
                .ok()
                .filter(|size| *size <= MAX_SIZE)
            else {
                let text = format!("a member cannot have {} bytes", length.value);
                self.problems.fault(member.place, text);
                return None;
            };
            return Some(Laid {
                ty: format!("[u8; {length}]"),
                size,
                align: 1,
                default: size <= 32,
            });
        };
        let (bits, signed) = bits(integer);
        let size = usize::try_from(bits / 8).unwrap_or(1);
        let order = member.byte_order.filter(|_| size > 1);
        let raw = order.map_or(integer.to_owned(), |order| ordered(order, bits, signed));
        let (ty, default) = match &member.r#enum {
            None => (raw, true),
            Some(name) => self.named_member(member, name, integer, order.map(|_| raw))?,
        };
        Some(Laid {
            ty,
            size,
            align: size,
            default,
        })
    }

    /// A member that holds an enumeration or flags.
    fn named_member(
        &mut self,
        member: &Located<Member>,
        name: &str,
        integer: &'static str,
        raw: Option<String>,
    ) -> Option<(String, bool)> {
        let Some(forms) = self.forms.get(name) else {
            let names: Vec<_> = self.forms.keys().copied().collect();
            self.unknown(member.place, "definition", name, names);
            return None;
        };
        let (kind, form) = match (&forms.enumeration, &forms.flags) {
            (Some(form), flags) if !member.enum_as_flags || flags.is_none() => ("Enum", form),
            (_, Some(form)) => ("Flags", form),
            // It has no entries.
            _ => return Some((raw.unwrap_or_else(|| integer.to_owned()), true)),
        };
        // The field tells that it has no names.
        if form.integer != integer {
            return Some((raw.unwrap_or_else(|| integer.to_owned()), true));
        }
        let raw = raw.map(|raw| format!(", {raw}")).unwrap_or_default();
        Some((format!("{kind}<{}{raw}>", form.ident), kind == "Flags"))
    }
}

/// Fills up to a multiple of `align`.
fn pad(fields: &mut Vec<Field>, offset: &mut usize, align: usize) {
    let missing = offset.next_multiple_of(align) - *offset;
    if missing > 0 {
        fields.push(Field {
            doc: "Padding of the compiler, zero.".to_owned(),
            words: Some("pad".to_owned()),
            ident: format!("padding_at_{offset}"),
            ty: format!("[u8; {missing}]"),
            notes: Vec::new(),
        });
        *offset += missing;
    }
}

fn ordered(order: ByteOrder, bits: u32, signed: bool) -> String {
    let letter = if signed { 'I' } else { 'U' };
    match order {
        ByteOrder::BigEndian => format!("{letter}{bits}"),
        ByteOrder::LittleEndian => format!("zerocopy::little_endian::{letter}{bits}"),
    }
}

/// The name of a struct in C.
fn c_name(name: &str) -> String {
    name.replace('-', "_")
}
