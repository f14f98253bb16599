//! Compares a description with the running kernel.
//!
//! The kernel's controller says of a family which operations and groups it has, and which attributes the operations accept
//! (`CTRL_CMD_GETPOLICY`, Linux 5.10). [`check`] asks for all of it and returns a [`Report`]: every [`Difference`], and every
//! [`BlindSpot`], where the kernel does not say enough to tell.
//!
//! ```no_run
//! use genl::Client;
//! use genl::mptcp_pm::MptcpPm;
//!
//! let report = genl::check(MptcpPm::DESCRIPTION, &mut Client::open()?)?;
//! println!("{report}");
//! # Ok::<(), genl::Error>(())
//! ```
//!
//! # As a test
//!
//! One line in a test that returns `Result<(), Box<dyn std::error::Error>>`:
//!
//! ```no_run
//! use genl::Client;
//! use genl::check::Exception;
//! use genl::mptcp_pm::MptcpPm;
//!
//! const UNREAD: &str = "the kernel accepts it and does not read it";
//! const KNOWN: &[Exception] = &[
//!     Exception::new("flush-addrs", "1", "nested", UNREAD),
//!     Exception::new("get-limits", "2", "u32, 0 to 4294967295", UNREAD),
//!     Exception::new("get-limits", "3", "u32, 0 to 4294967295", UNREAD),
//! ];
//!
//! genl::check(MptcpPm::DESCRIPTION, &mut Client::open()?)?.except(KNOWN).agree()?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! An [`Exception`] that is no longer found fails the test as well, so that the list stays true. [`Report::in_part`] is for descriptions that leave
//! operations out. The test needs no rights; the family must be there in its network namespace.
//!
//! # What cannot be told
//!
//! A report without differences says that the kernel does not contradict the description. [`Reason`] lists what the kernel never says
//! (events, replies, names), and what it says of some attributes only: it leaves big-endian integers out, for instance. Each of
//! them is a blind spot of the report, by operation and attribute.
//!
//! # Other kernels, and async clients
//!
//! A [`Snapshot`] holds what a kernel said. Comparing it asks nobody. A check can also be recorded where a kernel runs, and repeated
//! where it does not:
//!
//! ```no_run
//! use genl::mptcp_pm::MptcpPm;
//! use genl::{Client, Netlink, Recorder, Scripted};
//!
//! let mut client = Client::over(Recorder::new(Netlink::open()?))?;
//! genl::check(MptcpPm::DESCRIPTION, &mut client)?;
//! client.transport().to_text(std::fs::File::create("mptcp_pm-6.18.txt")?)?;
//!
//! let kernel = Scripted::from_recording(&std::fs::read_to_string("mptcp_pm-6.18.txt")?)?;
//! let report = genl::check(MptcpPm::DESCRIPTION, &mut Client::over(kernel)?)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! `check_async` is the same for an async client.

mod attributes;
mod compare;
mod exception;
mod expected;
mod payload;
mod reason;
mod report;
mod snapshot;

pub use exception::{Disagreement, Exception};
pub use reason::Reason;
pub use report::{Aspect, BlindSpot, Difference, Report};
pub use snapshot::Snapshot;

use crate::client::Client;
use crate::description::Family;
use crate::error::{DecodeError, Error, ErrorKind};
use crate::nlctrl::{FamilyReply, Nlctrl};
use crate::transport::Transport;

/// Compares the description of a family with the running kernel.
///
/// Sends one request for the family and one for each operation that has policies. See the [module](self) for how to make it a
/// test.
///
/// # Errors
///
/// [`ErrorKind::FamilyNotFound`] if the kernel does not have the family, [`ErrorKind::Decode`] if its answers contradict each
/// other, and whatever fails of the requests. `EOPNOTSUPP`: the kernel is older than Linux 5.10.
pub fn check<T: Transport>(family: &Family, client: &mut Client<T>) -> Result<Report, Error> {
    let live = client.call(&Nlctrl::GET_FAMILY, &Snapshot::for_family(family));
    let mut snapshot = begin(family, live)?;
    for command in snapshot.commands(family) {
        for part in client.dump(&Nlctrl::GET_POLICY, &snapshot.for_policy(command))? {
            match part {
                Ok(part) => snapshot.add(command, part).map_err(contradiction)?,
                Err(error) => has_no_policy(error)?,
            }
        }
    }
    Ok(snapshot.compare(family))
}

/// Compares the description of a family with the running kernel. See [`check`].
#[cfg(feature = "async")]
pub async fn check_async<T: crate::transport::AsyncTransport>(
    family: &Family,
    client: &mut crate::client::AsyncClient<T>,
) -> Result<Report, Error> {
    let live = client
        .call(&Nlctrl::GET_FAMILY, &Snapshot::for_family(family))
        .await;
    let mut snapshot = begin(family, live)?;
    for command in snapshot.commands(family) {
        let request = snapshot.for_policy(command);
        let mut parts = client.dump(&Nlctrl::GET_POLICY, &request).await?;
        while let Some(part) = parts.next().await {
            match part {
                Ok(part) => snapshot.add(command, part).map_err(contradiction)?,
                Err(error) => has_no_policy(error)?,
            }
        }
    }
    Ok(snapshot.compare(family))
}

fn begin(family: &Family, live: Result<FamilyReply, Error>) -> Result<Snapshot, Error> {
    match live {
        Ok(live) if live.family_name == family.name => Ok(Snapshot::new(live)),
        Ok(_) => {
            let error = DecodeError::refused("the reply is about another family");
            Err(Error::new("nlctrl", "get-family", ErrorKind::Decode(error)))
        }
        Err(error) => match error.kind() {
            ErrorKind::Kernel(refusal) if refusal.errno == libc::ENOENT => {
                Err(Error::new(family.name, "check", ErrorKind::FamilyNotFound))
            }
            _ => Err(error),
        },
    }
}

/// `ENODATA` is how the kernel says so.
fn has_no_policy(error: Error) -> Result<(), Error> {
    match error.kind() {
        ErrorKind::Kernel(refusal) if refusal.errno == libc::ENODATA => Ok(()),
        _ => Err(error),
    }
}

fn contradiction(error: DecodeError) -> Error {
    Error::new("nlctrl", "get-policy", ErrorKind::Decode(error))
}
