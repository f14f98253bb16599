//! Every kind of error: its text, its data, and its conversion to [`io::Error`].

use std::io;
use std::time::Duration;

use genl::error::ErrorKind;
use genl::mptcp_pm::{Address, Diag, GetAddr};
use genl::nlctrl::{GetFamily, Nlctrl};
use genl::transport::Step;
use genl::{Client, Error, Family, Scripted};
use genl_tests::fixtures::{self, Direction};

use super::common::hex;
use super::{ADD, GET_LIMITS, ack, answered, client, endpoint, message, peer};

/// The text, the kind as an `io::Error`, and the names of family and operation. The `io::Error` has the number, or contains the
/// whole error.
#[track_caller]
fn is(error: Error, operation: &str, kind: io::ErrorKind, text: &str) {
    assert_eq!((error.family(), error.operation()), ("mptcp_pm", operation));
    assert_eq!(error.to_string(), text);
    let errno = error.errno();
    let error = io::Error::from(error);
    assert_eq!((error.kind(), error.raw_os_error()), (kind, errno));
    assert!(errno.is_some() || error.to_string() == text, "{error}");
}

#[test]
fn every_kind_has_its_text() {
    let missing = ack(0x300, 22, "0800 0500 01000000  0800 0600 14000000");
    let error = answered(ADD, &[missing]).add_addr(&endpoint()).unwrap_err();
    let text = "mptcp_pm add-addr: Invalid argument (EINVAL): missing attribute `addr.family`";
    is(error, "add-addr", io::ErrorKind::InvalidInput, text);

    // "address family not supported", and offset 24.
    let words = "2100 0100 616464726573732066616d696c79206e6f7420737570706f7274656400 000000";
    let refused = ack(0x300, 22, &format!("{words} 0800 0200 18000000"));
    let error = answered(ADD, &[refused]).add_addr(&endpoint()).unwrap_err();
    let text = "mptcp_pm add-addr: Invalid argument (EINVAL): address family not supported (at `addr.family`)";
    is(error, "add-addr", io::ErrorKind::InvalidInput, text);

    let get = "20000000 1c00 0100 00000000 00000000 03 01 0000  0c00 0180 0500 0200 07 000000";
    let reply =
        "03 01 0000  2400 0180  0600 0100 0200 0000  0500 0200 07 000000  0800 0600 03000000
        0800 0500 00000000";
    let mut pm = answered(get, &[message(28, 0, 0, reply)]);
    let addr = Address::with_id(7);
    let error = pm.get_addr(&GetAddr { addr, token: None }).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Decode(_)));
    let text =
        "mptcp_pm get-addr reply: attribute `addr.port` has 4 bytes, expected 2 (at byte 48)";
    is(error, "get-addr", io::ErrorKind::InvalidData, text);
}

#[test]
fn errors_keep_their_parts() {
    let error = answered(ADD, &[ack(0x100, 1, "")])
        .add_addr(&endpoint())
        .unwrap_err();
    assert_eq!(error.raw_os_error(), Some(libc::EPERM));
    assert!(
        error
            .extended_ack()
            .is_some_and(genl::ExtendedAck::is_empty)
    );
    let ErrorKind::Kernel(kernel) = error.kind() else {
        panic!("{error:?}");
    };
    assert_eq!(kernel.errno, 1);
    assert_eq!(kernel.to_string(), "Operation not permitted (EPERM)");
    let text = "mptcp_pm add-addr: Operation not permitted (EPERM); needs `CAP_NET_ADMIN` in the user namespace that owns \
                the network namespace";
    is(error, "add-addr", io::ErrorKind::PermissionDenied, text);
}

#[test]
fn timeouts() {
    let mut pm = answered(GET_LIMITS, &[]);
    pm.channel()
        .set_receive_timeout(Some(Duration::from_millis(1)))
        .unwrap();
    let error = pm.get_limits().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Timeout));
    assert_eq!((error.raw_os_error(), error.extended_ack()), (None, None));
    let text = "mptcp_pm get-limits: nothing arrived within the timeout; an operation that the kernel only acknowledges is \
                declared without `->`";
    is(error, "get-limits", io::ErrorKind::TimedOut, text);
    assert_eq!(genl::client::RECEIVE_TIMEOUT, Duration::from_secs(5));
}

#[test]
fn requests_that_cannot_be_encoded_are_not_sent() {
    let mut nlctrl = Nlctrl::new(Client::over(Scripted::new()).unwrap());
    let request = GetFamily {
        family_id: None,
        family_name: Some("sixteen_letters_".to_owned()),
    };
    // The peer would fail with another text if it received a request.
    let error = nlctrl.get_family(&request).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Encode(_)));
    assert_eq!(
        error.to_string(),
        "nlctrl get-family: attribute `family-name` has 16 bytes, expected at most 15"
    );
    assert_eq!(io::Error::from(error).kind(), io::ErrorKind::InvalidInput);
}

#[test]
fn sockets_that_fail() {
    let mut pm = client(peer());
    // The script is empty, so sending fails.
    let error = pm.get_limits().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Io(_)));
    let text = "mptcp_pm get-limits: unexpected request
  expected: no further request
      sent: mptcp_pm get-limits";
    is(error, "get-limits", io::ErrorKind::Other, text);

    let mut pm = answered(GET_LIMITS, &[]);
    pm.channel()
        .resolve(genl::mptcp_pm::MptcpPm::FAMILY)
        .unwrap();
    pm.channel()
        .transport()
        .fail(io::Error::from_raw_os_error(libc::ECONNRESET));
    let error = pm.get_limits().unwrap_err();
    assert_eq!(error.raw_os_error(), Some(libc::ECONNRESET));
    let text = "mptcp_pm get-limits: Connection reset by peer (ECONNRESET)";
    is(error, "get-limits", io::ErrorKind::ConnectionReset, text);
}

/// The request of such a client names no family.
#[test]
fn rule_36_another_protocol_has_no_families_to_look_up() {
    let header = "48000000 1400 0103 00000000 00000000  02 06 02 00 ffffffff";
    let request = hex(&(header.to_owned() + &"00".repeat(48)));
    let refusal = ack(0x100, libc::ENOENT, "");
    let mut peer = Scripted::new();
    peer.replay([Step::Request(&request), Step::Answer(&refusal)]);
    let error = Diag::over(peer).unwrap().subflows().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Kernel(_)));
    assert_eq!(error.raw_os_error(), Some(libc::ENOENT));
}

#[test]
fn missing_families() {
    let mut request = fixtures::bytes("in_kernel", "err-ctrl-unknown-family-name", Direction::Tx);
    // The request asks for no acknowledgement.
    request[6] = 1;
    let reply = fixtures::bytes("in_kernel", "err-ctrl-unknown-family-name", Direction::Rx);
    let mut peer = Scripted::new();
    peer.replay([Step::Request(&request), Step::Answer(&reply)]);
    let mut client = Client::over(peer).unwrap();
    let error = client.resolve(Family::new("no_such_fam", 1)).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::FamilyNotFound));
    assert_eq!(
        error.to_string(),
        "no_such_fam connect: the running kernel has no such generic netlink family"
    );
    assert_eq!(io::Error::from(error).kind(), io::ErrorKind::NotFound);
    assert_eq!(client.transport().outstanding(), 0);
}

#[test]
fn families_are_looked_up_once() {
    let mut peer = Scripted::new();
    let mut request = fixtures::bytes("in_kernel", "ctrl-getfamily-mptcp_pm", Direction::Tx);
    request[6] = 1;
    let reply = fixtures::bytes("in_kernel", "ctrl-getfamily-mptcp_pm", Direction::Rx);
    peer.replay([Step::Request(&request), Step::Answer(&reply)]);
    let mut client = Client::over(peer).unwrap();
    for _ in 0..2 {
        let resolved = client.resolve(genl::mptcp_pm::MptcpPm::FAMILY).unwrap();
        assert_eq!(resolved.id, 28);
        let groups: Vec<_> = resolved
            .groups
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(groups, ["mptcp_pm_cmds", "mptcp_pm_events"]);
    }
}
