//! The words of each attribute of ours, as tables.

mod once;
mod unknown;

pub(super) use self::once::{Once, report_conflict};
pub(super) use self::unknown::{check_word, is_known, unknown};
use super::habits::{self, Habit};
use crate::model::{CheckKind, Payload};

/// A word of `#[attr(..)]`.
#[derive(Clone, Copy)]
pub(super) enum AttrWord {
    Payload(Payload),
    Check(CheckKind),
    With,
    Sibling,
    Multi,
    Array,
    Indexed,
    Keyed,
    OmitEmpty,
    Name,
    DisplayHint,
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

/// A word of `#[c_struct(..)]`.
#[derive(Clone, Copy)]
pub(super) enum CStructWord {
    Name,
    Crate,
}

/// A word of `#[member(..)]`.
#[derive(Clone, Copy)]
pub(super) enum MemberWord {
    Pad,
    DisplayHint,
    Name,
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
    Header,
    ShapeOf,
    Name,
}

/// A word of `#[event(..)]`.
#[derive(Clone, Copy)]
pub(super) enum EventWord {
    Group,
    Unicast,
    Notify,
    Header,
    Name,
}

/// The words of a place: their table, how the place is written, and what authors write instead of them.
pub(super) trait Vocabulary: Copy + 'static {
    const PLACE: &'static str;
    const TABLE: &'static [(&'static str, Self)];
    const HABITS: &'static [Habit];
    /// Whether a number comes before the words.
    const NUMBERED: bool = false;

    /// Returns what to write instead of `word`, if authors know it from elsewhere.
    fn habit(word: &str) -> Option<&'static str> {
        let mut habits = Self::HABITS.iter();
        habits
            .find(|(words, _)| words.contains(&word))
            .map(|(_, help)| *help)
    }

    fn names() -> Vec<&'static str> {
        Self::TABLE.iter().map(|(name, _)| *name).collect()
    }
}

impl Vocabulary for AttrWord {
    const PLACE: &'static str = "#[attr(..)]";
    const HABITS: &'static [Habit] = habits::ATTR;
    const NUMBERED: bool = true;
    const TABLE: &'static [(&'static str, Self)] = &[
        ("plain", Self::Payload(Payload::Plain)),
        ("big_endian", Self::Payload(Payload::BigEndian)),
        ("unterminated", Self::Payload(Payload::Unterminated)),
        ("u8", Self::Payload(Payload::U8)),
        ("flag", Self::Payload(Payload::Flag)),
        ("flags", Self::Payload(Payload::Flags)),
        ("nest", Self::Payload(Payload::Nest)),
        ("uint", Self::Payload(Payload::Uint)),
        ("sint", Self::Payload(Payload::Sint)),
        ("bitfield32", Self::Payload(Payload::Bitfield32)),
        ("c_struct", Self::Payload(Payload::CStruct)),
        ("with", Self::With),
        ("sibling", Self::Sibling),
        ("multi", Self::Multi),
        ("array", Self::Array),
        ("indexed", Self::Indexed),
        ("keyed", Self::Keyed),
        ("omit_empty", Self::OmitEmpty),
        ("min", Self::Check(CheckKind::Min)),
        ("max", Self::Check(CheckKind::Max)),
        ("min_len", Self::Check(CheckKind::MinLen)),
        ("max_len", Self::Check(CheckKind::MaxLen)),
        ("exact_len", Self::Check(CheckKind::ExactLen)),
        ("name", Self::Name),
        ("display_hint", Self::DisplayHint),
        ("unknown", Self::Unknown),
    ];
}

impl Vocabulary for AttrsWord {
    const PLACE: &'static str = "#[attrs(..)]";
    const HABITS: &'static [Habit] = habits::ATTRS;
    const TABLE: &'static [(&'static str, Self)] = &[
        ("pad", Self::Pad),
        ("subset_of", Self::SubsetOf),
        ("name", Self::Name),
        ("crate", Self::Crate),
    ];
}

impl Vocabulary for EnumerationWord {
    const PLACE: &'static str = "#[enumeration(..)]";
    const HABITS: &'static [Habit] = habits::ENUMERATION;
    const TABLE: &'static [(&'static str, Self)] = &[("name", Self::Name), ("crate", Self::Crate)];
}

impl Vocabulary for CStructWord {
    const PLACE: &'static str = "#[c_struct(..)]";
    const HABITS: &'static [Habit] = habits::C_STRUCT;
    const TABLE: &'static [(&'static str, Self)] = &[("name", Self::Name), ("crate", Self::Crate)];
}

impl Vocabulary for MemberWord {
    const PLACE: &'static str = "#[member(..)]";
    const HABITS: &'static [Habit] = habits::MEMBER;
    const TABLE: &'static [(&'static str, Self)] = &[
        ("pad", Self::Pad),
        ("display_hint", Self::DisplayHint),
        ("name", Self::Name),
    ];
}

impl Vocabulary for FamilyWord {
    const PLACE: &'static str = "#[family(..)]";
    const HABITS: &'static [Habit] = habits::FAMILY;
    const TABLE: &'static [(&'static str, Self)] = &[
        ("name", Self::Name),
        ("version", Self::Version),
        ("header", Self::Header),
        ("crate", Self::Crate),
    ];
}

impl Vocabulary for OpWord {
    const PLACE: &'static str = "#[op(..)]";
    const HABITS: &'static [Habit] = habits::OP;
    const NUMBERED: bool = true;
    const TABLE: &'static [(&'static str, Self)] = &[
        ("dump", Self::Dump),
        ("multi", Self::Multi),
        ("reply", Self::Reply),
        ("admin_perm", Self::AdminPerm),
        ("uns_admin_perm", Self::UnsAdminPerm),
        ("lax", Self::Lax),
        ("header", Self::Header),
        ("shape_of", Self::ShapeOf),
        ("name", Self::Name),
    ];
}

impl Vocabulary for EventWord {
    const PLACE: &'static str = "#[event(..)]";
    const HABITS: &'static [Habit] = habits::EVENT;
    const NUMBERED: bool = true;
    const TABLE: &'static [(&'static str, Self)] = &[
        ("group", Self::Group),
        ("unicast", Self::Unicast),
        ("notify", Self::Notify),
        ("header", Self::Header),
        ("name", Self::Name),
    ];
}

/// Returns each place with its words.
fn places() -> [(&'static str, Vec<&'static str>); 8] {
    [
        (AttrWord::PLACE, AttrWord::names()),
        (AttrsWord::PLACE, AttrsWord::names()),
        (EnumerationWord::PLACE, EnumerationWord::names()),
        (FamilyWord::PLACE, FamilyWord::names()),
        (OpWord::PLACE, OpWord::names()),
        (EventWord::PLACE, EventWord::names()),
        (CStructWord::PLACE, CStructWord::names()),
        (MemberWord::PLACE, MemberWord::names()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_no_words<V: Vocabulary>() {
        let mut names = V::names();
        for word in V::HABITS.iter().flat_map(|(words, _)| *words) {
            assert!(!names.contains(word), "{word}");
            names.push(word);
        }
    }

    /// No habit is a word of its place, and each has one help.
    #[test]
    fn habits_are_not_words() {
        assert_no_words::<AttrWord>();
        assert_no_words::<AttrsWord>();
        assert_no_words::<EnumerationWord>();
        assert_no_words::<FamilyWord>();
        assert_no_words::<OpWord>();
        assert_no_words::<EventWord>();
        assert_no_words::<CStructWord>();
        assert_no_words::<MemberWord>();
    }
}
