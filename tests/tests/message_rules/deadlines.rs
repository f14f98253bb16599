//! Each operation has one deadline, which nothing that arrives extends. No test sleeps: the peer has a clock of its own.

use std::io;
use std::time::Duration;

use genl::Client;
use genl::client::RECEIVE_TIMEOUT;
use genl::mptcp_pm::{DumpAddrs, MptcpPm};

use super::clocked::{Clocked, FLOODS, Flood, is_timeout, took};
use super::{DUMP, GET_LIMITS, ID, done, expect, limits, message, part, peer};

const TIMEOUT: Duration = Duration::from_millis(300);

type Pm = MptcpPm<Client<Clocked>>;

/// The client has looked up the family, and the clock has advanced.
fn client(peer: genl::Scripted, timeout: Option<Duration>) -> Pm {
    let mut pm = MptcpPm::new(Clocked::client(peer, timeout));
    pm.channel().resolve(MptcpPm::FAMILY).unwrap();
    pm.channel().transport().lap();
    pm
}

#[test]
fn rule_33_a_do() {
    for flood in FLOODS {
        let mut peer = peer();
        expect(&mut peer, GET_LIMITS, &[]);
        let mut pm = client(peer, Some(TIMEOUT));
        pm.channel().transport().flood = Some(flood);
        is_timeout(&pm.get_limits().unwrap_err());
        took(pm.channel().transport(), TIMEOUT);
    }
}

/// Creates a client that has sent nothing yet. This many events precede the answer in its socket.
fn behind(events: usize, answers: &[Vec<u8>]) -> Pm {
    let mut peer = peer();
    expect(&mut peer, GET_LIMITS, answers);
    let mut pm = client(peer, Some(TIMEOUT));
    for _ in 0..events {
        let event = message(ID, 0, 0, "06 01 0000");
        pm.channel().transport().peer.deliver(event, 0);
    }
    pm
}

#[test]
fn rule_33_a_do_that_waits_after_a_datagram() {
    let mut pm = behind(2, &[]);
    is_timeout(&pm.get_limits().unwrap_err());
    let transport = pm.channel().transport();
    took(transport, TIMEOUT);
    // One wait, for the rest of the time.
    assert_eq!(transport.waits, [Some(Duration::from_millis(200))]);
}

#[test]
fn rule_33_an_answer_in_time_and_one_after_the_deadline() {
    let mut pm = behind(3, &[limits(0, 5)]);
    assert_eq!(pm.get_limits().unwrap().subflows, 5);
    assert_eq!(pm.channel().transport().lap(), 400);
    let mut pm = behind(4, &[limits(0, 5)]);
    is_timeout(&pm.get_limits().unwrap_err());
    took(pm.channel().transport(), TIMEOUT);
}

/// Creates a peer that sends the answer to the lookup after this many datagrams, and the answer to `request` after one.
fn slow(noise: usize, request: &str, answer: &[u8]) -> Pm {
    let question =
        "24000000 1000 0100 00000000 00000000 03 02 0000  0d00 0200 6d707463705f706d00 000000";
    let family = "01 02 0000  0d00 0200 6d707463705f706d00 000000  0600 0100 1c00 0000";
    let other = message(29, 0, 7, "01 01 0000");
    let mut answers = vec![other.clone(); noise];
    answers.push(message(16, 0, 0, family));
    let mut peer = genl::Scripted::new();
    expect(&mut peer, question, &answers);
    expect(&mut peer, request, &[other, answer.to_vec()]);
    MptcpPm::new(Clocked::client(peer, Some(TIMEOUT)))
}

#[test]
fn rule_33_a_lookup_and_a_do_share_one_deadline() {
    let mut pm = slow(1, GET_LIMITS, &limits(0, 5));
    assert_eq!(pm.get_limits().unwrap().subflows, 5);
    assert_eq!(pm.channel().transport().lap(), 400);
    // The lookup takes 300 ms, and no time is left.
    let mut pm = slow(2, GET_LIMITS, &limits(0, 5));
    is_timeout(&pm.get_limits().unwrap_err());
    took(pm.channel().transport(), TIMEOUT);
    assert_eq!(pm.channel().transport().peer.outstanding(), 0);
}

#[test]
fn rule_33_a_lookup_for_a_dump_has_a_deadline() {
    let mut pm = slow(5, DUMP, &done(2, 0, ""));
    is_timeout(&pm.dump_addrs(&DumpAddrs::default()).unwrap_err());
    took(pm.channel().transport(), TIMEOUT);
}

#[test]
fn rule_33_each_reply_of_a_dump_has_its_own_deadline() {
    let noise = message(29, 0, 7, "01 01 0000");
    let answers = [
        noise.clone(),
        noise.clone(),
        part(2, 1),
        noise.clone(),
        noise.clone(),
        part(2, 2),
        noise.clone(),
        noise.clone(),
        done(2, 0, ""),
    ];
    let dump = |answers: &[_], flood| {
        let mut peer = peer();
        expect(&mut peer, DUMP, answers);
        let mut pm = client(peer, Some(TIMEOUT));
        pm.channel().transport().flood = flood;
        let replies = pm.dump_addrs(&DumpAddrs::default()).unwrap();
        let replies: Vec<_> = replies.collect();
        (replies, pm.channel().transport().lap())
    };
    let (replies, took) = dump(&answers, None);
    assert_eq!((replies.into_iter().flatten().count(), took), (2, 900));
    for flood in FLOODS {
        let (replies, took) = dump(&answers[..4], Some(flood));
        assert_eq!(replies.len(), 2);
        assert!(replies[0].is_ok());
        is_timeout(replies[1].as_ref().unwrap_err());
        assert!((600..=700).contains(&took), "{took} ms");
    }
}

#[test]
fn rule_33_a_batch() {
    for flood in FLOODS {
        let mut peer = peer();
        expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
        expect(&mut peer, GET_LIMITS, &[]);
        let mut pm = client(peer, Some(TIMEOUT));
        pm.channel().transport().flood = Some(flood);
        let mut batch = pm.channel().batch();
        let [answered, silent] = [(); 2].map(|()| batch.call(&MptcpPm::GET_LIMITS, &()));
        let mut done = batch.send().unwrap();
        assert_eq!(done.take(answered).unwrap().subflows, 5);
        is_timeout(&done.take(silent).unwrap_err());
        took(pm.channel().transport(), TIMEOUT);
    }
}

#[test]
fn rule_33_draining_an_abandoned_dump() {
    for (timeout, bound) in [(Some(TIMEOUT), TIMEOUT), (None, RECEIVE_TIMEOUT)] {
        for flood in FLOODS {
            let mut peer = peer();
            expect(&mut peer, DUMP, &[part(2, 1), part(2, 2)]);
            expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
            let mut client = Clocked::client(peer, timeout);
            let request = DumpAddrs::default();
            drop(client.dump(&MptcpPm::DUMP_ADDRS, &request).unwrap());
            client.transport().lap();
            client.transport().flood = Some(flood);
            let error = client.call(&MptcpPm::GET_LIMITS, &()).unwrap_err();
            is_timeout(&error);
            assert_eq!(error.operation(), "get-limits");
            took(client.transport(), bound);
            // The end of the dump is still missing, and the transport is returned without it.
            let mut transport = client.into_transport();
            took(&mut transport, bound);
            assert_eq!(transport.peer.outstanding(), 1);
        }
    }
}

#[test]
fn rule_33_draining_the_socket_after_a_loss() {
    for (timeout, bound) in [(Some(TIMEOUT), TIMEOUT), (None, RECEIVE_TIMEOUT)] {
        let lost: Flood = || Err(io::Error::from_raw_os_error(libc::ENOBUFS));
        for flood in FLOODS.into_iter().chain([lost]) {
            let mut peer = peer();
            expect(&mut peer, GET_LIMITS, &[]);
            expect(&mut peer, GET_LIMITS, &[limits(0, 5)]);
            let mut pm = client(peer, timeout);
            let transport = pm.channel().transport();
            transport.flood = Some(flood);
            transport
                .peer
                .fail(io::Error::from_raw_os_error(libc::ENOBUFS));
            let error = pm.get_limits().unwrap_err();
            assert_eq!(error.raw_os_error(), Some(libc::ENOBUFS));
            took(pm.channel().transport(), bound);
            pm.channel().transport().flood = None;
            assert_eq!(pm.get_limits().unwrap().subflows, 5);
        }
    }
}

#[test]
fn rule_33_the_rest_of_a_dump_that_was_cut() {
    let mut peer = peer();
    expect(&mut peer, DUMP, &[vec![0; 70_000]]);
    let mut pm = client(peer, None);
    pm.channel().transport().flood = Some(FLOODS[0]);
    let mut replies = pm.dump_addrs(&DumpAddrs::default()).unwrap();
    assert!(replies.next().unwrap().is_err());
    is_timeout(&replies.next().unwrap().unwrap_err());
    assert!(replies.next().is_none());
    took(pm.channel().transport(), RECEIVE_TIMEOUT);
}

#[test]
fn without_a_timeout_a_client_waits_forever() {
    let mut peer = peer();
    let noise = vec![message(1, 0, 0, ""); 1000];
    expect(&mut peer, GET_LIMITS, &[noise, vec![limits(0, 5)]].concat());
    let mut pm = client(peer, None);
    assert_eq!(pm.get_limits().unwrap().subflows, 5);
    expect(&mut pm.channel().transport().peer, GET_LIMITS, &[]);
    pm.get_limits().unwrap_err();
    assert_eq!(pm.channel().transport().waits, [None]);
}

#[test]
fn a_timeout_that_the_clock_cannot_express_is_refused() {
    let mut pm = client(peer(), Some(TIMEOUT));
    let error = pm.channel().set_receive_timeout(Some(Duration::MAX));
    let text = "genl set-receive-timeout: the timeout is too long";
    assert_eq!(error.unwrap_err().to_string(), text);
    expect(&mut pm.channel().transport().peer, GET_LIMITS, &[]);
    is_timeout(&pm.get_limits().unwrap_err());
    took(pm.channel().transport(), TIMEOUT);
}
