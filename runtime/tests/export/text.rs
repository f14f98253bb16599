//! The text that is written, to the letter.

use genl::{AttributeSet, genl_family};

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
  # the attributes come in any order, which means something
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
