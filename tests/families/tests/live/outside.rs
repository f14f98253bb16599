//! The network namespace in which the tests were started.

use std::error::Error;
use std::fs::File;
use std::io;
use std::os::unix::process::parent_id;
use std::thread;

use nix::sched::{CloneFlags, setns};

/// Runs a closure in a thread in that namespace. Needs `Admin`.
pub(crate) fn outside<T: Send>(
    run: impl FnOnce() -> Result<T, Box<dyn Error>> + Send,
) -> Result<T, Box<dyn Error>> {
    let namespace = File::open(format!("/proc/{}/ns/net", parent_id()))?;
    let inside = || -> Result<T, String> {
        setns(namespace, CloneFlags::CLONE_NEWNET).map_err(|error| error.to_string())?;
        run().map_err(|error| error.to_string())
    };
    let joined = thread::scope(|scope| scope.spawn(inside).join());
    let done = joined.map_err(|_| io::Error::other("the thread panicked"))?;
    Ok(done?)
}
