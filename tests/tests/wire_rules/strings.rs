//! Strings and binaries: their NUL, their length, and who owns them.

use std::ffi::{CStr, CString};

use genl::AttributeSet;

use super::hex;
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
    both_ways(&text("abc"), &hex("0800 0100 616263 00"));
    both_ways(&text("abcd"), &hex("0900 0100 6162636400 000000"));
    both_ways(&text("é"), &hex("0700 0100 c3a900 00"));
    let raw = Raw {
        name: Some(c"\xff".into()),
        tail: None,
    };
    both_ways(&raw, &hex("0600 0100 ff 00 0000"));
}

#[test]
fn rule_08_strings_without_a_nul_are_refused() {
    for digits in ["0400 0100", "0700 0100 616263 00"] {
        let text = "attribute `name` is a string without a terminating NUL (at byte 20)";
        refuses::<Text>(digits, text);
        refuses::<Raw>(digits, text);
        refuses::<Borrowed<'_>>(digits, text);
    }
    refuses::<Borrowed<'_>>(
        "0500 0100 00 000000  0700 0200 616263 00",
        "attribute `raw` is a string without a terminating NUL (at byte 28)",
    );
}

#[test]
fn rule_08_unterminated_strings_have_no_nul_and_may_be_read_with_one() {
    both_ways(&tail(""), &hex("0400 0100"));
    both_ways(&tail("abc"), &hex("0700 0100 616263 00"));
    reads(&hex("0800 0100 616263 00"), &tail("abc"));
    reads(&hex("0500 0100 00 000000"), &tail(""));
    let raw = Raw {
        name: None,
        tail: Some(c"\xff".into()),
    };
    both_ways(&raw, &hex("0500 0200 ff 000000"));
}

#[test]
fn rule_08_no_nul_inside_of_a_string_is_written() {
    let message = "attribute `name` is a string that contains a NUL";
    for name in ["a\0b", "\0", "a\0"] {
        unwritable(&text(name), message);
        unwritable(&tail(name), message);
    }
}

#[test]
fn rule_08_a_nul_is_found_wherever_it_is() {
    let message = "attribute `name` is a string that contains a NUL";
    // Bytes beside a NUL that look like one to a search of several bytes at a time.
    for filler in ["a", "\u{1}", "\u{7f}", "\u{80}"] {
        for length in 1..=70 / filler.len() {
            let name = filler.repeat(length);
            let attribute = |payload: &[u8]| {
                let length = u16::try_from(4 + payload.len()).expect("a short text");
                let mut bytes = [length.to_ne_bytes(), 1u16.to_ne_bytes()].concat();
                bytes.extend(payload);
                bytes.resize(bytes.len().next_multiple_of(4), 0);
                bytes
            };
            both_ways(&text(&name), &attribute(format!("{name}\0").as_bytes()));
            both_ways(&tail(&name), &attribute(name.as_bytes()));
            for at in 0..length {
                let (before, behind) = name.split_at(at * filler.len());
                let name = format!("{before}\0{}", &behind[filler.len()..]);
                unwritable(&text(&name), message);
                unwritable(&tail(&name), message);
                reads(&attribute(format!("{name}\0").as_bytes()), &text(before));
                reads(&attribute(name.as_bytes()), &tail(before));
            }
        }
    }
}

#[test]
fn rule_08_a_string_is_read_to_its_first_nul() {
    // `eth0` and what was in the `char` array before, which is not even UTF-8.
    let junk = "6574683000 6a756eff00 0000";
    let bytes = hex(&format!(
        "0e00 0100 {junk}  0e00 0200 {junk}  0e00 0400 {junk}"
    ));
    reads(&bytes, &text("eth0"));
    reads(&bytes, &tail("eth0"));
    let borrowed = decode::<Borrowed<'_>>(&bytes).expect("strings");
    let read = (borrowed.name, borrowed.raw, borrowed.tail);
    assert_eq!(read, ("eth0", Some(c"eth0"), Some("eth0")));
    let raw = Raw {
        name: Some(c"eth0".into()),
        tail: Some(c"eth0".into()),
    };
    reads(&bytes, &raw);
    reads(&hex("0600 0100 00 61 0000"), &text(""));
    reads(&hex("0600 0100 00 61 0000"), &tail(""));
}

#[test]
fn rule_08_strings_are_utf_8_and_c_strings_are_any_bytes() {
    let digits = "0600 0100 ff 00 0000";
    let message = "attribute `name` is not valid UTF-8 (at byte 20)";
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
        0600 0200 7a 00 0000
        0600 0300 00 01 0000
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
    let bytes = hex("0600 0100 61 00 0000");
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
