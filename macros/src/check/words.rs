//! The words of each place, as tables, and what is said of a word that its place does not have.

use proc_macro2::Ident;

use super::habits::habit;
use super::names::nearest;
use crate::errors::Errors;
use crate::model::{CheckKind, Payload};
use crate::rules::Rule;
use crate::syntax::args::{Word, WordValue};

/// A word of `#[attr(..)]`.
#[derive(Clone, Copy)]
pub(super) enum AttrWord {
    Payload(Payload),
    Check(CheckKind),
    With,
    Multi,
    Array,
    Indexed,
    Keyed,
    Name,
    Unknown,
}

/// A word of `#[attrs(..)]`.
#[derive(Clone, Copy)]
pub(super) enum AttrsWord {
    Pad,
    SubsetOf,
    Name,
    Crate,
}

/// A word of `#[enumeration(..)]`.
#[derive(Clone, Copy)]
pub(super) enum EnumerationWord {
    Name,
    Crate,
}

/// A word of `#[family(..)]`.
#[derive(Clone, Copy)]
pub(super) enum FamilyWord {
    Name,
    Version,
    Header,
    Crate,
}

/// A word of `#[op(..)]`.
#[derive(Clone, Copy)]
pub(super) enum OpWord {
    Dump,
    Multi,
    Reply,
    AdminPerm,
    UnsAdminPerm,
    Lax,
    Name,
}

/// A word of `#[event(..)]`.
#[derive(Clone, Copy)]
pub(super) enum EventWord {
    Group,
    Unicast,
    Notify,
    Name,
}

/// The words of a place: their table, and the place as it is written.
pub(super) trait Vocabulary: Copy + 'static {
    const PLACE: &'static str;
    const TABLE: &'static [(&'static str, Self)];

    fn names() -> Vec<&'static str> {
        Self::TABLE.iter().map(|(name, _)| *name).collect()
    }
}

impl Vocabulary for AttrWord {
    const PLACE: &'static str = "#[attr(..)]";
    const TABLE: &'static [(&'static str, Self)] = &[
        ("big_endian", Self::Payload(Payload::BigEndian)),
        ("unterminated", Self::Payload(Payload::Unterminated)),
        ("flag", Self::Payload(Payload::Flag)),
        ("flags", Self::Payload(Payload::Flags)),
        ("nest", Self::Payload(Payload::Nest)),
        ("uint", Self::Payload(Payload::Uint)),
        ("sint", Self::Payload(Payload::Sint)),
        ("bitfield32", Self::Payload(Payload::Bitfield32)),
        ("c_struct", Self::Payload(Payload::CStruct)),
        ("with", Self::With),
        ("multi", Self::Multi),
        ("array", Self::Array),
        ("indexed", Self::Indexed),
        ("keyed", Self::Keyed),
        ("min", Self::Check(CheckKind::Min)),
        ("max", Self::Check(CheckKind::Max)),
        ("min_len", Self::Check(CheckKind::MinLen)),
        ("max_len", Self::Check(CheckKind::MaxLen)),
        ("exact_len", Self::Check(CheckKind::ExactLen)),
        ("name", Self::Name),
        ("unknown", Self::Unknown),
    ];
}

impl Vocabulary for AttrsWord {
    const PLACE: &'static str = "#[attrs(..)]";
    const TABLE: &'static [(&'static str, Self)] = &[
        ("pad", Self::Pad),
        ("subset_of", Self::SubsetOf),
        ("name", Self::Name),
        ("crate", Self::Crate),
    ];
}

impl Vocabulary for EnumerationWord {
    const PLACE: &'static str = "#[enumeration(..)]";
    const TABLE: &'static [(&'static str, Self)] = &[("name", Self::Name), ("crate", Self::Crate)];
}

impl Vocabulary for FamilyWord {
    const PLACE: &'static str = "#[family(..)]";
    const TABLE: &'static [(&'static str, Self)] = &[
        ("name", Self::Name),
        ("version", Self::Version),
        ("header", Self::Header),
        ("crate", Self::Crate),
    ];
}

impl Vocabulary for OpWord {
    const PLACE: &'static str = "#[op(..)]";
    const TABLE: &'static [(&'static str, Self)] = &[
        ("dump", Self::Dump),
        ("multi", Self::Multi),
        ("reply", Self::Reply),
        ("admin_perm", Self::AdminPerm),
        ("uns_admin_perm", Self::UnsAdminPerm),
        ("lax", Self::Lax),
        ("name", Self::Name),
    ];
}

impl Vocabulary for EventWord {
    const PLACE: &'static str = "#[event(..)]";
    const TABLE: &'static [(&'static str, Self)] = &[
        ("group", Self::Group),
        ("unicast", Self::Unicast),
        ("notify", Self::Notify),
        ("name", Self::Name),
    ];
}

/// What `word` is in the vocabulary of its place.
pub(super) fn check_word<V: Vocabulary>(word: &Word, errors: &mut Errors) -> Option<V> {
    let name = word.ident.to_string();
    let known = V::TABLE
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, known)| *known);
    if known.is_none() {
        let value = match &word.value {
            WordValue::Assigned(value) => Some(value.to_string()),
            _ => None,
        };
        let (rule, message) = unknown::<V>(&name, value.as_deref());
        errors.push(rule, &word.ident, message);
    }
    known
}

/// Whether there is more to say of `name` than that there is no such word.
pub(super) fn is_known<V: Vocabulary>(name: &str) -> bool {
    habit(name, V::PLACE).is_some() || place_of(name).is_some()
}

/// What is said of a word that its place does not have. The `value` may tell which was meant, as in
/// `type = nest`.
pub(super) fn unknown<V: Vocabulary>(name: &str, value: Option<&str>) -> (Rule, String) {
    let place = V::PLACE;
    let other = place_of(name);
    if let Some(help) = habit(name, place) {
        let rule = other.map_or(Rule::WordUnknown, |_| Rule::WordMisplaced);
        let value = value
            .unwrap_or_default()
            .replace(" - ", "_")
            .replace('-', "_");
        let meant = value.trim_matches([' ', '"']);
        let meant = V::names()
            .contains(&meant)
            .then(|| format!("write `{meant}`"));
        let help = meant.as_deref().unwrap_or(help);
        let message = format!("`{place}` has no word `{name}`\nhelp: {help}");
        return (rule, message);
    }
    if let Some(other) = other {
        let message = format!("`{name}` is no word of `{place}`; it belongs on `{other}`");
        return (Rule::WordMisplaced, message);
    }
    let help = if let Some(near) = nearest(name, V::names()) {
        format!("\nhelp: there is `{near}`")
    } else if V::TABLE.len() <= 7 {
        format!("; it takes {}", listed(&V::names()))
    } else {
        "\nhelp: the documentation of `#[derive(AttributeSet)]` has a table of them".to_owned()
    };
    (
        Rule::WordUnknown,
        format!("`{place}` has no word `{name}`{help}"),
    )
}

fn place_of(name: &str) -> Option<&'static str> {
    let places: [(&str, Vec<&str>); 6] = [
        (AttrWord::PLACE, AttrWord::names()),
        (AttrsWord::PLACE, AttrsWord::names()),
        (EnumerationWord::PLACE, EnumerationWord::names()),
        (FamilyWord::PLACE, FamilyWord::names()),
        (OpWord::PLACE, OpWord::names()),
        (EventWord::PLACE, EventWord::names()),
    ];
    places
        .into_iter()
        .find(|(_, names)| names.contains(&name))
        .map(|(place, _)| place)
}

/// `` `a`, `b` and `c` ``.
pub(super) fn listed(names: &[&str]) -> String {
    match names {
        [] => "nothing".to_owned(),
        [one] => format!("`{one}`"),
        [init @ .., last] => {
            let init = init
                .iter()
                .map(|name| format!("`{name}`"))
                .collect::<Vec<_>>()
                .join(", ");
            format!("{init} and `{last}`")
        }
    }
}

/// What may be said once: the word that said it, and what it said.
pub(super) struct Once<T>(Option<(Ident, T)>);

impl<T> Default for Once<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Once<T> {
    /// Takes what `word` says, or reports that it was said before.
    pub(super) fn set(&mut self, word: &Ident, value: T, errors: &mut Errors) {
        match &self.0 {
            None => self.0 = Some((word.clone(), value)),
            Some((first, _)) if first == word => {
                errors.push_pair(
                    Rule::WordTwice,
                    word,
                    format!("a second `{word}`; keep one"),
                    first,
                    format!("the first `{word}` is here"),
                );
            }
            Some((first, _)) => errors.push_pair(
                Rule::WordsExclusive,
                word,
                format!("`{word}` and `{first}` exclude each other; keep one"),
                first,
                format!("`{first}` is here"),
            ),
        }
    }

    /// What was said before, to be made more exact by another word.
    pub(super) fn get_mut(&mut self) -> Option<&mut T> {
        self.0.as_mut().map(|(_, value)| value)
    }

    pub(super) fn get(&self) -> Option<&T> {
        self.0.as_ref().map(|(_, value)| value)
    }

    pub(super) fn word(&self) -> Option<&Ident> {
        self.0.as_ref().map(|(word, _)| word)
    }

    pub(super) fn into_value(self) -> Option<T> {
        self.0.map(|(_, value)| value)
    }

    pub(super) fn is_set(&self) -> bool {
        self.0.is_some()
    }
}
