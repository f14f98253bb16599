//! Operations with several replies or none, and objects that are spread over several replies.

use genl::description::Mode;
use genl::error::ErrorKind;

use genl::{AttributeSet, Client, Error, Scripted, Transport, genl_family};

use super::common::hex;
use super::message;

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Radio {
    #[attr(1)]
    index: u32,
    #[attr(2, multi)]
    bands: Vec<u8>,
}

genl_family! {
    #[family(name = "radios")]
    trait Radios {
        #[op(1, multi)]
        fn scan(request: Radio) -> Radio;
        #[op(1, dump)]
        fn list() -> Radio;
        #[op(4, reply = 5)]
        fn tune(request: Radio) -> Option<Radio>;
    }
}

const ID: u16 = 30;
/// A request without its sequence number: `NLM_F_REQUEST | NLM_F_ACK`.
const SCAN: &str = "1c000000 1e00 0500 00000000 00000000 01 01 0000  0800 0100 04000000";
const LIST: &str = "14000000 1e00 0103 00000000 00000000 01 01 0000";

fn scan() -> Radio {
    Radio {
        index: 4,
        bands: Vec::new(),
    }
}

fn part(command: u8, index: u8, band: u8) -> Vec<u8> {
    let payload =
        format!("{command:02x} 01 0000  0800 0100 {index:02x}000000  0500 0200 {band:02x} 000000");
    message(ID, 2, 0, &payload)
}

/// `NLMSG_ERROR` with this number, or `NLMSG_DONE` at the end of a dump.
fn end(kind: u16, errno: i32) -> Vec<u8> {
    let digits = errno
        .to_le_bytes()
        .map(|byte| format!("{byte:02x}"))
        .concat();
    message(kind, 0, 0, &format!("{digits} {}", "00".repeat(16)))
}

fn radios(request: &str, answers: &[Vec<u8>]) -> Radios<Client<Scripted>> {
    let mut peer = Scripted::new();
    peer.family(Radios::DESCRIPTION, ID).expect("it fits");
    let request = hex(request);
    let steps = answers
        .iter()
        .map(|answer| genl::transport::Step::Answer(answer));
    peer.replay(
        [genl::transport::Step::Request(&request)]
            .into_iter()
            .chain(steps),
    );
    Radios::new(Client::over(peer).expect("a peer"))
}

fn shown(replies: impl Iterator<Item = Result<Radio, Error>>) -> Vec<String> {
    let show = |reply: Result<Radio, Error>| match reply {
        Ok(radio) => format!("{}: {:?}", radio.index, radio.bands),
        Err(error) => error.to_string(),
    };
    replies.map(show).collect()
}

fn join(radio: &mut Radio, part: Radio) -> Option<Radio> {
    if part.index != radio.index {
        return Some(part);
    }
    radio.bands.extend(part.bands);
    None
}

#[test]
fn the_replies_of_a_do_end_with_its_acknowledgement() {
    let answers = [
        [part(1, 1, 1), part(1, 2, 2)].concat(),
        part(1, 3, 3),
        end(2, 0),
    ];
    let mut radios = radios(SCAN, &answers);
    let replies = radios.scan(&scan()).expect("replies");
    assert_eq!(shown(replies), ["1: [1]", "2: [2]", "3: [3]"]);
    assert_eq!(radios.channel().transport().outstanding(), 0);
}

#[test]
fn a_do_may_have_no_reply_or_fail_after_some() {
    let mut none = radios(SCAN, &[end(2, 0)]);
    assert_eq!(none.scan(&scan()).expect("replies").count(), 0);
    let mut refused = radios(SCAN, &[[part(1, 1, 1), end(2, -16)].concat()]);
    let told = "radios scan: Device or resource busy (EBUSY)";
    assert_eq!(
        shown(refused.scan(&scan()).expect("replies")),
        ["1: [1]", told]
    );
}

#[test]
fn a_script_answers_with_several_replies() {
    let mut peer = Scripted::new();
    peer.family(Radios::DESCRIPTION, ID).expect("it fits");
    peer.expect(&Radios::SCAN, &scan())
        .and_then(|scan| scan.replies(&[Radio::default()]))
        .expect("it fits");
    let mut radios = Radios::new(Client::over(peer).expect("a peer"));
    assert_eq!(shown(radios.scan(&scan()).expect("replies")), ["0: []"]);
}

/// Compared as bytes, because a client ignores a `NLMSG_DONE` before the acknowledgement.
#[test]
fn a_script_ends_a_do_with_an_acknowledgement_and_a_dump_with_done() {
    let mut peer = Scripted::new();
    peer.family(Radios::DESCRIPTION, ID).expect("it fits");
    let scan = peer.expect(&Radios::SCAN, &scan());
    scan.and_then(|scan| scan.replies(&[])).expect("it fits");
    let list = peer.expect(&Radios::LIST, &());
    list.and_then(|list| list.replies(&[])).expect("it fits");
    for (request, end) in [(SCAN, 2), (LIST, 3)] {
        peer.send(&hex(request)).expect("it is expected");
        let mut answer = Vec::with_capacity(100);
        peer.receive(&mut answer).expect("an answer");
        assert_eq!((answer[4], answer[5]), (end, 0));
    }
}

#[test]
fn parts_are_merged() {
    let answers = [
        [part(1, 1, 1), part(1, 1, 2)].concat(),
        [part(1, 1, 3), part(1, 2, 4)].concat(),
        part(1, 3, 5),
        part(1, 3, 6),
        end(3, 0),
    ];
    let mut radios = radios(LIST, &answers);
    let list = radios.list().expect("replies").merge(join);
    assert_eq!(shown(list), ["1: [1, 2, 3]", "2: [4]", "3: [5, 6]"]);
}

#[test]
fn an_error_comes_after_the_merged_object() {
    let broken = message(ID, 2, 0, "01 01 0000  0600 0100 0100 0000");
    let answers = [
        [part(1, 1, 1), part(1, 1, 2), broken, part(1, 1, 3)].concat(),
        end(3, -5),
    ];
    let mut radios = radios(LIST, &answers);
    let list = radios.list().expect("replies").merge(join);
    let told = [
        "1: [1, 2]",
        "radios list reply: attribute `index` has 2 bytes, expected 4 (at byte 20)",
        "1: [3]",
        "radios list: Input/output error (EIO)",
    ];
    assert_eq!(shown(list), told);
    let mut empty = self::radios(LIST, &[end(3, 0)]);
    assert_eq!(empty.list().expect("replies").merge(join).count(), 0);
}

#[test]
fn objects_before_an_interruption_are_returned() {
    let mut first = part(1, 1, 1);
    // NLM_F_MULTI | NLM_F_DUMP_INTR
    first[6] = 0x12;
    let mut radios = radios(LIST, &[first, end(3, 0)]);
    let mut list = radios.list().expect("replies").merge(join);
    assert!(matches!(list.next(), Some(Ok(Radio { index: 1, .. }))));
    let error = list.next().and_then(Result::err).expect("an error");
    assert!(matches!(error.kind(), ErrorKind::DumpInterrupted));
    assert!(list.next().is_none());
}

#[test]
fn descriptions_contain_several_replies() {
    let [scan, list, _] = Radios::DESCRIPTION.operations else {
        panic!("there are three");
    };
    assert_eq!((scan.mode, scan.multi), (Mode::Do, true));
    assert_eq!((list.mode, list.multi), (Mode::Dump, false));
}

/// `NLM_F_REQUEST | NLM_F_ACK`: the reply may be absent.
const TUNE: &str = "1c000000 1e00 0500 00000000 00000000 04 01 0000  0800 0100 04000000";

#[test]
fn a_reply_may_be_absent() {
    let said = Radios::DESCRIPTION.operations.iter();
    let said = said.map(|operation| operation.reply_may_be_absent);
    assert!(said.eq([false, false, true]));

    let mut silent = radios(TUNE, &[end(2, 0)]);
    assert_eq!(silent.tune(&scan()).expect("acknowledged"), None);
    let mut refusing = radios(TUNE, &[end(2, -22)]);
    let error = refusing.tune(&scan()).expect_err("refused");
    assert_eq!(error.raw_os_error(), Some(22));
}

#[test]
fn the_acknowledgement_after_a_reply_is_skipped() {
    let mut peer = Scripted::new();
    peer.family(Radios::DESCRIPTION, ID).expect("it fits");
    for band in [7, 8] {
        let (request, reply, ack) = (hex(TUNE), part(5, 4, band), end(2, 0));
        let answers = [
            genl::transport::Step::Request(&request),
            genl::transport::Step::Answer(&reply),
            genl::transport::Step::Answer(&ack),
        ];
        peer.replay(answers);
    }
    let mut radios = Radios::new(Client::over(peer).expect("a peer"));
    for band in [7, 8] {
        let tuned = radios.tune(&scan()).expect("answered").expect("a reply");
        assert_eq!(tuned.bands, [band]);
    }
}

#[test]
fn requests_have_the_declared_flags() {
    let flags = genl::wire::flags::CREATE | genl::wire::flags::EXCL;
    let request = TUNE.replacen("0500", "0506", 1);
    let mut radios = radios(&request, &[end(2, 0)]);
    let tune = Radios::TUNE.with_flags(flags);
    let tuned = radios.channel().call(&tune, &scan());
    assert_eq!(tuned.expect("acknowledged"), None);
}

/// `thermal` and devlink send parts without a sequence number, and an end without an error number.
#[test]
fn rule_22_parts_may_come_without_a_number_and_the_end_without_its_own() {
    let unnumbered = |command, index| {
        let payload = format!("{command:02x} 01 0000  0800 0100 {index:02x}000000");
        message(ID, 0, 0, &payload)
    };
    let mut peer = Scripted::new();
    peer.family(Radios::DESCRIPTION, ID).expect("it fits");
    let request = hex(LIST);
    let (first, event, second) = (unnumbered(1, 4), unnumbered(3, 9), unnumbered(1, 5));
    let done = message(3, 2, 0, "");
    peer.replay([
        genl::transport::Step::Request(&request),
        genl::transport::Step::Event(&first),
        genl::transport::Step::Event(&event),
        genl::transport::Step::Event(&second),
        genl::transport::Step::Answer(&done),
    ]);
    let mut radios = Radios::new(Client::over(peer).expect("a peer"));
    let replies = shown(radios.list().expect("a dump"));
    assert_eq!(replies, ["4: []", "5: []"]);
}
