//! Faults in the answers of a scripted peer, as the bytes that it delivers.

use std::io;

use genl::transport::{Datagram, Expected};
use genl::{Client, Error, ExtendedAck, Scripted, Transport};

use super::common::hex;
use super::scripts::{TONE, Tone, Tones, ack, peer, reply, request};

/// A dump of tones.
const LIST: &str = "14000000 1e00 0103 05000000 00000000 03 01 0000";
/// A request for a tone, which is acknowledged.
const TUNE: (&str, u8) = ("0500", 2);

/// Returns what is received after `request` was sent: bytes, length and sender, or an error number.
fn received(mut peer: Scripted, request: &str) -> Vec<Result<(Vec<u8>, Datagram), i32>> {
    peer.send(&hex(request)).expect("it is expected");
    assert_eq!(peer.outstanding(), 0);
    let mut buffer = Vec::with_capacity(64);
    let mut all = Vec::new();
    loop {
        match peer.receive(&mut buffer) {
            Ok(datagram) => all.push(Ok((buffer.clone(), datagram))),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return all,
            Err(error) => all.push(Err(error.raw_os_error().expect("a number"))),
        }
    }
}

/// Returns the datagrams that answer `tune`. `script` adds them.
fn tuned(
    script: impl FnOnce(
        Expected<'_, genl::Do<Tone, Option<Tone>>>,
    ) -> Result<Expected<'_, genl::Do<Tone, Option<Tone>>>, Error>,
) -> Vec<Result<(Vec<u8>, Datagram), i32>> {
    let mut peer = peer();
    let expected = peer.expect(&Tones::TUNE, &TONE).expect("it fits");
    script(expected).expect("it fits");
    received(peer, &request(TUNE.0, TUNE.1))
}

/// Returns the datagrams that answer `list`.
fn listed(
    script: impl FnOnce(
        Expected<'_, genl::Dump<(), Tone>>,
    ) -> Result<Expected<'_, genl::Dump<(), Tone>>, Error>,
) -> Vec<Vec<u8>> {
    let mut peer = peer();
    script(peer.expect(&Tones::LIST, &()).expect("it fits")).expect("it fits");
    bytes(received(peer, LIST))
}

fn bytes(received: Vec<Result<(Vec<u8>, Datagram), i32>>) -> Vec<Vec<u8>> {
    let whole = |received: Result<(Vec<u8>, Datagram), i32>| {
        let (bytes, Datagram { length, sender }) = received.expect("no error");
        assert_eq!((length, sender), (bytes.len(), 0));
        bytes
    };
    received.into_iter().map(whole).collect()
}

fn done() -> Vec<u8> {
    hex("14000000 0300 0200 05000000 00000000  00000000")
}

/// Returns the message "no".
fn no() -> ExtendedAck {
    ExtendedAck {
        message: Some("no".to_owned()),
        ..ExtendedAck::default()
    }
}

#[test]
fn a_dump_comes_in_parts() {
    let parts = listed(|list| list.part(&[TONE, TONE])?.part(&[TONE])?.replies(&[TONE]));
    let part = reply("0200", 3);
    assert_eq!(parts, [part.repeat(2), part.clone(), part.clone(), done()]);
    assert_eq!(
        listed(|list| list.part(&[TONE])),
        std::slice::from_ref(&part)
    );
    // Only the end is changed, which was added last.
    let ends = listed(|list| Ok(list.part(&[TONE])?.replies(&[])?.twice()));
    assert_eq!(ends, [part, done(), done()]);
}

#[test]
fn a_dump_ends_with_an_error_in_done_or_is_refused() {
    // -12 (`ENOMEM`), `NLM_F_MULTI | NLM_F_ACK_TLVS`, and the message.
    let failed = hex("1c000000 0300 0202 05000000 00000000  f4ffffff  0600 0100 6e6f 0000");
    assert_eq!(
        listed(|list| list.part(&[TONE])?.done(libc::ENOMEM, &no())),
        [reply("0200", 3), failed]
    );
    // A success with a warning.
    let warned = hex("1c000000 0300 0202 05000000 00000000  00000000  0600 0100 6e6f 0000");
    assert_eq!(listed(|list| list.done(0, &no())), [warned]);
    let refused =
        hex("24000000 0200 0001 05000000 00000000  f4ffffff  14000000 1e00 0103 00000000 00000000");
    assert_eq!(
        listed(|list| list.refuse(libc::ENOMEM, &ExtendedAck::default())),
        [refused]
    );
}

#[test]
fn an_acknowledgement_may_contain_a_number() {
    let numbered = |number: &str| {
        hex(&format!(
            "24000000 0200 0001 05000000 00000000  {number}  1c000000 1e00 0500 00000000 00000000"
        ))
    };
    assert_eq!(
        bytes(tuned(|tune| tune.ack_number(7))),
        [numbered("07000000")]
    );
    assert_eq!(
        bytes(tuned(|tune| tune.ack_number(u32::MAX))),
        [numbered("ffffff7f")]
    );
    assert_eq!(bytes(tuned(|tune| tune.ack())), [numbered("00000000")]);
}

#[test]
fn an_overrun_keeps_its_place_between_the_answers() {
    let all = tuned(|tune| Ok(tune.datagram(vec![1]).overrun().datagram(vec![2])));
    let outcomes: Vec<_> = all
        .into_iter()
        .map(|received| received.map(|(bytes, _)| bytes))
        .collect();
    assert_eq!(outcomes, [Ok(vec![1]), Err(105), Ok(vec![2])]);
    // An overrun of a socket without a request.
    let mut peer = peer();
    peer.deliver(vec![1], 0);
    peer.overrun().twice();
    peer.fail(io::Error::from_raw_os_error(104)).twice();
    peer.fail(io::ErrorKind::BrokenPipe.into()).twice();
    let mut buffer = Vec::with_capacity(1);
    peer.receive(&mut buffer).expect("it comes first");
    for number in [105, 105, 104, 104] {
        let error = peer.receive(&mut buffer).expect_err("an error");
        assert_eq!(error.raw_os_error(), Some(number));
        assert!(buffer.is_empty());
    }
    for _ in 0..2 {
        let error = peer.receive(&mut buffer).expect_err("an error");
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }
}

#[test]
fn all_datagrams_of_the_answer_before_are_forged() {
    let all = tuned(|tune| tune.reply(&Some(TONE))?.sent_by(4711).reply(&Some(TONE)));
    let senders: Vec<_> = all
        .iter()
        .map(|received| {
            let (bytes, datagram) = received.as_ref().expect("no error");
            (bytes.clone(), datagram.sender)
        })
        .collect();
    let (reply, ack) = (reply("0000", 2), ack("0500"));
    assert_eq!(
        senders,
        [
            (reply.clone(), 4711),
            (ack.clone(), 4711),
            (reply, 0),
            (ack, 0)
        ]
    );
}

#[test]
fn a_cut_datagram_has_its_whole_length() {
    let all = tuned(|tune| {
        let tune = tune.reply(&Some(TONE))?.cut(20).datagram(vec![7; 70]);
        Ok(tune.cut(66).datagram(vec![7; 70]))
    });
    let lengths: Vec<_> = all
        .iter()
        .map(|received| {
            let (bytes, datagram) = received.as_ref().expect("no error");
            (bytes.len(), datagram.length)
        })
        .collect();
    // The buffer has room for 64 bytes.
    assert_eq!(lengths, [(20, 28), (20, 36), (64, 70), (64, 70)]);
    // The sequence number was written before the datagram was cut.
    let (first, _) = all[0].as_ref().expect("no error");
    assert_eq!(*first, reply("0000", 2)[..20]);
}

#[test]
fn an_answer_comes_twice_or_in_the_other_order() {
    let (reply, ack) = (reply("0000", 2), ack("0500"));
    let twice = tuned(|tune| Ok(tune.ack()?.reply(&Some(TONE))?.twice()));
    let pair = [reply.clone(), ack.clone()];
    assert_eq!(bytes(twice), [&[ack.clone()][..], &pair, &pair].concat());
    // The following changes apply to both.
    let all = tuned(|tune| Ok(tune.ack()?.ack()?.twice().sent_by(1)));
    let senders = all.iter().map(|it| it.as_ref().expect("no error").1.sender);
    assert_eq!(senders.collect::<Vec<_>>(), [0, 1, 1]);
    let reversed = tuned(|tune| Ok(tune.ack()?.reply(&Some(TONE))?.reversed()));
    assert_eq!(bytes(reversed), [ack.clone(), ack, reply]);
    let list = listed(|list| Ok(list.replies(&[TONE])?.reversed()));
    assert_eq!(list, [done(), super::scripts::reply("0200", 3)]);
}

#[test]
fn an_answer_has_no_end() {
    let (reply, part) = (reply("0000", 2), reply("0200", 3));
    let tune = tuned(|tune| Ok(tune.reply(&Some(TONE))?.without_end()));
    assert_eq!(bytes(tune), [reply]);
    let list = listed(|list| Ok(list.replies(&[TONE])?.without_end()));
    assert_eq!(list, [part]);
    // It removes the end only of the answer before it.
    let tune = tuned(|tune| {
        Ok(tune
            .ack()?
            .reply(&Some(TONE))?
            .without_end()
            .without_end()
            .without_end())
    });
    assert_eq!(bytes(tune), [ack("0500")]);
}

#[test]
fn every_message_of_an_interrupted_part_has_the_flag() {
    let list = listed(|list| {
        let list = list.part(&[TONE])?.part(&[TONE, TONE])?.interrupted();
        list.replies(&[TONE])
    });
    let (part, interrupted) = (reply("0200", 3), reply("1200", 3));
    assert_eq!(list, [part.clone(), interrupted.repeat(2), part, done()]);
}

#[test]
fn an_event_can_be_late_forged_and_cut() {
    let mut peer = peer();
    let begin = peer.now();
    let second = std::time::Duration::from_secs(1);
    // It does not answer the request that the script expects.
    let expected = peer.expect(&Tones::TUNE, &TONE).expect("it fits");
    expected.datagram(vec![1]);
    peer.event(&Tones::PLAYED, &TONE)
        .expect("it fits")
        .sent_by(9)
        .cut(3)
        .after(second);
    let mut buffer = Vec::with_capacity(64);
    assert!(peer.receive(&mut buffer).is_err());
    peer.wait(None).expect("it is on its way");
    assert_eq!(peer.now(), begin + second);
    let datagram = peer.receive(&mut buffer).expect("it has arrived");
    assert_eq!((datagram.length, datagram.sender), (28, 9));
    assert_eq!(buffer, [28, 0, 0]);
}

#[test]
fn the_last_standing_answer_to_a_request_is_used() {
    let mut peer = peer();
    peer.expect(&Tones::TUNE, &TONE).unwrap().ack().unwrap();
    let get = peer.expect(&Tones::GET, &TONE).unwrap();
    get.refuse(libc::EPERM, &ExtendedAck::default())
        .unwrap()
        .always();
    peer.always(&Tones::GET, &TONE, &TONE).unwrap();
    let mut tones = Tones::new(Client::over(peer).unwrap());
    for _ in 0..2 {
        assert_eq!(tones.get(&TONE).unwrap(), TONE);
    }
    // The script has not changed.
    assert_eq!(tones.channel().transport().outstanding(), 1);
    assert_eq!(tones.tune(&TONE).unwrap(), None);
}
