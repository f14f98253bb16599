//! Words in the block.

use super::{DOC, Habit, NAME, NUMBER};

const SET: &str =
    "write the attribute set as the type of the parameter, as in `fn get(request: Get)`";

pub(in crate::check) const FAMILY: &[Habit] = &[
    (&["fixed_header"], "write `header = Type`"),
    (
        &["protocol", "kernel_policy"],
        "remove it: every family is a generic netlink family",
    ),
    (
        &["id"],
        "remove it: the kernel assigns the id, and the client looks it up by name",
    ),
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

pub(in crate::check) const OP: &[Habit] = &[
    (
        &["do", "doit", "get", "GENL_CMD_CAP_DO"],
        "remove it; an operation without `dump` is a do",
    ),
    (&["request", "attributes", "attribute_set"], SET),
    (
        &["response", "returns"],
        "write the attribute set of the reply as the return type, as in `fn get(request: Get) -> Reply`",
    ),
    (&["value", "number", "id", "cmd", "command"], NUMBER),
    (
        &[
            "flags",
            "capability",
            "cap",
            "perm",
            "permission",
            "privileged",
            "root",
        ],
        "write `admin_perm` or `uns_admin_perm` for the required permission",
    ),
    (&["cap_net_admin", "GENL_ADMIN_PERM"], "write `admin_perm`"),
    (&["GENL_UNS_ADMIN_PERM"], "write `uns_admin_perm`"),
    (
        &["dumpit", "NLM_F_DUMP", "GENL_CMD_CAP_DUMP"],
        "write `dump`",
    ),
    (
        &["ack", "NLM_F_ACK", "NLM_F_REQUEST", "NLM_F_ECHO"],
        "remove it: the client sets the flags of a request",
    ),
    (
        &[
            "policy",
            "maxattr",
            "pre",
            "post",
            "pre_doit",
            "post_doit",
            "config_cond",
        ],
        "remove it: it concerns the kernel only",
    ),
    (
        &["dont_validate", "strict"],
        "write `lax` if the kernel validates liberally, as with `dont-validate: [strict]` in YNL",
    ),
    (&["fixed_header"], "write `header = Type`"),
    (
        &[
            "mcgrp",
            "event",
            "multicast",
            "broadcast",
            "mcast_group",
            "notification",
        ],
        "write `#[event(1, group = EVENTS)]` for an event that is sent to a group",
    ),
    (
        &["async"],
        "remove it: the same block serves blocking and async clients",
    ),
    (&["rename"], NAME),
    (&["doc"], DOC),
];

pub(in crate::check) const EVENT: &[Habit] = &[
    (
        &["mcgrp", "multicast", "broadcast", "mcast_group"],
        "write `group = EVENTS`, with the constant of the group",
    ),
    (
        &["request", "attributes", "attribute_set", "event"],
        "write the attribute set as the type of the parameter, as in `fn created(event: Created)`",
    ),
    (&["fixed_header"], "write `header = Type`"),
    (&["value", "number", "id", "cmd", "command"], NUMBER),
    (&["rename"], NAME),
    (&["doc"], DOC),
];
