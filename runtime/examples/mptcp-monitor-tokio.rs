//! The same as `mptcp-monitor`, in an async program: `mptcp-monitor-tokio [--json]`.

#[path = "common/monitor.rs"]
mod monitor;
#[path = "common/told.rs"]
mod told;

use std::error::Error;
use std::process::ExitCode;

use genl::mptcp_pm::MptcpPm;
use tokio::signal::unix::{SignalKind, signal};

use monitor::{Options, complain, hint, print};

fn main() -> ExitCode {
    monitor::main("mptcp-monitor-tokio", run)
}

#[tokio::main(flavor = "current_thread")]
async fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let mut events = MptcpPm::listen_tokio(&[MptcpPm::EVENTS])
        .await
        .map_err(hint)?;
    if let Some(bytes) = options.buffer {
        events.set_receive_buffer_size(bytes)?;
    }
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    complain("Waiting for events; Ctrl-C ends.");
    loop {
        tokio::select! {
            received = events.next() => print(received, options)?,
            _ = interrupt.recv() => return Ok(()),
            _ = terminate.recv() => return Ok(()),
        }
    }
}
