//! The texts of errors: names of error numbers, and hints that explain an error.

use std::io;

use genl::error::{Errno, ErrorKind};
use genl::{Client, Scripted, genl_family};

use super::common::hex;
use super::errors::{refused, timed_out};
use super::{ADD, ack, answered, endpoint};

genl_family! {
    #[family(name = "machine")]
    trait Machine {
        #[op(1, admin_perm)]
        fn halt();
        #[op(2)]
        fn look();
    }
}

#[test]
fn numbers_have_names() {
    let (mut known, mut internal) = (0, 0);
    for number in 1..=1200 {
        let (shown, name) = (Errno(number).to_string(), Errno(number).name());
        if shown.starts_with("Kernel-internal") {
            internal += 1;
            let name = name.expect("a name");
            assert_eq!(
                shown,
                format!("Kernel-internal error ({name}, errno {number})")
            );
        } else if let Some(name) = name {
            known += 1;
            assert!(shown.ends_with(&format!(" ({name})")), "{shown}");
            assert!(
                !shown.contains("os error") && !shown.starts_with(' '),
                "{shown}"
            );
        } else {
            assert_eq!(shown, format!("Unknown error (errno {number})"));
        }
    }
    // `errno -l` lists the same number on x86-64: from 1 to 133 without 41 and 58.
    assert_eq!((known, internal), (131, 19));
    let names = [11, 17, 35, 95].map(|number| Errno(number).name());
    let expected = ["EAGAIN", "EEXIST", "EDEADLK", "EOPNOTSUPP"];
    assert_eq!(names.map(Option::unwrap_or_default), expected);
    // `include/linux/errno.h`, from 512 on. 520 means nothing.
    let internal = "ERESTARTSYS ERESTARTNOINTR ERESTARTNOHAND ENOIOCTLCMD ERESTART_RESTARTBLOCK EPROBE_DEFER EOPENSTALE \
                    ENOPARAM - EBADHANDLE ENOTSYNC EBADCOOKIE ENOTSUPP ETOOSMALL ESERVERFAULT EBADTYPE EJUKEBOX EIOCBQUEUED \
                    ERECALLCONFLICT ENOGRACE";
    for (number, name) in (512..).zip(internal.split_whitespace()) {
        assert_eq!(Errno(number).name().unwrap_or("-"), name, "{number}");
    }
    for number in [0, -17, i32::MIN, i32::MAX] {
        assert_eq!(
            Errno(number).to_string(),
            format!("Unknown error (errno {number})")
        );
    }
}

#[test]
fn eperm_names_the_capability_and_the_user_namespace() {
    let namespace = "mptcp_pm add-addr: Operation not permitted (EPERM); needs `CAP_NET_ADMIN` in the user namespace that \
                     owns the network namespace";
    assert_eq!(refused(libc::EPERM).to_string(), namespace);
    // The text of another number does not mention capabilities.
    assert_eq!(
        refused(libc::EACCES).to_string(),
        "mptcp_pm add-addr: Permission denied (EACCES)"
    );

    let mut peer = Scripted::new();
    peer.family(Machine::DESCRIPTION, 40).expect("it fits");
    let eperm = ack(0x100, libc::EPERM, "");
    for command in [1, 2] {
        let request = hex(&format!(
            "14000000 2800 0500 00000000 00000000 {command:02x} 01 0000"
        ));
        let steps = [
            genl::transport::Step::Request(&request),
            genl::transport::Step::Answer(&eperm),
        ];
        peer.replay(steps);
    }
    let mut machine = Machine::new(Client::over(peer).expect("a peer"));
    let text = "machine halt: Operation not permitted (EPERM); needs `CAP_NET_ADMIN` in the initial user namespace";
    assert_eq!(machine.halt().unwrap_err().to_string(), text);
    // Anyone may use this operation: the kernel has other reasons.
    let text = "machine look: Operation not permitted (EPERM)";
    assert_eq!(machine.look().unwrap_err().to_string(), text);
}

#[test]
fn a_timeout_hints_at_a_reply_declared_by_mistake() {
    let text = "mptcp_pm get-limits: nothing arrived within the timeout; an operation that the kernel only acknowledges is \
                declared without `->`";
    assert_eq!(timed_out().to_string(), text);
    // This operation declares no reply.
    let error = answered(ADD, &[]).add_addr(&endpoint()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "mptcp_pm add-addr: nothing arrived within the timeout"
    );
}

#[test]
fn every_reason_has_a_text() {
    let error = || io::Error::from_raw_os_error(libc::EINVAL);
    let reasons = [
        (ErrorKind::Stopped, "the listener was stopped"),
        (
            ErrorKind::FamilyGone,
            "the kernel has unregistered the family; events resume when it is registered again",
        ),
        (
            ErrorKind::NoGroups,
            "no multicast group to join; name at least one",
        ),
        (
            ErrorKind::Join {
                group: "events",
                error: error(),
            },
            "cannot join or leave multicast group `events`: Invalid argument (EINVAL)",
        ),
        (ErrorKind::Io(error()), "Invalid argument (EINVAL)"),
        (ErrorKind::Io(io::Error::other("no number")), "no number"),
    ];
    for (reason, text) in reasons {
        assert_eq!(reason.to_string(), text);
    }
}
