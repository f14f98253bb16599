//! Attributes that a set does not name.

use genl::AttributeSet;
use genl::error::EncodeErrorKind;
use genl::mptcp_pm::Address;
use genl::wire::UnknownAttribute;

use super::hex;
use super::{both_ways, encode, reads, unwritable};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Skips {
    #[attr(1)]
    id: u8,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(pad = 2)]
struct Keeps {
    #[attr(1)]
    id: Option<u8>,
    #[attr(unknown)]
    rest: Vec<UnknownAttribute>,
    #[attr(4)]
    last: Option<u8>,
}

fn unknown(number: u16, nested: bool, payload: &[u8]) -> UnknownAttribute {
    UnknownAttribute {
        number,
        nested,
        net_byteorder: false,
        payload: payload.to_vec(),
    }
}

#[test]
fn rule_18_unknown_attributes_are_skipped() {
    let bytes = hex("0400 ff3f
        0500 0100 07 000000
        0600 4d00 01 02 0000
        0c00 4e80  0800 0100 ffffffff");
    reads(&bytes, &Skips { id: 7 });
    // In a nest too: what is in an unknown one is not looked at.
    reads(
        &hex("0500 0100 07 000000  0800 4e80 03000000"),
        &Skips { id: 7 },
    );
    let bytes = hex("0500 0200 07 000000  0800 4d00 01000000");
    reads(&bytes, &Address::with_id(7));
}

#[test]
fn rule_18_unknown_attributes_are_kept_where_the_set_asks_for_it() {
    let value = Keeps {
        id: Some(7),
        rest: vec![
            unknown(77, false, &[1, 2]),
            unknown(3, true, &hex("0500 0100 ff 000000")),
            unknown(77, false, &[]),
            unknown(0, false, &[0; 5]),
        ],
        last: Some(9),
    };
    // As written, they stand where their field does.
    let bytes = hex("0500 0100 07 000000
        0600 4d00 01 02 0000
        0c00 0380 0500 0100 ff 000000
        0400 4d00
        0900 0000 0000000000 000000
        0500 0400 09 000000");
    both_ways(&value, &bytes);
    // As read, they may stand anywhere; pad attributes are no unknown ones.
    let bytes = hex("0600 4d00 01 02 0000
        0500 0400 09 000000
        0c00 0380 0500 0100 ff 000000
        0400 0200
        0400 4d00
        0500 0100 07 000000
        0900 0000 0000000000");
    reads(&bytes, &value);
}

#[test]
fn rule_03_kept_attributes_are_written_with_the_flags_they_came_with() {
    // Without flags, `NLA_F_NET_BYTEORDER`, `NLA_F_NESTED`, and both.
    let flags = [
        ("00", false, false),
        ("40", false, true),
        ("80", true, false),
        ("c0", true, true),
    ];
    for (digits, nested, net_byteorder) in flags {
        let rest = vec![UnknownAttribute {
            net_byteorder,
            ..unknown(77, nested, &[1, 2, 3, 4])
        }];
        let value = Keeps {
            id: None,
            rest,
            last: None,
        };
        both_ways(&value, &hex(&format!("0800 4d{digits} 01 02 03 04")));
    }
}

#[test]
fn rule_18_kept_attributes_obey_the_rules_of_writing() {
    let keep = |unknown| Keeps {
        id: None,
        rest: vec![unknown],
        last: None,
    };
    // 14 bits: the flag bits are none of the number's.
    let text = "attribute `#49153` has number 49153, expected at most 16383";
    unwritable(&keep(unknown(0xc001, false, &[])), text);
    let text = "attribute `#77` has 65536 bytes, more than its length field can hold";
    unwritable(&keep(unknown(77, false, &vec![0; 65_532])), text);
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Around {
    #[attr(1, nest)]
    inner: Keeps,
}

/// Declares the second of the attributes that `Keeps` declares.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Keeps)]
struct Part {
    last: Option<u8>,
    #[attr(unknown)]
    rest: Vec<UnknownAttribute>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(pad = 2)]
enum Each {
    #[attr(1)]
    Id(u8),
    #[attr(unknown)]
    Other(UnknownAttribute),
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Keeps)]
enum Either {
    Last(u8),
    #[attr(unknown)]
    Other(UnknownAttribute),
}

/// As it is said of the attribute at `path`.
fn declared(path: &str, number: u16, name: &str) -> String {
    format!(
        "attribute `{path}` is kept as unknown, but the set declares number {number} as `{name}`"
    )
}

#[test]
fn rule_18_a_declared_attribute_cannot_be_kept_as_unknown() {
    for (number, name) in [(1, "id"), (4, "last"), (2, "pad")] {
        // Whether the declared attribute is there or not, and behind one that is unknown.
        for id in [None, Some(7)] {
            let inner = Keeps {
                id,
                rest: vec![unknown(3, false, &[]), unknown(number, false, &[7])],
                last: None,
            };
            unwritable(&inner, &declared(&format!("#{number}"), number, name));
            let path = format!("inner.#{number}");
            unwritable(&Around { inner }, &declared(&path, number, name));
        }
    }
    let error = encode(&Keeps {
        id: None,
        rest: vec![unknown(1, false, &[])],
        last: None,
    });
    let kind = EncodeErrorKind::Declared {
        number: 1,
        name: "id",
    };
    assert_eq!(error.unwrap_err().kind(), &kind);
}

#[test]
fn rule_18_attributes_that_a_subset_omits_can_be_kept() {
    let part = |number| Part {
        last: None,
        rest: vec![unknown(number, false, &[7])],
    };
    both_ways(&part(1), &hex("0500 0100 07 000000"));
    unwritable(&part(4), &declared("#4", 4, "last"));
    unwritable(&part(2), &declared("#2", 2, "pad"));
}

#[test]
fn rule_18_a_declared_variant_cannot_be_kept_as_unknown() {
    let each = |number| vec![Each::Id(9), Each::Other(unknown(number, false, &[7]))];
    both_ways(&each(4), &hex("0500 0100 09 000000  0500 0400 07 000000"));
    unwritable(&each(1), &declared("[1].#1", 1, "id"));
    unwritable(&each(2), &declared("[1].#2", 2, "pad"));
    let either = |number| vec![Either::Other(unknown(number, false, &[7]))];
    both_ways(&either(1), &hex("0500 0100 07 000000"));
    unwritable(&either(4), &declared("[0].#4", 4, "last"));
    unwritable(&either(2), &declared("[0].#2", 2, "pad"));
}
