//! What is inside of a node, as serde asks for it.

use serde::de::value::{SeqDeserializer, U8Deserializer};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::read::Reader;
use super::{Fault, Key, Node};

/// The elements of a list. Faults are told by the name of an element, or by its index.
pub(super) struct Items<'n> {
    pub(super) list: std::slice::Iter<'n, Node>,
    pub(super) index: usize,
}

impl<'n> SeqAccess<'n> for Items<'n> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'n>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Fault> {
        let Some(node) = self.list.next() else {
            return Ok(None);
        };
        let index = self.index;
        self.index += 1;
        seed.deserialize(Reader(node))
            .map(Some)
            .map_err(|mut fault| {
                let name = node.name().map(str::to_owned);
                fault.path.push(name.unwrap_or_else(|| index.to_string()));
                fault
            })
    }
}

/// The entries of a mapping.
pub(super) struct Entries<'n> {
    pub(super) entries: std::slice::Iter<'n, (Key, Node)>,
    pub(super) value: Option<(&'n Key, &'n Node)>,
}

impl<'n> MapAccess<'n> for Entries<'n> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'n>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Fault> {
        let Some((key, value)) = self.entries.next() else {
            return Ok(None);
        };
        self.value = Some((key, value));
        let read = seed.deserialize(key.text.as_str().into_deserializer());
        read.map(Some).map_err(|fault: Fault| Fault {
            place: Some(key.place),
            ..fault
        })
    }

    fn next_value_seed<V: DeserializeSeed<'n>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let (key, node) = self
            .value
            .take()
            .ok_or_else(|| Fault::new("a value without a key"))?;
        seed.deserialize(Reader(node)).map_err(|mut fault| {
            fault.path.push(key.text.clone());
            fault
        })
    }
}

/// Place, anchor and value of a node, for [`Located`](super::Located).
pub(super) struct Parts<'n> {
    pub(super) node: &'n Node,
    pub(super) part: u8,
}

impl<'n> MapAccess<'n> for Parts<'n> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'n>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Fault> {
        let key: U8Deserializer<Fault> = self.part.into_deserializer();
        self.part += 1;
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'n>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let place = self.node.place;
        match self.part {
            1 => {
                let numbers = [u32::from(place.file), place.line];
                seed.deserialize(SeqDeserializer::new(numbers.into_iter()))
            }
            2 => seed.deserialize(Anchor(self.node.anchor.as_deref())),
            _ => seed.deserialize(Reader(self.node)),
        }
    }
}

struct Anchor<'n>(Option<&'n str>);

impl<'de> Deserializer<'de> for Anchor<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0 {
            Some(name) => visitor.visit_some(name.into_deserializer()),
            None => visitor.visit_none(),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// One word of a fixed few.
pub(super) struct Word<'n>(pub(super) &'n str);

impl<'n> EnumAccess<'n> for Word<'n> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'n>>(self, seed: V) -> Result<(V::Value, Self), Fault> {
        Ok((seed.deserialize(self.0.into_deserializer())?, self))
    }
}

impl<'n> VariantAccess<'n> for Word<'n> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'n>>(self, _: T) -> Result<T::Value, Fault> {
        Err(Fault::new("expected a word"))
    }

    fn tuple_variant<V: Visitor<'n>>(self, _: usize, _: V) -> Result<V::Value, Fault> {
        Err(Fault::new("expected a word"))
    }

    fn struct_variant<V: Visitor<'n>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Fault> {
        Err(Fault::new("expected a word"))
    }
}
