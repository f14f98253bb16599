//! C structs are shown by their members, whatever their length is.

use genl::inspect::{self, Node, Value};
use genl::{AttributeSet, CStruct};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout};

use super::common::hex;

#[derive(
    Clone, Copy, Debug, Default, PartialEq, FromBytes, IntoBytes, Immutable, KnownLayout, CStruct,
)]
#[repr(C)]
struct Pair {
    first: u8,
    #[member(pad)]
    gap: u8,
    second: i16,
}

#[derive(
    Clone, Copy, Debug, Default, PartialEq, FromBytes, IntoBytes, Immutable, KnownLayout, CStruct,
)]
#[repr(C)]
struct Wide {
    #[member(display_hint = mac)]
    address: [u8; 6],
    ports: [u16; 2],
    pairs: [Pair; 2],
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Things {
    #[attr(1, c_struct)]
    pair: Option<Pair>,
    #[attr(2, c_struct)]
    wide: Option<Wide>,
    #[attr(3, array, c_struct)]
    pairs: Vec<Pair>,
}

fn read(bytes: &[u8]) -> Vec<Node<'_>> {
    inspect::attributes(bytes, &Things::DESCRIPTION)
}

fn integer<'n>(node: &'n Node<'_>, name: &str) -> Option<&'n Value<'n>> {
    node.get(name).map(|node| &node.value)
}

#[test]
fn members_have_names_and_places() {
    let bytes = hex("0800 0100 07 00 feff");
    let nodes = read(&bytes);
    assert_eq!(integer(&nodes[0], "first"), Some(&Value::Integer(7)));
    assert_eq!(integer(&nodes[0], "second"), Some(&Value::Integer(-2)));
    assert_eq!(nodes[0].get("second").expect("it").range, 6..8);
    // Padding is there only if it has a value.
    assert_eq!(nodes[0].get("gap"), None);
    let bytes = hex("0800 0100 07 01 feff");
    assert_eq!(integer(&read(&bytes)[0], "gap"), Some(&Value::Integer(1)));
}

#[test]
fn another_kernel_may_have_fewer_members_or_more() {
    let bytes = hex("0500 0100 07 000000");
    let nodes = read(&bytes);
    assert_eq!(nodes[0].children().len(), 1);
    assert!(nodes[0].children()[0].fault.is_none());
    let bytes = hex("0a00 0100 07 00 feff 0b0a 0000");
    let nodes = read(&bytes);
    let last = nodes[0].children().last().expect("it is there");
    assert_eq!(
        (&last.value, &last.range),
        (&Value::Bytes(&[11, 10]), &(8..10))
    );
    // A member that is cut is malformed.
    let bytes = hex("0700 0100 07 00 fe 00");
    let nodes = read(&bytes);
    let fault = nodes[0].children()[1].fault.as_ref().expect("a fault");
    assert_eq!((fault.offset, &fault.bytes), (6, &(6..7)));
}

#[test]
fn structs_in_structs_and_in_arrays_are_nodes() {
    let bytes = hex(
        "1600 0200 020000 00000a 0100 0200 07 00 0800 09 00 0a00 0000 \
                     0c00 0300 01 00 0200 03 00 0400",
    );
    let nodes = read(&bytes);
    let ports = Value::List(vec![Value::Integer(1), Value::Integer(2)]);
    assert_eq!(integer(&nodes[0], "ports"), Some(&ports));
    let pairs = nodes[0].get("pairs").expect("they are there").children();
    assert_eq!(integer(&pairs[1], "second"), Some(&Value::Integer(10)));
    let pairs = nodes[1].children();
    assert_eq!(
        (pairs.len(), pairs[1].number, &pairs[1].range),
        (2, 1, &(32..36))
    );
    assert_eq!(integer(&pairs[1], "first"), Some(&Value::Integer(3)));
    // An array ends with an element.
    let bytes = hex("0700 0300 01 00 02 00");
    let fault = read(&bytes)[0].fault.clone().expect("a fault");
    assert_eq!(
        fault.to_string(),
        "has 3 bytes, expected a multiple of 4 (at byte 0)"
    );
}
