//! What a payload may be: `min` and `max`, `min_len`, `max_len` and `exact_len`.

use genl::AttributeSet;

use super::hex;
use super::{both_ways, decode, reads, refuses, unwritable};

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Checked {
    #[attr(1, max_len = 3)]
    short: Option<String>,
    #[attr(2, min_len = 2)]
    long: Option<Vec<u8>>,
    #[attr(3, exact_len = 4)]
    exact: Option<bytes::Bytes>,
    #[attr(4, min_len = 1, max_len = 2, unterminated)]
    between: Option<String>,
    #[attr(5, min = -1, max = 10)]
    range: Option<i16>,
    #[attr(6, min = 5)]
    least: Option<u8>,
    #[attr(7, max = 5, big_endian)]
    most: Option<u32>,
}

#[test]
fn rule_05_lengths_are_checked_both_ways() {
    let value = Checked {
        short: Some("abc".into()),
        long: Some(vec![1, 2]),
        exact: Some(vec![1, 2, 3, 4].into()),
        between: Some("ab".into()),
        ..Checked::default()
    };
    // The NUL does not count.
    let bytes = hex("0800 0100 616263 00
        0600 0200 01 02 0000
        0800 0300 01 02 03 04
        0600 0400 61 62 0000");
    both_ways(&value, &bytes);
    refuses::<Checked>(
        "0900 0100 6162636400 000000",
        "attribute `short` has 4 bytes, expected at most 3 (at byte 20)",
    );
    refuses::<Checked>(
        "0500 0200 01 000000",
        "attribute `long` has 1 byte, expected at least 2 (at byte 20)",
    );
    refuses::<Checked>(
        "0700 0300 010203 00",
        "attribute `exact` has 3 bytes, expected 4 (at byte 20)",
    );
    refuses::<Checked>(
        "0900 0300 0102030405 000000",
        "attribute `exact` has 5 bytes, expected 4 (at byte 20)",
    );
    refuses::<Checked>(
        "0400 0400",
        "attribute `between` has 0 bytes, expected 1 to 2 (at byte 20)",
    );
}

#[test]
fn rule_05_lengths_count_to_the_first_nul() {
    let bytes = hex("0c00 0100 616263 00 64656667  0a00 0400 616200636465 0000");
    let value = Checked {
        short: Some("abc".into()),
        between: Some("ab".into()),
        ..Checked::default()
    };
    reads(&bytes, &value);
    refuses::<Checked>(
        "0a00 0100 616263640065 0000",
        "attribute `short` has 4 bytes, expected at most 3 (at byte 20)",
    );
    refuses::<Checked>(
        "0700 0400 006162 00",
        "attribute `between` has 0 bytes, expected 1 to 2 (at byte 20)",
    );
}

#[test]
fn rule_05_lengths_out_of_range_are_not_written() {
    let mut value = Checked {
        short: Some("abcd".into()),
        ..Checked::default()
    };
    unwritable(&value, "attribute `short` has 4 bytes, expected at most 3");
    (value.short, value.long) = (None, Some(vec![1]));
    unwritable(&value, "attribute `long` has 1 byte, expected at least 2");
    (value.long, value.exact) = (None, Some(vec![0; 5].into()));
    unwritable(&value, "attribute `exact` has 5 bytes, expected 4");
    (value.exact, value.between) = (None, Some("abc".into()));
    unwritable(&value, "attribute `between` has 3 bytes, expected 1 to 2");
}

#[test]
fn rule_05_values_outside_of_their_range_are_read_and_not_written() {
    for (range, digits) in [(-1, "ffff"), (10, "0a00")] {
        let value = Checked {
            range: Some(range),
            least: Some(5),
            most: Some(5),
            ..Checked::default()
        };
        let bytes = format!("0600 0500 {digits} 0000  0500 0600 05 000000  0800 0700 00 00 00 05");
        both_ways(&value, &hex(&bytes));
    }
    // A newer kernel may know more values.
    let digits = "0600 0500 0b00 0000  0500 0600 04 000000  0800 0700 00 00 00 06";
    let bytes = hex(digits);
    let mut value = decode::<Checked>(&bytes).expect("values of another kernel");
    assert_eq!(
        (value.range, value.least, value.most),
        (Some(11), Some(4), Some(6))
    );
    unwritable(&value, "attribute `range` is 11, expected -1 to 10");
    value.range = Some(-2);
    unwritable(&value, "attribute `range` is -2, expected -1 to 10");
    value.range = None;
    unwritable(&value, "attribute `least` is 4, expected at least 5");
    value.least = None;
    unwritable(&value, "attribute `most` is 6, expected at most 5");
}
