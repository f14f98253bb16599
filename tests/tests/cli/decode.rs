//! `genl decode`.

use std::io::Write;
use std::process::Stdio;

use crate::{genl, run, text};

const CAPTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/micro.pcap");

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

    let (code, out, _) = from_input(REQUEST.as_bytes());
    assert_eq!((code, out.as_str()), (Some(0), expected));
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
}

/// What it prints for an input, and its status.
fn from_input(input: &[u8]) -> (Option<i32>, String, String) {
    let mut child = genl(["decode", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("genl starts");
    let mut to_child = child.stdin.take().expect("it has an input");
    to_child.write_all(input).expect("it reads");
    drop(to_child);
    let output = child.wait_with_output().expect("it ends");
    let [out, err] = [output.stdout, output.stderr].map(|it| text(&it).to_owned());
    (output.status.code(), out, err)
}

#[test]
fn captures_may_be_cut() {
    let file = std::fs::read(CAPTURE).expect("the fixture is there");
    let (code, out, err) = from_input(&file[..file.len() - 10]);
    assert_eq!(code, Some(1), "{out}");
    assert!(out.contains("get-family"), "what was whole is shown: {out}");
    assert!(err.contains("the file ends inside of the packet"), "{err}");
}
