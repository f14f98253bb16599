//! Enums that are subsets: one attribute of a set, with the number, the words and the checks it has there.

use genl::description::{Kind, Presence};
use genl::{AttributeSet, UnknownAttribute};

use super::hex;
use super::{both_ways, reads, refuses, unwritable};

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Key {
    #[attr(1)]
    priority: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(pad = 9)]
struct Port<'a> {
    #[attr(2, max = 9)]
    if_index: Option<u32>,
    #[attr(3, flag)]
    up: bool,
    #[attr(4, multi, big_endian)]
    vlans: Vec<u16>,
    #[attr(5, array, omit_empty)]
    queues: Vec<u16>,
    #[attr(6, nest)]
    key: Option<Key>,
    #[attr(7)]
    name: Option<&'a str>,
    #[attr(8, nest)]
    parts: Vec<Part<'a>>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Key)]
struct Priority {
    priority: u32,
}

/// One attribute of a port.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Port<'a>)]
enum Part<'a> {
    /// Its index.
    IfIndex(u32),
    Up,
    Vlans(u16),
    Queues(Vec<u16>),
    Key(Priority),
    Name(&'a str),
    Parts(Vec<Self>),
    #[attr(unknown)]
    Other(UnknownAttribute),
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Port<'_>)]
enum JustUp {
    Up,
}

#[test]
fn variants_of_subsets_are_fields_of_the_set() {
    let parts = vec![
        Part::Up,
        Part::Vlans(1),
        Part::IfIndex(7),
        Part::Vlans(2),
        Part::Queues(vec![1, 2]),
        Part::Key(Priority { priority: 9 }),
        Part::Parts(vec![Part::Up, Part::Parts(Vec::new()), Part::Name("a")]),
    ];
    let inner = "0400 0300  0400 0880  0600 0700 61 00 0000";
    let bytes = format!(
        "0400 0300  0600 0400 00 01 0000  0800 0200 07000000  0600 0400 00 02 0000  0800 0500 0100 0200  \
         0c00 0680 0800 0100 09000000  1400 0880 {inner}"
    );
    both_ways(&parts, &hex(&bytes));
    let port = Port {
        parts: vec![Part::Up, Part::Parts(Vec::new()), Part::Name("a")],
        ..Port::default()
    };
    both_ways(&port, &hex(&format!("1400 0880 {inner}")));
}

#[test]
fn subsets_keep_attributes_that_are_neither_variant_nor_padding() {
    let bytes = hex("0400 0900  0600 0a00 01 02 0000  0400 0300");
    let other = UnknownAttribute {
        number: 10,
        nested: false,
        net_byteorder: false,
        payload: vec![1, 2],
    };
    reads(&bytes, &vec![Part::Other(other), Part::Up]);
    reads(&bytes, &vec![JustUp::Up]);
}

#[test]
fn mistakes_in_subsets_name_the_element() {
    unwritable(
        &vec![Part::Up, Part::IfIndex(10)],
        "attribute `[1].if-index` is 10, expected at most 9",
    );
    refuses::<Vec<Part<'static>>>(
        "0400 0300  0600 0200 0000 0000",
        "attribute `[1].if-index` has 2 bytes, expected 4 (at byte 24)",
    );
    refuses::<Vec<Part<'static>>>(
        "0800 0880 0400 0680",
        "missing attribute `[0].parts[0].key.priority` (at byte 24)",
    );
}

#[test]
fn the_description_of_a_mixed_subset_is_complete() {
    let set = Vec::<Part<'static>>::DESCRIPTION;
    assert_eq!(
        (set.name, set.subset_of.map(|set| set.name)),
        ("part", Some("port"))
    );
    assert_eq!((set.mixed, set.pad), (true, Some(9)));
    let kinds = set.attributes.iter();
    let kinds = kinds.map(|kind| (kind.number, kind.name, kind.doc, kind.presence));
    assert_eq!(
        kinds.take(3).collect::<Vec<_>>(),
        [
            (2, "if-index", "Its index.", Presence::List),
            (3, "up", "", Presence::Flag),
            (4, "vlans", "", Presence::List),
        ],
    );
    let element = Port::DESCRIPTION.attribute(8).map(|kind| kind.kind);
    assert!(matches!(element, Some(Kind::Nest(set)) if set.name == "part"));
}
