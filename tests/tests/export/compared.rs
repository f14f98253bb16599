//! What is exported, beside what the kernel says of the same families.
//!
//! Not compared is what cannot differ on the wire: docs, names for C, the order of entries, whether numbers are counted or written,
//! and how definitions are called.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::path::Path;
use std::{env, fs};

use crate::spec::{Attribute, Message, Operation, Spec, list, names, text};
use crate::words::{structure, words};
use genl::description::Family;

/// Differences as they are found, without repeats: sets are met again in other messages.
struct Comparison<'s> {
    theirs: &'s Spec,
    ours: &'s Spec,
    found: BTreeSet<String>,
    seen: BTreeSet<(String, String)>,
}

impl Comparison<'_> {
    fn value<T: Copy + PartialEq + Display>(&mut self, of: &str, what: &str, theirs: T, ours: T) {
        if theirs != ours {
            self.found
                .insert(format!("{of}: {what} `{theirs}`, exported `{ours}`"));
        }
    }

    fn names<'n>(
        &mut self,
        what: &str,
        theirs: impl IntoIterator<Item = &'n str>,
        ours: impl IntoIterator<Item = &'n str>,
    ) {
        let theirs: BTreeSet<_> = theirs.into_iter().collect();
        let ours: BTreeSet<_> = ours.into_iter().collect();
        for (only, found) in [
            ("of the kernel", &theirs - &ours),
            ("exported", &ours - &theirs),
        ] {
            if !found.is_empty() {
                let names = found.into_iter().collect::<Vec<_>>().join(", ");
                self.found.insert(format!("{what} only {only}: {names}"));
            }
        }
    }

    fn all(&mut self) {
        let (theirs, ours) = (self.theirs, self.ours);
        self.value(
            "family",
            "name",
            text(&theirs.0, "name"),
            text(&ours.0, "name"),
        );
        let version = |spec: &Spec| spec.0["version"].as_u64().unwrap_or(1);
        self.value("family", "version", version(theirs), version(ours));
        let groups = |spec: &Spec| -> BTreeSet<String> {
            let groups = list(&spec.0["mcast-groups"]["list"]).iter();
            groups.map(|it| text(it, "name").to_owned()).collect()
        };
        let (one, other) = (groups(theirs), groups(ours));
        self.names(
            "groups",
            one.iter().map(|it| &**it),
            other.iter().map(|it| &**it),
        );
        let (one, other) = (keyed(theirs), keyed(ours));
        for (what, is_event) in [("operations", false), ("events", true)] {
            let only = |one: &BTreeMap<(bool, u64), Operation>, other: &BTreeMap<_, _>| {
                let only = one
                    .iter()
                    .filter(|(key, _)| key.0 == is_event && !other.contains_key(*key));
                only.map(|(_, it)| it.name.clone()).collect::<Vec<_>>()
            };
            let (one, other) = (only(&one, &other), only(&other, &one));
            self.names(
                what,
                one.iter().map(|it| &**it),
                other.iter().map(|it| &**it),
            );
        }
        for (key, theirs) in &one {
            if let Some(ours) = other.get(key) {
                self.operation(theirs, ours);
            }
        }
    }

    fn operation(&mut self, theirs: &Operation, ours: &Operation) {
        let of = &*theirs.name;
        self.value(of, "name", of, &ours.name);
        self.value(
            of,
            "group",
            text(&theirs.yaml, "mcgrp"),
            text(&ours.yaml, "mcgrp"),
        );
        let header = |it: &Operation, spec: &Spec| {
            let of_all = text(&spec.0["operations"], "fixed-header");
            let own = it.yaml["fixed-header"].as_str().unwrap_or(of_all);
            structure(spec, own)
        };
        self.value(
            of,
            "header",
            &header(theirs, self.theirs),
            &header(ours, self.ours),
        );
        let permission = |it: &Operation| {
            let flags = names(&it.yaml["flags"]).into_iter();
            flags.collect::<Vec<_>>().join(" ")
        };
        self.value(of, "permission", &permission(theirs), &permission(ours));
        self.value(of, "validation", &validation(theirs), &validation(ours));
        for what in [
            "do request",
            "do reply",
            "dump request",
            "dump reply",
            "event",
        ] {
            let place = format!("{of} {what}");
            let there = |it: &Operation| it.messages.contains_key(what);
            if there(theirs) != there(ours) {
                self.value(&place, "is there:", there(theirs), there(ours));
                continue;
            }
            let none = Message::default();
            let message = |it: &'_ Operation| it.messages.get(what).unwrap_or(&none).clone();
            let (one, other) = (message(theirs), message(ours));
            self.value(&place, "number", one.value, other.value);
            let (one, other) = (one.attributes, other.attributes);
            self.names(
                &place,
                one.iter().map(|it| &**it),
                other.iter().map(|it| &**it),
            );
        }
        self.set(&theirs.set, &ours.set);
    }

    fn set(&mut self, theirs: &str, ours: &str) {
        if !self.seen.insert((theirs.to_owned(), ours.to_owned())) {
            return;
        }
        self.value(theirs, "name", theirs, ours);
        let (one, other) = (self.theirs.set(theirs), self.ours.set(ours));
        let is_used = |it: &Attribute| it.words.get("type").is_none_or(|of| of != "unused");
        let named = |set: &BTreeMap<i64, Attribute>, without: &BTreeMap<i64, Attribute>| {
            let only = set
                .iter()
                .filter(|(number, it)| is_used(it) && !without.contains_key(number));
            only.map(|(_, it)| it.name.clone()).collect::<Vec<_>>()
        };
        let only = (named(&one, &other), named(&other, &one));
        let place = format!("set {theirs}");
        self.names(
            &place,
            only.0.iter().map(|it| &**it),
            only.1.iter().map(|it| &**it),
        );
        for (number, of) in &one {
            let Some(it) = other.get(number).filter(|_| is_used(of)) else {
                continue;
            };
            self.attribute(&format!("{theirs}.{}", of.name), of, it);
        }
    }

    fn attribute(&mut self, place: &str, theirs: &Attribute, ours: &Attribute) {
        self.value(place, "name", &theirs.name, &ours.name);
        let (one, other) = (
            words(&theirs.words, self.theirs),
            words(&ours.words, self.ours),
        );
        let keys: BTreeSet<_> = one.keys().chain(other.keys()).cloned().collect();
        for key in keys {
            let word =
                |words: &BTreeMap<String, String>| words.get(&key).cloned().unwrap_or_default();
            self.value(place, &key, &word(&one), &word(&other));
        }
        let nested = |it: &Attribute| {
            it.words
                .get("nested-attributes")?
                .as_str()
                .map(str::to_owned)
        };
        if let (Some(one), Some(other)) = (nested(theirs), nested(ours)) {
            self.set(&one, &other);
        }
    }
}

/// By whether it is an event, and by the number: of the request, else of the event.
fn keyed(spec: &Spec) -> BTreeMap<(bool, u64), Operation> {
    // Some are only numbers in a header.
    let used = spec
        .operations()
        .into_iter()
        .filter(|it| !it.messages.is_empty());
    let keyed = used.map(|it| {
        let is_event = it.messages.contains_key("event");
        let value = it
            .messages
            .values()
            .next()
            .map_or(0, |message| message.value);
        let request = it
            .messages
            .iter()
            .find(|(what, _)| what.ends_with("request"));
        let value = request.map_or(value, |(_, message)| message.value);
        ((is_event, value), it)
    });
    keyed.collect()
}

/// What the kernel does not validate. A description does not tell how little of a dump is.
fn validation(of: &Operation) -> String {
    let words = names(&of.yaml["dont-validate"]);
    let words = words.iter().map(|word| match &**word {
        "dump-strict" => "dump",
        word => word,
    });
    words
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Where one specification differs from the other.
pub(crate) fn differences(theirs: &Spec, ours: &Spec) -> BTreeSet<String> {
    let mut comparison = Comparison {
        theirs,
        ours,
        found: BTreeSet::new(),
        seen: BTreeSet::new(),
    };
    comparison.all();
    comparison.found
}

/// Every difference is in the file of the family, with its reason.
fn check(family: &Family, bless: bool) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let theirs = folder.join(format!("import/specs/{}.yaml", family.name));
    let theirs = Spec::new(&fs::read_to_string(theirs).expect("the kernel describes it"));
    let found = differences(&theirs, &Spec::new(genl::export(family).yaml()));
    let file = folder.join(format!("export/differences/{}.txt", family.name));
    let told = fs::read_to_string(&file).unwrap_or_default();
    let told: BTreeMap<_, _> = told
        .lines()
        .filter_map(|line| line.split_once(" -- "))
        .collect();
    if bless {
        let reason = |line: &String| told.get(line.as_str()).copied().unwrap_or("?");
        let lines = found
            .iter()
            .map(|line| format!("{line} -- {}\n", reason(line)));
        fs::write(&file, lines.collect::<String>()).expect("the file can be written");
        return;
    }
    let told_lines: BTreeSet<_> = told.keys().map(|line| (*line).to_owned()).collect();
    let new: Vec<_> = found.difference(&told_lines).collect();
    let gone: Vec<_> = told_lines.difference(&found).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "{}: new {new:#?}, gone {gone:#?}",
        family.name
    );
    assert!(
        told.values().all(|reason| reason.len() > 3),
        "{}: a difference has no reason",
        family.name
    );
}

#[test]
fn families_are_what_the_kernel_says() {
    use genl_families::{ethtool, netdev, ovs, tcp_metrics, wireguard};

    let bless = env::var_os("GENL_BLESS").is_some();
    for family in [
        genl::mptcp_pm::MptcpPm::DESCRIPTION,
        genl::nlctrl::Nlctrl::DESCRIPTION,
        ethtool::Ethtool::DESCRIPTION,
        netdev::Netdev::DESCRIPTION,
        ovs::datapath::OvsDatapath::DESCRIPTION,
        tcp_metrics::TcpMetricsFamily::DESCRIPTION,
        wireguard::Wireguard::DESCRIPTION,
    ] {
        check(family, bless);
    }
}
