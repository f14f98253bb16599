//! Nests in each other: the same number of them is read and written, and no stack overflows.

use std::mem;

use genl::error::{DecodeErrorKind, EncodeErrorKind, Segment};
use genl::wire::MAX_DEPTH;
use genl::{AttributeSet, Indexed, Keyed};

use super::hex;
use super::{both_ways, decode, encode};

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Chain {
    #[attr(1, nest)]
    inner: Option<Box<Chain>>,
}

/// So many nests in each other.
fn nests(depth: usize) -> Vec<u8> {
    (0..depth).fold(Vec::new(), |bytes, _| within(&bytes))
}

/// The attributes in a nest with number 1.
fn within(attributes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(4 + attributes.len()).expect("16 bits");
    let header = [length, 0x8001].map(u16::to_ne_bytes);
    [header.as_flattened(), attributes].concat()
}

fn chain(depth: usize) -> Chain {
    (0..depth).fold(Chain::default(), |inner, _| Chain {
        inner: Some(Box::new(inner)),
    })
}

const LIMIT: usize = MAX_DEPTH as usize;
const _: () = assert!(LIMIT > 2 * 16, "the deepest that openvswitch sends");

/// The kernel's own bound is 10; what it reads without a policy goes deeper.
#[test]
fn rule_14_nests_are_read_and_written_to_the_limit() {
    both_ways(&chain(LIMIT), &nests(LIMIT));
}

#[test]
fn rule_14_deeper_nests_are_not_read() {
    for depth in [LIMIT + 1, LIMIT + 2, 1000, 16_383] {
        let bytes = nests(depth);
        let error = decode::<Chain>(&bytes).expect_err("too deep");
        assert_eq!(error.kind(), &DecodeErrorKind::TooDeep);
        assert_eq!(error.offset(), Some(20 + LIMIT * 4));
        let mut path = error.path().segments();
        assert!(path.all(|segment| segment == Segment::Name("inner")));
        assert_eq!(error.path().segments().count(), LIMIT + 1);
        let said = "` is nested more than 40 levels deep (at byte 180)";
        assert!(error.to_string().ends_with(said), "{error}");
    }
}

#[test]
fn rule_14_deeper_nests_are_not_written() {
    for depth in [LIMIT + 1, LIMIT + 2, 1_000_000] {
        let value = chain(depth);
        let error = encode(&value).expect_err("too deep");
        // Dropped one in the other, a million would overflow the stack.
        mem::forget(value);
        assert_eq!(error.kind(), &EncodeErrorKind::TooDeep);
        let path = vec!["inner"; LIMIT + 1].join(".");
        let said = format!("attribute `{path}` is nested more than 40 levels deep");
        assert_eq!(error.to_string(), said);
    }
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
enum Mixed {
    #[attr(1, nest)]
    Inner(Vec<Mixed>),
}

#[test]
fn rule_14_deeper_mixed_lists_are_not_written() {
    let list = (0..1_000_000).fold(Vec::new(), |inner, _| vec![Mixed::Inner(inner)]);
    let error = encode(&list).expect_err("too deep");
    mem::forget(list);
    assert_eq!(error.kind(), &EncodeErrorKind::TooDeep);
    let path = vec!["[0].inner"; LIMIT + 1].concat();
    assert_eq!(error.path().to_string(), path);
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Item {
    #[attr(1)]
    id: u8,
}

/// Every form of attribute that has nests in it.
#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Forms {
    #[attr(1, nest)]
    inner: Option<Box<Forms>>,
    #[attr(2, multi, nest)]
    many: Vec<Item>,
    #[attr(3, nest)]
    mixed: Option<Vec<Mixed>>,
    #[attr(4, indexed, omit_empty)]
    indexed: Vec<u8>,
    #[attr(5, indexed, nest, omit_empty)]
    indexed_nests: Vec<Indexed<Item>>,
    #[attr(6, keyed(key: u16), omit_empty)]
    keyed: Vec<Keyed<u16, u8>>,
    #[attr(7, keyed(key: u16), nest, omit_empty)]
    keyed_nests: Vec<Keyed<u16, Item>>,
    #[attr(8, keyed(outer: u16, inner: u16), omit_empty)]
    two: Vec<Keyed<(u16, u16), u8>>,
    #[attr(9, keyed(outer: u16, inner: u16), nest, omit_empty)]
    two_nests: Vec<Keyed<(u16, u16), Item>>,
}

/// Each form alone with its bytes, and the nests in them.
fn forms() -> Vec<(Forms, &'static str, usize)> {
    let none = Forms::default;
    let (item, two) = (Item { id: 7 }, (1, 2));
    let mixed = |list| Forms {
        mixed: Some(list),
        ..none()
    };
    vec![
        (
            Forms {
                many: vec![item.clone()],
                ..none()
            },
            "0c00 0280  0500 0100 07 000000",
            1,
        ),
        (mixed(vec![]), "0400 0380", 1),
        (mixed(vec![Mixed::Inner(vec![])]), "0800 0380  0400 0180", 2),
        (
            Forms {
                indexed: vec![7],
                ..none()
            },
            "0c00 0480  0500 0000 07 000000",
            1,
        ),
        (
            Forms {
                indexed_nests: vec![Indexed {
                    index: 1,
                    value: item.clone(),
                }],
                ..none()
            },
            "1000 0580  0c00 0180  0500 0100 07 000000",
            2,
        ),
        (
            Forms {
                keyed: vec![Keyed { key: 1, value: 7 }],
                ..none()
            },
            "0c00 0680  0500 0100 07 000000",
            1,
        ),
        (
            Forms {
                keyed_nests: vec![Keyed {
                    key: 1,
                    value: item.clone(),
                }],
                ..none()
            },
            "1000 0780  0c00 0180  0500 0100 07 000000",
            2,
        ),
        (
            Forms {
                two: vec![Keyed { key: two, value: 7 }],
                ..none()
            },
            "1000 0880  0c00 0180  0500 0200 07 000000",
            2,
        ),
        (
            Forms {
                two_nests: vec![Keyed {
                    key: two,
                    value: item,
                }],
                ..none()
            },
            "1400 0980  1000 0180  0c00 0280  0500 0100 07 000000",
            3,
        ),
    ]
}

/// So many sets around a form, and around its bytes.
fn around(depth: usize, form: &Forms, digits: &str) -> (Forms, Vec<u8>) {
    let start = (form.clone(), hex(digits));
    (0..depth).fold(start, |(form, bytes), _| {
        let inner = Some(Box::new(form));
        let form = Forms {
            inner,
            ..Forms::default()
        };
        (form, within(&bytes))
    })
}

#[test]
fn rule_14_every_form_is_written_as_deep_as_it_is_read() {
    for (form, digits, nests) in forms() {
        let (value, bytes) = around(LIMIT - nests, &form, digits);
        both_ways(&value, &bytes);
        for deeper in 1..=nests {
            let (value, bytes) = around(LIMIT - nests + deeper, &form, digits);
            let read = decode::<Forms>(&bytes).expect_err("too deep");
            let written = encode(&value).expect_err("too deep");
            assert_eq!(read.kind(), &DecodeErrorKind::TooDeep);
            assert_eq!(written.kind(), &EncodeErrorKind::TooDeep);
            assert_eq!(read.path(), written.path());
        }
    }
}

/// Nests beside each other are not in each other.
#[test]
fn rule_14_any_number_of_sibling_nests_is_allowed() {
    let value = Forms {
        many: vec![Item { id: 7 }; LIMIT + 1],
        two: (0..100)
            .map(|outer| Keyed {
                key: (outer, 2),
                value: 7,
            })
            .collect(),
        ..Forms::default()
    };
    let mut bytes = hex("0c00 0280  0500 0100 07 000000").repeat(LIMIT + 1);
    bytes.extend(hex("b404 0880"));
    for outer in 0..100 {
        bytes.extend(hex(&format!("0c00 {outer:02x}80")));
        bytes.extend(hex("0500 0200 07 000000"));
    }
    both_ways(&value, &bytes);
}
