//! `ovs_datapath`.

use genl::{AttributeSet, Client, Error, WithHeader};
use genl_families::ovs::OvsHeader;
use genl_families::ovs::datapath::{
    Datapath, DpMegaflowStats, DpName, DpNew, DpStats, OvsDatapath, OvsDatapathEvent, UserFeatures,
};

use super::{assert_request, body, events, heard, of_7, operations, ovs, peer};
use crate::support::{decode, never_panics};

type Message<S> = WithHeader<OvsHeader, S>;

fn named() -> DpName {
    DpName {
        name: Some("br0".to_owned()),
    }
}

fn features() -> UserFeatures {
    UserFeatures::UNALIGNED | UserFeatures::DISPATCH_UPCALL_PER_CPU
}

fn info() -> Datapath {
    Datapath {
        name: Some("br0".to_owned()),
        stats: Some(DpStats {
            n_hit: 0x1_0000_0001,
            n_missed: 2,
            n_lost: 3,
            n_flows: 4,
        }),
        megaflow_stats: Some(DpMegaflowStats {
            n_mask_hit: 0x5_0000_0005,
            n_masks: 6,
            n_cache_hit: 7,
            ..DpMegaflowStats::default()
        }),
        user_features: Some(features()),
        masks_cache_size: Some(256),
        per_cpu_pids: vec![100, 200, 300],
        ..Datapath::default()
    }
}

#[test]
fn requests_agree_with_c() {
    let by_name = OvsHeader::with(0, named());
    assert_request!(OvsDatapath::GET, &by_name, ovs("dp-get"));
    let every = OvsHeader::default().into();
    assert_request!(OvsDatapath::DUMP, &every, ovs("dp-dump"));
    let new = DpNew {
        name: "br0".to_owned(),
        upcall_pid: 4242,
        user_features: Some(features()),
        masks_cache_size: Some(256),
        per_cpu_pids: vec![100, 200, 300],
        ifindex: Some(77),
    };
    let new = OvsHeader::with(0, new);
    assert_request!(OvsDatapath::CREATE, &new, ovs("dp-new"));
    assert_eq!(decode::<Message<DpNew>>(body(&ovs("dp-new"))), Ok(new));
    let set = of_7(Datapath {
        user_features: Some(UserFeatures::VPORT_PIDS | UserFeatures::TC_RECIRC_SHARING),
        masks_cache_size: Some(0),
        ..Datapath::default()
    });
    assert_request!(OvsDatapath::SET, &set, ovs("dp-set"));
    // Only the header identifies the datapath.
    let del = of_7(DpName::default());
    assert_request!(OvsDatapath::DEL, &del, ovs("dp-del"));
}

#[test]
fn a_client_decodes_replies_of_the_kernel() {
    let mut peer = peer(OvsDatapath::DESCRIPTION);
    let request = OvsHeader::with(0, named());
    let expected = peer.expect(&OvsDatapath::GET, &request).expect("it fits");
    let _ = expected.datagram(ovs("dp-reply"));
    let mut client = OvsDatapath::new(Client::over(peer).expect("a peer"));
    assert_eq!(client.get(&request).expect("a reply"), of_7(info()));
}

#[test]
fn a_listener_decodes_events_of_the_kernel() {
    let groups = [OvsDatapath::OVS_DATAPATH];
    let heard = |message| heard(OvsDatapath::DESCRIPTION, &groups, message);
    let event: Result<OvsDatapathEvent, Error> = heard(ovs("dp-new-ntf"));
    let expected = OvsDatapathEvent::NewNtf(of_7(info()));
    assert_eq!(event.expect("an event"), expected);
}

#[test]
fn invalid_values_are_refused() {
    let name = Some("sixteen-letters-".to_owned());
    let error = of_7(DpName { name }).to_bytes().expect_err("15 at most");
    let said = "attribute `name` has 16 bytes, expected at most 15";
    assert_eq!(error.to_string(), said);

    let error = decode::<Message<Datapath>>(&ovs("dp-get")[20..23]).expect_err("no header");
    let said = "has 3 bytes after the generic netlink header, too few for the fixed header of 4";
    assert!(error.to_string().starts_with(said), "{error}");

    // Three sockets in eleven bytes.
    let mut reply = ovs("dp-reply");
    let sockets = reply.len() - 16;
    assert_eq!(reply[sockets..sockets + 4], [16, 0, 8, 0]);
    reply[sockets] = 15;
    let error = decode::<Message<Datapath>>(body(&reply)).expect_err("eleven bytes");
    assert!(error.to_string().contains("`per-cpu-pids`"), "{error}");
}

#[test]
fn broken_bytes_never_panic() {
    for name in ["dp-new", "dp-set", "dp-reply", "dp-new-ntf"] {
        never_panics::<Message<Datapath>>(body(&ovs(name)));
    }
}

#[test]
fn family_agrees_with_the_header() {
    // The requests test the commands and the version.
    let family = OvsDatapath::DESCRIPTION;
    assert_eq!(family.name.as_bytes(), ovs("OVS_DATAPATH_FAMILY"));
    assert_eq!(
        operations(family),
        [("get", 3), ("dump", 3), ("new", 1), ("del", 2), ("set", 4)]
    );
    let group = family.groups.first().map(|group| group.name);
    assert_eq!(
        group.map(str::as_bytes),
        Some(&ovs("OVS_DATAPATH_MCGROUP")[..])
    );
    assert_eq!(events(family), [(1, group), (2, group), (4, group)]);
}
