//! Subsets, which say codec and sibling again, and descriptions.

use genl::AttributeSet;
use genl::description::{Attribute, Kind, Presence};

use super::super::hex;
use super::super::{both_ways, refuses};
use super::kinds::{Borrowing, Cut, Siblings};
use super::{Association, GCM_AES_XPN_128, PacketNumber};

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
    let bytes = "0c00 2c01 0300000100c28000  0c00 0100 0500000000000000
        0500 2e01 01 000000  0500 0300 07 000000  0800 0200 06000000";
    both_ways(&part, &hex(bytes));
    refuses::<Part>(
        "0c00 2c01 0300000100c28000  0c00 0100 0500000000000000",
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
    let described = |attribute: &Attribute| (attribute.name, attribute.presence);
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
    assert!(matches!(kind, Kind::Other("a codec of its author")));
    let part = Part::DESCRIPTION.attributes.iter();
    let list = part.clone().find(|attribute| attribute.name == "by-list");
    assert_eq!(list.map(described), Some(("by-list", Presence::Required)));
}
