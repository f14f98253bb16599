//! Policies as the recorded kernel has few or none, beside payloads of every kind.

mod rows;

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use genl::c::WithList;
use genl::check::{Aspect, Reason, Report, Snapshot};
use genl::codec::With;
use genl::nlctrl::{FamilyReply, OpAttrs, OpFlags, OpPolicyAttrs, PolicyReply};
use genl::wire::PayloadWriter;
use genl::{
    AttributeSet, Bitfield32, DecodeError, Enumeration, Keyed, Policy, PolicyType, genl_family,
};
use genl_families::taskstats::Cgroupstats;

use super::draft::Draft;
use super::{cannot_tell, places};

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub(crate) struct Ways: u32 {
        const IN = 1;
        const OUT = 2;
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Enumeration)]
#[repr(u8)]
pub(crate) enum Rank {
    First = 1,
    Second = 2,
    #[unknown]
    Other(u8),
}

/// A codec that only its author knows.
pub(crate) enum Author {}

impl With<'_, u8> for Author {
    fn put(value: &u8, payload: &mut PayloadWriter<'_>) {
        payload.push(&[*value]);
    }

    fn get(payload: &[u8]) -> Result<u8, DecodeError> {
        let first = payload.first().copied();
        first.ok_or_else(|| DecodeError::refused("no byte"))
    }
}

/// An attribute of every kind.
#[derive(Default, AttributeSet)]
pub(crate) struct Kinds {
    #[attr(1)]
    u16: Option<u16>,
    #[attr(2)]
    i8: Option<i8>,
    #[attr(3)]
    i16: Option<i16>,
    #[attr(4)]
    i64: Option<i64>,
    #[attr(5, sint)]
    sint: Option<i64>,
    #[attr(6)]
    u64: Option<u64>,
    #[attr(7, big_endian)]
    be32: Option<u32>,
    #[attr(8, big_endian)]
    be64: Option<u64>,
    #[attr(9, flags)]
    ways: Option<Ways>,
    #[attr(10, bitfield32)]
    bitfield: Option<Bitfield32<Ways>>,
    #[attr(11)]
    ipv4: Option<Ipv4Addr>,
    #[attr(12)]
    ipv6: Option<Ipv6Addr>,
    #[attr(13)]
    ip: Option<IpAddr>,
    #[attr(14, c_struct)]
    stats: Option<Cgroupstats>,
    #[attr(15, c_struct)]
    list: Option<WithList<u32, u16>>,
    #[attr(16, array)]
    array: Vec<u32>,
    #[attr(17, with = Author)]
    own: Option<u8>,
    #[attr(18, indexed, nest)]
    indexed: Vec<Kinds>,
    #[attr(19, nest)]
    nest: Option<Box<Kinds>>,
    #[attr(20, keyed(id: u16))]
    keyed: Vec<Keyed<u16, u32>>,
    #[attr(21)]
    six: Option<[u8; 6]>,
    #[attr(22, unterminated, max_len = 8)]
    text: Option<String>,
    #[attr(23)]
    rank: Option<Rank>,
    #[attr(24, u8)]
    truth: Option<bool>,
}

genl_family! {
    #[family(name = "kinds", version = 1)]
    trait AllKinds {
        #[op(1)]
        fn set(request: Kinds);
    }
}

/// The comparison of `field` alone with the policies; the first of each is that of the request.
fn compare(field: &str, policies: &[((u16, u16), Policy)]) -> Report {
    compare_up_to(0, field, policies)
}

/// The same of a family with one policy for all operations, whose greatest number is `maxattr`; 0 if it has none.
fn compare_up_to(maxattr: u32, field: &str, policies: &[((u16, u16), Policy)]) -> Report {
    let mut draft = Draft::of(AllKinds::DESCRIPTION);
    draft.request("set", |_, all| all.retain(|it| it.name == field));
    let mut snapshot = Snapshot::new(FamilyReply {
        family_name: "kinds".to_owned(),
        family_id: 77,
        version: Some(1),
        hdrsize: Some(0),
        maxattr: Some(maxattr),
        ops: vec![OpAttrs {
            id: 1,
            flags: OpFlags::CMD_CAP_DO | OpFlags::CMD_CAP_HASPOL,
        }],
        mcast_groups: Vec::new(),
    });
    let root = OpPolicyAttrs {
        r#do: Some(0),
        dump: None,
    };
    let entries = policies.iter().cloned();
    let part = PolicyReply {
        family_id: 77,
        op_policy: vec![Keyed {
            key: 1,
            value: root,
        }],
        policy: entries.map(|(key, value)| Keyed { key, value }).collect(),
    };
    snapshot.add(1, part).expect("no contradiction");
    snapshot.compare(draft.done())
}

/// A policy of this type.
fn of(kind: PolicyType) -> Policy {
    Policy {
        kind: Some(kind),
        ..Policy::default()
    }
}

fn unsigned(kind: PolicyType, min: u64, max: u64) -> Policy {
    Policy {
        min_value_u: Some(min),
        max_value_u: Some(max),
        ..of(kind)
    }
}

fn signed(kind: PolicyType, min: i64, max: i64) -> Policy {
    Policy {
        min_value_s: Some(min),
        max_value_s: Some(max),
        ..of(kind)
    }
}

fn bytes(min: Option<u32>, max: Option<u32>) -> Policy {
    Policy {
        min_length: min,
        max_length: max,
        ..of(PolicyType::Binary)
    }
}

fn nested(kind: PolicyType, index: u32) -> Policy {
    Policy {
        policy_idx: Some(index),
        policy_maxtype: Some(30),
        ..of(kind)
    }
}

fn mask(mask: u64) -> Policy {
    Policy {
        mask: Some(mask),
        ..of(PolicyType::U32)
    }
}

fn bitfield(mask: u32) -> Policy {
    Policy {
        bitfield32_mask: Some(mask),
        ..of(PolicyType::Bitfield32)
    }
}

#[test]
fn big_endian_integers_are_hidden_in_two_and_four_bytes() {
    let none = |field| compare(field, &[]);
    for field in ["be32", "ipv4"] {
        let report = none(field);
        assert!(report.is_empty(), "{report}");
        assert!(cannot_tell(&report, "set", field, Reason::HiddenBigEndian));
    }
    // There is no `NLA_BE64`.
    let report = none("be64");
    assert_eq!(
        places(report.differences()),
        [("set", "be64", Aspect::Attribute)]
    );
}

#[test]
fn a_policy_for_all_operations_is_told() {
    let policy = [((0, 1), unsigned(PolicyType::U16, 0, 0xffff))];
    for (maxattr, is_shared) in [(0, false), (1, true), (24, true)] {
        let report = compare_up_to(maxattr, "u16", &policy);
        let told = cannot_tell(&report, "", "", Reason::SharedPolicy);
        assert_eq!(told, is_shared, "{maxattr}: {report}");
    }
}

#[test]
fn elements_of_an_array_are_compared() {
    let elements = nested(PolicyType::NestedArray, 1);
    let wrong = of(PolicyType::Flag);
    let report = compare("indexed", &[((0, 18), elements), ((1, 1), wrong)]);
    let found = places(report.differences());
    assert!(
        found.contains(&("set", "indexed.u16", Aspect::Type)),
        "{report}"
    );
}

#[test]
fn sets_and_policies_that_contain_themselves_end() {
    let own = |index| nested(PolicyType::Nested, index);
    // Of the two ways to the same policy the first is walked.
    let report = compare("nest", &[((0, 19), own(1)), ((1, 19), own(1))]);
    let paths = report.differences().iter().map(|it| it.path.as_str());
    assert!(paths.clone().any(|path| path == "nest.u16"), "{report}");
    assert!(
        !paths.clone().any(|path| path.starts_with("nest.nest.")),
        "{report}"
    );
    // Each policy leads to the next.
    let chain: Vec<_> = (0..=u16::MAX)
        .map(|index| ((index, 19), own(u32::from(index) + 1)))
        .collect();
    let report = compare("nest", &chain);
    let deepest = ["nest"; 10].join(".");
    assert!(
        cannot_tell(&report, "set", &deepest, Reason::TooDeep),
        "{report}"
    );
}
