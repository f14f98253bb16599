//! Siblings of any kind: optional, flags, lists, nests, text that is borrowed, and types that the user chooses.

use genl::codec::WithSibling;
use genl::wire::PayloadWriter;
use genl::{AttributeSet, DecodeError};

use super::super::hex;
use super::super::{both_ways, refuses, unwritable};
use super::{GCM_AES_128, GCM_AES_XPN_128, PacketNumber};

/// Siblings that need not be there, and are of other kinds.
#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
pub(super) struct Siblings {
    #[attr(1, with = PacketNumber, sibling = cipher)]
    pub(super) by_option: Option<u64>,
    #[attr(2, with = PacketNumber, sibling = flag)]
    pub(super) by_flag: Option<u64>,
    #[attr(3, with = Cut, sibling = lengths)]
    pub(super) by_list: Option<Vec<Vec<u8>>>,
    #[attr(4, with = Cut, sibling = nest)]
    pub(super) by_nest: Option<Vec<Vec<u8>>>,
    #[attr(300)]
    pub(super) cipher: Option<u64>,
    #[attr(301, flag)]
    pub(super) flag: bool,
    #[attr(302, multi)]
    pub(super) lengths: Vec<u8>,
    #[attr(303, nest)]
    pub(super) nest: Option<Lengths>,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
pub(super) struct Lengths {
    #[attr(1, array)]
    pub(super) lengths: Vec<u8>,
}

/// Bytes that are cut into parts, of lengths that the sibling says.
pub(super) struct Cut;

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

pub(super) struct LengthsOf(Vec<usize>);

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
             0700 0300 010203 00  0600 0400 09 08 0000
             0c00 2c01 0300000100c28000  0400 2d01
             0500 2e01 01 000000  0500 2e01 02 000000
             0c00 2f81 0600 0100 02 00 0000"),
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
        "0500 0400 06 000000  0c00 2f81 0600 0100 02 00 0000",
        "attribute `by-nest` is too short to be cut (at byte 20)",
    );
}

/// What borrows, beside what borrows.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub(super) struct Borrowing<'a> {
    #[attr(1, unterminated)]
    pub(super) digits: &'a str,
    #[attr(2, with = Cut, sibling = digits)]
    pub(super) parts: Vec<&'a [u8]>,
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
    both_ways(&set, &hex("0600 0100 31 32 0000  0700 0200 616263 00"));
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
        "0c00 0100 0100000100c28000  0800 0200 07000000  0500 0300 31 000000  0500 0400 61 000000";
    both_ways(&set, &hex(bytes));
}
