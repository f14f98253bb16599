//! Faults in the values and lengths of payloads.

use genl::check::{Aspect, Reason};
use genl::mptcp_pm::MptcpPm;
use genl::nlctrl::Nlctrl;
use genl_families::ioam6::Ioam6;
use genl_families::netdev::Netdev;
use genl_families::seg6::Seg6;

use super::Answer::{CannotTell, Found};
use super::Fault;

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(
        "another least value",
        Netdev::DESCRIPTION,
        |draft| draft.payload("dev-get", "ifindex", "from-two"),
        &[Found("dev-get", "ifindex", Aspect::Values)],
    ),
    Fault::new(
        "no least value",
        Netdev::DESCRIPTION,
        |draft| draft.payload("dev-get", "ifindex", "u32"),
        &[Found("dev-get", "ifindex", Aspect::Values)],
    ),
    Fault::new(
        "another greatest value",
        Netdev::DESCRIPTION,
        |draft| draft.payload("napi-set", "defer-hard-irqs", "to-16-bits"),
        &[Found("napi-set", "defer-hard-irqs", Aspect::Values)],
    ),
    Fault::new(
        "a greatest value where the policy has none",
        MptcpPm::DESCRIPTION,
        |draft| draft.payload("set-limits", "subflows", "to-eight"),
        &[Found("set-limits", "subflows", Aspect::Values)],
    ),
    Fault::new(
        "an enumeration with more values",
        Netdev::DESCRIPTION,
        |draft| draft.payload("queue-get", "type", "mode"),
        &[Found("queue-get", "type", Aspect::Values)],
    ),
    Fault::new(
        "an enumeration where the policy accepts every value",
        MptcpPm::DESCRIPTION,
        |draft| draft.payload("set-limits", "subflows", "mode"),
        &[CannotTell("set-limits", "subflows", Reason::AnyValue)],
    ),
    Fault::new(
        "a bool for an integer",
        MptcpPm::DESCRIPTION,
        |draft| draft.payload("remove", "loc-id", "bool"),
        &[CannotTell("remove", "loc-id", Reason::AnyValue)],
    ),
    Fault::new(
        "one flag too many",
        Netdev::DESCRIPTION,
        |draft| draft.payload("qstats-get", "scope", "two-scopes"),
        &[Found("qstats-get", "scope", Aspect::Bits)],
    ),
    Fault::new(
        "an integer for flags",
        Netdev::DESCRIPTION,
        |draft| draft.payload("qstats-get", "scope", "uint"),
        &[Found("qstats-get", "scope", Aspect::Bits)],
    ),
    Fault::new(
        "longer text",
        Nlctrl::DESCRIPTION,
        |draft| draft.payload("get-family", "family-name", "text16"),
        &[Found("get-family", "family-name", Aspect::Length)],
    ),
    Fault::new(
        "text of any length",
        Nlctrl::DESCRIPTION,
        |draft| draft.payload("get-family", "family-name", "text"),
        &[Found("get-family", "family-name", Aspect::Length)],
    ),
    Fault::new(
        "a least length of text",
        Nlctrl::DESCRIPTION,
        |draft| draft.payload("get-family", "family-name", "some-text15"),
        &[CannotTell("get-family", "family-name", Reason::TextLength)],
    ),
    Fault::new(
        "bytes of any length",
        Ioam6::DESCRIPTION,
        |draft| draft.payload("add-schema", "sc-data", "bytes"),
        &[Found("add-schema", "sc-data", Aspect::Length)],
    ),
    Fault::new(
        "a least length of bytes",
        Ioam6::DESCRIPTION,
        |draft| draft.payload("add-schema", "sc-data", "some-bytes"),
        &[Found("add-schema", "sc-data", Aspect::Length)],
    ),
    Fault::new(
        "a least length where the kernel may hide it",
        Seg6::DESCRIPTION,
        |draft| draft.payload("sethmac", "secret", "some-bytes"),
        &[CannotTell("sethmac", "secret", Reason::HiddenLength)],
    ),
    Fault::new(
        "a greatest length where the kernel may hide it",
        Seg6::DESCRIPTION,
        |draft| draft.payload("sethmac", "secret", "bytes64"),
        &[CannotTell("sethmac", "secret", Reason::HiddenLength)],
    ),
    Fault::new(
        "another number of bytes",
        Seg6::DESCRIPTION,
        |draft| draft.payload("set-tunsrc", "dst", "eight-bytes"),
        &[Found("set-tunsrc", "dst", Aspect::Length)],
    ),
];
