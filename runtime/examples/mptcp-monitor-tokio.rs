//! `mptcp-monitor` as an async program: `mptcp-monitor-tokio [--json] [--buffer BYTES]`.

#[path = "common/described.rs"]
mod described;
#[path = "common/monitor.rs"]
mod monitor;
#[path = "common/program.rs"]
mod program;

use std::error::Error;
use std::process::ExitCode;

use genl::mptcp_pm::MptcpPm;
use tokio::signal::unix::{SignalKind, signal};

use monitor::{Options, print};

fn main() -> ExitCode {
    program::main(run)
}

#[tokio::main(flavor = "current_thread")]
async fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let mut events = MptcpPm::listen_tokio(&[MptcpPm::EVENTS]).await?;
    if let Some(bytes) = options.buffer {
        events.set_receive_buffer_size(bytes)?;
    }
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    program::tell("Waiting for events; Ctrl-C ends.");
    loop {
        tokio::select! {
            received = events.next() => print(received, options)?,
            _ = interrupt.recv() => return Ok(()),
            _ = terminate.recv() => return Ok(()),
        }
    }
}
