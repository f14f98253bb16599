//! The sockets, as printed by the command `ss` of iproute2.
//!
//! Every function works in the network namespace of the calling thread.

use std::io;
use std::net::SocketAddr;
use std::process::{Command, Stdio};

use crate::ip::{not_understood, printed};

/// An MPTCP socket, as listed by `ss -M`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// The state, such as `ESTAB` or `LISTEN`.
    pub state: String,
    /// The local address and port.
    pub local: SocketAddr,
    /// The address and port of the peer, or `None` for a listener.
    pub peer: Option<SocketAddr>,
    /// The token of the connection, or `None` for a listener.
    pub token: Option<u32>,
    /// The number of its subflows, without the first.
    pub subflows: u32,
    /// Whether it fell back to TCP.
    pub fallback: bool,
    /// Everything that `ss` says of it.
    pub text: String,
}

/// A TCP connection that is part of an MPTCP connection, as listed by `ss -t`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subflow {
    /// The local address and port.
    pub local: SocketAddr,
    /// The address and port of the peer.
    pub peer: SocketAddr,
    /// One letter per flag: `M` for the first subflow, `J` for a join (`m` or `j` if this side started it), `B` or `b` if the
    /// peer or this side wants it as a backup. ss(8) has the others.
    pub flags: String,
    /// The local token of the connection.
    pub token: u32,
    /// The local address id.
    pub local_id: u8,
    /// The remote address id.
    pub remote_id: u8,
    /// Everything that `ss` says of it.
    pub text: String,
}

/// Returns all MPTCP sockets.
pub fn connections() -> io::Result<Vec<Connection>> {
    parse("-MieanH", connection)
}

/// Returns all subflows of established MPTCP connections.
pub fn subflows() -> io::Result<Vec<Subflow>> {
    parse("-tienH", subflow)
}

/// Resets a TCP connection. Needs `CAP_NET_ADMIN`.
pub fn kill(local: SocketAddr) -> io::Result<()> {
    let arguments = ["-KtnH", "src", &local.to_string()];
    let command = format!("ss {}", arguments.join(" "));
    let output = Command::new("ss")
        .args(arguments)
        .stdin(Stdio::null())
        .output();
    let killed = printed(&command, output)?;
    if killed.trim().is_empty() {
        return Err(io::Error::other(format!("`{command}`: nothing was ended")));
    }
    Ok(())
}

fn parse<T>(options: &str, entry: fn(&str) -> Result<Option<T>, ()>) -> io::Result<Vec<T>> {
    let text = printed(
        &format!("ss {options}"),
        Command::new("ss")
            .arg(options)
            .stdin(Stdio::null())
            .output(),
    )?;
    let entries = entries(&text);
    entries
        .iter()
        .filter_map(|text| entry(text).map_err(|()| not_understood(text)).transpose())
        .collect()
}

/// Joins the lines of each socket. Every line after the first starts with a tab.
fn entries(text: &str) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    for line in text.lines() {
        match entries.last_mut() {
            Some(last) if line.starts_with(char::is_whitespace) => {
                last.push(' ');
                last.push_str(line.trim());
            }
            _ => entries.push(line.trim().to_owned()),
        }
    }
    entries
}

fn connection(text: &str) -> Result<Option<Connection>, ()> {
    let [state, local, peer] = columns(text).ok_or(())?;
    let token = field(text, "token:")
        .map(|token| u32::from_str_radix(token, 16))
        .transpose()
        .map_err(drop)?;
    Ok(Some(Connection {
        state: state.to_owned(),
        local: socket_address(local).ok_or(())?,
        peer: socket_address(peer),
        token,
        subflows: field(text, "subflows:")
            .map_or(Ok(0), str::parse)
            .map_err(drop)?,
        fallback: text.split_whitespace().any(|word| word == "fallback"),
        text: text.to_owned(),
    }))
}

/// Leaves out plain TCP connections, which have no token.
fn subflow(text: &str) -> Result<Option<Subflow>, ()> {
    let Some(token) = text
        .split_once(" tcp-ulp-mptcp ")
        .and_then(|(_, text)| field(text, "token:"))
    else {
        return Ok(None);
    };
    let [_, local, peer] = columns(text).ok_or(())?;
    // token:REMOTE(id:ID)/LOCAL(id:ID)
    let numbers: Vec<_> = token.split(['(', ')', '/', ':']).collect();
    let [_, "id", remote_id, "", token, "id", local_id, ""] = numbers[..] else {
        return Err(());
    };
    Ok(Some(Subflow {
        local: socket_address(local).ok_or(())?,
        peer: socket_address(peer).ok_or(())?,
        flags: text
            .split_once(" tcp-ulp-mptcp ")
            .and_then(|(_, text)| field(text, "flags:"))
            .unwrap_or_default()
            .to_owned(),
        token: u32::from_str_radix(token, 16).map_err(drop)?,
        local_id: local_id.parse().map_err(drop)?,
        remote_id: remote_id.parse().map_err(drop)?,
        text: text.to_owned(),
    }))
}

/// Parses the state, the local address and the remote address. Skips the two queue lengths.
fn columns(text: &str) -> Option<[&str; 3]> {
    let mut words = text.split_whitespace();
    let state = words.next()?;
    Some([state, words.nth(2)?, words.next()?])
}

fn field<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    text.split_whitespace()
        .find_map(|word| word.strip_prefix(key))
}

/// Parses `10.5.0.1:80`, `[fd05::1]:80`, `10.5.0.1%lo:80` or `*:80`. Returns `None` if the port is `*`.
fn socket_address(text: &str) -> Option<SocketAddr> {
    let (host, port) = text.rsplit_once(':')?;
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let host = host.split_once('%').map_or(host, |(host, _)| host);
    let host = if host == "*" { "::" } else { host };
    Some(SocketAddr::new(host.parse().ok()?, port.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    // Printed by iproute2 6.1.
    const MPTCP: &str = "\
ESTAB  0      0      10.5.0.1:38344 10.5.0.1:58869 ino:5534 sk:1 cgroup:/ <->
\t subflows:1 subflows_max:8 add_addr_accepted_max:8 remote_key token:27d32367 write_seq:df010d1ec4a1904 
ESTAB  0      0      [fd05::1]:54586 [fd05::1]:44597 ino:5549 sk:1006 cgroup:/ <->
\t subflows_max:8 fallback remote_key token:8af2a486 write_seq:b3b1ced736b56268
LISTEN 0      128    10.5.0.1:58869  0.0.0.0:*     ino:5532 sk:3 cgroup:/ <->
\t            
";
    const TCP: &str = "\
ESTAB  0      0      10.5.0.2:37687 10.5.0.1:58869 ino:5534 sk:1004 cgroup:/ <->
\t ts sack wscale:10,10 minrtt:0.014 tcp-ulp-mptcp flags:Jjec token:67e6bc5a(id:0)/27d32367(id:1) seq:957fc74099c4aa2e
ESTAB  0      0      10.5.0.2:1 10.5.0.1:2 ino:5534 sk:1004 cgroup:/ <->
\t ts sack bbr
";

    #[test]
    fn connections_and_listeners() {
        let sockets: Vec<_> = entries(MPTCP)
            .iter()
            .map(|text| connection(text).unwrap().unwrap())
            .collect();
        assert_eq!(sockets.len(), 3);
        assert_eq!(
            (sockets[0].token, sockets[0].subflows, sockets[0].fallback),
            (Some(0x27d3_2367), 1, false)
        );
        assert_eq!(sockets[0].peer, Some("10.5.0.1:58869".parse().unwrap()));
        assert_eq!((sockets[1].subflows, sockets[1].fallback), (0, true));
        assert_eq!(sockets[1].local, "[fd05::1]:54586".parse().unwrap());
        assert_eq!(
            (sockets[2].state.as_str(), sockets[2].peer, sockets[2].token),
            ("LISTEN", None, None)
        );
    }

    #[test]
    fn subflows_without_plain_tcp() {
        let subflows: Vec<_> = entries(TCP)
            .iter()
            .filter_map(|text| subflow(text).unwrap())
            .collect();
        assert_eq!(subflows.len(), 1);
        let found = &subflows[0];
        assert_eq!(
            (
                found.flags.as_str(),
                found.token,
                found.local_id,
                found.remote_id
            ),
            ("Jjec", 0x27d3_2367, 1, 0)
        );
        assert_eq!(found.local, "10.5.0.2:37687".parse().unwrap());
    }
}
