//! The state of the path manager, as printed by the command `ip` of iproute2.
//!
//! Every function works in the network namespace of the calling thread.

use std::io;
use std::net::IpAddr;

pub(crate) use genl_tests_network::command::printed;
pub use genl_tests_network::command::{batch, run};
use serde_json::{Map, Value};

/// An endpoint, as listed by `ip mptcp endpoint`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// The address, without its port.
    pub address: IpAddr,
    /// The port, or 0 if there is none.
    pub port: u16,
    /// The address id.
    pub id: u8,
    /// The names of the flags, in alphabetical order.
    pub flags: Vec<String>,
    /// The flags without a name in this version of `ip`, as bits.
    pub raw_flags: u32,
    /// The name of the interface it is bound to.
    pub device: Option<String>,
}

/// The limits, as printed by `ip mptcp limits`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The number of announced addresses that a connection accepts.
    pub add_addr_accepted: u32,
    /// The number of subflows that a connection may have in addition to the first.
    pub subflows: u32,
}

/// Returns the endpoints, in the order of the kernel's table.
pub fn endpoints() -> io::Result<Vec<Endpoint>> {
    parse_endpoints(&run(&["-json", "mptcp", "endpoint", "show"])?)
}

/// Returns the limits.
pub fn limits() -> io::Result<Limits> {
    // iproute2 6.1 does not print them as JSON.
    parse_limits(&run(&["mptcp", "limits", "show"])?)
}

fn parse_endpoints(json: &str) -> io::Result<Vec<Endpoint>> {
    let list: Vec<Map<String, Value>> = serde_json::from_str(json)?;
    list.iter()
        .map(|entry| endpoint(entry).ok_or_else(|| not_understood(json)))
        .collect()
}

fn endpoint(entry: &Map<String, Value>) -> Option<Endpoint> {
    let number = |key| entry.get(key).map_or(Some(0), Value::as_u64);
    let text = |key| entry.get(key).map(|value| value.as_str());
    // Every flag is a key. The order of the keys depends on the features of `serde_json`.
    let flags = entry
        .iter()
        .filter(|(_, value)| **value == Value::Bool(true));
    let mut flags: Vec<_> = flags.map(|(key, _)| key.clone()).collect();
    flags.sort();
    Some(Endpoint {
        address: text("address")??.parse().ok()?,
        port: number("port")?.try_into().ok()?,
        id: number("id")?.try_into().ok()?,
        flags,
        raw_flags: u32::from_str_radix(text("rawflags").unwrap_or(Some("0"))?, 16).ok()?,
        device: entry.get("dev").and_then(Value::as_str).map(str::to_owned),
    })
}

fn parse_limits(text: &str) -> io::Result<Limits> {
    let words: Vec<_> = text.split_whitespace().collect();
    let number = |key| {
        words
            .chunks_exact(2)
            .find(|pair| pair[0] == key)
            .and_then(|pair| pair[1].parse().ok())
    };
    match (number("add_addr_accepted"), number("subflows")) {
        (Some(add_addr_accepted), Some(subflows)) => Ok(Limits {
            add_addr_accepted,
            subflows,
        }),
        _ => Err(not_understood(text)),
    }
}

pub(crate) fn not_understood(text: &str) -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidData,
        format!("not understood: {text}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    // Printed by iproute2 6.1.
    const ENDPOINTS: &str = r#"[{"address":"10.5.0.2","id":1,"subflow":true},
        {"address":"10.5.0.1","port":5000,"id":77,"signal":true,"dev":"lo"},
        {"address":"fd05::1","id":78,"subflow":true,"backup":true,"fullmesh":true,"dev":"v0"},
        {"address":"10.6.0.2","id":200},{"address":"::ffff:10.1.1.1","id":201,"signal":true},
        {"address":"10.0.0.34","id":2,"rawflags":"20"}]"#;

    #[test]
    fn endpoints_of_every_kind() {
        let endpoints = parse_endpoints(ENDPOINTS).unwrap();
        let short: Vec<_> = endpoints
            .iter()
            .map(|endpoint| {
                let Endpoint {
                    address,
                    port,
                    id,
                    flags,
                    raw_flags,
                    device,
                } = endpoint;
                format!(
                    "{address} {port} {id} {} {raw_flags} {}",
                    flags.join("+"),
                    device.as_deref().unwrap_or("-")
                )
            })
            .collect();
        assert_eq!(
            short,
            [
                "10.5.0.2 0 1 subflow 0 -",
                "10.5.0.1 5000 77 signal 0 lo",
                "fd05::1 0 78 backup+fullmesh+subflow 0 v0",
                "10.6.0.2 0 200  0 -",
                "::ffff:10.1.1.1 0 201 signal 0 -",
                "10.0.0.34 0 2  32 -",
            ]
        );
        assert_eq!(parse_endpoints("[]").unwrap(), []);
        assert!(parse_endpoints(r#"[{"address":"10.5.0.2","id":256}]"#).is_err());
    }

    #[test]
    fn limits_in_one_line() {
        let limits = Limits {
            add_addr_accepted: 8,
            subflows: 2,
        };
        assert_eq!(
            parse_limits("add_addr_accepted 8 subflows 2 \n").unwrap(),
            limits
        );
        assert!(parse_limits("subflows 2").is_err());
    }
}
