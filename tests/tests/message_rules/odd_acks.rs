//! Unusual extended acks, and numbers that are not errors: everything that can be decoded is reported.

use genl::error::ErrorKind;
use genl::mptcp_pm::DumpAddrs;

use super::extended_acks::{BEAR, CAPPED, TLVS, detail, refusal};
use super::{ADD, DUMP, ack, answered, done, endpoint, message, part};

/// `addr.family` as the attribute at the offset, and as the missing one.
const OFFSET: &str = "0800 0200 18000000";
const MISSING: &str = "0800 0500 01000000 0800 0600 14000000";
const ALL: &str = ": bear, missing attribute `addr.family` (at `addr.family`; accepted: u16)";
const POLICY: &str = "0c00 0480 0800 0100 03000000";

/// Returns the texts of the error if the attributes come in this order and in the reverse one.
#[track_caller]
fn says(attributes: &[&str], text: &str) {
    let reversed: Vec<_> = attributes.iter().rev().copied().collect();
    for attributes in [attributes, &reversed] {
        assert_eq!(detail(&attributes.join(" ")).0, text, "{attributes:?}");
    }
}

#[test]
fn rule_35_an_undecodable_attribute_hides_no_other() {
    says(&[BEAR, OFFSET, MISSING, POLICY], ALL);
    // An offset of 8 bytes next to a valid one, and a text that ends with its NUL.
    says(
        &["0c00 0200 1800000000000000", BEAR, OFFSET, MISSING, POLICY],
        ALL,
    );
    let text = "0c00 0100 6265617200 ffffff";
    says(&[text, OFFSET, MISSING, POLICY], ALL);
    // A missing attribute and its nest in 2 bytes, and an empty offset.
    let odd = ["0600 0500 0100 0000", "0600 0600 1400 0000"];
    says(&[BEAR, OFFSET, odd[0], odd[1]], ": bear (at `addr.family`)");
    says(
        &[BEAR, MISSING, "0400 0200"],
        ": bear, missing attribute `addr.family`",
    );
}

#[test]
fn rule_35_one_member_of_a_policy_hides_no_other() {
    // A type of 8 bytes, a minimum length of 2, and a valid maximum length.
    let members = "0c00 0100 0300000000000000  0600 0600 0100 0000  0800 0700 10000000";
    let text = ": bear (at `addr.family`; accepted: a payload, at most 16 bytes)";
    says(&[BEAR, OFFSET, &format!("2000 0480 {members}")], text);
    // The last member is cut, and then there is no member at all.
    let members = "0800 0700 10000000  0800 0100";
    says(&[BEAR, OFFSET, &format!("1000 0480 {members}")], text);
    let text = ": bear (at `addr.family`; accepted: a payload)";
    says(&[BEAR, OFFSET, "0800 0480 00000000"], text);
}

#[test]
fn rule_35_every_member_of_a_policy_is_read() {
    let members = "0800 0100 0a000000
        0c00 0200 0200000000000000  0c00 0300 0300000000000000
        0c00 0400 0400000000000000  0c00 0500 0500000000000000
        0800 0600 06000000  0800 0700 07000000  0800 0800 08000000
        0800 0900 09000000  0800 0a00 0a000000  0c00 0c00 0c00000000000000";
    let (_, detail) = detail(&format!("7000 0480 {members}"));
    let policy = genl::Policy {
        kind: Some(genl::PolicyType::Binary),
        min_value_s: Some(2),
        max_value_s: Some(3),
        min_value_u: Some(4),
        max_value_u: Some(5),
        min_length: Some(6),
        max_length: Some(7),
        policy_idx: Some(8),
        policy_maxtype: Some(9),
        bitfield32_mask: Some(10),
        mask: Some(12),
    };
    assert_eq!(detail.policy, Some(policy));
}

#[test]
fn rule_35_a_damaged_end_hides_nothing_before_it() {
    for end in ["0800 02", "ffff 0200 18000000", "0300 0200 18000000", "01"] {
        let (text, _) = detail(&format!("{BEAR} {OFFSET} {end}"));
        assert_eq!(text, ": bear (at `addr.family`)", "{end}");
    }
    // The last attribute is cut together with its message.
    let mut answer = ack(CAPPED | TLVS, 22, &format!("{BEAR} {OFFSET}"));
    answer.truncate(answer.len() - 4);
    answer[0] -= 4;
    assert_eq!(refusal(answer).0, ": bear");
}

#[test]
fn rule_34_a_positive_number_is_an_acknowledgement() {
    for number in [1, 22, i32::MAX] {
        answered(ADD, &[ack(CAPPED, -number, "")])
            .add_addr(&endpoint())
            .unwrap();
        let mut pm = answered(ADD, &[ack(CAPPED | TLVS, -number, BEAR)]);
        pm.add_addr(&endpoint()).unwrap();
        let warning = pm.channel().warning().map(ToString::to_string);
        assert_eq!(warning.as_deref(), Some("bear"));
        let mut pm = answered(DUMP, &[part(2, 7), done(2, -number, "")]);
        let replies = pm.dump_addrs(&DumpAddrs::default()).unwrap();
        let ids = replies.map(|reply| reply.unwrap().addr.id);
        assert_eq!(ids.collect::<Vec<_>>(), [Some(7)]);
    }
}

#[test]
fn rule_34_the_least_number_is_an_error() {
    let header = "28000000 1c00 0500 00000000 00000000";
    let answer = message(2, CAPPED, 0, &format!("00000080 {header}"));
    let error = answered(ADD, &[answer]).add_addr(&endpoint()).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Kernel(_)));
    assert_eq!(error.raw_os_error(), Some(i32::MAX));
}
