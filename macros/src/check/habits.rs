//! Words that authors bring along: from the kernel's specifications (YNL) and
//! from other macros. Each is answered with what is written here.

use super::words::{
    AttrWord, AttrsWord, EnumerationWord, EventWord, FamilyWord, OpWord, Vocabulary,
};

/// Words that mean the same, and what to write for them.
type Habit = (&'static [&'static str], &'static str);

const NUMBER: &str = "the number stands first, without a word";
const SET: &str = "the parameter names the set, as in `fn get(request: Get)`";

const ATTR: &[Habit] = &[
    (
        &[
            "byte_order",
            "endian",
            "endianness",
            "be",
            "network_order",
            "net_order",
        ],
        "integers in network byte order have the word `big_endian`",
    ),
    (
        &[
            "le",
            "little_endian",
            "ne",
            "native_endian",
            "host_endian",
            "host_order",
        ],
        "integers are in host byte order without a word",
    ),
    (
        &["nested_attributes"],
        "for the attributes of a set there is `nest`; which set, the type of the field says",
    ),
    (
        &["type", "ty", "sub_type"],
        "the type of the field says so, as in `port: u16`",
    ),
    (
        &[
            "u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "i8", "i16", "i32", "i64",
        ],
        "the type of the field says so, as in `port: u16`",
    ),
    (
        &["string", "str", "nul", "nul_terminated", "null_terminated"],
        "text is a field of `String` or `&str`, and has its NUL without a word",
    ),
    (
        &["binary", "bytes"],
        "bytes are a field of `Vec<u8>` or `&[u8]`",
    ),
    (
        &["enum", "enumeration"],
        "the type of the field says so: an enum with `#[derive(Enumeration)]`",
    ),
    (
        &["enum_as_flags", "bitflags", "bitset"],
        "for a field of a `bitflags!` type there is `flags`",
    ),
    (
        &["unterminated_ok"],
        "what YNL calls so is `unterminated` here",
    ),
    (
        &["nest_type_value", "type_value"],
        "what YNL calls so is `keyed` here",
    ),
    (&["multi_attr"], "what YNL calls so is `multi` here"),
    (
        &["repeated", "repeat", "list", "vec"],
        "for an attribute that repeats there is `multi`",
    ),
    (
        &["indexed_array", "array_nest"],
        "what YNL calls so is `indexed` here",
    ),
    (&["struct"], "for a C struct there is `c_struct`"),
    (
        &["checks", "range"],
        "bounds are words of their own: `min = 1, max = 4` or `max_len = 15`",
    ),
    (
        &["len", "length", "size"],
        "for the length of text and bytes there are `min_len`, `max_len` and `exact_len`",
    ),
    (
        &["pad"],
        "a pad attribute has no field; write `#[attrs(pad = 1)]` on the struct, with its number",
    ),
    (
        &["flags_mask"],
        "flags have no bounds: unknown bits are kept",
    ),
    (
        &["sub_message", "selector"],
        "a payload that another attribute decides on is read by `with = Codec`",
    ),
    (
        &["codec", "serialize_with", "deserialize_with"],
        "for a codec of your own there is `with = Codec`",
    ),
    (&["value", "number", "id", "tag"], NUMBER),
    (
        &[
            "optional",
            "required",
            "mandatory",
            "default",
            "skip_serializing_if",
        ],
        "`T` must be there, and `Option<T>` may be absent",
    ),
    (
        &["skip", "ignore"],
        "each field is an attribute; one that is none has no place here",
    ),
    (
        &["rename", "alias"],
        "for another name there is `name = \"..\"`",
    ),
    (
        &["flatten"],
        "the attributes of a set stand in it; for a set in an attribute there is `nest`",
    ),
    (
        &["doc", "help"],
        "what is documented is the field, by its doc comment",
    ),
];

const ATTRS: &[Habit] = &[
    (&["padding"], "the number of a pad attribute is `pad = 1`"),
    (
        &["subset", "parent", "of"],
        "the set that a subset is of is `subset_of = Attr`",
    ),
    (
        &["rename", "rename_all", "name_prefix"],
        "for another name there is `name = \"..\"`, on the set and on its fields",
    ),
    (
        &["deny_unknown_fields", "unknown"],
        "a field with `#[attr(unknown)]` keeps what the set does not name; without one it is skipped",
    ),
    (&["default"], "a field of `Option<T>` may be absent"),
    (
        &["byte_order", "big_endian"],
        "each integer says its byte order for itself: `#[attr(1, big_endian)]`",
    ),
];

const ENUMERATION: &[Habit] = &[
    (
        &["type", "repr", "enum"],
        "the integer that the enum stands for is `#[repr(u32)]`",
    ),
    (
        &["value_start", "start"],
        "the first variant has a value, as in `Inet = 2`",
    ),
    (&["entries"], "the variants of the enum are its entries"),
    (
        &["unknown", "other", "catch_all"],
        "mark the variant that keeps unknown values `#[unknown]`",
    ),
    (&["flags"], "flags are a type made by `bitflags!`"),
    (
        &["rename", "rename_all", "name_prefix"],
        "a variant has the name that the kernel gives it: `Inet6` is `inet6`",
    ),
    (
        &["default"],
        "derive `Default`, and mark a variant `#[default]`",
    ),
];

const FAMILY: &[Habit] = &[
    (&["fixed_header"], "what YNL calls so is `header` here"),
    (&["protocol"], "each family here is one of generic netlink"),
    (
        &["id"],
        "the kernel gives the number; the family has its name",
    ),
    (
        &["group", "groups", "mcast_groups", "multicast"],
        "a group is a constant: `const EVENTS: MulticastGroup = \"..\";`",
    ),
    (
        &["operations", "ops"],
        "an operation is a `fn` with `#[op(1)]`",
    ),
    (&["rename"], "the kernel's name is `name = \"..\"`"),
];

const OP: &[Habit] = &[
    (&["do", "get"], "an operation is a do without a word"),
    (&["request", "attributes", "attribute_set"], SET),
    (
        &["response", "returns"],
        "the set of the reply stands behind `->`, as in `fn get(request: Get) -> Reply`",
    ),
    (&["value", "number", "cmd", "command"], NUMBER),
    (
        &["flags", "capability"],
        "permissions are words of their own: `admin_perm` and `uns_admin_perm`",
    ),
    (
        &["dont_validate", "strict"],
        "what YNL calls `dont-validate: [strict]` is `lax` here",
    ),
    (
        &["fixed_header"],
        "the header is that of all messages: `#[family(.., header = Type)]`",
    ),
    (
        &["mcgrp", "event"],
        "what is sent to a group is an event: `#[event(1, group = EVENTS)]`",
    ),
    (
        &["async"],
        "whether a call is async, the channel of the client says",
    ),
    (&["rename"], "the kernel's name is `name = \"..\"`"),
];

const EVENT: &[Habit] = &[
    (&["mcgrp"], "what YNL calls so is `group` here"),
    (
        &["multicast", "broadcast", "mcast_group"],
        "for the group that it is sent to there is `group`",
    ),
    (
        &["request", "attributes", "attribute_set", "event"],
        "the parameter names the set, as in `fn created(event: Created)`",
    ),
    (&["value", "number", "cmd", "command"], NUMBER),
    (&["rename"], "the kernel's name is `name = \"..\"`"),
];

/// What to write for `word` in this place, if it is known from elsewhere.
pub(super) fn habit(word: &str, place: &str) -> Option<&'static str> {
    let habits = match place {
        AttrWord::PLACE => ATTR,
        AttrsWord::PLACE => ATTRS,
        EnumerationWord::PLACE => ENUMERATION,
        FamilyWord::PLACE => FAMILY,
        OpWord::PLACE => OP,
        EventWord::PLACE => EVENT,
        _ => &[],
    };
    habits
        .iter()
        .find(|(words, _)| words.contains(&word))
        .map(|(_, help)| *help)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A word that its place has is no habit, and none is told of twice.
    #[test]
    fn habits_are_no_words() {
        let places = [
            (ATTR, AttrWord::names()),
            (ATTRS, AttrsWord::names()),
            (ENUMERATION, EnumerationWord::names()),
            (FAMILY, FamilyWord::names()),
            (OP, OpWord::names()),
            (EVENT, EventWord::names()),
        ];
        for (habits, mut names) in places {
            for word in habits.iter().flat_map(|(words, _)| *words) {
                assert!(!names.contains(word), "{word}");
                names.push(word);
            }
        }
    }
}
