//! Prints the MPTCP events of this network namespace: `mptcp-monitor [--json] [--buffer BYTES]`.
//!
//! Each event is one line. A line of its own tells that the kernel dropped events because they were not read fast enough.

#[path = "common/described.rs"]
mod described;
#[path = "common/monitor.rs"]
mod monitor;
#[path = "common/program.rs"]
mod program;
#[path = "common/signals.rs"]
mod signals;

use std::error::Error;
use std::process::ExitCode;

use genl::mptcp_pm::MptcpPm;

use monitor::{Options, print};

fn main() -> ExitCode {
    program::main(run)
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    if let Some(bytes) = options.buffer {
        events.set_receive_buffer_size(bytes)?;
    }
    signals::stop_on_signals(&events.stopper()?)?;
    program::tell("Waiting for events; Ctrl-C ends.");
    loop {
        match events.next() {
            Err(error) if error.is_stopped() => return Ok(()),
            received => print(received, options)?,
        }
    }
}
