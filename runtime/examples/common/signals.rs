//! Stopping on a signal.

use std::error::Error;

use genl::Stopper;
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::low_level::pipe;

/// Stops a listener on SIGINT and SIGTERM: the signal handler writes to the descriptor of the stopper.
pub(crate) fn stop_on_signals(stopper: &Stopper) -> Result<(), Box<dyn Error>> {
    for signal in [SIGINT, SIGTERM] {
        pipe::register(signal, stopper.to_owned_fd()?)?;
    }
    Ok(())
}
