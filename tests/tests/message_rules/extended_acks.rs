//! Extended acks: the details that the kernel adds to an error number.

use genl::error::ErrorKind;
use genl::extended_ack::Missing;
use genl::{ExtendedAck, PolicyType};
use genl_tests::fixtures::{self, Direction};

use super::{ADD, GET_LIMITS, ack, answered, endpoint, expect, limits, peer};

/// `NLM_F_CAPPED` and `NLM_F_ACK_TLVS`.
pub(super) const CAPPED: u16 = 0x100;
pub(super) const TLVS: u16 = 0x200;
/// "bear", as the kernel sends it.
pub(super) const BEAR: &str = "0900 0100 6265617200 000000";

/// Returns the text of the error if the request for an endpoint gets this answer.
pub(super) fn refusal(answer: Vec<u8>) -> (String, ExtendedAck) {
    let error = answered(ADD, &[answer]).add_addr(&endpoint()).unwrap_err();
    let detail = error
        .extended_ack()
        .expect("a refusal of the kernel")
        .clone();
    let text = error.to_string();
    let text = text.strip_prefix("mptcp_pm add-addr: Invalid argument (EINVAL)");
    (text.expect("EINVAL").to_owned(), detail)
}

/// Returns the same for an answer with these attributes after the header of the request.
pub(super) fn detail(attributes: &str) -> (String, ExtendedAck) {
    refusal(ack(CAPPED | TLVS, 22, attributes))
}

#[test]
fn rule_24_without_attributes_only_the_error_number_is_shown() {
    let (text, detail) = refusal(ack(CAPPED, 22, ""));
    assert_eq!(text, "");
    assert!(detail.is_empty());
    // Without the flag, the bytes are not decoded.
    let (text, detail) = refusal(ack(CAPPED, 22, BEAR));
    assert_eq!(text, "");
    assert!(detail.is_empty());
}

#[test]
fn rule_24_attributes_follow_the_header_of_a_capped_request() {
    let (text, detail) = detail(BEAR);
    assert_eq!(text, ": bear");
    assert_eq!(detail.message.as_deref(), Some("bear"));
}

#[test]
fn rule_24_attributes_follow_the_whole_of_an_echoed_request() {
    // The rest of the request, whose header has a length of 40 bytes.
    let rest = "01 01 0000  1400 0180  0600 0100 0200 0000  0800 0300 0a000007";
    let (text, detail) = refusal(ack(TLVS, 22, &format!("{rest} {BEAR} 0800 0200 18000000")));
    assert_eq!(text, ": bear (at `addr.family`)");
    assert_eq!(detail.offset, Some(24));
}

#[test]
fn rule_24_recorded_without_capping() {
    let recorded = |label| fixtures::bytes("in_kernel", label, Direction::Rx);
    let (text, detail) = refusal(recorded("err-add-missing-family-extack-NO-capack"));
    assert_eq!(text, ": missing family (at `addr`)");
    assert_eq!(detail.offset, Some(20));
    let answer = recorded("err-add-dup-NO-extack-NO-capack");
    let error = answered(ADD, &[answer]).add_addr(&endpoint()).unwrap_err();
    assert_eq!(error.to_string(), "mptcp_pm add-addr: File exists (EEXIST)");
    answered(ADD, &[recorded("ack-ok-NO-capack")])
        .add_addr(&endpoint())
        .unwrap();
}

#[test]
fn rule_24_a_missing_attribute_is_shown_by_its_path() {
    // `NLMSGERR_ATTR_MISS_TYPE` is a u32. `NLMSGERR_ATTR_MISS_NEST` is the offset of the nest.
    let (text, ack) = detail("0800 0500 01000000  0800 0600 14000000");
    assert_eq!(text, ": missing attribute `addr.family`");
    let missing = ack.missing.expect("an attribute");
    assert_eq!((missing.number, missing.nest), (1, Some(20)));
    assert_eq!(missing.path.to_string(), "addr.family");
    // The attribute is missing in the message itself.
    let (text, ack) = detail("0800 0500 01000000");
    assert_eq!(text, ": missing attribute `addr`");
    assert_eq!(ack.missing.map(|missing: Missing| missing.nest), Some(None));
    // An unknown attribute, and one with a text.
    assert_eq!(detail("0800 0500 4d000000").0, ": missing attribute `#77`");
    let (text, _) = detail(&format!("{BEAR} 0800 0500 01000000"));
    assert_eq!(text, ": bear, missing attribute `addr`");
    // The error also has an offset.
    let (text, _) = detail("0800 0500 01000000  0800 0200 18000000");
    assert_eq!(text, ": missing attribute `addr` (at `addr.family`)");
}

#[test]
fn rule_24_the_offset_identifies_the_attribute() {
    for (offset, path) in [
        ("14", "addr"),
        ("18", "addr.family"),
        ("1c", "addr.family"),
        ("20", "addr.addr4"),
        ("24", "addr.addr4"),
    ] {
        let (text, detail) = detail(&format!("{BEAR} 0800 0200 {offset}000000"));
        assert_eq!(text, format!(": bear (at `{path}`)"));
        assert_eq!(
            detail.path.map(|path| path.to_string()).as_deref(),
            Some(path)
        );
    }
}

#[test]
fn rule_24_an_offset_outside_of_the_attributes_is_shown_as_a_number() {
    for (offset, digits) in [
        (0, "00000000"),
        (16, "10000000"),
        (40, "28000000"),
        (u32::MAX, "ffffffff"),
    ] {
        let (text, detail) = detail(&format!("{BEAR} 0800 0200 {digits}"));
        assert_eq!(text, format!(": bear (at byte {offset} of the request)"));
        assert_eq!((detail.offset, detail.path), (Some(offset), None));
    }
}

#[test]
fn rule_24_an_offset_without_a_message_is_shown_alone() {
    assert_eq!(detail("0800 0200 18000000").0, ": at `addr.family`");
    assert_eq!(
        detail("0800 0200 10000000").0,
        ": at byte 16 of the request"
    );
    // A cookie is not shown.
    let (text, ack) = detail("0700 0300 010203 00");
    assert_eq!(text, "");
    assert_eq!(ack.cookie.as_deref(), Some(&[1, 2, 3][..]));
}

#[test]
fn rule_24_the_policy_is_shown_with_and_without_the_nest_flag() {
    // min-value-u, max-value-u and type, as recorded for `addr.family`: u16, 0 to 65535.
    let policy = "0c00 0400 0000000000000000  0c00 0500 ffff000000000000  0800 0100 03000000";
    for flag in ["80", "00"] {
        let attributes = format!("{BEAR} 0800 0200 18000000  2400 04{flag} {policy}");
        let (text, detail) = detail(&attributes);
        assert_eq!(text, ": bear (at `addr.family`; accepted: u16, 0 to 65535)");
        let policy = detail.policy.expect("a policy");
        assert_eq!(policy.kind, Some(PolicyType::U16));
        assert_eq!(
            (policy.min_value_u, policy.max_value_u),
            (Some(0), Some(65535))
        );
    }
}

#[test]
fn rule_24_every_kind_of_policy_has_a_text() {
    for (policy, words) in [
        (
            "0800 0100 0a000000  0800 0600 10000000  0800 0700 10000000",
            "binary, 16 bytes",
        ),
        (
            "0800 0100 0b000000  0800 0700 0f000000",
            "string, at most 15 bytes",
        ),
        (
            "0800 0100 0c000000  0800 0600 01000000",
            "nul-string, at least 1 bytes",
        ),
        (
            "0800 0100 08000000  0c00 0200 ffffffffffffffff  0c00 0300 0500000000000000",
            "s32, -1 to 5",
        ),
        (
            "0800 0100 04000000  0400 0b00  0c00 0c00 0f00000000000000",
            "u32, bits of 0xf",
        ),
        (
            "0800 0100 0f000000  0800 0a00 03000000",
            "bitfield32, bits of 0x3",
        ),
        ("0800 0100 63000000", "type 99"),
        ("", "a payload"),
    ] {
        let length = 4 + super::hex(policy).len();
        let attributes = format!("{BEAR} 0800 0200 18000000  {length:02x}00 0480 {policy}");
        let text = format!(": bear (at `addr.family`; accepted: {words})");
        assert_eq!(detail(&attributes).0, text);
    }
}

#[test]
fn rule_24_a_success_may_have_a_warning() {
    let mut peer = peer();
    // The recorded warning is about bytes that genl never sends.
    let recorded = fixtures::bytes("in_kernel", "trailing-garbage-accepted?", Direction::Rx);
    expect(&mut peer, ADD, &[recorded]);
    expect(&mut peer, ADD, &[ack(CAPPED, 0, "")]);
    // An attribute that newer kernels may add.
    let unknown = ack(CAPPED | TLVS, 0, "0600 6300 0100 0000");
    expect(&mut peer, ADD, &[unknown]);
    expect(&mut peer, ADD, &[ack(CAPPED | TLVS, 0, BEAR)]);
    expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
    let mut pm = super::client(peer);
    pm.add_addr(&endpoint()).unwrap();
    let warning = pm.channel().warning().expect("a warning").to_string();
    assert_eq!(warning, "bytes leftover after parsing attributes");
    for _ in 0..2 {
        pm.add_addr(&endpoint()).unwrap();
        assert_eq!(pm.channel().warning(), None);
    }
    pm.add_addr(&endpoint()).unwrap();
    assert!(pm.channel().warning().is_some());
    pm.get_limits().unwrap();
    assert_eq!(pm.channel().warning(), None, "of an earlier operation");
}

#[test]
fn rule_24_texts_without_a_nul_and_unknown_attributes_are_read() {
    // Newer kernels add attributes. A byte that is not UTF-8 does not hide the rest.
    let (text, _) = detail("0600 6300 0100 0000  0700 0100 62ff72 00");
    assert_eq!(text, ": b\u{fffd}r");
}

#[test]
fn rule_24_an_error_message_without_its_number_is_an_error() {
    for (payload, length) in [("", "0 bytes"), ("ea", "1 byte"), ("eaffff", "3 bytes")] {
        let error = answered(ADD, &[super::message(2, 0, 0, payload)]).add_addr(&endpoint());
        let error = error.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Decode(_)));
        let said = format!(
            "mptcp_pm add-addr reply: has {length} of payload, too few for an error number (at byte 16)"
        );
        assert_eq!(error.to_string(), said);
    }
}
