//! Numbers, and names of numbers.

use std::fmt;

use super::Scope;
use crate::import::spec::{DefinitionType, Number};
use crate::import::yaml::{Located, parse_integer};

/// A number, as Rust writes it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Written {
    pub(super) value: i128,
    /// The constant that has the value.
    pub(super) constant: Option<String>,
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.constant {
            Some(constant) => f.write_str(constant),
            None => f.write_str(&literal(self.value)),
        }
    }
}

/// A literal with the underscores that clippy asks for.
pub(crate) fn literal(value: i128) -> String {
    let hex = value > 0xffff && (value & 0xff == 0xff || (value & (value - 1)) == 0);
    let (sign, digits, size) = match value {
        _ if hex => ("0x", format!("{value:x}"), 4),
        ..0 => ("-", value.unsigned_abs().to_string(), 3),
        _ => ("", value.to_string(), 3),
    };
    let mut text = sign.to_owned();
    let short = digits.len() <= if hex { 4 } else { 5 };
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % size == 0 && !short {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

/// `u16-max`, `s8-min` and their like.
fn limit(name: &str) -> Option<i128> {
    let (integer, end) = name.split_once('-')?;
    let signed = integer.starts_with('s');
    let bits: u32 = integer.strip_prefix(['s', 'u'])?.parse().ok()?;
    if !matches!(bits, 8 | 16 | 32 | 64) {
        return None;
    }
    let values = if signed { bits - 1 } else { bits };
    match end {
        "max" => Some((1 << values) - 1),
        "min" if signed => Some(-(1 << values)),
        "min" => Some(0),
        _ => None,
    }
}

impl Scope<'_> {
    /// The value of a number, which may have a name: a constant of the specification, also less 1.
    pub(super) fn number(&mut self, number: &Located<Number>) -> Option<Written> {
        let text = number.0.trim();
        let plain = |value| Written {
            value,
            constant: None,
        };
        if let Some(value) = parse_integer(text).or_else(|| limit(text)) {
            return Some(plain(value));
        }
        let (name, less) = match text.strip_suffix("- 1") {
            Some(name) => (name.trim(), 1),
            None => (text, 0),
        };
        let found = self.constant(name);
        if found.is_none() {
            let constants = self.spec.definitions.iter();
            let constants = constants.filter(|found| found.r#type == DefinitionType::Const);
            let names: Vec<_> = constants.map(|found| found.name.as_str()).collect();
            self.unknown(number.place, "constant", name, names);
        }
        let (ident, value) = found?;
        let constant = (less == 0).then_some(ident);
        Some(Written {
            value: value - less,
            constant,
        })
    }

    /// The constant of this name, and its value.
    pub(super) fn constant(&self, name: &str) -> Option<(String, i128)> {
        let definition = self.find_constant(name)?;
        let value = definition
            .value
            .as_ref()
            .and_then(|value| parse_integer(&value.0))?;
        Some((super::definitions::constant_ident(definition), value))
    }

    pub(super) fn find_constant(&self, name: &str) -> Option<&crate::import::spec::Definition> {
        let mut definitions = self
            .spec
            .definitions
            .iter()
            .map(|definition| &definition.inner);
        definitions.find(|definition| {
            let prefix = definition.name_prefix.as_deref().unwrap_or_default();
            let whole = format!("{prefix}{}", definition.name);
            definition.r#type == DefinitionType::Const
                && (definition.name == name || crate::import::names::same(&whole, name))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{limit, literal};

    #[test]
    fn limits_of_integers() {
        for (name, expected) in [
            ("u16-max", Some(65_535)),
            ("s32-max", Some(2_147_483_647)),
            ("s8-min", Some(-128)),
            ("u64-max", Some(i128::from(u64::MAX))),
            ("u32-min", Some(0)),
            ("u7-max", None),
            ("key-max", None),
        ] {
            assert_eq!(limit(name), expected, "{name}");
        }
    }

    #[test]
    fn literals_as_authors_write_them() {
        for (value, expected) in [
            (0, "0"),
            (4095, "4095"),
            (86_400, "86400"),
            (-1_000_000, "-1_000_000"),
            (0xff_ffff, "0xff_ffff"),
            (0x7fff_ffff, "0x7fff_ffff"),
            (1_234_567, "1_234_567"),
        ] {
            assert_eq!(literal(value), expected);
        }
    }
}
