//! Lists in one attribute: absent differs from empty, unless the author writes `omit_empty`.

mod subsets;

use genl::description::Presence;
use genl::{AttributeSet, Indexed, Keyed};

use super::hex;
use super::{both_ways, reads, refuses};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Item {
    #[attr(1)]
    id: u16,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
enum Action {
    #[attr(1)]
    Output(u8),
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Required {
    #[attr(1, indexed)]
    numbers: Vec<u16>,
    #[attr(2, indexed(from = 1), nest)]
    items: Vec<Item>,
    #[attr(3, indexed(zero))]
    zeros: Vec<u8>,
    #[attr(4, indexed)]
    places: Vec<Indexed<u8>>,
    #[attr(5, keyed(key: u16))]
    keyed: Vec<Keyed<u16, u8>>,
    #[attr(6, keyed(outer: u16, inner: u16))]
    pairs: Vec<Keyed<(u16, u16), u8>>,
    #[attr(7, array)]
    packed: Vec<u16>,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Optional {
    #[attr(1, indexed)]
    numbers: Option<Vec<u16>>,
    #[attr(2, indexed(from = 1), nest)]
    items: Option<Vec<Item>>,
    #[attr(3, indexed(zero))]
    zeros: Option<Vec<u8>>,
    #[attr(4, indexed)]
    places: Option<Vec<Indexed<u8>>>,
    #[attr(5, keyed(key: u16))]
    keyed: Option<Vec<Keyed<u16, u8>>>,
    #[attr(6, keyed(outer: u16, inner: u16))]
    pairs: Option<Vec<Keyed<(u16, u16), u8>>>,
    #[attr(7, array)]
    packed: Option<Vec<u16>>,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Omitted {
    #[attr(1, indexed, omit_empty)]
    numbers: Vec<u16>,
    #[attr(2, indexed(from = 1), nest, omit_empty)]
    items: Vec<Item>,
    #[attr(3, indexed(zero), omit_empty)]
    zeros: Vec<u8>,
    #[attr(4, indexed, omit_empty)]
    places: Vec<Indexed<u8>>,
    #[attr(5, keyed(key: u16), omit_empty)]
    keyed: Vec<Keyed<u16, u8>>,
    #[attr(6, keyed(outer: u16, inner: u16), omit_empty)]
    pairs: Vec<Keyed<(u16, u16), u8>>,
    #[attr(7, array, omit_empty)]
    packed: Vec<u16>,
    /// Other payloads that are a `Vec`.
    #[attr(8, nest, omit_empty)]
    actions: Vec<Action>,
    #[attr(9, omit_empty, min_len = 2)]
    bytes: Vec<u8>,
}

/// Each of the seven lists when it is empty, and with an element.
const LISTS: [(&str, &str, &str); 7] = [
    ("numbers", "0400 0180", "0c00 0180  0600 0000 0700 0000"),
    (
        "items",
        "0400 0280",
        "1000 0280  0c00 0180  0600 0100 0700 0000",
    ),
    ("zeros", "0400 0380", "0c00 0380  0500 0000 07 000000"),
    ("places", "0400 0480", "0c00 0480  0500 0200 07 000000"),
    ("keyed", "0400 0580", "0c00 0580  0500 0300 07 000000"),
    (
        "pairs",
        "0400 0680",
        "1000 0680  0c00 0380  0500 0400 07 000000",
    ),
    ("packed", "0400 0700", "0600 0700 0700 0000"),
];

fn full() -> Required {
    Required {
        numbers: vec![7],
        items: vec![Item { id: 7 }],
        zeros: vec![7],
        places: vec![Indexed { index: 2, value: 7 }],
        keyed: vec![Keyed { key: 3, value: 7 }],
        pairs: vec![Keyed {
            key: (3, 4),
            value: 7,
        }],
        packed: vec![7],
    }
}

impl From<Required> for Optional {
    fn from(lists: Required) -> Self {
        Self {
            numbers: Some(lists.numbers),
            items: Some(lists.items),
            zeros: Some(lists.zeros),
            places: Some(lists.places),
            keyed: Some(lists.keyed),
            pairs: Some(lists.pairs),
            packed: Some(lists.packed),
        }
    }
}

impl From<Required> for Omitted {
    fn from(lists: Required) -> Self {
        Self {
            numbers: lists.numbers,
            items: lists.items,
            zeros: lists.zeros,
            places: lists.places,
            keyed: lists.keyed,
            pairs: lists.pairs,
            packed: lists.packed,
            ..Self::default()
        }
    }
}

fn empty_bytes() -> Vec<u8> {
    LISTS.iter().flat_map(|(_, empty, _)| hex(empty)).collect()
}

fn full_bytes() -> Vec<u8> {
    LISTS.iter().flat_map(|(.., full)| hex(full)).collect()
}

#[test]
fn rule_10_a_list_that_is_required_is_there_when_it_is_empty() {
    both_ways(&Required::default(), &empty_bytes());
    both_ways(&full(), &full_bytes());
    for (left_out, (name, ..)) in LISTS.iter().enumerate() {
        let others = LISTS.iter().enumerate();
        let others = others.filter(|(index, _)| *index != left_out);
        let digits: Vec<_> = others.map(|(_, (_, empty, _))| *empty).collect();
        refuses::<Required>(&digits.join(" "), &format!("missing attribute `{name}`"));
    }
}

#[test]
fn rule_10_an_optional_list_is_absent_empty_or_neither() {
    both_ways(&Optional::default(), &[]);
    both_ways(&Optional::from(Required::default()), &empty_bytes());
    both_ways(&Optional::from(full()), &full_bytes());
}

#[test]
fn rule_10_a_list_with_omit_empty_is_absent_when_it_is_empty() {
    both_ways(&Omitted::default(), &[]);
    both_ways(&Omitted::from(full()), &full_bytes());
    reads(&empty_bytes(), &Omitted::default());
    // The last of two holds, be it empty.
    reads(&[full_bytes(), empty_bytes()].concat(), &Omitted::default());
}

#[test]
fn rule_10_bytes_and_mixed_attributes_can_be_left_out_too() {
    let value = Omitted {
        actions: vec![Action::Output(1)],
        bytes: vec![1, 2],
        ..Omitted::default()
    };
    both_ways(
        &value,
        &hex("0c00 0880  0500 0100 01 000000  0600 0900 01 02 0000"),
    );
    reads(&hex("0400 0880"), &Omitted::default());
    // What is not written is not checked; what is read is.
    refuses::<Omitted>(
        "0400 0900",
        "attribute `bytes` has 0 bytes, expected at least 2 (at byte 20)",
    );
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Outer {
    #[attr(9, multi, nest)]
    tables: Vec<Table>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Table {
    #[attr(1)]
    id: u8,
    #[attr(2, indexed, nest)]
    rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Row {
    #[attr(1, keyed(column: u16))]
    cells: Vec<Keyed<u16, u8>>,
}

#[test]
fn rule_10_a_missing_list_is_named_with_its_place() {
    let empty = Outer {
        tables: vec![
            Table {
                id: 1,
                rows: Vec::new(),
            },
            Table {
                id: 2,
                rows: vec![Row { cells: Vec::new() }],
            },
        ],
    };
    both_ways(
        &empty,
        &hex("1000 0980  0500 0100 01 000000  0400 0280
            1800 0980  0500 0100 02 000000  0c00 0280  0800 0080  0400 0180"),
    );
    refuses::<Outer>(
        "0c00 0980  0500 0100 01 000000",
        "missing attribute `tables[0].rows` (at byte 20)",
    );
    refuses::<Outer>(
        "1400 0980  0500 0100 02 000000  0800 0280  0400 0080",
        "missing attribute `tables[0].rows[0].cells` (at byte 36)",
    );
}

fn presences<S: AttributeSet>() -> Vec<Presence> {
    let attributes = S::DESCRIPTION.attributes.iter();
    attributes.map(|attribute| attribute.presence).collect()
}

#[test]
fn the_presence_of_lists_is_described() {
    assert_eq!(presences::<Required>(), [Presence::Required; 7]);
    assert_eq!(presences::<Optional>(), [Presence::Optional; 7]);
    assert_eq!(presences::<Omitted>(), [Presence::List; 9]);
}
