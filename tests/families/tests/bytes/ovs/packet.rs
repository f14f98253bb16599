//! `ovs_packet`, whose keys and actions are those of `ovs_flow`.

use std::ptr;

use genl::description::Kind;
use genl::{AttributeSet, Client, Error, WithHeader};
use genl_families::ovs::OvsHeader;
use genl_families::ovs::flow::{FlowAttrs, KeyAttrs};
use genl_families::ovs::packet::{
    Execute, HASH_L4, HASH_SW, OvsPacket, OvsPacketEvent, PacketAttrs, Upcall,
};

use super::values::{actions, bytes, key, tunnel};
use super::{assert_request, body, events, heard, of_7, operations, ovs, peer};
use crate::support::{decode, never_panics, stored};

type Message<S> = WithHeader<OvsHeader, S>;

fn packet() -> Vec<u8> {
    bytes::<41>(0xa0).to_vec()
}

pub(super) fn execute() -> Execute {
    Execute {
        packet: packet(),
        key: KeyAttrs {
            priority: Some(1),
            in_port: Some(2),
            ..KeyAttrs::default()
        },
        actions: actions(),
        probe: true,
        mru: Some(1400),
        hash: Some(HASH_SW | HASH_L4 | 0x1234_5678),
        upcall_pid: Some(4242),
    }
}

#[test]
fn requests_agree_with_c() {
    let execute = of_7(execute());
    assert_request!(OvsPacket::EXECUTE, &execute, ovs("packet-execute"));
    let read = decode::<Message<Execute>>(body(&ovs("packet-execute")));
    assert_eq!(read.expect("a packet"), execute);
}

#[test]
fn a_client_executes_a_packet() {
    let (mut peer, request) = (peer(OvsPacket::DESCRIPTION), of_7(execute()));
    peer.expect(&OvsPacket::EXECUTE, &request)
        .and_then(genl::transport::Expected::ack)
        .expect("it fits");
    let mut client = OvsPacket::new(Client::over(peer).expect("a peer"));
    client.execute(&request).expect("an acknowledgement");
}

/// Both are sent to one socket, not to a group.
#[test]
fn upcalls_are_decoded() {
    let heard = |name| heard(OvsPacket::DESCRIPTION, &[], ovs(name));
    // The packet is the last attribute, and lacks its padding.
    assert_eq!(ovs("packet-miss").len() % 4, 1);
    let miss: Result<OvsPacketEvent, Error> = heard("packet-miss");
    let expected = Upcall {
        packet: packet(),
        key: key(),
        hash: Some(HASH_SW | 0x1234_5678),
        ..Upcall::default()
    };
    assert_eq!(
        miss.expect("an event"),
        OvsPacketEvent::Miss(of_7(expected))
    );
    let action: Result<OvsPacketEvent, Error> = heard("packet-action");
    let expected = Upcall {
        packet: packet(),
        key: key(),
        actions: Some(actions()),
        userdata: Some(bytes::<5>(0x70).to_vec()),
        egress_tun_key: Some(tunnel()),
        mru: Some(1400),
        len: Some(1500),
        hash: Some(0),
    };
    assert_eq!(
        action.expect("an event"),
        OvsPacketEvent::Action(of_7(expected))
    );
}

/// The values of a miss are used in a flow and in a packet: the same set has the same bytes.
#[test]
fn sets_are_shared_between_families() {
    let (packets, flows) = (PacketAttrs::DESCRIPTION, FlowAttrs::DESCRIPTION);
    // KEY and ACTIONS are 2 and 3 in one family, 1 and 2 in the other.
    for (of_packets, of_flows) in [(2, 1), (3, 2)] {
        let nested = |set: genl::description::AttributeSet, number| {
            let attribute = set.attributes.iter().find(|known| known.number == number);
            match attribute.map(|attribute| attribute.kind) {
                Some(Kind::Nest(set)) => set.get(),
                other => panic!("{other:?}"),
            }
        };
        let (ours, theirs) = (nested(packets, of_packets), nested(flows, of_flows));
        assert_eq!(ours.name, theirs.name);
        assert!(ptr::eq(ours.attributes, theirs.attributes), "{}", ours.name);
    }
    let message = ovs("packet-miss");
    let miss = decode::<Message<Upcall>>(body(&message)).expect("an upcall");
    let flow = FlowAttrs {
        key: Some(miss.attributes.key),
        ..FlowAttrs::default()
    };
    let written = flow.to_bytes().expect("a flow");
    let asked = ovs("flow-set");
    assert_eq!(written, body(&asked)[4..4 + written.len()]);
}

#[test]
fn invalid_values_are_refused() {
    let mut short = execute();
    short.packet.truncate(13);
    let error = short
        .to_bytes()
        .expect_err("no Ethernet header")
        .to_string();
    let said = "attribute `packet` has 13 bytes, expected at least 14";
    assert_eq!(error, said);
    // Half of an action: the second output has three bytes.
    let mut action = ovs("packet-action");
    let output = [8, 0, 1, 0, 3, 0, 0, 0];
    let place = action.windows(8).position(|bytes| bytes == output);
    action[place.expect("it is there")] = 7;
    let heard: Result<OvsPacketEvent, Error> = heard(OvsPacket::DESCRIPTION, &[], action);
    let error = heard.expect_err("three bytes").to_string();
    let said = "ovs_packet action event: attribute `actions[2].output` has 3 bytes, expected 4";
    assert!(error.starts_with(said), "{error}");
    // A message without a packet.
    let get = stored(include_str!("../../fixtures/ovs-keys.txt"), "every-key");
    let error = decode::<Message<Upcall>>(&get[20..24]).expect_err("no packet");
    let said = "missing attribute `packet`";
    assert!(error.to_string().starts_with(said), "{error}");
}

#[test]
fn broken_bytes_never_panic() {
    for name in ["packet-execute", "packet-miss", "packet-action"] {
        never_panics::<Message<PacketAttrs>>(body(&ovs(name)));
    }
}

#[test]
fn family_agrees_with_the_header() {
    // The requests test the commands and the version.
    let family = OvsPacket::DESCRIPTION;
    assert_eq!(family.name.as_bytes(), ovs("OVS_PACKET_FAMILY"));
    assert_eq!(operations(family), [("execute", 3)]);
    assert_eq!(events(family), [(1, None), (2, None)]);
    assert!(family.groups.is_empty());
}
