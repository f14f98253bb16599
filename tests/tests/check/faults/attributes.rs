//! Faults in the numbers, types and nesting of attributes.

use genl::check::{Aspect, Reason};
use genl::description::Presence;
use genl::mptcp_pm::MptcpPm;
use genl::nlctrl::Nlctrl;
use genl_families::ethtool::Ethtool;
use genl_families::ioam6::Ioam6;
use genl_families::netdev::Netdev;
use genl_families::seg6::Seg6;
use genl_families::taskstats::Tasks;
use genl_families::tcp_metrics::TcpMetricsFamily;

use super::super::draft::named;
use super::Answer::{CannotTell, Found};
use super::Fault;

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(
        "bytes for an integer",
        Nlctrl::DESCRIPTION,
        |draft| draft.payload("get-policy", "op", "bytes"),
        &[Found("get-policy", "op", Aspect::Type)],
    ),
    Fault::new(
        "a packed array for an integer",
        Nlctrl::DESCRIPTION,
        |draft| draft.payload("get-policy", "op", "array"),
        &[Found("get-policy", "op", Aspect::Type)],
    ),
    Fault::new(
        "another width",
        Nlctrl::DESCRIPTION,
        |draft| draft.payload("get-family", "family-id", "u32"),
        &[Found("get-family", "family-id", Aspect::Type)],
    ),
    Fault::new(
        "a sign",
        Netdev::DESCRIPTION,
        |draft| draft.payload("dev-get", "ifindex", "i32"),
        &[Found("dev-get", "ifindex", Aspect::Type)],
    ),
    Fault::new(
        "a fixed width for a variable one",
        Netdev::DESCRIPTION,
        |draft| draft.payload("page-pool-get", "id", "u64"),
        &[Found("page-pool-get", "id", Aspect::Type)],
    ),
    Fault::new(
        "a fixed width where the kernel may mean milliseconds",
        Netdev::DESCRIPTION,
        |draft| draft.payload("napi-set", "gro-flush-timeout", "u64"),
        &[CannotTell(
            "napi-set",
            "gro-flush-timeout",
            Reason::Milliseconds,
        )],
    ),
    Fault::new(
        "a flag for an integer",
        MptcpPm::DESCRIPTION,
        |draft| draft.payload("remove", "loc-id", "flag"),
        &[Found("remove", "loc-id", Aspect::Type)],
    ),
    Fault::new(
        "an integer for a flag",
        Ioam6::DESCRIPTION,
        |draft| draft.payload("ns-set-schema", "sc-none", "u8"),
        &[Found("ns-set-schema", "sc-none", Aspect::Type)],
    ),
    Fault::new(
        "text without its NUL",
        Nlctrl::DESCRIPTION,
        |draft| draft.payload("get-family", "family-name", "unterminated15"),
        &[Found("get-family", "family-name", Aspect::Type)],
    ),
    Fault::new(
        "text without its NUL, where the kernel reads both",
        Tasks::DESCRIPTION,
        |draft| draft.payload("get", "register-cpumask", "unterminated"),
        &[CannotTell("get", "register-cpumask", Reason::Terminator)],
    ),
    Fault::new(
        "big-endian",
        Nlctrl::DESCRIPTION,
        |draft| draft.payload("get-family", "family-id", "be16"),
        &[CannotTell("get-family", "family-id", Reason::ByteOrder)],
    ),
    Fault::new(
        "big-endian where the kernel reports nothing",
        Netdev::DESCRIPTION,
        |draft| draft.add("dev-get", "be32", 2),
        &[CannotTell("dev-get", "be32", Reason::HiddenBigEndian)],
    ),
    Fault::new(
        "a missing attribute",
        Nlctrl::DESCRIPTION,
        |draft| draft.request("get-policy", |_, all| all.retain(|it| it.name != "op")),
        &[Found("get-policy", "10", Aspect::Attribute)],
    ),
    Fault::new(
        "a missing attribute, which the dump beside has",
        MptcpPm::DESCRIPTION,
        |draft| draft.request("get-addr", |_, all| all.retain(|it| it.name != "token")),
        &[CannotTell("get-addr", "token", Reason::SharedPolicy)],
    ),
    Fault::new(
        "a missing attribute, which the do beside has under another policy",
        Netdev::DESCRIPTION,
        |draft| draft.request("queue-dump", |_, all| all.clear()),
        &[Found("queue-dump", "2", Aspect::Attribute)],
    ),
    Fault::new(
        "a missing attribute, which other operations have",
        MptcpPm::DESCRIPTION,
        |draft| {
            for operation in ["get-addr", "dump-addrs"] {
                draft.request(operation, |_, all| all.retain(|it| it.name != "token"));
            }
        },
        &[
            Found("get-addr", "4", Aspect::Attribute),
            Found("dump-addrs", "4", Aspect::Attribute),
        ],
    ),
    Fault::new(
        "a missing attribute, which another operation of one policy has",
        TcpMetricsFamily::DESCRIPTION,
        |draft| draft.request("del", |_, all| all.truncate(1)),
        &[CannotTell("", "", Reason::SharedPolicy)],
    ),
    Fault::new(
        "an attribute that the kernel accepts and does not read",
        MptcpPm::DESCRIPTION,
        |draft| draft.op("flush-addrs").request = draft.op("del-addr").request,
        &[CannotTell("", "", Reason::Use)],
    ),
    Fault::new(
        "one attribute too many",
        Netdev::DESCRIPTION,
        |draft| draft.add("dev-get", "u32", 7),
        &[Found("dev-get", "u32", Aspect::Attribute)],
    ),
    Fault::new(
        "one attribute too many, of an operation that is validated liberally",
        MptcpPm::DESCRIPTION,
        |draft| draft.add("set-limits", "u32", 9),
        &[CannotTell("set-limits", "u32", Reason::HiddenUntyped)],
    ),
    Fault::new(
        "one attribute beyond the greatest",
        TcpMetricsFamily::DESCRIPTION,
        |draft| draft.add("get", "u32", 15),
        &[Found("get", "u32", Aspect::Attribute)],
    ),
    Fault::new(
        "the greatest attribute, which may be there",
        TcpMetricsFamily::DESCRIPTION,
        |draft| draft.add("get", "u32", 13),
        &[CannotTell("get", "u32", Reason::HiddenUntyped)],
    ),
    Fault::new(
        "a big-endian integer beyond the greatest",
        TcpMetricsFamily::DESCRIPTION,
        |draft| draft.add("get", "be32", 14),
        &[Found("get", "be32", Aspect::Attribute)],
    ),
    Fault::new(
        "another number",
        Netdev::DESCRIPTION,
        |draft| draft.attribute("dev-get", "ifindex", |it| it.number = 2),
        &[
            Found("dev-get", "ifindex", Aspect::Attribute),
            Found("dev-get", "1", Aspect::Attribute),
        ],
    ),
    Fault::new(
        "swapped numbers of different types",
        Nlctrl::DESCRIPTION,
        |draft| {
            draft.request("get-policy", |_, all| {
                named(all, "family-id").number = 2;
                named(all, "family-name").number = 1;
            });
        },
        &[
            Found("get-policy", "family-id", Aspect::Type),
            Found("get-policy", "family-name", Aspect::Type),
        ],
    ),
    Fault::new(
        "swapped numbers of the same type",
        MptcpPm::DESCRIPTION,
        |draft| {
            draft.request("set-limits", |_, all| {
                named(all, "rcv-add-addrs").number = 3;
                named(all, "subflows").number = 2;
            });
        },
        &[CannotTell("", "", Reason::Names)],
    ),
    Fault::new(
        "another name",
        MptcpPm::DESCRIPTION,
        |draft| draft.attribute("set-limits", "subflows", |it| it.name = "sub-flows"),
        &[CannotTell("", "", Reason::Names)],
    ),
    Fault::new(
        "a pad that is an attribute",
        Nlctrl::DESCRIPTION,
        |draft| {
            draft.request("get-policy", |set, all| {
                set.pad = Some(10);
                all.retain(|it| it.name != "op");
            });
        },
        &[Found("get-policy", "10", Aspect::Attribute)],
    ),
    Fault::new(
        "a pad that does not exist",
        Nlctrl::DESCRIPTION,
        |draft| draft.request("get-policy", |set, _| set.pad = Some(77)),
        &[CannotTell("", "", Reason::Pads)],
    ),
    Fault::new(
        "required",
        Nlctrl::DESCRIPTION,
        |draft| {
            draft.attribute("get-family", "family-id", |it| {
                it.presence = Presence::Required;
            });
        },
        &[CannotTell("", "", Reason::Presence)],
    ),
    Fault::new(
        "repeated",
        Netdev::DESCRIPTION,
        |draft| draft.payload("napi-get", "id", "numbers"),
        &[CannotTell("napi-get", "id", Reason::Repetition)],
    ),
    Fault::new(
        "not repeated",
        Netdev::DESCRIPTION,
        |draft| draft.attribute("bind-rx", "queues", |it| it.kind = element(it.kind)),
        &[CannotTell("", "", Reason::Repetition)],
    ),
    Fault::new(
        "an indexed array for repeated nests",
        Netdev::DESCRIPTION,
        |draft| draft.payload("bind-rx", "queues", "indexed"),
        &[CannotTell("bind-rx", "queues", Reason::ElementPolicies)],
    ),
    Fault::new(
        "another set in a nest",
        MptcpPm::DESCRIPTION,
        |draft| draft.payload("add-addr", "addr", "wrong-address"),
        &[
            Found("add-addr", "addr.addr6", Aspect::Length),
            Found("add-addr", "addr.port", Aspect::Type),
            Found("add-addr", "addr.if-idx", Aspect::Type),
            Found("add-addr", "addr.beyond", Aspect::Attribute),
            Found("add-addr", "addr.6", Aspect::Attribute),
        ],
    ),
    Fault::new(
        "another set in a nest that the kernel reads later",
        Ethtool::DESCRIPTION,
        |draft| draft.payload("strset-get", "stringsets", "wrong-address"),
        &[CannotTell(
            "strset-get",
            "stringsets",
            Reason::NoNestedPolicy,
        )],
    ),
    Fault::new(
        "bytes for a nest",
        MptcpPm::DESCRIPTION,
        |draft| draft.payload("add-addr", "addr", "bytes"),
        &[Found("add-addr", "addr", Aspect::Type)],
    ),
    Fault::new(
        "a nest for bytes",
        Seg6::DESCRIPTION,
        |draft| draft.payload("sethmac", "secret", "wrong-address"),
        &[Found("sethmac", "secret", Aspect::Type)],
    ),
];

/// What repeats.
fn element(kind: genl::description::Kind) -> genl::description::Kind {
    match kind {
        genl::description::Kind::Multi(element) => *element,
        kind => panic!("{kind:?} does not repeat"),
    }
}
