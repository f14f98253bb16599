//! Subsets of sets with lists in one attribute.

use genl::description::Presence;
use genl::{AttributeSet, Indexed, Keyed};

use super::super::hex;
use super::super::{both_ways, reads, refuses};
use super::{Action, Item, Omitted, Optional, Required, empty_bytes, presences};

/// Has what its set has, and requires what that may have or not.
macro_rules! subset {
    ($name:ident of $set:ident) => {
        #[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
        #[attrs(subset_of = $set)]
        struct $name {
            numbers: Vec<u16>,
            items: Vec<Item>,
            zeros: Vec<u8>,
            places: Vec<Indexed<u8>>,
            keyed: Vec<Keyed<u16, u8>>,
            pairs: Vec<Keyed<(u16, u16), u8>>,
            packed: Vec<u16>,
        }
    };
}

subset! { OfRequired of Required }
subset! { OfOptional of Optional }
subset! { OfOmitted of Omitted }

#[test]
fn a_list_of_a_subset_is_required_as_in_its_set() {
    both_ways(&OfRequired::default(), &empty_bytes());
    both_ways(&OfOptional::default(), &empty_bytes());
    both_ways(&OfOmitted::default(), &[]);
    reads(&empty_bytes(), &OfOmitted::default());
    refuses::<OfRequired>("", "missing attribute `numbers`");
    refuses::<OfOptional>("0400 0180", "missing attribute `items`");
    assert_eq!(presences::<OfRequired>(), [Presence::Required; 7]);
    assert_eq!(presences::<OfOptional>(), [Presence::Required; 7]);
    assert_eq!(presences::<OfOmitted>(), [Presence::List; 7]);
}

/// An `Option` tells by itself that the attribute may be absent.
macro_rules! optional_subset {
    ($name:ident of $set:ident) => {
        #[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
        #[attrs(subset_of = $set)]
        struct $name {
            numbers: Option<Vec<u16>>,
            pairs: Option<Vec<Keyed<(u16, u16), u8>>>,
            packed: Option<Vec<u16>>,
        }

        let mut value = $name::default();
        both_ways(&value, &[]);
        value.numbers = Some(Vec::new());
        value.pairs = Some(Vec::new());
        value.packed = Some(Vec::new());
        both_ways(&value, &hex("0400 0180  0400 0680  0400 0700"));
        value.numbers = Some(vec![7]);
        both_ways(
            &value,
            &hex("0c00 0180  0600 0000 0700 0000  0400 0680  0400 0700"),
        );
        assert_eq!(presences::<$name>(), [Presence::Optional; 3]);
    };
}

#[test]
fn an_optional_list_of_a_subset_may_be_absent_or_empty() {
    optional_subset! { MaybeRequired of Required }
    optional_subset! { MaybeOptional of Optional }
    optional_subset! { MaybeOmitted of Omitted }
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(subset_of = Required)]
struct Anew {
    #[attr(array, omit_empty)]
    numbers: Vec<u32>,
    #[attr(indexed)]
    items: Vec<u8>,
    #[attr(plain, omit_empty)]
    packed: Vec<u8>,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(subset_of = Omitted)]
struct AnewOfOmitted {
    #[attr(indexed)]
    numbers: Vec<u16>,
}

#[test]
fn a_subset_with_words_decides_whether_its_lists_are_required() {
    both_ways(&Anew::default(), &hex("0400 0280"));
    let value = Anew {
        numbers: vec![1],
        items: vec![2],
        packed: vec![3],
    };
    both_ways(
        &value,
        &hex("0800 0100 01000000  0c00 0280 0500 0000 02 000000  0500 0700 03 000000"),
    );
    both_ways(&AnewOfOmitted::default(), &hex("0400 0180"));
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Omitted)]
enum Part {
    Numbers(Vec<u16>),
    Pairs(Vec<Keyed<(u16, u16), u8>>),
    Actions(Vec<Action>),
    Bytes(Vec<u8>),
}

#[test]
fn the_list_of_a_variant_is_always_written() {
    let parts = vec![
        Part::Numbers(Vec::new()),
        Part::Pairs(Vec::new()),
        Part::Numbers(vec![7]),
        Part::Actions(Vec::new()),
        Part::Bytes(vec![1, 2]),
    ];
    let bytes = "0400 0180  0400 0680  0c00 0180 0600 0000 0700 0000  0400 0880
        0600 0900 01 02 0000";
    both_ways(&parts, &hex(bytes));
}

/// Narrower elements, of a list that is left out when it is empty.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Item)]
struct Id {
    id: u16,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(subset_of = Omitted)]
struct Narrower {
    items: Vec<Id>,
}

#[test]
fn the_elements_of_a_list_that_is_left_out_may_be_narrowed() {
    both_ways(&Narrower::default(), &[]);
    let value = Narrower {
        items: vec![Id { id: 7 }],
    };
    both_ways(&value, &hex("1000 0280  0c00 0180  0600 0100 0700 0000"));
}
