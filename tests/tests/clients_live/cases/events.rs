//! Events.

use std::io;
use std::net::TcpListener;
use std::time::{Duration, Instant};

use genl::Received;
use genl::mptcp_pm::MptcpPmEvent;
use genl_tests::mptcp::{self, Connection};
use genl_tests::namespace::IPV4;

use super::{MptcpPm, Outcome, first, listen};

fn listening() -> io::Result<TcpListener> {
    mptcp::listen((IPV4[0], 0).into())
}

/// Returns the port on which a socket started or stopped listening, or `None` for an overrun.
fn port(received: Received<MptcpPmEvent>) -> Option<u16> {
    match received {
        Received::Event(
            MptcpPmEvent::ListenerCreated(event) | MptcpPmEvent::ListenerClosed(event),
        ) => event.local().map(|local| local.port()),
        Received::Overrun => None,
        Received::Event(other) => panic!("{other:?}"),
    }
}

pub(crate) async fn both_ends_receive_the_events_of_a_connection() -> Outcome {
    let mut events = listen().await?;
    assert_eq!(events.try_next()?, None);
    let connection = Connection::open((IPV4[0], 0).into())?;
    let (client, server) = (
        connection.client.local_addr()?,
        connection.listener.local_addr()?,
    );
    let mut told = Vec::new();
    for event in first(&mut events, 5).await {
        match event? {
            Received::Event(event) => told.push((event.name(), event.local(), event.remote())),
            Received::Overrun => return Err("five events fit".into()),
        }
    }
    assert_eq!(told[0], ("listener-created", Some(server), None));
    told[1..].sort_unstable();
    let mut expected = Vec::new();
    for name in ["created", "established"] {
        expected.push((name, Some(client), Some(server)));
        expected.push((name, Some(server), Some(client)));
    }
    expected.sort_unstable();
    assert_eq!(told[1..], expected);
    Ok(())
}

pub(crate) async fn listeners_time_out() -> Outcome {
    let mut events = listen().await?;
    events.set_receive_timeout(Some(Duration::from_millis(50)))?;
    for _ in 0..3 {
        let start = Instant::now();
        let error = wait!(events.next()).expect_err("nothing happens here");
        assert!(error.is_timeout(), "{error}");
        let waited = start.elapsed();
        assert!((40..2000).contains(&waited.as_millis()), "{waited:?}");
    }
    // Zero means "at once", not "forever".
    events.set_receive_timeout(Some(Duration::ZERO))?;
    assert!(wait!(events.next()).is_err());
    let socket = listening()?;
    assert_eq!(
        port(wait!(events.next())?),
        Some(socket.local_addr()?.port())
    );
    Ok(())
}

pub(crate) async fn an_overrun_is_reported_where_it_happened() -> Outcome {
    let mut events = listen().await?;
    events.set_receive_buffer_size(1)?;
    for _ in 0..3 {
        let sockets: Vec<_> = (0..40).map(|_| listening()).collect::<Result<_, _>>()?;
        let mut seen = 0;
        while let Some(port) = port(wait!(events.next())?) {
            assert_eq!(port, sockets[seen].local_addr()?.port());
            seen += 1;
        }
        assert!(seen > 0, "what was queued before the loss comes before it");
        // The loss is reported once, and the listener continues.
        assert_eq!(events.try_next()?, None);
        let late = listening()?;
        assert_eq!(port(wait!(events.next())?), Some(late.local_addr()?.port()));
        drop(late);
        wait!(events.next())?;
        drop(sockets);
        while port(wait!(events.next())?).is_some() {}
    }
    Ok(())
}

pub(crate) async fn groups_are_left_and_joined() -> Outcome {
    let mut events = listen().await?;
    let told = listening()?;
    events.leave_group(MptcpPm::EVENTS)?;
    let missed = listening()?;
    events.join_group(MptcpPm::EVENTS)?;
    drop(missed);
    // Events that had arrived before are still received.
    assert_eq!(port(wait!(events.next())?), Some(told.local_addr()?.port()));
    assert!(matches!(
        wait!(events.next())?,
        Received::Event(MptcpPmEvent::ListenerClosed(_))
    ));
    assert_eq!(events.try_next()?, None);
    Ok(())
}
