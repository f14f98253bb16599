//! What is there and what is not: flags, attribute 0, subsets, and the shapes of fields.

use genl::wire::UnknownAttribute;
use genl::{AttributeSet, Indexed};

use super::hex;
use super::{both_ways, decode, encode, reads, refuses};

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Flags {
    #[attr(1, flag)]
    up: bool,
    #[attr(2)]
    id: Option<u8>,
    #[attr(3, flag)]
    down: bool,
}

#[test]
fn rule_09_flags_have_no_payload_and_false_is_not_written() {
    let mut value = Flags::default();
    both_ways(&value, &[]);
    value.up = true;
    both_ways(&value, &hex("0400 0100"));
    (value.id, value.down) = (Some(0), true);
    both_ways(&value, &hex("0400 0100  0500 0200 00 000000  0400 0300"));
}

#[test]
fn rule_09_a_flag_with_a_payload_is_true() {
    let value = Flags {
        up: true,
        ..Flags::default()
    };
    reads(&hex("0500 0100 00 000000"), &value);
    reads(&hex("0400 0100  0400 0100"), &value);
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Zero {
    #[attr(0)]
    none: u32,
    #[attr(1)]
    one: Option<u8>,
    #[attr(16383)]
    most: Option<u8>,
}

#[test]
fn rule_12_number_0_is_an_attribute_like_the_others() {
    let mut value = Zero {
        none: 7,
        one: None,
        most: None,
    };
    both_ways(&value, &hex("0800 0000 07000000"));
    // The greatest number: 14 bits.
    value.most = Some(1);
    both_ways(&value, &hex("0800 0000 07000000  0500 ff3f 01 000000"));
    refuses::<Zero>("0500 0100 01 000000", "missing attribute `none`");
    refuses::<Zero>(
        "0500 0000 01 000000",
        "attribute `none` has 1 byte, expected 4 (at byte 20)",
    );
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Whole {
    #[attr(1)]
    name: Option<String>,
    #[attr(2, big_endian, max = 1000)]
    port: Option<u16>,
    #[attr(3, nest)]
    inner: Option<Flags>,
    #[attr(4, multi)]
    ids: Vec<u16>,
    #[attr(5, flag)]
    up: bool,
    #[attr(6, indexed(from = 1), omit_empty)]
    words: Vec<u32>,
    #[attr(7)]
    data: Option<Vec<u8>>,
}

/// In an order of its own, with required fields that are optional in the set.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Whole)]
struct Part {
    up: bool,
    ids: Vec<u16>,
    port: u16,
    inner: Flags,
    name: Option<String>,
    words: Vec<u32>,
    #[attr(unknown)]
    rest: Vec<UnknownAttribute>,
}

#[test]
fn rule_01_a_subset_takes_everything_but_the_order_from_its_set() {
    let value = Part {
        up: true,
        ids: vec![1, 2],
        port: 0x0102,
        inner: Flags::default(),
        name: Some("a".into()),
        words: vec![9],
        rest: vec![],
    };
    let bytes = hex("0400 0500
        0600 0400 0100 0000
        0600 0400 0200 0000
        0600 0200 01 02 0000
        0400 0380
        0600 0100 61 00 0000
        0c00 0680  0800 0100 09000000");
    both_ways(&value, &bytes);
}

#[test]
fn rule_05_a_subset_takes_checks_and_names_from_its_set() {
    let value = Part {
        up: false,
        ids: vec![],
        port: 1001,
        inner: Flags::default(),
        name: None,
        words: vec![],
        rest: vec![],
    };
    let error = encode(&value).expect_err("a port above 1000");
    assert_eq!(
        error.to_string(),
        "attribute `port` is 1001, expected at most 1000"
    );
    refuses::<Part>("0400 0380", "missing attribute `port`");
    refuses::<Part>(
        "0500 0200 01 000000",
        "attribute `port` has 1 byte, expected 2 (at byte 20)",
    );
}

#[test]
fn rule_18_attributes_that_a_subset_omits_are_unknown() {
    let bytes = hex("0600 0200 00 01 0000  0400 0380  0500 0700 09 000000");
    let part = decode::<Part>(&bytes).expect("a part");
    let data = UnknownAttribute {
        number: 7,
        nested: false,
        net_byteorder: false,
        payload: vec![9],
    };
    assert_eq!(part.rest, [data]);
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Shapes {
    #[attr(1)]
    one: u8,
    #[attr(2)]
    maybe: Option<u8>,
    #[attr(3, multi)]
    many: Vec<u8>,
    /// Absent differs from empty: the list has an attribute of its own.
    #[attr(4, indexed)]
    list: Option<Vec<u8>>,
    #[attr(5, indexed)]
    places: Option<Vec<Indexed<u8>>>,
}

#[test]
fn rule_10_required_optional_and_repeated_fields() {
    let mut value = Shapes {
        one: 1,
        maybe: None,
        many: vec![],
        list: None,
        places: None,
    };
    both_ways(&value, &hex("0500 0100 01 000000"));
    value.maybe = Some(2);
    value.many = vec![3, 4];
    value.list = Some(vec![]);
    value.places = Some(vec![Indexed { index: 7, value: 8 }]);
    let bytes = hex("0500 0100 01 000000
        0500 0200 02 000000
        0500 0300 03 000000
        0500 0300 04 000000
        0400 0480
        0c00 0580  0500 0700 08 000000");
    both_ways(&value, &bytes);
    refuses::<Shapes>("0500 0200 02 000000", "missing attribute `one`");
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Nothing;

#[test]
fn rule_18_an_empty_set_skips_everything() {
    both_ways(&Nothing, &[]);
    reads(&hex("0500 0100 01 000000  0400 0280"), &Nothing);
    refuses::<Nothing>(
        "0300 0100",
        "contains an attribute of length 3, less than its header of 4 bytes (at byte 20)",
    );
    // So does `()`, which stands for "no attributes".
    assert_eq!(encode(&()), Ok(vec![]));
    assert_eq!(decode::<()>(&hex("0500 0100 01 000000")), Ok(()));
    refuses::<()>(
        "0500 0100 01 000000  0300 0100",
        "contains an attribute of length 3, less than its header of 4 bytes (at byte 28)",
    );
    refuses::<()>(
        "0400",
        "ends with 2 bytes, too few for a header (at byte 20)",
    );
}

#[test]
fn rule_10_an_optional_reply_is_written_as_its_set() {
    let flags = || Flags {
        id: Some(7),
        ..Flags::default()
    };
    both_ways(&Some(flags()), &hex("0500 0200 07 000000"));
    both_ways(&Some(Box::new(flags())), &hex("0500 0200 07 000000"));
    // What is there may be empty; what is absent has no message.
    both_ways(&Some(Flags::default()), &[]);
    assert_eq!(encode(&None::<Flags>), Ok(vec![]));
}

fn named<S: AttributeSet>() -> (&'static str, bool) {
    (S::DESCRIPTION.name, S::MAY_BE_ABSENT)
}

#[test]
fn rule_10_optional_replies_may_be_absent() {
    assert_eq!(named::<Flags>(), ("flags", false));
    assert_eq!(named::<Option<Flags>>(), ("flags", true));
    assert_eq!(named::<Box<Flags>>(), ("flags", false));
    assert_eq!(named::<Box<Option<Flags>>>(), ("flags", true));
    assert_eq!(named::<()>(), ("", true));
    assert_eq!(Flags::absent(), None);
    assert_eq!(Option::<Flags>::absent(), Some(None));
    assert_eq!(Box::<Flags>::absent(), None);
    assert_eq!(Box::<Option<Flags>>::absent(), Some(Box::new(None)));
    assert_eq!(<()>::absent(), Some(()));
}
