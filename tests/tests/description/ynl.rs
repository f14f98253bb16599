//! `mptcp_pm` and `nlctrl` beside the specifications of the kernel: names, numbers, types, enumerations, flags, operations.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use genl::description::{
    AttributeSet, ByteOrder, Definition, Family, Integer, Kind, Mode, Permission,
};
use genl::mptcp_pm::MptcpPm;
use genl::nlctrl::Nlctrl;
use serde_yaml_ng::Value;

pub(super) type Outcome = Result<(), Box<dyn Error>>;

pub(super) fn read(name: &str) -> Result<Value, Box<dyn Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/ynl");
    Ok(serde_yaml_ng::from_str(&fs::read_to_string(
        path.join(name),
    )?)?)
}

pub(super) fn list(value: &Value) -> &[Value] {
    value.as_sequence().map_or(&[], Vec::as_slice)
}

pub(super) fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// Names and numbers: each counts on from the one before.
pub(super) fn numbered(entries: &[Value], mut next: u64) -> Vec<(u64, &Value)> {
    let mut found = Vec::new();
    for entry in entries {
        next = entry["value"].as_u64().unwrap_or(next);
        found.push((next, entry));
        next += 1;
    }
    found
}

fn integer(integer: Integer) -> String {
    let letter = if integer.signed { 's' } else { 'u' };
    let order = match integer.order {
        ByteOrder::Network => " big-endian",
        _ => "",
    };
    format!("{letter}{}{order}", 8 * integer.bytes)
}

/// A payload in the words of YNL. What is an address here is bytes or an integer there.
fn described(kind: &Kind) -> String {
    match kind {
        Kind::Integer(it) | Kind::Enumeration(it, _) | Kind::Flags(it, _) => integer(*it),
        Kind::Ipv4 => "u32 big-endian".to_owned(),
        Kind::Ipv6 => "binary".to_owned(),
        Kind::Bool => "u8".to_owned(),
        Kind::String => "string".to_owned(),
        Kind::Nest(set) => format!("nest {}", set.name),
        Kind::Indexed(_, element) => format!("indexed-array {}", described(element)),
        Kind::Keyed(keys, element) => {
            format!("nest-type-value {} {}", keys.join(" "), described(element))
        }
        other => format!("{other:?}"),
    }
}

fn specified(attribute: &Value) -> String {
    let order = attribute["byte-order"]
        .as_str()
        .map(|order| format!(" {order}"));
    let nested = attribute["nested-attributes"].as_str();
    let nested = nested.map(|set| format!("nest {set}"));
    match text(attribute, "type") {
        "nest" => nested.unwrap_or_default(),
        "indexed-array" => format!("indexed-array {}", nested.unwrap_or_default()),
        "nest-type-value" => {
            let keys = list(&attribute["type-value"])
                .iter()
                .filter_map(Value::as_str);
            let keys = keys.collect::<Vec<_>>();
            format!(
                "nest-type-value {} {}",
                keys.join(" "),
                nested.unwrap_or_default()
            )
        }
        simple => format!("{simple}{}", order.unwrap_or_default()),
    }
}

/// Where the description differs on purpose: at which place, what the specification has, what is described.
type Differences = BTreeMap<String, (String, String)>;

fn differ(found: &mut Differences, place: String, theirs: String, ours: String) {
    if theirs != ours {
        found.insert(place, (theirs, ours));
    }
}

fn compare_set(specification: &Value, set: &AttributeSet, found: &mut Differences) {
    let attributes = numbered(list(&specification["attributes"]), 1);
    let name = text(specification, "name");
    for (number, attribute) in &attributes {
        let place = format!("{name}.{}", text(attribute, "name"));
        let number = u16::try_from(*number).unwrap_or(u16::MAX);
        let ours = set.attribute(number);
        match text(attribute, "type") {
            "unused" => assert!(ours.is_none(), "{place}"),
            "pad" => {
                let ours = set.pad.map_or_else(String::new, |pad| pad.to_string());
                differ(found, place, number.to_string(), ours);
            }
            _ => {
                let theirs = format!("{} {}", text(attribute, "name"), specified(attribute));
                let ours = ours.map_or_else(String::new, |ours| {
                    format!("{} {}", ours.name, described(&ours.kind))
                });
                differ(found, place, theirs, ours);
            }
        }
    }
    let known = |number: u16| attributes.iter().any(|(it, _)| *it == u64::from(number));
    for attribute in set.attributes.iter().filter(|it| !known(it.number)) {
        let ours = format!("{} {}", attribute.name, described(&attribute.kind));
        differ(
            found,
            format!("{name}.{}", attribute.name),
            String::new(),
            ours,
        );
    }
}

/// The attributes that a message carries: each of `theirs` must be in the set.
fn compare_message(place: &str, theirs: &Value, set: &AttributeSet, found: &mut Differences) {
    let mut theirs = list(&theirs["attributes"])
        .iter()
        .filter_map(Value::as_str)
        .collect::<Vec<_>>();
    let mut ours = set.attributes.iter().map(|it| it.name).collect::<Vec<_>>();
    theirs.sort_unstable();
    ours.sort_unstable();
    differ(found, place.to_owned(), theirs.join(" "), ours.join(" "));
}

fn compare_operations(specification: &Value, family: &Family, found: &mut Differences) {
    let operations = &specification["operations"];
    for (number, theirs) in numbered(list(&operations["list"]), 0) {
        let name = text(theirs, "name");
        for (key, mode) in [("do", Mode::Do), ("dump", Mode::Dump)] {
            let Some(theirs_mode) = theirs.get(key) else {
                continue;
            };
            let number = theirs["do"]["request"]["value"].as_u64().unwrap_or(number);
            let number = theirs_mode["request"]["value"].as_u64().unwrap_or(number);
            let ours = family.operations.iter().find(|ours| {
                u64::from(ours.command) == number && ours.mode == mode && ours.shape_of.is_none()
            });
            let Some(ours) = ours else {
                differ(
                    found,
                    format!("{name} {key}"),
                    "it".to_owned(),
                    String::new(),
                );
                continue;
            };
            differ(
                found,
                format!("{name} {key} name"),
                name.to_owned(),
                ours.name.to_owned(),
            );
            if let Some(reply) = theirs_mode["reply"]["value"].as_u64() {
                assert_eq!(u64::from(ours.reply_command), reply, "{name}");
            }
            let has = |key: &str, word: &str| list(&theirs[key]).iter().any(|it| it == word);
            let permission = match (has("flags", "admin-perm"), has("flags", "uns-admin-perm")) {
                (true, _) => Permission::Admin,
                (_, true) => Permission::NamespaceAdmin,
                _ => Permission::None,
            };
            assert_eq!(ours.permission, permission, "{name}");
            assert_eq!(ours.lax, has("dont-validate", "strict"), "{name}");
            let place = |what: &str| format!("{name} {key} {what}");
            compare_message(
                &place("request"),
                &theirs_mode["request"],
                ours.request,
                found,
            );
            compare_message(&place("reply"), &theirs_mode["reply"], ours.reply, found);
        }
    }
}

fn compare(
    file: &str,
    family: &Family,
    sets: &[(&str, &str)],
    expected: &[(&str, &str, &str)],
) -> Outcome {
    let specification = read(file)?;
    assert_eq!(family.name, text(&specification, "name"));
    let definitions = family.definitions();
    let mut found = Differences::new();
    for theirs in list(&specification["attribute-sets"]) {
        let name = text(theirs, "name");
        let ours = sets.iter().find(|(theirs, _)| *theirs == name);
        let ours = ours.map_or(name, |(_, ours)| *ours);
        let set = definitions.iter().find_map(|it| match it {
            Definition::Set(set) if set.name == ours => Some(*set),
            _ => None,
        });
        match set {
            Some(set) => compare_set(theirs, set, &mut found),
            None => differ(
                &mut found,
                name.to_owned(),
                "a set".to_owned(),
                String::new(),
            ),
        }
    }
    compare_operations(&specification, family, &mut found);
    let found = found.iter();
    let found = found.map(|(place, (theirs, ours))| (&**place, &**theirs, &**ours));
    assert_eq!(found.collect::<Vec<_>>(), expected);
    Ok(())
}

#[test]
fn mptcp_pm_is_as_specified() -> Outcome {
    let expected = [
        // The kernel ignores the address (`mptcp_pm_nl_flush_addrs_doit`).
        ("flush-addrs do request", "addr", ""),
        // Two operations here, which differ in their methods.
        ("get-addr dump name", "get-addr", "dump-addrs"),
        // With a token it is about the addresses of a connection (`mptcp_userspace_pm_dump_addr`).
        ("get-addr dump request", "", "token"),
        // The kernel reads no attribute (`mptcp_pm_nl_get_limits_doit`).
        ("get-limits do request", "rcv-add-addrs subflows", ""),
        // Of `INET_DIAG`, which the family does not send.
        ("subflow-attribute", "a set", ""),
    ];
    compare("mptcp_pm.yaml", MptcpPm::DESCRIPTION, &[], &expected)
}

#[test]
fn nlctrl_is_as_specified() -> Outcome {
    let expected = [
        // Named after what it is wherever a policy is told, in extended acks too.
        (
            "ctrl-attrs.policy",
            "policy nest-type-value policy-id attr-id nest policy-attrs",
            "policy nest-type-value policy-id attr-id nest policy",
        ),
        ("getfamily do name", "getfamily", "get-family"),
        // By its id too (`ctrl_getfamily`).
        (
            "getfamily do request",
            "family-name",
            "family-id family-name",
        ),
        ("getfamily dump name", "getfamily", "dump-families"),
        ("getpolicy dump name", "getpolicy", "get-policy"),
        // The header has the pad attribute in front of the mask (`enum netlink_policy_type_attr`).
        ("policy-attrs.mask", "mask u64", ""),
        ("policy-attrs.pad", "12", "11"),
    ];
    compare(
        "nlctrl.yaml",
        Nlctrl::DESCRIPTION,
        &[("policy-attrs", "policy")],
        &expected,
    )
}
