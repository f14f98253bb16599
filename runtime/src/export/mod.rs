//! Writes a description in YNL, the kernel's own format for descriptions, as YAML.
//!
//! The kernel keeps descriptions of its families in `Documentation/netlink/specs`. Its tools (`tools/net/ynl`) read them: a
//! client in Python, and generators of C and of documentation. [`export`] writes what they need for a family that is
//! described in Rust.
//! ```
//! use genl::mptcp_pm::MptcpPm;
//!
//! let export = genl::export(MptcpPm::DESCRIPTION).with_license("MIT OR Apache-2.0");
//! assert!(export.yaml().contains("name: mptcp_pm"));
//! for note in export.notes() {
//!     eprintln!("{note}");
//! }
//! ```
//!
//! `genl export mptcp_pm` prints the same.
//!
//! # What YNL cannot express
//!
//! YNL cannot express some facts: that an attribute is 0 or 1, how the codec of an author works, or that the attributes of
//! one operation belong to two sets. Each of them is a [`Note`], and a comment at its place in the YAML. YNL never says
//! whether an attribute is required, or whether a request is acknowledged, so no note says so either.
//!
//! A do and a dump with the same command are one operation in YNL, with the name of the do. Names that the kernel's schema
//! does not allow are written with dashes.

mod commands;
mod definitions;
mod names;
mod notes;
mod operations;
mod payload;
mod sets;
mod yaml;

use crate::description::Family;
use commands::{Command, is_directional};
use names::Names;
pub use notes::Note;
use notes::Notes;
use operations::Operations;
use yaml::{Map, Node};

/// The beginning of the first line.
const LICENSE: &str = "# SPDX-License-Identifier: ";

/// A description in YAML.
#[derive(Clone, Debug)]
pub struct Export {
    yaml: String,
    notes: Vec<Note>,
}

impl Export {
    /// Returns the YAML.
    pub fn yaml(&self) -> &str {
        &self.yaml
    }

    /// Sets the licence as an SPDX expression: `MIT OR Apache-2.0`.
    ///
    /// The kernel's tools require the line. By default it is `NOASSERTION`.
    #[must_use]
    pub fn with_license(mut self, license: &str) -> Self {
        let license: String = license.chars().filter(|it| !it.is_control()).collect();
        let body = self.yaml.split_once('\n').map_or("", |(_, body)| body);
        self.yaml = format!("{LICENSE}{license}\n{body}");
        self
    }

    /// Returns what the YAML cannot express.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }
}

/// Writes the description of a family as YAML.
///
/// Facts that YNL cannot express are in [`Export::notes`].
///
/// ```
/// use genl::mptcp_pm::MptcpPm;
///
/// let export = genl::export(MptcpPm::DESCRIPTION);
/// for line in ["name: mptcp_pm", "name: rcv-add-addrs", "nested-attributes: address"] {
///     assert!(export.yaml().lines().any(|it| it.trim() == line), "{line}");
/// }
/// ```
pub fn export(family: &Family) -> Export {
    let mut notes = Notes::default();
    let sets = sets::needed(family);
    let definitions = family.definitions();
    let names = Names::new(&sets, &definitions);
    let definitions = definitions.iter();
    let definitions = definitions.filter_map(|it| definitions::definition(it, &names, &mut notes));
    let definitions: Vec<_> = definitions.collect();
    let attribute_sets = sets.iter().map(|it| sets::set(it, &names, &mut notes));
    let attribute_sets: Vec<_> = attribute_sets.collect();
    let is_directional = is_directional(family);
    let list = Operations {
        names: &names,
        commands: &Command::all(family),
        any_set: sets.first().copied(),
        is_directional,
        notes: &mut notes,
    }
    .list(family.events);
    let mut operations = Map::default();
    if is_directional {
        operations.put("enum-model", "directional");
    }
    operations.put("list", list);

    let mut body = Map::default();
    if !definitions.is_empty() {
        body.put("definitions", definitions);
    }
    body.put("attribute-sets", attribute_sets);
    body.put("operations", operations);
    if !family.groups.is_empty() {
        body.put("mcast-groups", operations::groups(family));
    }
    let mut head = head(family, is_legacy(family, &body));
    head.entries.append(&mut body.entries);
    Export {
        yaml: format!("{LICENSE}NOASSERTION\n{head}"),
        notes: notes.0,
    }
}

fn head(family: &Family, is_legacy: bool) -> Map {
    let mut map = Map::default();
    map.put("name", family.name);
    map.put(
        "protocol",
        if is_legacy {
            "genetlink-legacy"
        } else {
            "genetlink"
        },
    );
    // The default is 1, and the schema does not allow 0.
    if family.version > 1 {
        map.put("version", i128::from(family.version));
    }
    map.put("doc", family.doc.trim());
    map
}

/// Returns whether the family needs the schema for families that are older than YNL.
fn is_legacy(family: &Family, body: &Map) -> bool {
    let is_spelled = |name: &str| names::spelled(name) == name;
    family.version > 1
        || !is_spelled(family.name)
        || !family.groups.iter().all(|group| is_spelled(group.name))
        || body.entries.iter().any(|(_, node)| has_legacy(node))
}

fn has_legacy(node: &Node) -> bool {
    const KEYS: [&str; 4] = ["enum-model", "fixed-header", "struct", "unterminated-ok"];
    const WORDS: [&str; 4] = ["bitfield32", "struct", "uns-admin-perm", "ipv4-or-v6"];
    match node {
        Node::Text(text) => WORDS.contains(&text.as_str()),
        Node::List(list) => list.iter().any(has_legacy),
        Node::Map(map) => {
            let mut entries = map.entries.iter();
            entries.any(|(key, value)| {
                // Names and docs are free text.
                !matches!(*key, "name" | "doc") && (KEYS.contains(key) || has_legacy(value))
            })
        }
        Node::Integer(_) | Node::Bool(_) => false,
    }
}
