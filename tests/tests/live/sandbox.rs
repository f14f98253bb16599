//! Restrictions of a sandbox: socket options, system calls, descriptors.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io;
use std::os::fd::AsRawFd;
use std::time::Duration;

use genl::mptcp_pm::{AddAddr, Address, GetAddr, MptcpPm, MptcpPmEvent};
use genl::{ExtendedAck, Received};
use genl_tests::mptcp;
use genl_tests::namespace::IPV4;
use netlink_sys::Socket;
use netlink_sys::protocols::NETLINK_GENERIC;
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule,
};

type Outcome = Result<(), Box<dyn Error>>;

/// Makes a system call of this process fail if its second and third arguments have these values.
fn forbid(call: libc::c_long, arguments: &[(u8, i32)], errno: i32) -> Outcome {
    let conditions = arguments.iter().map(|(place, value)| {
        let value = u64::try_from(*value).expect("a constant that is not negative");
        SeccompCondition::new(*place, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, value)
    });
    let conditions = conditions.collect::<Result<Vec<_>, _>>()?;
    let rules = if conditions.is_empty() {
        Vec::new()
    } else {
        vec![SeccompRule::new(conditions)?]
    };
    let answer = SeccompAction::Errno(u32::try_from(errno)?);
    let filter = SeccompFilter::new(
        BTreeMap::from([(call, rules)]),
        SeccompAction::Allow,
        answer,
        std::env::consts::ARCH.try_into()?,
    )?;
    Ok(seccompiler::apply_filter(&BpfProgram::try_from(filter)?)?)
}

#[track_caller]
fn refused<T>(result: io::Result<T>, errno: i32) {
    let error = result.map(drop).expect_err("the sandbox forbids it");
    assert_eq!(error.raw_os_error(), Some(errno), "{error}");
}

pub(crate) fn without_extended_acks_and_bind() -> Outcome {
    let listening = mptcp::listen((IPV4[0], 0).into())?;
    for option in [libc::NETLINK_EXT_ACK, libc::NETLINK_CAP_ACK] {
        let arguments = [(1, libc::SOL_NETLINK), (2, option)];
        forbid(libc::SYS_setsockopt, &arguments, libc::ENOPROTOOPT)?;
    }
    forbid(libc::SYS_bind, &[], libc::EACCES)?;
    let mut socket = Socket::new(NETLINK_GENERIC)?;
    refused(socket.set_ext_ack(true), libc::ENOPROTOOPT);
    refused(socket.set_cap_ack(true), libc::ENOPROTOOPT);
    refused(socket.bind_auto(), libc::EACCES);

    let mut pm = MptcpPm::connect()?;
    let addr = Address::from(IPV4[1]).id(7);
    pm.add_addr(&AddAddr { addr: addr.clone() })?;
    assert_eq!(pm.get_addr(&GetAddr::by_id(7))?.addr.ip(), addr.ip());
    let twice = pm.add_addr(&AddAddr { addr }).expect_err("id 7 is used");
    assert_eq!(twice.raw_os_error(), Some(libc::EBUSY), "{twice}");
    assert!(twice.extended_ack().is_some_and(ExtendedAck::is_empty));
    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    drop(listening);
    let event = events.next()?;
    assert!(
        matches!(event, Received::Event(MptcpPmEvent::ListenerClosed(_))),
        "{event:?}"
    );
    Ok(())
}

/// Limits the number of further descriptors of this process.
fn leave_descriptors(more: u64) -> Outcome {
    // The kernel assigns the lowest free number, and none at or above the limit.
    let lowest = u64::try_from(File::open("/dev/null")?.as_raw_fd())?;
    let (_, most) = getrlimit(Resource::RLIMIT_NOFILE)?;
    Ok(setrlimit(Resource::RLIMIT_NOFILE, lowest + more, most)?)
}

/// A client uses one descriptor, and never needs another one.
pub(crate) fn with_one_descriptor() -> Outcome {
    leave_descriptors(1)?;
    let mut pm = MptcpPm::connect()?;
    refused(File::open("/dev/null"), libc::EMFILE);
    pm.channel()
        .set_receive_timeout(Some(Duration::from_secs(2)))?;
    pm.get_limits()?;
    drop(pm);

    let mut events = MptcpPm::listen(&[MptcpPm::EVENTS])?;
    refused(File::open("/dev/null"), libc::EMFILE);
    events.set_receive_timeout(Some(Duration::ZERO))?;
    assert!(events.try_next()?.is_none());
    // A second client needs one more.
    let error = events.stopper().expect_err("there is no descriptor");
    assert_eq!(error.raw_os_error(), Some(libc::EMFILE), "{error}");

    drop(events);
    leave_descriptors(0)?;
    let error = MptcpPm::connect().expect_err("there is no descriptor");
    assert_eq!(error.raw_os_error(), Some(libc::EMFILE), "{error}");
    Ok(())
}
