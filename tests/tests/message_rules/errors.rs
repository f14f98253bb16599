//! Uses of an error: branching on it, returning it from `main`, converting it to an `io::Error`.

use std::error::Error as _;
use std::io;

use genl::error::ErrorKind;
use genl::mptcp_pm::MptcpPm;
use genl::nlctrl::{GetFamily, Nlctrl};
use genl::{Client, Error, ExtendedAck, KernelError, Listener, Scripted};

use super::{ADD, DUMP, GET_LIMITS, ack, answered, client, done, endpoint, message, part, peer};

/// Returns the error of an `add-addr` that the kernel refused with this number.
pub(super) fn refused(errno: i32) -> Error {
    let mut pm = answered(ADD, &[ack(0x100, errno, "")]);
    pm.add_addr(&endpoint()).unwrap_err()
}

/// Returns the error of a socket with this number.
fn broken(errno: i32) -> Error {
    let mut pm = client(peer());
    pm.channel().resolve(MptcpPm::FAMILY).unwrap();
    let socket = pm.channel().transport();
    socket
        .expect(&MptcpPm::GET_LIMITS, &())
        .map(drop)
        .expect("it fits");
    socket.fail(io::Error::from_raw_os_error(errno));
    pm.get_limits().unwrap_err()
}

pub(super) fn timed_out() -> Error {
    answered(GET_LIMITS, &[]).get_limits().unwrap_err()
}

fn interrupted() -> Error {
    let mut pm = answered(DUMP, &[part(0x12, 1), done(2, 0, "")]);
    let replies = pm.dump_addrs(&genl::mptcp_pm::DumpAddrs::default());
    replies
        .unwrap()
        .find_map(Result::err)
        .expect("NLM_F_DUMP_INTR")
}

fn unknown_family() -> Error {
    let (mut peer, request) = (Scripted::new(), GetFamily::default());
    peer.know(Nlctrl::DESCRIPTION, 16);
    let request = GetFamily {
        family_name: Some("no_such_family".to_owned()),
        ..request
    };
    let expected = peer.expect(&Nlctrl::GET_FAMILY, &request);
    expected
        .and_then(|it| it.refuse(libc::ENOENT, &ExtendedAck::default()))
        .expect("it fits");
    let mut client = Client::over(peer).expect("a peer");
    client
        .resolve(genl::Family::new("no_such_family", 1))
        .map(drop)
        .unwrap_err()
}

fn unknown_group() -> Error {
    let group = MptcpPm::FAMILY.group("no_such_group");
    let client = Client::over(peer()).expect("a peer");
    Listener::<genl::mptcp_pm::MptcpPmEvent, _>::join(client, &[group]).unwrap_err()
}

fn undecodable() -> Error {
    let reply = message(28, 0, 0, "06 01 0000  0600 0200 0100 0000");
    answered(GET_LIMITS, &[reply]).get_limits().unwrap_err()
}

/// The results of all methods, in this order.
fn sorts(error: &Error) -> [bool; 6] {
    [
        error.is_exists(),
        error.is_not_found(),
        error.is_permission_denied(),
        error.is_busy(),
        error.is_interrupted(),
        error.is_timeout(),
    ]
}

#[test]
fn callers_branch_on_the_kind_of_an_error() {
    let sort = |one: usize| core::array::from_fn(|place| place == one);
    let numbers = [
        (libc::EEXIST, sort(0)),
        (libc::ENOENT, sort(1)),
        (libc::ENODEV, sort(1)),
        (libc::ESRCH, sort(1)),
        (libc::EPERM, sort(2)),
        (libc::EACCES, sort(2)),
        (libc::EBUSY, sort(3)),
        (libc::EINTR, sort(4)),
        (512, sort(4)),
        (513, sort(4)),
        (514, sort(4)),
        (516, sort(4)),
        (511, [false; 6]),
        (515, [false; 6]),
        (517, [false; 6]),
        // The kernel did answer.
        (libc::ETIMEDOUT, [false; 6]),
        (libc::EINVAL, [false; 6]),
    ];
    for (errno, sorts_of) in numbers {
        assert_eq!(sorts(&refused(errno)), sorts_of, "{errno}");
    }
    assert_eq!(sorts(&broken(libc::EPERM)), sort(2));
    assert_eq!(sorts(&unknown_family()), sort(1));
    assert_eq!(sorts(&unknown_group()), sort(1));
    assert_eq!(sorts(&interrupted()), sort(4));
    assert_eq!(sorts(&timed_out()), sort(5));
    assert_eq!(sorts(&undecodable()), [false; 6]);
}

#[test]
fn the_number_comes_from_the_kernel_or_the_socket() {
    for error in [refused(17), broken(17)] {
        assert_eq!((error.errno(), error.raw_os_error()), (Some(17), Some(17)));
    }
    for error in [unknown_family(), interrupted(), timed_out(), undecodable()] {
        assert_eq!((error.errno(), error.raw_os_error()), (None, None));
    }
}

#[test]
fn io_errors_keep_the_number() {
    for error in [refused(libc::EBUSY), broken(libc::EBUSY)] {
        let error = io::Error::from(error);
        assert_eq!(error.raw_os_error(), Some(libc::EBUSY));
        assert_eq!(error.kind(), io::ErrorKind::ResourceBusy);
    }
}

#[test]
fn io_errors_without_a_number_keep_the_error() {
    let sorts = [
        (unknown_family(), io::ErrorKind::NotFound),
        (unknown_group(), io::ErrorKind::NotFound),
        (timed_out(), io::ErrorKind::TimedOut),
        (undecodable(), io::ErrorKind::InvalidData),
        // `read_exact` and `copy` of std repeat a call that returned `Interrupted`, which would hide the error.
        (interrupted(), io::ErrorKind::Other),
    ];
    for (error, kind) in sorts {
        let text = error.to_string();
        let error = io::Error::from(error);
        assert_eq!((error.kind(), error.to_string()), (kind, text));
        assert!(
            error
                .get_ref()
                .is_some_and(<dyn std::error::Error + Send + Sync>::is::<Error>)
        );
    }
}

#[test]
fn main_prints_the_text() {
    let text = "mptcp_pm add-addr: File exists (EEXIST)";
    assert_eq!(format!("{:?}", refused(17)), text);
    let kernel = KernelError {
        errno: 17,
        extended_ack: ExtendedAck::default(),
    };
    assert_eq!(format!("{kernel:?}"), "File exists (EEXIST)");
    let ErrorKind::Decode(error) = undecodable().into_kind() else {
        panic!("the reply is too short");
    };
    let text = "attribute `rcv-add-addrs` has 2 bytes, expected 4 (at byte 20)";
    assert_eq!(format!("{error:?}"), text);
    let request = GetFamily {
        family_id: None,
        family_name: Some("sixteen_letters_".to_owned()),
    };
    let error = Nlctrl::new(client(peer()).channel())
        .get_family(&request)
        .unwrap_err();
    let ErrorKind::Encode(error) = error.into_kind() else {
        panic!("the name is too long");
    };
    let text = "attribute `family-name` has 16 bytes, expected at most 15";
    assert_eq!(format!("{error:?}"), text);
    let structure = format!("{error:#?}");
    assert!(
        structure.starts_with("EncodeError {\n    path:"),
        "{structure}"
    );
}

#[test]
fn the_alternate_form_shows_the_structure() {
    let structure = format!("{:#?}", refused(17));
    assert!(
        structure.starts_with("Error {\n    family: \"mptcp_pm\",\n"),
        "{structure}"
    );
    assert!(
        structure.contains("KernelError {\n            errno: 17,"),
        "{structure}"
    );
    let structure = format!("{:#?}", undecodable());
    assert!(
        structure.contains("DecodeError {\n            path:"),
        "{structure}"
    );
}

#[test]
fn the_cause_is_the_source() {
    let source = |error: &Error| error.source().map(ToString::to_string);
    let (kernel, socket) = (refused(17), broken(libc::ENOTCONN));
    assert!(
        kernel
            .source()
            .is_some_and(<dyn std::error::Error>::is::<KernelError>)
    );
    assert_eq!(source(&kernel).as_deref(), Some("File exists (EEXIST)"));
    assert!(
        socket
            .source()
            .is_some_and(<dyn std::error::Error>::is::<io::Error>)
    );
    assert!(
        undecodable()
            .source()
            .is_some_and(<dyn std::error::Error>::is::<genl::DecodeError>)
    );
    assert_eq!(source(&timed_out()), None);
}

#[test]
fn an_error_can_be_handed_to_another_thread() {
    fn is_sendable<E: std::error::Error + Send + Sync + 'static>() {}
    is_sendable::<Error>();
}
