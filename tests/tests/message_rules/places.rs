//! From the offset in an extended ack to the attribute of the request, for sets of every shape.

use genl::transport::Step;
use genl::wire::UnknownAttribute;
use genl::{AttributeSet, Client, Keyed, Scripted, genl_family};

use super::common::hex;
use super::message;

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Item {
    #[attr(1)]
    id: u8,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Outer {
    #[attr(1)]
    family: u8,
    #[attr(3, indexed(from = 1), nest)]
    items: Vec<Item>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Request {
    #[attr(2)]
    plain: u32,
    #[attr(1, nest)]
    outer: Outer,
    #[attr(4, multi, nest)]
    many: Vec<Item>,
    #[attr(5, keyed(op: u16), nest)]
    by_key: Vec<Keyed<u16, Item>>,
    #[attr(unknown)]
    rest: Vec<UnknownAttribute>,
}

genl_family! {
    /// A family with nests in nests.
    #[family(name = "places")]
    trait Places {
        #[op(1)]
        fn put(request: Request);
    }
}

fn request() -> Request {
    let rest = UnknownAttribute {
        number: 77,
        nested: true,
        net_byteorder: false,
        payload: hex("0500 0100 05 000000"),
    };
    Request {
        plain: 7,
        outer: Outer {
            family: 2,
            items: vec![Item { id: 3 }],
        },
        many: vec![Item { id: 4 }],
        by_key: vec![Keyed {
            key: 9,
            value: Item { id: 6 },
        }],
        rest: vec![rest],
    }
}

/// The attributes start at byte 20 of the message.
const REQUEST: &str = "60000000 1e00 0500 00000000 00000000 01 01 0000
    0800 0200 07000000
    1c00 0180  0500 0100 02 000000  1000 0380  0c00 0180  0500 0100 03 000000
    0c00 0480  0500 0100 04 000000
    1000 0580  0c00 0980  0500 0100 06 000000
    0c00 4d80  0500 0100 05 000000";

fn refused(attributes: &str) -> String {
    let request_bytes = hex(REQUEST);
    let echo = "60000000 1e00 0500 00000000 00000000";
    let answer = message(2, 0x300, 0, &format!("eaffffff {echo} {attributes}"));
    let mut peer = Scripted::new();
    peer.family(Places::DESCRIPTION, 30).unwrap();
    peer.replay([Step::Request(&request_bytes), Step::Answer(&answer)]);
    let mut places = Places::new(Client::over(peer).unwrap());
    let text = places.put(&request()).unwrap_err().to_string();
    let text = text.strip_prefix("places put: Invalid argument (EINVAL): ");
    text.expect("EINVAL, with a detail").to_owned()
}

#[test]
fn rule_24_offsets_of_nests_in_nests() {
    for (offset, path) in [
        // `plain`: its first byte and its last byte.
        (20, "plain"),
        (27, "plain"),
        // `outer`: its header, and the last byte of it.
        (28, "outer"),
        (31, "outer"),
        (32, "outer.family"),
        (36, "outer.family"),
        // Padding belongs to the nest, but to no attribute in it.
        (37, "outer"),
        (40, "outer.items"),
        (44, "outer.items"),
        (48, "outer.items"),
        (56, "many"),
        (60, "many"),
        (68, "by-key"),
        (76, "by-key"),
        // An attribute that the set does not have is shown by its number.
        (84, "#77"),
        (88, "#77"),
    ] {
        let text = refused(&format!(
            "0600 0100 6100 0000  0800 0200 {offset:02x}000000"
        ));
        assert_eq!(text, format!("a (at `{path}`)"), "at byte {offset}");
    }
}

#[test]
fn rule_24_an_attribute_missing_in_a_nest() {
    for (nest, number, path) in [
        (28, 1, "outer.family"),
        (28, 3, "outer.items"),
        (28, 9, "outer.#9"),
        (44, 1, "outer.items.id"),
        (56, 1, "many.id"),
        (72, 1, "by-key.id"),
        // A nest that the set does not have.
        (84, 1, "#77.#1"),
    ] {
        let text = refused(&format!(
            "0800 0500 {number:02x}000000  0800 0600 {nest:02x}000000"
        ));
        assert_eq!(
            text,
            format!("missing attribute `{path}`"),
            "in the nest at {nest}"
        );
    }
    // The nest does not exist: only the number is shown.
    let text = refused("0800 0500 01000000  0800 0600 ff000000");
    assert_eq!(text, "missing attribute `#1`");
}

#[test]
fn rule_24_an_unknown_number_is_not_cut_to_16_bits() {
    // Cut to 16 bits, it would be 1 or 3, which exist.
    for number in ["01000100", "03000080", "ffffffff"] {
        let text = refused(&format!("0800 0500 {number}  0800 0600 1c000000"));
        assert_eq!(text, "missing attribute `outer.#65535`");
    }
}
