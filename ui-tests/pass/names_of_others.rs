//! Types of the author with the names of known types, and others that look like mistakes.
#![deny(warnings)]

use genl::codec::With;
use genl::wire::PayloadWriter;
use genl::{AttributeSet, DecodeError, genl_family};

mod model {
    use genl::AttributeSet;

    macro_rules! sets {
        ($($name:ident)*) => {
            $(
                #[derive(Clone, Debug, PartialEq, AttributeSet)]
                pub struct $name {
                    #[attr(1)]
                    pub id: u32,
                }
            )*
        };
    }

    sets!(String Indexed Bitfield32 Bytes IpAddr Result);

    #[derive(Clone, Debug, PartialEq, AttributeSet)]
    pub enum Ipv4Addr {
        #[attr(1)]
        Host(u32),
    }

    #[derive(Clone, Debug, PartialEq, AttributeSet)]
    pub struct Dev<const N: usize> {
        #[attr(1)]
        pub address: [u8; N],
    }
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub struct Nests {
    #[attr(1, nest)]
    pub text: model::String,
    #[attr(2, multi, nest)]
    pub list: Vec<model::Indexed>,
    #[attr(3, nest)]
    pub boxed: Option<Box<model::Bitfield32>>,
    #[attr(4, nest)]
    pub mixed: Vec<model::Ipv4Addr>,
    #[attr(5, indexed, nest)]
    pub addresses: Vec<model::IpAddr>,
}

/// An integer that is not 0.
pub struct Zero;

impl With<'_, Option<u8>> for Zero {
    fn put(value: &Option<u8>, payload: &mut PayloadWriter<'_>) {
        payload.push(&[value.unwrap_or_default()]);
    }

    fn get(payload: &[u8]) -> Result<Option<u8>, DecodeError> {
        Ok(payload.first().copied().filter(|value| *value != 0))
    }
}

/// An integer that is 0 or 1.
pub struct Digit;

impl With<'_, bool> for Digit {
    fn put(value: &bool, payload: &mut PayloadWriter<'_>) {
        payload.push(&[u8::from(*value)]);
    }

    fn get(payload: &[u8]) -> Result<bool, DecodeError> {
        Ok(payload != [0])
    }
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub struct Codecs {
    #[attr(2, with = Zero)]
    pub optional: Option<Option<u8>>,
    #[attr(3, with = Digit)]
    pub digit: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Codecs)]
pub struct Digits {
    pub digit: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub enum Kinds {
    #[attr(1, with = Zero)]
    Maybe(Option<u8>),
    #[attr(2, with = Digit)]
    Digit(bool),
}

macro_rules! family {
    ($name:literal) => {
        genl_family! {
            #[family(name = "pm")]
            pub trait Pm {
                const EVENTS: MulticastGroup = $name;

                #[op(1)]
                fn get(request: model::Bytes) -> model::Result;

                #[op(2)]
                fn set(request: model::Dev<{ 2 + 2 }>) -> model::Dev<{ 8 }>;

                #[event(3, group = EVENTS)]
                fn created(event: model::Dev<{ 2 }>);
            }
        }
    };
}
family!("events");

fn main() {
    let mut buffer = Vec::new();
    let mut out = genl::AttributeWriter::new(&mut buffer);
    let kinds = vec![
        Kinds::Maybe(None),
        Kinds::Digit(true),
        Kinds::Maybe(Some(7)),
    ];
    kinds.encode(&mut out);
    out.finish().unwrap();
    let read = Vec::<Kinds>::decode(genl::Attributes::new(&buffer, 0)).unwrap();
    assert_eq!(read, kinds);
    assert_eq!(Pm::EVENTS.name(), "events");
}
