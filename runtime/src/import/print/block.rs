//! The block of a family.

use super::text::Text;
use crate::import::model::{Family, Function};

pub(super) fn block(text: &mut Text, family: &Family) {
    text.braces("genl_family!", |text| {
        text.doc(&family.doc);
        text.notes(&family.notes);
        let header = family
            .header
            .as_ref()
            .map(|header| format!(", header = {header}"));
        let (name, version, header) = (&family.name, family.version, header.unwrap_or_default());
        text.line(&format!(
            "#[family(name = {name:?}, version = {version}{header})]"
        ));
        text.braces(&format!("pub trait {}", family.ident), |text| {
            functions(text, family);
        });
    });
}

fn functions(text: &mut Text, family: &Family) {
    for group in &family.groups {
        text.doc(&group.doc);
        if !group.used {
            text.line("#[allow(unused)]");
        }
        text.line(&format!(
            "const {}: MulticastGroup = {:?};",
            group.ident, group.name
        ));
    }
    for function in &family.functions {
        text.blank();
        print(text, function);
    }
}

fn print(text: &mut Text, function: &Function) {
    text.doc(&function.doc);
    text.notes(&function.notes);
    text.line(&format!("#[{}({})]", function.kind, function.words));
    let parameter = function.parameter.as_deref().unwrap_or_default();
    let reply = function.reply.as_ref().map(|ty| format!(" -> {ty}"));
    let (ident, reply) = (&function.ident, reply.unwrap_or_default());
    text.line(&format!("fn {ident}({parameter}){reply};"));
}
