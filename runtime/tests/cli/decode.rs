//! `genl decode`.

use std::io::Write;
use std::process::Stdio;

use crate::{genl, run, text};

const CAPTURE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../tests/fixtures/captures/micro.pcap"
);

/// `CTRL_CMD_GETFAMILY` as a dump.
const REQUEST: &str = "14000000 10000103 01000000 00000000 03020000";

#[test]
fn captures_are_shown_as_trees_lines_and_json() {
    let tree = run(["decode", CAPTURE]);
    let tree = text(&tree.stdout);
    assert!(
        tree.contains(", to the kernel\nrequest, 36 bytes: type 16 (nlctrl)"),
        "{tree}"
    );
    assert!(tree.contains("\n    family-name: \"mptcp_pm\"\n"), "{tree}");

    let lines = run(["decode", CAPTURE, "--line", "--other-machine"]);
    let lines = text(&lines.stdout);
    let expected = "from the kernel  mptcp_pm get-limits reply { rcv-add-addrs: 0, subflows: 2 }";
    assert!(
        lines.lines().any(|line| line.ends_with(expected)),
        "{lines}"
    );

    let json = run(["decode", CAPTURE, "--json"]);
    let json = text(&json.stdout);
    assert_eq!(json.lines().count(), lines.lines().count());
    for line in json.lines() {
        let value: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        assert!(
            value["messages"].is_array() && value["time"].is_string(),
            "{line}"
        );
    }
}

#[test]
fn digits_are_a_datagram() {
    let expected = "request, 20 bytes: type 16 (nlctrl), flags 0x301 (request | dump), sequence 1, port 0\n  \
                    dump-families (command 3), version 2\n";
    let output = run(["decode", REQUEST]);
    assert_eq!((text(&output.stdout), text(&output.stderr)), (expected, ""));

    let mut child = genl(["decode", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("genl starts");
    let mut input = child.stdin.take().expect("it has an input");
    input.write_all(REQUEST.as_bytes()).expect("it reads");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(text(&output.stdout), expected);
}

#[test]
fn ids_are_given_where_nothing_tells_them() {
    let digits = "14000000 1c000100 01000000 00000000 06010000";
    let unknown = run(["decode", digits, "--other-machine"]);
    assert!(text(&unknown.stdout).starts_with("request, 20 bytes: type 28, "));
    let known = run([
        "decode",
        digits,
        "--other-machine",
        "--id",
        "mptcp_pm=28",
        "--line",
    ]);
    assert_eq!(text(&known.stdout), "mptcp_pm get-limits\n");
}

#[test]
fn what_is_no_datagram_is_refused() {
    for (input, expected) in [
        (
            "/nowhere",
            "genl: `/nowhere` is neither a file nor hexadecimal digits\n",
        ),
        (
            "012",
            "genl: `012` is neither a file nor hexadecimal digits\n",
        ),
        (
            concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"),
            concat!(
                "genl: ",
                env!("CARGO_MANIFEST_DIR"),
                "/Cargo.toml is neither a capture nor hexadecimal digits\n"
            ),
        ),
    ] {
        let output = run(["decode", input]);
        assert_eq!(
            (output.status.code(), text(&output.stderr)),
            (Some(1), expected)
        );
    }
    let cut = run([
        "decode",
        concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../tests/fixtures/captures/cut.pcap"
        ),
    ]);
    assert_eq!(cut.status.code(), Some(1));
    assert!(text(&cut.stderr).contains("the file ends inside of the packet"));
}
