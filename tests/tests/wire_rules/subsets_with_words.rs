//! Fields of subsets with words of their own: of their set, they have number and name.

use genl::AttributeSet;
use genl::description::{Kind, Presence};

use super::hex;
use super::{both_ways, reads, refuses, unwritable};

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Key {
    #[attr(1)]
    id: Option<u8>,
}

/// It has nothing to do with `Key`.
#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct OtherKey<'a> {
    #[attr(7)]
    name: Option<&'a str>,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Link<'a> {
    #[attr(1, name = "mtu-size")]
    mtu: Option<u16>,
    #[attr(2, big_endian, max = 9)]
    port: Option<u16>,
    #[attr(3)]
    queue: Option<u32>,
    #[attr(4, nest)]
    key: Option<Key>,
    #[attr(5, multi, nest)]
    keys: Vec<Key>,
    #[attr(6)]
    up: Option<u8>,
    #[attr(8)]
    name: Option<&'a str>,
}

/// Every field but the last has words of its own.
#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(subset_of = Link<'a>)]
struct Other<'a> {
    #[attr(plain)]
    mtu: u32,
    #[attr(min = 100)]
    port: Option<u16>,
    #[attr(multi)]
    queue: Vec<u32>,
    #[attr(nest)]
    key: OtherKey<'a>,
    #[attr(nest)]
    keys: Option<Key>,
    #[attr(flag)]
    up: bool,
    name: Option<&'a str>,
}

#[test]
fn a_field_may_say_its_words_again() {
    let value = Other {
        mtu: 70_000,
        port: Some(0x0201),
        queue: vec![1, 2],
        key: OtherKey { name: Some("a") },
        keys: Some(Key { id: Some(7) }),
        up: true,
        name: Some("b"),
    };
    let bytes = "0800 0100 70110100  0600 0200 0102 0000  0800 0300 01000000  0800 0300 02000000
        0c00 0480 0600 0700 61 00 0000  0c00 0580 0500 0100 07 000000  0400 0600  0600 0800 62 00 0000";
    both_ways(&value, &hex(bytes));
    refuses::<Other<'static>>(
        "0600 0100 0100 0000 0400 0480",
        "attribute `mtu-size` has 2 bytes, expected 4 (at byte 20)",
    );
    let low = Other {
        port: Some(5),
        ..Other::default()
    };
    unwritable(&low, "attribute `port` is 5, expected at least 100");
    // The set itself is as it was.
    let link = Link {
        mtu: Some(1),
        port: Some(5),
        ..Link::default()
    };
    both_ways(&link, &hex("0600 0100 0100 0000  0600 0200 00 05 0000"));
}

#[test]
fn the_words_of_a_field_are_described() {
    let attributes = Other::DESCRIPTION.attributes;
    let rows = attributes
        .iter()
        .map(|it| (it.number, it.name, it.presence));
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [
            (1, "mtu-size", Presence::Required),
            (2, "port", Presence::Optional),
            (3, "queue", Presence::List),
            (4, "key", Presence::Required),
            (5, "keys", Presence::Optional),
            (6, "up", Presence::Flag),
            (8, "name", Presence::Optional),
        ]
    );
    let nested = attributes.iter().filter_map(|it| match it.kind {
        Kind::Nest(set) => Some(set.name),
        _ => None,
    });
    assert_eq!(nested.collect::<Vec<_>>(), ["other-key", "key"]);
    assert_eq!(
        (attributes[1].checks.min, attributes[1].checks.max),
        (Some(100), None)
    );
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(subset_of = Other<'_>)]
struct Narrower {
    #[attr(plain)]
    mtu: u32,
    #[attr(big_endian)]
    port: Option<u16>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Link<'_>)]
enum Part {
    #[attr(plain)]
    Mtu(u32),
    #[attr(flag)]
    Up,
    #[attr(array)]
    Queue(Vec<u32>),
    Port(u16),
}

#[test]
fn subsets_of_subsets_and_variants_have_siblings_too() {
    both_ways(&Narrower { mtu: 1, port: None }, &hex("0800 0100 01000000"));
    let parts = vec![
        Part::Mtu(1),
        Part::Up,
        Part::Queue(vec![1, 2]),
        Part::Port(1),
    ];
    let bytes = "0800 0100 01000000  0400 0600  0c00 0300 01000000 02000000  0600 0200 00 01 0000";
    both_ways(&parts, &hex(bytes));
    reads(&hex("0800 0100 01000000"), &Narrower { mtu: 1, port: None });
}
