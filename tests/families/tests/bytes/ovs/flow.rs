//! `ovs_flow`: requests, replies and events.

use genl::{AttributeSet, Client, Error, WithHeader};
use genl_families::ovs::OvsHeader;
use genl_families::ovs::flow::{
    FlowAttrs, FlowGet, FlowNew, FlowStats, FragType, OvsFlow, OvsFlowEvent, UfidFlags,
};

use super::values::{actions, bytes, key, mask};
use super::{assert_request, body, events, heard, of_7, operations, ovs, peer};
use crate::support::{decode, never_panics};

type Message<S> = WithHeader<OvsHeader, S>;

fn new() -> FlowNew {
    FlowNew {
        key: key(),
        actions: actions(),
        mask: Some(mask()),
        probe: true,
        ufid: Some(bytes::<16>(0x80).to_vec()),
        ufid_flags: Some(UfidFlags::OMIT_KEY | UfidFlags::OMIT_MASK),
    }
}

fn info() -> FlowAttrs {
    FlowAttrs {
        key: Some(key()),
        actions: Some(actions()),
        stats: Some(FlowStats {
            n_packets: 0x1_0000_0002,
            n_bytes: 0x3_0000_0004,
        }),
        tcp_flags: Some(0x12),
        used: Some(0x9_8765_4321),
        mask: Some(mask()),
        ufid: Some(bytes::<16>(0x80).to_vec()),
        ..FlowAttrs::default()
    }
}

fn by_ufid() -> FlowGet {
    FlowGet {
        ufid: Some(bytes::<5>(0x80).to_vec()),
        ..FlowGet::default()
    }
}

#[test]
fn requests_agree_with_c() {
    assert_request!(OvsFlow::CREATE, &of_7(new()), ovs("flow-new"));
    let read = decode::<Message<FlowNew>>(body(&ovs("flow-new"))).expect("a flow");
    assert_eq!(read, of_7(new()));
    assert_request!(OvsFlow::GET, &of_7(by_ufid()), ovs("flow-get"));
    let dump = FlowGet {
        ufid_flags: Some(UfidFlags::OMIT_ACTIONS),
        ..FlowGet::default()
    };
    assert_request!(OvsFlow::DUMP, &of_7(dump), ovs("flow-dump"));
    let flush = of_7(FlowGet::default());
    assert_request!(OvsFlow::DEL, &flush, ovs("flow-flush"));
}

/// An empty list of actions means "do nothing". An absent list means "do not change the actions".
#[test]
fn empty_actions_differ_from_absent_actions() {
    let mut set = FlowAttrs {
        key: Some(key()),
        actions: Some(Vec::new()),
        clear: true,
        ..FlowAttrs::default()
    };
    assert_request!(OvsFlow::SET, &of_7(set.clone()), ovs("flow-set"));
    let read = decode::<Message<FlowAttrs>>(body(&ovs("flow-set"))).expect("a flow");
    assert_eq!(read.attributes, set);
    let said = set.to_bytes().expect("a flow").len();
    set.actions = None;
    assert_eq!(set.to_bytes().expect("a flow").len(), said - 4);
}

#[test]
fn a_client_decodes_replies_of_the_kernel() {
    let mut peer = peer(OvsFlow::DESCRIPTION);
    let request = of_7(by_ufid());
    let expected = peer.expect(&OvsFlow::GET, &request).expect("it fits");
    let _ = expected.datagram(ovs("flow-reply"));
    let mut client = OvsFlow::new(Client::over(peer).expect("a peer"));
    let reply = client.get(&request).expect("a reply");
    assert_eq!(reply, of_7(info()));
    // The value in the C struct has a name.
    let mask = reply.attributes.mask.and_then(|mask| mask.encap?.encap);
    let frag = mask.and_then(|packet| Some(packet.ipv4?.ipv4_frag.get()));
    assert_eq!(frag, Some(FragType::Any));
}

#[test]
fn a_listener_decodes_events_of_the_kernel() {
    let groups = [OvsFlow::OVS_FLOW];
    let event: Result<OvsFlowEvent, Error> =
        heard(OvsFlow::DESCRIPTION, &groups, ovs("flow-set-ntf"));
    let expected = OvsFlowEvent::SetNtf(of_7(info()));
    assert_eq!(event.expect("an event"), expected);
}

#[test]
fn invalid_values_are_refused() {
    for ufid in [Vec::new(), vec![0; 17]] {
        let ufid = Some(ufid);
        let request = of_7(FlowGet {
            ufid,
            ..FlowGet::default()
        });
        let error = request.to_bytes().expect_err("1 to 16").to_string();
        assert!(error.contains("`ufid`"), "{error}");
    }
    // A flow without a key; then damaged replies.
    let error = decode::<Message<FlowNew>>(&ovs("flow-get")[20..]).expect_err("no key");
    let said = error.to_string();
    assert!(said.starts_with("missing attribute `key`"), "{said}");
    let mut reply = ovs("flow-reply");
    let flags = [6, 0, 18, 0, 1, 0x12];
    let place = reply.windows(6).position(|bytes| bytes == flags);
    reply[place.expect("it is there")] = 5;
    let error = decode::<Message<FlowAttrs>>(body(&reply)).expect_err("one byte");
    let said = "attribute `key.encap.encap.tcp-flags` has 1 byte, expected 2";
    assert!(error.to_string().starts_with(said), "{error}");
}

#[test]
fn broken_bytes_never_panic() {
    for name in ["flow-new", "flow-set", "flow-reply", "flow-set-ntf"] {
        never_panics::<Message<FlowAttrs>>(body(&ovs(name)));
    }
}

#[test]
fn family_agrees_with_the_header() {
    // The requests test the commands and the version.
    let family = OvsFlow::DESCRIPTION;
    assert_eq!(family.name.as_bytes(), ovs("OVS_FLOW_FAMILY"));
    assert_eq!(
        operations(family),
        [("get", 3), ("dump", 3), ("new", 1), ("del", 2), ("set", 4)]
    );
    let group = family.groups.first().map(|group| group.name);
    assert_eq!(group.map(str::as_bytes), Some(&ovs("OVS_FLOW_MCGROUP")[..]));
    assert_eq!(events(family), [(1, group), (2, group), (4, group)]);
}
