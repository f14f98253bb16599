//! The operations of the userspace path manager, observed at the peer or through `ss`.

use std::error::Error;
use std::net::SocketAddr;

use genl::mptcp_pm::{
    Address, AddressFlags, Announce, GetAddr, MptcpPmEvent as Event, Remove, SetFlags,
    SubflowCreate, SubflowDestroy,
};
use genl_tests::live::eventually;
use genl_tests::namespace::{Pair, set_sysctl, sysctl};
use genl_tests::{mptcp, ss};

use crate::lab::{Family, Lab, Outcome, accept_all, both_families, userspace};

both_families! {
    announced_and_removed
    announced_port_takes_joins
    announced_port_without_listener_is_refused
    announced_by_the_server
    subflow_created_and_destroyed
    address_of_a_refused_subflow_remains
    flags_reach_the_peer
}

fn signal(address: impl Into<Address>, id: u8) -> Address {
    address.into().id(id).signal()
}

fn announced_and_removed(family: Family) -> Outcome {
    let mut lab = Lab::userspace(family)?;
    assert_eq!(lab.pair.a.run(|| sysctl("net.mptcp.pm_type"))?, "1");
    let (token, address, (client, _)) = (lab.a.token, family.a()[1], lab.ends()?);
    let addr = signal(address, 10);
    lab.a.pm.announce(&Announce {
        addr: addr.clone(),
        token,
    })?;
    let announced = lab.b.expect("announcement", |event| match event {
        Event::Announced(event) => Some(event),
        _ => None,
    });
    assert_eq!((announced.token, announced.rem_id), (lab.b.token, 10));
    // An announcement without a port means the port of the connection.
    let remote = SocketAddr::new(address, client.port());
    assert_eq!(announced.remote(), Some(remote));

    let known = lab.a.pm.get_addr(&GetAddr::by_id(10).of(token))?;
    assert_eq!(known.addr, addr.port(0));
    assert_eq!(lab.a.known()?, [(Some(address), Some(10))]);

    lab.a.pm.remove(&Remove { token, loc_id: 10 })?;
    let removed = lab.b.expect("removal", |event| match event {
        Event::Removed(event) => Some(event),
        _ => None,
    });
    assert_eq!((removed.token, removed.rem_id), (lab.b.token, 10));
    assert_eq!(lab.a.known()?, []);
    let gone = lab.a.pm.get_addr(&GetAddr::by_id(10).of(token));
    let gone = gone.expect_err("it was removed");
    assert_eq!(gone.raw_os_error(), Some(libc::EINVAL));
    Ok(())
}

/// `b` joins the announced address. An IPv6 address with a port does not fit into the TCP options next to timestamps.
fn accepting(family: Family) -> Result<Lab, Box<dyn Error>> {
    Lab::new(family, |pair| {
        pair.a.run(userspace)?;
        pair.b.run(accept_all)?;
        let timestamps = if family == Family::V6 { "0" } else { "1" };
        pair.a
            .run(|| set_sysctl("net.ipv4.tcp_timestamps", timestamps))
    })
}

fn announced_port_takes_joins(family: Family) -> Outcome {
    let mut lab = accepting(family)?;
    let listening = lab.listen_in_a(family.a()[1])?;
    let (token, local) = (lab.a.token, listening.local_addr()?);
    lab.a.pm.announce(&Announce {
        addr: signal(local, 11),
        token,
    })?;
    let announced = lab.b.expect("announcement", |event| match event {
        Event::Announced(event) => event.remote(),
        _ => None,
    });
    assert_eq!(announced, local);
    let joined = lab.a.expect("join", |event| match event {
        Event::SubEstablished(event) => Some(event),
        _ => None,
    });
    assert_eq!((joined.token, joined.local()), (token, Some(local)));
    let seen = lab.b.expect("join", |event| match event {
        Event::SubEstablished(event) => Some(event),
        _ => None,
    });
    assert_eq!(
        (seen.local(), seen.remote()),
        (joined.remote(), Some(local))
    );
    assert_eq!(seen.rem_id, 11);
    let listed = lab.listed_in_a();
    let is_joined = |subflow: &&ss::Subflow| (subflow.local, subflow.token) == (local, token);
    assert_eq!(listed.iter().filter(is_joined).count(), 1, "{listed:#?}");
    lab.exchange()
}

fn announced_port_without_listener_is_refused(family: Family) -> Outcome {
    let mut lab = accepting(family)?;
    let token = lab.a.token;
    let nobody = SocketAddr::new(family.a()[1], 9);
    lab.a.pm.announce(&Announce {
        addr: signal(nobody, 11),
        token,
    })?;
    // The peer receives the event of the failed join, which was never established.
    let closed = lab.b.expect("refusal", |event| match event {
        Event::SubClosed(event) => Some(event),
        Event::SubEstablished(event) => panic!("{event:?}"),
        _ => None,
    });
    assert_eq!(closed.remote(), Some(nobody));
    assert_eq!(closed.error.map(i32::from), Some(libc::ECONNREFUSED));
    Ok(())
}

fn announced_by_the_server(family: Family) -> Outcome {
    let both = |pair: &Pair| pair.a.run(userspace).and_then(|()| pair.b.run(userspace));
    let mut lab = Lab::new(family, both)?;
    let (token, (_, server)) = (lab.b.token, lab.ends()?);
    // Without a port of its own, the address is joined at the port of the connection. Something has to listen there too.
    let at = SocketAddr::new(family.b()[1], server.port());
    let _listening = lab.pair.b.run(|| mptcp::listen(at))?;
    lab.b.pm.announce(&Announce {
        addr: signal(family.b()[1], 3),
        token,
    })?;
    let announced = lab.a.expect("announcement", |event| match event {
        Event::Announced(event) => Some(event),
        _ => None,
    });
    assert_eq!((announced.rem_id, announced.remote()), (3, Some(at)));

    // This side has the userspace path manager too.
    lab.a.pm.subflow_create(&SubflowCreate {
        addr: family.a()[1].into(),
        token: lab.a.token,
        addr_remote: Address::from(at).id(3),
    })?;
    for (side, ends) in [
        (&mut lab.a, [family.a()[1], at.ip()]),
        (&mut lab.b, [at.ip(), family.a()[1]]),
    ] {
        let joined = side.expect("join", |event| match event {
            Event::SubEstablished(event) => Some([event.local()?.ip(), event.remote()?.ip()]),
            _ => None,
        });
        assert_eq!(joined, ends);
    }
    lab.exchange()
}

fn subflow_created_and_destroyed(family: Family) -> Outcome {
    let mut lab = Lab::userspace(family)?;
    let (token, address, (_, server)) = (lab.a.token, family.a()[1], lab.ends()?);
    lab.a.pm.subflow_create(&SubflowCreate {
        addr: Address::from(address).id(20),
        token,
        addr_remote: server.into(),
    })?;
    let created = lab.a.expect("subflow", |event| match event {
        Event::SubEstablished(event) => Some(event),
        _ => None,
    });
    let local = created.local().expect("an address");
    assert_eq!((local.ip(), created.remote()), (address, Some(server)));
    assert_eq!((created.loc_id, created.rem_id), (20, 0));
    let seen = lab.b.expect("subflow", |event| match event {
        Event::SubEstablished(event) => Some(event),
        _ => None,
    });
    assert_eq!((seen.token, seen.remote()), (lab.b.token, Some(local)));
    assert_eq!((seen.loc_id, seen.rem_id), (0, 20));
    let listed = lab.listed_in_a();
    let listed = listed.iter().find(|subflow| subflow.local == local);
    let listed = listed.expect("ss lists the subflow");
    assert_eq!((listed.peer, listed.token), (server, token));
    assert_eq!((listed.local_id, listed.remote_id), (20, 0));
    assert_eq!(lab.a.known()?, [(Some(address), Some(20))]);

    lab.a.pm.subflow_destroy(&SubflowDestroy {
        addr: local.into(),
        token,
        addr_remote: server.into(),
    })?;
    for side in [&mut lab.a, &mut lab.b] {
        let closed = side.expect("end of the subflow", |event| match event {
            Event::SubClosed(event) => Some(event),
            _ => None,
        });
        assert_eq!((closed.token, closed.error), (side.token, None));
    }
    eventually("ss lists it no more", || {
        let listed = lab.listed_in_a();
        listed.iter().all(|subflow| subflow.local != local)
    });
    assert_eq!(lab.a.known()?, []);
    lab.exchange()
}

fn address_of_a_refused_subflow_remains(family: Family) -> Outcome {
    let mut lab = Lab::userspace(family)?;
    let (token, address) = (lab.a.token, family.a()[1]);
    let nobody = SocketAddr::new(family.b()[0], 9);
    lab.a.pm.subflow_create(&SubflowCreate {
        addr: Address::from(address).id(21),
        token,
        addr_remote: nobody.into(),
    })?;
    let closed = lab.a.expect("refusal", |event| match event {
        Event::SubClosed(event) => Some(event),
        Event::SubEstablished(event) => panic!("{event:?}"),
        _ => None,
    });
    assert_eq!(closed.remote(), Some(nobody));
    assert_eq!(closed.error.map(i32::from), Some(libc::ECONNREFUSED));
    assert_eq!(lab.a.known()?, [(Some(address), Some(21))]);
    lab.a.pm.remove(&Remove { token, loc_id: 21 })?;
    assert_eq!(lab.a.known()?, []);
    Ok(())
}

fn flags_reach_the_peer(family: Family) -> Outcome {
    let mut lab = Lab::userspace(family)?;
    let (token, address, (_, server)) = (lab.a.token, family.a()[1], lab.ends()?);
    lab.a.pm.subflow_create(&SubflowCreate {
        addr: address.into(),
        token,
        addr_remote: server.into(),
    })?;
    let (local, id) = lab.b.expect("subflow", |event| match event {
        Event::SubEstablished(event) => Some((event.remote()?, event.rem_id)),
        _ => None,
    });
    assert_eq!(id, 0, "without an id it is that of the first subflow");
    // As `ss` prints it: B is the wish of the peer, b that of this side.
    let is_backup = |lab: &Lab| {
        let listed = lab.listed_in_a();
        let subflow = listed.iter().find(|subflow| subflow.local == local);
        subflow.is_some_and(|subflow| subflow.flags.contains('b'))
    };
    for (flags, backup) in [(AddressFlags::BACKUP, 1), (AddressFlags::empty(), 0)] {
        let addr = Address::from(address).flags(flags);
        let remote = server.ip().into();
        lab.a
            .pm
            .set_flags(&SetFlags::of_subflow(token, addr, remote))?;
        let changed = lab.b.expect("priority", |event| match event {
            Event::SubPriority(event) => Some(event),
            _ => None,
        });
        assert_eq!(
            (changed.token, changed.remote()),
            (lab.b.token, Some(local))
        );
        assert_eq!(changed.backup, Some(backup));
        assert_eq!(is_backup(&lab), backup == 1);
    }
    // The side that asked receives no event.
    let told = lab.a.until_quiet();
    let is_told = |event: &Event| matches!(event, Event::SubPriority(_));
    assert!(!told.iter().any(is_told), "{told:#?}");
    Ok(())
}

pub(crate) fn ipv6_port_does_not_fit_next_to_timestamps() -> Outcome {
    let mut lab = Lab::userspace(Family::V6)?;
    assert_eq!(lab.pair.a.run(|| sysctl("net.ipv4.tcp_timestamps"))?, "1");
    let (token, address) = (lab.a.token, Family::V6.a()[1]);
    let addr = signal(SocketAddr::new(address, 7001), 11);
    lab.a.pm.announce(&Announce { addr, token })?;
    lab.exchange()?;
    let told = lab.b.until_quiet();
    assert!(told.is_empty(), "{told:#?}");
    Ok(())
}
