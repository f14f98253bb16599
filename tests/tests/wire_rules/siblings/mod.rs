//! Codecs of an author's that depend on another field of the set.

mod kinds;
mod subsets;

use genl::codec::WithSibling;
use genl::wire::PayloadWriter;
use genl::{AttributeSet, DecodeError};

use super::hex;
use super::{both_ways, decode, reads, refuses, unwritable};

const GCM_AES_128: u64 = 0x0080_C200_0100_0001;
const GCM_AES_XPN_128: u64 = 0x0080_C200_0100_0003;

/// A packet number, as in `macsec`: of 8 bytes if the cipher has extended ones, else of 4.
struct PacketNumber;

/// Any type that tells whether packet numbers are extended.
trait Extended {
    fn extended(&self) -> Option<bool>;
}

impl Extended for u64 {
    fn extended(&self) -> Option<bool> {
        match *self {
            GCM_AES_128 => Some(false),
            GCM_AES_XPN_128 => Some(true),
            _ => None,
        }
    }
}

/// Without a cipher, the default one holds.
impl Extended for Option<u64> {
    fn extended(&self) -> Option<bool> {
        self.unwrap_or(GCM_AES_128).extended()
    }
}

impl Extended for bool {
    fn extended(&self) -> Option<bool> {
        Some(*self)
    }
}

impl<S: Extended> WithSibling<'_, u64, S> for PacketNumber {
    fn put(number: &u64, sibling: &S, payload: &mut PayloadWriter<'_>) {
        match (sibling.extended(), u32::try_from(*number)) {
            (Some(true), _) => payload.push(&number.to_ne_bytes()),
            (Some(false), Ok(number)) => payload.push(&number.to_ne_bytes()),
            (Some(false), Err(_)) => payload.refuse("is too great for the cipher"),
            (None, _) => payload.refuse("is of an unknown cipher"),
        }
    }

    fn get(payload: &[u8], sibling: &S) -> Result<u64, DecodeError> {
        let extended = sibling.extended();
        match (extended, <[u8; 4]>::try_from(payload), payload.try_into()) {
            (Some(false), Ok(bytes), _) => Ok(u32::from_ne_bytes(bytes).into()),
            (Some(true), _, Ok(bytes)) => Ok(u64::from_ne_bytes(bytes)),
            (None, ..) => Err(DecodeError::refused("is of an unknown cipher")),
            _ => Err(DecodeError::refused("is not as long as the cipher has it")),
        }
    }
}

/// An association, with the attributes of `macsec` that matter here; the cipher comes behind the number.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Association {
    #[attr(3, with = PacketNumber, sibling = cipher)]
    pn: u64,
    #[attr(4)]
    cipher: u64,
    #[attr(5, with = PacketNumber, sibling = cipher)]
    lowest: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Device {
    #[attr(1, nest)]
    first: Option<Association>,
    #[attr(2, multi, nest)]
    more: Vec<Association>,
}

const CIPHER: &str = "0c00 0400 0100000100c28000";
const XPN: &str = "0c00 0400 0300000100c28000";

fn association(cipher: u64, pn: u64) -> Association {
    Association {
        pn,
        cipher,
        lowest: None,
    }
}

#[test]
fn the_sibling_says_how_long_a_number_is() {
    let short = association(GCM_AES_128, 7);
    both_ways(&short, &hex(&format!("0800 0300 07000000 {CIPHER}")));
    let long = Association {
        lowest: Some(1 << 32),
        ..association(GCM_AES_XPN_128, 7)
    };
    let (pn, lowest) = ("0c00 0300 0700000000000000", "0c00 0500 0000000001000000");
    both_ways(&long, &hex(&format!("{pn} {XPN} {lowest}")));
}

#[test]
fn the_order_in_the_message_does_not_matter() {
    let set = Association {
        lowest: Some(9),
        ..association(GCM_AES_128, 7)
    };
    let parts = ["0800 0300 07000000", CIPHER, "0800 0500 09000000"];
    for order in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        reads(&hex(&order.map(|part| parts[part]).join(" ")), &set);
    }
}

#[test]
fn the_last_sibling_holds_for_every_attribute() {
    let set = association(GCM_AES_128, 8);
    let twice = format!("0800 0300 07000000 {XPN} 0800 0300 08000000 {CIPHER}");
    reads(&hex(&twice), &set);
    refuses::<Association>(
        &format!("0800 0300 07000000 {CIPHER} {XPN}"),
        "attribute `pn` is not as long as the cipher has it (at byte 20)",
    );
}

#[test]
fn errors_name_the_attribute_at_fault() {
    refuses::<Association>("", "missing attribute `cipher`");
    refuses::<Association>(CIPHER, "missing attribute `pn`");
    refuses::<Association>("0800 0300 07000000", "missing attribute `cipher`");
    refuses::<Association>(
        "0800 0300 07000000 0800 0400 01000001",
        "attribute `cipher` has 4 bytes, expected 8 (at byte 28)",
    );
    refuses::<Association>(
        "0c00 0400 09000000 00000000  0800 0300 07000000",
        "attribute `pn` is of an unknown cipher (at byte 32)",
    );
    refuses::<Device>(
        &format!("1800 0100 0800 0300 07000000 {XPN}"),
        "attribute `first.pn` is not as long as the cipher has it (at byte 24)",
    );
    refuses::<Device>(
        "0c00 0200 0800 0300 07000000",
        "missing attribute `more[0].cipher` (at byte 20)",
    );
}

#[test]
fn a_value_that_contradicts_its_sibling_is_not_written() {
    unwritable(
        &association(GCM_AES_128, 1 << 32),
        "attribute `pn` is too great for the cipher",
    );
    let good = association(GCM_AES_128, 1);
    let bad = Association {
        lowest: Some(u64::MAX),
        ..good.clone()
    };
    let device = Device {
        first: None,
        more: vec![good, bad],
    };
    unwritable(
        &device,
        "attribute `more[1].lowest` is too great for the cipher",
    );
}

/// Numbers beyond those with a bit of their own.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Far {
    #[attr(900, with = PacketNumber, sibling = cipher)]
    pn: u64,
    #[attr(901)]
    cipher: u64,
    #[attr(902)]
    last: u8,
}

#[test]
fn attributes_with_great_numbers_can_be_required() {
    refuses::<Far>("", "missing attribute `cipher`");
    let cipher = "0c00 8503 0100000100c28000";
    refuses::<Far>(cipher, "missing attribute `pn`");
    refuses::<Far>(
        &format!("{cipher} 0800 8403 07000000"),
        "missing attribute `last`",
    );
}

#[test]
fn any_bytes_are_decoded_or_refused() {
    let bytes = hex(&format!(
        "0c00 0300 0700000000000000 {XPN} 0c00 0500 0000000001000000"
    ));
    for end in 0..bytes.len() {
        let _ = decode::<Association>(&bytes[..end]);
    }
    for place in 0..bytes.len() {
        for flip in [0xff, 0x80, 0x40, 1] {
            let mut changed = bytes.clone();
            changed[place] ^= flip;
            let _ = decode::<Association>(&changed);
            let _ = decode::<kinds::Siblings>(&changed);
        }
    }
}
