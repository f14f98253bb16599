//! What fuzzing begins with: all that was recorded, as the targets take it.

use std::fs;
use std::path::{Path, PathBuf};

use genl::wire::{MessageType, Messages};
use genl_tests::fixtures;

use super::crowded;
use super::list::SETS;

/// Attributes, and whole messages, as C and other crates write them: lines of a name and hex.
const WRITTEN: [&str; 9] = [
    include_str!("../../families/tests/fixtures/devlink.txt"),
    include_str!("../../families/tests/fixtures/devlink-reports.txt"),
    include_str!("../../families/tests/fixtures/ethtool.txt"),
    include_str!("../../families/tests/fixtures/ethtool-tool.txt"),
    include_str!("../../families/tests/fixtures/ipvs.txt"),
    include_str!("../../families/tests/fixtures/ovs-netlink-bindings.txt"),
    include_str!("../../families/tests/fixtures/thermal.txt"),
    include_str!("../../families/tests/fixtures/wireguard.txt"),
    include_str!("../../families/tests/fixtures/wireguard-pyroute2.txt"),
];

const MESSAGES: [&str; 3] = [
    include_str!("../../families/tests/fixtures/ovs.txt"),
    include_str!("../../families/tests/fixtures/ovs-actions.txt"),
    include_str!("../../families/tests/fixtures/ovs-keys.txt"),
];

const CAPTURES: [&[u8]; 3] = [
    include_bytes!("../../fixtures/captures/cut.pcap"),
    include_bytes!("../../fixtures/captures/micro.pcap"),
    include_bytes!("../../fixtures/captures/netlink.pcapng"),
];

/// What the script `keep` has kept of fuzzing.
const KEPT: [(&str, &str); 6] = [
    ("answers", include_str!("../kept/answers.txt")),
    ("captures", include_str!("../kept/captures.txt")),
    ("datagrams", include_str!("../kept/datagrams.txt")),
    ("import", include_str!("../kept/import.txt")),
    ("sets", include_str!("../kept/sets.txt")),
    ("structured", include_str!("../kept/structured.txt")),
];

/// Folders of descriptions in YAML. A file of corrections has the name of what it corrects, with `override` behind.
const DESCRIPTIONS: [&str; 2] = ["tests/import/specs", "fixtures/ynl"];

/// How many seeds a set has: those of which it reads most.
const PER_SET: usize = 2;

/// The seeds of each target, by its name.
pub(crate) fn all() -> [(&'static str, Vec<Vec<u8>>); 5] {
    [
        ("answers", answers()),
        ("captures", CAPTURES.map(<[u8]>::to_vec).to_vec()),
        ("datagrams", datagrams()),
        ("import", descriptions()),
        ("sets", sets()),
    ]
}

/// What fuzzing found beyond the seeds: inputs that reach other code.
pub(crate) fn kept() -> impl Iterator<Item = (&'static str, Vec<Vec<u8>>)> {
    KEPT.into_iter()
        .map(|(target, lines)| (target, hex(lines).collect()))
}

fn recorded() -> Vec<Vec<u8>> {
    let files = ["events", "in_kernel", "subflow_info", "userspace"];
    let rows = files.into_iter().flat_map(fixtures::rows);
    let mut datagrams: Vec<_> = rows.map(|row| row.bytes).collect();
    datagrams.sort();
    datagrams.dedup_by(|one, other| one.len() == other.len());
    datagrams
}

fn hex(text: &str) -> impl Iterator<Item = Vec<u8>> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let (_, hex) = line.split_once(' ')?;
        let digits: Option<Vec<_>> = hex.chars().map(|digit| digit.to_digit(16)).collect();
        digits?
            .chunks_exact(2)
            .map(|pair| u8::try_from(pair[0] << 4 | pair[1]).ok())
            .collect()
    })
}

fn messages() -> impl Iterator<Item = Vec<u8>> {
    MESSAGES
        .into_iter()
        .flat_map(hex)
        .filter(|bytes| bytes.len() >= 20)
}

fn answers() -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for datagram in recorded() {
        for message in Messages::new(&datagram).flatten() {
            let first = u8::from(message.header.kind == MessageType::Done);
            if matches!(message.header.kind, MessageType::Error | MessageType::Done) {
                found.push([&[first], message.as_bytes()].concat());
            }
        }
    }
    found.push(sockets());
    found.sort();
    found.dedup();
    found
}

/// A dump of one socket: `struct inet_diag_msg`, and `INET_ULP_INFO` > `INET_ULP_INFO_MPTCP` with a token.
fn sockets() -> Vec<u8> {
    let length = [104, 0, 0, 0, 20, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let attributes = [16, 0, 19, 0, 12, 0, 3, 0, 8, 0, 2, 0, 1, 0, 0, 0];
    let end = [20, 0, 0, 0, 3, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    [&[2], &length[..], &[2, 1], &[0; 70], &attributes, &end].concat()
}

fn datagrams() -> Vec<Vec<u8>> {
    // 0 picks `mptcp_pm`, 6 the flows of Open vSwitch.
    let recorded = recorded()
        .into_iter()
        .map(|bytes| [&[0], &bytes[..]].concat());
    recorded
        .chain(messages().map(|bytes| [&[6], &bytes[..]].concat()))
        .collect()
}

fn descriptions() -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for folder in DESCRIPTIONS {
        for path in files(folder) {
            let is_yaml = path
                .extension()
                .is_some_and(|extension| extension == "yaml");
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            if is_yaml && !name.ends_with(".override") {
                let spec = fs::read(&path).expect("the file can be read");
                let corrections = fs::read(path.with_extension("override.yaml"));
                found.extend(corrections.map(|it| [&spec[..], b"\0", &it].concat()));
                found.push(spec);
            }
        }
    }
    found
}

/// The files in a folder that is named as from the folder `tests`.
fn files(folder: &str) -> Vec<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    // The fuzz targets are a package of their own.
    let is_tests = here.join("fuzz").exists();
    let tests = if is_tests {
        here.to_owned()
    } else {
        here.join("..")
    };
    let entries = fs::read_dir(tests.join(folder)).expect("the folder is there");
    let mut files: Vec<_> = entries
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    files.sort();
    files
}

pub(crate) fn sets() -> Vec<Vec<u8>> {
    let mut attributes: Vec<_> = WRITTEN.into_iter().flat_map(hex).collect();
    for datagram in recorded().into_iter().chain(messages()) {
        for message in Messages::new(&datagram).flatten() {
            let payload = message.payload();
            // Behind the generic header, and behind a fixed header of 4 bytes.
            attributes.extend(
                [4, 8]
                    .into_iter()
                    .filter_map(|at| payload.get(at..))
                    .map(<[u8]>::to_vec),
            );
        }
    }
    let mut found = Vec::new();
    for (place, set) in (0..=u8::MAX).zip(SETS) {
        let least = crowded::least(set.description);
        let mut read: Vec<_> = attributes
            .iter()
            .chain([&least])
            .filter_map(|bytes| Some((set.read(bytes)?.len(), bytes)))
            .collect();
        read.sort_by(|one, other| other.cmp(one));
        read.dedup();
        found.extend(
            read.into_iter()
                .take(PER_SET)
                .map(|(_, bytes)| [&[place], &bytes[..]].concat()),
        );
    }
    found
}
