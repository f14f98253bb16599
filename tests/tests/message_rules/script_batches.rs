//! Requests that share a datagram, over a scripted peer: each is compared and answered by itself.

use genl::{Client, ErrorKind, ExtendedAck, Scripted, Transport};

use super::common::hex;
use super::scripts::{TONE, Tone, Tones, ack, peer, reply, request};

/// The end of a dump, which is not an acknowledgement.
const DONE: &str = "14000000 0300 0200 05000000 00000000  00000000";

/// The refusal of `tune`: `EPERM`.
const REFUSED: &str =
    "24000000 0200 0001 05000000 00000000  ffffffff  1c000000 1e00 0500 00000000 00000000";

fn received(peer: &mut Scripted) -> Vec<Vec<u8>> {
    let mut buffer = Vec::with_capacity(64);
    let mut all = Vec::new();
    while peer.receive(&mut buffer).is_ok() {
        all.push(buffer.clone());
    }
    all
}

#[test]
fn each_request_of_a_datagram_is_answered_in_order() {
    let mut peer = peer();
    peer.always(&Tones::GET, &TONE, &TONE).unwrap();
    let end = peer.expect(&Tones::TUNE, &TONE).unwrap();
    end.done(0, &ExtendedAck::default()).unwrap();
    for errno in [0, 1, 0, 0] {
        let tune = peer.expect(&Tones::TUNE, &TONE).unwrap();
        tune.refuse(errno, &ExtendedAck::default()).unwrap();
    }
    // Without `NLM_F_ACK`, the kernel answers only failures.
    let silent = request("0100", 2);
    let all = [
        &silent,
        &silent,
        &silent,
        &request("0100", 1),
        &request("0500", 2),
        &request("0500", 2),
    ];
    peer.send(&hex(&all.map(String::as_str).concat())).unwrap();
    assert_eq!(peer.outstanding(), 0);
    assert_eq!(
        received(&mut peer),
        [
            hex(DONE),
            hex(REFUSED),
            reply("0000", 1),
            ack("0500"),
            ack("0500")
        ]
    );
}

#[test]
fn the_last_request_of_a_datagram_has_the_flags_of_the_script() {
    for requests in [&["0100"][..], &["0500", "0100"]] {
        let mut peer = peer();
        for _ in 0..2 {
            peer.expect(&Tones::TUNE, &TONE).unwrap().ack().unwrap();
        }
        let all: Vec<_> = requests.iter().map(|flags| request(flags, 2)).collect();
        let error = peer.send(&hex(&all.concat())).unwrap_err().to_string();
        assert!(
            error.contains("sent: tones tune { pitch: 7 }, as bytes 1c0000001e000100"),
            "{error}"
        );
    }
    // No other flag may be missing or added.
    for flags in ["0400", "0000", "0900"] {
        let mut peer = peer();
        peer.expect(&Tones::TUNE, &TONE).unwrap();
        peer.expect(&Tones::TUNE, &TONE).unwrap();
        let all = [request(flags, 2), request("0500", 2)].concat();
        peer.send(&hex(&all)).unwrap_err();
    }
}

#[test]
fn a_batch_goes_over_a_script() {
    let mut peer = peer();
    let pitch = |pitch| Tone { pitch };
    peer.expect(&Tones::TUNE, &pitch(1)).unwrap().ack().unwrap();
    let refused = peer.expect(&Tones::TUNE, &pitch(2)).unwrap();
    refused
        .refuse(libc::EBUSY, &ExtendedAck::default())
        .unwrap();
    peer.expect(&Tones::GET, &pitch(3))
        .unwrap()
        .reply(&pitch(4))
        .unwrap();
    let tune = peer.expect(&Tones::TUNE, &pitch(5)).unwrap();
    tune.reply(&Some(pitch(6))).unwrap();

    let mut client = Client::over(peer).unwrap();
    let mut batch = client.batch();
    let first = batch.call(&Tones::TUNE, &pitch(1));
    let second = batch.call(&Tones::TUNE, &pitch(2));
    let third = batch.call(&Tones::GET, &pitch(3));
    let fourth = batch.call(&Tones::TUNE, &pitch(5));
    let mut done = batch.send().unwrap();
    assert_eq!(done.take(first).unwrap(), None);
    assert_eq!(done.take(second).unwrap_err().errno(), Some(libc::EBUSY));
    assert_eq!(done.take(third).unwrap(), pitch(4));
    assert_eq!(done.take(fourth).unwrap(), Some(pitch(6)));
    assert_eq!(client.transport().outstanding(), 0);
}

#[test]
fn a_request_of_a_batch_that_is_not_expected_is_shown() {
    let mut client = Client::over(peer()).unwrap();
    let mut batch = client.batch();
    let calls = [
        batch.call(&Tones::GET, &TONE),
        batch.call(&Tones::GET, &TONE),
    ];
    let mut done = batch.send().unwrap();
    for call in calls {
        let error = done.take(call).unwrap_err().to_string();
        assert!(error.contains("sent: tones get { pitch: 7 }"), "{error}");
    }
}

#[test]
fn a_batch_looks_up_a_family_again_if_its_id_changed() {
    let mut peer = peer();
    peer.expect(&Tones::GET, &TONE)
        .unwrap()
        .reply(&TONE)
        .unwrap();
    let mut client = Client::over(peer).unwrap();
    client.call(&Tones::GET, &TONE).unwrap();

    let peer = client.transport();
    peer.family(Tones::DESCRIPTION, 31).unwrap();
    peer.expect(&Tones::GET, &TONE)
        .unwrap()
        .reply(&TONE)
        .unwrap();
    peer.expect(&Tones::TUNE, &TONE).unwrap().ack().unwrap();
    let mut batch = client.batch();
    let (get, tune) = (
        batch.call(&Tones::GET, &TONE),
        batch.call(&Tones::TUNE, &TONE),
    );
    let mut done = batch.send().unwrap();
    assert_eq!(done.take(get).unwrap(), TONE);
    assert_eq!(done.take(tune).unwrap(), None);

    client.transport().unregister(Tones::DESCRIPTION).unwrap();
    let mut batch = client.batch();
    let get = batch.call(&Tones::GET, &TONE);
    let error = batch.send().unwrap().take(get).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::FamilyNotFound));
}
