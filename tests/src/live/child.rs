//! A child process with a time limit, whose whole process group goes away with it.

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

/// Seconds a child may take, if not [`LIMIT`].
const LIMIT_VARIABLE: &str = "GENL_LIVE_TIMEOUT";

/// Generous: a live test takes well under a second.
const LIMIT: Duration = Duration::from_secs(60);

/// Runs a child and returns what it printed on its standard output. Failing or hanging is an error, with all its output.
///
/// With `inherit` its output goes where ours goes, and is not returned.
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

/// Has this process killed when the thread that started it goes away, as when the test run is interrupted.
pub(super) fn die_with_parent() -> io::Result<()> {
    Ok(prctl::set_pdeathsig(Signal::SIGKILL)?)
}

fn limit() -> Duration {
    let seconds = env::var(LIMIT_VARIABLE)
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    seconds.map_or(LIMIT, Duration::from_secs)
}

/// Waits for the child, kills what is left of its process group, and reaps it. None if it had to be killed.
fn end(child: &mut Child, limit: Duration) -> io::Result<Option<ExitStatus>> {
    let id = Pid::from_raw(i32::try_from(child.id()).map_err(io::Error::other)?);
    let deadline = Instant::now() + limit;
    let in_time = loop {
        // Not reaped yet, so that the group's id cannot have passed on to others when it is killed.
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
    // Commands the test left running would keep our ends of the pipes open. That there are none is no error.
    let _ = killpg(id, Signal::SIGKILL);
    let status = child.wait()?;
    Ok(in_time.then_some(status))
}

/// Reads in the background, as a child that prints more than a pipe holds waits for its reader.
fn collect(stream: Option<impl Read + Send + 'static>) -> JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            // What came before a read error is still worth showing.
            let _ = stream.read_to_end(&mut bytes);
        }
        bytes
    })
}

fn text(bytes: JoinHandle<Vec<u8>>) -> String {
    String::from_utf8_lossy(&bytes.join().unwrap_or_default()).into_owned()
}
