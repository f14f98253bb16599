//! Recorded text, played back.

use std::io;
use std::time::Duration;

use genl::transport::RecordingError;
use genl::{Client, ErrorKind, Listener, Received, Scripted, Transport};

use super::common::hex;
use super::scripts::{TONE, Tones, TonesEvent, reply, request};

const SECOND: Duration = Duration::from_secs(1);

/// The request `get` with this sequence number, and its reply.
fn get(sequence: u8) -> String {
    format!("1c0000001e000100{sequence:02x}00000000000000010100000800010007000000")
}

fn got(sequence: u8) -> String {
    format!("1c0000001e000000{sequence:02x}00000000000000010100000800010007000000")
}

const PLAYED: &str = "1c0000001e0000000000000000000000040100000800010007000000";

fn play(text: &str) -> Scripted {
    Scripted::from_recording(text).expect("a recording")
}

fn receive(peer: &mut Scripted) -> io::Result<(Vec<u8>, usize, u32)> {
    let mut buffer = Vec::with_capacity(64);
    let datagram = peer.receive(&mut buffer)?;
    Ok((buffer, datagram.length, datagram.sender))
}

/// Returns what has arrived.
fn receive_all(peer: &mut Scripted) -> Vec<Vec<u8>> {
    std::iter::from_fn(|| receive(peer).ok().map(|(bytes, ..)| bytes)).collect()
}

#[test]
fn only_the_sequence_numbers_of_answers_change() {
    let mut peer = play(&format!(
        "# A comment.\n\n> {}\n! {PLAYED}\n< {} from=4711\n  <  {}  of=70000\r\n",
        get(9),
        got(9),
        got(9)
    ));
    peer.send(&hex(&request("0100", 1))).unwrap();
    let all: Vec<_> = std::iter::from_fn(|| receive(&mut peer).ok()).collect();
    let answer = reply("0000", 1);
    assert_eq!(
        all,
        [
            (hex(PLAYED), 28, 0),
            (answer.clone(), 28, 4711),
            (answer, 70_000, 0)
        ]
    );
    assert_eq!(peer.outstanding(), 0);
}

#[test]
fn datagrams_before_the_first_request_arrive_by_themselves() {
    let mut peer = play(&format!("! {PLAYED}\nx 105\n~ 2.5\n! {PLAYED}\n"));
    let begin = peer.now();
    assert_eq!(receive_all(&mut peer), [hex(PLAYED)]);
    peer.deliver(vec![1], 0);
    assert_eq!(receive_all(&mut peer), [[1]]);
    peer.wait(None).unwrap();
    assert_eq!(peer.now() - begin, SECOND * 5 / 2);
    assert_eq!(receive_all(&mut peer), [hex(PLAYED)]);
    let mut peer = play("x 105\n");
    assert_eq!(receive(&mut peer).unwrap_err().raw_os_error(), Some(105));
}

#[test]
fn datagrams_beyond_the_clock_never_arrive() {
    let mut peer = play(&format!("~ 1e19\n~ 1e19\n! {PLAYED}\n"));
    peer.wait(None).unwrap_err();
}

#[test]
fn a_late_answer_belongs_to_its_own_request() {
    // The first request timed out. Its answer arrived during the wait for the second one.
    let mut peer = play(&format!(
        "> {}\n~ 5.000\n> {}\n~ 0.250\n< {}\n~ 0.500\n< {}\n",
        get(1),
        get(2),
        got(1),
        got(2)
    ));
    let begin = peer.now();
    let with = |sequence: u8| {
        let mut bytes = hex(&got(0));
        bytes[8] = sequence;
        bytes
    };
    let send = |peer: &mut Scripted, sequence: u8| {
        let mut bytes = hex(&get(0));
        bytes[8] = sequence;
        peer.send(&bytes).unwrap();
    };
    send(&mut peer, 70);
    peer.wait(Some(begin + 5 * SECOND)).unwrap_err();
    send(&mut peer, 71);
    peer.wait(None).unwrap();
    assert_eq!(peer.now() - begin, Duration::from_millis(5_250));
    assert_eq!(receive_all(&mut peer), [with(70)]);
    peer.wait(None).unwrap();
    assert_eq!(peer.now() - begin, Duration::from_millis(5_750));
    assert_eq!(receive_all(&mut peer), [with(71)]);
}

#[test]
fn other_datagrams_keep_their_place_and_number() {
    let mut peer = play(&format!("> {}\n> {}\n! {}\n", get(1), get(2), got(1)));
    let get = hex(&request("0100", 1));
    peer.send(&get).unwrap();
    assert_eq!(receive_all(&mut peer).len(), 0);
    peer.send(&get).unwrap();
    assert_eq!(receive_all(&mut peer), [hex(&got(1))]);
}

#[test]
fn requests_of_one_datagram_get_their_own_answers() {
    let mut peer = play(&format!(
        "> {}{}\n< {}\n< {}\n",
        get(1),
        get(2),
        got(1),
        got(2)
    ));
    assert_eq!(peer.outstanding(), 2);
    let numbered = |sequence: u8| {
        let mut bytes = hex(&request("0100", 1));
        bytes[8] = sequence;
        bytes
    };
    // In one datagram or in two.
    peer.send(&numbered(7)).unwrap();
    let answers = receive_all(&mut peer);
    assert_eq!((answers.len(), answers[0][8]), (1, 7));
    peer.send(&numbered(8)).unwrap();
    assert_eq!(receive_all(&mut peer)[0][8], 8);
}

/// The lookup of `tones` and the answer: id 30, group `music` 480.
const QUESTION: &str = "2000000010000100010000000000000003020000\
                        0a000200746f6e6573000000";
const DESCRIBED: &str = "440000001000000001000000000000000102 0000\
                         0a000200746f6e6573000000060001001e0000001c000780\
                         180001800a0001006d75736963000000 08000200e0010000";

fn question() -> String {
    format!("> {QUESTION}\n< {}\n", DESCRIBED.replace(' ', ""))
}

#[test]
fn groups_are_joined_as_recorded_and_events_follow() {
    let text = format!("+ 16\n{}+ 480\n! {PLAYED}\n- 480\n! {PLAYED}\n", question());
    let mut peer = play(&text);
    // Not in its turn: the lookup comes first.
    peer.join(480).unwrap_err();
    let client = Client::over(peer).unwrap();
    let mut events = Listener::<TonesEvent, _>::join(client, &[Tones::MUSIC]).unwrap();
    assert_eq!(events.transport().groups(), [16, 480]);
    assert_eq!(
        events.next().unwrap(),
        Received::Event(TonesEvent::Played(TONE))
    );
    assert_eq!(events.try_next().unwrap(), None);
    assert_eq!(events.transport().outstanding(), 1);
    events.leave_group(Tones::MUSIC).unwrap();
    assert_eq!(events.transport().groups(), [16]);
    assert_eq!(
        events.next().unwrap(),
        Received::Event(TonesEvent::Played(TONE))
    );
    // The peer has this group by now.
    events.join_group(Tones::MUSIC).unwrap();
    assert_eq!(events.transport().outstanding(), 0);
}

#[test]
fn groups_may_be_joined_in_another_order() {
    let mut peer = play(&format!("+ 1\n+ 2\n! {PLAYED}\n- 1\n> {}\n+ 3\n", get(1)));
    peer.leave(1).unwrap();
    peer.join(2).unwrap();
    assert_eq!(receive_all(&mut peer), [hex(PLAYED)]);
    peer.join(1).unwrap();
    peer.join(3).unwrap_err();
    assert_eq!(peer.outstanding(), 2);
    peer.send(&hex(&request("0100", 1))).unwrap();
    peer.join(3).unwrap();
    assert_eq!(peer.outstanding(), 0);
}

#[test]
fn a_group_that_was_not_joined_is_shown() {
    for (line, text) in [
        ("+ 480", "to join the group 480"),
        ("- 480", "to leave the group 480"),
    ] {
        let mut peer = play(line);
        peer.know(Tones::DESCRIPTION, 30);
        let error = peer
            .send(&hex(&request("0100", 1)))
            .unwrap_err()
            .to_string();
        let expected =
            format!("unexpected request\n  expected: {text}\n      sent: tones get {{ pitch: 7 }}");
        assert_eq!(error, expected);
    }
    // An empty datagram is not such a step.
    play("+ 1").send(&[]).unwrap_err();
}

#[test]
fn a_request_that_was_not_recorded_is_shown() {
    let mut peer = play(&format!("{}> {}\n", question(), get(2)));
    peer.know(Tones::DESCRIPTION, 30);
    let mut tones = Tones::new(Client::over(peer).unwrap());
    let error = tones.tune(&TONE).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Io(_)));
    assert!(
        error
            .to_string()
            .ends_with("expected: tones get { pitch: 7 }\n      sent: tones tune { pitch: 7 }"),
        "{error}"
    );
}

#[test]
fn an_invalid_line_is_shown_with_its_number() {
    let faults = [
        (
            "? 00",
            "expected `>`, `<`, `!`, `x`, `+`, `-`, `~` or `#`, found `?`",
        ),
        (
            ">00",
            "expected `>`, `<`, `!`, `x`, `+`, `-`, `~` or `#`, found `>00`",
        ),
        ("> 0g", "expected pairs of hexadecimal digits, found `0g`"),
        ("< 001", "expected pairs of hexadecimal digits, found `001`"),
        ("! +1", "expected pairs of hexadecimal digits, found `+1`"),
        (
            "<",
            "expected pairs of hexadecimal digits, found the end of the line",
        ),
        ("< é", "expected pairs of hexadecimal digits, found `é`"),
        ("< 00 from=x", "expected the port id of a sender, found `x`"),
        (
            "< 00 of=-1",
            "expected the length of a datagram, found `-1`",
        ),
        ("< 00 to=1", "expected `from=` or `of=`, found `to=1`"),
        ("< 00 00", "expected `from=` or `of=`, found `00`"),
        ("> 00 of=1", "expected the end of the line, found `of=1`"),
        ("+ music", "expected the id of a group, found `music`"),
        ("-", "expected the id of a group, found the end of the line"),
        ("x ENOBUFS", "expected an error number, found `ENOBUFS`"),
        ("~ soon", "expected seconds, found `soon`"),
        ("~ -1", "expected seconds, found `-1`"),
        ("~ 1e30", "expected seconds, found `1e30`"),
    ];
    for (line, text) in faults {
        let recording = format!("# First.\n> 00\n{line}\n> 0");
        let error: RecordingError = Scripted::from_recording(&recording).unwrap_err();
        assert_eq!(error.line(), 3, "{line}");
        assert_eq!(
            error.to_string(),
            format!("line 3 of the recording: {text}")
        );
    }
}
