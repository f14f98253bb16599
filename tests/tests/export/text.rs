//! The text that is written, to the letter.

use genl::c::{Enum, Flags};
use genl::{AttributeSet, CStruct, Enumeration, genl_family};
use zerocopy::{FromBytes, Immutable, IntoBytes};

/// A turn.
#[derive(AttributeSet)]
enum Turn {
    /// By so many degrees.
    #[attr(1)]
    Left(u16),
    #[attr(3)]
    Right(u16),
    #[attr(4, flag)]
    Stop,
}

/// A way.
#[derive(AttributeSet)]
#[attrs(pad = 5)]
struct Way {
    /// Its number.
    #[attr(1)]
    id: u32,
    #[attr(4, multi)]
    names: Vec<String>,
    #[attr(6, nest)]
    turns: Vec<Turn>,
}

genl_family! {
    /// Ways.
    #[family(name = "ways", version = 1)]
    trait Ways {
        /// Adds one.
        #[op(1)]
        fn add(request: Way);
    }
}

#[test]
fn numbers_follow_names_and_turns_repeat() {
    let export = genl::export(Ways::DESCRIPTION);
    assert!(export.yaml().contains("\nprotocol: genetlink\n"));
    let (_, sets) = export.yaml().split_once("attribute-sets:").expect("sets");
    let (sets, _) = sets.split_once("\noperations:").expect("operations");
    let expected = r#"
  -
    name: way
    doc: "A way."
    attributes:
      -
        name: id
        type: u32
        doc: "Its number."
      -
        name: names
        value: 4
        type: string
        multi-attr: true
      -
        name: pad
        type: pad
      -
        name: turns
        type: nest
        nested-attributes: turn
  # the order of the attributes matters
  -
    name: turn
    doc: "A turn."
    attributes:
      -
        name: left
        type: u16
        multi-attr: true
        doc: "By so many degrees."
      -
        name: right
        value: 3
        type: u16
        multi-attr: true
      -
        name: stop
        type: flag"#;
    assert_eq!(sets, expected);
}

/// How large it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Enumeration)]
#[repr(u16)]
enum Size {
    #[default]
    None,
    Small = 3,
    Medium,
    Large = 9,
    #[unknown]
    Other(u16),
}

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    struct Marks: u8 {
        const FIRST = 1;
        const THIRD = 4;
        const FOURTH = 8;
        const BOTH = 5;
    }
}

/// As it is in C.
#[derive(Clone, Copy, Debug, Default, PartialEq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
struct Thing {
    size: Enum<Size>,
    #[member(pad)]
    gap: u16,
    #[member(display_hint = hex)]
    code: u32,
    length: u16,
    port: zerocopy::network_endian::U16,
    marks: Flags<Marks>,
    #[member(pad)]
    rest: [u8; 3],
}

#[derive(AttributeSet)]
struct Things {
    #[attr(1, c_struct)]
    thing: Thing,
    #[attr(2, display_hint = mac)]
    mac: [u8; 6],
    #[attr(3, display_hint = uuid)]
    uuid: [u8; 16],
    #[attr(4, nest)]
    nothing: Nothing,
}

#[derive(AttributeSet)]
struct Nothing {}

genl_family! {
    #[family(name = "things", version = 1)]
    trait AllThings {
        #[op(1)]
        fn put(request: Things);
    }
}

#[test]
fn definitions_have_values_gaps_and_hints() {
    let export = genl::export(AllThings::DESCRIPTION);
    assert!(export.yaml().contains("\nprotocol: genetlink-legacy\n"));
    let (_, rest) = export
        .yaml()
        .split_once("definitions:")
        .expect("definitions");
    let (rest, _) = rest.split_once("\noperations:").expect("operations");
    let expected = r#"
  -
    name: thing
    type: struct
    doc: "As it is in C."
    members:
      -
        name: size
        type: u16
        enum: size
      -
        name: gap
        type: u16
      -
        name: code
        type: u32
        display-hint: hex
      -
        name: length
        type: u16
      -
        name: port
        type: u16
        byte-order: big-endian
      -
        name: marks
        type: u8
        enum: marks
      -
        name: rest
        type: binary
        len: 3
  -
    name: size
    type: enum
    doc: "How large it is."
    entries:
      -
        name: none
      -
        name: small
        value: 3
      -
        name: medium
      -
        name: large
        value: 9
  # `both` is 0x5, which is not a single bit
  -
    name: marks
    type: flags
    entries:
      -
        name: first
      -
        name: third
        value: 2
      -
        name: fourth
attribute-sets:
  -
    name: things
    attributes:
      -
        name: thing
        type: binary
        struct: thing
      -
        name: mac
        type: binary
        display-hint: mac
        checks:
          exact-len: 6
      -
        name: uuid
        type: binary
        display-hint: uuid
        checks:
          exact-len: 16
      -
        name: nothing
        type: nest
        nested-attributes: nothing
  -
    name: nothing
    attributes: []"#;
    assert_eq!(rest, expected);
}
