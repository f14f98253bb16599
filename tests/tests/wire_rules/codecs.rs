//! Codecs of an author's whose values borrow from the message.

use std::fmt::Debug;

use genl::codec::With;
use genl::wire::PayloadWriter;
use genl::{AttributeSet, DecodeError};

use super::hex;
use super::{both_ways, decode, reads, refuses, unwritable};

/// Text without spaces at its ends.
struct Trimmed;

impl<'a> With<'a, &'a str> for Trimmed {
    fn put(text: &&'a str, payload: &mut PayloadWriter<'_>) {
        if text.trim() != *text {
            payload.refuse("has spaces at its ends");
        }
        payload.push(text.as_bytes());
    }

    fn get(payload: &'a [u8]) -> Result<&'a str, DecodeError> {
        let text = core::str::from_utf8(payload);
        text.map(str::trim)
            .map_err(|_| DecodeError::refused("is no text"))
    }
}

/// A name and what it stands for: `name=value`.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Pair<'a> {
    name: &'a str,
    value: &'a [u8],
}

/// [`Pair`], and lists of the names alone.
struct Equals;

impl<'a> With<'a, Pair<'a>> for Equals {
    fn put(pair: &Pair<'a>, payload: &mut PayloadWriter<'_>) {
        payload.push(pair.name.as_bytes());
        payload.push(b"=");
        payload.push(pair.value);
    }

    fn get(payload: &'a [u8]) -> Result<Pair<'a>, DecodeError> {
        let refused = || DecodeError::refused("has no `=`");
        let at = payload.iter().position(|byte| *byte == b'=');
        let (name, rest) = payload.split_at(at.ok_or_else(refused)?);
        let name = core::str::from_utf8(name).map_err(|_| DecodeError::refused("is no text"))?;
        let value = &rest[1..];
        Ok(Pair { name, value })
    }
}

impl<'a> With<'a, Vec<&'a str>> for Equals {
    fn put(names: &Vec<&'a str>, payload: &mut PayloadWriter<'_>) {
        payload.push(names.join("=").as_bytes());
    }

    fn get(payload: &'a [u8]) -> Result<Vec<&'a str>, DecodeError> {
        let text = core::str::from_utf8(payload);
        let text = text.map_err(|_| DecodeError::refused("is no text"))?;
        Ok(text.split('=').collect())
    }
}

/// Anything that text can be made of, and made from.
struct Text;

impl<'a, T: TryFrom<&'a str> + AsRef<str>> With<'a, T> for Text {
    fn put(value: &T, payload: &mut PayloadWriter<'_>) {
        payload.push(value.as_ref().as_bytes());
    }

    fn get(payload: &'a [u8]) -> Result<T, DecodeError> {
        let text = core::str::from_utf8(payload).ok();
        text.and_then(|text| T::try_from(text).ok())
            .ok_or(DecodeError::refused("is no such text"))
    }
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Borrowing<'a> {
    #[attr(1, with = Trimmed)]
    name: &'a str,
    #[attr(2, with = Trimmed)]
    alias: Option<&'a str>,
    #[attr(3, with = Equals)]
    pair: Option<Pair<'a>>,
    #[attr(4, multi, with = Equals)]
    pairs: Vec<Pair<'a>>,
    #[attr(5, with = Equals)]
    names: Option<Vec<&'a str>>,
    #[attr(6, with = Text)]
    owned: Option<String>,
}

/// It borrows, and its set too.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Borrowing<'a>)]
struct Part<'a> {
    names: Vec<&'a str>,
    pair: Pair<'a>,
    #[attr(with = Trimmed)]
    owned: Option<&'a str>,
}

/// It does not borrow.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Borrowing<'static>)]
struct Owned {
    owned: String,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
enum Kind<'a> {
    #[attr(1, with = Trimmed)]
    Name(&'a str),
    #[attr(2, with = Equals)]
    Pair(Pair<'a>),
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Borrowing<'a>)]
enum AnyOf<'a> {
    Name(&'a str),
    Pairs(Pair<'a>),
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Kinds<'a> {
    #[attr(1, nest)]
    all: Vec<Kind<'a>>,
    #[attr(2, nest)]
    any: Vec<AnyOf<'a>>,
    #[attr(3, nest)]
    part: Option<Part<'a>>,
}

/// Of a type that its user chooses, which may borrow.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Generic<T> {
    #[attr(1, with = Text)]
    text: T,
    #[attr(2, with = Text)]
    more: Option<T>,
}

/// Of a type and a lifetime.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Both<'a, T> {
    #[attr(1, with = Trimmed)]
    name: &'a str,
    #[attr(2, with = Text)]
    text: T,
}

fn within(part: &[u8], whole: &[u8]) -> bool {
    whole.as_ptr_range().contains(&part.as_ptr())
}

#[test]
fn values_borrow_from_the_message() {
    let bytes = hex(
        "0600 0100 61 62 0000  0500 0200 63 000000  0700 0300 783d79 00
         0600 0400 61 3d 0000  0700 0400 623d63 00  0700 0500 703d71 00  0600 0600 6f 6b 0000",
    );
    let set = Borrowing {
        name: "ab",
        alias: Some("c"),
        pair: Some(Pair {
            name: "x",
            value: b"y",
        }),
        pairs: vec![
            Pair {
                name: "a",
                value: b"",
            },
            Pair {
                name: "b",
                value: b"c",
            },
        ],
        names: Some(vec!["p", "q"]),
        owned: Some("ok".to_owned()),
    };
    both_ways(&set, &bytes);
    let read = decode::<Borrowing<'_>>(&bytes).expect("it can be read");
    let pair = read.pair.expect("there is a pair");
    assert!(within(read.name.as_bytes(), &bytes) && within(pair.value, &bytes));
}

#[test]
fn errors_are_those_of_other_codecs() {
    refuses::<Borrowing<'_>>("", "missing attribute `name`");
    refuses::<Borrowing<'_>>(
        "0500 0100 ff 000000",
        "attribute `name` is no text (at byte 20)",
    );
    refuses::<Borrowing<'_>>(
        "0500 0100 61 000000 0500 0400 62 000000",
        "attribute `pairs[0]` has no `=` (at byte 28)",
    );
    let name = Kinds {
        all: vec![Kind::Name(" a")],
        any: Vec::new(),
        part: None,
    };
    unwritable(&name, "attribute `all[0].name` has spaces at its ends");
}

#[test]
fn subsets_and_enums_borrow_too() {
    let pair = Pair {
        name: "x",
        value: b"y",
    };
    let part = Part {
        names: vec!["p", "q"],
        pair,
        owned: Some("ok"),
    };
    let bytes = "0700 0500 703d71 00  0700 0300 783d79 00  0600 0600 6f 6b 0000";
    both_ways(&part, &hex(bytes));
    reads(
        &hex(bytes),
        &Owned {
            owned: "ok".to_owned(),
        },
    );
    let kinds = Kinds {
        all: vec![Kind::Pair(pair), Kind::Name("n")],
        any: vec![AnyOf::Pairs(pair), AnyOf::Name("n")],
        part: Some(part),
    };
    both_ways(
        &kinds,
        &hex(&format!(
            "1400 0180  0700 0200 783d79 00  0500 0100 6e 000000
             1400 0280  0700 0400 783d79 00  0500 0100 6e 000000
             1c00 0380  {bytes}"
        )),
    );
}

#[test]
fn parameters_may_be_what_borrows() {
    let bytes = hex("0600 0100 61 62 0000");
    both_ways(
        &Generic {
            text: "ab".to_owned(),
            more: None,
        },
        &bytes,
    );
    let both = Both {
        name: "n",
        text: "ab".to_owned(),
    };
    both_ways(&both, &hex("0500 0100 6e 000000  0600 0200 61 62 0000"));
}

/// What outlives the message owns its values.
#[test]
fn owned_values_outlive_the_message() {
    fn read<S: for<'a> AttributeSet<View<'a> = S> + Debug>(digits: &str) -> S {
        decode::<S>(&hex(digits)).expect("it can be read")
    }
    assert_eq!(read::<Owned>("0600 0600 6f 6b 0000").owned, "ok");
}

struct TwoPorts;

impl With<'_, (u16, u16)> for TwoPorts {
    fn put(ports: &(u16, u16), payload: &mut PayloadWriter<'_>) {
        payload.push(&[ports.0, ports.1].map(u16::to_be_bytes).concat());
    }

    fn get(payload: &[u8]) -> Result<(u16, u16), DecodeError> {
        match *payload {
            [a, b, c, d] => Ok((u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d]))),
            _ => Err(DecodeError::refused("has not two ports")),
        }
    }
}

/// The type of the field has the parameter inside.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Ports<T> {
    #[attr(1, with = TwoPorts)]
    both: (T, T),
}

#[test]
fn types_with_a_parameter_inside_have_codecs() {
    both_ways(&Ports { both: (80, 443) }, &hex("0800 0100 00 50 01 bb"));
}
