//! Attribute sets in each other.

use genl::AttributeSet;

use super::hex;
use super::{both_ways, encode, reads, refuses, unwritable};

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Inner {
    #[attr(1)]
    id: Option<u16>,
    #[attr(2)]
    data: Option<Vec<u8>>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Outer {
    #[attr(1, nest)]
    first: Inner,
    #[attr(2, nest)]
    second: Option<Box<Inner>>,
    #[attr(3)]
    last: Option<u8>,
}

fn outer() -> Outer {
    Outer {
        first: Inner {
            id: Some(0x0102),
            data: None,
        },
        second: Some(Box::default()),
        last: Some(9),
    }
}

#[test]
fn rule_02_nests_are_written_with_the_flag_and_read_with_or_without() {
    let flagged = hex("0c00 0180  0600 0100 0201 0000  0400 0280  0500 0300 09 000000");
    both_ways(&outer(), &flagged);
    let bare = hex("0c00 0100  0600 0100 0201 0000  0400 0200  0500 0300 09 000000");
    reads(&bare, &outer());
}

#[test]
fn rule_10_an_empty_nest_is_not_an_absent_one() {
    let mut value = Outer {
        first: Inner::default(),
        second: Some(Box::default()),
        last: None,
    };
    both_ways(&value, &hex("0400 0180  0400 0280"));
    value.second = None;
    both_ways(&value, &hex("0400 0180"));
    refuses::<Outer>("0400 0280", "missing attribute `first`");
}

#[test]
fn rule_06_the_last_attribute_of_a_nest_may_lack_its_padding() {
    // The nest ends with its last byte, 9; what follows is aligned all the same.
    let bytes = hex("0900 0180  0500 0200 09 000000  0500 0300 07 000000");
    let value = Outer {
        first: Inner {
            id: None,
            data: Some(vec![9]),
        },
        second: None,
        last: Some(7),
    };
    reads(&bytes, &value);
}

#[test]
fn rule_06_the_length_of_a_nest_counts_the_padding_in_it() {
    let value = Outer {
        first: Inner {
            id: None,
            data: Some(vec![9]),
        },
        second: None,
        last: Some(7),
    };
    both_ways(
        &value,
        &hex("0c00 0180  0500 0200 09 000000  0500 0300 07 000000"),
    );
}

#[test]
fn rule_07_an_error_in_a_nest_has_its_path_and_its_own_place() {
    refuses::<Outer>(
        "0c00 0180  0800 0100 01020304",
        "attribute `first.id` has 4 bytes, expected 2 (at byte 24)",
    );
    refuses::<Outer>(
        "0400 0180  1400 0280  0500 0200 09 000000  0700 0100 010203 00",
        "attribute `second.id` has 3 bytes, expected 2 (at byte 36)",
    );
    refuses::<Outer>(
        "0c00 0180  0300 0100 01020304",
        "attribute `first` contains an attribute of length 3, less than its header of 4 bytes (at byte 24)",
    );
    refuses::<Outer>(
        "0a00 0180  0500 0100 0102 0000",
        "attribute `first.id` has 1 byte, expected 2 (at byte 24)",
    );
    // The nest is as long as it says, whatever stands behind it.
    refuses::<Outer>(
        "0e00 0180  0600 0200 0000 0000 0300 0000",
        "attribute `first` ends with 2 bytes, too few for a header (at byte 32)",
    );
}

#[test]
fn rule_07_a_nest_does_not_reach_past_its_end() {
    refuses::<Outer>(
        "0800 0180  0800 0200 0500 0300 09 000000",
        "attribute `first` contains an attribute of length 8, but only 4 bytes are left (at byte 24)",
    );
}

#[test]
fn rule_07_offsets_in_bytes_count_from_their_start() {
    let bytes = hex("0500 0300 07 000000  0c00 0180  0800 0100 01020304");
    let error = Outer::from_bytes(&bytes).expect_err("4 bytes");
    assert_eq!(error.offset(), Some(12));
}

#[test]
fn rule_11_the_last_of_a_repeated_attribute_wins() {
    let bytes = hex("0c00 0180  0600 0100 0100 0000
        0500 0300 01 000000
        1400 0180  0600 0100 0200 0000  0600 0100 0300 0000
        0500 0300 02 000000");
    let value = Outer {
        first: Inner {
            id: Some(3),
            data: None,
        },
        second: None,
        last: Some(2),
    };
    reads(&bytes, &value);
    // The later nest takes the place of the earlier one, and adds nothing to it.
    let bytes = hex("0c00 0180  0600 0100 0100 0000  0c00 0180  0500 0200 09 000000");
    let value = Outer {
        first: Inner {
            id: None,
            data: Some(vec![9]),
        },
        second: None,
        last: None,
    };
    reads(&bytes, &value);
}

#[test]
fn rule_13_a_nest_of_more_than_65535_bytes_is_not_written() {
    // Nest header, then the attribute's own: 8 bytes.
    let nest = |length| Outer {
        first: Inner {
            id: None,
            data: Some(vec![0; length]),
        },
        second: None,
        last: None,
    };
    let bytes = encode(&nest(65_524)).expect("65,532 bytes");
    assert_eq!(bytes[..8], hex("fcff 0180  f8ff 0200"));
    assert_eq!(bytes.len(), 65_532);
    unwritable(
        &nest(65_525),
        "attribute `first` has 65536 bytes, more than its length field can hold",
    );
    unwritable(
        &nest(65_532),
        "attribute `first.data` has 65536 bytes, more than its length field can hold",
    );
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Required {
    #[attr(1, nest)]
    around: Around,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Around {
    #[attr(1)]
    id: u16,
}

#[test]
fn rule_11_a_missing_attribute_is_an_error_that_names_it() {
    refuses::<Required>("", "missing attribute `around`");
    refuses::<Required>("0400 0180", "missing attribute `around.id` (at byte 20)");
}
