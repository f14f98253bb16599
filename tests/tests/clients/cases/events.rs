//! Listeners.

use std::io;
use std::time::Duration;

use genl::mptcp_pm::MptcpPmEvent;
use genl::nlctrl::Nlctrl;
use genl::{ErrorKind, Received};

use super::*;
use crate::messages::{GET_LIMITS, limits};

type Events = Listener<MptcpPmEvent, Peer>;

async fn listener(peer: Scripted) -> Events {
    let joined = Listener::join(client(peer), &[MptcpPm::EVENTS]);
    wait!(joined).expect("the group is in the description")
}

fn closed(token: u8) -> Vec<u8> {
    let payload = format!("03 01 0000  0800 0100 {token:02x}000000");
    message(ID, 0, 0, &payload)
}

/// The controller's event about the path manager: 1 if it was registered, 2 if it was unregistered.
fn notice(command: u8, id: u16) -> Vec<u8> {
    let mut notice = family("mptcp_pm", id);
    notice[16] = command;
    notice
}

/// Returns the token of the event `closed`, or `None` for an overrun.
fn token(received: Received<MptcpPmEvent>) -> Option<u32> {
    match received {
        Received::Event(MptcpPmEvent::Closed(event)) => Some(event.token),
        Received::Overrun => None,
        Received::Event(other) => panic!("{other:?}"),
    }
}

pub(crate) async fn events_come_in_their_order() -> Outcome {
    let mut events = listener(peer()).await;
    assert_eq!(events.try_next()?, None);
    let peer = &mut events.transport().inner;
    peer.deliver([closed(1), closed(2)].concat(), 0);
    peer.deliver(message(ID + 1, 0, 0, "03 01 0000"), 0);
    peer.deliver(closed(9), 4711);
    peer.deliver(closed(3), 0);
    peer.deliver(closed(4), 0);
    assert_eq!(token(wait!(events.next())?), Some(1));
    assert_eq!(events.try_next()?.and_then(token), Some(2));
    assert_eq!(token(wait!(events.next())?), Some(3));
    assert_eq!(events.try_next()?.and_then(token), Some(4));
    assert_eq!(events.try_next()?, None);
    Ok(())
}

/// Read by the iterator or the stream.
pub(crate) async fn events_are_a_sequence() -> Outcome {
    let mut events = listener(peer()).await;
    for token in 1..=200 {
        events.transport().inner.deliver(closed(token), 0);
    }
    let received = first(&mut events, 200).await;
    let tokens = received.into_iter().map(|event| event.map(token));
    let tokens: Vec<_> = tokens.collect::<Result<_, _>>()?;
    assert!(tokens.into_iter().eq((1..=200).map(Some)));
    Ok(())
}

pub(crate) async fn an_overrun_comes_between_the_events_around_it() -> Outcome {
    let mut events = listener(peer()).await;
    let peer = &mut events.transport().inner;
    peer.deliver(closed(1), 0);
    peer.fail(io::Error::from_raw_os_error(libc::ENOBUFS));
    peer.deliver(closed(2), 0);
    assert_eq!(token(wait!(events.next())?), Some(1));
    assert_eq!(token(wait!(events.next())?), Some(2));
    // The socket was empty: this event arrived after the loss.
    events.transport().inner.deliver(closed(3), 0);
    assert_eq!(token(wait!(events.next())?), None);
    assert_eq!(token(wait!(events.next())?), Some(3));
    events
        .transport()
        .inner
        .fail(io::Error::from_raw_os_error(libc::ENOBUFS));
    assert_eq!(events.try_next()?, Some(Received::Overrun));
    assert_eq!(events.try_next()?, None);
    Ok(())
}

pub(crate) async fn the_event_after_an_undecodable_one_is_returned() -> Outcome {
    let mut events = listener(peer()).await;
    let peer = &mut events.transport().inner;
    let short = message(ID, 0, 0, "03 01 0000  0500 0100 07 000000");
    peer.deliver([short, closed(1)].concat(), 0);
    peer.deliver(vec![0; 70_000], 0);
    peer.deliver(closed(2), 0);
    let error = wait!(events.next()).expect_err("too short");
    assert_eq!(
        error.to_string(),
        "mptcp_pm closed event: attribute `token` has 1 byte, expected 4 (at byte 20)"
    );
    assert_eq!(token(wait!(events.next())?), Some(1));
    let error = wait!(events.next()).expect_err("too long");
    let is_cut = matches!(error.kind(), ErrorKind::Truncated { length: 70_000, .. });
    assert!(is_cut, "{error}");
    assert_eq!(token(wait!(events.next())?), Some(2));
    Ok(())
}

pub(crate) async fn a_listener_times_out() -> Outcome {
    let mut events = listener(peer()).await;
    events.set_receive_timeout(Some(Duration::from_millis(1)))?;
    let error = wait!(events.next()).expect_err("nothing comes");
    assert!(error.is_timeout(), "{error}");
    let broken = io::Error::from_raw_os_error(libc::ENOTCONN);
    events.transport().inner.fail(broken);
    let error = wait!(events.next()).expect_err("broken");
    assert_eq!(error.errno(), Some(libc::ENOTCONN));
    events.transport().inner.deliver(closed(1), 0);
    assert_eq!(token(wait!(events.next())?), Some(1));
    Ok(())
}

pub(crate) async fn groups_belong_to_the_family() -> Outcome {
    let joined = Listener::<MptcpPmEvent, _>::join(client(peer()), &[Nlctrl::NOTIFY]);
    let error = wait!(joined).expect_err("of another family");
    let foreign = matches!(error.kind(), ErrorKind::ForeignGroup { .. });
    assert!(foreign, "{error}");
    let unknown = [MptcpPm::FAMILY.group("no_such_group")];
    let joined = Listener::<MptcpPmEvent, _>::join(client(peer()), &unknown);
    let error = wait!(joined).expect_err("unknown");
    assert!(error.is_not_found(), "{error}");
    let joined = Listener::<MptcpPmEvent, _>::join(client(peer()), &[]);
    let error = wait!(joined).expect_err("none");
    assert!(matches!(error.kind(), ErrorKind::NoGroups), "{error}");

    let mut events = listener(peer()).await;
    assert!(events.join_group(Nlctrl::NOTIFY).is_err());
    events.join_group(MptcpPm::COMMANDS)?;
    events.leave_group(MptcpPm::COMMANDS)?;
    Ok(())
}

pub(crate) async fn a_family_may_go_and_come_back() -> Outcome {
    let mut events = listener(peer()).await;
    let peer = &mut events.transport().inner;
    peer.deliver(notice(2, ID), 0);
    peer.deliver(notice(1, ID + 1), 0);
    let mut under_the_new_id = closed(1);
    under_the_new_id[4] = 29;
    peer.deliver(closed(9), 0);
    peer.deliver(under_the_new_id, 0);
    let error = wait!(events.next()).expect_err("gone");
    assert!(matches!(error.kind(), ErrorKind::FamilyGone), "{error}");
    assert_eq!(token(wait!(events.next())?), Some(1));
    Ok(())
}

/// A late answer to the client is not an event of the listener that it becomes.
pub(crate) async fn late_answers_are_not_events() -> Outcome {
    let mut peer = peer();
    expect(&mut peer, GET_LIMITS, &[]);
    let mut client = client(peer);
    assert!(wait!(MptcpPm::new(&mut client).get_limits()).is_err());
    client.transport().inner.deliver(limits(0, 5), 0);
    let mut events = wait!(Listener::<MptcpPmEvent, _>::join(
        client,
        &[MptcpPm::EVENTS]
    ))?;
    assert_eq!(events.try_next()?, None);
    Ok(())
}
