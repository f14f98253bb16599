//! Requests that the script does not expect: the error shows both by the descriptions of their families.

use genl::{Client, ErrorKind, Scripted, Transport};

use super::common::hex;
use super::{ADD, GET_LIMITS, client, endpoint, expect, peer};

#[test]
fn both_sides_are_shown_by_name() {
    let mut peer = peer();
    let request = "28000000 1c00 0500 00000000 00000000 01 01 0000
        1400 0180  0600 0100 0200 0000  0800 0300 0a000008";
    expect(&mut peer, request, &[]);
    let error = client(peer).add_addr(&endpoint()).unwrap_err();
    let text = "mptcp_pm add-addr: unexpected request
  expected: mptcp_pm add-addr { addr { family: 2 (inet), addr4: 10.0.0.8 } }
      sent: mptcp_pm add-addr { addr { family: 2 (inet), addr4: 10.0.0.7 } }";
    assert_eq!(error.to_string(), text);
    assert!(matches!(error.kind(), ErrorKind::Io(_)));
}

#[test]
fn a_request_is_compared_with_those_that_are_always_answered() {
    let mut client = Client::over(peer()).expect("a peer");
    let error = client.resolve(genl::Family::new("other", 1)).map(drop);
    let text = "nlctrl get-family: unexpected request
  expected: nlctrl get-family { family-name: \"mptcp_pm\" }
      sent: nlctrl get-family { family-name: \"other\" }";
    assert_eq!(error.unwrap_err().to_string(), text);
}

#[test]
fn invisible_differences_are_shown_as_bytes() {
    // The reserved bytes of the header differ.
    let mut peer = peer();
    expect(&mut peer, &GET_LIMITS.replace("01 0000", "01 0001"), &[]);
    let error = client(peer).get_limits().unwrap_err();
    let text = "mptcp_pm get-limits: unexpected request
  expected: mptcp_pm get-limits, as bytes 140000001c000100000000000000000006010001
      sent: mptcp_pm get-limits, as bytes 140000001c000100000000000000000006010000";
    assert_eq!(error.to_string(), text);
}

#[test]
fn a_family_that_the_peer_does_not_know_is_shown_as_bytes() {
    let mut peer = peer();
    // 29 is another family than 28.
    expect(&mut peer, &GET_LIMITS.replace("1c00", "1d00"), &[]);
    let error = client(peer).get_limits().unwrap_err();
    let text = "mptcp_pm get-limits: unexpected request
  expected: 140000001d000100000000000000000006010000
      sent: mptcp_pm get-limits";
    assert_eq!(error.to_string(), text);

    let error = Scripted::new().send(&hex(GET_LIMITS)).unwrap_err();
    let text = "unexpected request
  expected: no further request
      sent: 140000001c000100000000000000000006010000
  help: call `Scripted::family` for each family of the test";
    assert_eq!(error.to_string(), text);
}

#[test]
fn the_script_continues_after_an_unexpected_request() {
    // The expected request is used up. The next request is compared with the next step.
    let mut peer = peer();
    expect(&mut peer, ADD, &[]);
    expect(&mut peer, GET_LIMITS, &[super::limits(0, 3)]);
    let mut pm = client(peer);
    assert!(pm.get_limits().is_err());
    assert_eq!(pm.get_limits().unwrap().subflows, 3);
}
