//! Dumps that are not read to the end, or of which some parts cannot be decoded.

use genl::Client;
use genl::mptcp_pm::{DumpAddrs, MptcpPm};

use super::counting::Counting;
use super::{
    ADD, DUMP, GET_LIMITS, ack, answered, client, done, dump, endpoint, expect, finished, limits,
    message, part, peer,
};

/// `NLM_F_MULTI`.
const MULTI: u16 = 0x2;

#[test]
fn rule_30_an_abandoned_dump_does_not_affect_the_client() {
    let parts = [
        part(MULTI, 1),
        [part(MULTI, 2), part(MULTI, 3)].concat(),
        done(MULTI, 0, ""),
    ];
    for read in 0..=3 {
        let mut peer = peer();
        expect(&mut peer, DUMP, &parts);
        expect(&mut peer, DUMP, &[part(MULTI, 7), done(MULTI, 0, "")]);
        expect(&mut peer, ADD, &[ack(0x100, 0, "")]);
        let mut pm = client(peer);
        let request = DumpAddrs::default();
        let first: Vec<_> = pm.dump_addrs(&request).unwrap().take(read).collect();
        assert_eq!(first.len(), read);
        let (ids, error) = dump(&mut pm);
        assert_eq!(ids, [Some(7)], "after {read} parts");
        assert!(error.is_none());
        pm.add_addr(&endpoint()).unwrap();
        finished(&mut pm);
    }
}

#[test]
fn rule_30_a_received_end_causes_no_wait() {
    // `NLMSG_DONE` is in the datagram of the data: with the first reply, everything has been received.
    let mut peer = peer();
    expect(
        &mut peer,
        DUMP,
        &[[part(MULTI, 1), part(MULTI, 2), done(MULTI, 0, "")].concat()],
    );
    expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
    let mut pm = MptcpPm::new(Client::over(Counting::over(peer)).unwrap());
    let request = DumpAddrs::default();
    assert!(pm.dump_addrs(&request).unwrap().next().unwrap().is_ok());
    let received = pm.channel().transport().received;
    assert_eq!(pm.get_limits().unwrap().subflows, 5);
    assert_eq!(pm.channel().transport().received, received + 1);
}

#[test]
fn rule_30_the_rest_may_end_with_an_error_or_be_cut() {
    for (parts, capacity) in [
        ([part(MULTI, 1), done(MULTI, 5, "")], 64),
        ([part(MULTI, 1), ack(0x100, 5, "")], 64),
        (
            [
                [part(MULTI, 1), part(MULTI, 2)].concat(),
                done(MULTI, 0, ""),
            ],
            40,
        ),
    ] {
        let mut peer = peer();
        expect(&mut peer, DUMP, &parts);
        expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
        let mut pm = client(peer);
        pm.channel().resolve(MptcpPm::FAMILY).unwrap();
        pm.channel().set_receive_capacity(capacity).unwrap();
        // The dump was requested, and none of it was read.
        pm.dump_addrs(&DumpAddrs::default()).map(|_| ()).unwrap();
        assert_eq!(pm.get_limits().unwrap().subflows, 5);
    }
}

#[test]
fn rule_30_an_undecodable_part_does_not_end_the_dump() {
    let broken = message(28, MULTI, 0, "03 01 0000  0c00 0180 0600 0200 0202 0000");
    let foreign = message(28, MULTI, 0, "06 01 0000");
    let short = message(28, MULTI, 0, "03");
    let parts = [
        part(MULTI, 1),
        broken,
        foreign,
        short,
        vec![1; 7],
        part(MULTI, 2),
        done(MULTI, 0, ""),
    ];
    let mut pm = answered(DUMP, &parts);
    let request = DumpAddrs::default();
    let replies = pm.dump_addrs(&request).unwrap();
    let told: Vec<_> = replies
        .map(|reply| match reply {
            Ok(reply) => format!("{:?}", reply.addr.id),
            Err(error) => error.to_string(),
        })
        .collect();
    let told_of_short = "mptcp_pm dump-addrs reply: has 1 byte of payload, too few for a generic netlink header (at byte 16)";
    assert_eq!(
        told,
        [
            "Some(1)",
            "mptcp_pm dump-addrs reply: attribute `addr.id` has 2 bytes, expected 1 (at byte 24)",
            "mptcp_pm dump-addrs: the reply has command 6, expected 3",
            told_of_short,
            "mptcp_pm dump-addrs reply: ends with 7 bytes, too few for a header",
            "Some(2)",
        ]
    );
}
