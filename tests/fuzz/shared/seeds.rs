//! What fuzzing begins with: all that was recorded, as the targets take it.

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

/// How many seeds a set has: those of which it reads most.
const PER_SET: usize = 2;

/// The seeds of each target, by its name.
pub(crate) fn all() -> [(&'static str, Vec<Vec<u8>>); 4] {
    [
        ("answers", answers()),
        ("captures", CAPTURES.map(<[u8]>::to_vec).to_vec()),
        ("datagrams", datagrams()),
        ("sets", sets()),
    ]
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
    found.sort();
    found.dedup();
    found
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
