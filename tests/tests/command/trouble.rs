//! Errors of the command.

use std::io::{BufRead, BufReader};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::{Command, Stdio};

use genl_tests::live::eventually;
use genl_tests::program;
use nix::sched::{CloneFlags, unshare};
use serde_json::json;

use crate::{Outcome, failure, json, printed};

pub(crate) fn closed_pipes_end_the_command_silently() -> Outcome {
    for arguments in [
        &["list"][..],
        &["list", "--json"],
        &["show", "mptcp_pm"],
        &["call", "nlctrl", "dump-families"],
        &["call", "nlctrl", "dump-families", "--json"],
        &["check"],
        &["decode", "14000000100005000100000000000000"],
    ] {
        let (writer, reader) = UnixStream::pair()?;
        drop(reader);
        let mut genl = Command::new(program::genl());
        let output = genl
            .args(arguments)
            .stdout(OwnedFd::from(writer))
            .output()?;
        let said = String::from_utf8(output.stderr)?;
        assert_eq!(
            (output.status.code(), said.as_str()),
            (Some(0), ""),
            "{arguments:?}"
        );
    }

    // It ends at once, although there is no event.
    let (writer, reader) = UnixStream::pair()?;
    let mut watch = Command::new(program::genl())
        .args(["watch", "mptcp_pm"])
        .stdout(OwnedFd::from(writer))
        .stderr(Stdio::piped())
        .spawn()?;
    let mut first = String::new();
    let stderr = watch.stderr.take().ok_or("no stderr")?;
    BufReader::new(stderr).read_line(&mut first)?;
    assert!(first.starts_with("genl: watching"), "{first}");
    assert_eq!(watch.try_wait()?, None);
    drop(reader);
    let mut status = None;
    eventually("it ends", || {
        status = watch.try_wait().ok().flatten();
        status.is_some()
    });
    assert_eq!(status.and_then(|status| status.code()), Some(0));
    Ok(())
}

/// The command runs in a user namespace inside of the one that owns the network namespace.
pub(crate) fn without_privilege() -> Outcome {
    unshare(CloneFlags::CLONE_NEWUSER)?;
    let add = [
        "call",
        "mptcp_pm",
        "add-addr",
        "addr.family=inet",
        "addr.addr4=10.5.0.2",
    ];
    let (code, said) = failure(&add)?;
    let expected = "genl: mptcp_pm add-addr: Operation not permitted (EPERM); needs `CAP_NET_ADMIN` in the user namespace that \
                    owns the network namespace\n";
    assert_eq!((code, said.as_str()), (Some(1), expected));
    // Anyone can join one of its groups.
    let (code, said) = failure(&["watch", "mptcp_pm", "mptcp_pm_events"])?;
    assert!(
        code == Some(1) && said.contains("`CAP_NET_ADMIN`"),
        "{said}"
    );
    let (code, said) = failure(&["watch", "mptcp_pm", "--timeout", "0.1"])?;
    assert!(
        said.contains("`mptcp_pm_events`: Operation not permitted (EPERM)"),
        "{said}"
    );
    assert!(
        said.ends_with("genl: watching mptcp_pm (mptcp_pm_cmds); Ctrl-C ends\n"),
        "{said}"
    );
    assert_eq!(code, Some(0), "{said}");
    // Anyone can read.
    assert!(printed(&["list"])?.contains("\nmptcp_pm "));
    assert!(printed(&["show", "mptcp_pm"])?.contains("add-addr"));
    assert_eq!(
        json(&["call", "mptcp_pm", "get-limits"])?["subflows"],
        json!(2)
    );
    Ok(())
}

pub(crate) fn unknown_names() -> Outcome {
    for command in [
        &["show", "mptcp_pn"][..],
        &["watch", "mptcp_pn"],
        &["call", "mptcp_pn", "x"],
    ] {
        let (code, said) = failure(command)?;
        let expected = "genl: the running kernel has no family `mptcp_pn` in this network namespace\n\
                        help: a family with a similar name exists: `mptcp_pm`\n";
        assert_eq!((code, said.as_str()), (Some(1), expected), "{command:?}");
    }
    for name in ["", "65000", "a-name-that-is-too-long"] {
        let (code, said) = failure(&["show", name])?;
        let expected = format!(
            "genl: the running kernel has no family `{name}` in this network namespace\nhelp: `genl list` prints its families\n"
        );
        assert_eq!((code, said), (Some(1), expected));
    }
    let (code, said) = failure(&["call", "netdev", "dev-get", "ifindex=1"])?;
    assert!(
        said.starts_with("genl: genl has no description of `netdev`"),
        "{said}"
    );
    assert!(said.contains("genl import"), "{said}");
    assert_eq!(code, Some(1));
    Ok(())
}

pub(crate) fn check_agrees() -> Outcome {
    for family in ["mptcp_pm", "nlctrl"] {
        let text = printed(&["check", family])?;
        assert!(
            text.starts_with(&format!("{family}: 0 differences\n")),
            "{text}"
        );
        let report = json(&["check", family])?;
        assert_eq!(report[0]["differences"], json!([]));
        let known = report[0]["known"].as_array().map_or(0, Vec::len);
        let told = text.lines().filter(|line| line.starts_with("  known: "));
        assert_eq!(told.count(), known, "{text}");
        let blind_spots = report[0]["blind_spots"].as_array().map_or(0, Vec::len);
        assert!(
            text.contains(&format!("not verified: {blind_spots} blind spots")),
            "{text}"
        );
        let all = printed(&["check", family, "--blind-spots"])?;
        assert!(all.lines().all(|line| line.chars().count() <= 80), "{all}");
        assert!(all.lines().count() > text.lines().count());
    }
    Ok(())
}
