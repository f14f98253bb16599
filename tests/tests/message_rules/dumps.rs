//! Dumps: their parts, their end, and errors between them.

use genl::error::ErrorKind;
use genl::mptcp_pm::DumpAddrs;
use genl_tests::fixtures::{self, Direction};

use super::common::hex;
use super::{
    DUMP, GET_LIMITS, ack, answered, client, done, dump, expect, finished, limits, message, part,
    peer,
};

/// `NLM_F_MULTI`, `NLM_F_DUMP_INTR`, `NLM_F_ACK_TLVS`.
const MULTI: u16 = 0x2;
const INTERRUPTED: u16 = 0x10;
const TLVS: u16 = 0x200;

#[test]
fn rule_21_a_dump_without_multi_continues_to_its_end() {
    // `netdev` sends them like this.
    let mut peer = peer();
    let parts = [
        part(0, 1),
        [part(0, 2), part(0, 3)].concat(),
        part(MULTI, 4),
        done(0, 0, ""),
    ];
    expect(&mut peer, DUMP, &parts);
    expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
    let mut pm = client(peer);
    let (ids, error) = dump(&mut pm);
    assert_eq!(ids, [Some(1), Some(2), Some(3), Some(4)]);
    assert!(error.is_none());
    assert_eq!(pm.get_limits().unwrap().subflows, 5);
}

#[test]
fn rule_21_done_may_follow_data_in_its_datagram() {
    // `netdev` and `ethtool` do this. The messages after it do not belong to the dump.
    let datagram = [part(MULTI, 1), done(MULTI, 0, ""), part(MULTI, 9)].concat();
    let mut pm = answered(DUMP, &[datagram]);
    let (ids, error) = dump(&mut pm);
    assert_eq!(ids, [Some(1)]);
    assert!(error.is_none());
}

#[test]
fn rule_21_a_dump_without_an_end_is_a_timeout() {
    let mut pm = answered(DUMP, &[part(MULTI, 1)]);
    let request = DumpAddrs::default();
    let mut replies = pm.dump_addrs(&request).unwrap();
    assert!(replies.next().unwrap().is_ok());
    let error = replies.next().unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "mptcp_pm dump-addrs: nothing arrived within the timeout"
    );
    assert!(replies.next().is_none(), "it has ended for its reader");
}

#[test]
fn rule_22_done_may_contain_an_error_with_details() {
    let request = "1c000000 1c00 0103 00000000 00000000 03 01 0000  0800 0400 efbeadde";
    let recorded = fixtures::bytes("in_kernel", "err-dump-bad-token", Direction::Rx);
    let mut pm = answered(request, &[recorded]);
    let token = Some(0xdead_beef);
    let request = DumpAddrs { token };
    let mut replies = pm.dump_addrs(&request).unwrap();
    let error = replies.next().unwrap().unwrap_err();
    assert_eq!(
        error.to_string(),
        "mptcp_pm dump-addrs: Invalid argument (EINVAL): invalid token (at `token`)"
    );
    assert_eq!(error.raw_os_error(), Some(22));
    assert!(replies.next().is_none());
}

#[test]
fn rule_22_the_error_of_done_comes_after_the_parts() {
    let mut peer = peer();
    // A negative `int` alone, then `-ENOBUFS` with 4 bytes too many. They are not attributes, because the flag is missing.
    expect(&mut peer, DUMP, &[part(MULTI, 1), done(MULTI, 5, "")]);
    expect(
        &mut peer,
        DUMP,
        &[part(MULTI, 1), done(MULTI, 105, "ffff0000")],
    );
    let mut pm = client(peer);
    for (errno, text) in [
        (5, "Input/output error (EIO)"),
        (105, "No buffer space available (ENOBUFS)"),
    ] {
        let (ids, error) = dump(&mut pm);
        assert_eq!(ids, [Some(1)]);
        let error = error.expect("DONE tells of one");
        assert_eq!(error.raw_os_error(), Some(errno));
        assert_eq!(error.to_string(), format!("mptcp_pm dump-addrs: {text}"));
    }
    finished(&mut pm);
}

#[test]
fn rule_22_done_may_contain_a_warning() {
    let mut peer = peer();
    let warning = "0900 0100 6265617200 000000  0800 0200 14000000";
    expect(
        &mut peer,
        DUMP,
        &[part(MULTI, 1), done(MULTI | TLVS, 0, warning)],
    );
    expect(&mut peer, DUMP, &[done(MULTI, 0, "")]);
    let mut pm = client(peer);
    let (ids, error) = dump(&mut pm);
    assert_eq!((ids, error.is_none()), (vec![Some(1)], true));
    let warning = pm.channel().warning().expect("a warning");
    assert_eq!(warning.message.as_deref(), Some("bear"));
    assert_eq!(warning.offset, Some(20));
    // The next operation has no warning.
    dump(&mut pm);
    assert_eq!(pm.channel().warning(), None);
}

#[test]
fn rule_22_done_without_its_number_is_an_error() {
    let mut pm = answered(DUMP, &[message(3, MULTI, 0, "0000")]);
    let (_, error) = dump(&mut pm);
    assert_eq!(
        error.expect("no number").to_string(),
        "mptcp_pm dump-addrs reply: has 2 bytes of payload, too few for an error number (at byte 16)"
    );
}

#[test]
fn rule_22_a_dump_may_be_refused_by_an_error() {
    let mut peer = peer();
    expect(&mut peer, DUMP, &[ack(0x100, 16, "")]);
    expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
    let mut pm = client(peer);
    let (ids, error) = dump(&mut pm);
    assert_eq!(ids, []);
    assert_eq!(
        error.expect("a refusal").to_string(),
        "mptcp_pm dump-addrs: Device or resource busy (EBUSY)"
    );
    assert_eq!(pm.get_limits().unwrap().subflows, 5);
}

#[test]
fn rule_23_an_interrupted_dump_ends_with_an_error() {
    for place in 0..3 {
        let flags = |here| {
            if here == place {
                MULTI | INTERRUPTED
            } else {
                MULTI
            }
        };
        let mut peer = peer();
        expect(
            &mut peer,
            DUMP,
            &[part(flags(0), 1), part(flags(1), 2), done(flags(2), 0, "")],
        );
        expect(&mut peer, DUMP, &[part(MULTI, 3), done(MULTI, 0, "")]);
        let mut pm = client(peer);
        let (ids, error) = dump(&mut pm);
        assert_eq!(ids, [Some(1), Some(2)]);
        let error = error.expect("it was interrupted");
        assert!(matches!(error.kind(), ErrorKind::DumpInterrupted));
        assert_eq!(
            error.to_string(),
            "mptcp_pm dump-addrs: the objects changed during the dump, so its replies may be inconsistent; dump again"
        );
        // Repeated:
        let (ids, error) = dump(&mut pm);
        assert_eq!(ids, [Some(3)]);
        assert!(error.is_none());
    }
}

#[test]
fn rule_23_an_interruption_is_visible_during_the_dump() {
    let parts = [
        part(MULTI, 1),
        part(MULTI | INTERRUPTED, 2),
        part(MULTI, 3),
        done(MULTI, 0, ""),
    ];
    let mut pm = answered(DUMP, &parts);
    let request = DumpAddrs::default();
    let mut replies = pm.dump_addrs(&request).unwrap();
    let mut seen = Vec::new();
    while let Some(Ok(_)) = replies.next() {
        seen.push(replies.is_interrupted());
    }
    assert_eq!(seen, [false, true, true]);
    assert!(replies.next().is_none());
}

#[test]
fn rule_23_interruptions_belong_to_one_dump() {
    let mut peer = peer();
    let mut foreign = part(MULTI | INTERRUPTED, 9);
    foreign[8..12].copy_from_slice(&0x7777u32.to_le_bytes());
    let (request, answers) = (hex(DUMP), [part(MULTI, 1), done(MULTI, 0, "")]);
    peer.replay([
        genl::transport::Step::Request(&request),
        genl::transport::Step::Event(&foreign),
        genl::transport::Step::Answer(&answers[0]),
        genl::transport::Step::Answer(&answers[1]),
    ]);
    let (ids, error) = dump(&mut client(peer));
    assert_eq!(ids, [Some(1)]);
    assert!(error.is_none());
}
