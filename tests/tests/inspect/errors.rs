//! Errors, acknowledgements and ends of dumps, and which attribute of the request they are about.

use genl::inspect::{Direction, Inspector, Role};
use genl::mptcp_pm::MptcpPm;
use genl_tests::fixtures;

use super::{direction, inspector};

/// What the last row of a label says, read behind the others.
fn last(label: &str) -> String {
    let mut inspector = inspector();
    let mut said = String::new();
    for row in fixtures::find("in_kernel", label) {
        said = inspector.follow(&row.bytes, direction(&row)).to_string();
    }
    said
}

#[test]
fn a_quoted_request_shows_the_attribute() {
    let text = "\
error, 80 bytes: type 2 (error), flags 0x200 (ack_tlvs), sequence 101, port 2578840331
  add-addr: Invalid argument (EINVAL), number -22
  quoted request, 32 bytes: type 28 (mptcp_pm), flags 0x5 (request | ack), sequence 101, port 0
    add-addr (command 1), version 1
      addr <- the extended ack is about this
        addr4: 10.0.0.50
  extended ack
    msg: \"missing family\"
    offs: 20 (`addr`)
";
    assert_eq!(last("err-add-missing-family-extack-NO-capack"), text);
}

#[test]
fn the_header_of_a_request_is_enough_to_find_the_request() {
    let text = "\
error, 112 bytes: type 2 (error), flags 0x300 (capped | ack_tlvs), sequence 159, port 22518
  add-addr: Numerical result out of range (ERANGE), number -34
  quoted request, 52 bytes: type 28 (mptcp_pm), flags 0x5 (request | ack), sequence 159, port 0
  extended ack
    msg: \"binary attribute size out of range\"
    offs: 32 (`addr.addr6`)
    policy
      min-length: 16
      max-length: 16
      type: 10 (binary)
";
    assert_eq!(last("err-addr6-short-15"), text);
    // Without the request, the byte alone is known.
    let rows = fixtures::find("in_kernel", "err-addr6-short-15");
    let tree = inspector().inspect(&rows[1].bytes, Direction::FromKernel);
    let text = tree.to_string();
    assert!(text.contains("\n    offs: 32\n"), "{text}");
    let line = "mptcp_pm error: Numerical result out of range (ERANGE): binary attribute size out of range \
                (at byte 32 of the request; accepted: binary, 16 bytes)";
    assert_eq!(tree.line().to_string(), line);
}

#[test]
fn missing_attributes_have_their_names() {
    let text = last("err-add-missing-addr-attr");
    assert!(
        text.ends_with("  extended ack\n    miss-type: 1 (`addr`)\n"),
        "{text}"
    );
}

#[test]
fn the_end_of_a_dump_may_be_an_error() {
    let text = "\
error, 48 bytes: type 3 (done), flags 0x202 (multi | ack_tlvs), sequence 179, port 22518
  dump-addrs: Invalid argument (EINVAL), number -22
  extended ack
    msg: \"invalid token\"
    offs: 20 (`token`)
";
    assert_eq!(last("err-dump-bad-token"), text);
}

/// A message of this type, with the error number and what follows.
fn status(kind: u8, flags: u16, number: i32, behind: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0; 16];
    bytes.extend(number.to_ne_bytes());
    bytes.extend(behind);
    let length = u32::try_from(bytes.len()).expect("short");
    bytes[..4].copy_from_slice(&length.to_ne_bytes());
    bytes[4..6].copy_from_slice(&u16::from(kind).to_ne_bytes());
    bytes[6..8].copy_from_slice(&flags.to_ne_bytes());
    bytes
}

#[test]
fn successes_are_not_errors() {
    let inspector = inspector();
    for (kind, number, role, line) in [
        (2, 0, Role::Acknowledgement, "acknowledgement"),
        (2, 7, Role::Acknowledgement, "acknowledgement 7"),
        (3, 0, Role::Done, "done"),
        (3, -4, Role::Error, "error: Interrupted system call (EINTR)"),
        (2, -999, Role::Error, "error: Unknown error (errno 999)"),
        (
            2,
            i32::MIN,
            Role::Error,
            "error: Unknown error (errno 2147483647)",
        ),
    ] {
        let bytes = status(kind, 0, number, &[]);
        let tree = inspector.inspect(&bytes, Direction::FromKernel);
        assert_eq!(tree.messages[0].role, role);
        assert_eq!(tree.line().to_string(), line);
    }
    // devlink ends dumps without an error number.
    let done = &status(3, 2, 0, &[])[..16];
    let done = [&16_u32.to_ne_bytes(), &done[4..]].concat();
    let tree = inspector.inspect(&done, Direction::FromKernel);
    assert_eq!(
        (tree.messages[0].role, &tree.messages[0].fault),
        (Role::Done, &None)
    );
}

#[test]
fn a_number_that_is_cut_is_malformed() {
    let cut = [&18_u32.to_ne_bytes(), &status(2, 0, 0, &[])[4..18]].concat();
    let text = "\
error, 18 bytes: type 2 (error), flags 0x0, sequence 0, port 0
  malformed: has 2 bytes of payload, too few for an error number (at byte 16)
    [00 00]
";
    let tree = Inspector::default().inspect(&cut, Direction::FromKernel);
    assert_eq!(tree.to_string(), text);
}

#[test]
fn errors_are_about_the_request_that_they_quote() {
    // Two requests of one sequence number, as of two programs.
    let rows = fixtures::find("in_kernel", "err-add-missing-family-extack-NO-capack");
    let other = fixtures::find("in_kernel", "err-add-dup-NO-extack-NO-capack");
    let mut inspector = Inspector::new(&[]).with_id(MptcpPm::DESCRIPTION, 28);
    inspector.follow(&rows[0].bytes, Direction::ToKernel);
    inspector.follow(&other[0].bytes, Direction::ToKernel);
    // Only the header of the first one comes back.
    let detail = [8, 0, 2, 0, 24, 0, 0, 0];
    let answer = status(2, 0x300, -22, &[&rows[0].bytes[..16], &detail].concat());
    let tree = inspector.follow(&answer, Direction::FromKernel);
    let line = "mptcp_pm add-addr error: Invalid argument (EINVAL): at `addr.addr4`";
    assert_eq!(tree.line().to_string(), line);
}

#[test]
fn the_place_in_a_request_without_description_is_its_byte() {
    let rows = fixtures::find("in_kernel", "err-add-missing-family-extack-NO-capack");
    let text = "Invalid argument (EINVAL): missing family (at byte 20 of the request)";
    let mut inspector = Inspector::default();
    let tree = inspector.inspect_headers(&rows[1].bytes, Direction::FromKernel);
    assert_eq!(tree.line().to_string(), format!("error: {text}"));
    inspector.set_id("mptcp_pm", 28);
    let tree = inspector.inspect(&rows[1].bytes, Direction::FromKernel);
    assert_eq!(tree.line().to_string(), format!("mptcp_pm error: {text}"));
}

#[test]
fn a_missing_attribute_of_a_nest_is_shown_by_its_path() {
    // `NLMSGERR_ATTR_MISS_TYPE` 1 and `NLMSGERR_ATTR_MISS_NEST` 20.
    let rows = fixtures::find("in_kernel", "err-add-missing-family-extack-NO-capack");
    let detail = [8, 0, 5, 0, 1, 0, 0, 0, 8, 0, 6, 0, 20, 0, 0, 0];
    let answer = status(2, 0x200, -22, &[&rows[0].bytes[..], &detail].concat());
    let text = "\
error, 68 bytes: type 2 (error), flags 0x200 (ack_tlvs), sequence 0, port 0
  add-addr: Invalid argument (EINVAL), number -22
  quoted request, 32 bytes: type 28 (mptcp_pm), flags 0x5 (request | ack), sequence 101, port 0
    add-addr (command 1), version 1
      addr <- the extended ack is about this
        addr4: 10.0.0.50
  extended ack
    miss-type: 1 (`addr.family`)
    miss-nest: 20
";
    let tree = inspector()
        .inspect(&answer, Direction::FromKernel)
        .to_string();
    assert_eq!(tree, text);
}
