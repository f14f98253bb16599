//! Endpoints and limits: `ip` reads what genl writes, and genl reads what `ip` writes.

use std::error::Error;
use std::net::{IpAddr, Ipv4Addr};

use genl::mptcp_pm::{
    AddAddr, Address, AddressFlags, DelAddr, DumpAddrs, GetAddr, Limits, MptcpPm, SetFlags,
    SetLimits,
};
use genl::{Client, ErrorKind};
use genl_tests::ip;
use genl_tests::namespace::{IPV4, IPV6};
use nix::sched::{CloneFlags, unshare};

type Outcome = Result<(), Box<dyn Error>>;

fn add(pm: &mut MptcpPm, addr: Address) -> Result<(), genl::Error> {
    pm.add_addr(&AddAddr { addr })
}

pub(crate) fn ip_sees_what_genl_adds() -> Outcome {
    let mut pm = MptcpPm::connect()?;
    add(
        &mut pm,
        Address::from(IPV4[1])
            .id(7)
            .flags(AddressFlags::SUBFLOW | AddressFlags::BACKUP)
            .if_idx(1),
    )?;
    add(
        &mut pm,
        Address::from(IPV6[1]).id(8).flags(AddressFlags::SUBFLOW),
    )?;
    add(
        &mut pm,
        Address::from(IPV4[0])
            .id(9)
            .port(8080)
            .flags(AddressFlags::SIGNAL),
    )?;
    add(&mut pm, Address::from(Ipv4Addr::new(10, 9, 9, 9)))?;

    let listed = ip::endpoints()?;
    let seen: Vec<_> = listed
        .iter()
        .map(|endpoint| {
            (
                endpoint.address,
                endpoint.port,
                endpoint.id,
                endpoint.flags.join(" "),
                endpoint.device.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            (
                IpAddr::from(IPV4[1]),
                0,
                7,
                "backup subflow".to_owned(),
                Some("lo")
            ),
            (IpAddr::from(IPV6[1]), 0, 8, "subflow".to_owned(), None),
            (IpAddr::from(IPV4[0]), 8080, 9, "signal".to_owned(), None),
            (IpAddr::from([10, 9, 9, 9]), 0, 10, String::new(), None),
        ]
    );
    Ok(())
}

pub(crate) fn genl_reads_what_ip_adds() -> Outcome {
    for endpoint in [
        "10.5.0.2 id 7 dev lo subflow backup",
        "fd05::2 id 8 subflow fullmesh",
        "10.5.0.1 port 8080 id 9 signal",
    ] {
        let mut arguments = vec!["mptcp", "endpoint", "add"];
        arguments.extend(endpoint.split(' '));
        ip::run(&arguments)?;
    }
    let expected = [
        Address::from(IPV4[1])
            .id(7)
            .port(0)
            .flags(AddressFlags::SUBFLOW | AddressFlags::BACKUP)
            .if_idx(1),
        Address::from(IPV6[1])
            .id(8)
            .port(0)
            .flags(AddressFlags::SUBFLOW | AddressFlags::FULLMESH),
        Address::from(IPV4[0])
            .id(9)
            .port(8080)
            .flags(AddressFlags::SIGNAL),
    ];
    let mut pm = MptcpPm::connect()?;
    let dumped: Vec<_> = pm
        .dump_addrs(&DumpAddrs::default())?
        .collect::<Result<_, _>>()?;
    assert_eq!(
        dumped
            .into_iter()
            .map(|reply| reply.addr)
            .collect::<Vec<_>>(),
        expected
    );
    for addr in expected {
        let id = addr.id.unwrap_or_default();
        let one = pm.get_addr(&GetAddr::by_id(id))?;
        assert_eq!(one.addr, addr);
    }
    Ok(())
}

pub(crate) fn every_flag_reaches_the_kernel() -> Outcome {
    let mut pm = MptcpPm::connect()?;
    // Only the kernel sets IMPLICIT. LAMINAR is newer than `ip`, which prints its bit.
    let cases = [
        (AddressFlags::SIGNAL, "signal", 0),
        (AddressFlags::SUBFLOW, "subflow", 0),
        (
            AddressFlags::SUBFLOW | AddressFlags::BACKUP,
            "backup subflow",
            0,
        ),
        (
            AddressFlags::SUBFLOW | AddressFlags::FULLMESH,
            "fullmesh subflow",
            0,
        ),
        (AddressFlags::LAMINAR, "", 32),
    ];
    for (index, (flags, names, raw)) in (1..).zip(cases) {
        add(
            &mut pm,
            Address::from(Ipv4Addr::new(10, 9, 9, index))
                .id(index)
                .flags(flags),
        )?;
        let listed = ip::endpoints()?;
        let endpoint = listed.last().expect("an endpoint was added");
        assert_eq!(
            (endpoint.flags.join(" ").as_str(), endpoint.raw_flags),
            (names, raw),
            "{flags:?}"
        );
        let read = pm.get_addr(&GetAddr::by_id(index))?;
        assert_eq!(read.addr.flags, Some(flags));
    }
    let refused = add(
        &mut pm,
        Address::from(IPV4[1]).flags(AddressFlags::IMPLICIT),
    )
    .expect_err("the kernel's own");
    assert_eq!(refused.raw_os_error(), Some(22));
    Ok(())
}

pub(crate) fn removed_by_id_and_flushed() -> Outcome {
    let mut pm = MptcpPm::connect()?;
    for id in [3, 4, 5] {
        add(&mut pm, Address::from(Ipv4Addr::new(10, 9, 9, id)).id(id))?;
    }
    pm.del_addr(&DelAddr::by_id(4))?;
    let ids = |listed: Vec<ip::Endpoint>| {
        listed
            .iter()
            .map(|endpoint| endpoint.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(ip::endpoints()?), [3, 5]);
    pm.flush_addrs()?;
    assert_eq!(ids(ip::endpoints()?), [0; 0]);
    assert_eq!(pm.dump_addrs(&DumpAddrs::default())?.count(), 0);
    Ok(())
}

pub(crate) fn flags_change_by_id_and_by_address() -> Outcome {
    let mut pm = MptcpPm::connect()?;
    add(
        &mut pm,
        Address::from(IPV4[1]).id(7).flags(AddressFlags::SUBFLOW),
    )?;
    let flags =
        || ip::endpoints().map(|listed| listed.first().map(|endpoint| endpoint.flags.join(" ")));

    let backup = Address::with_id(7).flags(AddressFlags::BACKUP);
    pm.set_flags(&SetFlags::of_endpoint(backup))?;
    assert_eq!(flags()?.as_deref(), Some("backup subflow"));
    let fullmesh = Address::from(IPV4[1]).flags(AddressFlags::FULLMESH);
    pm.set_flags(&SetFlags::of_endpoint(fullmesh))?;
    assert_eq!(flags()?.as_deref(), Some("fullmesh subflow"));
    pm.set_flags(&SetFlags::of_endpoint(IPV4[1].into()))?;
    assert_eq!(flags()?.as_deref(), Some("subflow"));
    Ok(())
}

pub(crate) fn limits_agree_with_ip() -> Outcome {
    let mut pm = MptcpPm::connect()?;
    pm.set_limits(&SetLimits {
        rcv_add_addrs: Some(3),
        subflows: Some(5),
    })?;
    assert_eq!(
        ip::limits()?,
        ip::Limits {
            add_addr_accepted: 3,
            subflows: 5
        }
    );
    pm.set_limits(&SetLimits {
        subflows: Some(6),
        ..SetLimits::default()
    })?;
    assert_eq!(
        ip::limits()?,
        ip::Limits {
            add_addr_accepted: 3,
            subflows: 6
        }
    );
    let limits = "mptcp limits set subflows 1 add_addr_accepted 2";
    ip::run(&limits.split(' ').collect::<Vec<_>>())?;
    assert_eq!(
        pm.get_limits()?,
        Limits {
            rcv_add_addrs: 2,
            subflows: 1
        }
    );
    Ok(())
}

pub(crate) fn refusals_name_the_attribute() -> Outcome {
    let mut pm = MptcpPm::connect()?;
    let refused =
        add(&mut pm, Address::default().flags(AddressFlags::SIGNAL)).expect_err("no family");
    let detail = refused.extended_ack().expect("the kernel refused");
    assert_eq!(
        detail.path.as_ref().map(ToString::to_string).as_deref(),
        Some("addr")
    );
    assert!(
        refused
            .to_string()
            .starts_with("mptcp_pm add-addr: Invalid argument (EINVAL): "),
        "{refused}"
    );
    assert!(refused.to_string().ends_with("(at `addr`)"), "{refused}");

    let refused = pm
        .set_limits(&SetLimits {
            rcv_add_addrs: Some(65),
            subflows: Some(1),
        })
        .expect_err("too many");
    assert!(
        refused.to_string().ends_with("(at `rcv-add-addrs`)"),
        "{refused}"
    );

    add(&mut pm, Address::from(IPV4[1]))?;
    let refused = add(&mut pm, Address::from(IPV4[1])).expect_err("a duplicate");
    assert_eq!(
        refused.raw_os_error(),
        Some(nix::errno::Errno::EEXIST as i32)
    );
    Ok(())
}

pub(crate) fn reading_needs_no_privilege() -> Outcome {
    // A user namespace inside of the one that owns the network namespace has no capabilities in it.
    unshare(CloneFlags::CLONE_NEWUSER)?;
    let mut pm = MptcpPm::connect()?;
    assert!(pm.get_limits()?.subflows > 0);
    assert_eq!(pm.dump_addrs(&DumpAddrs::default())?.count(), 0);

    let eperm = Some(nix::errno::Errno::EPERM as i32);
    let refused = pm.set_limits(&SetLimits {
        subflows: Some(1),
        ..SetLimits::default()
    });
    assert_eq!(refused.expect_err("not allowed").raw_os_error(), eperm);
    let refused = MptcpPm::listen(&[MptcpPm::EVENTS]).expect_err("not allowed");
    assert!(refused.is_permission_denied());
    let text = "mptcp_pm listen: cannot join or leave multicast group `mptcp_pm_events`: ";
    assert!(refused.to_string().starts_with(text), "{refused}");

    // The connection still works.
    assert!(pm.get_limits().is_ok());
    let client: &mut Client = pm.channel();
    assert!(client.warning().is_none());
    assert!(!matches!(refused.kind(), ErrorKind::Timeout));
    Ok(())
}
