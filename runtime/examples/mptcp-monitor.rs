//! Shows what happens to the MPTCP connections of this network namespace, as it happens: `mptcp-monitor [--json]`.
//!
//! Every event is one line. Where the kernel dropped events, since they came faster than they were read, a line says so.

#[path = "common/monitor.rs"]
mod monitor;
#[path = "common/signals.rs"]
mod signals;
#[path = "common/told.rs"]
mod told;

use std::error::Error;
use std::process::ExitCode;

use genl::mptcp_pm::MptcpPm;

use monitor::{Options, complain, hint, print};

fn main() -> ExitCode {
    monitor::main("mptcp-monitor", run)
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS]).map_err(hint)?;
    if let Some(bytes) = options.buffer {
        events.set_receive_buffer_size(bytes)?;
    }
    signals::stop_on_signals(&events.stopper()?)?;
    complain("Waiting for events; Ctrl-C ends.");
    loop {
        match events.next() {
            Err(error) if error.is_stopped() => return Ok(()),
            received => print(received, options)?,
        }
    }
}
