//! What a Linux 6.18 kernel was recorded to say (`tests/fixtures/policies.json`), as answers of the controller.

use std::sync::LazyLock;

use genl::check::{Exception, Snapshot};
use genl::description::Family;
use genl::mptcp_pm::MptcpPm;
use genl::nlctrl::{
    FamilyReply, McastGroupAttrs, Nlctrl, OpAttrs, OpFlags, OpPolicyAttrs, PolicyReply,
};
use genl::{Enumeration, Keyed, Policy, PolicyType};
use genl_families::{ethtool, ioam6, known, netdev, seg6, taskstats, tcp_metrics, thermal};
use genl_tests::fixtures;
use serde_json::{Map, Value};

use super::report;

static RECORDED: LazyLock<Map<String, Value>> = LazyLock::new(fixtures::families);

/// The recording of the family called `name`.
pub(crate) fn recorded(name: &str) -> &'static Value {
    let found = RECORDED.get(name);
    found.unwrap_or_else(|| panic!("`{name}` was not recorded"))
}

/// What the kernel said about the family called `name`.
pub(crate) fn snapshot(name: &str) -> Snapshot {
    let recorded = recorded(name);
    let family = family(recorded);
    let id = family.family_id;
    let mut snapshot = Snapshot::new(family);
    for (command, answer) in object(&recorded["per_op"]) {
        for part in parts(id, answer) {
            snapshot
                .add(key(command), part)
                .expect("the kernel does not contradict itself");
        }
    }
    snapshot
}

/// The answer about the family.
pub(crate) fn family(recorded: &Value) -> FamilyReply {
    let ops = object(&recorded["ops"])
        .iter()
        .map(|(command, op)| OpAttrs {
            id: key(command),
            flags: OpFlags::from_bits_retain(number(&op["flags"])),
        });
    let groups = object(&recorded["mcast"]).iter();
    FamilyReply {
        family_name: text(&recorded["name"]).to_owned(),
        family_id: number(&recorded["id"]),
        version: Some(number(&recorded["version"])),
        hdrsize: Some(number(&recorded["hdrsize"])),
        maxattr: Some(number(&recorded["maxattr"])),
        ops: ops.collect(),
        mcast_groups: groups
            .map(|(name, id)| McastGroupAttrs {
                name: name.clone(),
                id: number(id),
            })
            .collect(),
    }
}

/// The policies of one operation, an entry in a part, as the kernel sends them.
pub(crate) fn parts(family_id: u16, answer: &Value) -> Vec<PolicyReply> {
    let index = |mode: &str| answer["index"].get(mode).map(number::<u32>);
    let indices = Keyed {
        key: number(&answer["reported_under_op"][0]),
        value: OpPolicyAttrs {
            r#do: index("do"),
            dump: index("dump"),
        },
    };
    let entries = object(&answer["policies"])
        .iter()
        .flat_map(|(index, attributes)| {
            object(attributes).iter().map(|(attribute, it)| Keyed {
                key: (key(index), key(attribute)),
                value: policy(it),
            })
        });
    let part = |op_policy, policy| PolicyReply {
        family_id,
        op_policy,
        policy,
    };
    let mut parts = vec![part(vec![indices], Vec::new())];
    parts.extend(entries.map(|entry| part(Vec::new(), vec![entry])));
    parts
}

fn policy(recorded: &Value) -> Policy {
    let mut policy = Policy::default();
    for (word, value) in object(recorded) {
        match word.as_str() {
            "type" => policy.kind = Some(kind(text(value))),
            "min-u" => policy.min_value_u = Some(number(value)),
            "max-u" => policy.max_value_u = Some(number(value)),
            "min-s" => policy.min_value_s = Some(number(value)),
            "max-s" => policy.max_value_s = Some(number(value)),
            "min-len" => policy.min_length = Some(number(value)),
            "max-len" => policy.max_length = Some(number(value)),
            "policy-idx" => policy.policy_idx = Some(number(value)),
            "policy-maxtype" => policy.policy_maxtype = Some(number(value)),
            "mask" => policy.mask = Some(number(value)),
            word => panic!("`{word}` of a policy is not known"),
        }
    }
    policy
}

fn kind(name: &str) -> PolicyType {
    let mut entries = PolicyType::DESCRIPTION.entries.iter();
    let entry = entries.find(|entry| entry.name == name);
    let entry = entry.unwrap_or_else(|| panic!("no type is called `{name}`"));
    PolicyType::from(u32::try_from(entry.value).expect("types are small"))
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().expect("an object")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("text")
}

fn number<N: TryFrom<i128>>(value: &Value) -> N {
    let unsigned = value.as_u64().map(i128::from);
    let number = unsigned.or(value.as_i64().map(i128::from));
    number
        .and_then(|number| N::try_from(number).ok())
        .expect("a number that fits")
}

fn key<N: std::str::FromStr>(text: &str) -> N {
    text.parse().ok().expect("a number that fits")
}

/// Every recorded family that is described, with its known differences.
pub(crate) const FAMILIES: [(&Family, &[Exception]); 9] = [
    (Nlctrl::DESCRIPTION, known::NLCTRL),
    (MptcpPm::DESCRIPTION, known::MPTCP_PM),
    (netdev::Netdev::DESCRIPTION, known::NETDEV),
    (ethtool::Ethtool::DESCRIPTION, known::ETHTOOL),
    (
        tcp_metrics::TcpMetricsFamily::DESCRIPTION,
        known::TCP_METRICS,
    ),
    (seg6::Seg6::DESCRIPTION, known::SEG6),
    (ioam6::Ioam6::DESCRIPTION, known::IOAM6),
    (taskstats::Tasks::DESCRIPTION, known::TASKSTATS),
    (thermal::Thermal::DESCRIPTION, known::THERMAL),
];

#[test]
fn known_differences_are_found_and_no_others() {
    let mut counts = Vec::new();
    for (family, known) in FAMILIES {
        let report = report(family).in_part();
        counts.push((
            family.name,
            report.differences().len(),
            report.blind_spots().len(),
        ));
        // Ethtool alone is described in part.
        if family.name != "ethtool" {
            assert_eq!(report, super::report(family));
        }
        if let Err(disagreement) = report.except(known).agree() {
            panic!("{disagreement}");
        }
    }
    let expected: [(&str, usize, usize); 9] = [
        ("nlctrl", 0, 15),
        ("mptcp_pm", 3, 41),
        ("netdev", 7, 27),
        ("ethtool", 62, 39),
        ("tcp_metrics", 0, 10),
        ("SEG6", 1, 10),
        ("IOAM6", 0, 10),
        ("TASKSTATS", 0, 11),
        ("thermal", 6, 45),
    ];
    assert_eq!(counts, expected);
}

#[test]
fn policies_are_asked_for_once_an_operation() {
    let snapshot = snapshot("mptcp_pm");
    assert_eq!(
        snapshot.commands(MptcpPm::DESCRIPTION),
        (1..=11).collect::<Vec<u32>>()
    );
    // The dumps of thermal have none.
    let thermal = self::snapshot("thermal");
    assert_eq!(
        thermal.commands(thermal::Thermal::DESCRIPTION),
        [2, 3, 4, 7, 8, 9, 10]
    );
    let request = snapshot.for_policy(3);
    assert_eq!((request.family_id, request.op), (Some(28), Some(3)));
}
