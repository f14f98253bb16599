//! Constants, enumerations, flags, structs and sets.

use super::text::{Text, WIDTH};
use crate::import::check::literal;
use crate::import::model::{Const, Enumeration, Field, Flags, Item, Set, Struct, Variant};

pub(super) fn item(text: &mut Text, item: &Item) {
    match item {
        Item::Const(item) => constant(text, item),
        Item::Enumeration(item) => enumeration(text, item),
        Item::Flags(item) => flags(text, item),
        Item::Struct(item) => structure(text, item),
        Item::Set(item) => set(text, item),
    }
}

fn constant(
    text: &mut Text,
    Const {
        doc,
        ident,
        ty,
        value,
    }: &Const,
) {
    text.doc(doc);
    text.line(&format!("pub const {ident}: {ty} = {value};"));
}

fn enumeration(text: &mut Text, item: &Enumeration) {
    text.doc(&item.doc);
    text.notes(&item.notes);
    text.line("#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]");
    text.line(&format!("#[repr({})]", item.repr));
    if let Some(name) = &item.name {
        text.line(&format!("#[enumeration(name = {name:?})]"));
    }
    text.braces(&format!("pub enum {}", item.ident), |text| {
        let at = item.unknown_at.min(item.variants.len());
        let (before, behind) = item.variants.split_at(at);
        variants(text, before);
        text.line("#[unknown]");
        text.line(&format!("{}({}),", item.unknown, item.repr));
        variants(text, behind);
    });
}

fn variants(text: &mut Text, variants: &[Variant]) {
    for variant in variants {
        text.doc(&variant.doc);
        text.line(&format!("{} = {},", variant.ident, literal(variant.value)));
    }
}

fn flags(text: &mut Text, item: &Flags) {
    text.braces("bitflags!", |text| {
        text.doc(&item.doc);
        text.line("#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]");
        text.braces(
            &format!("pub struct {}: {}", item.ident, item.bits),
            |text| {
                for flag in &item.entries {
                    text.doc(&flag.doc);
                    let value = match flag.value {
                        0 => "1".to_owned(),
                        bit => format!("1 << {bit}"),
                    };
                    text.line(&format!("const {} = {value};", flag.ident));
                }
            },
        );
    });
}

fn structure(text: &mut Text, item: &Struct) {
    text.doc(&item.doc);
    text.notes(&item.notes);
    let default = if item.default { "Default, " } else { "" };
    let derives = format!(
        "Clone, Copy, Debug, {default}PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct"
    );
    text.line(&format!("#[derive({derives})]"));
    text.line("#[repr(C)]");
    if let Some(name) = &item.name {
        text.line(&format!("#[c_struct(name = {name:?})]"));
    }
    text.braces(&format!("pub struct {}", item.ident), |text| {
        fields(text, "member", &item.fields);
    });
}

fn set(text: &mut Text, item: &Set) {
    text.doc(&item.doc);
    text.notes(&item.notes);
    text.line("#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]");
    let words: Vec<_> = [
        item.subset_of
            .as_ref()
            .map(|set| format!("subset_of = {set}")),
        item.pad.map(|number| format!("pad = {number}")),
        item.name.as_ref().map(|name| format!("name = {name:?}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !words.is_empty() {
        text.line(&format!("#[attrs({})]", words.join(", ")));
    }
    if item
        .fields
        .iter()
        .filter(|field| field.ty == "bool")
        .count()
        > 3
    {
        text.line("#[allow(clippy::struct_excessive_bools)] // Each is a flag of the kernel.");
    }
    text.braces(&format!("pub struct {}", item.ident), |text| {
        fields(text, "attr", &item.fields);
    });
}

/// Fields, with their words in `#[attr(..)]` or `#[member(..)]`.
fn fields(text: &mut Text, kind: &str, fields: &[Field]) {
    for field in fields {
        text.doc(&field.doc);
        text.notes(&field.notes);
        if let Some(words) = &field.words {
            text.line(&format!("#[{kind}({words})]"));
        }
        let line = format!("pub {}: {},", field.ident, field.ty);
        if text.indent().len() + line.len() <= WIDTH {
            text.line(&line);
        } else {
            text.line(&format!("pub {}:", field.ident));
            text.line(&format!("    {},", field.ty));
        }
    }
}
