//! Runs each live test in a process of its own, which enters private namespaces before it starts any thread.
//!
//! A test target with `harness = false` lists its tests. `cargo test` with its filters and counts, and `cargo nextest`, work as
//! usual. A test is *ignored* if the machine lacks something that it needs, and a line says what. With `--include-ignored`,
//! such a test fails.
//!
//! ```no_run
//! use genl_tests::live::{self, live_test};
//!
//! fn loopback_is_up() {
//!     assert!(std::net::TcpListener::bind(("10.5.0.1", 0)).is_ok());
//! }
//!
//! fn limits_are_small() -> std::io::Result<()> {
//!     assert!(genl_tests::ip::limits()?.subflows <= 8);
//!     Ok(())
//! }
//!
//! fn main() -> std::process::ExitCode {
//!     live::main(&[live_test!(loopback_is_up), live_test!(limits_are_small, needs = [Mptcp, IpTool])])
//! }
//! ```

mod child;
mod family;
mod need;

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsStr;
use std::process::{Command, ExitCode};
use std::thread;
use std::time::{Duration, Instant};

use libtest_mimic::{Arguments, Trial};

#[doc(inline)]
pub use crate::live_test;
use crate::namespace;
use need::Missing;
pub use need::Need;

/// The environment variable that contains the name of the test, in the child process that runs it.
const TEST: &str = "GENL_LIVE_TEST";

/// A test function with its name and needs. [`live_test!`] creates it.
#[derive(Debug, Clone, Copy)]
pub struct LiveTest {
    name: &'static str,
    needs: &'static [Need],
    run: fn() -> ExitCode,
}

impl LiveTest {
    /// Creates a test. [`live_test!`] expands to this.
    pub const fn new(name: &'static str, needs: &'static [Need], run: fn() -> ExitCode) -> Self {
        Self { name, needs, run }
    }

    /// Returns the first need of this test that the machine does not meet.
    fn missing<'a>(&self, missing: &'a Missing) -> Option<&'a str> {
        [Need::Namespaces]
            .iter()
            .chain(self.needs)
            .find_map(|need| missing.get(need))
            .map(String::as_str)
    }

    fn trial(self, ignored: bool, inherit: bool) -> Trial {
        Trial::test(self.name, move || {
            let mut command = Command::new(env::current_exe()?);
            command.env(TEST, self.name);
            child::run(command, inherit).map(drop).map_err(Into::into)
        })
        .with_ignored_flag(ignored)
    }

    /// Runs the test in this process, which is the child and has no threads yet.
    fn run(&self) -> ExitCode {
        let entered = if self.needs.contains(&Need::Admin) {
            namespace::enter_network()
        } else {
            namespace::enter()
        };
        if let Err(unavailable) = entered {
            eprintln!("{unavailable}");
            return ExitCode::FAILURE;
        }
        // This comes after entering a user namespace, which may clear it.
        child::die_with_parent().expect("a signal for the end of the parent");
        (self.run)()
    }
}

/// Creates a [`LiveTest`] from a function without arguments that returns `()` or a `Result`.
///
/// The name of the test is the path as written. `needs` lists variants of [`Need`](crate::live::Need):
/// `needs = [Veth, Family("netdev")]`.
#[macro_export]
macro_rules! live_test {
    ($test:path $(, needs = [$($need:ident $(($name:literal))?),* $(,)?])? $(,)?) => {
        $crate::live::LiveTest::new(
            ::core::stringify!($test),
            &[$($($crate::live::Need::$need $(($name))?),*)?],
            || ::std::process::Termination::report($test()),
        )
    };
}

/// Runs the tests that `cargo test` asks for. This is the `main` of a live test target.
///
/// # Panics
///
/// Panics if two tests have the same name.
pub fn main(tests: &[LiveTest]) -> ExitCode {
    if let Some(code) = need::answer(tests) {
        return code;
    }
    if let Some(name) = env::var_os(TEST) {
        return run_one(tests, &name);
    }
    let mut names = BTreeSet::new();
    for test in tests {
        assert!(
            names.insert(test.name),
            "two live tests are named `{}`",
            test.name
        );
    }

    let arguments = Arguments::from_args();
    let missing = need::missing(tests).unwrap_or_else(|error| {
        // No test is ignored then. The tests themselves will fail with the reason.
        eprintln!("the needs of the tests could not be checked: {error}");
        Missing::new()
    });
    let trials = tests.iter().map(|test| {
        let why = test.missing(&missing);
        let trial = test.trial(why.is_some(), arguments.nocapture);
        if let Some(why) = why.filter(|_| {
            !arguments.list && arguments.is_ignored(&trial) && !arguments.is_filtered_out(&trial)
        }) {
            eprintln!("IGNORED live test `{}`: {why}", test.name);
        }
        trial
    });
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}

/// Returns whether this process runs a single test. Otherwise it is the runner.
pub fn is_test_process() -> bool {
    env::var_os(TEST).is_some()
}

fn run_one(tests: &[LiveTest], name: &OsStr) -> ExitCode {
    let Some(test) = tests.iter().find(|test| *test.name == *name) else {
        eprintln!("no live test {name:?}");
        return ExitCode::FAILURE;
    };
    test.run()
}

/// Waits until the kernel has reached the state that a test expects.
///
/// # Panics
///
/// Panics if it has not reached it after five seconds.
pub fn eventually(what: &str, mut reached: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(5);
    while !reached() {
        assert!(
            Instant::now() < deadline,
            "did not happen within five seconds: {what}"
        );
        thread::sleep(Duration::from_millis(5));
    }
}
