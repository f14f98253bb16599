//! What is printed, beside what authors wrote by hand of the same families.
//!
//! Whether an attribute must be there is not compared: descriptions do not tell, and authors found out.

mod kinds;

use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs};

use genl::description::{Attribute, AttributeSet, Event, Family, Mode, Operation};

use crate::golden;
use crate::path;
use kinds::{checks, hint, kind, names};

/// Differences as they are found, without repeats: sets are met again in other messages.
#[derive(Default)]
struct Differences {
    found: BTreeSet<String>,
    seen: BTreeSet<(&'static str, &'static str)>,
}

impl Differences {
    fn of(printed: &Family, written: &Family) -> BTreeSet<String> {
        let mut differences = Self::default();
        differences.value("the family", "name", &printed.name, &written.name);
        differences.value("the family", "version", &printed.version, &written.version);
        let groups = |family: &Family| family.groups.iter().map(|group| group.name).collect();
        differences.sets("groups", &groups(printed), &groups(written));
        differences.operations(printed.operations, written.operations);
        differences.events(printed.events, written.events);
        differences.found
    }

    fn value<T: PartialEq + std::fmt::Display>(
        &mut self,
        of: &str,
        what: &str,
        printed: &T,
        written: &T,
    ) {
        if printed != written {
            self.found
                .insert(format!("{of}: {what} {printed}, by hand {written}"));
        }
    }

    fn sets(&mut self, what: &str, printed: &BTreeSet<&str>, written: &BTreeSet<&str>) {
        for (only, found) in [
            ("printed", printed - written),
            ("written by hand", written - printed),
        ] {
            if !found.is_empty() {
                let names = found.into_iter().collect::<Vec<_>>().join(", ");
                self.found.insert(format!("{what} only {only}: {names}"));
            }
        }
    }

    fn operations(&mut self, printed: &[Operation], written: &[Operation]) {
        let keyed = |operations: &[Operation]| -> BTreeMap<(u8, bool), Operation> {
            let keyed = operations.iter().rev().map(|operation| {
                (
                    (operation.command, operation.mode == Mode::Dump),
                    *operation,
                )
            });
            keyed.collect()
        };
        let (printed, written) = (keyed(printed), keyed(written));
        let only = |one: &BTreeMap<(u8, bool), Operation>, other: &BTreeMap<_, _>| {
            let only = one.iter().filter(|(key, _)| !other.contains_key(*key));
            only.map(|(_, operation)| operation.name).collect()
        };
        self.sets(
            "operations",
            &only(&printed, &written),
            &only(&written, &printed),
        );
        for (key, printed) in &printed {
            if let Some(written) = written.get(key) {
                self.operation(printed, written);
            }
        }
    }

    fn operation(&mut self, printed: &Operation, written: &Operation) {
        let of = printed.name;
        let permission = |operation: &Operation| format!("{:?}", operation.permission);
        self.value(of, "name", &printed.name, &written.name);
        self.value(of, "reply", &printed.reply_command, &written.reply_command);
        self.value(of, "lax", &printed.lax, &written.lax);
        self.value(of, "multi", &printed.multi, &written.multi);
        self.value(of, "permission", &permission(printed), &permission(written));
        let absent = |operation: &Operation| operation.reply_may_be_absent;
        self.value(
            of,
            "reply may be absent",
            &absent(printed),
            &absent(written),
        );
        self.message(&format!("{of} request"), printed.request, written.request);
        self.message(&format!("{of} reply"), printed.reply, written.reply);
    }

    fn events(&mut self, printed: &[Event], written: &[Event]) {
        let find = |events: &[Event], command| {
            events
                .iter()
                .copied()
                .find(|event: &Event| event.command == command)
        };
        let only = |one: &[Event], other: &[Event]| {
            let only = one
                .iter()
                .filter(|event| find(other, event.command).is_none());
            only.map(|event| event.name).collect()
        };
        self.sets("events", &only(printed, written), &only(written, printed));
        for printed in printed {
            let Some(written) = find(written, printed.command) else {
                continue;
            };
            let groups = |event: &Event| event.groups().collect::<Vec<_>>().join(", ");
            self.value(printed.name, "name", &printed.name, &written.name);
            self.value(printed.name, "groups", &groups(printed), &groups(&written));
            let of = format!("{} event", printed.name);
            self.message(&of, printed.attributes, written.attributes);
        }
    }

    /// The attributes of a message, and what is in them.
    fn message(
        &mut self,
        of: &str,
        printed: &'static AttributeSet,
        written: &'static AttributeSet,
    ) {
        let header = |set: &AttributeSet| set.header.map_or(0, |header| header.size);
        self.value(of, "header", &header(printed), &header(written));
        let names = |set: &AttributeSet| set.attributes.iter().map(|found| found.name).collect();
        self.sets(of, &names(printed), &names(written));
        if !printed.is_nothing() && !written.is_nothing() {
            self.set(printed, written);
        }
    }

    fn set(&mut self, printed: &'static AttributeSet, written: &'static AttributeSet) {
        let of = printed.subset_of.map_or(printed.name, |set| set.get().name);
        // A subset has the pad of its set.
        if printed.subset_of.is_none() && written.subset_of.is_none() {
            self.value(
                of,
                "pad",
                &format!("{:?}", printed.pad),
                &format!("{:?}", written.pad),
            );
        }
        self.value(of, "mixed", &printed.mixed, &written.mixed);
        for printed in printed.attributes {
            if let Some(written) = written.attribute(printed.number) {
                self.attribute(&format!("{of}.{}", printed.name), printed, written);
            }
        }
    }

    fn attribute(&mut self, of: &str, printed: &Attribute, written: &Attribute) {
        self.value(of, "name", &printed.name, &written.name);
        self.value(of, "kind", &kind(&printed.kind), &kind(&written.kind));
        self.value(
            of,
            "checks",
            &checks(&printed.checks),
            &checks(&written.checks),
        );
        self.value(of, "hint", &hint(printed), &hint(written));
        if kind(&printed.kind) == kind(&written.kind) {
            self.sets(
                &format!("{of} values"),
                &set_of(&names(&printed.kind)),
                &set_of(&names(&written.kind)),
            );
        }
        let (Some(printed), Some(written)) = (printed.kind.nested(), written.kind.nested()) else {
            return;
        };
        if self.seen.insert((printed.name, written.name)) {
            let names =
                |set: &AttributeSet| set.attributes.iter().map(|found| found.name).collect();
            self.sets(&format!("{of} nest"), &names(printed), &names(written));
            self.set(printed, written);
        }
    }
}

fn set_of(names: &[String]) -> BTreeSet<&str> {
    names.iter().map(String::as_str).collect()
}

/// Every difference is in the file of the family, with its reason.
fn check(name: &str, printed: &Family, written: &Family) {
    let file = path(&format!("differences/{name}.txt"));
    let found = Differences::of(printed, written);
    let told = fs::read_to_string(&file).unwrap_or_default();
    let told: BTreeMap<_, _> = told
        .lines()
        .filter_map(|line| line.split_once(" -- "))
        .collect();
    if env::var_os("GENL_BLESS").is_some() {
        let reason = |line: &String| told.get(line.as_str()).copied().unwrap_or("?");
        let lines = found
            .iter()
            .map(|line| format!("{line} -- {}\n", reason(line)));
        fs::write(&file, lines.collect::<String>()).expect("the file can be written");
        return;
    }
    let told_lines: BTreeSet<_> = told.keys().map(|line| (*line).to_owned()).collect();
    let (new, gone): (Vec<_>, Vec<_>) = (
        found.difference(&told_lines).collect(),
        told_lines.difference(&found).collect(),
    );
    assert!(
        new.is_empty() && gone.is_empty(),
        "{name}: new {new:#?}, gone {gone:#?}"
    );
    assert!(
        told.values().all(|reason| reason.len() > 3),
        "{name}: a difference has no reason"
    );
}

#[test]
fn families_are_what_authors_wrote() {
    use genl_families::{devlink, ethtool, netdev, ovs, tcp_metrics, wireguard};
    use golden as printed;

    for (name, printed, written) in [
        (
            "devlink",
            printed::devlink::DevlinkFamily::DESCRIPTION,
            devlink::DevlinkFamily::DESCRIPTION,
        ),
        (
            "ethtool",
            printed::ethtool::Ethtool::DESCRIPTION,
            ethtool::Ethtool::DESCRIPTION,
        ),
        (
            "mptcp_pm",
            printed::mptcp_pm::MptcpPm::DESCRIPTION,
            genl::mptcp_pm::MptcpPm::DESCRIPTION,
        ),
        (
            "netdev",
            printed::netdev::Netdev::DESCRIPTION,
            netdev::Netdev::DESCRIPTION,
        ),
        (
            "nlctrl",
            printed::nlctrl::Nlctrl::DESCRIPTION,
            genl::nlctrl::Nlctrl::DESCRIPTION,
        ),
        (
            "ovs_datapath",
            printed::ovs_datapath::OvsDatapath::DESCRIPTION,
            ovs::datapath::OvsDatapath::DESCRIPTION,
        ),
        (
            "ovs_flow",
            printed::ovs_flow::OvsFlow::DESCRIPTION,
            ovs::flow::OvsFlow::DESCRIPTION,
        ),
        (
            "tcp_metrics",
            printed::tcp_metrics::TcpMetricsFamily::DESCRIPTION,
            tcp_metrics::TcpMetricsFamily::DESCRIPTION,
        ),
        (
            "wireguard",
            printed::wireguard::Wireguard::DESCRIPTION,
            wireguard::Wireguard::DESCRIPTION,
        ),
    ] {
        check(name, printed, written);
    }
}
