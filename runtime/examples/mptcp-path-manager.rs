//! A minimal userspace path manager: `mptcp-path-manager [--announce ADDRESS:PORT]... [LOCAL_ADDRESS]...`.
//!
//! It puts its network namespace under the userspace path manager, which rules the connections made from then on. Every one
//! that this side opened gets a subflow from each `LOCAL_ADDRESS` to each address of the peer: the one it was opened to, and
//! those that the peer announces. A subflow that fails is replaced; what fails again is tried once a second.
//!
//! To connections that this side accepted, every `--announce` address is announced. It takes joins on a port of its own, so
//! something has to listen there: the program opens an MPTCP socket before it announces, and keeps it (`Listeners`). An IPv6
//! address with a port is not announced unless `net.ipv4.tcp_timestamps` is 0.

#[path = "common/signals.rs"]
mod signals;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::error::Error;
use std::io::{self, Write};
use std::net::{IpAddr, SocketAddr};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use std::{env, fs};

use genl::Received;
use genl::mptcp_pm::{
    Address, AddressIds, Announce, Connection, ConnectionTable, Diag, Listeners, MptcpPm,
    MptcpPmEvent, SubflowCreate,
};

const PM_TYPE: &str = "/proc/sys/net/mptcp/pm_type";
const RETRY: Duration = Duration::from_secs(1);
const USAGE: &str = "mptcp-path-manager [--announce ADDRESS:PORT]... [LOCAL_ADDRESS]...";

#[derive(Default)]
struct Manager {
    table: ConnectionTable,
    locals: Vec<IpAddr>,
    announce: Vec<SocketAddr>,
    /// The ids of addresses of this host, by connection. One that this side accepted and that is in here knows them.
    ids: HashMap<u32, AddressIds>,
    /// Where no subflow is to be tried until then, or until an event of it: connection, local and remote address.
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

    /// Asks for the subflows that should be there and are not.
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
                        report(&format!("{token:08x} join {local} -> {remote}"), &done);
                        // Under way; or none of ours, made before the userspace path manager took over.
                        let may_retry =
                            matches!(&done, Err(e) if e.raw_os_error() != Some(libc::EINVAL));
                        *held = may_retry.then_some(now + RETRY);
                    }
                }
            }
        }
    }

    /// Tells every connection that this side accepted of the addresses to announce, once.
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
                report(&format!("{token:08x} announce {at}"), &done);
            }
        }
    }
}

fn report(what: &str, done: &Result<(), genl::Error>) {
    let _ = match done {
        Ok(()) => writeln!(io::stdout(), "{what}"),
        Err(error) => writeln!(io::stderr(), "{what}: {error}"),
    };
}

fn usage(wrong: impl std::fmt::Display) -> String {
    format!("{wrong}\nUsage: {USAGE}")
}

fn run() -> Result<(), Box<dyn Error>> {
    let (mut manager, mut arguments) = (Manager::default(), env::args().skip(1));
    let mut listeners = Listeners::new();
    while let Some(argument) = arguments.next() {
        if argument == "--announce" {
            let at = arguments.next().ok_or_else(|| usage("no address"))?;
            let at = listeners.open(at.parse().map_err(usage)?)?;
            manager.announce.push(at);
        } else {
            manager.locals.push(argument.parse().map_err(usage)?);
        }
    }
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    events.set_receive_timeout(Some(RETRY))?;
    signals::stop_on_signals(&events.stopper()?)?;
    // Not before: what is announced to a connection cannot be asked for later.
    fs::write(PM_TYPE, "1").map_err(|error| format!("{PM_TYPE}: {error}; let root write 1"))?;
    let (mut pm, mut diag) = (MptcpPm::connect()?, Diag::open()?);
    manager.table.resynchronise(&diag.snapshot()?);
    writeln!(
        io::stdout(),
        "Managing paths; Ctrl-C ends, and leaves 1 in {PM_TYPE}."
    )?;
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
    let Err(error) = run() else {
        return ExitCode::SUCCESS;
    };
    let _ = writeln!(io::stderr(), "{error}");
    ExitCode::FAILURE
}
