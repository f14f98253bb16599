//! Lists: attributes that repeat, and indexed arrays.

use std::net::Ipv4Addr;

use genl::{AttributeSet, Indexed};

use super::hex;
use super::{both_ways, reads, refuses, unwritable};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Item {
    #[attr(1)]
    id: u16,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Multi {
    #[attr(1, multi)]
    ids: Vec<u16>,
    #[attr(2, multi, big_endian)]
    ports: Vec<u16>,
    #[attr(3, multi)]
    names: Vec<String>,
    #[attr(4, multi, nest)]
    items: Vec<Item>,
    #[attr(5, multi)]
    blobs: Vec<Vec<u8>>,
}

#[test]
fn rule_16_multi_attributes_repeat_in_order() {
    let value = Multi {
        ids: vec![1, 2, 1],
        ports: vec![0x0102],
        names: vec!["a".into(), String::new()],
        items: vec![Item { id: 3 }, Item { id: 4 }],
        blobs: vec![vec![], vec![9]],
    };
    let bytes = hex("0600 0100 0100 0000
        0600 0100 0200 0000
        0600 0100 0100 0000
        0600 0200 01 02 0000
        0600 0300 61 00 0000
        0500 0300 00 000000
        0c00 0480  0600 0100 0300 0000
        0c00 0480  0600 0100 0400 0000
        0400 0500
        0500 0500 09 000000");
    both_ways(&value, &bytes);
    both_ways(&Multi::default(), &[]);
}

#[test]
fn rule_16_other_attributes_may_come_between_those_of_a_list() {
    let bytes = hex("0600 0100 0100 0000
        0600 0200 01 02 0000
        0600 0100 0200 0000
        0400 4d00
        0600 0200 03 04 0000");
    let value = Multi {
        ids: vec![1, 2],
        ports: vec![0x0102, 0x0304],
        ..Multi::default()
    };
    reads(&bytes, &value);
}

#[test]
fn rule_16_errors_in_a_list_name_the_element() {
    refuses::<Multi>(
        "0600 0100 0100 0000  0500 0100 01 000000",
        "attribute `ids[1]` has 1 byte, expected 2 (at byte 28)",
    );
    refuses::<Multi>(
        "0c00 0480  0600 0100 0300 0000  0400 0480",
        "missing attribute `items[1].id` (at byte 32)",
    );
    let value = Multi {
        names: vec!["a".into(), "\0".into()],
        ..Multi::default()
    };
    unwritable(
        &value,
        "attribute `names[1]` is a string that contains a NUL",
    );
}

#[test]
fn rule_13_a_multi_attribute_may_be_longer_than_any_of_its_attributes() {
    let value = Multi {
        blobs: vec![vec![0; 40_000]; 2],
        ..Multi::default()
    };
    let bytes = super::encode(&value).expect("two attributes of 40,004 bytes");
    assert_eq!(bytes.len(), 2 * 40_004);
    assert_eq!(bytes[..4], hex("449c 0500"));
    assert_eq!(bytes[40_004..40_008], hex("449c 0500"));
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Arrays {
    #[attr(1, indexed(from = 0), omit_empty)]
    zero_based: Vec<u16>,
    #[attr(2, indexed(from = 1), nest, omit_empty)]
    one_based: Vec<Item>,
    #[attr(3, indexed(zero), omit_empty)]
    all_zero: Vec<Ipv4Addr>,
    #[attr(4, indexed, omit_empty)]
    plain: Vec<u8>,
    #[attr(5, indexed, omit_empty)]
    kept: Vec<Indexed<u8>>,
    #[attr(6, indexed, nest, omit_empty)]
    kept_nests: Vec<Indexed<Item>>,
}

#[test]
fn rule_16_indexed_arrays_count_from_what_the_set_says() {
    let value = Arrays {
        zero_based: vec![7, 8],
        one_based: vec![Item { id: 3 }, Item { id: 4 }],
        all_zero: vec![[10, 0, 0, 1].into(), [10, 0, 0, 2].into()],
        plain: vec![9, 9],
        kept: vec![
            Indexed { index: 5, value: 1 },
            Indexed { index: 2, value: 3 },
        ],
        kept_nests: vec![Indexed {
            index: 9,
            value: Item { id: 1 },
        }],
    };
    let bytes = hex("1400 0180  0600 0000 0700 0000  0600 0100 0800 0000
        1c00 0280  0c00 0180 0600 0100 0300 0000  0c00 0280 0600 0100 0400 0000
        1400 0380  0800 0000 0a 00 00 01  0800 0000 0a 00 00 02
        1400 0480  0500 0000 09 000000  0500 0100 09 000000
        1400 0580  0500 0500 01 000000  0500 0200 03 000000
        1000 0680  0c00 0980 0600 0100 0100 0000");
    both_ways(&value, &bytes);
    both_ways(&Arrays::default(), &[]);
}

#[test]
fn rule_16_readers_ignore_the_index_unless_asked_to_keep_it() {
    // Out of order, repeated, and far off.
    let elements = "0600 0700 0100 0000  0600 0000 0200 0000  0600 0700 0300 0000";
    let bytes = hex(&format!("1c00 0180 {elements}"));
    let value = Arrays {
        zero_based: vec![1, 2, 3],
        ..Arrays::default()
    };
    reads(&bytes, &value);
    let bytes = hex("1400 0580  0500 ff3f 01 000000  0500 0000 03 000000");
    let kept = vec![
        Indexed {
            index: 16_383,
            value: 1,
        },
        Indexed { index: 0, value: 3 },
    ];
    reads(
        &bytes,
        &Arrays {
            kept,
            ..Arrays::default()
        },
    );
}

#[test]
fn rule_02_arrays_are_read_without_the_nest_flag() {
    // As nlctrl sends its operations and groups: neither list nor elements bear it.
    let bytes = hex("1c00 0200  0c00 0100 0600 0100 0300 0000  0c00 0200 0600 0100 0400 0000");
    let value = Arrays {
        one_based: vec![Item { id: 3 }, Item { id: 4 }],
        ..Arrays::default()
    };
    reads(&bytes, &value);
}

#[test]
fn rule_11_the_last_of_two_arrays_wins() {
    let bytes = hex("0c00 0180  0600 0000 0700 0000  0c00 0180  0600 0000 0900 0000");
    let value = Arrays {
        zero_based: vec![9],
        ..Arrays::default()
    };
    reads(&bytes, &value);
}

#[test]
fn rule_16_errors_in_an_array_name_the_element() {
    refuses::<Arrays>(
        "1400 0180  0600 0500 0700 0000  0500 0900 08 000000",
        "attribute `zero-based[1]` has 1 byte, expected 2 (at byte 32)",
    );
    refuses::<Arrays>(
        "1c00 0280  0c00 0180 0600 0100 0300 0000  0c00 0280 0800 0100 04000000",
        "attribute `one-based[1].id` has 4 bytes, expected 2 (at byte 40)",
    );
    refuses::<Arrays>(
        "0800 0380 0300 0000",
        "attribute `all-zero` contains an attribute of length 3, less than its header of 4 bytes (at byte 24)",
    );
}

#[test]
fn rule_13_an_array_of_more_than_65535_bytes_is_not_written() {
    let array = |length| Arrays {
        plain: vec![1; length],
        ..Arrays::default()
    };
    // 8 bytes for each element, and 4 in front.
    let bytes = super::encode(&array(8191)).expect("65,532 bytes");
    assert_eq!(bytes[..4], hex("fcff 0480"));
    unwritable(
        &array(8192),
        "attribute `plain` has 65540 bytes, more than its length field can hold",
    );
}
