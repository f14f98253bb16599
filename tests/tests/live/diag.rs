//! `INET_DIAG`, as decoded by genl and as printed by `ss`.

use std::net::{Ipv6Addr, SocketAddr};

use genl::mptcp_pm::{
    Address, ConnectionTable, Diag, DiagSubflow, MptcpPmEvent as Event, SubflowCreate, SubflowFlags,
};
use genl_tests::mptcp::Connection;
use genl_tests::namespace::{IPV4, Pair};
use genl_tests::{ip, ss};
use nix::sched::{CloneFlags, unshare};

use crate::lab::{Family, Lab, Outcome, both_families};

both_families! {
    subflows_are_those_of_ss
    a_subflow_that_is_being_established_is_listed
}

/// The letters that `ss` prints for these flags.
fn letters(flags: SubflowFlags) -> String {
    const LETTERS: [(SubflowFlags, char); 9] = [
        (SubflowFlags::MCAP_REM, 'M'),
        (SubflowFlags::MCAP_LOC, 'm'),
        (SubflowFlags::JOIN_REM, 'J'),
        (SubflowFlags::JOIN_LOC, 'j'),
        (SubflowFlags::BKUP_REM, 'B'),
        (SubflowFlags::BKUP_LOC, 'b'),
        (SubflowFlags::FULLY_ESTABLISHED, 'e'),
        (SubflowFlags::CONNECTED, 'c'),
        (SubflowFlags::MAPVALID, 'v'),
    ];
    let set = LETTERS.iter().filter(|(flag, _)| flags.contains(*flag));
    set.map(|(_, letter)| letter).collect()
}

/// Formats a subflow that genl decoded as `ss` prints it.
fn as_ss(subflow: &DiagSubflow) -> (SocketAddr, SocketAddr, String) {
    let info = &subflow.info;
    let mut words = vec![
        format!("flags:{}", letters(info.flags.unwrap_or_default())),
        format!(
            "token:{:04x}(id:{})/{:04x}(id:{})",
            info.token_rem.unwrap_or_default(),
            info.id_rem.unwrap_or_default(),
            info.token_loc.unwrap_or_default(),
            info.id_loc.unwrap_or_default()
        ),
    ];
    words.extend(info.map_seq.map(|seq| format!("seq:{seq:x}")));
    words.extend(info.map_sfseq.map(|sfseq| format!("sfseq:{sfseq:x}")));
    words.extend(info.ssn_offset.map(|offset| format!("ssnoff:{offset:x}")));
    words.extend(info.map_datalen.map(|length| format!("maplen:{length:x}")));
    (subflow.local, subflow.remote, words.join(" "))
}

#[track_caller]
fn assert_agree(subflows: &[DiagSubflow], listed: &[ss::Subflow]) {
    let mut read: Vec<_> = subflows.iter().map(as_ss).collect();
    let mut listed: Vec<_> = listed
        .iter()
        .map(|subflow| {
            let (_, said) = subflow
                .text
                .split_once(" tcp-ulp-mptcp ")
                .unwrap_or_default();
            (subflow.local, subflow.peer, said.trim().to_owned())
        })
        .collect();
    read.sort_unstable();
    listed.sort_unstable();
    assert_eq!(read, listed);
}

fn subflows_are_those_of_ss(family: Family) -> Outcome {
    let mut lab = Lab::userspace(family)?;
    let (token, (_, server)) = (lab.a.token, lab.ends()?);
    let address = Address::from(family.a()[1]).id(20).backup();
    lab.a
        .pm
        .subflow_create(&SubflowCreate::between(token, address, server))?;
    for side in [&mut lab.a, &mut lab.b] {
        side.expect("subflow", |event| match event {
            Event::SubEstablished(_) => Some(()),
            _ => None,
        });
    }
    lab.exchange()?;
    for (namespace, side, ids) in [
        (&lab.pair.a, &lab.a, (20, 0)),
        (&lab.pair.b, &lab.b, (0, 20)),
    ] {
        let (subflows, listed) = namespace.run(|| {
            (
                Diag::open().and_then(|mut diag| diag.subflows()),
                ss::subflows(),
            )
        });
        let (subflows, listed) = (subflows?, listed?);
        assert_eq!(subflows.len(), 2, "{subflows:#?}");
        assert_agree(&subflows, &listed);
        assert!(subflows.iter().all(|subflow| subflow.state == 1));
        let ours = |subflow: &&DiagSubflow| subflow.info.token_loc == Some(side.token);
        assert_eq!(subflows.iter().filter(ours).count(), 2);
        let is_second = |subflow: &&DiagSubflow| {
            let info = &subflow.info;
            (info.id_loc, info.id_rem) == (Some(ids.0), Some(ids.1))
        };
        let second = subflows.iter().find(is_second).expect("the second subflow");
        let backup = SubflowFlags::BKUP_LOC | SubflowFlags::BKUP_REM;
        assert!(second.info.flags.unwrap_or_default().intersects(backup));
    }
    Ok(())
}

/// A connection to which no answer comes: it is neither established nor refused.
fn a_subflow_that_is_being_established_is_listed(family: Family) -> Outcome {
    let mut lab = Lab::userspace(family)?;
    let (token, (_, server)) = (lab.a.token, lab.ends()?);
    lab.pair
        .b
        .run(|| ip::run(&["link", "set", Pair::LINKS[1], "down"]))?;
    let remote = SocketAddr::new(family.b()[1], server.port());
    let create = SubflowCreate::between(token, family.a()[1], remote);
    lab.a.pm.subflow_create(&create)?;
    let subflows = lab.pair.a.run(|| Diag::open()?.subflows())?;
    let under_way = subflows.iter().find(|subflow| subflow.remote == remote);
    let under_way = under_way.expect("the subflow under way");
    assert_eq!(under_way.state, 2, "SYN_SENT");
    assert_eq!(under_way.info.token_loc, Some(token));
    let flags = under_way.info.flags.unwrap_or_default();
    assert_eq!(flags, SubflowFlags::JOIN_LOC);
    Ok(())
}

/// An IPv6 socket that uses IPv4 has IPv6 addresses.
pub(crate) fn mapped_addresses() -> Outcome {
    let mapped: Ipv6Addr = IPV4[0].to_ipv6_mapped();
    let connection = Connection::open((mapped, 0).into())?;
    let snapshot = Diag::open()?.snapshot()?;
    let subflows = &snapshot.subflows;
    assert_eq!(
        (snapshot.connections.len(), subflows.len()),
        (2, 2),
        "{snapshot:#?}"
    );
    assert_agree(subflows, &ss::subflows()?);
    // For a path manager they are IPv4 addresses.
    let mut table = ConnectionTable::new();
    table.resynchronise(&snapshot);
    let client = table
        .iter()
        .find(|(_, known)| known.server_side == Some(false));
    let (_, client) = client.ok_or("no connection that this side opened")?;
    let server = SocketAddr::new(IPV4[0].into(), connection.listener.local_addr()?.port());
    let missing: Vec<_> = client.missing(IPV4[1].into()).collect();
    assert_eq!(missing, [(0, server)]);
    assert_eq!(client.local_id(IPV4[0].into()), Some(0));
    Ok(())
}

pub(crate) fn without_privilege_no_sequence_numbers() -> Outcome {
    let _connection = Connection::open((IPV4[0], 0).into())?;
    // A user namespace inside of the one that owns the network namespace has no capabilities in it.
    unshare(CloneFlags::CLONE_NEWUSER)?;
    let subflows = Diag::open()?.subflows()?;
    assert_eq!(subflows.len(), 2, "{subflows:#?}");
    for DiagSubflow { info, .. } in subflows {
        assert!(info.token_loc.is_some() && info.token_rem.is_some() && info.flags.is_some());
        assert!(info.id_loc.is_some() && info.id_rem.is_some());
        assert_eq!(
            (info.map_seq, info.map_sfseq, info.ssn_offset),
            (None, None, None)
        );
        assert_eq!((info.relwrite_seq, info.map_datalen), (None, None));
    }
    Ok(())
}
