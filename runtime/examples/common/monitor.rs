//! What the monitors share: their options, and the line that they print for an event.

use std::error::Error;
use std::io::{self, Write};

use clap::Parser;
use genl::mptcp_pm::MptcpPmEvent;
use genl::{ErrorKind, Received};
use serde_json::{Value, json};

use crate::described::Described;
use crate::program::{tell, write_line};

/// Prints the events of MPTCP connections in this network namespace.
///
/// Connections, subflows, addresses and listeners are printed as they come and go, one event a line.
#[derive(Parser)]
#[command(
    max_term_width = 80,
    after_help = "Needs CAP_NET_ADMIN, which root has.\nExit status: 0 for success, 1 for a failure, 2 for wrong usage."
)]
pub(crate) struct Options {
    /// Print one JSON object a line, without the keys that an event does not have
    #[arg(long)]
    json: bool,
    /// How many bytes of events may wait to be read before the kernel drops events
    #[arg(long, value_name = "BYTES")]
    pub(crate) buffer: Option<usize>,
}

/// Prints what was received, and flushes it: a program may read it through a pipe.
pub(crate) fn print(
    received: Result<Received<MptcpPmEvent>, genl::Error>,
    options: &Options,
) -> Result<(), Box<dyn Error>> {
    let line = match received {
        Ok(Received::Event(event)) => event_line(&event, options.json),
        Ok(Received::Overrun) if options.json => json!({ "event": "overrun" }).to_string(),
        Ok(Received::Overrun) => "(the kernel dropped events here)".to_owned(),
        // The next event can still be received.
        Err(error) if is_of_one_event(&error) => {
            tell(format_args!("error: {error}"));
            return Ok(());
        }
        Err(error) => return Err(error.into()),
    };
    let mut out = io::stdout().lock();
    write_line(&mut out, &line, Described::DETAILS)?;
    Ok(out.flush()?)
}

fn is_of_one_event(error: &genl::Error) -> bool {
    use ErrorKind::{DecodeEvent, FamilyGone, Truncated};
    matches!(error.kind(), DecodeEvent(_) | FamilyGone | Truncated { .. })
}

fn event_line(event: &MptcpPmEvent, json: bool) -> String {
    let event = Described::new(event);
    if json {
        object(&event).to_string()
    } else {
        event.to_string()
    }
}

/// Returns the event as JSON: addresses are strings, numbers are numbers.
fn object(event: &Described) -> Value {
    let mut object = json!({
        "event": event.event,
        "token": event.token,
        "local": event.local,
        "remote": event.remote,
        "local_id": event.local_id,
        "remote_id": event.remote_id,
        "server_side": event.server_side,
        "deny_join_id0": event.deny_join_id0,
        "backup": event.backup,
        "interface": event.interface,
        "error": event.error,
        "reset_reason": event.reset_reason,
        "reset_flags": event.reset_flags,
        "command": event.command,
    });
    if let Value::Object(object) = &mut object {
        object.retain(|_, value| !value.is_null());
    }
    object
}
