//! `genl watch`.

use std::io;
use std::net::TcpListener;

use genl_tests::ip;
use genl_tests::mptcp::{self, Connection};
use genl_tests::namespace::IPV4;
use nix::sys::signal::Signal;
use serde_json::{Value, json};

use crate::{Outcome, failure, printed, watch};

/// Returns a line without its time, such as `13:02:11.123`.
fn timeless(line: &str) -> &str {
    let (time, rest) = line.split_at_checked(13).unwrap_or((line, ""));
    let is_time = time.bytes().enumerate().all(|(place, byte)| match place {
        2 | 5 => byte == b':',
        8 => byte == b'.',
        12 => byte == b' ',
        _ => byte.is_ascii_digit(),
    });
    assert!(is_time, "{line}");
    rest
}

pub(crate) fn sees_a_connection_come_up() -> Outcome {
    let mut watch = watch(&["mptcp_pm", "--count", "5"])?;
    let connection = Connection::open((IPV4[0], 0).into())?;
    let client = connection.client.local_addr()?;
    let server = connection.listener.local_addr()?;
    let lines: Vec<_> = (0..5).map(|_| watch.line()).collect();
    assert_eq!(
        timeless(&lines[0]),
        format!(
            "listener-created family: 2 (inet), sport: {}, saddr4: {}",
            server.port(),
            server.ip()
        )
    );
    let ends = format!(
        "family: 2 (inet), saddr4: {0}, daddr4: {0}, sport: {1}, dport: {2}, loc-id: 0, rem-id: 0",
        server.ip(),
        client.port(),
        server.port()
    );
    for event in ["created          token: ", "established      token: "] {
        let told = |line: &&String| {
            let line = timeless(line);
            line.starts_with(event) && line.ends_with(&ends)
        };
        assert_eq!(
            lines.iter().filter(told).count(),
            1,
            "{event} {ends} in {lines:#?}"
        );
    }
    assert_eq!(watch.end(), Some(0));
    Ok(())
}

pub(crate) fn prints_json() -> Outcome {
    let watch = watch(&["mptcp_pm", "mptcp_pm_events", "--json"])?;
    let connection = Connection::open((IPV4[0], 0).into())?;
    let server = connection.listener.local_addr()?;
    let first: Value = serde_json::from_str(&watch.line())?;
    assert_eq!(
        (&first["family"], &first["event"], &first["command"]),
        (&json!("mptcp_pm"), &json!("listener-created"), &json!(15))
    );
    let expected = json!({ "family": "inet", "sport": server.port(), "saddr4": server.ip() });
    assert_eq!(first["attributes"], expected);
    let time = first["time"].as_str().unwrap_or_default();
    assert!(time.starts_with("20") && time.ends_with('Z'), "{first}");
    Ok(())
}

pub(crate) fn trees_and_bytes() -> Outcome {
    let tree = watch(&["mptcp_pm", "--tree"])?;
    let bytes = watch(&["mptcp_pm", "--hex"])?;
    let listening = mptcp::listen((IPV4[0], 0).into())?;
    let port = listening.local_addr()?.port();
    let [high, low] = port.to_be_bytes();
    let lines: Vec<_> = (0..6).map(|_| tree.line()).collect();
    assert!(lines[1].starts_with("event, 44 bytes: type "), "{lines:#?}");
    assert_eq!(
        lines[2..],
        [
            "  listener-created (command 15), version 1".to_owned(),
            "    family: 2 (inet)".to_owned(),
            format!("    sport: {port}"),
            format!("    saddr4: {}", IPV4[0]),
        ]
    );
    let lines: Vec<_> = (0..7).map(|_| bytes.line()).collect();
    let line = format!("   28  06 00 09 00 {high:02x} {low:02x} 00 00      sport: {port}");
    assert!(lines.contains(&line), "{line} in {lines:#?}");
    Ok(())
}

/// The event of `netdev` for a new device: attribute 1 is its index.
pub(crate) fn families_without_a_description() -> Outcome {
    let lines = watch(&["netdev", "mgmt"])?;
    let objects = watch(&["netdev", "mgmt", "--json"])?;
    ip::run(&[
        "link", "add", "name", "seen", "type", "veth", "peer", "name", "other",
    ])?;
    let index = ip::run(&["-json", "link", "show", "seen"])?;
    let index: Value = serde_json::from_str(&index)?;
    let index = u32::try_from(index[0]["ifindex"].as_u64().ok_or("no index")?)?;
    let digits = index.to_ne_bytes().map(|it| format!("{it:02x}")).concat();
    // `NETDEV_CMD_DEV_ADD_NTF` of both devices.
    let added: Vec<_> = (0..2).map(|_| lines.line()).collect();
    let expected = format!("command 2  #1: {digits} (4 bytes, {index}), #3: ");
    assert!(
        added
            .iter()
            .any(|line| timeless(line).starts_with(&expected)),
        "{expected} in {added:#?}"
    );
    let added = [objects.line(), objects.line()];
    let expected = format!("\"command\":2,\"attributes\":{{\"1\":\"0x{digits}\"");
    assert!(
        added.iter().any(|line| line.contains(&expected)),
        "{expected} in {added:#?}"
    );
    Ok(())
}

/// The command sleeps while 40 sockets start to listen, and its buffer holds two events.
pub(crate) fn overruns_are_reported_in_order() -> Outcome {
    let watch = watch(&["mptcp_pm", "--json", "--buffer", "1"])?;
    watch.signal(Signal::SIGSTOP)?;
    let listening: Vec<TcpListener> = (0..40)
        .map(|_| mptcp::listen((IPV4[0], 0).into()))
        .collect::<io::Result<_>>()?;
    watch.signal(Signal::SIGCONT)?;
    let event = || -> Result<Value, serde_json::Error> { serde_json::from_str(&watch.line()) };
    let mut before = 0;
    loop {
        let told = event()?;
        if told["overrun"] == true {
            break;
        }
        let port = listening[before].local_addr()?.port();
        assert_eq!(told["attributes"]["sport"], json!(port));
        before += 1;
    }
    assert!(before > 0, "what came before the loss is told before it");
    let late = mptcp::listen((IPV4[0], 0).into())?;
    assert_eq!(
        event()?["attributes"]["sport"],
        json!(late.local_addr()?.port())
    );
    Ok(())
}

pub(crate) fn ends_on_signals_and_limits() -> Outcome {
    for signal in [Signal::SIGINT, Signal::SIGTERM] {
        let mut watch = watch(&["mptcp_pm"])?;
        watch.signal(signal)?;
        assert_eq!(watch.end(), Some(0), "{signal}");
    }
    let watching = "genl: watching mptcp_pm (mptcp_pm_cmds, mptcp_pm_events); Ctrl-C ends\n";
    let (code, said) = failure(&["watch", "mptcp_pm", "--timeout", "0.2"])?;
    assert_eq!((code, said.as_str()), (Some(0), watching));
    let (code, said) = failure(&["watch", "mptcp_pm", "--timeout", "0.2", "--count", "3"])?;
    let expected = format!("{watching}genl: received 0 of 3 events in 0.2 seconds\n");
    assert_eq!((code, said), (Some(1), expected));
    let (code, said) = failure(&["watch", "mptcp_pm", "--count", "0"])?;
    assert!(
        code == Some(2) && said.starts_with("genl: invalid value '0'"),
        "{said}"
    );
    let (code, said) = failure(&["watch", "mptcp_pm", "events"])?;
    let expected = "genl: mptcp_pm has no multicast group `events`\n\
                    help: expected one of `mptcp_pm_cmds`, `mptcp_pm_events`\n";
    assert_eq!((code, said.as_str()), (Some(1), expected));
    // Other commands do not wait for events.
    assert!(printed(&["list"])?.contains("mptcp_pm"));
    Ok(())
}
