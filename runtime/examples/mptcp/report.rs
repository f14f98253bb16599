//! What happened, as a person wants to read it.

use std::net::SocketAddr;

use genl::mptcp_pm::{
    ConnectionEvent, EndpointReply, Limits, ListenerEvent, MptcpPmEvent, SubflowEvent,
};

pub(crate) fn limits(limits: &Limits) {
    println!("Limits");
    println!("  subflows beside the first: {}", limits.subflows);
    println!("  announced addresses accepted: {}\n", limits.rcv_add_addrs);
}

pub(crate) fn endpoints(endpoints: &[EndpointReply]) {
    println!("Endpoints");
    println!(
        "  {:>3}  {:<16} {:>5}  {:<10} {:>9}",
        "id", "address", "port", "flags", "interface"
    );
    for EndpointReply { addr } in endpoints {
        println!(
            "  {:>3}  {:<16} {:>5}  {:<10} {:>9}",
            or_dash(addr.id),
            or_dash(addr.ip()),
            or_dash(addr.port.filter(|port| *port != 0)),
            addr.flags.map_or_else(String::new, |flags| names(&flags)),
            or_dash(addr.if_idx),
        );
    }
    println!();
}

pub(crate) fn event(event: &MptcpPmEvent) {
    match event {
        MptcpPmEvent::Created(event) => connection("created", event),
        MptcpPmEvent::Established(event) => connection("established", event),
        MptcpPmEvent::Closed(event) => line("closed", Some(event.token), ""),
        MptcpPmEvent::Announced(event) => {
            line(
                "announced",
                Some(event.token),
                &format!("id {} {}", event.rem_id, address(event.remote())),
            );
        }
        MptcpPmEvent::Removed(event) => line(
            "removed",
            Some(event.token),
            &format!("id {}", event.rem_id),
        ),
        MptcpPmEvent::SubEstablished(event) => subflow("subflow established", event),
        MptcpPmEvent::SubPriority(event) => subflow("subflow priority", event),
        MptcpPmEvent::SubClosed(event) => {
            let error = event
                .error
                .map_or_else(String::new, |error| format!(" ({})", errno(error)));
            let ends = between(event.local(), event.remote());
            line(
                "subflow closed",
                Some(event.token),
                &format!("{ends}{error}"),
            );
        }
        MptcpPmEvent::ListenerCreated(event) => listener("listening", event),
        MptcpPmEvent::ListenerClosed(event) => listener("listening no more", event),
        other => println!("  {other:?}"),
    }
}

fn connection(what: &str, event: &ConnectionEvent) {
    let side = if event.server_side == Some(1) {
        " (the side that listened)"
    } else {
        ""
    };
    line(
        what,
        Some(event.token),
        &format!("{}{side}", between(event.local(), event.remote())),
    );
}

fn subflow(what: &str, event: &SubflowEvent) {
    let backup = if event.backup == Some(1) {
        " (backup)"
    } else {
        ""
    };
    line(
        what,
        Some(event.token),
        &format!("{}{backup}", between(event.local(), event.remote())),
    );
}

fn listener(what: &str, event: &ListenerEvent) {
    line(what, None, &address(event.local()));
}

fn line(what: &str, token: Option<u32>, rest: &str) {
    let token = token.map_or_else(String::new, |token| format!("{token:08x}"));
    println!("  {what:<19}  {token:<8}  {rest}");
}

fn between(local: Option<SocketAddr>, remote: Option<SocketAddr>) -> String {
    format!("{} -> {}", address(local), address(remote))
}

fn address(address: Option<SocketAddr>) -> String {
    or_dash(address)
}

fn errno(error: u8) -> String {
    std::io::Error::from_raw_os_error(error.into()).to_string()
}

fn or_dash(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

fn names(flags: &impl bitflags::Flags) -> String {
    let names: Vec<_> = flags
        .iter_names()
        .map(|(name, _)| name.to_lowercase())
        .collect();
    names.join(" ")
}
