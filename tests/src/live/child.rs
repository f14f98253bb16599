//! Child processes with a time limit, which are killed with their whole process group.

use std::env;
use std::io::{self, Read};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use nix::sys::prctl;
use nix::sys::signal::{Signal, killpg};
use nix::sys::wait::{Id, WaitPidFlag, WaitStatus, waitid};
use nix::unistd::Pid;

/// The environment variable that sets the time limit in seconds, instead of [`LIMIT`].
const LIMIT_VARIABLE: &str = "GENL_LIVE_TIMEOUT";

/// The time limit of a child. A live test takes much less than a second.
const LIMIT: Duration = Duration::from_secs(60);

/// Runs a child and returns its standard output. If it fails or hangs, the error contains all its output.
///
/// With `inherit`, the child writes to the output of this process, and nothing is returned.
pub(super) fn run(mut command: Command, inherit: bool) -> Result<String, String> {
    let limit = limit();
    let stream = || {
        if inherit {
            Stdio::inherit()
        } else {
            Stdio::piped()
        }
    };
    command
        .stdin(Stdio::null())
        .stdout(stream())
        .stderr(stream())
        .process_group(0);
    let mut child = command.spawn().map_err(|error| {
        format!(
            "starting {}: {error}",
            command.get_program().to_string_lossy()
        )
    })?;
    let stdout = collect(child.stdout.take());
    let stderr = collect(child.stderr.take());

    let ended = end(&mut child, limit);
    let (stdout, stderr) = (text(stdout), text(stderr));
    let why = match ended {
        Ok(Some(status)) if status.success() => return Ok(stdout),
        Ok(Some(status)) => format!("the test process ended with {status}"),
        Ok(None) => format!(
            "the test process hung and was killed after {limit:?} ({LIMIT_VARIABLE} sets the seconds)"
        ),
        Err(error) => format!("waiting for the test process: {error}"),
    };
    let section = |name, text: String| match text.trim_end() {
        "" => String::new(),
        text => format!("\n--- {name} ---\n{text}"),
    };
    Err(why + &section("stdout", stdout) + &section("stderr", stderr))
}

/// Makes the kernel kill this process when the thread that started it ends, for example when the test run is interrupted.
pub(super) fn die_with_parent() -> io::Result<()> {
    Ok(prctl::set_pdeathsig(Signal::SIGKILL)?)
}

fn limit() -> Duration {
    let seconds = env::var(LIMIT_VARIABLE)
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    seconds.map_or(LIMIT, Duration::from_secs)
}

/// Waits for the child, kills the rest of its process group, and reaps it. Returns `None` if the child had to be killed.
fn end(child: &mut Child, limit: Duration) -> io::Result<Option<ExitStatus>> {
    let id = Pid::from_raw(i32::try_from(child.id()).map_err(io::Error::other)?);
    let deadline = Instant::now() + limit;
    let in_time = loop {
        // The child is not yet reaped. So no other process can have the id of the group when it is killed.
        let state = waitid(
            Id::Pid(id),
            WaitPidFlag::WEXITED | WaitPidFlag::WNOHANG | WaitPidFlag::WNOWAIT,
        )?;
        if state != WaitStatus::StillAlive {
            break true;
        }
        if Instant::now() >= deadline {
            break false;
        }
        thread::sleep(Duration::from_millis(2));
    };
    // Commands that still run would keep the pipes open. It is no error if there are none.
    let _ = killpg(id, Signal::SIGKILL);
    let status = child.wait()?;
    Ok(in_time.then_some(status))
}

/// Reads in the background, because a child blocks when the pipe is full.
fn collect(stream: Option<impl Read + Send + 'static>) -> JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            // The output before a read error is still shown.
            let _ = stream.read_to_end(&mut bytes);
        }
        bytes
    })
}

fn text(bytes: JoinHandle<Vec<u8>>) -> String {
    String::from_utf8_lossy(&bytes.join().unwrap_or_default()).into_owned()
}
