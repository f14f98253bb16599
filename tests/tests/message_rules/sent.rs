//! The receivers of events: one group, several groups, a single socket, or both.

use genl::{AttributeSet, Client, Events, Listener, Received, Scripted, genl_family};

use super::common::hex;
use super::message;

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Radio {
    #[attr(1)]
    index: u32,
}

genl_family! {
    #[family(name = "radios")]
    trait Radios {
        const CHANGES: MulticastGroup = "changes";
        const SCANS: MulticastGroup = "scans";

        #[event(2, unicast)]
        fn missed(event: Radio);
        #[event(3, group = CHANGES)]
        fn changed();
        #[event(6, group = [CHANGES, SCANS])]
        fn scanned(event: Radio);
        #[event(7, group = SCANS, unicast)]
        fn tuned();
    }
}

const ID: u16 = 30;
const RADIO: Radio = Radio { index: 4 };

#[test]
fn events_may_have_no_group() {
    let [missed, changed, ..] = Radios::DESCRIPTION.events else {
        panic!("there are four");
    };
    assert_eq!((missed.group, changed.group), (None, Some("changes")));
    assert!(Radios::MISSED.multicast_group().is_none());
    let bytes = hex("0800 0100 04000000");
    let attributes = genl::Attributes::new(&bytes, 20);
    assert_eq!(
        RadiosEvent::decode(2, attributes),
        Ok(RadiosEvent::Missed(RADIO))
    );
    // An event that is sent to this socket arrives without joining a group.
    let mut peer = Scripted::new();
    peer.family(Radios::DESCRIPTION, ID).expect("it fits");
    let client = Client::over(peer).expect("a peer");
    assert!(Listener::<RadiosEvent, _>::join(client, &[]).is_ok());
}

#[test]
fn events_may_have_several_groups_or_a_group_and_one_socket() {
    let events = Radios::DESCRIPTION.events.iter();
    let sent = events.map(|event| (event.groups().collect(), event.unicast));
    assert_eq!(
        sent.collect::<Vec<(Vec<_>, _)>>(),
        [
            (vec![], true),
            (vec!["changes"], false),
            (vec!["changes", "scans"], false),
            (vec!["scans"], true),
        ]
    );
    assert!(
        (Radios::SCANNED.multicast_groups()).eq([Radios::CHANGES, Radios::SCANS])
            && Radios::SCANNED.multicast_group() == Some(Radios::CHANGES)
    );
    assert!(Radios::TUNED.is_unicast() && !Radios::SCANNED.is_unicast());
}

#[test]
fn an_event_sent_to_two_groups_arrives_twice() {
    let mut peer = Scripted::new();
    peer.family(Radios::DESCRIPTION, ID).expect("it fits");
    let groups = [Radios::CHANGES, Radios::SCANS];
    let mut events = Listener::<RadiosEvent, _>::join(Client::over(peer).expect("a peer"), &groups)
        .expect("both groups");
    // One datagram per group, as `genlmsg_multicast` sends it.
    let scanned = || message(ID, 0, 0, "06 01 0000  0800 0100 04000000");
    events.transport().deliver(scanned(), 0);
    events.transport().deliver(scanned(), 0);
    for _ in 0..2 {
        let event = events.next().expect("an event");
        assert_eq!(event, Received::Event(RadiosEvent::Scanned(RADIO)));
    }
}
