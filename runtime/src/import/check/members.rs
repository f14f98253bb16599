//! The words of the members of C structs.

use super::Scope;
use crate::import::model::Field;
use crate::import::names::{dashed, value_name};
use crate::import::spec::{DisplayHint, Member};
use crate::import::yaml::Located;

impl Scope<'_> {
    /// The field of a member, of the type `ty`.
    pub(super) fn member_field(&mut self, member: &Located<Member>, ty: String) -> Field {
        let ident = value_name(&member.name, "member");
        let (mut words, mut notes) = (Vec::new(), Vec::new());
        let hinted = member.display_hint.map(|hint| hinted(hint, &ty));
        let ty = match hinted {
            Some(Some((ty, word))) => {
                words.push(format!("display_hint = {word}"));
                ty
            }
            Some(None) => {
                let text = format!(
                    "`{}` has a display hint that genl does not know",
                    member.name
                );
                notes.push(self.problems.note(member.place, text));
                ty
            }
            None => ty,
        };
        let forms = member
            .r#enum
            .as_ref()
            .and_then(|name| self.forms.get(name.as_str()));
        let has_names =
            forms.is_some_and(|forms| forms.enumeration.is_some() || forms.flags.is_some());
        if has_names && !ty.starts_with("Enum<") && !ty.starts_with("Flags<") {
            let text = format!(
                "`{}` has names, which are in another integer elsewhere",
                member.name
            );
            notes.push(self.problems.note(member.place, text));
        }
        if dashed(&ident) != member.name {
            words.push(format!("name = {:?}", member.name));
        }
        Field {
            doc: member.doc.clone().unwrap_or_default(),
            words: (!words.is_empty()).then(|| words.join(", ")),
            ident,
            ty,
            notes,
        }
    }
}

/// The word of a hint, and the type that it is for: addresses are bytes.
fn hinted(hint: DisplayHint, ty: &str) -> Option<(String, &'static str)> {
    let bytes = ty.starts_with("[u8;");
    let integer = ty.starts_with(['u', 'i', 'U', 'I']);
    let word = match (hint, ty) {
        (DisplayHint::Ipv4, "u32" | "U32" | "[u8; 4]") => {
            return Some(("[u8; 4]".to_owned(), "ipv4"));
        }
        (DisplayHint::Ipv6, "[u8; 16]") => "ipv6",
        (DisplayHint::Mac, "[u8; 6]") => "mac",
        (DisplayHint::Uuid, "[u8; 16]") => "uuid",
        (DisplayHint::Hex, _) if bytes || integer => "hex",
        _ => return None,
    };
    Some((ty.to_owned(), word))
}
