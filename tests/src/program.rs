//! The programs of the workspace, and programs that run during a test.

use std::env;
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Once;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::live;

/// Builds the command `genl` and the examples, so that no test runs an old one. Without cargo they are used as they are.
///
/// Live tests need it before they start: in their network namespaces cargo would have no network.
///
/// # Panics
///
/// Panics if they do not compile.
pub fn build() {
    static BUILT: Once = Once::new();
    BUILT.call_once(|| {
        let Some(cargo) = env::var_os("CARGO") else {
            return;
        };
        let mut build = Command::new(cargo);
        // The features are those of a test run of the workspace: then nothing is compiled twice.
        build.args(["build", "--quiet", "--workspace", "--bin", "genl"]);
        build.arg("--examples");
        build.args((!cfg!(debug_assertions)).then_some("--release"));
        build.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let status = build.status().expect("cargo starts");
        assert!(status.success(), "the programs do not compile");
    });
}

/// Returns where the command `genl` was built to, and builds it first unless this is the process of a live test.
pub fn genl() -> PathBuf {
    folder().join("genl")
}

/// Returns where an example was built to, and builds it first unless this is the process of a live test.
pub fn example(name: &str) -> PathBuf {
    folder().join("examples").join(name)
}

/// The folder of the build profile, which holds the folder of the tests.
fn folder() -> PathBuf {
    if !live::is_test_process() {
        build();
    }
    let test = env::current_exe().expect("a test has a path");
    let folder = test.ancestors().nth(2);
    folder.expect("a test lies in `deps`").to_owned()
}

const LIMIT: Duration = Duration::from_secs(5);

/// A running program, in the namespace of the thread that started it. Dropping the value kills it.
#[derive(Debug)]
pub struct Program {
    child: Child,
    lines: Receiver<String>,
}

impl Program {
    /// Starts a program.
    pub fn start(path: impl AsRef<OsStr>, arguments: &[&str]) -> io::Result<Self> {
        let mut command = Command::new(path);
        command.args(arguments).stdin(Stdio::null());
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let (sender, lines) = mpsc::channel();
        let streams: [Option<Box<dyn Read + Send>>; 2] = [
            child.stdout.take().map(|it| Box::new(it) as _),
            child.stderr.take().map(|it| Box::new(it) as _),
        ];
        for stream in streams.into_iter().flatten() {
            let sender = sender.clone();
            thread::spawn(move || {
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    // cargo shows it if the test fails.
                    eprintln!("{line}");
                    // If the receiver is gone, the test no longer needs the lines.
                    let _ = sender.send(line);
                }
            });
        }
        Ok(Self { child, lines })
    }

    /// Waits for the next line that it prints on standard output or standard error.
    ///
    /// # Panics
    ///
    /// Panics if no line arrives in time.
    #[track_caller]
    pub fn line(&self) -> String {
        self.lines.recv_timeout(LIMIT).expect("a line in time")
    }

    /// Waits until it ends, and returns its exit code.
    pub fn end(&mut self) -> Option<i32> {
        let mut status = None;
        live::eventually("the program ends", || {
            status = self.child.try_wait().ok().flatten();
            status.is_some()
        });
        status.and_then(|status| status.code())
    }

    /// Sends a signal to it.
    pub fn signal(&self, signal: Signal) -> io::Result<()> {
        let id = i32::try_from(self.child.id()).map_err(io::Error::other)?;
        Ok(kill(Pid::from_raw(id), signal)?)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
