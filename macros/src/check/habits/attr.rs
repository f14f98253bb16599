//! Words in `#[attr(..)]`.

use super::{DOC, Habit, NAME, NUMBER};

pub(in crate::check) const ATTR: &[Habit] = &[
    (
        &[
            "byte_order",
            "endian",
            "endianness",
            "be",
            "network_endian",
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
        "write `nest`; the type of the field is the nested set",
    ),
    (
        &["NLA_NESTED_ARRAY"],
        "write `indexed, nest`, on a field of `Vec<Set>`",
    ),
    (
        &["type", "ty", "sub_type", "NLA_UNSPEC"],
        "remove it: the type of the field is enough, as in `port: u16`",
    ),
    (
        &[
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
        "remove it: the type of the field is enough, as in `port: u16`",
    ),
    (
        &["be16", "be32", "be64", "NLA_BE16", "NLA_BE32"],
        "write `big_endian`, on a field of `u16`, `u32` or `u64`",
    ),
    (&["NLA_UINT"], "write `uint`, on a field of `u64`"),
    (&["NLA_SINT"], "write `sint`, on a field of `i64`"),
    (
        &["bool", "boolean"],
        "write `flag` for presence without a payload, or `u8` for a byte that is 0 or 1",
    ),
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
        "remove it: a `String` or `&str` is encoded as text with a NUL",
    ),
    (
        &["binary", "bytes", "NLA_BINARY"],
        "remove it: a `Vec<u8>` or `&[u8]` is encoded as bytes",
    ),
    (
        &["ipv4", "ipv6", "ip", "in_addr", "in6_addr"],
        "remove it, and write the type `Ipv4Addr`, `Ipv6Addr` or `IpAddr`",
    ),
    (
        &["mac", "hex", "uuid", "fourcc"],
        "write `display_hint = ..` for the form in which the value is shown",
    ),
    (
        &["enum", "enumeration"],
        "remove it, and write an enum with `#[derive(Enumeration)]` as the type of the field",
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
        "remove the field, and write `#[attrs(pad = 1)]` above the struct, with the number of the pad attribute",
    ),
    (&["flags_mask"], "remove it: unknown bits are kept"),
    (
        &["sub_message", "selector"],
        "write `with = Codec, sibling = field` for a payload that depends on another attribute",
    ),
    (
        &["ctx", "context", "depends_on", "beside"],
        "write `sibling = field` beside `with = Codec`",
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
        "write the type `T` if the attribute is required, or `Option<T>` if it may be absent",
    ),
    (
        &["skip", "ignore"],
        "remove the field: each field of an attribute set is an attribute",
    ),
    (&["rename", "alias"], NAME),
    (
        &["flatten"],
        "write the fields of the other set in this struct, or `nest` if one attribute contains that set",
    ),
    (&["doc", "help"], DOC),
    (
        &["format", "hint"],
        "write `display_hint = mac`, or `hex`, `uuid` or `fourcc`",
    ),
];
