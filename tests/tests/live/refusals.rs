//! Requests that the userspace path manager refuses, and an address table that takes several datagrams.

use std::net::{IpAddr, SocketAddr};

use genl::mptcp_pm::{
    Address, AddressFlags, Announce, DumpAddrs, GetAddr, MptcpPm, Remove, SetFlags, SubflowCreate,
    SubflowDestroy,
};

use crate::lab::{Family, Lab, Outcome, both_families};

both_families! {
    malformed_requests_name_the_attribute
    foreign_and_in_kernel_connections
    many_announced_addresses
}

/// Returns the error number, and the attribute at which the kernel points.
type Refusal = (i32, Option<&'static str>);

const INVALID: Refusal = (libc::EINVAL, None);
const ADDR: Refusal = (libc::EINVAL, Some("addr"));
const TOKEN: Refusal = (libc::EINVAL, Some("token"));

#[track_caller]
fn check<T>(what: &str, refused: Result<T, genl::Error>, (errno, at): Refusal) {
    let Err(error) = refused else {
        panic!("{what} is allowed");
    };
    assert_eq!(error.raw_os_error(), Some(errno), "{what}: {error}");
    let detail = error.extended_ack().expect("the kernel refused");
    let path = detail.path.as_ref().map(ToString::to_string);
    assert_eq!(path.as_deref(), at, "{what}: {error}");
}

fn malformed_requests_name_the_attribute(family: Family) -> Outcome {
    let mut lab = Lab::userspace(family)?;
    let (token, (client, server)) = (lab.a.token, lab.ends()?);
    let (local, near) = (family.a()[1], Address::from(family.a()[1]));
    let other_family = match family {
        Family::V4 => IpAddr::from(genl_tests::namespace::Pair::A_IPV6[1]),
        Family::V6 => IpAddr::from(genl_tests::namespace::Pair::A_IPV4[1]),
    };
    let pm = &mut lab.a.pm;

    for (what, addr, refusal) in [
        ("no id", near.clone().signal(), ADDR),
        ("id 0", near.clone().id(0).signal(), ADDR),
        ("no SIGNAL", near.clone().id(10), ADDR),
        ("no family", Address::with_id(10).signal(), ADDR),
    ] {
        check(what, pm.announce(&Announce { addr, token }), refusal);
    }
    let unknown = Remove { token, loc_id: 99 };
    check(
        "unknown id",
        pm.remove(&unknown),
        (libc::EINVAL, Some("loc-id")),
    );
    let get = GetAddr::by_id(99).of(token);
    check("unknown id", pm.get_addr(&get), ADDR);

    let create = SubflowCreate::between(token, near.clone().signal(), server);
    check("with SIGNAL", pm.subflow_create(&create), ADDR);
    let create = SubflowCreate::between(token, other_family, server);
    check("two families", pm.subflow_create(&create), INVALID);
    let nowhere: IpAddr = match family {
        Family::V4 => [10, 99, 9, 9].into(),
        Family::V6 => [0xfd99, 0, 0, 0, 0, 0, 0, 9].into(),
    };
    let create = SubflowCreate::between(token, nowhere, server);
    let not_local = (libc::EADDRNOTAVAIL, None);
    check("no address of ours", pm.subflow_create(&create), not_local);

    let destroy = SubflowDestroy::between(token, local, server);
    check("no port", pm.subflow_destroy(&destroy), ADDR);
    let destroy = SubflowDestroy::between(token, client, server.ip());
    let no_port = (libc::EINVAL, Some("addr-remote"));
    check("no remote port", pm.subflow_destroy(&destroy), no_port);
    let destroy = SubflowDestroy::between(token, SocketAddr::new(local, 1), server);
    check(
        "no subflow",
        pm.subflow_destroy(&destroy),
        (libc::ESRCH, None),
    );

    let backup = near.flags(AddressFlags::BACKUP);
    let flags = SetFlags::of_subflow(token, backup.clone(), server.ip().into());
    check("no subflow", pm.set_flags(&flags), INVALID);
    let flags = SetFlags {
        addr_remote: None,
        ..flags
    };
    let refused = pm.set_flags(&flags).expect_err("no remote address");
    let detail = refused.extended_ack().expect("the kernel refused");
    let missing = detail.missing.as_ref().map(|it| it.path.to_string());
    assert_eq!(missing.as_deref(), Some("addr-remote"), "{refused}");

    // An absent id counts as 0, which belongs to one address only.
    let nobody = SocketAddr::new(server.ip(), 9);
    pm.subflow_create(&SubflowCreate::between(token, local, nobody))?;
    let create = SubflowCreate::between(token, client.ip(), server);
    check("a second without id", pm.subflow_create(&create), ADDR);
    Ok(())
}

/// Every operation with a token, on a connection that is not under the userspace path manager.
fn refused_all(pm: &mut MptcpPm, token: u32, ends: (SocketAddr, SocketAddr), at: Refusal) {
    let (local, remote) = ends;
    let addr = Address::from(local).id(1);
    let announce = Announce {
        addr: addr.clone().signal(),
        token,
    };
    check("announce", pm.announce(&announce), at);
    check("remove", pm.remove(&Remove { token, loc_id: 1 }), at);
    let create = SubflowCreate::between(token, addr.clone(), remote);
    check("subflow-create", pm.subflow_create(&create), at);
    let destroy = SubflowDestroy::between(token, addr.clone(), remote);
    check("subflow-destroy", pm.subflow_destroy(&destroy), at);
    let flags = SetFlags::of_subflow(token, addr, remote.into());
    check("set-flags", pm.set_flags(&flags), at);
    let dump = DumpAddrs::of(token);
    let refused = pm
        .dump_addrs(&dump)
        .map(Iterator::collect::<Result<Vec<_>, _>>);
    check("dump", refused.and_then(|replies| replies), at);
}

fn foreign_and_in_kernel_connections(family: Family) -> Outcome {
    let mut lab = Lab::userspace(family)?;
    let (client, server) = lab.ends()?;
    // The token of the other side is unknown on this side. The own token belongs to the in-kernel path manager.
    let (ours, theirs) = (lab.a.token, lab.b.token);
    refused_all(&mut lab.a.pm, theirs, (client, server), TOKEN);
    refused_all(&mut lab.b.pm, theirs, (server, client), TOKEN);
    lab.close();
    lab.a.until_quiet();
    refused_all(&mut lab.a.pm, ours, (client, server), TOKEN);
    Ok(())
}

/// More addresses than fit into a datagram. The kernel does not check that they belong to this host.
fn many_announced_addresses(family: Family) -> Outcome {
    let mut lab = Lab::userspace(family)?;
    let token = lab.a.token;
    let address = |id: u8| match family {
        Family::V4 => IpAddr::from([10, 50, 0, id]),
        Family::V6 => IpAddr::from([0xfd50, 0, 0, 0, 0, 0, 0, id.into()]),
    };
    let pm = &mut lab.a.pm;
    for id in 1..=255 {
        let addr = Address::from(address(id)).id(id).signal();
        pm.announce(&Announce { addr, token })?;
    }
    let all = DumpAddrs::of(token);
    for taken in [0, 1, 200] {
        assert_eq!(pm.dump_addrs(&all)?.take(taken).count(), taken);
        // The abandoned dump does not disturb the next one, and its replies do not appear in it.
        let replies = pm.dump_addrs(&all)?.collect::<Result<Vec<_>, _>>()?;
        let mut known: Vec<_> = replies
            .into_iter()
            .map(|reply| (reply.addr.id, reply.addr.ip()))
            .collect();
        known.sort_unstable();
        let announced = (1..=255).map(|id| (Some(id), Some(address(id))));
        assert_eq!(known, announced.collect::<Vec<_>>());
        assert_eq!(pm.dump_addrs(&all)?.take(taken).count(), taken);
        let one = pm.get_addr(&GetAddr::by_id(255).of(token))?;
        assert_eq!(one.addr.ip(), Some(address(255)));
    }
    Ok(())
}
