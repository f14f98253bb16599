//! Full sets of 5, 50 and 500 attributes, and the same attributes as subsets: a struct and an enum.

use genl::wire::MessageHeader;

use super::FAMILY;
use crate::hand::{attributes, filled, number, put_message, room, word};
use crate::harness::Row;

/// Defines the codec of a struct by hand.
macro_rules! by_hand {
    ($set:ident [$($number:tt $field:ident $variant:ident,)*]) => {
        impl $set {
            fn put(header: MessageHeader, set: &Self, out: &mut Vec<u8>) -> Option<()> {
                put_message(header, [1, 1], 8 * OBJECTS as usize, out, |out| {
                    $(out.some($number, set.$field.map(u32::to_ne_bytes))?;)*
                    Some(())
                })
            }

            fn get(body: &[u8]) -> Option<Self> {
                filled(|set: &mut Self| {
                    attributes(body, |kind, payload| {
                        match number(kind) {
                            $($number => set.$field = Some(word(payload)?),)*
                            _ => {}
                        }
                        Some(())
                    })
                })
            }
        }
    };
}

/// Defines the sets of one size, their codecs by hand, and their rows.
macro_rules! wide {
    ($module:ident $objects:literal [$($number:tt $field:ident $variant:ident,)*]) => {
        mod $module {
            use genl::AttributeSet;

            use super::*;

            const OBJECTS: u32 = $objects;

            #[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
            struct Set {
                $(#[attr($number)] $field: Option<u32>,)*
            }

            #[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
            #[attrs(subset_of = Set)]
            struct Subset {
                $($field: Option<u32>,)*
            }

            #[derive(Clone, Debug, PartialEq, AttributeSet)]
            #[attrs(subset_of = Set)]
            enum Part {
                $($variant(u32),)*
            }

            by_hand! { Set [$($number $field $variant,)*] }
            by_hand! { Subset [$($number $field $variant,)*] }

            fn put_parts(header: MessageHeader, parts: &Vec<Part>, out: &mut Vec<u8>) -> Option<()> {
                put_message(header, [1, 1], 8 * parts.len(), out, |out| {
                    for part in parts {
                        match part {
                            $(Part::$variant(value) => out.fixed($number, value.to_ne_bytes())?,)*
                        }
                    }
                    Some(())
                })
            }

            fn parts(body: &[u8]) -> Option<Vec<Part>> {
                let mut parts = room(body);
                attributes(body, |kind, payload| {
                    match number(kind) {
                        $($number => parts.push(Part::$variant(word(payload)?)),)*
                        _ => {}
                    }
                    Some(())
                })?;
                Some(parts)
            }

            pub(super) fn rows() -> [Row; 6] {
                let (set, subset) = (
                    Set { $($field: Some($number),)* },
                    Subset { $($field: Some($number),)* },
                );
                let parts_of_all = vec![$(Part::$variant($number),)*];
                let [set_encode, set_decode] = Row::both(
                    concat!("set of ", $objects),
                    set,
                    |header, set, out| FAMILY.op::<_, ()>("set", 1).write(header, set, out),
                    Set::put,
                    Set::decode,
                    Set::get,
                );
                let [subset_encode, subset_decode] = Row::both(
                    concat!("subset of ", $objects),
                    subset,
                    |header, set, out| FAMILY.op::<_, ()>("subset", 1).write(header, set, out),
                    Subset::put,
                    Subset::decode,
                    Subset::get,
                );
                let [enum_encode, enum_decode] = Row::both(
                    concat!("enum of ", $objects),
                    parts_of_all,
                    |header, parts, out| FAMILY.op::<_, ()>("parts", 1).write(header, parts, out),
                    put_parts,
                    Vec::<Part>::decode,
                    parts,
                );
                [
                    set_encode.on("set encode", OBJECTS),
                    set_decode.on("set decode", OBJECTS),
                    subset_encode.on("subset encode", OBJECTS),
                    subset_decode.on("subset decode", OBJECTS),
                    enum_encode.on("enum encode", OBJECTS),
                    enum_decode.on("enum decode", OBJECTS),
                ]
            }
        }
    };
}

/// Each size has the attributes of the smaller sizes, and more.
macro_rules! sizes {
    ([$($five:tt)*] [$($to_50:tt)*] [$($to_500:tt)*]) => {
        wide! { five 5 [$($five)*] }
        wide! { fifty 50 [$($five)* $($to_50)*] }
        wide! { five_hundred 500 [$($five)* $($to_50)* $($to_500)*] }
    };
}

include!("numbers.rs");

pub(crate) fn rows() -> Vec<Row> {
    let rows = [five::rows(), fifty::rows(), five_hundred::rows()];
    rows.into_iter().flatten().collect()
}
