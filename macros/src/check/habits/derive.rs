//! Words in `#[attrs(..)]`, `#[enumeration(..)]`, `#[c_struct(..)]` and `#[member(..)]`.

use super::{DOC, Habit};

pub(in crate::check) const ATTRS: &[Habit] = &[
    (
        &["padding"],
        "write `pad = 1`, with the number of the pad attribute",
    ),
    (&["subset", "parent", "of"], "write `subset_of = Attr`"),
    (
        &["rename", "rename_all", "name_prefix", "enum_name"],
        "write `name = \"..\"`, above the struct and on its fields",
    ),
    (
        &["deny_unknown_fields", "unknown"],
        "write a field with `#[attr(unknown)]` to keep unknown attributes; without one they are skipped",
    ),
    (
        &["default"],
        "write the type of a field as `Option<T>` if it may be absent",
    ),
    (
        &["byte_order", "big_endian"],
        "write `big_endian` on each integer: `#[attr(1, big_endian)]`",
    ),
    (&["attributes"], "write each attribute as a field"),
    (&["doc"], DOC),
];

pub(in crate::check) const ENUMERATION: &[Habit] = &[
    (
        &[
            "type", "repr", "enum", "u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64",
        ],
        "write the integer in `#[repr(..)]` above the enum",
    ),
    (
        &["value_start", "start"],
        "write the value after the first variant, as in `Inet = 2`",
    ),
    (&["entries"], "write each entry as a variant"),
    (
        &["unknown", "other", "catch_all"],
        "write `#[unknown]` above the variant that keeps unknown values",
    ),
    (&["flags"], "use `bitflags!` in place of an enum for flags"),
    (
        &["rename"],
        "write `name = \"..\"` above the enum or the variant",
    ),
    (
        &["rename_all", "name_prefix", "enum_name", "render_max"],
        "remove it: the variant `Inet6` is called `inet6` in the description",
    ),
    (
        &["default"],
        "derive `Default`, and write `#[default]` above a variant",
    ),
    (&["doc"], DOC),
];

pub(in crate::check) const C_STRUCT: &[Habit] = &[
    (
        &["repr", "packed", "align"],
        "write `#[repr(C)]` above the struct, as in `#[repr(C, packed)]`",
    ),
    (&["rename", "rename_all"], "write `name = \"..\"`"),
    (&["members"], "write each member as a field"),
    (&["doc"], DOC),
];

pub(in crate::check) const MEMBER: &[Habit] = &[
    (
        &["type", "len", "struct"],
        "write the type of the field, such as `u32`, `[u8; 6]` or another C struct",
    ),
    (
        &["big_endian", "byte_order", "be"],
        "write a type of `zerocopy::network_endian`, such as `U16`",
    ),
    (
        &["little_endian", "le"],
        "write a type of `zerocopy::little_endian`, such as `U16`",
    ),
    (
        &["enum", "enumeration"],
        "write the type `genl::c::Enum<E>`, with an enum `E` that derives `Enumeration`",
    ),
    (
        &["flags", "enum_as_flags"],
        "write the type `genl::c::Flags<F>`, with a type `F` made by `bitflags!`",
    ),
    (&["padding", "skip"], "write `pad`"),
    (&["rename"], "write `name = \"..\"`"),
    (&["doc"], DOC),
];
