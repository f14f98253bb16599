//! Sockets in another network namespace than that of the caller.

use std::fs::{self, File};
use std::os::fd::OwnedFd;

use genl::Received;
use genl::mptcp_pm::{MptcpPm, MptcpPmEvent, SetLimits};
use genl::transport::NetworkNamespace;
use genl_tests::mptcp;
use genl_tests::namespace::{self, IPV4};

use crate::lab::Outcome;

/// Returns the network namespace of the calling thread.
fn here() -> std::io::Result<std::path::PathBuf> {
    fs::read_link("/proc/thread-self/ns/net")
}

pub(crate) fn sockets_are_opened_in_the_given_namespace() -> Outcome {
    let (before, there) = (here()?, namespace::NetworkNamespace::new()?);
    let by_path = NetworkNamespace::at(there.path())?;
    let by_descriptor = NetworkNamespace::from(OwnedFd::from(File::open(there.path())?));
    let mut events = by_path.within(|| MptcpPm::listen(&[MptcpPm::EVENTS]))?;
    let mut pm = by_descriptor.within(MptcpPm::connect)?;
    assert_eq!(here()?, before, "the caller stays where it is");

    let limits = |subflows| SetLimits {
        rcv_add_addrs: Some(0),
        subflows: Some(subflows),
    };
    let mut ours = MptcpPm::connect()?;
    ours.set_limits(&limits(3))?;
    pm.set_limits(&limits(7))?;
    assert_eq!(
        (ours.get_limits()?.subflows, pm.get_limits()?.subflows),
        (3, 7)
    );

    // The other namespace does not receive the events of this one.
    drop(mptcp::listen((IPV4[0], 0).into())?);
    assert_eq!(events.try_next()?, None);
    there.run(|| mptcp::listen(([127, 0, 0, 1], 0).into()).map(drop))?;
    let received = events.next()?;
    assert!(
        matches!(received, Received::Event(MptcpPmEvent::ListenerCreated(_))),
        "{received:?}"
    );
    Ok(())
}

pub(crate) fn files_that_are_not_network_namespaces_are_refused() -> Outcome {
    for name in ["", "../net", ".hidden"] {
        let error = NetworkNamespace::named(name).unwrap_err().to_string();
        assert!(
            error.contains(&format!("`{name}` is not the name of a network namespace")),
            "{error}"
        );
    }
    // `ip netns` keeps the namespaces in this directory.
    let error = NetworkNamespace::named("genl-none").unwrap_err();
    assert!(
        error.to_string().contains("/run/netns/genl-none"),
        "{error}"
    );
    // Another kind of file, and another kind of namespace.
    for path in ["/proc/self/status", "/proc/self/ns/uts"] {
        let error = NetworkNamespace::at(path)?.within(|| Ok(())).unwrap_err();
        assert_eq!(error.errno(), Some(libc::EINVAL), "{error}");
    }
    // An error in the other namespace is returned unchanged.
    let there = NetworkNamespace::at(namespace::NetworkNamespace::new()?.path())?;
    let error = there.within(|| MptcpPm::listen(&[])).unwrap_err();
    assert_eq!(
        error.to_string(),
        MptcpPm::listen(&[]).unwrap_err().to_string()
    );
    Ok(())
}
