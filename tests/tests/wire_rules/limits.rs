//! The 16 bits of `nla_len`.

use genl::AttributeSet;
use genl::error::{EncodeErrorKind, Segment};

use super::hex;
use super::{encode, unwritable};

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Sizes {
    #[attr(1)]
    data: Option<Vec<u8>>,
    #[attr(2)]
    name: Option<String>,
    #[attr(3, max_len = 3)]
    short: Option<String>,
}

#[test]
fn rule_13_an_attribute_may_have_65535_bytes() {
    let bytes = encode(&Sizes {
        data: Some(vec![1; 65_531]),
        ..Sizes::default()
    });
    let bytes = bytes.expect("just fits");
    assert_eq!(bytes[..5], hex("ffff 0100 01"));
    assert_eq!(bytes[65_534..], [1, 0], "the last byte, and one of padding");
}

#[test]
fn rule_13_one_byte_more_is_an_error_and_the_length_is_not_cut() {
    for length in [65_532, 65_536, 131_072] {
        let value = Sizes {
            data: Some(vec![1; length]),
            ..Sizes::default()
        };
        let size = length + 4;
        unwritable(
            &value,
            &format!("attribute `data` has {size} bytes, more than its length field can hold"),
        );
    }
    // The NUL of a string counts here.
    let value = |length| Sizes {
        name: Some("a".repeat(length)),
        ..Sizes::default()
    };
    assert!(encode(&value(65_530)).is_ok());
    unwritable(
        &value(65_531),
        "attribute `name` has 65536 bytes, more than its length field can hold",
    );
}

#[test]
fn rule_13_the_first_of_several_mistakes_is_reported() {
    let error = encode(&Sizes {
        data: Some(vec![0; 70_000]),
        name: Some("\0".into()),
        short: Some("long".into()),
    });
    let error = error.expect_err("three mistakes");
    assert_eq!(error.kind(), &EncodeErrorKind::TooLong { length: 70_004 });
    assert!(error.path().segments().eq([Segment::Name("data")]));
}
