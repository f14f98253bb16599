//! The answers of a scripted peer: the datagrams that the kernel would send.

use std::io;

use genl::wire::flags;
use genl::{AttributeSet, Error, ErrorKind, Scripted, Transport, genl_family};

use super::common::hex;

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
pub(super) struct Tone {
    #[attr(1, max = 9)]
    pub(super) pitch: u32,
}

genl_family! {
    #[family(name = "tones")]
    pub(super) trait Tones {
        const MUSIC: MulticastGroup = "music";

        #[op(1)]
        fn get(request: Tone) -> Tone;
        #[op(2)]
        fn tune(request: Tone) -> Option<Tone>;
        #[op(3, multi)]
        fn scan(request: Tone) -> Tone;
        #[op(3, dump)]
        fn list() -> Tone;
        #[event(4, group = MUSIC)]
        fn played(event: Tone);
    }
}

pub(super) const TONE: Tone = Tone { pitch: 7 };
const TOO_HIGH: Tone = Tone { pitch: 10 };

pub(super) fn peer() -> Scripted {
    let mut peer = Scripted::new();
    peer.family(Tones::DESCRIPTION, 30).expect("it fits");
    peer
}

/// Returns the datagrams that answer a request with sequence number 5.
fn answers(mut peer: Scripted, request: &str) -> Vec<Vec<u8>> {
    peer.send(&hex(request)).expect("it is expected");
    let mut datagrams = Vec::new();
    let mut buffer = Vec::with_capacity(1024);
    while peer.receive(&mut buffer).is_ok() {
        datagrams.push(buffer.clone());
    }
    datagrams
}

/// Returns a request with this command and these flags.
pub(super) fn request(flags: &str, command: u8) -> String {
    format!("1c000000 1e00 {flags} 05000000 00000000 {command:02x} 01 0000  0800 0100 07000000")
}

/// Returns the reply with this command, which repeats the tone.
pub(super) fn reply(flags: &str, command: u8) -> Vec<u8> {
    hex(&request(flags, command))
}

/// Returns an acknowledgement: no error, `NLM_F_CAPPED`, and the header of the request without its sequence number.
pub(super) fn ack(request_flags: &str) -> Vec<u8> {
    hex(&format!(
        "24000000 0200 0001 05000000 00000000  00000000  1c000000 1e00 {request_flags} 00000000 00000000"
    ))
}

#[test]
fn a_reply_is_followed_by_a_requested_acknowledgement() {
    let mut plain = peer();
    plain
        .expect(&Tones::GET, &TONE)
        .and_then(|it| it.reply(&TONE))
        .expect("it fits");
    assert_eq!(answers(plain, &request("0100", 1)), [reply("0000", 1)]);

    // A reply that may be absent.
    let mut optional = peer();
    optional
        .expect(&Tones::TUNE, &TONE)
        .and_then(|it| it.reply(&Some(TONE)))
        .expect("it fits");
    assert_eq!(
        answers(optional, &request("0500", 2)),
        [reply("0000", 2), ack("0500")]
    );

    // A flag that the operation declares.
    let mut flagged = peer();
    let get = Tones::GET.with_flags(flags::ACK);
    flagged
        .expect(&get, &TONE)
        .and_then(|it| it.reply(&TONE))
        .expect("it fits");
    assert_eq!(
        answers(flagged, &request("0500", 1)),
        [reply("0000", 1), ack("0500")]
    );
}

#[test]
fn a_standing_answer_is_followed_by_an_acknowledgement_as_well() {
    let mut plain = peer();
    plain.always(&Tones::GET, &TONE, &TONE).expect("it fits");
    assert_eq!(answers(plain, &request("0100", 1)), [reply("0000", 1)]);
    let mut optional = peer();
    optional
        .always(&Tones::TUNE, &TONE, &Some(TONE))
        .expect("it fits");
    assert_eq!(
        answers(optional, &request("0500", 2)),
        [reply("0000", 2), ack("0500")]
    );
}

#[test]
fn a_do_with_several_replies_ends_with_an_acknowledgement() {
    let mut peer = peer();
    peer.expect(&Tones::SCAN, &TONE)
        .and_then(|it| it.replies(&[TONE, TONE]))
        .expect("it fits");
    let parts = [reply("0200", 3), reply("0200", 3)].concat();
    assert_eq!(answers(peer, &request("0500", 3)), [parts, ack("0500")]);
}

#[test]
fn a_dump_ends_with_done() {
    let list = "14000000 1e00 0103 05000000 00000000 03 01 0000";
    let done = hex("14000000 0300 0200 05000000 00000000  00000000");
    let mut some = peer();
    some.expect(&Tones::LIST, &())
        .and_then(|it| it.replies(&[TONE]))
        .expect("it fits");
    assert_eq!(answers(some, list), [reply("0200", 3), done.clone()]);
    let mut none = peer();
    none.expect(&Tones::LIST, &())
        .and_then(|it| it.replies(&[]))
        .expect("it fits");
    assert_eq!(answers(none, list), [done]);
}

/// The steps that fail if `family` was not called.
fn without_family(script: impl FnOnce(&mut Scripted) -> Result<(), Error>) -> Error {
    let mut peer = Scripted::new();
    let error = script(&mut peer).expect_err("it knows no family");
    assert_eq!(peer.outstanding(), 0);
    error
}

#[test]
fn a_family_that_was_not_scripted_is_an_error_at_once() {
    let errors = [
        (
            "get",
            without_family(|peer| peer.expect(&Tones::GET, &TONE).map(drop)),
        ),
        (
            "list",
            without_family(|peer| peer.expect(&Tones::LIST, &()).map(drop)),
        ),
        (
            "get",
            without_family(|peer| peer.always(&Tones::GET, &TONE, &TONE)),
        ),
        (
            "played",
            without_family(|peer| peer.event(&Tones::PLAYED, &TONE).map(drop)),
        ),
    ];
    for (operation, error) in errors {
        assert!(matches!(error.kind(), ErrorKind::NotScripted));
        let text = "the scripted peer was not given this family; call `Scripted::family` first";
        assert_eq!(error.to_string(), format!("tones {operation}: {text}"));
        assert_eq!(io::Error::from(error).kind(), io::ErrorKind::NotFound);
    }
}

#[test]
fn a_script_with_a_value_that_is_not_allowed_is_an_error_of_its_operation() {
    let mut peer = peer();
    let errors = [
        ("get", peer.expect(&Tones::GET, &TOO_HIGH).map(drop)),
        (
            "get",
            peer.expect(&Tones::GET, &TONE)
                .and_then(|it| it.reply(&TOO_HIGH))
                .map(drop),
        ),
        (
            "list",
            peer.expect(&Tones::LIST, &())
                .and_then(|it| it.replies(&[TOO_HIGH]))
                .map(drop),
        ),
        ("tune", peer.always(&Tones::TUNE, &TONE, &Some(TOO_HIGH))),
        ("played", peer.event(&Tones::PLAYED, &TOO_HIGH).map(drop)),
    ];
    for (operation, error) in errors {
        let text = format!("tones {operation}: attribute `pitch` is 10, expected at most 9");
        assert_eq!(error.expect_err("too high").to_string(), text);
    }
}
