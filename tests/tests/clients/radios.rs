//! A family with features that `mptcp_pm` lacks: several replies to a do, optional replies, and borrowed text.

use genl::{AttributeSet, genl_family};

use crate::messages::message;

pub(crate) const ID: u16 = 30;

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
pub(crate) struct Radio {
    #[attr(1)]
    pub(crate) index: u32,
    #[attr(2, multi)]
    pub(crate) bands: Vec<u8>,
}

#[derive(Debug, PartialEq, AttributeSet)]
pub(crate) struct Name<'a> {
    #[attr(1)]
    pub(crate) name: &'a str,
}

genl_family! {
    #[family(name = "radios")]
    pub(crate) trait Radios {
        #[op(1, multi)]
        fn scan(request: Radio) -> Radio;
        #[op(2, dump)]
        fn names() -> Name<'_>;
        #[op(3)]
        fn name(request: Radio) -> Name<'_>;
        #[op(4, reply = 5)]
        fn tune(request: Radio) -> Option<Radio>;
    }
}

impl Radio {
    /// Creates a request for this radio.
    pub(crate) fn of(index: u32) -> Self {
        let bands = Vec::new();
        Self { index, bands }
    }
}

/// Creates a reply about a radio with one band.
pub(crate) fn part(command: u8, index: u8, band: u8) -> Vec<u8> {
    let payload =
        format!("{command:02x} 01 0000  0800 0100 {index:02x}000000  0500 0200 {band:02x} 000000");
    message(ID, 2, 0, &payload)
}

/// Creates a reply with a name of four letters.
pub(crate) fn name(command: u8, name: &str) -> Vec<u8> {
    let digits = digits(name);
    let payload = format!("{command:02x} 01 0000  0900 0100 {digits}00 000000");
    message(ID, 2, 0, &payload)
}

/// Returns the bytes of a text as hexadecimal digits.
pub(crate) fn digits(text: &str) -> String {
    let bytes: Vec<_> = text.bytes().map(|byte| format!("{byte:02x}")).collect();
    bytes.concat()
}
