//! The rules for attributes, 1 to 18, on sets that are declared here, and the headers of messages.
//!
//! What is expected is written by hand, in hex digits (see [`hex`]): a round trip through one codec would prove nothing.

#[path = "../common/mod.rs"]
mod common;

mod absence;
mod c_structs;
mod checks;
mod codecs;
mod depth;
mod forms;
mod headers;
mod integers;
mod keyed;
mod limits;
mod lists;
mod messages;
mod mixed;
mod mixed_subsets;
mod nests;
mod one_form;
mod presence;
mod required;
mod siblings;
mod strings;
mod subsets;
mod subsets_of_subsets;
mod subsets_with_words;
mod truths;
mod unknown;
mod wide;
mod written_again;

use std::fmt::Debug;

use genl::wire::Attributes;
use genl::{AttributeSet, DecodeError, EncodeError};

/// Where the attributes of a generic netlink message begin.
const FIRST: usize = 20;

/// The bytes that groups of hex digits stand for.
///
/// A group of 4, 8 or 16 digits is an integer in host byte order, with its digits as a little-endian machine stores them.
/// Every other group is bytes as they are: strings and big-endian integers of those lengths are cut, `1f 90`.
fn hex(digits: &str) -> Vec<u8> {
    let group = |digits: &str| {
        let mut bytes = common::hex(digits);
        if cfg!(target_endian = "big") && matches!(bytes.len(), 2 | 4 | 8) {
            bytes.reverse();
        }
        bytes
    };
    digits.split_whitespace().flat_map(group).collect()
}

/// What a set writes.
fn encode(set: &impl AttributeSet) -> Result<Vec<u8>, EncodeError> {
    set.to_bytes()
}

/// As errors say it.
fn so_many(bytes: usize) -> String {
    match bytes {
        1 => "1 byte".to_owned(),
        bytes => format!("{bytes} bytes"),
    }
}

/// What a set reads in the attributes of a message.
fn decode<S: AttributeSet>(bytes: &[u8]) -> Result<S::View<'_>, DecodeError> {
    S::decode(Attributes::new(bytes, FIRST))
}

/// A value and its bytes, both ways.
#[track_caller]
fn both_ways<'b, S>(value: &S, bytes: &'b [u8])
where
    S: AttributeSet<View<'b> = S> + PartialEq + Debug,
{
    assert_eq!(encode(value).as_deref(), Ok(bytes));
    assert_eq!(decode::<S>(bytes).as_ref(), Ok(value));
}

/// Bytes that mean a value which would be written otherwise.
#[track_caller]
fn reads<'b, S>(bytes: &'b [u8], value: &S)
where
    S: AttributeSet<View<'b> = S> + PartialEq + Debug,
{
    assert_eq!(decode::<S>(bytes).as_ref(), Ok(value));
}

/// Bytes that mean nothing, and what is said about them.
#[track_caller]
fn refuses<S>(digits: &str, text: &str)
where
    S: AttributeSet,
    for<'a> S::View<'a>: Debug,
{
    let bytes = hex(digits);
    let error = decode::<S>(&bytes).expect_err("these bytes mean nothing");
    assert_eq!(error.to_string(), text);
}

/// A value that cannot be written, and what is said about it.
#[track_caller]
fn unwritable(value: &impl AttributeSet, text: &str) {
    let error = encode(value).expect_err("this value cannot be written");
    assert_eq!(error.to_string(), text);
}
