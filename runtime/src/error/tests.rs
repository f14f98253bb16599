//! Errors that would need a kernel, or a stopped listener, are built here directly.

use std::error::Error as _;
use std::io;

use super::{Error, ErrorKind};

fn listen(kind: ErrorKind) -> Error {
    Error::new("tones", "listen", kind)
}

fn join(error: io::Error) -> Error {
    let group = "music";
    listen(ErrorKind::Join { group, error })
}

#[test]
fn a_family_that_is_gone_is_not_found() {
    assert!(listen(ErrorKind::FamilyGone).is_not_found());
    for kind in [
        ErrorKind::Stopped,
        ErrorKind::NoGroups,
        ErrorKind::NotScripted,
    ] {
        assert!(!listen(kind).is_not_found());
    }
    assert!(join(io::Error::from_raw_os_error(libc::ENOENT)).is_not_found());
}

#[test]
fn io_errors_have_a_fitting_kind() {
    let kinds = [
        (ErrorKind::FamilyGone, io::ErrorKind::NotFound),
        (ErrorKind::NoGroups, io::ErrorKind::InvalidInput),
        (ErrorKind::NotInBatch, io::ErrorKind::InvalidInput),
        (
            ErrorKind::ForeignGroup {
                group: "music",
                family: "radios",
            },
            io::ErrorKind::InvalidInput,
        ),
        (ErrorKind::Stopped, io::ErrorKind::Other),
        (
            ErrorKind::Io(io::ErrorKind::BrokenPipe.into()),
            io::ErrorKind::BrokenPipe,
        ),
    ];
    for (reason, kind) in kinds {
        assert_eq!(io::Error::from(listen(reason)).kind(), kind);
    }
    assert_eq!(
        io::Error::from(join(io::ErrorKind::BrokenPipe.into())).kind(),
        io::ErrorKind::BrokenPipe
    );
}

#[test]
fn a_refused_join_keeps_its_number_and_says_which_capability() {
    let text = "tones listen: cannot join or leave multicast group `music`: Operation not permitted (EPERM); joining a group \
                needs `CAP_NET_ADMIN` (for some groups `CAP_SYS_ADMIN`) in the user namespace that owns the network namespace";
    let error = join(io::Error::from_raw_os_error(libc::EPERM));
    assert_eq!(error.to_string(), text);
    assert!(error.is_permission_denied());
    assert!(
        error
            .source()
            .is_some_and(<dyn std::error::Error>::is::<io::Error>)
    );
    assert_eq!(io::Error::from(error).raw_os_error(), Some(libc::EPERM));

    let error = join(io::Error::from_raw_os_error(libc::EINVAL));
    let text =
        "tones listen: cannot join or leave multicast group `music`: Invalid argument (EINVAL)";
    assert_eq!(error.to_string(), text);
}
