//! Compares a description with the running kernel.
//!
//! The kernel's controller reports the operations and multicast groups of a family, and the attributes that its operations
//! accept (`CTRL_CMD_GETPOLICY`, Linux 5.10). [`check`] requests all of it and returns a [`Report`]. It lists every
//! [`Difference`], and every [`BlindSpot`]: a part of the description that the kernel does not report, so that it cannot be
//! verified.
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
//! An [`Exception`] that no longer applies fails the test too, so the list stays correct. [`Report::in_part`] is for a
//! description that leaves out operations. The test needs no privileges, but the kernel must have the family.
//!
//! # What cannot be verified
//!
//! A report without differences means that the kernel does not contradict the description. Events, replies and names are
//! never reported, and some attributes only in part: for instance, the kernel omits big-endian integers. [`Reason`] lists
//! all such cases. Each of them is a blind spot in the report, with its operation and attribute.
//!
//! # Other kernels, and async clients
//!
//! A [`Snapshot`] holds what a kernel reported. It can be compared without a kernel. A check can also be recorded on one
//! machine, and repeated on another:
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
//! `check_async` does the same with an async client.

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
/// Sends one request for the family, and one for each operation that has policies. The [module](self) shows how to use it
/// in a test.
///
/// ```no_run
/// use genl::Client;
/// use genl::mptcp_pm::MptcpPm;
///
/// let report = genl::check(MptcpPm::DESCRIPTION, &mut Client::open()?)?;
/// for difference in report.differences() {
///     println!("{difference}");
/// }
/// # Ok::<(), genl::Error>(())
/// ```
///
/// # Errors
///
/// - [`ErrorKind::FamilyNotFound`] if the kernel does not have the family.
/// - [`ErrorKind::Decode`] if the answers of the kernel contradict each other.
/// - `EOPNOTSUPP` from a kernel older than Linux 5.10.
/// - The error of a request that fails.
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

/// The kernel answers `ENODATA` if an operation has no policy.
fn has_no_policy(error: Error) -> Result<(), Error> {
    match error.kind() {
        ErrorKind::Kernel(refusal) if refusal.errno == libc::ENODATA => Ok(()),
        _ => Err(error),
    }
}

fn contradiction(error: DecodeError) -> Error {
    Error::new("nlctrl", "get-policy", ErrorKind::Decode(error))
}
