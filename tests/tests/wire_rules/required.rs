//! Required attributes: in small sets, in sets of hundreds, and of types without a value that stands for none.

use genl::AttributeSet;
use genl::DecodeError;
use genl::codec::With;
use genl::wire::PayloadWriter;

use super::hex;
use super::{decode, reads};

/// A set of 520 required attributes, and the subset with the last twenty of them and lists before those.
macro_rules! sizes {
    ([$($number:tt $field:ident $variant:ident,)*] [$($number_2:tt $field_2:ident $variant_2:ident,)*]
        [$($number_3:tt $field_3:ident $variant_3:ident,)*]) => {
        #[derive(Debug, Default, PartialEq, AttributeSet)]
        struct Many {
            $(#[attr($number)] $field: u8,)*
            $(#[attr($number_2)] $field_2: u8,)*
            $(#[attr($number_3)] $field_3: u8,)*
            #[attr(501)] b1: u8, #[attr(502)] b2: u8, #[attr(503)] b3: u8, #[attr(504)] b4: u8,
            #[attr(505)] b5: u8, #[attr(506)] b6: u8, #[attr(507)] b7: u8, #[attr(508)] b8: u8,
            #[attr(509)] b9: u8, #[attr(510)] b10: u8, #[attr(511)] b11: u8, #[attr(512)] b12: u8,
            #[attr(513)] b13: u8, #[attr(514)] b14: u8, #[attr(515)] b15: u8, #[attr(516)] b16: u8,
            #[attr(517)] b17: u8, #[attr(518)] b18: u8, #[attr(519)] b19: u8, #[attr(520)] b20: u8,
        }

        /// As many, of which half are lists and flags that need not be there.
        #[derive(Debug, Default, PartialEq, AttributeSet)]
        struct Lists {
            $(#[attr($number, multi)] $field: Vec<u8>,)*
            $(#[attr($number_2, flag)] $field_2: bool,)*
            $(#[attr($number_3, multi)] $field_3: Vec<u8>,)*
            #[attr(501)] last: u8,
        }

        #[derive(Debug, Default, PartialEq, AttributeSet)]
        #[attrs(subset_of = Lists)]
        struct FewerLists {
            $($field: Vec<u8>,)*
            $($field_2: bool,)*
            $($field_3: Vec<u8>,)*
            last: u8,
        }
    };
}

include!("../../benches/codec/rows/wide/numbers.rs");

/// Attributes of one byte each.
fn bytes(numbers: impl Iterator<Item = u16>) -> Vec<u8> {
    let attribute = |number: u16| {
        let [low, high] = number.to_ne_bytes();
        let [l0, l1] = 5_u16.to_ne_bytes();
        [l0, l1, low, high, 7, 0, 0, 0]
    };
    numbers.flat_map(attribute).collect()
}

#[test]
fn each_of_hundreds_of_missing_attributes_is_named() {
    assert!(decode::<Many>(&bytes(1..=520)).is_ok());
    assert!(decode::<Many>(&bytes((1..=520).rev())).is_ok());
    for number in [1, 63, 64, 65, 128, 129, 500, 511, 512, 513, 520] {
        let others = bytes((1..=520).filter(|other| *other != number));
        let name = match number {
            1..=500 => format!("a{number}"),
            _ => format!("b{}", number - 500),
        };
        let error = decode::<Many>(&others).expect_err("one is missing");
        assert_eq!(error.to_string(), format!("missing attribute `{name}`"));
    }
    // Of several the first one is named, and one that is there twice counts once.
    let error = decode::<Many>(&bytes((3..=520).chain(3..=4))).expect_err("two are missing");
    assert_eq!(error.to_string(), "missing attribute `a1`");
}

#[test]
fn lists_and_flags_of_a_subset_may_be_absent() {
    for wanted in [&[501][..], &[1, 501], &[500, 501], &[1, 1, 50, 500, 501]] {
        let read = decode::<FewerLists>(&bytes(wanted.iter().copied()));
        assert_eq!(read.map(|read| read.last), Ok(7));
    }
    let error = decode::<FewerLists>(&bytes(1..=500)).expect_err("the last is missing");
    assert_eq!(error.to_string(), "missing attribute `last`");
}

/// A type of which there is no value but one that was read.
#[derive(Debug, PartialEq)]
struct Even(u8);

struct EvenByte;

impl With<'_, Even> for EvenByte {
    fn put(value: &Even, payload: &mut PayloadWriter<'_>) {
        payload.push(&[value.0]);
    }

    fn get(payload: &[u8]) -> Result<Even, DecodeError> {
        match payload {
            [byte] if byte % 2 == 0 => Ok(Even(*byte)),
            _ => Err(DecodeError::refused("is not even")),
        }
    }
}

#[derive(Debug, PartialEq, AttributeSet)]
struct Inner {
    #[attr(1, with = EvenByte)]
    even: Even,
    #[attr(2)]
    id: u8,
}

#[derive(Debug, PartialEq, AttributeSet)]
struct Outer {
    #[attr(1, nest)]
    required: Inner,
    #[attr(2, nest)]
    optional: Option<Inner>,
    #[attr(3, multi, nest)]
    list: Vec<Inner>,
}

const fn inner(even: u8, id: u8) -> Inner {
    Inner {
        even: Even(even),
        id,
    }
}

#[test]
fn a_required_type_without_a_blank_value_is_read() {
    let value = Outer {
        required: inner(4, 9),
        optional: Some(inner(6, 8)),
        list: vec![inner(2, 1), inner(0, 0)],
    };
    let bytes = hex("
        1400 0180  0500 0100 04 000000  0500 0200 09 000000
        1400 0280  0500 0200 08 000000  0500 0100 06 000000
        1400 0380  0500 0100 02 000000  0500 0200 01 000000
        1400 0380  0500 0100 00 000000  0500 0200 00 000000");
    reads(&bytes, &value);
    // The last of several holds, here as anywhere.
    let twice = [
        &hex("1400 0180  0500 0100 02 000000  0500 0200 01 000000"),
        &*bytes,
    ]
    .concat();
    reads(&twice, &value);
}

#[test]
fn errors_in_such_a_type_have_their_offset() {
    let error = |text: &str| {
        decode::<Outer>(&hex(text))
            .expect_err("it is wrong")
            .to_string()
    };
    assert_eq!(
        error("1400 0180  0500 0100 03 000000  0500 0200 09 000000"),
        "attribute `required.even` is not even (at byte 24)"
    );
    assert_eq!(
        error("0c00 0180  0500 0200 09 000000"),
        "missing attribute `required.even` (at byte 20)"
    );
    assert_eq!(
        error("0c00 0180  0500 0100 02 000000"),
        "missing attribute `required.id` (at byte 20)"
    );
    assert_eq!(error(""), "missing attribute `required`");
}
