//! Codecs of an author's that depend on another field of the set.

use genl::codec::WithSibling;
use genl::description::{Kind, Presence};
use genl::wire::PayloadWriter;
use genl::{AttributeSet, DecodeError};

use super::common::hex;
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
            (Some(true), _) => payload.push(&number.to_le_bytes()),
            (Some(false), Ok(number)) => payload.push(&number.to_le_bytes()),
            (Some(false), Err(_)) => payload.refuse("is too great for the cipher"),
            (None, _) => payload.refuse("is of an unknown cipher"),
        }
    }

    fn get(payload: &[u8], sibling: &S) -> Result<u64, DecodeError> {
        let extended = sibling.extended();
        match (extended, <[u8; 4]>::try_from(payload), payload.try_into()) {
            (Some(false), Ok(bytes), _) => Ok(u32::from_le_bytes(bytes).into()),
            (Some(true), _, Ok(bytes)) => Ok(u64::from_le_bytes(bytes)),
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

const CIPHER: &str = "0c00 0400 01000001 00c28000";
const XPN: &str = "0c00 0400 03000001 00c28000";

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
fn a_value_that_does_not_go_with_its_sibling_is_not_written() {
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

/// Siblings that need not be there, and are of other kinds.
#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Siblings {
    #[attr(1, with = PacketNumber, sibling = cipher)]
    by_option: Option<u64>,
    #[attr(2, with = PacketNumber, sibling = flag)]
    by_flag: Option<u64>,
    #[attr(3, with = Cut, sibling = lengths)]
    by_list: Option<Vec<Vec<u8>>>,
    #[attr(4, with = Cut, sibling = nest)]
    by_nest: Option<Vec<Vec<u8>>>,
    #[attr(300)]
    cipher: Option<u64>,
    #[attr(301, flag)]
    flag: bool,
    #[attr(302, multi)]
    lengths: Vec<u8>,
    #[attr(303, nest)]
    nest: Option<Lengths>,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Lengths {
    #[attr(1, array)]
    lengths: Vec<u8>,
}

/// Bytes that are cut into parts, of lengths that the sibling says.
struct Cut;

impl<'a, S: Clone + Into<LengthsOf>, B: From<&'a [u8]> + AsRef<[u8]>> WithSibling<'a, Vec<B>, S>
    for Cut
{
    fn put(parts: &Vec<B>, sibling: &S, payload: &mut PayloadWriter<'_>) {
        let LengthsOf(lengths) = sibling.clone().into();
        let parts = parts.iter().map(AsRef::as_ref);
        if !parts.clone().map(<[u8]>::len).eq(lengths) {
            payload.refuse("is not cut as its sibling says");
        }
        parts.for_each(|part| payload.push(part));
    }

    fn get(payload: &'a [u8], sibling: &S) -> Result<Vec<B>, DecodeError> {
        let LengthsOf(lengths) = sibling.clone().into();
        let (mut rest, mut parts) = (payload, Vec::new());
        for length in lengths {
            let cut = rest.split_at_checked(length);
            let (part, behind) = cut.ok_or(DecodeError::refused("is too short to be cut"))?;
            parts.push(part.into());
            rest = behind;
        }
        Ok(parts)
    }
}

struct LengthsOf(Vec<usize>);

impl From<Vec<u8>> for LengthsOf {
    fn from(lengths: Vec<u8>) -> Self {
        Self(lengths.into_iter().map(usize::from).collect())
    }
}

impl From<Option<Lengths>> for LengthsOf {
    fn from(nest: Option<Lengths>) -> Self {
        nest.unwrap_or_default().lengths.into()
    }
}

/// Lengths as text, one digit each.
impl From<&str> for LengthsOf {
    fn from(digits: &str) -> Self {
        let digits = digits.chars().filter_map(|digit| digit.to_digit(10));
        Self(digits.map(|digit| digit as usize).collect())
    }
}

#[test]
fn siblings_are_of_any_kind() {
    both_ways(&Siblings::default(), &[]);
    let set = Siblings {
        by_option: Some(5),
        ..Siblings::default()
    };
    both_ways(&set, &hex("0800 0100 05000000"));
    let set = Siblings {
        by_option: Some(5),
        by_flag: Some(6),
        by_list: Some(vec![vec![1], vec![2, 3]]),
        by_nest: Some(vec![vec![9, 8], Vec::new()]),
        cipher: Some(GCM_AES_XPN_128),
        flag: true,
        lengths: vec![1, 2],
        nest: Some(Lengths {
            lengths: vec![2, 0],
        }),
    };
    both_ways(
        &set,
        &hex("0c00 0100 0500000000000000  0c00 0200 0600000000000000
             0700 0300 010203 00  0600 0400 0908 0000
             0c00 2c01 03000001 00c28000  0400 2d01
             0500 2e01 01 000000  0500 2e01 02 000000
             0c00 2f81 0600 0100 0200 0000"),
    );
    refuses::<Siblings>(
        "0800 0200 06000000 0400 2d01",
        "attribute `by-flag` is not as long as the cipher has it (at byte 20)",
    );
    refuses::<Siblings>(
        "0500 0300 06 000000  0500 2e01 01 000000  0600 2e01 0101 0000",
        "attribute `lengths[1]` has 2 bytes, expected 1 (at byte 36)",
    );
    refuses::<Siblings>(
        "0500 0400 06 000000  0c00 2f81 0600 0100 0200 0000",
        "attribute `by-nest` is too short to be cut (at byte 20)",
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
fn great_numbers_are_required_too() {
    refuses::<Far>("", "missing attribute `cipher`");
    let cipher = "0c00 8503 01000001 00c28000";
    refuses::<Far>(cipher, "missing attribute `pn`");
    refuses::<Far>(
        &format!("{cipher} 0800 8403 07000000"),
        "missing attribute `last`",
    );
}

/// What borrows, beside what borrows.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Borrowing<'a> {
    #[attr(1, unterminated)]
    digits: &'a str,
    #[attr(2, with = Cut, sibling = digits)]
    parts: Vec<&'a [u8]>,
}

/// Types that its user chooses, of which one borrows.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Generic<'a, S, N> {
    #[attr(1)]
    sibling: S,
    #[attr(2, with = PacketNumber, sibling = sibling)]
    number: N,
    #[attr(3, unterminated)]
    digits: &'a str,
    #[attr(4, with = Cut, sibling = digits)]
    parts: Option<Vec<&'a [u8]>>,
}

#[test]
fn borrowed_values_and_parameters() {
    let set = Borrowing {
        digits: "12",
        parts: vec![b"a", b"bc"],
    };
    both_ways(&set, &hex("0600 0100 3132 0000  0700 0200 616263 00"));
    unwritable(
        &Borrowing {
            digits: "11",
            ..set
        },
        "attribute `parts` is not cut as its sibling says",
    );
    let set = Generic {
        sibling: GCM_AES_128,
        number: 7_u64,
        digits: "1",
        parts: Some(vec![b"a"]),
    };
    let bytes =
        "0c00 0100 01000001 00c28000  0800 0200 07000000  0500 0300 31 000000  0500 0400 61 000000";
    both_ways(&set, &hex(bytes));
}

/// The sibling is required here.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Siblings)]
struct Part {
    cipher: u64,
    #[attr(with = PacketNumber, sibling = cipher)]
    by_option: u64,
    lengths: Vec<u8>,
    #[attr(with = Cut, sibling = lengths)]
    by_list: Vec<Vec<u8>>,
    flag: bool,
    #[attr(with = PacketNumber, sibling = flag)]
    by_flag: Option<u64>,
}

/// A subset of that.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Part)]
struct PartOfPart {
    #[attr(with = PacketNumber, sibling = cipher)]
    by_option: Option<u64>,
    cipher: Option<u64>,
    #[attr(with = PacketNumber, sibling = cipher)]
    by_flag: u64,
}

/// A subset of what borrows.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Borrowing<'a>)]
struct BorrowingPart<'a> {
    #[attr(with = Cut, sibling = digits)]
    parts: Option<Vec<&'a [u8]>>,
    digits: &'a str,
}

/// An enum takes what depends on no other field.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Siblings)]
enum AnyOf {
    Cipher(u64),
    Lengths(u8),
}

#[test]
fn subsets_say_their_sibling() {
    let part = Part {
        cipher: GCM_AES_XPN_128,
        by_option: 5,
        lengths: vec![1],
        by_list: vec![vec![7]],
        flag: false,
        by_flag: Some(6),
    };
    let bytes = "0c00 2c01 03000001 00c28000  0c00 0100 0500000000000000
        0500 2e01 01 000000  0500 0300 07 000000  0800 0200 06000000";
    both_ways(&part, &hex(bytes));
    refuses::<Part>(
        "0c00 2c01 03000001 00c28000  0c00 0100 0500000000000000",
        "missing attribute `by-list`",
    );
    refuses::<Part>("0500 0300 07 000000", "missing attribute `cipher`");
    let part = PartOfPart {
        by_option: None,
        cipher: None,
        by_flag: 3,
    };
    both_ways(&part, &hex("0800 0200 03000000"));
    let part = BorrowingPart {
        parts: Some(vec![b"a"]),
        digits: "1",
    };
    both_ways(&part, &hex("0500 0200 61 000000  0500 0100 31 000000"));
    let any = vec![AnyOf::Lengths(1), AnyOf::Cipher(2)];
    both_ways(
        &any,
        &hex("0500 2e01 01 000000  0c00 2c01 0200000000000000"),
    );
}

#[test]
fn descriptions_have_what_codecs_of_an_author_have() {
    let described = |attribute: &genl::description::Attribute| (attribute.name, attribute.presence);
    let presences: Vec<_> = Association::DESCRIPTION
        .attributes
        .iter()
        .map(described)
        .collect();
    assert_eq!(
        presences,
        [
            ("pn", Presence::Required),
            ("cipher", Presence::Required),
            ("lowest", Presence::Optional)
        ]
    );
    let kind = Association::DESCRIPTION.attributes[0].kind;
    assert!(matches!(kind, Kind::Other("a codec of its author's")));
    let part = Part::DESCRIPTION.attributes.iter();
    let list = part.clone().find(|attribute| attribute.name == "by-list");
    assert_eq!(list.map(described), Some(("by-list", Presence::Required)));
}

#[test]
fn whatever_arrives_is_read_or_refused() {
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
            let _ = decode::<Siblings>(&changed);
        }
    }
}
