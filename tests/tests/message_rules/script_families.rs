//! Families and multicast groups of a scripted peer that are removed and added again with another id.

use genl::nlctrl::{Nlctrl, NlctrlEvent};
use genl::{Client, ErrorKind, Listener, Received, Scripted, Transport};

use super::common::hex;
use super::scripts::{TONE, Tones, TonesEvent, peer, reply, request};

/// The lookup of the family `tones`.
const QUESTION: &str =
    "20000000 1000 0100 05000000 00000000  03 02 0000  0a00 0200 746f6e657300 0000";

/// The controller's answer about `tones`, with id 30 or 31 and group 480 or 496.
fn described(command: u8, sequence: u8, [id, group]: [&str; 2]) -> Vec<u8> {
    hex(&format!(
        "5c000000 1000 0000 {sequence:02x}000000 00000000  {command:02x} 02 0000
         0a00 0200 746f6e657300 0000  0600 0100 {id}00 0000  0800 0300 01000000
         0800 0400 00000000  0800 0500 00000000
         1c00 0780  1800 0180  0a00 0100 6d7573696300 0000  0800 0200 {group}010000"
    ))
}

const FIRST: [&str; 2] = ["1e", "e0"];
const SECOND: [&str; 2] = ["1f", "f0"];

/// `ENOENT` without details, in answer to a request with this header, or for the controller without the sequence number.
fn not_there(header: &str) -> Vec<u8> {
    hex(&format!(
        "24000000 0200 0001 05000000 00000000  feffffff  {header}"
    ))
}

fn answers(peer: &mut Scripted, request: &str) -> Vec<Vec<u8>> {
    peer.send(&hex(request)).expect("it is expected");
    received(peer)
}

fn received(peer: &mut Scripted) -> Vec<Vec<u8>> {
    let mut buffer = Vec::with_capacity(256);
    let mut all = Vec::new();
    while peer.receive(&mut buffer).is_ok() {
        all.push(buffer.clone());
    }
    all
}

#[test]
fn groups_are_joined_and_left() {
    let mut peer = peer();
    assert_eq!(peer.groups().len(), 0);
    // The group `notify` of the controller, and that of the family.
    peer.join(480).unwrap();
    peer.join(16).unwrap();
    peer.join(16).unwrap();
    assert_eq!(peer.groups(), [16, 480]);
    peer.leave(480).unwrap();
    peer.leave(480).unwrap();
    assert_eq!(peer.groups(), [16]);
    for id in [0, 15, 481] {
        let errors = [peer.join(id), peer.leave(id)].map(Result::unwrap_err);
        assert_eq!(errors.map(|error| error.raw_os_error()), [Some(22); 2]);
    }
    // A peer without a family has no groups.
    Scripted::new().join(16).unwrap_err();
}

#[test]
fn requests_to_a_family_that_is_gone_return_enoent() {
    let mut peer = peer();
    assert_eq!(answers(&mut peer, QUESTION), [described(1, 5, FIRST)]);
    peer.unregister(Tones::DESCRIPTION).unwrap();
    // Nobody joined `notify`, so no event is sent.
    assert_eq!(received(&mut peer).len(), 0);
    for _ in 0..2 {
        let echo = "20000000 1000 0100 00000000 00000000";
        assert_eq!(answers(&mut peer, QUESTION), [not_there(echo)]);
        // The kernel echoes the header with its sequence number.
        let echo = "1c000000 1e00 0100 05000000 00000000";
        assert_eq!(answers(&mut peer, &request("0100", 1)), [not_there(echo)]);
    }
    let error = peer.unregister(Tones::DESCRIPTION).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NotScripted));
    assert_eq!(
        (error.family(), error.operation()),
        (Tones::FAMILY.name(), "unregister")
    );
    let error = peer.expect(&Tones::GET, &TONE).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NotScripted));

    peer.family(Tones::DESCRIPTION, 30).unwrap();
    assert_eq!(answers(&mut peer, QUESTION), [described(1, 5, FIRST)]);
    peer.expect(&Tones::GET, &TONE)
        .unwrap()
        .reply(&TONE)
        .unwrap();
    assert_eq!(answers(&mut peer, &request("0100", 1)), [reply("0000", 1)]);
}

#[test]
fn the_last_id_of_a_family_is_used() {
    let mut peer = peer();
    peer.know(Tones::DESCRIPTION, 31);
    peer.expect(&Tones::GET, &TONE).unwrap();
    peer.send(&hex(
        "1c000000 1f00 0100 05000000 00000000 01 01 0000  0800 0100 07000000",
    ))
    .unwrap();
}

#[test]
fn members_of_notify_receive_the_notice() {
    let mut peer = peer();
    peer.join(16).unwrap();
    peer.join(480).unwrap();
    peer.family(Tones::DESCRIPTION, 31).unwrap();
    let notices = [described(2, 0, FIRST), described(1, 0, SECOND)];
    assert_eq!(received(&mut peer), notices);
    assert_eq!(peer.groups(), [16]);
    peer.join(480).unwrap_err();
    peer.join(496).unwrap();
    peer.unregister(Tones::DESCRIPTION).unwrap();
    assert_eq!(received(&mut peer), [described(2, 0, SECOND)]);
    assert_eq!(peer.groups(), [16]);
}

#[test]
fn a_listener_joins_the_groups_of_a_family_that_is_back() {
    let client = Client::over(peer()).unwrap();
    let mut events = Listener::<TonesEvent, _>::join(client, &[Tones::MUSIC]).unwrap();
    assert_eq!(events.transport().groups(), [16, 480]);
    events.transport().unregister(Tones::DESCRIPTION).unwrap();
    let gone = events.next().unwrap_err();
    assert!(matches!(gone.kind(), ErrorKind::FamilyGone));

    events.transport().family(Tones::DESCRIPTION, 31).unwrap();
    events.transport().event(&Tones::PLAYED, &TONE).unwrap();
    assert_eq!(
        events.next().unwrap(),
        Received::Event(TonesEvent::Played(TONE))
    );
    assert_eq!(events.transport().groups(), [16, 496]);
}

#[test]
fn a_listener_of_the_controller_receives_the_notice() {
    let client = Client::over(peer()).unwrap();
    let mut events = Listener::<NlctrlEvent, _>::join(client, &[Nlctrl::NOTIFY]).unwrap();
    events.transport().family(Tones::DESCRIPTION, 31).unwrap();
    let mut told = Vec::new();
    while let Some(Received::Event(event)) = events.try_next().unwrap() {
        match event {
            NlctrlEvent::NewFamily(family) => told.push(("new", family.family_id)),
            NlctrlEvent::DelFamily(family) => told.push(("del", family.family_id)),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(told, [("del", 30), ("new", 31)]);
}

#[test]
fn a_client_looks_up_the_new_id_and_fails_without_one() {
    let mut peer = peer();
    peer.expect(&Tones::GET, &TONE)
        .unwrap()
        .reply(&TONE)
        .unwrap();
    let mut tones = Tones::new(Client::over(peer).unwrap());
    assert_eq!(tones.get(&TONE).unwrap(), TONE);

    tones
        .channel()
        .transport()
        .unregister(Tones::DESCRIPTION)
        .unwrap();
    let error = tones.get(&TONE).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::FamilyNotFound));

    let peer = tones.channel().transport();
    peer.family(Tones::DESCRIPTION, 31).unwrap();
    peer.expect(&Tones::GET, &TONE)
        .unwrap()
        .reply(&TONE)
        .unwrap();
    assert_eq!(tones.get(&TONE).unwrap(), TONE);
}
