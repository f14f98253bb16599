//! The test harness itself: namespaces, MPTCP, and the output of iproute2.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::thread;

use genl_tests::live::eventually;
use genl_tests::mptcp::{self, Connection};
use genl_tests::namespace::{self, Pair};
use genl_tests::{ip, ss};

pub(crate) fn connection_is_mptcp_over_both_addresses() -> io::Result<()> {
    ip::run(&[
        "mptcp",
        "limits",
        "set",
        "subflows",
        "8",
        "add_addr_accepted",
        "8",
    ])?;
    assert_eq!(
        ip::limits()?,
        ip::Limits {
            add_addr_accepted: 8,
            subflows: 8
        }
    );
    ip::run(&["mptcp", "endpoint", "add", "10.5.0.2", "subflow"])?;
    let endpoints = ip::endpoints()?;
    assert_eq!(endpoints.len(), 1);
    assert_eq!(
        (endpoints[0].address, endpoints[0].flags.as_slice()),
        (
            IpAddr::V4(namespace::IPV4[1]),
            ["subflow".to_owned()].as_slice()
        )
    );

    let connection = Connection::open((namespace::IPV4[0], 0).into())?;
    assert_mptcp(&connection)?;
    eventually("a subflow from the second address", || {
        ss::subflows().is_ok_and(|subflows| {
            subflows
                .iter()
                .any(|subflow| subflow.local.ip() == namespace::IPV4[1])
        })
    });
    Ok(())
}

pub(crate) fn connection_is_mptcp_over_ipv6() -> io::Result<()> {
    assert_mptcp(&Connection::open((namespace::IPV6[0], 0).into())?)
}

pub(crate) fn pair_carries_mptcp_over_both_links() -> io::Result<()> {
    let pair = Pair::new()?;
    pair.a
        .run(|| ip::run(&["mptcp", "endpoint", "add", "10.77.2.1", "subflow"]))?;

    let mut server: Vec<SocketAddr> = vec![(Pair::B_IPV4[0], 5001).into()];
    if pair
        .b
        .run(|| namespace::sysctl("net.ipv6.conf.default.disable_ipv6"))
        .is_ok_and(|off| off == "0")
    {
        server.push((Pair::B_IPV6[1], 5002).into());
    }
    let mut connections = Vec::new();
    for address in server {
        let listener = pair.b.run(|| mptcp::listen(address))?;
        let client = pair.a.run(|| mptcp::connect(address))?;
        let connection = Connection::accept(listener, client)?;
        pair.a.run(|| assert_mptcp(&connection))?;
        connections.push(connection);
    }
    eventually("a subflow over the second link", || {
        let subflows = pair.b.run(ss::subflows).unwrap_or_default();
        subflows.iter().any(|subflow| {
            subflow.peer.ip() == Pair::A_IPV4[1] && subflow.local.ip() == Pair::B_IPV4[0]
        })
    });
    assert!(
        ss::connections()?.is_empty(),
        "the namespace around the pair has no part in it"
    );
    Ok(())
}

pub(crate) fn sysctls_belong_to_the_namespace() -> io::Result<()> {
    assert_eq!(namespace::sysctl("net.mptcp.enabled")?, "1");
    namespace::set_sysctl("net.mptcp.enabled", "0")?;
    let unavailable = namespace::mptcp_available().expect_err("MPTCP is switched off");
    assert!(
        unavailable.remedy().contains("net.mptcp.enabled=1"),
        "{unavailable}"
    );
    Ok(())
}

pub(crate) fn entering_with_threads_is_refused_with_the_reason() {
    let refused = thread::scope(|scope| scope.spawn(namespace::enter).join().expect("no panic"));
    let unavailable = refused.expect_err("this process has two threads");
    assert!(unavailable.remedy().contains("it has 2"), "{unavailable}");
    assert_eq!(unavailable.to_string().lines().count(), 1);
}

/// Checks that the client is listed as MPTCP and has not fallen back to TCP.
fn assert_mptcp(connection: &Connection) -> io::Result<()> {
    let local = connection.client.local_addr()?;
    let listed = ss::connections()?;
    let client = listed
        .iter()
        .find(|socket| socket.local == local && socket.peer.is_some());
    let client = client.unwrap_or_else(|| panic!("{local} is not an MPTCP socket: {listed:#?}"));
    assert!(client.token.is_some() && !client.fallback, "{client:?}");
    Ok(())
}
