//! Words that authors bring along: from the kernel's headers and specifications (YNL), and from other
//! macros. Each is answered with what to write here.

/// Words that mean the same, and what to write for them.
pub(super) type Habit = (&'static [&'static str], &'static str);

const NUMBER: &str = "write the number first, without a word";
const SET: &str = "write the set as the type of the parameter, as in `fn get(request: Get)`";
const NAME: &str = "write `name = \"..\"` for the kernel's name";
const DOC: &str = "write a doc comment";

pub(super) const ATTR: &[Habit] = &[
    (
        &[
            "byte_order",
            "endian",
            "endianness",
            "be",
            "network_order",
            "net_order",
            "NLA_F_NET_BYTEORDER",
        ],
        "write `big_endian` for an integer in network byte order",
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
        "remove it: integers are in host byte order without a word",
    ),
    (
        &["nested", "nested_attributes", "NLA_NESTED", "NLA_F_NESTED"],
        "write `nest`; the type of the field says which set",
    ),
    (
        &["NLA_NESTED_ARRAY"],
        "write `indexed, nest`, on a field of `Vec<Set>`",
    ),
    (
        &["type", "ty", "sub_type", "NLA_UNSPEC"],
        "remove it: the type of the field says so, as in `port: u16`",
    ),
    (
        &[
            "u8",
            "u16",
            "u32",
            "u64",
            "s8",
            "s16",
            "s32",
            "s64",
            "i8",
            "i16",
            "i32",
            "i64",
            "NLA_U8",
            "NLA_U16",
            "NLA_U32",
            "NLA_U64",
            "NLA_S8",
            "NLA_S16",
            "NLA_S32",
            "NLA_S64",
            "NLA_MSECS",
        ],
        "remove it: the type of the field says so, as in `port: u16`",
    ),
    (
        &["NLA_BE16", "NLA_BE32"],
        "write `big_endian`, on a field of `u16` or `u32`",
    ),
    (&["NLA_UINT"], "write `uint`, on a field of `u64`"),
    (&["NLA_SINT"], "write `sint`, on a field of `i64`"),
    (&["NLA_FLAG"], "write `flag`, on a field of `bool`"),
    (
        &["NLA_BITFIELD32"],
        "write `bitfield32`, on a field of `Bitfield32<Flags>`",
    ),
    (
        &["NLA_STRING"],
        "write `unterminated`, on a field of `String` or `&str`",
    ),
    (
        &[
            "string",
            "str",
            "nul",
            "nul_terminated",
            "null_terminated",
            "NLA_NUL_STRING",
        ],
        "remove it: a field of `String` or `&str` is text with a NUL",
    ),
    (
        &["binary", "bytes", "NLA_BINARY"],
        "remove it: a field of `Vec<u8>` or `&[u8]` is bytes",
    ),
    (
        &["enum", "enumeration"],
        "remove it: the type of the field says so, as an enum with `#[derive(Enumeration)]`",
    ),
    (
        &["enum_as_flags", "bitflags", "bitset"],
        "write `flags`, on a field of a `bitflags!` type",
    ),
    (&["unterminated_ok"], "write `unterminated`"),
    (
        &["nest_type_value", "type_value"],
        "write `keyed(key: u16)`, on a field of `Vec<Keyed<u16, Set>>`",
    ),
    (
        &["multi_attr", "repeated", "repeat", "list", "vec"],
        "write `multi` for an attribute that repeats",
    ),
    (&["indexed_array", "array_nest"], "write `indexed`"),
    (&["struct"], "write `c_struct` for a C struct"),
    (
        &["checks", "range"],
        "write each bound as a word: `min = 1, max = 4` or `max_len = 15`",
    ),
    (
        &["len", "length", "size"],
        "write `min_len`, `max_len` or `exact_len` for the length of text and bytes",
    ),
    (
        &["pad"],
        "remove the field, and write `#[attrs(pad = 1)]` on the struct, with the number of the pad attribute",
    ),
    (&["flags_mask"], "remove it: unknown flags are kept"),
    (
        &["sub_message", "selector"],
        "write `with = Codec` for a payload that depends on another attribute",
    ),
    (
        &["codec", "serialize_with", "deserialize_with"],
        "write `with = Codec`",
    ),
    (&["value", "number", "id", "tag", "nla_type"], NUMBER),
    (
        &[
            "optional",
            "required",
            "mandatory",
            "default",
            "skip_serializing_if",
        ],
        "write the type as `T` for an attribute that must be there, or `Option<T>`",
    ),
    (
        &["skip", "ignore"],
        "remove the field: each field of a set is an attribute",
    ),
    (&["rename", "alias"], NAME),
    (
        &["flatten"],
        "write the attributes of the set in this struct, or `nest` for a set in an attribute",
    ),
    (&["doc", "help"], DOC),
    (
        &["display_hint", "format"],
        "remove it: a value is shown as its type says",
    ),
];

pub(super) const ATTRS: &[Habit] = &[
    (
        &["padding"],
        "write `pad = 1`, with the number of the pad attribute",
    ),
    (&["subset", "parent", "of"], "write `subset_of = Attr`"),
    (
        &["rename", "rename_all", "name_prefix", "enum_name"],
        "write `name = \"..\"`, on the set and on its fields",
    ),
    (
        &["deny_unknown_fields", "unknown"],
        "write a field with `#[attr(unknown)]` to keep what the set does not know; without one it is skipped",
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

pub(super) const ENUMERATION: &[Habit] = &[
    (
        &["type", "repr", "enum"],
        "write `#[repr(u32)]` above the enum, with the integer that the kernel sends",
    ),
    (
        &["value_start", "start"],
        "write the value of the first variant, as in `Inet = 2`",
    ),
    (&["entries"], "write each entry as a variant"),
    (
        &["unknown", "other", "catch_all"],
        "write `#[unknown]` above the variant that keeps unknown values",
    ),
    (&["flags"], "write a type of `bitflags!` for flags"),
    (
        &[
            "rename",
            "rename_all",
            "name_prefix",
            "enum_name",
            "render_max",
        ],
        "remove it: a variant is named as in the kernel, `Inet6` for `inet6`",
    ),
    (
        &["default"],
        "derive `Default`, and write `#[default]` above a variant",
    ),
    (&["doc"], DOC),
];

pub(super) const FAMILY: &[Habit] = &[
    (&["fixed_header"], "write `header = Type`"),
    (
        &["protocol", "kernel_policy"],
        "remove it: every family is one of generic netlink",
    ),
    (&["id"], "remove it: the kernel assigns the id to the name"),
    (
        &["group", "groups", "mcast_groups", "multicast"],
        "write each group as a constant: `const EVENTS: MulticastGroup = \"..\";`",
    ),
    (
        &["operations", "ops"],
        "write each operation as a `fn` with `#[op(1)]`",
    ),
    (&["rename"], NAME),
    (&["doc"], DOC),
];

pub(super) const OP: &[Habit] = &[
    (
        &["do", "get"],
        "remove it: an operation without `dump` is a do",
    ),
    (&["request", "attributes", "attribute_set"], SET),
    (
        &["response", "returns"],
        "write the set of the reply as the return type, as in `fn get(request: Get) -> Reply`",
    ),
    (&["value", "number", "id", "cmd", "command"], NUMBER),
    (
        &["flags", "capability"],
        "write `admin_perm` or `uns_admin_perm` for the permission that it needs",
    ),
    (
        &["dont_validate", "strict"],
        "write `lax` for `dont-validate: [strict]`",
    ),
    (
        &["fixed_header"],
        "write `#[family(.., header = Type)]`: all messages have the header",
    ),
    (
        &["mcgrp", "event"],
        "write `#[event(1, group = EVENTS)]` for what is sent to a group",
    ),
    (
        &["async"],
        "remove it: the same block serves blocking and async clients",
    ),
    (&["rename"], NAME),
    (&["doc"], DOC),
];

pub(super) const EVENT: &[Habit] = &[
    (
        &["mcgrp", "multicast", "broadcast", "mcast_group"],
        "write `group = EVENTS`, with the constant of the group",
    ),
    (
        &["request", "attributes", "attribute_set", "event"],
        "write the set as the type of the parameter, as in `fn created(event: Created)`",
    ),
    (&["value", "number", "id", "cmd", "command"], NUMBER),
    (&["rename"], NAME),
    (&["doc"], DOC),
];
