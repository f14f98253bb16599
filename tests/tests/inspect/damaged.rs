//! Every prefix and every damaged byte of every recorded row: a tree that can be shown, whose places lie in the datagram.

use genl::description::Family;
use genl::inspect::{Body, Direction, Fault, Inspector, Message, Node, Options, Tree};
use genl::mptcp_pm::MptcpPm;
use genl_families::ethtool::Ethtool;
use genl_families::netdev::Netdev;
use genl_families::ovs::flow::OvsFlow;
use genl_families::ovs::packet::OvsPacket;
use genl_families::taskstats::Tasks;
use genl_tests::fixtures::Row;
use proptest::collection::vec;
use proptest::prelude::*;

use super::common::hex;
use super::{direction, inspector, recorded};

fn check_fault(fault: &Fault, length: usize) -> usize {
    assert!(fault.offset <= length, "{fault:?} of {length}");
    assert!(fault.bytes.start <= fault.bytes.end, "{fault:?}");
    assert!(fault.bytes.end <= length, "{fault:?} of {length}");
    1
}

fn check_nodes(nodes: &[Node<'_>], length: usize) -> usize {
    let each = nodes.iter().map(|node| {
        assert!(node.range.start <= node.range.end && node.range.end <= length);
        let faults = node.fault.iter().map(|fault| check_fault(fault, length));
        faults.sum::<usize>() + check_nodes(node.children(), length)
    });
    each.sum()
}

fn check_message(message: &Message<'_>, length: usize) -> usize {
    assert!(message.range.start <= message.range.end && message.range.end <= length);
    let own = message.fault.iter().map(|fault| check_fault(fault, length));
    let inner = match &message.body {
        Body::Generic(generic) => {
            let header = generic.fixed_header.as_slice();
            check_nodes(header, length) + check_nodes(&generic.attributes, length)
        }
        Body::Status(status) => {
            let quoted = status.quoted.iter().map(|it| check_message(it, length));
            quoted.sum::<usize>() + check_nodes(&status.attributes, length)
        }
        _ => 0,
    };
    own.sum::<usize>() + inner
}

/// Checks a tree and counts its faults.
fn check(tree: &Tree<'_>) -> usize {
    let length = tree.bytes.len();
    let own = tree.fault.iter().map(|fault| check_fault(fault, length));
    let messages = tree.messages.iter().map(|it| check_message(it, length));
    own.chain(messages).sum()
}

/// Every byte stands beside a line, in their order.
fn beside(tree: &Tree<'_>, text: &str) {
    let mut at = 0;
    for line in text.lines() {
        let column = line.get(..32).unwrap_or(line);
        let (place, digits) = column.split_at_checked(5).unwrap_or_default();
        if !digits.trim().is_empty() {
            assert_eq!(place.trim(), at.to_string(), "{text}");
            let shown = hex(digits);
            assert_eq!(tree.bytes[at..at + shown.len()], shown, "{text}");
            at += shown.len();
        }
    }
    assert_eq!(at, tree.bytes.len(), "{text}");
}

/// Shows a tree in every form.
fn show(tree: &Tree<'_>) {
    let options = Options::new().with_hex().with_width(60);
    let mut text = Vec::new();
    tree.print(&mut text, &options).expect("memory");
    let text = std::str::from_utf8(&text).expect("UTF-8");
    beside(tree, text);
    let (lines, line) = (tree.to_string(), tree.line().to_string());
    // Nothing that is shown can write to a terminal.
    for text in [text, &lines, &line] {
        let mut characters = text.chars();
        assert!(!characters.any(|c| c.is_control() && c != '\n'), "{text:?}");
    }
    assert_eq!(lines.is_empty(), tree.bytes.is_empty());
    assert_eq!(line.is_empty(), tree.bytes.is_empty());
    serde_json::to_string(tree).expect("JSON");
}

/// Which bytes of a row are damaged: all, or of the few long dumps of equal messages some.
fn step(row: &Row) -> usize {
    if row.bytes.len() < 1000 { 1 } else { 61 }
}

#[test]
fn no_prefix_is_too_short() {
    let mut inspector = inspector();
    let mut faults = 0;
    for row in recorded() {
        let way = direction(&row);
        inspector.follow(&row.bytes, way);
        for length in (0..row.bytes.len()).step_by(step(&row)) {
            let tree = inspector.inspect(&row.bytes[..length], Direction::Unknown);
            faults += check(&tree);
            if length % 5 == 0 {
                show(&tree);
            }
        }
    }
    assert!(faults > 30_000, "{faults}");
}

#[test]
fn no_byte_is_trusted() {
    let mut inspector = inspector();
    let mut faults = 0;
    for row in recorded() {
        let way = direction(&row);
        inspector.follow(&row.bytes, way);
        let mut bytes = row.bytes.clone();
        for place in (0..bytes.len()).step_by(step(&row)) {
            for flip in [1 << (place % 8), 0xff] {
                bytes[place] ^= flip;
                let tree = inspector.inspect(&bytes, way);
                faults += check(&tree);
                if place % 5 == 0 {
                    show(&tree);
                }
                bytes[place] ^= flip;
            }
        }
    }
    assert!(faults > 10_000, "{faults}");
}

/// An attribute of any number around others.
fn nested(depth: usize, number: u16) -> Vec<u8> {
    let mut bytes = Vec::new();
    for _ in 0..depth {
        let length = u16::try_from(bytes.len() + 4).expect("short");
        let header = [length.to_ne_bytes(), (number | 0x8000).to_ne_bytes()].concat();
        bytes = [header, bytes].concat();
    }
    bytes
}

fn message(kind: u16, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len() + 16).expect("short");
    let mut bytes = length.to_ne_bytes().to_vec();
    bytes.extend(kind.to_ne_bytes());
    bytes.extend([0; 10]);
    bytes.extend(payload);
    bytes
}

#[test]
fn nests_and_quotes_end() {
    let mut inspector = inspector();
    inspector.set_id("unknown", 40);
    for (kind, number) in [(28, 1), (28, 77), (16, 6), (40, 1)] {
        let bytes = message(kind, &[vec![1, 1, 0, 0], nested(10_000, number)].concat());
        let tree = inspector.inspect(&bytes, Direction::Unknown);
        check(&tree);
        show(&tree);
    }
    // An error that quotes an error, and so on.
    let mut quoted = Vec::new();
    for _ in 0..1000 {
        quoted = message(2, &[(-22_i32).to_ne_bytes().to_vec(), quoted].concat());
    }
    let tree = inspector.inspect(&quoted, Direction::Unknown);
    assert_eq!(check(&tree), 0);
    show(&tree);
}

/// Families with fixed headers, C structs, and sets in each other.
const FAMILIES: [(&Family, u16); 6] = [
    (MptcpPm::DESCRIPTION, 28),
    (Ethtool::DESCRIPTION, 30),
    (OvsFlow::DESCRIPTION, 31),
    (OvsPacket::DESCRIPTION, 32),
    (Tasks::DESCRIPTION, 33),
    (Netdev::DESCRIPTION, 34),
];

fn several() -> Inspector {
    let families = FAMILIES.into_iter();
    families.fold(Inspector::default(), |inspector, (family, id)| {
        inspector.with_id(family, id)
    })
}

/// A well-formed attribute around these bytes.
fn attribute(number: u16, payload: &[u8]) -> Vec<u8> {
    let length = u16::try_from(payload.len() + 4).expect("short");
    let mut bytes = [length.to_ne_bytes(), number.to_ne_bytes()].concat();
    bytes.extend(payload);
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

/// Attributes in attributes, of numbers that sets have.
fn attributes() -> impl Strategy<Value = Vec<u8>> {
    let leaf = vec(any::<u8>(), 0..40);
    leaf.prop_recursive(4, 60, 6, |inner| {
        let one = (0_u16..45, any::<bool>(), inner);
        let one = one.prop_map(|(number, nested, payload)| {
            attribute(number | if nested { 0x8000 } else { 0 }, &payload)
        });
        vec(one, 0..6).prop_map(|all| all.concat())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn bytes_of_no_meaning_have_a_tree(
        payload in vec(any::<u8>(), 0..200),
        kind in prop_oneof![Just(2_u16), Just(3), Just(16), Just(28), Just(40)],
        flags in any::<u16>(),
        way in prop_oneof![Just(Direction::ToKernel), Just(Direction::FromKernel), Just(Direction::Unknown)],
    ) {
        let mut bytes = message(kind, &payload);
        bytes[6..8].copy_from_slice(&flags.to_ne_bytes());
        let mut inspector = Inspector::new(&[MptcpPm::DESCRIPTION]).with_id(MptcpPm::DESCRIPTION, 28);
        for bytes in [&bytes, &payload] {
            let tree = inspector.follow(bytes, way);
            check(&tree);
            show(&tree);
        }
    }

    #[test]
    fn attributes_of_no_meaning_have_a_tree(
        attributes in attributes(),
        kind in 28_u16..35,
        command in 0_u8..50,
        header in prop_oneof![Just(0), Just(4)],
        flags in any::<u16>(),
    ) {
        let payload = [&[command, 1, 0, 0], &vec![7; header][..], &attributes].concat();
        let mut bytes = message(kind, &payload);
        bytes[6..8].copy_from_slice(&flags.to_ne_bytes());
        let inspector = several();
        let tree = inspector.inspect(&bytes, Direction::Unknown);
        check(&tree);
        show(&tree);
    }
}
