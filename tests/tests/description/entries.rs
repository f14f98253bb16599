//! Enumerations and flags beside the specifications of the kernel.

use genl::Enumeration;
use genl::description::Definition;
use genl::mptcp_pm::EventType;
use genl::nlctrl::Nlctrl;
use serde_yaml_ng::Value;

use super::ynl::{Outcome, list, numbered, read, text};

/// Names and values of `definitions`.
fn definition<'v>(specification: &'v Value, name: &str) -> Vec<(u64, &'v str)> {
    let mut definitions = list(&specification["definitions"]).iter();
    let definition = definitions.find(|it| text(it, "name") == name);
    let entries = definition.map_or(&[][..], |it| list(&it["entries"]));
    let named = |(value, entry): (u64, &'v Value)| {
        (value, entry.as_str().unwrap_or_else(|| text(entry, "name")))
    };
    numbered(entries, 0).into_iter().map(named).collect()
}

#[test]
fn enumerations_and_flags_are_as_specified() -> Outcome {
    let mptcp_pm = read("mptcp_pm.yaml")?;
    let ours = EventType::DESCRIPTION.entries.iter();
    let ours = ours.map(|entry| (u64::try_from(entry.value).unwrap_or(u64::MAX), entry.name));
    assert_eq!(
        ours.collect::<Vec<_>>(),
        definition(&mptcp_pm, "event-type")
    );
    let nlctrl = read("nlctrl.yaml")?;
    for it in Nlctrl::DESCRIPTION.definitions() {
        match it {
            Definition::Enumeration(it) => {
                assert_eq!(it.rust_type.name(), "PolicyType");
                let ours = it.entries.iter();
                let ours = ours.map(|it| (u64::try_from(it.value).unwrap_or(u64::MAX), it.name));
                assert_eq!(ours.collect::<Vec<_>>(), definition(&nlctrl, "attr-type"));
            }
            Definition::Flags(flags) => {
                assert_eq!(flags.name(), "op-flags");
                let theirs = definition(&nlctrl, "op-flags");
                let ours = flags.iter().collect::<Vec<_>>();
                assert_eq!(ours.len(), theirs.len());
                for (ours, (index, name)) in ours.iter().zip(theirs) {
                    assert_eq!(
                        (ours.index().map(u64::from), ours.name() == name),
                        (Some(index), true)
                    );
                }
            }
            _ => {}
        }
    }
    Ok(())
}

const FOUR: u8 = 4;
const SIX: u8 = 6;

/// Two variants that differ in the case of a letter, with values that only rustc knows.
#[derive(Clone, Copy, Debug, PartialEq, Enumeration)]
#[repr(u8)]
enum Address {
    #[enumeration(name = "ipv4")]
    IPv4 = FOUR,
    Ip = SIX,
    #[enumeration(name = "interface.point")]
    IP,
    #[unknown]
    Other(u8),
}

#[test]
fn a_variant_may_have_another_name() {
    let entries = Address::DESCRIPTION.entries.iter();
    let entries = entries.map(|it| (it.name, it.value, it.rust_name().to_string()));
    let expected = [
        ("ipv4", 4, "IPv4"),
        ("ip", 6, "Ip"),
        ("interface.point", 7, "IP"),
    ];
    let expected = expected.map(|(name, value, rust)| (name, value, rust.to_owned()));
    assert_eq!(entries.collect::<Vec<_>>(), expected);
    assert_eq!(
        [4, 6, 7].map(Address::from),
        [Address::IPv4, Address::Ip, Address::IP]
    );
}
