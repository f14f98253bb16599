//! Keyed lists (`nest-type-value`): the number of an element's attribute is its key.

use genl::description::Kind;
use genl::{AttributeSet, Keyed};

use super::hex;
use super::{both_ways, reads, refuses, unwritable};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Item {
    #[attr(1)]
    id: u16,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct KeyedSet {
    #[attr(1, keyed(op: u16), nest, omit_empty)]
    nests: Vec<Keyed<u16, Item>>,
    #[attr(2, keyed(op: u16), omit_empty)]
    integers: Vec<Keyed<u16, u32>>,
    #[attr(3, keyed(policy: u16, attribute: u16), nest, omit_empty)]
    pairs: Vec<Keyed<(u16, u16), Item>>,
    #[attr(4, keyed(outer: u16, inner: u16), omit_empty)]
    pair_integers: Vec<Keyed<(u16, u16), u8>>,
}

const fn at<K, T>(key: K, value: T) -> Keyed<K, T> {
    Keyed { key, value }
}

#[test]
fn rule_16_one_key_is_the_number_of_the_element() {
    let value = KeyedSet {
        nests: vec![at(5, Item { id: 1 }), at(0, Item { id: 2 })],
        integers: vec![at(7, 9)],
        ..KeyedSet::default()
    };
    let bytes = hex(
        "1c00 0180  0c00 0580 0600 0100 0100 0000  0c00 0080 0600 0100 0200 0000
        0c00 0280  0800 0700 09000000",
    );
    both_ways(&value, &bytes);
    both_ways(&KeyedSet::default(), &[]);
}

#[test]
fn rule_16_two_keys_are_the_numbers_of_two_attributes() {
    let value = KeyedSet {
        pairs: vec![at((1, 2), Item { id: 3 })],
        pair_integers: vec![at((0, 1), 4)],
        ..KeyedSet::default()
    };
    let bytes = hex("1400 0380  1000 0180  0c00 0280  0600 0100 0300 0000
        1000 0480  0c00 0080  0500 0100 04 000000");
    both_ways(&value, &bytes);
}

#[test]
fn rule_16_keys_have_names() {
    let keys = KeyedSet::DESCRIPTION.attributes.iter();
    let keys = keys.map(|attribute| match attribute.kind {
        Kind::Keyed(keys, _) => keys,
        kind => panic!("{kind:?}"),
    });
    let names: [&[&str]; 4] = [
        &["op"],
        &["op"],
        &["policy", "attribute"],
        &["outer", "inner"],
    ];
    assert!(keys.eq(names));
}

#[test]
fn rule_16_neighbours_share_their_outer_key() {
    let value = KeyedSet {
        pair_integers: vec![at((1, 1), 4), at((1, 2), 5), at((2, 1), 6), at((1, 1), 7)],
        ..KeyedSet::default()
    };
    let bytes = hex("3000 0480
        1400 0180  0500 0100 04 000000  0500 0200 05 000000
        0c00 0280  0500 0100 06 000000
        0c00 0180  0500 0100 07 000000");
    both_ways(&value, &bytes);
    // One by one, as the kernel's GETPOLICY may send them.
    let bytes = hex("3400 0480
        0c00 0180  0500 0100 04 000000
        0c00 0180  0500 0200 05 000000
        0c00 0280  0500 0100 06 000000
        0c00 0180  0500 0100 07 000000");
    reads(&bytes, &value);
}

#[test]
fn rule_02_keyed_lists_are_read_without_the_nest_flag() {
    let value = KeyedSet {
        nests: vec![at(5, Item { id: 1 })],
        pairs: vec![at((1, 2), Item { id: 3 })],
        ..KeyedSet::default()
    };
    let bytes = hex("1000 0100  0c00 0500 0600 0100 0100 0000
        1400 0300  1000 0100  0c00 0200  0600 0100 0300 0000");
    reads(&bytes, &value);
}

#[test]
fn rule_11_the_last_of_two_keyed_lists_wins() {
    let value = KeyedSet {
        integers: vec![at(2, 2)],
        pair_integers: vec![at((2, 2), 2)],
        ..KeyedSet::default()
    };
    let bytes = hex("0c00 0280  0800 0100 01000000
        0c00 0280  0800 0200 02000000
        1000 0480  0c00 0180  0500 0100 01 000000
        1000 0480  0c00 0280  0500 0200 02 000000");
    reads(&bytes, &value);
}

#[test]
fn rule_16_errors_in_a_keyed_list_name_the_element() {
    refuses::<KeyedSet>(
        "1400 0280  0800 0700 09000000  0500 0800 01 000000",
        "attribute `integers[1]` has 1 byte, expected 4 (at byte 32)",
    );
    refuses::<KeyedSet>(
        "1800 0480  0c00 0180  0500 0100 04 000000  0800 0180  0400 0200",
        "attribute `pair-integers[1]` has 0 bytes, expected 1 (at byte 40)",
    );
    refuses::<KeyedSet>(
        "0c00 0380  0800 0180  0400 0280",
        "missing attribute `pairs[0].id` (at byte 28)",
    );
    refuses::<KeyedSet>(
        "0c00 0380  0800 0180  0300 0280",
        "attribute `pairs` contains an attribute of length 3, less than its header of 4 bytes (at byte 28)",
    );
}

#[test]
fn rule_12_a_key_of_more_than_14_bits_is_an_encode_error() {
    for key in [0x4000, 0x8001, u16::MAX] {
        let one = KeyedSet {
            integers: vec![at(1, 0), at(key, 1)],
            ..KeyedSet::default()
        };
        let said = format!("attribute `integers[1]` has number {key}, expected at most 16383");
        unwritable(&one, &said);
        for pair in [(key, 1), (1, key)] {
            let two = KeyedSet {
                pair_integers: vec![at(pair, 1)],
                ..KeyedSet::default()
            };
            let said =
                format!("attribute `pair-integers[0]` has number {key}, expected at most 16383");
            unwritable(&two, &said);
        }
    }
    let greatest = KeyedSet {
        integers: vec![at(0x3fff, 1)],
        ..KeyedSet::default()
    };
    both_ways(&greatest, &hex("0c00 0280  0800 ff3f 01000000"));
}

#[test]
fn rule_13_elements_with_one_outer_key_may_be_too_many() {
    // 8 bytes for each element, and 4 in front; the element before them has an attribute of its own.
    let more = (0..8192).map(|inner| at((2, inner), 1));
    let value = KeyedSet {
        pair_integers: [at((1, 1), 1)].into_iter().chain(more).collect(),
        ..KeyedSet::default()
    };
    unwritable(
        &value,
        "attribute `pair-integers[1]` has 65540 bytes, more than its length field can hold",
    );
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Bounded {
    #[attr(1, keyed(outer: u16, inner: u16), max = 9, omit_empty)]
    pairs: Vec<Keyed<(u16, u16), u8>>,
}

#[test]
fn rule_16_elements_with_two_keys_are_counted_across_outer_keys() {
    // Two in the first attribute, two in the second.
    let keys = [(1, 1), (1, 2), (2, 1), (2, 2)];
    for wrong in 0..4 {
        let mut pairs = keys.map(|key| at(key, 9)).to_vec();
        pairs[wrong].value = 10;
        let said = format!("attribute `pairs[{wrong}]` is 10, expected at most 9");
        unwritable(&Bounded { pairs }, &said);
    }
}
