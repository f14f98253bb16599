//! Every recorded reply and event is read to its recorded meaning.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use genl::mptcp_pm::{Attr, EndpointReply, EventAttr, Limits, MptcpPmEvent, SubflowAttribute};
use genl::wire::{Message, MessageType, Messages};
use genl::{AttributeSet, Events};
use genl_tests::fixtures::{self, Direction};
use serde_json::{Map, Value};

use super::common::hex;
use super::values::{map, meant};
use super::{FILES, ID};

/// What an event carries.
fn carried(event: &MptcpPmEvent) -> Map<String, Value> {
    use MptcpPmEvent as E;
    macro_rules! both_ends {
        ($event:expr; $($more:ident)*) => {
            map!($event; token family saddr4 saddr6 daddr4 daddr6 sport dport loc_id rem_id $($more)*)
        };
    }
    match event {
        E::Created(event) | E::Established(event) => both_ends!(event; server_side flags),
        E::Closed(event) => map!(event; token),
        E::Announced(event) => map!(event; token rem_id dport daddr4 daddr6),
        E::Removed(event) => map!(event; token rem_id),
        E::SubEstablished(event) | E::SubPriority(event) => both_ends!(event; backup if_idx),
        E::SubClosed(event) => both_ends!(event; backup if_idx error reset_reason reset_flags),
        E::ListenerCreated(event) | E::ListenerClosed(event) => {
            map!(event; family sport saddr4 saddr6)
        }
        E::Unknown(_) => panic!("{event:?}"),
    }
}

/// The address and port that are recorded under these names.
fn end(meant: &Map<String, Value>, [addr4, addr6, port]: [&str; 3]) -> Option<SocketAddr> {
    let ip = meant.get(addr4).or_else(|| meant.get(addr6))?.as_str();
    let port = meant[port].as_u64().and_then(|port| port.try_into().ok());
    Some(SocketAddr::new(
        ip?.parse().expect("an address"),
        port.expect("a port"),
    ))
}

/// Reads an event, by its own set and by the set of all events.
fn check_event(message: &Message<'_>, meaning: &Value) {
    assert_eq!(message.header.kind, MessageType::Family(ID));
    let (generic, attributes) = message.generic().expect("genlmsghdr");
    assert_eq!(Value::from(generic.version), meaning["version"]);
    let read = MptcpPmEvent::decode(generic.command, attributes.clone()).expect("an event");
    let meant = meant(meaning);
    assert_eq!(read.command(), generic.command);
    assert_eq!(format!("event {}", read.name()), meaning["msg"]);
    assert_eq!(
        read.token().map(Value::from).as_ref(),
        meant.get("token"),
        "{read:?}"
    );
    assert_eq!(read.local(), end(&meant, ["saddr4", "saddr6", "sport"]));
    assert_eq!(read.remote(), end(&meant, ["daddr4", "daddr6", "dport"]));
    assert_eq!(carried(&read), meant);
    let all = EventAttr::decode(attributes).expect("the same");
    let all = map!(all; token server_side flags family saddr4 saddr6 daddr4 daddr6 sport dport loc_id rem_id
        backup if_idx error reset_reason reset_flags timeout);
    assert_eq!(all, meant);
}

fn check_endpoint(message: &Message<'_>, meaning: &Value) {
    let (generic, attributes) = message.generic().expect("genlmsghdr");
    assert_eq!((generic.command, generic.version), (3, 1));
    let endpoint = EndpointReply::decode(attributes.clone()).expect("an endpoint");
    assert_eq!(map!(endpoint; addr), meant(meaning));
    // As recorded, the nest has its flag.
    assert_eq!(meaning["attrs"][0][0], "addr[N]");
    let set = Attr::decode(attributes).expect("the same");
    assert_eq!(set.addr, Some(endpoint.addr));
}

fn check_limits(message: &Message<'_>, meaning: &Value) {
    let (generic, attributes) = message.generic().expect("genlmsghdr");
    assert_eq!((generic.command, generic.version), (6, 1));
    let limits = Limits::decode(attributes).expect("limits");
    assert_eq!(map!(limits; rcv_add_addrs subflows), meant(meaning));
}

/// What every message tells of itself.
fn check_header(message: &Message<'_>, meaning: &Value) {
    let header = message.header;
    let flags = meaning["nlflags"].as_str().expect("flags");
    assert_eq!(format!("{:#x}", header.flags), flags);
    assert_eq!(Value::from(header.sequence), meaning["seq"]);
    if let Some(port) = meaning.get("pid") {
        assert_eq!(&Value::from(header.port), port);
        assert_eq!(Value::from(header.kind.number()), meaning["type"]);
    }
}

#[test]
fn every_reply_and_event_means_what_was_recorded() {
    let mut counts = BTreeMap::<_, usize>::new();
    for file in FILES {
        for row in fixtures::rows(file) {
            if row.direction == Direction::Tx || row.label.starts_with("inet-diag") {
                continue;
            }
            let messages: Result<Vec<_>, _> = Messages::new(&row.bytes).collect();
            let messages = messages.expect("whole messages");
            assert_eq!(messages.len(), row.messages().len(), "{row:?}");
            for (message, meaning) in messages.iter().zip(row.messages()) {
                check_header(message, meaning);
                let kind = meaning["msg"].as_str().expect("a name");
                let kind = kind.split(' ').next().unwrap_or_default();
                match kind {
                    "event" => check_event(message, meaning),
                    "get-addr" => check_endpoint(message, meaning),
                    "get-limits" => check_limits(message, meaning),
                    // Through the client, in `errors.rs`.
                    "ERROR/ACK" => assert_eq!(message.header.kind, MessageType::Error),
                    "DONE" => assert_eq!(message.header.kind, MessageType::Done),
                    // The recorder took this reply of the controller for one of mptcp_pm; see `controller.rs`.
                    "add-addr" => assert_eq!(row.label, "ctrl-getfamily-mptcp_pm"),
                    other => panic!("`{other}`"),
                }
                *counts.entry(kind.to_owned()).or_default() += 1;
            }
        }
    }
    let counts: Vec<_> = counts
        .iter()
        .map(|(kind, count)| (kind.as_str(), *count))
        .collect();
    let expected = [
        ("DONE", 25),
        ("ERROR/ACK", 263),
        ("add-addr", 1),
        ("event", 281),
        ("get-addr", 316),
        ("get-limits", 8),
    ];
    assert_eq!(counts, expected);
}

/// `INET_ULP_INFO` of `INET_DIAG`, whose nest comes without its flag.
#[derive(Debug, AttributeSet)]
struct UlpInfo {
    #[attr(1)]
    name: String,
    #[attr(3, nest)]
    mptcp: Option<SubflowAttribute>,
}

#[test]
fn subflow_attributes_mean_what_was_recorded() {
    let mut count = 0;
    for row in fixtures::rows("subflow_info") {
        for socket in row.messages() {
            let Some(digits) = socket["ulp_hex"].as_str() else {
                continue;
            };
            let bytes = hex(digits);
            let info = UlpInfo::decode(genl::Attributes::new(&bytes, 0)).expect("ULP info");
            assert_eq!(info.name, "mptcp");
            let attributes = socket["attrs"].as_array().expect("attributes");
            let recorded = attributes
                .iter()
                .find(|pair| pair[0] == "ulp-info")
                .expect("ULP info");
            let recorded = recorded[1].as_array().expect("pairs");
            let recorded = recorded.iter().find(|pair| pair[0] == "mptcp");
            assert_eq!(info.mptcp.is_some(), recorded.is_some());
            if let (Some(subflow), Some(recorded)) = (info.mptcp, recorded) {
                let read = map!(subflow; token_rem token_loc relwrite_seq map_seq map_sfseq ssn_offset map_datalen
                    flags id_rem id_loc);
                let recorded = serde_json::json!({ "attrs": recorded[1] });
                assert_eq!(read, meant(&recorded));
                count += 1;
            }
        }
    }
    assert_eq!(count, 4);
}
