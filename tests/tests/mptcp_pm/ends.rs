//! The accessors of events, where the recorded events do not distinguish two rules.

use genl::UnknownEvent;
use genl::mptcp_pm::{ConnectionEvent, EventFlags, ListenerEvent, MptcpPmEvent as Event};

/// Kernels before 6.1 send only the attribute. A later kernel may stop sending it.
#[test]
fn either_attribute_identifies_the_server_side() {
    let told = |server_side, flags| {
        let event = ConnectionEvent {
            server_side,
            flags,
            ..ConnectionEvent::default()
        };
        event.is_server_side()
    };
    assert!(told(None, Some(EventFlags::SERVER_SIDE)));
    assert!(told(Some(1), None));
    assert!(!told(None, None));
    assert!(!told(Some(0), Some(EventFlags::DENY_JOIN_ID0)));
}

#[test]
fn listeners_and_unknown_events_have_no_token() {
    let listener = ListenerEvent {
        saddr4: Some([10, 0, 0, 1].into()),
        sport: 80,
        ..ListenerEvent::default()
    };
    let listening = Event::ListenerCreated(listener);
    assert_eq!((listening.token(), listening.remote()), (None, None));
    assert_eq!(listening.local(), "10.0.0.1:80".parse().ok());
    let command = 99;
    let unknown = Event::Unknown(UnknownEvent {
        command,
        attributes: Vec::new(),
    });
    assert_eq!((unknown.command(), unknown.name()), (99, "unknown"));
    assert_eq!(unknown.token(), None);
}
