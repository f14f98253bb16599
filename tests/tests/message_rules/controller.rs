//! The controller as a family with events.

use genl::nlctrl::{Nlctrl, NlctrlEvent};
use genl::{Client, Listener, Received};

use super::clocked::Clocked;
use super::{message, peer};

#[test]
fn the_controller_is_a_family_like_any_other() {
    let client = Client::over(Clocked::over(peer())).unwrap();
    let mut nlctrl: Listener<NlctrlEvent, _> = Listener::join(client, &[Nlctrl::NOTIFY]).unwrap();
    // It is not looked up. Its group is joined twice, which has the effect of once.
    assert_eq!(nlctrl.transport().groups, [16, 16]);
    // The controller itself is unregistered, and `quiet` is registered.
    let gone = "02 02 0000  0b00 0200 6e6c6374726c00 00  0600 0100 1000 0000";
    let come = "01 02 0000  0a00 0200 717569657400 0000  0600 0100 1d00 0000";
    for payload in [gone, come] {
        let notice = message(16, 0, 0, payload);
        nlctrl.transport().peer.deliver(notice, 0);
    }
    let Received::Event(NlctrlEvent::DelFamily(event)) = nlctrl.next().unwrap() else {
        panic!("another event");
    };
    assert_eq!(event.family_name, "nlctrl");
    let Received::Event(NlctrlEvent::NewFamily(event)) = nlctrl.next().unwrap() else {
        panic!("another event");
    };
    assert_eq!((event.family_name.as_str(), event.family_id), ("quiet", 29));
}
