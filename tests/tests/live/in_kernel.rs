//! Events that the in-kernel path manager causes, on a pair of namespaces.

use std::error::Error;
use std::net::{SocketAddr, TcpListener};

use genl::mptcp_pm::{AddAddr, Address, DelAddr, EventFlags, MptcpPmEvent as Event};
use genl_tests::live::eventually;
use genl_tests::mptcp;
use genl_tests::namespace::{Pair, set_sysctl};
use genl_tests::{ip, ss};

use crate::lab::{Family, Lab, Outcome, Side, accept_all, both_families};

both_families! {
    endpoint_is_added_changed_and_removed
    signal_with_port_is_joined
    signal_with_port_without_listener
    reset_subflow_has_a_reason
    peer_denies_joins
    fallback_closes_without_created
}

fn accepting(family: Family) -> Result<Lab, Box<dyn Error>> {
    Lab::new(family, |pair| {
        // An IPv6 address with a port does not fit into the TCP options next to timestamps.
        pair.b
            .run(|| set_sysctl("net.ipv4.tcp_timestamps", "0"))
            .and_then(|()| pair.a.run(accept_all))
            .and_then(|()| pair.b.run(accept_all))
    })
}

/// A subflow over the second link that the in-kernel path manager of `a` started: its local address.
fn second_subflow(lab: &mut Lab, family: Family) -> Result<SocketAddr, Box<dyn Error>> {
    let address = Address::from(family.a()[1]).id(7).subflow();
    lab.a.pm.add_addr(&AddAddr::from(address))?;
    let established = |side: &mut Side| {
        side.expect("subflow", |event| match event {
            Event::SubEstablished(event) => Some(event),
            _ => None,
        })
    };
    let (here, there) = (established(&mut lab.a), established(&mut lab.b));
    assert_eq!(
        (here.local(), here.remote()),
        (there.remote(), there.local())
    );
    assert_eq!((here.token, there.token), (lab.a.token, lab.b.token));
    assert_eq!(
        [here.loc_id, here.rem_id, there.loc_id, there.rem_id],
        [7, 0, 0, 7]
    );
    assert_eq!((here.backup, here.if_idx), (Some(0), None));
    Ok(here.local().ok_or("no address")?)
}

fn endpoint_is_added_changed_and_removed(family: Family) -> Outcome {
    let mut lab = accepting(family)?;
    let local = second_subflow(&mut lab, family)?;
    let listed = lab.listed_in_a();
    assert!(
        listed.iter().any(|subflow| subflow.local == local),
        "{listed:#?}"
    );

    // `ip` makes the change. The peer receives the event whoever makes it.
    for (flag, backup) in [("backup", 1), ("nobackup", 0)] {
        lab.pair
            .a
            .run(|| ip::run(&["mptcp", "endpoint", "change", "id", "7", flag]))?;
        let changed = lab.b.expect("priority", |event| match event {
            Event::SubPriority(event) => Some(event),
            _ => None,
        });
        assert_eq!(
            (changed.token, changed.remote()),
            (lab.b.token, Some(local))
        );
        assert_eq!(changed.backup, Some(backup));
    }

    lab.a.pm.del_addr(&DelAddr::by_id(7))?;
    let removed = lab.b.expect("removal", |event| match event {
        Event::Removed(event) => Some(event),
        _ => None,
    });
    assert_eq!((removed.token, removed.rem_id), (lab.b.token, 7));
    let closed = lab.a.expect("end of the subflow", |event| match event {
        Event::SubClosed(event) => Some(event),
        _ => None,
    });
    assert_eq!((closed.local(), closed.loc_id), (Some(local), 7));
    assert_eq!((closed.error, closed.reset_reason), (None, None));

    let (token, other) = (lab.a.token, lab.b.token);
    lab.close();
    for (side, token) in [(&mut lab.a, token), (&mut lab.b, other)] {
        let closed = side.expect("end of the connection", |event| match event {
            Event::Closed(event) => Some(event.token),
            _ => None,
        });
        assert_eq!(closed, token);
    }
    Ok(())
}

fn signal_with_port_is_joined(family: Family) -> Outcome {
    let mut lab = accepting(family)?;
    let at = SocketAddr::new(family.b()[1], 6001);
    let endpoint = AddAddr::from(Address::from(at).id(9).signal());
    lab.b.pm.add_addr(&endpoint)?;
    let listening = lab
        .b
        .expect("kernel listening on the port", |event| match event {
            Event::ListenerCreated(event) => event.local(),
            _ => None,
        });
    assert_eq!(listening, at);
    let announced = lab.a.expect("announcement", |event| match event {
        Event::Announced(event) => Some((event.rem_id, event.remote())),
        _ => None,
    });
    assert_eq!(announced, (9, Some(at)));
    let joined = lab.a.expect("join", |event| match event {
        Event::SubEstablished(event) => event.remote(),
        _ => None,
    });
    assert_eq!(joined, at);

    lab.b.pm.del_addr(&DelAddr::by_id(9))?;
    let removed = lab.a.expect("removal", |event| match event {
        Event::Removed(event) => Some(event.rem_id),
        _ => None,
    });
    assert_eq!(removed, 9);
    let deaf = lab.b.expect("end of listening", |event| match event {
        Event::ListenerClosed(event) => event.local(),
        _ => None,
    });
    assert_eq!(deaf, at);
    Ok(())
}

fn signal_with_port_without_listener(family: Family) -> Outcome {
    let mut lab = accepting(family)?;
    let (_, server) = lab.ends()?;
    let address = Address::from(family.b()[1]).id(9).signal();
    lab.b.pm.add_addr(&address.into())?;
    let remote = SocketAddr::new(family.b()[1], server.port());
    let announced = lab.a.expect("announcement", |event| match event {
        Event::Announced(event) => event.remote(),
        _ => None,
    });
    assert_eq!(announced, remote);
    let closed = lab.a.expect("refusal", |event| match event {
        Event::SubClosed(event) => Some(event),
        Event::SubEstablished(event) => panic!("{event:?}"),
        _ => None,
    });
    assert_eq!((closed.remote(), closed.rem_id), (Some(remote), 9));
    assert_eq!(closed.error.map(i32::from), Some(libc::ECONNREFUSED));
    Ok(())
}

fn reset_subflow_has_a_reason(family: Family) -> Outcome {
    let mut lab = accepting(family)?;
    let local = second_subflow(&mut lab, family)?;
    lab.pair.a.run(|| ss::kill(local))?;
    let mut errors = Vec::new();
    for side in [&mut lab.a, &mut lab.b] {
        errors.push(side.expect("reset", |event| match event {
            Event::SubClosed(event) => Some((
                event.error.map(i32::from),
                event.reset_reason,
                event.reset_flags,
            )),
            _ => None,
        }));
    }
    let aborted = (Some(libc::ECONNABORTED), None, None);
    let reset = (Some(libc::ECONNRESET), Some(0), Some(0));
    assert_eq!(errors, [aborted, reset]);
    lab.exchange()
}

fn peer_denies_joins(family: Family) -> Outcome {
    let pair = Pair::new()?;
    pair.b
        .run(|| set_sysctl("net.mptcp.allow_join_initial_addr_port", "0"))?;
    let (mut a, mut b) = (Side::open(&pair.a)?, Side::open(&pair.b)?);
    let listener = pair.b.run(|| mptcp::listen((family.b()[0], 0).into()))?;
    let server = listener.local_addr()?;
    let client = pair.a.run(|| mptcp::connect(server))?;
    let _connection = mptcp::Connection::accept(listener, client)?;
    let flags = |side: &mut Side| {
        side.expect("connection", |event| match event {
            Event::Established(event) => Some(event.flags),
            _ => None,
        })
    };
    assert_eq!(flags(&mut a), Some(EventFlags::DENY_JOIN_ID0));
    // The side that refuses joins knows this itself.
    assert_eq!(flags(&mut b), Some(EventFlags::SERVER_SIDE));
    Ok(())
}

/// The client falls back to TCP if the server has no MPTCP: the connection is closed without having been created.
fn fallback_closes_without_created(family: Family) -> Outcome {
    let pair = Pair::new()?;
    let mut a = Side::open(&pair.a)?;
    let plain = pair.b.run(|| TcpListener::bind((family.b()[0], 0)))?;
    let server = plain.local_addr()?;
    let client = pair.a.run(|| mptcp::connect(server))?;
    let fallen_back = || -> std::io::Result<bool> {
        let listed = pair.a.run(ss::connections)?;
        Ok(listed
            .iter()
            .any(|socket| socket.fallback || socket.token.is_none()))
    };
    assert!(fallen_back()?);
    drop(client);
    drop(plain);
    let mut seen = Vec::new();
    eventually("the connection is closed", || {
        seen.extend(a.until_quiet());
        !seen.is_empty()
    });
    assert!(matches!(seen[..], [Event::Closed(_)]), "{seen:#?}");
    Ok(())
}

/// The endpoint determines the link of a subflow, and the events contain it.
pub(crate) fn endpoint_by_name_of_its_interface() -> Outcome {
    let mut lab = accepting(Family::V4)?;
    let address = Address::from(Family::V4.a()[1]).subflow().backup();
    let [_, link] = Pair::LINKS;
    let bound = lab.pair.a.run(|| address.clone().interface(link))?;
    lab.a.pm.add_addr(&AddAddr::from(bound.clone()))?;
    let listed = lab.pair.a.run(ip::endpoints)?;
    assert_eq!(listed[0].device.as_deref(), Some(link));
    assert_eq!(listed[0].flags, ["backup", "subflow"]);
    let told = lab.a.expect("subflow", |event| match event {
        Event::SubEstablished(event) => Some((event.if_idx, event.backup)),
        _ => None,
    });
    assert_eq!(told, (bound.if_idx, Some(0)));
    let wish = lab.b.expect("subflow", |event| match event {
        Event::SubEstablished(event) => event.backup,
        _ => None,
    });
    assert_eq!(wish, 1);
    // The name of an interface cannot be a number here.
    for name in ["no_such_link", "1", ""] {
        let nowhere = address.clone().interface(name).expect_err("there is none");
        assert_eq!(nowhere.kind(), std::io::ErrorKind::NotFound);
    }
    Ok(())
}
