//! `tcp_metrics` after connections over loopback, compared with `ip tcp_metrics`.

use std::io::{Read, Write};
use std::net::{IpAddr, TcpListener, TcpStream};

use genl_families::known;
use genl_families::tcp_metrics::{Select, TcpMetrics, TcpMetricsFamily};
use genl_tests::ip;
use genl_tests::live::{LiveTest, live_test};
use genl_tests::namespace::{IPV4, IPV6, set_sysctl};
use serde_json::Value;
use socket2::{Domain, Socket, Type};

use crate::policy::{self, Outcome};
use crate::tcp_metrics;

pub(crate) const TESTS: &[LiveTest] = &[
    live_test!(tcp_metrics::policy_agrees, needs = [Family("tcp_metrics")]),
    live_test!(
        tcp_metrics::metrics_agree_with_ip,
        needs = [Family("tcp_metrics"), IpTool, Ipv6]
    ),
    live_test!(
        tcp_metrics::deleting_needs_capabilities_in_the_initial_namespace,
        needs = [Family("tcp_metrics")]
    ),
    live_test!(
        tcp_metrics::one_host_is_deleted,
        needs = [Family("tcp_metrics"), IpTool, Ipv6, Admin]
    ),
];

pub(crate) fn policy_agrees() -> Outcome {
    policy::agrees(TcpMetricsFamily::DESCRIPTION, known::TCP_METRICS)
}

/// Opens two connections with TCP Fast Open: the first one gets the cookie. The side that closes first keeps the metrics.
fn connect(address: IpAddr) -> Outcome {
    // Enables it for clients, for servers, and for every server that does not ask.
    set_sysctl("net.ipv4.tcp_fastopen", "1027")?;
    let listener = TcpListener::bind((address, 0))?;
    let server = listener.local_addr()?;
    for _ in 0..2 {
        let socket = Socket::new(Domain::for_address(server), Type::STREAM, None)?;
        socket.send_to_with_flags(b"?", &server.into(), libc::MSG_FASTOPEN)?;
        let (mut accepted, _) = listener.accept()?;
        let mut client = TcpStream::from(socket);
        let mut byte = [0];
        accepted.read_exact(&mut byte)?;
        accepted.write_all(b"!")?;
        client.read_exact(&mut byte)?;
        drop(client);
        assert_eq!(accepted.read(&mut byte)?, 0);
    }
    Ok(())
}

fn host(metrics: &TcpMetrics) -> Option<IpAddr> {
    let addr4 = metrics.addr_ipv4.map(IpAddr::from);
    addr4.or(metrics.addr_ipv6.map(IpAddr::from))
}

fn select(address: IpAddr) -> Select {
    match address {
        IpAddr::V4(address) => Select {
            addr_ipv4: Some(address),
            ..Select::default()
        },
        IpAddr::V6(address) => Select {
            addr_ipv6: Some(address),
            ..Select::default()
        },
    }
}

pub(crate) fn metrics_agree_with_ip() -> Outcome {
    let hosts = [IpAddr::from(IPV4[0]), IpAddr::from(IPV6[0])];
    for address in hosts {
        connect(address)?;
    }
    let mut family = TcpMetricsFamily::connect()?;
    let all: Vec<TcpMetrics> = family.dump()?.collect::<Result<_, _>>()?;
    assert_eq!(all.len(), hosts.len(), "{all:?}");
    let shown: Vec<Value> = serde_json::from_str(&ip::run(&["-json", "tcp_metrics", "show"])?)?;
    for metrics in &all {
        let address = host(metrics).ok_or("no address")?;
        let shown = shown
            .iter()
            .find(|shown| shown["dst"] == address.to_string())
            .ok_or_else(|| format!("`ip` does not show {address}"))?;
        check(metrics, shown)?;
        let mut alone = family.get(&select(address))?;
        assert!(alone.age >= metrics.age, "{alone:?}");
        alone.age = metrics.age;
        assert_eq!(alone, *metrics);
    }
    let error = family.get(&select(IPV4[1].into())).expect_err("nothing");
    assert_eq!(error.raw_os_error(), Some(libc::ESRCH), "{error}");
    let error = family.get(&Select::default()).expect_err("of no family");
    assert_eq!(error.raw_os_error(), Some(libc::EAFNOSUPPORT), "{error}");
    Ok(())
}

/// Compares with a line of `ip`, which prints times in seconds.
fn check(metrics: &TcpMetrics, shown: &Value) -> Outcome {
    let source = metrics.saddr_ipv4.map(IpAddr::from);
    let source = source.or(metrics.saddr_ipv6.map(IpAddr::from));
    assert_eq!(shown["source"], source.ok_or("no source")?.to_string());
    let vals = metrics.vals.as_ref().ok_or("no metrics")?;
    assert_eq!(shown["cwnd"].as_u64(), vals.cwnd.map(u64::from));
    for (name, value) in [
        ("rtt", vals.rtt_us.map(|it| f64::from(it >> 3))),
        ("rttvar", vals.rttvar_us.map(|it| f64::from(it >> 2))),
    ] {
        let (shown, value) = (shown[name].as_f64().ok_or(name)?, value.ok_or(name)?);
        assert!(
            (shown * 1e6 - value).abs() < 1.0,
            "{name}: {shown}, {value}"
        );
    }
    assert!(vals.rtt.is_some() && vals.rttvar.is_some(), "{vals:?}");
    // The name in the output of `ip`.
    assert_eq!(
        shown["fopen_miss"].as_u64(),
        metrics.fopen_mss.map(u64::from)
    );
    let cookie = metrics.fopen_cookie.as_ref().ok_or("no cookie")?;
    let shown_cookie = shown["fo_cookie"].as_str().ok_or("no cookie")?;
    let digits = cookie.iter().map(|byte| format!("{byte:02x}"));
    assert_eq!(digits.collect::<String>(), shown_cookie);
    // It is shorter than the 16 bytes that the YAML requires.
    assert_eq!(cookie.len(), 8);
    assert_eq!(
        (metrics.fopen_syn_drops, metrics.fopen_syn_drop_ts),
        (None, None)
    );
    Ok(())
}

pub(crate) fn deleting_needs_capabilities_in_the_initial_namespace() -> Outcome {
    connect(IPV4[0].into())?;
    let mut family = TcpMetricsFamily::connect()?;
    let error = family.del(&select(IPV4[0].into())).expect_err("no rights");
    assert_eq!(error.raw_os_error(), Some(libc::EPERM), "{error}");
    assert_eq!(family.dump()?.count(), 1);
    Ok(())
}

pub(crate) fn one_host_is_deleted() -> Outcome {
    for address in [IpAddr::from(IPV4[0]), IPV4[1].into(), IPV6[0].into()] {
        connect(address)?;
    }
    let mut family = TcpMetricsFamily::connect()?;
    let left = |family: &mut TcpMetricsFamily| -> Result<Vec<IpAddr>, genl::Error> {
        let hosts = family.dump()?.map(|it| it.map(|metrics| host(&metrics)));
        let mut hosts: Vec<_> = hosts.collect::<Result<_, _>>()?;
        hosts.sort_unstable();
        Ok(hosts.into_iter().flatten().collect())
    };
    family.del(&select(IPV4[0].into()))?;
    assert_eq!(left(&mut family)?, [IpAddr::from(IPV4[1]), IPV6[0].into()]);
    let by_source = Select {
        saddr_ipv6: Some(IPV6[0]),
        ..Select::default()
    };
    assert_eq!(
        family.get(&select(IPV6[0].into()))?.saddr_ipv6,
        by_source.saddr_ipv6
    );
    ip::run(&["tcp_metrics", "delete", "10.5.0.2"])?;
    assert_eq!(left(&mut family)?, [IpAddr::from(IPV6[0])]);
    // An empty request deletes all.
    family.del(&Select::default())?;
    assert!(left(&mut family)?.is_empty());
    Ok(())
}
