//! The tree as what serde reads.

use std::fmt::Display;

use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeOwned, Deserializer, Error, Expected, MapAccess, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::access::{Entries, Items, Parts, Word};
use super::located::NAME;
use super::{Fault, Node, Value};
use crate::import::nearest;

/// Reads a value of any type that serde knows.
pub(crate) fn read<T: DeserializeOwned>(node: &Node) -> Result<T, Fault> {
    T::deserialize(Reader(node))
}

impl Error for Fault {
    fn custom<T: Display>(text: T) -> Self {
        Self::new(text)
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(format_args!("expected {expected}, found {found}"))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(format_args!("{found} is out of range for `{expected}`"))
    }

    fn unknown_field(key: &str, expected: &'static [&'static str]) -> Self {
        let near = nearest(key, expected.iter().copied());
        let help = near.map(|near| format!("; a key with a similar name exists: `{near}`"));
        Self::new(format_args!(
            "unknown key `{key}`{}",
            help.unwrap_or_default()
        ))
    }

    fn unknown_variant(word: &str, expected: &'static [&'static str]) -> Self {
        let near = nearest(word, expected.iter().copied());
        let help = near.map(|near| format!("; a similar one exists: `{near}`"));
        Self::new(format_args!(
            "unknown value `{word}`{}",
            help.unwrap_or_default()
        ))
    }

    fn missing_field(key: &'static str) -> Self {
        Self::new(format_args!("missing key `{key}`"))
    }
}

#[derive(Clone, Copy)]
pub(super) struct Reader<'n>(pub(super) &'n Node);

impl<'n> Reader<'n> {
    /// Gives a fault the place of this node, unless it has that of an inner one.
    fn locate<T>(self, read: Result<T, Fault>) -> Result<T, Fault> {
        read.map_err(|fault| Fault {
            place: fault.place.or(Some(self.0.place)),
            ..fault
        })
    }

    fn text(self, expected: &str) -> Result<&'n str, Fault> {
        match &self.0.value {
            Value::Text { text, .. } if !self.0.is_null() => Ok(text),
            _ => Err(Fault::invalid_type(self.unexpected(), &expected)),
        }
    }

    fn unexpected(self) -> Unexpected<'n> {
        match &self.0.value {
            _ if self.0.is_null() => Unexpected::Other("nothing"),
            Value::Text { text, .. } => Unexpected::Str(text),
            Value::List(_) => Unexpected::Other("a list"),
            Value::Map(_) => Unexpected::Other("a mapping"),
        }
    }

    fn integer<V: Visitor<'n>>(self, visitor: V) -> Result<V::Value, Fault> {
        let integer = self.text("an integer").and_then(|text| {
            let found = || Fault::invalid_type(self.unexpected(), &"an integer");
            parse_integer(text).ok_or_else(found)
        });
        // Serde's errors of integers that are out of range know no `i128`.
        self.locate(integer.and_then(|integer| match u64::try_from(integer) {
            Ok(integer) => visitor.visit_u64(integer),
            Err(_) => match i64::try_from(integer) {
                Ok(integer) => visitor.visit_i64(integer),
                Err(_) => visitor.visit_i128(integer),
            },
        }))
    }
}

/// An integer as the specifications write it: decimal or hexadecimal.
pub(crate) fn parse_integer(text: &str) -> Option<i128> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let value = match digits
        .strip_prefix("0x")
        .or_else(|| digits.strip_prefix("0X"))
    {
        Some(hex) => u64::from_str_radix(hex, 16).ok()?,
        None => digits.parse::<u64>().ok()?,
    };
    digits
        .starts_with(|first: char| first.is_ascii_digit())
        .then_some(sign * i128::from(value))
}

macro_rules! integers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            self.integer(visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for Reader<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.locate(match &self.0.value {
            _ if self.0.is_null() => visitor.visit_unit(),
            Value::Text { text, .. } => visitor.visit_borrowed_str(text),
            Value::List(list) => visitor.visit_seq(Items {
                list: list.iter(),
                index: 0,
            }),
            Value::Map(entries) => visitor.visit_map(Entries {
                entries: entries.iter(),
                value: None,
            }),
        })
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let expected = "`true` or `false`";
        self.locate(self.text(expected).and_then(|text| match text {
            "true" | "True" | "TRUE" => visitor.visit_bool(true),
            "false" | "False" | "FALSE" => visitor.visit_bool(false),
            _ => Err(Fault::invalid_type(self.unexpected(), &expected)),
        }))
    }

    integers! {
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.locate(
            self.text("text")
                .and_then(|text| visitor.visit_borrowed_str(text)),
        )
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.0.is_null() {
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.0.value {
            Value::List(_) => self.deserialize_any(visitor),
            _ => self.locate(Err(Fault::invalid_type(self.unexpected(), &"a list"))),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.0.value {
            Value::Map(_) => self.deserialize_any(visitor),
            _ => self.locate(Err(Fault::invalid_type(self.unexpected(), &"a mapping"))),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        if name == NAME {
            return visitor.visit_map(Parts {
                node: self.0,
                part: 0,
            });
        }
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let word = self.text("a word");
        self.locate(word.and_then(|word| visitor.visit_enum(Word(word))))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}

/// Reads what is a mapping from a visitor that already has it.
pub(crate) fn read_map<'de, T, A>(map: A) -> Result<T, A::Error>
where
    T: serde::Deserialize<'de>,
    A: MapAccess<'de>,
{
    T::deserialize(MapAccessDeserializer::new(map))
}
