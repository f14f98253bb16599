//! `genl call`.

use std::io::Write;
use std::net::IpAddr;
use std::process::{Command, Stdio};

use genl_tests::ip;
use genl_tests::namespace::{IPV4, IPV6};
use genl_tests::program;
use serde_json::{Value, json};

use crate::{Outcome, failure, json, printed};

pub(crate) fn adds_and_deletes_what_ip_sees() -> Outcome {
    let v4 = format!("addr.addr4={}", IPV4[1]);
    let v6 = format!("addr.addr6={}", IPV6[1]);
    let add = ["call", "mptcp_pm", "add-addr"];
    let first = [
        "addr.family=inet",
        &v4,
        "addr.flags=signal,subflow",
        "addr.id=0x07",
    ];
    assert_eq!(printed(&[&add[..], &first].concat())?, "");
    let second = [
        "addr.family=10",
        &v6,
        "addr.flags=SIGNAL",
        "addr.if_idx=1",
        "addr.port=8080",
    ];
    assert_eq!(json(&[&add[..], &second].concat())?, Value::Null);

    let listed = ip::endpoints()?;
    assert_eq!(listed.len(), 2, "{listed:?}");
    let (first, second) = (&listed[0], &listed[1]);
    assert_eq!((first.address, first.id), (IpAddr::from(IPV4[1]), 7));
    assert_eq!(first.flags, ["signal", "subflow"]);
    assert_eq!((second.address, second.port), (IpAddr::from(IPV6[1]), 8080));
    assert_eq!(
        (second.flags.as_slice(), second.device.as_deref()),
        (&["signal".to_owned()][..], Some("lo"))
    );

    let dumped = printed(&["call", "mptcp_pm", "dump-addrs"])?;
    let expected = format!(
        "addr\n  family: 2 (inet)\n  port: 0\n  id: 7\n  flags: 0x3 (SIGNAL | SUBFLOW)\n  addr4: {}\n\n\
         addr\n  family: 10 (inet6)\n  port: 8080\n  id: {}\n  flags: 0x1 (SIGNAL)\n  if-idx: 1\n  addr6: {}\n",
        IPV4[1], second.id, IPV6[1]
    );
    assert_eq!(dumped, expected);
    let dumped = json(&["call", "mptcp_pm", "dump-addrs"])?;
    let expected = json!([
        { "addr": { "family": "inet", "port": 0, "id": 7, "flags": ["SIGNAL", "SUBFLOW"], "addr4": IPV4[1] } },
        { "addr": {
            "family": "inet6", "port": 8080, "id": second.id, "flags": ["SIGNAL"], "if-idx": 1, "addr6": IPV6[1]
        } },
    ]);
    assert_eq!(dumped, expected);

    printed(&["call", "mptcp_pm", "del-addr", "addr.id=7"])?;
    assert_eq!(ip::endpoints()?.len(), 1);
    printed(&["call", "mptcp_pm", "flush-addrs"])?;
    assert_eq!(ip::endpoints()?, []);
    assert_eq!(json(&["call", "mptcp_pm", "dump-addrs"])?, json!([]));
    Ok(())
}

/// Returns the output for a request on standard input.
fn with_input(arguments: &[&str], input: &str) -> Result<String, Box<dyn std::error::Error>> {
    let mut child = Command::new(program::genl())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    child
        .stdin
        .take()
        .ok_or("no input")?
        .write_all(input.as_bytes())?;
    let output = child.wait_with_output()?;
    Ok(String::from_utf8([output.stdout, output.stderr].concat())?)
}

pub(crate) fn requests_as_json() -> Outcome {
    let set = ["call", "mptcp_pm", "set-limits", "--input", "-"];
    assert_eq!(
        with_input(&set, r#"{"subflows": 4, "rcv-add-addrs": 3}"#)?,
        ""
    );
    let limits = json(&["call", "mptcp_pm", "get-limits"])?;
    assert_eq!(limits, json!({ "rcv-add-addrs": 3, "subflows": 4 }));
    // Keys of the command line replace those of the JSON text.
    assert_eq!(
        with_input(&[&set[..], &["subflows=5"]].concat(), &limits.to_string())?,
        ""
    );
    let limits = printed(&["call", "mptcp_pm", "get-limits"])?;
    assert_eq!(limits, "rcv-add-addrs: 3\nsubflows: 5\n");

    // The output of a dump can be used as a request.
    let add = ["call", "mptcp_pm", "add-addr", "--input", "-"];
    assert_eq!(
        with_input(
            &add,
            r#"{"addr": {"family": "inet", "addr4": "10.5.0.2", "id": 9, "flags": ["SUBFLOW", 4]}}"#
        )?,
        ""
    );
    let get = ["call", "mptcp_pm", "get-addr", "addr.id=9"];
    let one = json(&get)?;
    assert_eq!(one["addr"]["flags"], json!(["SUBFLOW", "BACKUP"]));
    printed(&["call", "mptcp_pm", "del-addr", "addr.id=9"])?;
    assert_eq!(with_input(&add, &one.to_string())?, "");
    assert_eq!(json(&get)?, one);

    for (input, expected) in [
        ("{\"subflows\": ", "genl: -: invalid request: EOF"),
        ("[1]", "genl: -: invalid request: expected an object"),
        (
            "{\"subflows\": [1, 2]}",
            "genl: mptcp_pm set-limits: key `subflows` is [1,2], expected an integer",
        ),
        (
            "{\"subflows\": 1.5}",
            "genl: mptcp_pm set-limits: key `subflows` is 1.5, expected an integer",
        ),
        (
            "{\"subflows\": {\"a\": 1}}",
            "genl: mptcp_pm set-limits: key `subflows` is {\"a\":1}, expected an integer",
        ),
    ] {
        let said = with_input(&set, input)?;
        assert!(said.starts_with(expected), "{input}: {said}");
    }
    Ok(())
}

pub(crate) fn refusals_name_the_key() -> Outcome {
    for (arguments, expected) in [
        (
            &["add-addr"][..],
            "genl: mptcp_pm add-addr: Invalid argument (EINVAL): missing attribute `addr`\n",
        ),
        (
            &["del-addr", "addr.id=77"],
            "genl: mptcp_pm del-addr: Invalid argument (EINVAL): address not found (at `addr`)\n",
        ),
        (
            // An attribute given only by its number, which the kernel refuses.
            &[
                "get-addr",
                "addr.2=0x01020304",
                "addr.family=inet",
                "addr.7=0x01",
            ],
            "genl: mptcp_pm get-addr: ",
        ),
    ] {
        let (code, said) = failure(&[&["call", "mptcp_pm"], arguments].concat())?;
        assert!(said.starts_with(expected), "{said}");
        assert!(code == Some(1) || code == Some(2), "{said}");
    }
    Ok(())
}

pub(crate) fn mistakes_are_reported_before_anything_is_sent() -> Outcome {
    for (arguments, expected) in [
        (
            &["add-addr", "addr.port=70000"][..],
            "genl: mptcp_pm add-addr: key `addr.port` is 70000, expected 0 to 65535\n",
        ),
        (
            &["add-addr", "addr.if-idx=-2147483649"],
            "genl: mptcp_pm add-addr: key `addr.if-idx` is -2147483649, expected -2147483648 to 2147483647\n",
        ),
        (
            &["add-addr", "addr.flags=sginal"],
            "genl: mptcp_pm add-addr: key `addr.flags` has the unknown value `sginal`\n\
             help: a value with a similar name exists: `SIGNAL`\n",
        ),
        (
            &["add-addr", "adr.id=1"],
            "genl: mptcp_pm add-addr: key `adr` is unknown\nhelp: a key with a similar name exists: `addr`\n",
        ),
        (
            &["add-addr", "addr.addr4=10.0.0"],
            "genl: mptcp_pm add-addr: key `addr.addr4` is `10.0.0`, expected an IPv4 address\n",
        ),
        (
            &["add-addr", "addr=1"],
            "genl: mptcp_pm add-addr: key `addr` cannot have a value: it contains keys\n\
             help: write `addr.family`, ",
        ),
        (
            &["add-addr", "addr.id"],
            "genl: mptcp_pm add-addr: key `addr.id` needs a value: an integer\n",
        ),
        (
            &["add-adr", "addr.id=1"],
            "genl: mptcp_pm has no operation `add-adr`\nhelp: an operation with a similar name exists: `add-addr`\n",
        ),
        (
            &["get-limits", "--timeout", "x"],
            "genl: invalid value 'x' for '--timeout <SECONDS>'",
        ),
        (&["get-limits", "--timeout=-1"], "genl: "),
    ] {
        let (code, said) = failure(&[&["call", "mptcp_pm"], arguments].concat())?;
        assert!(said.starts_with(expected), "{said}");
        assert_eq!(code, Some(2), "{said}");
    }
    let (code, said) = failure(&[
        "call",
        "nlctrl",
        "get-family",
        "family-name=12345678901234567",
    ])?;
    assert_eq!(code, Some(2));
    let expected = "genl: nlctrl get-family: key `family-name` has 17 bytes, expected at most 15\n";
    assert!(said.starts_with(expected), "{said}");
    Ok(())
}

/// A dump over several datagrams: every family, and every policy of one.
pub(crate) fn long_dumps() -> Outcome {
    let parts = json(&["call", "nlctrl", "get-policy", "family-name=ethtool"])?;
    let parts = parts.as_array().ok_or("no list")?;
    assert!(parts.len() > 100, "{}", parts.len());
    // `ETHTOOL_A_HEADER_DEV_NAME` of the first operation: a text of at most 127 bytes.
    let name = parts.iter().find_map(|part| part["policy"]["1"].get("2"));
    assert_eq!(
        name,
        Some(&json!({ "max-length": 127, "type": "nul-string" }))
    );
    let text = printed(&["call", "nlctrl", "get-policy", "family-name=ethtool"])?;
    assert_eq!(text.matches("family-id: ").count(), parts.len());
    Ok(())
}
