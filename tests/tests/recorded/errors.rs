//! Every recorded exchange again, through a client: replies, acknowledgements, ends of dumps, and refusals with their extended acks.

use std::collections::BTreeMap;

use genl::{ExtendedAck, Policy, PolicyType};
use genl_tests::fixtures::Row;
use serde_json::{Map, Value};

use super::client::{Outcome, replay};
use super::values::{map, meant};
use super::{Exchange, FILES, exchanges};

const ERRNOS: [(&str, i32); 11] = [
    ("ENOENT", libc::ENOENT),
    ("ESRCH", libc::ESRCH),
    ("EBUSY", libc::EBUSY),
    ("EEXIST", libc::EEXIST),
    ("EINVAL", libc::EINVAL),
    ("ERANGE", libc::ERANGE),
    ("ENOTSUP", libc::ENOTSUP),
    ("EADDRINUSE", libc::EADDRINUSE),
    ("EADDRNOTAVAIL", libc::EADDRNOTAVAIL),
    ("ENETUNREACH", libc::ENETUNREACH),
    ("EPERM", libc::EPERM),
];

/// The recorded error number; 0 for a success.
fn errno(meaning: &Value) -> i32 {
    match meaning["errno"].as_str() {
        None => 0,
        Some(name) => {
            let known = ERRNOS.iter().find(|(known, _)| *known == name);
            known.unwrap_or_else(|| panic!("`{name}` is not listed")).1
        }
    }
}

/// The two policies that were recorded, read by eye.
fn policy(digits: &str) -> Policy {
    match digits {
        "08000600100000000800070010000000080001000a000000" => Policy {
            kind: Some(PolicyType::Binary),
            min_length: Some(16),
            max_length: Some(16),
            ..Policy::default()
        },
        "0c00040000000000000000000c000500ffff0000000000000800010003000000" => Policy {
            kind: Some(PolicyType::U16),
            min_value_u: Some(0),
            max_value_u: Some(65535),
            ..Policy::default()
        },
        other => panic!("policy {other} is not listed"),
    }
}

#[track_caller]
fn check_detail(detail: &ExtendedAck, meaning: &Value) {
    let recorded = meaning.get("extack").cloned().unwrap_or_default();
    assert_eq!(detail.is_empty(), recorded.is_null());
    assert_eq!(detail.message.as_deref(), recorded["msg"].as_str());
    assert_eq!(detail.offset.map(u64::from), recorded["offs"].as_u64());
    let missing = detail.missing.as_ref();
    assert_eq!(
        missing.map(|missing| u64::from(missing.number)),
        recorded["miss_type"].as_u64()
    );
    assert_eq!(detail.policy, recorded["policy"].as_str().map(policy));
    assert_eq!(detail.cookie, None);
}

/// The meaning of what the kernel sent with the sequence number of the request.
fn answers(exchange: &Exchange) -> Vec<&Value> {
    let messages = exchange.answers.iter().flat_map(Row::messages);
    messages.filter(|meaning| meaning["seq"] != 0).collect()
}

#[track_caller]
fn check(exchange: &Exchange, outcome: &Outcome) -> &'static str {
    let answers = answers(exchange);
    let (ends, replies): (Vec<_>, Vec<_>) = answers
        .into_iter()
        .partition(|meaning| meaning.get("errno").is_some());
    let read: Vec<Map<String, Value>> = outcome
        .replies
        .iter()
        .map(|reply| map!(reply; addr rcv_add_addrs subflows token loc_id addr_remote))
        .collect();
    let recorded: Vec<_> = replies.iter().map(|meaning| meant(meaning)).collect();
    assert_eq!(read, recorded);
    let Some(end) = ends.first() else {
        // A get without an acknowledgement.
        assert!(matches!(outcome.result, Ok(None)));
        return "reply alone";
    };
    match &outcome.result {
        Ok(warning) => {
            assert_eq!(errno(end), 0);
            check_detail(&warning.clone().unwrap_or_default(), end);
            if warning.is_some() {
                "warning"
            } else {
                "success"
            }
        }
        Err(error) => {
            assert_eq!(error.raw_os_error(), Some(errno(end)));
            let detail = error.extended_ack().expect("a refusal");
            check_detail(detail, end);
            if detail.is_empty() {
                "refusal"
            } else {
                "refusal with words"
            }
        }
    }
}

#[test]
fn clients_learn_what_was_recorded() {
    let mut counts = BTreeMap::<_, usize>::new();
    let mut left_out = Vec::new();
    for file in FILES {
        for exchange in exchanges(file) {
            // `NETLINK_SOCK_DIAG` is no generic netlink; of nlctrl see `controller.rs`; some requests were not answered.
            let foreign = exchange.label.starts_with("inet-diag");
            if foreign
                || exchange.label == "ctrl-getfamily-mptcp_pm"
                || answers(&exchange).is_empty()
            {
                left_out.push(exchange.label);
                continue;
            }
            let outcome = replay(&exchange);
            println!("{file}: {}", exchange.label);
            *counts.entry(check(&exchange, &outcome)).or_default() += 1;
        }
    }
    let counts: Vec<_> = counts.into_iter().collect();
    let expected = [
        ("refusal", 8),
        ("refusal with words", 106),
        ("reply alone", 3),
        ("success", 172),
        ("warning", 1),
    ];
    assert_eq!(counts, expected);
    assert_eq!(left_out.len(), 4);
}
