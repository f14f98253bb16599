//! `genl show`.

use serde_json::{Value, json};

use crate::{Outcome, failure, json, printed, raw};

pub(crate) fn agrees_with_the_kernel() -> Outcome {
    for family in raw::families()? {
        let shown = json(&["show", &family.name])?;
        assert_eq!(
            (&shown["name"], &shown["id"], &shown["version"]),
            (
                &json!(family.name),
                &json!(family.id),
                &json!(family.version)
            )
        );
        let groups = family.groups.iter();
        let groups: Vec<_> = groups
            .map(|(name, id)| json!({ "name": name, "id": id }))
            .collect();
        assert_eq!(shown["groups"], json!(groups));
        let operations = shown["operations"].as_array().ok_or("no operations")?;
        assert_eq!(operations.len(), family.operations.len());
        for (shown, (id, flags)) in operations.iter().zip(&family.operations) {
            assert_eq!(shown["command"], json!(id));
            // `GENL_ADMIN_PERM`, `GENL_CMD_CAP_DO`, `GENL_CMD_CAP_DUMP`, `GENL_CMD_CAP_HASPOL`, `GENL_UNS_ADMIN_PERM`.
            for (bit, key) in ["admin_perm", "do", "dump", "has_policy", "uns_admin_perm"]
                .iter()
                .enumerate()
            {
                let is_set = flags & 1 << bit != 0;
                assert_eq!(shown[key], json!(is_set), "{} {id}: {key}", family.name);
            }
            if flags & 0x8 != 0 {
                let told = shown.get("do_accepts").or(shown.get("dump_accepts"));
                assert!(told.is_some(), "{} {id} has a policy", family.name);
            }
        }
    }
    Ok(())
}

pub(crate) fn every_family_fits_a_terminal() -> Outcome {
    for family in raw::families()? {
        let by_name = printed(&["show", &family.name])?;
        assert_eq!(by_name, printed(&["show", &family.id.to_string()])?);
        let mut lines = by_name.lines();
        let first = lines.next().unwrap_or_default();
        let expected = format!(
            "{}: id {}, version {}",
            family.name, family.id, family.version
        );
        assert!(first.starts_with(&expected), "{first}");
        for line in by_name.lines() {
            assert!(line.chars().count() <= 80, "{}: {line}", family.name);
        }
        for (name, id) in &family.groups {
            let line = format!("{id:>5} {name}");
            assert!(by_name.lines().any(|it| it.starts_with(&line)), "{by_name}");
        }
        for (id, flags) in &family.operations {
            let line = format!("{id:>5} ");
            assert!(by_name.lines().any(|it| it.starts_with(&line)), "{by_name}");
            let one = printed(&["show", &family.name, &id.to_string()])?;
            let needs = one.contains("needs CAP_NET_ADMIN");
            // `GENL_ADMIN_PERM` and `GENL_UNS_ADMIN_PERM`.
            assert_eq!(needs, flags & 0x11 != 0, "{one}");
        }
    }
    Ok(())
}

/// Returns the numbers, names and types of attributes, each followed by its nested ones.
fn accepted(attributes: &Value) -> Vec<String> {
    let mut list = Vec::new();
    for attribute in attributes.as_array().into_iter().flatten() {
        let part = |key: &str| attribute[key].as_str().unwrap_or("-").to_owned();
        let number = &attribute["number"];
        list.push(format!("{number} {} {}", part("name"), part("type")));
        let nested = accepted(&attribute["nested"]);
        list.extend(nested.into_iter().map(|line| format!("  {line}")));
    }
    list
}

pub(crate) fn policies_are_trees() -> Outcome {
    let shown = json(&["show", "mptcp_pm", "add-addr"])?;
    // `mptcp_pm_address_nl_policy` (`net/mptcp/mptcp_pm_gen.c`). The kernel does not list big-endian integers.
    let expected = [
        "1 addr nested",
        "  1 family u16",
        "  2 id u8",
        "  3 addr4 -",
        "  4 addr6 binary",
        "  5 port u16",
        "  6 flags u32",
        "  7 if-idx s32",
    ];
    assert_eq!(accepted(&shown["operations"][0]["do_accepts"]), expected);

    let required = &shown["operations"][0]["do_accepts"][0]["required"];
    assert_eq!(required, &json!(true));

    let family = &shown["operations"][0]["do_accepts"][0]["nested"][0];
    assert_eq!(family["values"], json!({ "inet": 2, "inet6": 10 }));

    // An operation that is only a dump. The kernel lists its policy under another number.
    let shown = json(&["show", "nlctrl", "get-policy"])?;
    let operation = &shown["operations"][0];
    assert_eq!(operation.get("do_accepts"), None);
    let expected = ["1 family-id u16", "2 family-name nul-string", "10 op u32"];
    assert_eq!(accepted(&operation["dump_accepts"]), expected);
    let name = &operation["dump_accepts"][1];
    assert_eq!(name["max_length"], json!(15));

    let text = printed(&["show", "mptcp_pm"])?;
    for part in [
        "
    1 add-addr (do)  needs CAP_NET_ADMIN
      Adds an endpoint to the table of the in-kernel path manager.
      1 addr nested (required)
          1 family u16: inet (2), inet6 (10)
          2 id     u8
          3 addr4  IPv4 address (not in the kernel's list)
          4 addr6  binary, 16 bytes
          5 port   u16
",
        "
    2 del-addr (do)  needs CAP_NET_ADMIN
      Removes an endpoint and closes its subflows.
      accepts the same as `add-addr`
",
        "
      1 addr        nested (required, as in `addr` of `add-addr`)
",
        "
    1 created to mptcp_pm_events
",
    ] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    Ok(())
}

pub(crate) fn operations_and_events_by_name_and_number() -> Outcome {
    let by_name = printed(&["show", "mptcp_pm", "set_flags"])?;
    assert_eq!(by_name, printed(&["show", "mptcp_pm", "7"])?);
    assert!(
        by_name.starts_with("    7 set-flags (do)  needs CAP_NET_ADMIN\n"),
        "{by_name}"
    );
    assert!(
        by_name.contains("the kernel only acknowledges it"),
        "{by_name}"
    );
    // If only one is shown, its attributes are shown in full.
    assert_eq!(
        by_name
            .matches(" family u16: inet (2), inet6 (10)\n")
            .count(),
        2
    );

    let reply = printed(&["show", "mptcp_pm", "get-limits"])?;
    assert!(reply.contains("      Reply of get-limits\n"), "{reply}");
    assert!(reply.contains("      2 rcv-add-addrs u32\n"), "{reply}");

    let event = printed(&["show", "mptcp_pm", "sub-closed"])?;
    assert!(
        event.starts_with("   11 sub-closed to mptcp_pm_events\n"),
        "{event}"
    );
    assert!(event.contains("sport        u16 big-endian\n"), "{event}");
    let event = json(&["show", "mptcp_pm", "sub-closed"])?;
    assert_eq!(
        (&event["operations"], &event["events"][0]["command"]),
        (&json!([]), &json!(11))
    );

    let (code, said) = failure(&["show", "mptcp_pm", "sub-close"])?;
    assert_eq!(code, Some(1));
    let expected = "genl: mptcp_pm has no operation or event `sub-close`\n\
                    help: an operation or event with a similar name exists: `sub-closed`\n";
    assert_eq!(said, expected);
    Ok(())
}
