//! Faults in families, operations, events and groups.

use genl::AttributeSet;
use genl::check::{Aspect, Reason};
use genl::description::{Mode, Permission};
use genl::mptcp_pm::MptcpPm;
use genl_families::netdev::Netdev;
use genl_families::ovs::datapath::OvsDatapath;
use genl_families::seg6::Seg6;
use genl_families::tcp_metrics::TcpMetricsFamily;

use super::super::draft::{Donor, changed};
use super::Answer::{CannotTell, Found};
use super::Fault;

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(
        "another version",
        MptcpPm::DESCRIPTION,
        |draft| draft.family.version = 2,
        &[Found("", "", Aspect::Version)],
    ),
    Fault::new(
        "a header that the kernel does not have",
        MptcpPm::DESCRIPTION,
        |draft| {
            let op = draft.op("add-addr");
            let of = OvsDatapath::DESCRIPTION.operations[0].request;
            op.request = changed(op.request, |set, _| set.header = of.header);
        },
        &[Found("", "", Aspect::Header)],
    ),
    Fault::new(
        "no group",
        MptcpPm::DESCRIPTION,
        |draft| draft.groups.retain(|it| it.name != "mptcp_pm_events"),
        &[Found("", "", Aspect::Group)],
    ),
    Fault::new(
        "a misspelt group",
        MptcpPm::DESCRIPTION,
        |draft| draft.groups[0].name = "mptcp_pm_event",
        &[Found("", "", Aspect::Group), Found("", "", Aspect::Group)],
    ),
    Fault::new(
        "a missing operation",
        MptcpPm::DESCRIPTION,
        |draft| draft.operations.retain(|it| it.name != "set-limits"),
        &[Found("5", "", Aspect::Operation)],
    ),
    Fault::new(
        "an operation that the kernel does not have",
        MptcpPm::DESCRIPTION,
        |draft| {
            let mut more = *draft.op("set-limits");
            (more.name, more.command) = ("more", 99);
            draft.operations.push(more);
        },
        &[Found("more", "", Aspect::Operation)],
    ),
    Fault::new(
        "the command of another number",
        MptcpPm::DESCRIPTION,
        |draft| draft.op("flush-addrs").command = 14,
        &[
            Found("4", "", Aspect::Operation),
            Found("flush-addrs", "", Aspect::Operation),
        ],
    ),
    Fault::new(
        "swapped commands",
        MptcpPm::DESCRIPTION,
        |draft| {
            draft.op("set-limits").command = 9;
            draft.op("remove").command = 5;
        },
        &[
            Found("set-limits", "4", Aspect::Attribute),
            Found("set-limits", "5", Aspect::Attribute),
            Found("remove", "2", Aspect::Attribute),
            Found("remove", "3", Aspect::Attribute),
        ],
    ),
    Fault::new(
        "a do for a dump",
        TcpMetricsFamily::DESCRIPTION,
        |draft| draft.operations.retain(|it| it.name != "get"),
        &[Found("1", "", Aspect::Operation)],
    ),
    Fault::new(
        "a dump for a do",
        MptcpPm::DESCRIPTION,
        |draft| draft.op("get-limits").mode = Mode::Dump,
        &[
            Found("6", "", Aspect::Operation),
            Found("get-limits", "", Aspect::Operation),
        ],
    ),
    Fault::new(
        "no permission",
        MptcpPm::DESCRIPTION,
        |draft| draft.op("add-addr").permission = Permission::None,
        &[Found("add-addr", "", Aspect::Permission)],
    ),
    Fault::new(
        "a permission that is not needed",
        MptcpPm::DESCRIPTION,
        |draft| draft.op("get-addr").permission = Permission::Admin,
        &[Found("get-addr", "", Aspect::Permission)],
    ),
    Fault::new(
        "the other permission",
        TcpMetricsFamily::DESCRIPTION,
        |draft| draft.op("del").permission = Permission::NamespaceAdmin,
        &[Found("del", "", Aspect::Permission)],
    ),
    Fault::new(
        "attributes of an operation without policy",
        Netdev::DESCRIPTION,
        |draft| draft.op("dev-dump").request = draft.op("dev-get").request,
        &[Found("dev-dump", "", Aspect::Policy)],
    ),
    Fault::new(
        "the same, validated liberally",
        Netdev::DESCRIPTION,
        |draft| {
            draft.op("dev-dump").request = draft.op("dev-get").request;
            draft.op("dev-dump").lax = true;
        },
        &[CannotTell("dev-dump", "", Reason::NoPolicy)],
    ),
    Fault::new(
        "validated liberally",
        Netdev::DESCRIPTION,
        |draft| draft.op("dev-get").lax = true,
        &[CannotTell("", "", Reason::Validation)],
    ),
    Fault::new(
        "the command of a reply",
        MptcpPm::DESCRIPTION,
        |draft| draft.op("get-limits").reply_command = 7,
        &[CannotTell("get-limits", "", Reason::Replies)],
    ),
    Fault::new(
        "the attributes of a reply",
        MptcpPm::DESCRIPTION,
        |draft| {
            let op = draft.op("get-limits");
            op.reply = changed(op.reply, |_, attributes| attributes.truncate(1));
        },
        &[CannotTell("get-limits", "", Reason::Replies)],
    ),
    Fault::new(
        "a reply of another set, in a family of one policy",
        Seg6::DESCRIPTION,
        |draft| draft.op("dumphmac").reply = &Donor::DESCRIPTION,
        &[CannotTell("dumphmac", "", Reason::Replies)],
    ),
    Fault::new(
        "the number of an event",
        MptcpPm::DESCRIPTION,
        |draft| draft.events[0].command = 99,
        &[CannotTell("created", "", Reason::Events)],
    ),
    Fault::new(
        "the group of an event",
        MptcpPm::DESCRIPTION,
        |draft| draft.events[0].group = Some("mptcp_pm_cmds"),
        &[CannotTell("created", "", Reason::Events)],
    ),
];
