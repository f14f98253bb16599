//! Multipath TCP, from nothing to a connection over two addresses, without root and without setup.
//!
//! It makes a network namespace of its own, sets limits, adds endpoints, opens an MPTCP connection over them, and prints what
//! the kernel tells. Where that cannot be done it says why, and replays a recorded run.

mod recording;
mod report;
#[path = "../common/told.rs"]
mod told;

use std::error::Error;
use std::io::{self, Write};
use std::net::IpAddr;
use std::process::ExitCode;
use std::time::Duration;

use genl::mptcp_pm::{AddAddr, Address, AddressFlags, DumpAddrs, MptcpPm, MptcpPmEvent, SetLimits};
use genl::{Client, Listener, Received, Transport};
use genl_tests::mptcp::Connection;
use genl_tests::namespace::{self, IPV4, IPV6};

/// The kernel tells of a connection within a millisecond.
const QUIET: Duration = Duration::from_millis(200);

fn main() -> ExitCode {
    if let Some(argument) = std::env::args().nth(1) {
        eprintln!("{argument}: there is nothing to choose\nUsage: mptcp");
        return ExitCode::FAILURE;
    }
    let outcome = match namespace::enter().and_then(|()| namespace::mptcp_available()) {
        Ok(()) => on_the_kernel(),
        Err(unavailable) => {
            let told = writeln!(io::stdout(), "Not on this kernel: {unavailable}");
            told.map_err(Into::into).and_then(|()| replayed())
        }
    };
    let Err(error) = outcome else {
        return ExitCode::SUCCESS;
    };
    // Whoever reads has read enough, as `head` does.
    if is_broken_pipe(&*error) {
        return ExitCode::SUCCESS;
    }
    eprintln!("{error}");
    ExitCode::FAILURE
}

fn on_the_kernel() -> Result<(), Box<dyn Error>> {
    writeln!(
        io::stdout(),
        "On the running kernel, in a network namespace of its own.\n"
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
        "What follows is a REPLAY of bytes recorded on Linux 6.18.\n"
    )?;
    let (pm, events) = recording::peers()?;
    let events = Listener::join(Client::over(events)?, &[MptcpPm::EVENTS])?;
    run(MptcpPm::new(Client::over(pm)?), events, || Ok(None))
}

/// The whole run, over whatever carries it.
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
        "  (Both of its ends are here. Nothing listens where it was opened from: joins to there are refused.)"
    )?;
    let connection = connect()?;
    follow(&mut events)?;
    drop(connection);
    follow(&mut events)
}

/// Prints events until none comes any more.
fn follow<T: Transport>(events: &mut Listener<MptcpPmEvent, T>) -> Result<(), Box<dyn Error>> {
    loop {
        match events.next() {
            Ok(Received::Event(event)) => report::event(&mut io::stdout(), &event)?,
            Ok(Received::Overrun) => writeln!(io::stdout(), "  (the kernel dropped events here)")?,
            Err(error) if matches!(error.kind(), genl::ErrorKind::Timeout) => return Ok(()),
            Err(error) => return Err(error.into()),
        }
    }
}

fn is_broken_pipe(error: &(dyn Error + 'static)) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
