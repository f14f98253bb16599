//! Dumps that are repeated because objects changed.

use genl::ErrorKind;
use genl::mptcp_pm::{DumpAddrs, EndpointReply, MptcpPm};
use genl::{Client, Error, Scripted};

use super::{DUMP, GET_LIMITS, client, done, expect, finished, limits, message, part, peer};

/// `NLM_F_MULTI`, and with it `NLM_F_DUMP_INTR`.
const MULTI: u16 = 0x2;
const INTERRUPTED: u16 = 0x12;

/// Returns whether the error is `DumpInterrupted`.
type IsTold = fn(&ErrorKind) -> bool;

/// Returns a dump of endpoint 1 and then `id`.
fn dump(peer: &mut Scripted, flags: u16, id: u8) {
    let answers = [part(MULTI, 1), part(flags, id), done(MULTI, 0, "")];
    expect(peer, DUMP, &answers);
}

/// Returns what is read in this many attempts, after `read` replies were read by hand.
fn attempt(
    pm: &mut MptcpPm<Client<Scripted>>,
    attempts: usize,
    read: usize,
) -> Result<Vec<Option<u8>>, Error> {
    let request = DumpAddrs::default();
    let mut replies = pm.dump_addrs(&request).unwrap();
    for _ in 0..read {
        replies.next().unwrap().unwrap();
    }
    let endpoints: Vec<EndpointReply> = replies.consistent(attempts)?;
    Ok(endpoints
        .into_iter()
        .map(|endpoint| endpoint.addr.id)
        .collect())
}

#[test]
fn rule_23_a_dump_is_repeated_until_nothing_changed() {
    for interrupted in 0..5 {
        let mut peer = peer();
        for _ in 0..interrupted {
            dump(&mut peer, INTERRUPTED, 2);
        }
        dump(&mut peer, MULTI, 3);
        expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
        let mut pm = client(peer);
        assert_eq!(attempt(&mut pm, 5, 0).unwrap(), [Some(1), Some(3)]);
        // No further attempt is made.
        assert_eq!(pm.get_limits().unwrap().subflows, 5);
        finished(&mut pm);
    }
}

#[test]
fn rule_23_at_most_the_given_number_of_attempts() {
    for (attempts, dumps) in [(0, 1), (1, 1), (2, 2), (5, 5)] {
        let mut peer = peer();
        for _ in 0..dumps {
            dump(&mut peer, INTERRUPTED, 2);
        }
        dump(&mut peer, MULTI, 3);
        let mut pm = client(peer);
        let error = attempt(&mut pm, attempts, 0).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::DumpInterrupted));
        // One attempt is left, which succeeds.
        assert_eq!(attempt(&mut pm, attempts, 0).unwrap(), [Some(1), Some(3)]);
        finished(&mut pm);
    }
}

#[test]
fn rule_23_replies_that_were_read_by_hand_are_read_again() {
    for read in [1, 2] {
        let mut peer = peer();
        dump(&mut peer, MULTI, 2);
        dump(&mut peer, INTERRUPTED, 3);
        dump(&mut peer, MULTI, 4);
        let mut pm = client(peer);
        assert_eq!(attempt(&mut pm, 2, read).unwrap(), [Some(1), Some(4)]);
        finished(&mut pm);
    }
}

#[test]
fn rule_23_a_dump_is_repeated_after_its_end() {
    let mut peer = peer();
    dump(&mut peer, MULTI, 2);
    dump(&mut peer, MULTI, 3);
    let mut pm = client(peer);
    let request = DumpAddrs::default();
    let mut replies = pm.dump_addrs(&request).unwrap();
    assert_eq!(replies.by_ref().flatten().count(), 2);
    let endpoints = replies.consistent(1).unwrap();
    assert_eq!(endpoints[1].addr.id, Some(3));
    finished(&mut pm);
}

#[test]
fn rule_23_other_errors_end_it_at_once() {
    let broken = message(28, MULTI, 0, "03 01 0000  0c00 0180 0600 0200 0202 0000");
    let failures: [(_, IsTold); 3] = [
        (
            vec![part(INTERRUPTED, 1), broken, done(MULTI, 0, "")],
            |kind| matches!(kind, ErrorKind::Decode(_)),
        ),
        (vec![part(INTERRUPTED, 1), done(MULTI, 5, "")], |kind| {
            matches!(kind, ErrorKind::Kernel(_))
        }),
        (vec![part(INTERRUPTED, 1)], |kind| {
            matches!(kind, ErrorKind::Timeout)
        }),
    ];
    for (answers, is_told) in failures {
        let mut peer = peer();
        expect(&mut peer, DUMP, &answers);
        expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
        let mut pm = client(peer);
        let error = attempt(&mut pm, 5, 0).unwrap_err();
        assert!(is_told(error.kind()), "{error}");
        assert_eq!(pm.get_limits().unwrap().subflows, 5);
        finished(&mut pm);
    }
}
