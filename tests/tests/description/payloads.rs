//! What payloads are that the type of a field does not tell: by author's codecs, and in indexed arrays.

use genl::codec::{With, WithSibling};
use genl::description::{Integer, Kind, Numbering};
use genl::inspect::{self, Label, Value};
use genl::wire::PayloadWriter;
use genl::{AttributeSet, DecodeError, Indexed};

const U32: Kind = Kind::Integer(Integer::of_bytes(4, false));

/// Thousandths.
struct Milli;

impl With<'_, f64> for Milli {
    const KIND: Kind = U32;

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn put(value: &f64, payload: &mut PayloadWriter<'_>) {
        payload.push(&((value * 1000.0) as u32).to_ne_bytes());
    }

    fn get(payload: &[u8]) -> Result<f64, DecodeError> {
        let bytes = payload.try_into();
        let bytes = bytes.map_err(|_| DecodeError::refused("is not of 4 bytes"))?;
        Ok(f64::from(u32::from_ne_bytes(bytes)) / 1000.0)
    }
}

impl WithSibling<'_, f64, u32> for Milli {
    const KIND: Kind = U32;

    fn put(value: &f64, _: &u32, payload: &mut PayloadWriter<'_>) {
        <Self as With<'_, f64>>::put(value, payload);
    }

    fn get(payload: &[u8], _: &u32) -> Result<f64, DecodeError> {
        <Self as With<'_, f64>>::get(payload)
    }
}

/// A number in an attribute in the attribute.
struct Inside;

impl With<'_, u32> for Inside {
    const KIND: Kind = Kind::Keyed(&["id"], &U32);

    fn put(value: &u32, payload: &mut PayloadWriter<'_>) {
        payload.push(&8_u16.to_ne_bytes());
        payload.push(&9_u16.to_ne_bytes());
        payload.push(&value.to_ne_bytes());
    }

    fn get(_: &[u8]) -> Result<u32, DecodeError> {
        Err(DecodeError::refused("is not read here"))
    }
}

#[derive(Debug, Default, PartialEq, AttributeSet)]
struct All {
    #[attr(1, with = Milli)]
    with: f64,
    #[attr(2)]
    other: u32,
    #[attr(3, with = Milli, sibling = other)]
    beside: f64,
    #[attr(4, with = Inside)]
    inside: u32,
    #[attr(5, indexed)]
    counted: Vec<u8>,
    #[attr(6, indexed(from = 1))]
    from_one: Vec<u8>,
    #[attr(7, indexed(zero))]
    zero: Vec<u8>,
    #[attr(8, indexed)]
    kept: Vec<Indexed<u8>>,
}

fn kind(name: &str) -> Kind {
    let mut attributes = All::DESCRIPTION.attributes.iter();
    attributes
        .find(|it| it.name == name)
        .expect("it is there")
        .kind
}

#[test]
fn an_authors_codec_says_what_is_on_the_wire() {
    for name in ["with", "beside"] {
        assert!(
            matches!(kind(name), Kind::Integer(it) if it == Integer::of_bytes(4, false)),
            "{name}"
        );
    }
    assert!(matches!(
        kind("inside"),
        Kind::Keyed(["id"], Kind::Integer(_))
    ));
}

#[test]
fn an_indexed_array_describes_its_numbers() {
    for (name, expected) in [
        ("counted", Numbering::From(0)),
        ("from-one", Numbering::From(1)),
        ("zero", Numbering::Zero),
        ("kept", Numbering::Kept),
    ] {
        assert!(
            matches!(kind(name), Kind::Indexed(it, _) if it == expected),
            "{name}"
        );
    }
}

/// Of those that mean something, the number is a key.
#[test]
fn both_can_be_decoded_with_the_description() -> Result<(), Box<dyn std::error::Error>> {
    let all = All {
        with: 1.5,
        inside: 7,
        from_one: vec![5, 6],
        kept: vec![Indexed { index: 4, value: 2 }],
        ..All::default()
    };
    let bytes = all.to_bytes()?;
    let nodes = inspect::attributes(&bytes, const { &All::DESCRIPTION });
    let node = |name: &str| {
        let mut nodes = nodes.iter();
        nodes
            .find(|it| it.name() == Some(name))
            .expect("it is there")
    };
    assert_eq!(node("with").value, Value::Integer(1500));
    let inner = |name: &str| {
        let children = node(name).children().iter();
        children.map(|it| (it.label, it.number)).collect::<Vec<_>>()
    };
    assert_eq!(inner("inside"), [(Label::Key("id"), 9)]);
    assert_eq!(
        inner("from-one"),
        [(Label::Element, 1), (Label::Element, 2)]
    );
    assert_eq!(inner("kept"), [(Label::Key("index"), 4)]);
    Ok(())
}
