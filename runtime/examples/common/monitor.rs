//! What the monitors share: their options, and the line that they print for an event.

use std::env;
use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use genl::mptcp_pm::MptcpPmEvent;
use genl::{ErrorKind, Received};
use serde_json::{Value, json};

use crate::told::Told;

/// Of wrong arguments, as most tools have it.
const USAGE: u8 = 2;

#[derive(Default)]
pub(crate) struct Options {
    json: bool,
    help: bool,
    pub(crate) buffer: Option<usize>,
}

/// Runs a monitor, and tells what is wrong with its arguments, or why it failed.
pub(crate) fn main(name: &str, run: fn(&Options) -> Result<(), Box<dyn Error>>) -> ExitCode {
    let options = match parse(env::args().skip(1)) {
        Ok(options) => options,
        Err(wrong) => {
            complain(&format!("{wrong}\n\n{}", help(name)));
            return ExitCode::from(USAGE);
        }
    };
    let result = if options.help {
        writeln!(io::stdout(), "{}", help(name)).map_err(Into::into)
    } else {
        run(&options)
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_broken_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn help(name: &str) -> String {
    format!(
        "\
Shows MPTCP connections, subflows, addresses and listeners of this network
namespace as they come and go.

Usage: {name} [--json] [--buffer BYTES]

  --json          one JSON object a line, without what an event does not tell
  --buffer BYTES  how much may wait to be read before the kernel drops events
  -h, --help      this text

Needs CAP_NET_ADMIN, which root has."
    )
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options::default();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--json" => options.json = true,
            "--buffer" => {
                let bytes = arguments.next().and_then(|bytes| bytes.parse().ok());
                options.buffer = Some(bytes.ok_or("--buffer takes a number of bytes")?);
            }
            "-h" | "--help" => options.help = true,
            other => return Err(format!("`{other}` is not known")),
        }
    }
    Ok(options)
}

/// Prints what was received, at once, also into a pipe.
pub(crate) fn print(
    received: Result<Received<MptcpPmEvent>, genl::Error>,
    options: &Options,
) -> Result<(), Box<dyn Error>> {
    let line = match received {
        Ok(Received::Event(event)) => event_line(&event, options.json),
        Ok(Received::Overrun) if options.json => json!({ "event": "overrun" }).to_string(),
        Ok(Received::Overrun) => "(the kernel dropped events here)".to_owned(),
        // Events go on behind it.
        Err(error) if is_of_one_event(&error) => {
            complain(&error.to_string());
            return Ok(());
        }
        Err(error) => return Err(error.into()),
    };
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    Ok(out.flush()?)
}

fn is_of_one_event(error: &genl::Error) -> bool {
    use ErrorKind::{DecodeEvent, FamilyGone, Truncated};
    matches!(error.kind(), DecodeEvent(_) | FamilyGone | Truncated { .. })
}

fn event_line(event: &MptcpPmEvent, json: bool) -> String {
    let told = Told::new(event);
    if json {
        object(&told).to_string()
    } else {
        told.to_string()
    }
}

/// The same as JSON: addresses as strings, numbers as numbers.
fn object(told: &Told) -> Value {
    let mut object = json!({
        "event": told.event,
        "token": told.token,
        "local": told.local,
        "remote": told.remote,
        "local_id": told.local_id,
        "remote_id": told.remote_id,
        "server_side": told.server_side,
        "deny_join_id0": told.deny_join_id0,
        "backup": told.backup,
        "interface": told.interface,
        "error": told.error,
        "reset_reason": told.reset_reason,
        "reset_flags": told.reset_flags,
        "command": told.command,
    });
    if let Value::Object(object) = &mut object {
        object.retain(|_, value| !value.is_null());
    }
    object
}

/// Adds what to do about two failures that have nothing to do with the program.
pub(crate) fn hint(error: genl::Error) -> Box<dyn Error> {
    if error.is_permission_denied() {
        format!("{error}; try it as root").into()
    } else if error.is_not_found() {
        format!("{error}: it has no MPTCP (CONFIG_MPTCP, Linux 5.6)").into()
    } else {
        error.into()
    }
}

/// Nobody reads any more, as behind `| head`.
fn is_broken_pipe(error: &(dyn Error + 'static)) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

/// Unlike `eprintln!`, it does not panic where there is no standard error.
pub(crate) fn complain(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}
