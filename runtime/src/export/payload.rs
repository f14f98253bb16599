//! Attributes in YNL.

use super::names::Names;
use super::yaml::{Map, Node};
use crate::description::{Attribute, ByteOrder, Checks, DisplayHint, Integer, Kind, Numbering};

/// The YNL keys of a payload, and what YNL cannot express.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) map: Map,
    pub(super) checks: Map,
    pub(super) unsaid: Vec<String>,
}

impl Words {
    /// Returns the keys of an attribute, without its name, number and doc.
    pub(super) fn of(attribute: &Attribute, names: &Names) -> Self {
        let mut words = Self::default();
        words.kind(&attribute.kind, names);
        words.hint(attribute.display_hint);
        words.checks(attribute.checks);
        let checks = core::mem::take(&mut words.checks);
        if !checks.entries.is_empty() {
            words.map.put("checks", checks);
        }
        words
    }

    fn unsaid(&mut self, text: impl Into<String>) {
        self.unsaid.push(text.into());
    }

    fn simple(&mut self, name: &str) {
        self.map.put("type", name);
    }

    /// Adds the keys for a payload, or for a member of a C struct.
    pub(super) fn kind(&mut self, kind: &Kind, names: &Names) {
        match kind {
            Kind::Integer(it) => self.integer(*it),
            Kind::Enumeration(it, of) => {
                self.integer(*it);
                self.map.put("enum", names.enumeration(of));
            }
            Kind::Flags(it, of) => {
                self.integer(*it);
                self.map.put("enum", names.flags(*of));
            }
            Kind::Bitfield32(of) => {
                self.simple("bitfield32");
                self.map.put("enum", names.flags(*of));
            }
            Kind::Bool => {
                self.simple("u8");
                self.unsaid("is 0 or 1");
            }
            Kind::Flag => self.simple("flag"),
            Kind::String => self.simple("string"),
            Kind::UnterminatedString => {
                self.simple("string");
                self.checks.put("unterminated-ok", true);
            }
            Kind::Nest(set) => {
                self.simple("nest");
                self.map.put("nested-attributes", names.set(set));
            }
            Kind::Multi(element) => {
                self.kind(element, names);
                self.map.put("multi-attr", true);
            }
            Kind::Indexed(numbering, element) => self.indexed(*numbering, element, names),
            Kind::Keyed(keys, element) => self.keyed(keys, element, names),
            Kind::Ipv4 => {
                self.integer(Integer::of_bytes(4, false).network());
                self.map.put("display-hint", "ipv4");
            }
            kind => self.binary(kind, names),
        }
    }

    fn integer(&mut self, integer: Integer) {
        let sign = if integer.signed { 's' } else { 'u' };
        let name = if integer.variable {
            format!("{sign}int")
        } else {
            format!("{sign}{}", 8 * integer.bytes)
        };
        self.simple(&name);
        match integer.order {
            ByteOrder::Host => {}
            ByteOrder::Network => self.map.put("byte-order", "big-endian"),
            ByteOrder::Little => self.map.put("byte-order", "little-endian"),
        }
    }

    fn binary(&mut self, kind: &Kind, names: &Names) {
        if let Kind::Array(element) = kind {
            return self.array(element, names);
        }
        self.simple("binary");
        match kind {
            Kind::Struct(it) if it.members.is_empty() => self.unsaid("is a C struct"),
            Kind::Struct(it) => self.map.put("struct", names.structure(it)),
            Kind::Ipv6 => {
                self.map.put("display-hint", "ipv6");
                self.length(16, 16);
            }
            Kind::Ip => {
                self.map.put("display-hint", "ipv4-or-v6");
                self.length(4, 16);
            }
            Kind::Bytes(length) => self.length(*length, *length),
            Kind::Binary => {}
            Kind::StructWithList { head, element } => {
                self.unsaid(format!(
                    "is {}, followed by any number of {}",
                    name(head),
                    name(element)
                ));
            }
            kind => self.unsaid(format!("is {}", name(kind))),
        }
    }

    /// Adds the keys for the elements of an array.
    fn array(&mut self, element: &Kind, names: &Names) {
        let mut inner = Self::default();
        inner.kind(element, names);
        self.simple("binary");
        match inner.take_type() {
            Some(Node::Text(of)) if is_scalar(&of) => {
                self.map.put("sub-type", of);
                self.map.entries.append(&mut inner.map.entries);
                self.unsaid.append(&mut inner.unsaid);
            }
            _ => self.unsaid(format!("is an array of {}", name(element))),
        }
    }

    fn indexed(&mut self, numbering: Numbering, element: &Kind, names: &Names) {
        self.simple("indexed-array");
        self.kind_of_elements(element, names);
        match numbering {
            Numbering::From(0) => {}
            Numbering::From(first) => self.unsaid(format!("counts its elements from {first}")),
            Numbering::Zero => self.unsaid("gives every element the number 0"),
            Numbering::Kept => {
                self.unsaid("gives every element a meaningful number");
            }
        }
    }

    fn kind_of_elements(&mut self, element: &Kind, names: &Names) {
        let mut inner = Self::default();
        inner.kind(element, names);
        if let Some(of) = inner.take_type() {
            self.map.put("sub-type", of);
        }
        // The elements of an element would need the same key.
        if inner.map.get("sub-type").is_some() {
            inner.map.entries.retain(|(key, _)| *key != "sub-type");
            self.unsaid(format!("has elements that are {}", name(element)));
        }
        self.map.entries.append(&mut inner.map.entries);
        self.checks.entries.append(&mut inner.checks.entries);
        self.unsaid.append(&mut inner.unsaid);
    }

    fn keyed(&mut self, keys: &[&str], element: &Kind, names: &Names) {
        let mut inner = Self::default();
        inner.kind(element, names);
        match inner.take_type() {
            Some(Node::Text(of)) if of != "nest" => self.simple(&of),
            _ => self.simple("nest-type-value"),
        }
        self.map.put("type-value", keys.to_vec());
        self.map.entries.append(&mut inner.map.entries);
        self.checks.entries.append(&mut inner.checks.entries);
        self.unsaid.append(&mut inner.unsaid);
    }

    fn take_type(&mut self) -> Option<Node> {
        let at = self
            .map
            .entries
            .iter()
            .position(|(key, _)| *key == "type")?;
        Some(self.map.entries.remove(at).1)
    }

    /// Adds how the value is shown to people.
    pub(super) fn hint(&mut self, hint: Option<DisplayHint>) {
        match hint {
            None => {}
            Some(DisplayHint::Mac) => self.map.put("display-hint", "mac"),
            Some(DisplayHint::Hex) => self.map.put("display-hint", "hex"),
            Some(DisplayHint::Uuid) => self.map.put("display-hint", "uuid"),
            Some(DisplayHint::Fourcc) => self.unsaid("is shown as four characters"),
        }
    }

    fn length(&mut self, min: usize, max: usize) {
        let mut put = |key, length: usize| self.checks.put(key, length as i128);
        if min == max {
            return put("exact-len", max);
        }
        if min > 0 {
            put("min-len", min);
        }
        if max < usize::MAX {
            put("max-len", max);
        }
    }

    fn checks(&mut self, checks: Checks) {
        for (key, bound) in [("min", checks.min), ("max", checks.max)] {
            match bound {
                Some(bound) if bound < 0 => self.unsaid(format!("has the limit `{key}: {bound}`")),
                Some(bound) => self.checks.put(key, bound),
                None => {}
            }
        }
        self.length(checks.min_len, checks.max_len);
    }
}

/// Returns whether C has arrays of it.
fn is_scalar(name: &str) -> bool {
    const SCALARS: [&str; 8] = ["u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64"];
    SCALARS.contains(&name)
}

/// Returns the kind of a payload in words.
fn name(kind: &Kind) -> String {
    match kind {
        Kind::Struct(it) => format!("the C struct `{}` of {} bytes", it.name, it.size),
        Kind::Bytes(length) => format!("{length} bytes"),
        Kind::FixedArray(element, count) => format!("{count} times {}", name(element)),
        Kind::Array(element) => format!("any number of {}", name(element)),
        Kind::Other(what) => (*what).to_owned(),
        Kind::Integer(it) => format!("{it:?}"),
        kind => format!("{kind:?}"),
    }
}
