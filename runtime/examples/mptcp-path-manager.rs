//! A small userspace path manager: `mptcp-path-manager [--announce ADDRESS:PORT]... [LOCAL_ADDRESS]...`.
//!
//! It sets `net.mptcp.pm_type` to 1 in its network namespace. From then on, new connections are managed from userspace.
//! A connection that this side opened gets a subflow from each `LOCAL_ADDRESS` to each address of the peer: the address it
//! was opened to, and those that the peer announces. A failed subflow is replaced, at most once a second.
//!
//! A connection that this side accepted is told each `--announce` address. The peer joins at the port of that address, so
//! a socket must listen there. The program opens an MPTCP socket before it announces, and keeps it (`Listeners`). The kernel
//! announces an IPv6 address with a port only if `net.ipv4.tcp_timestamps` is 0.

#[path = "common/program.rs"]
mod program;
#[path = "common/signals.rs"]
mod signals;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::net::{IpAddr, SocketAddr};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::Parser;
use genl::Received;
use genl::mptcp_pm::{
    Address, AddressIds, Announce, Connection, ConnectionTable, Diag, Listeners, MptcpPm,
    MptcpPmEvent, SubflowCreate,
};

use program::tell;

const PM_TYPE: &str = "/proc/sys/net/mptcp/pm_type";
const RETRY: Duration = Duration::from_secs(1);

/// Manages the paths of new MPTCP connections in this network namespace.
///
/// Sets `net.mptcp.pm_type` to 1, and leaves it there when it ends.
#[derive(Parser)]
#[command(
    max_term_width = 80,
    after_help = "Needs root.\nExit status: 0 for success, 1 for a failure, 2 for wrong usage."
)]
struct Options {
    /// Listen at this address, and announce it to connections that were accepted here; may be repeated
    #[arg(long, value_name = "ADDRESS:PORT")]
    announce: Vec<SocketAddr>,
    /// Open subflows from this address, for connections that were opened here
    #[arg(value_name = "LOCAL_ADDRESS")]
    locals: Vec<IpAddr>,
}

#[derive(Default)]
struct Manager {
    table: ConnectionTable,
    locals: Vec<IpAddr>,
    announce: Vec<SocketAddr>,
    /// The ids of the addresses of this host, by connection. An accepted connection has an entry once it was told them.
    ids: HashMap<u32, AddressIds>,
    /// Paths (connection, local and remote address) that wait for this time, or for an event, before the next try.
    held: HashMap<(u32, IpAddr, SocketAddr), Option<Instant>>,
}

impl Manager {
    fn apply(&mut self, event: &MptcpPmEvent) {
        self.table.apply(event);
        match event {
            MptcpPmEvent::SubClosed(event) => {
                if let (Some(local), Some(remote)) = (event.local(), event.remote()) {
                    let path = (event.token, local.ip(), remote);
                    self.held.insert(path, Some(Instant::now() + RETRY));
                }
            }
            MptcpPmEvent::Closed(event) => {
                self.held.retain(|(token, ..), _| *token != event.token);
                self.ids.remove(&event.token);
            }
            _ => {}
        }
    }

    /// Requests the subflows that are missing.
    fn join(&mut self, pm: &mut MptcpPm) {
        let opened = |known: &Connection| known.established && known.server_side == Some(false);
        for (token, connection) in self.table.iter().filter(|(_, known)| opened(known)) {
            let ids = self.ids.entry(token);
            let ids = ids.or_insert_with(|| AddressIds::of(connection));
            for local in &self.locals {
                let here = Address::from(*local).id(ids.assign(*local));
                for (id, remote) in connection.missing(*local) {
                    let (path, now) = ((token, *local, remote), Instant::now());
                    let held = self.held.entry(path).or_insert(Some(now));
                    if held.is_some_and(|until| until <= now) {
                        let there = Address::from(remote).id(id);
                        let create = SubflowCreate::between(token, here.clone(), there);
                        let done = pm.subflow_create(&create);
                        report(&format!("{token:#x} join {local} -> {remote}"), &done);
                        // EINVAL: the connection was made before the userspace path manager was in use.
                        let may_retry =
                            matches!(&done, Err(e) if e.raw_os_error() != Some(libc::EINVAL));
                        *held = may_retry.then_some(now + RETRY);
                    }
                }
            }
        }
    }

    /// Announces the addresses, once, to each connection that this side accepted.
    fn announce(&mut self, pm: &mut MptcpPm) {
        let accepted = |known: &Connection| known.established && known.server_side == Some(true);
        for (token, connection) in self.table.iter().filter(|(_, known)| accepted(known)) {
            let Entry::Vacant(ids) = self.ids.entry(token) else {
                continue;
            };
            let ids = ids.insert(AddressIds::of(connection));
            for at in &self.announce {
                let addr = Address::from(*at).id(ids.assign(*at)).signal();
                let done = pm.announce(&Announce { addr, token });
                report(&format!("{token:#x} announce {at}"), &done);
            }
        }
    }
}

fn report(what: &str, done: &Result<(), genl::Error>) {
    match done {
        // A path manager goes on when nobody reads what it prints.
        Ok(()) => drop(writeln!(io::stdout(), "{what}")),
        Err(error) => tell(format_args!("{what}: {error}")),
    }
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let mut listeners = Listeners::new();
    let announce = options.announce.iter().map(|at| listeners.open(*at));
    let mut manager = Manager {
        announce: announce.collect::<Result<_, _>>()?,
        locals: options.locals.clone(),
        ..Manager::default()
    };
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    events.set_receive_timeout(Some(RETRY))?;
    signals::stop_on_signals(&events.stopper()?)?;
    // After `listen`: addresses that a peer announced before cannot be asked for.
    fs::write(PM_TYPE, "1")
        .map_err(|error| format!("cannot write 1 to {PM_TYPE}: {error}; needs root"))?;
    let (mut pm, mut diag) = (MptcpPm::connect()?, Diag::open()?);
    manager.table.resynchronise(&diag.snapshot()?);
    writeln!(io::stdout(), "Managing paths; Ctrl-C ends.")?;
    loop {
        listeners.reject_connections();
        manager.announce(&mut pm);
        manager.join(&mut pm);
        match events.next() {
            Ok(Received::Event(event)) => manager.apply(&event),
            Ok(Received::Overrun) => {
                manager.table.resynchronise(&diag.snapshot()?);
                manager.held.clear();
            }
            Err(error) if error.is_timeout() => {}
            Err(error) if error.is_stopped() => return Ok(()),
            Err(error) => return Err(error.into()),
        }
    }
}

fn main() -> ExitCode {
    program::main(run)
}
