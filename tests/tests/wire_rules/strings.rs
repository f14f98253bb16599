//! Strings and binaries: their NUL, their length, and who owns them.

use std::ffi::{CStr, CString};

use genl::AttributeSet;

use super::common::hex;
use super::{both_ways, decode, reads, refuses, unwritable};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Text {
    #[attr(1)]
    name: String,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Borrowed<'a> {
    #[attr(1)]
    name: &'a str,
    #[attr(2)]
    raw: Option<&'a CStr>,
    #[attr(3)]
    data: Option<&'a [u8]>,
    #[attr(4, unterminated)]
    tail: Option<&'a str>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Raw {
    #[attr(1)]
    name: Option<CString>,
    #[attr(2, unterminated)]
    tail: Option<CString>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Unterminated {
    #[attr(1, unterminated)]
    name: String,
}

fn text(name: &str) -> Text {
    Text { name: name.into() }
}

fn tail(name: &str) -> Unterminated {
    Unterminated { name: name.into() }
}

#[test]
fn rule_08_one_nul_ends_a_string() {
    both_ways(&text(""), &hex("0500 0100 00 000000"));
    both_ways(&text("abc"), &hex("0800 0100 61626300"));
    both_ways(&text("abcd"), &hex("0900 0100 6162636400 000000"));
    both_ways(&text("é"), &hex("0700 0100 c3a900 00"));
    let raw = Raw {
        name: Some(c"\xff".into()),
        tail: None,
    };
    both_ways(&raw, &hex("0600 0100 ff00 0000"));
}

#[test]
fn rule_08_strings_without_a_nul_are_refused() {
    for digits in ["0400 0100", "0700 0100 616263 00"] {
        let text = "attribute `name` is a string without its terminating NUL (at byte 20)";
        refuses::<Text>(digits, text);
        refuses::<Raw>(digits, text);
        refuses::<Borrowed<'_>>(digits, text);
    }
    refuses::<Borrowed<'_>>(
        "0500 0100 00 000000  0700 0200 616263 00",
        "attribute `raw` is a string without its terminating NUL (at byte 28)",
    );
}

#[test]
fn rule_08_unterminated_strings_have_no_nul_and_may_be_read_with_one() {
    both_ways(&tail(""), &hex("0400 0100"));
    both_ways(&tail("abc"), &hex("0700 0100 616263 00"));
    reads(&hex("0800 0100 61626300"), &tail("abc"));
    reads(&hex("0500 0100 00 000000"), &tail(""));
    let raw = Raw {
        name: None,
        tail: Some(c"\xff".into()),
    };
    both_ways(&raw, &hex("0500 0200 ff 000000"));
}

#[test]
fn rule_08_no_nul_inside_of_a_string_is_written() {
    let message = "attribute `name` is a string with a NUL inside";
    for name in ["a\0b", "\0", "a\0"] {
        unwritable(&text(name), message);
        unwritable(&tail(name), message);
    }
}

#[test]
fn rule_08_behind_the_nul_only_more_of_them_are_read() {
    // As the kernel sends a `char` array.
    let bytes = hex("0c00 0100 6100000000000000");
    reads(&bytes, &text("a"));
    reads(&bytes, &tail("a"));
    let borrowed = decode::<Borrowed<'_>>(&bytes).expect("a string");
    assert_eq!(borrowed.name, "a");
    let message = "attribute `name` is a string with text behind its NUL (at byte 20)";
    refuses::<Text>("0800 0100 61006200", message);
    refuses::<Unterminated>("0800 0100 61006200", message);
    refuses::<Raw>("0800 0100 61006200", message);
}

#[test]
fn rule_08_text_is_utf_8_and_a_c_string_is_any() {
    let digits = "0600 0100 ff00 0000";
    let message = "attribute `name` is a string, but not UTF-8 (at byte 20)";
    refuses::<Text>(digits, message);
    refuses::<Unterminated>(digits, message);
    refuses::<Borrowed<'_>>(digits, message);
    let bytes = hex(digits);
    let raw = decode::<Raw>(&bytes).expect("a C string");
    assert_eq!(raw.name.as_deref(), Some(c"\xff"));
}

#[test]
fn rule_08_borrowed_fields_point_into_the_message() {
    let bytes = hex("0700 0100 616200 00
        0600 0200 7a00 0000
        0600 0300 0001 0000
        0500 0400 63 000000");
    let value = Borrowed {
        name: "ab",
        raw: Some(c"z"),
        data: Some(&[0, 1]),
        tail: Some("c"),
    };
    both_ways(&value, &bytes);
    let read = decode::<Borrowed<'_>>(&bytes).expect("written by hand");
    let (raw, data, tail) = (read.raw.unwrap(), read.data.unwrap(), read.tail.unwrap());
    assert_eq!(read.name.as_ptr(), bytes[4..].as_ptr());
    assert_eq!(raw.to_bytes().as_ptr(), bytes[12..].as_ptr());
    assert_eq!(data.as_ptr(), bytes[20..].as_ptr());
    assert_eq!(tail.as_ptr(), bytes[28..].as_ptr());
}

#[test]
fn rule_08_the_view_of_a_borrowing_set_lives_as_long_as_its_bytes() {
    // `S` names one lifetime, its view another.
    fn name(bytes: &[u8]) -> &str {
        decode::<Borrowed<'static>>(bytes).expect("a name").name
    }
    let bytes = hex("0600 0100 6100 0000");
    assert_eq!(name(&bytes), "a");
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Binary {
    #[attr(1)]
    owned: Vec<u8>,
    #[attr(2)]
    shared: Option<bytes::Bytes>,
}

#[test]
fn rule_06_binary_is_any_bytes_and_padded() {
    let mut value = Binary {
        owned: vec![],
        shared: Some(vec![0, 0, 0xff].into()),
    };
    both_ways(&value, &hex("0400 0100  0700 0200 0000ff 00"));
    value.owned = vec![0; 5];
    both_ways(
        &value,
        &hex("0900 0100 0000000000 000000  0700 0200 0000ff 00"),
    );
    refuses::<Binary>("0400 0200", "missing attribute `owned`");
}

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
    let bytes = hex("0800 0100 61626300
        0600 0200 0102 0000
        0800 0300 01020304
        0600 0400 6162 0000");
    both_ways(&value, &bytes);
    refuses::<Checked>(
        "0900 0100 6162636400 000000",
        "attribute `short` has 4 bytes, at most 3 are allowed (at byte 20)",
    );
    refuses::<Checked>(
        "0500 0200 01 000000",
        "attribute `long` has 1 byte, at least 2 are needed (at byte 20)",
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
        "attribute `between` has 0 bytes, allowed are 1 to 2 (at byte 20)",
    );
}

#[test]
fn rule_05_lengths_outside_are_not_written() {
    let mut value = Checked {
        short: Some("abcd".into()),
        ..Checked::default()
    };
    unwritable(
        &value,
        "attribute `short` has 4 bytes, at most 3 are allowed",
    );
    (value.short, value.long) = (None, Some(vec![1]));
    unwritable(&value, "attribute `long` has 1 byte, at least 2 are needed");
    (value.long, value.exact) = (None, Some(vec![0; 5].into()));
    unwritable(&value, "attribute `exact` has 5 bytes, expected 4");
    (value.exact, value.between) = (None, Some("abc".into()));
    unwritable(
        &value,
        "attribute `between` has 3 bytes, allowed are 1 to 2",
    );
}

#[test]
fn rule_05_values_outside_of_their_range_are_read_and_not_written() {
    for range in [-1, 10] {
        let value = Checked {
            range: Some(range),
            least: Some(5),
            most: Some(5),
            ..Checked::default()
        };
        let [low, high] = range.to_le_bytes();
        let bytes = [
            &[6, 0, 5, 0, low, high, 0, 0][..],
            &hex("0500 0600 05 000000  0800 0700 00000005"),
        ];
        both_ways(&value, &bytes.concat());
    }
    // A newer kernel may know more values.
    let digits = "0600 0500 0b00 0000  0500 0600 04 000000  0800 0700 00000006";
    let bytes = hex(digits);
    let mut value = decode::<Checked>(&bytes).expect("values of another kernel");
    assert_eq!(
        (value.range, value.least, value.most),
        (Some(11), Some(4), Some(6))
    );
    unwritable(&value, "attribute `range` is 11, allowed are -1 to 10");
    value.range = Some(-2);
    unwritable(&value, "attribute `range` is -2, allowed are -1 to 10");
    value.range = None;
    unwritable(&value, "attribute `least` is 4, at least 5 is allowed");
    value.least = None;
    unwritable(&value, "attribute `most` is 6, at most 5 is allowed");
}
