//! Every recorded row says what the recorder read in it.

use genl::inspect::{self, Body, Message, Node, Role, Tree, Value};
use genl::mptcp_pm::SubflowAttribute;
use genl::{AttributeSet, error::Errno};
use genl_tests::fixtures::{Direction, Row};
use serde_json::Value as Json;

use super::common::hex;
use super::{SOCK_DIAG, digits, direction, inspector, kind, recorded};

fn number(text: &Json) -> u64 {
    let text = text.as_str().expect("a number as text");
    u64::from_str_radix(text.trim_start_matches("0x"), 16).expect("hex digits")
}

/// Compares a value with what was recorded of it.
fn same(node: &Node<'_>, meaning: &Json) -> bool {
    let integer = match node.value {
        Value::Integer(value) | Value::Enumeration { value, .. } => Some(value),
        Value::Flags(ref bits) => Some(bits.value.into()),
        Value::Bool(value) => Some(value.into()),
        _ => None,
    };
    match (meaning, &node.value) {
        (Json::Number(_), _) => {
            integer
                == meaning
                    .as_i64()
                    .map(i128::from)
                    .or(meaning.as_u64().map(i128::from))
        }
        (Json::String(text), Value::Ip(address)) => address.to_string() == *text,
        (Json::String(text), Value::Text(bytes)) => *bytes == text.as_bytes(),
        (Json::String(text), Value::Bytes(bytes)) => digits(bytes) == *text,
        (Json::Object(map), Value::Nodes(nodes)) => {
            nodes.len() == map.len()
                && map
                    .iter()
                    .all(|(name, meaning)| nodes.iter().any(|it| is(it, name) && same(it, meaning)))
        }
        (Json::Array(pairs), Value::Nodes(nodes)) => same_all(nodes, pairs),
        _ => false,
    }
}

/// Whether a node has a name that the recorder gave it.
fn is(node: &Node<'_>, name: &str) -> bool {
    match node.name() {
        Some(known) => known == name.trim_end_matches("[N]"),
        None => name == format!("unknown{}", node.number),
    }
}

fn same_all(nodes: &[Node<'_>], pairs: &[Json]) -> bool {
    let is_same = |(node, pair): (&Node<'_>, &Json)| {
        is(node, pair[0].as_str().expect("a name")) && same(node, &pair[1])
    };
    nodes.len() == pairs.len() && nodes.iter().zip(pairs).all(is_same)
}

/// Compares a message of a family.
fn check_generic(message: &Message<'_>, meaning: &Json) {
    let generic = message.generic().expect("a message of a family");
    assert_eq!(message.header.kind.number(), meaning["type"]);
    assert_eq!(u64::from(message.header.flags), number(&meaning["nlflags"]));
    assert_eq!(message.header.sequence, meaning["seq"]);
    assert_eq!(message.header.port, meaning["pid"]);
    assert_eq!(generic.header.version, meaning["version"]);
    let name = generic.name.expect("a name");
    if meaning["type"] == 16 {
        // The recorder read the controller as the path manager.
        assert_eq!(name, "get-family");
        let family = message.get("family-name").expect("the name of the family");
        assert_eq!(family.value, Value::Text(b"mptcp_pm"));
        return;
    }
    let (role, recorded) = match meaning["msg"].as_str().expect("a name") {
        event if event.starts_with("event ") => (Role::Event, &event[6..]),
        reply => (Role::Reply, reply),
    };
    assert_eq!(message.role, role);
    assert!(
        name == recorded || (name == "dump-addrs" && recorded == "get-addr"),
        "{name}"
    );
    let pairs = meaning["attrs"].as_array().expect("attributes");
    assert!(same_all(&generic.attributes, pairs), "{generic:#?}");
}

/// Compares an error, an acknowledgement or the end of a dump.
fn check_status(message: &Message<'_>, meaning: &Json, tree: &Tree<'_>) {
    let Some(status) = message.status() else {
        panic!("{message:?}");
    };
    assert_eq!(u64::from(message.header.flags), number(&meaning["nlflags"]));
    assert_eq!(message.header.sequence, meaning["seq"]);
    let is_done = meaning["msg"] == "DONE";
    let role = match &meaning["errno"] {
        Json::String(name) => {
            let found = Errno(-status.number).name().expect("a known number");
            // Two names of one number.
            let name = if name == "ENOTSUP" {
                "EOPNOTSUPP"
            } else {
                name
            };
            assert_eq!(found, name);
            Role::Error
        }
        number => {
            assert_eq!(status.number, *number);
            if is_done {
                Role::Done
            } else {
                Role::Acknowledgement
            }
        }
    };
    assert_eq!(message.role, role);
    assert_eq!(status.quoted.is_some(), !is_done);
    let extack = &meaning["extack"];
    let said = &status.extended_ack;
    assert_eq!(said.message.as_deref(), extack["msg"].as_str());
    assert_eq!(said.offset.map(u64::from), extack["offs"].as_u64());
    let missing = said.missing.as_ref().map(|missing| missing.number.into());
    assert_eq!(missing, extack["miss_type"].as_u64());
    let find = |name: &str| status.attributes.iter().find(|it| it.name() == Some(name));
    assert_eq!(find("msg").is_some(), !extack["msg"].is_null());
    let policy = find("policy").map(|it| digits(&tree.bytes_of(&it.range)[4..]));
    assert_eq!(policy.as_deref(), extack["policy"].as_str());
}

/// Compares a message of `NETLINK_SOCK_DIAG`, of which the headers are shown. The attributes of a subflow have a description.
fn check_diag(message: &Message<'_>, meaning: &Json) {
    let Body::Bytes(payload) = message.body else {
        panic!("{message:?}");
    };
    assert_eq!(message.header.kind.number(), SOCK_DIAG);
    assert_eq!(payload[0], meaning["family"]);
    let Some(ulp) = meaning["ulp_hex"].as_str().map(hex) else {
        return;
    };
    let around = inspect::attributes(&ulp, &<()>::DESCRIPTION);
    let pairs = meaning["attrs"].as_array().expect("attributes");
    let info = pairs.iter().find(|pair| pair[0] == "ulp-info").expect("it");
    let [_, subflow] = &around[..] else {
        // Without privilege the kernel names the protocol alone.
        return assert_eq!(info[1].as_array().map(Vec::len), Some(1));
    };
    let Value::Bytes(subflow) = subflow.value else {
        panic!("{around:?}");
    };
    let nodes = inspect::attributes(subflow, &SubflowAttribute::DESCRIPTION);
    let pairs = meaning["attrs"].as_array().expect("attributes");
    let info = pairs.iter().find(|pair| pair[0] == "ulp-info").expect("it");
    let pairs = info[1][1][1].as_array().expect("attributes");
    // The kernel pads 8-byte integers, which the recorder left out.
    let nodes: Vec<_> = nodes
        .into_iter()
        .filter(|it| it.name() != Some("pad"))
        .collect();
    assert!(same_all(&nodes, pairs), "{nodes:#?}\n{pairs:#?}");
}

#[test]
fn answers_and_events_say_what_was_recorded_of_them() {
    let mut inspector = inspector();
    let mut counts = [0; 3];
    for row in recorded() {
        let tree = if kind(&row.bytes) == SOCK_DIAG {
            inspector.inspect_headers(&row.bytes, direction(&row))
        } else {
            inspector.follow(&row.bytes, direction(&row))
        };
        assert!(!tree.to_string().is_empty());
        if row.direction == Direction::Tx {
            continue;
        }
        assert_eq!(tree.messages.len(), row.messages().len(), "{row:?}");
        assert!(tree.fault.is_none(), "{tree}");
        for (message, meaning) in tree.messages.iter().zip(row.messages()) {
            assert!(message.fault.is_none(), "{tree}");
            if !meaning["version"].is_null() {
                check_generic(message, meaning);
                counts[0] += 1;
            } else if !meaning["errno"].is_null() {
                check_status(message, meaning, &tree);
                counts[1] += 1;
            } else if !meaning["family"].is_null() {
                check_diag(message, meaning);
                counts[2] += 1;
            } else {
                assert_eq!(message.header.kind.number(), meaning["type"]);
                assert_eq!(message.header.flags, meaning["flags"]);
            }
        }
    }
    assert_eq!(counts, [606, 288, 6]);
}

/// Recorded words that do not begin with the name of the operation.
fn is_odd(row: &Row) -> bool {
    const ODD: [&str; 6] = [
        "99",
        "0",
        "family",
        "nlmsg_type=999",
        "SOCK_DIAG_BY_FAMILY",
        "null",
    ];
    let words = row.meaning.as_str().unwrap_or("null");
    ODD.iter().any(|odd| words.starts_with(odd))
}

#[test]
fn requests_have_the_name_that_was_recorded() {
    let mut count = 0;
    for row in recorded().filter(|row| row.direction == Direction::Tx && !is_odd(row)) {
        let tree = inspector().inspect(&row.bytes, direction(&row));
        let words = row.meaning.as_str().expect("words");
        let recorded = words.split(' ').next().expect("a name");
        let message = &tree.messages[0];
        assert_eq!(message.role, Role::Request);
        let Some(generic) = message.generic() else {
            // A request without `genlmsghdr`.
            assert!(message.fault.is_some(), "{row:?}");
            continue;
        };
        let name = generic.name.expect("a name");
        let is_same = name == recorded || (name == "dump-addrs" && recorded == "get-addr");
        assert!(is_same, "{name}, not {recorded}");
        count += 1;
    }
    assert!(count > 280, "{count}");
}
