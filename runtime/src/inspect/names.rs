//! Names of message types and flags.

use super::tree::{Bits, Role};
use crate::wire::{MessageType, flags};

/// Flags of every message.
const COMMON: &[(u16, &str)] = &[
    (flags::REQUEST, "request"),
    (flags::MULTI, "multi"),
    (flags::ACK, "ack"),
    (flags::ECHO, "echo"),
    (flags::DUMP_INTERRUPTED, "dump_intr"),
    // `NLM_F_DUMP_FILTERED`.
    (0x20, "dump_filtered"),
];

/// Flags of a request.
const REQUEST: &[(u16, &str)] = &[
    (flags::DUMP, "dump"),
    (flags::REPLACE, "replace"),
    (flags::EXCL, "excl"),
    (flags::CREATE, "create"),
    (flags::APPEND, "append"),
];

/// Flags of an acknowledgement, an error or the end of a dump.
const STATUS: &[(u16, &str)] = &[(flags::CAPPED, "capped"), (flags::ACK_TLVS, "ack_tlvs")];

/// Returns the names of the flags. The upper bits depend on the role of the message.
pub(super) fn flags(value: u16, role: Role) -> Bits {
    let own = match role {
        Role::Request => REQUEST,
        Role::Acknowledgement | Role::Error | Role::Done => STATUS,
        _ => &[],
    };
    let all = COMMON.iter().chain(own);
    Bits::new(
        value.into(),
        all.map(|(bits, name)| (*name, u64::from(*bits))),
    )
}

/// Returns the name of a message type that is not the id of a family.
pub(super) const fn message_type(kind: MessageType) -> Option<&'static str> {
    match kind {
        MessageType::Noop => Some("noop"),
        MessageType::Error => Some("error"),
        MessageType::Done => Some("done"),
        MessageType::Overrun => Some("overrun"),
        MessageType::Family(_) => None,
    }
}

/// Returns the name of a role.
pub(super) const fn role(role: Role) -> &'static str {
    match role {
        Role::Request => "request",
        Role::Reply => "reply",
        Role::Event => "event",
        Role::Acknowledgement => "acknowledgement",
        Role::Error => "error",
        Role::Done => "done",
        Role::Other => "message",
    }
}
