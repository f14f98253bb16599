//! Stops the command.

use std::io;
use std::thread;

use genl::Stopper;
use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::low_level::pipe;

use crate::failure::Failure;

/// Stops a listener on SIGINT and SIGTERM, and when the reader of the output closes it.
pub(super) fn when_told(stopper: &Stopper) -> Result<(), Failure> {
    let failed =
        |error: io::Error| Failure::failed(format_args!("cannot wait for signals: {error}"));
    for signal in [SIGINT, SIGTERM] {
        let handler = stopper.to_owned_fd().map_err(failed)?;
        pipe::register(signal, handler).map_err(failed)?;
    }
    let stopper = stopper.clone();
    thread::spawn(move || {
        if is_closed() {
            stopper.stop();
        }
    });
    Ok(())
}

/// Waits until the reader of the output closes it. A write would fail too, but the next event may take long.
fn is_closed() -> bool {
    let stdout = io::stdout();
    // `poll` always reports errors of the descriptor.
    let mut fds = [PollFd::new(&stdout, PollFlags::empty())];
    while let Err(error) = poll(&mut fds, None) {
        if error != rustix::io::Errno::INTR {
            return false;
        }
    }
    true
}
