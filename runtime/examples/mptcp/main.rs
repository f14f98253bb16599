//! Multipath TCP, from nothing to a connection over two addresses, without root and without setup.
//!
//! The program enters a new network namespace, sets limits, adds endpoints, opens an MPTCP connection, and prints the answers
//! and events of the kernel. If the kernel does not allow that, the program says why and replays a recorded run.

#[path = "../common/described.rs"]
mod described;
mod recording;
mod report;

use std::error::Error;
use std::io::{self, Write};
use std::net::IpAddr;
use std::process::ExitCode;
use std::time::Duration;

use genl::mptcp_pm::{AddAddr, Address, AddressFlags, DumpAddrs, MptcpPm, MptcpPmEvent, SetLimits};
use genl::{Client, Listener, Received, Transport};
use genl_tests_network::mptcp::Connection;
use genl_tests_network::namespace::{self, IPV4, IPV6};

/// The events of a connection follow it within a millisecond.
const QUIET: Duration = Duration::from_millis(200);

fn main() -> ExitCode {
    if let Some(argument) = std::env::args().nth(1) {
        return usage(&argument);
    }
    let outcome = match namespace::enter().and_then(|()| namespace::mptcp_available()) {
        Ok(()) => on_the_kernel(),
        Err(unavailable) => {
            let written = writeln!(io::stdout(), "Not on this kernel: {unavailable}");
            written.map_err(Into::into).and_then(|()| replayed())
        }
    };
    let Err(error) = outcome else {
        return ExitCode::SUCCESS;
    };
    // The reader of the output has ended, like `head`.
    if is_broken_pipe(&*error) {
        return ExitCode::SUCCESS;
    }
    let _ = writeln!(io::stderr(), "error: {error}");
    ExitCode::FAILURE
}

fn usage(argument: &str) -> ExitCode {
    const USAGE: &str = "Usage: mptcp";
    if matches!(argument, "-h" | "--help") {
        let _ = writeln!(
            io::stdout(),
            "Shows MPTCP at work in a new network namespace.\n\n{USAGE}"
        );
        return ExitCode::SUCCESS;
    }
    let _ = writeln!(
        io::stderr(),
        "error: unexpected argument '{argument}' found\n\n{USAGE}"
    );
    ExitCode::from(2)
}

fn on_the_kernel() -> Result<(), Box<dyn Error>> {
    writeln!(
        io::stdout(),
        "On the running kernel, in a new network namespace.\n"
    )?;
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    events.set_receive_timeout(Some(QUIET))?;
    run(MptcpPm::connect()?, events, || {
        Connection::open((IPV4[0], 0).into()).map(Some)
    })
}

fn replayed() -> Result<(), Box<dyn Error>> {
    writeln!(
        io::stdout(),
        "This is a REPLAY of bytes recorded on Linux 6.18.\n"
    )?;
    let (pm, events) = recording::peers()?;
    let events = Listener::join(Client::over(events)?, &[MptcpPm::EVENTS])?;
    run(MptcpPm::new(Client::over(pm)?), events, || Ok(None))
}

/// Runs the example, over the kernel's socket or a replay.
fn run<T: Transport>(
    mut pm: MptcpPm<Client<T>>,
    mut events: Listener<MptcpPmEvent, T>,
    connect: impl FnOnce() -> io::Result<Option<Connection>>,
) -> Result<(), Box<dyn Error>> {
    pm.set_limits(&SetLimits {
        rcv_add_addrs: Some(8),
        subflows: Some(8),
    })?;
    report::limits(&mut io::stdout(), pm.get_limits()?)?;

    for ip in [IpAddr::from(IPV4[1]), IpAddr::from(IPV6[1])] {
        pm.add_addr(&AddAddr {
            addr: Address::from(ip).flags(AddressFlags::SUBFLOW),
        })?;
    }
    let endpoints: Vec<_> = pm
        .dump_addrs(&DumpAddrs::default())?
        .collect::<Result<_, _>>()?;
    report::endpoints(&mut io::stdout(), &endpoints)?;

    writeln!(io::stdout(), "Connection")?;
    writeln!(
        io::stdout(),
        "  (Both ends are in this program. No socket listens at the addresses of the\n  client end, so joins to them are refused.)"
    )?;
    let connection = connect()?;
    follow(&mut events)?;
    drop(connection);
    follow(&mut events)
}

/// Prints events until none arrives for a while.
fn follow<T: Transport>(events: &mut Listener<MptcpPmEvent, T>) -> Result<(), Box<dyn Error>> {
    loop {
        match events.next() {
            Ok(Received::Event(event)) => report::event(&mut io::stdout(), &event)?,
            Ok(Received::Overrun) => writeln!(io::stdout(), "  (the kernel dropped events here)")?,
            Err(error) if error.is_timeout() => return Ok(()),
            Err(error) => return Err(error.into()),
        }
    }
}

fn is_broken_pipe(error: &(dyn Error + 'static)) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
