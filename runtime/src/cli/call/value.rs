//! Encodes values.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use genl::description::{ByteOrder, Checks, DisplayHint, Integer, Kind};
use genl::error::EncodeErrorKind;
use serde_json::Value;

use super::encode::Fault;
use super::hex::bytes;
use crate::{names, nearest};

/// The type of an attribute, or of its elements.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) kind: &'static Kind,
    pub(super) hint: Option<DisplayHint>,
    pub(super) checks: Checks,
}

/// An error in a value, and what to write instead.
#[derive(Debug)]
pub(super) struct Wrong {
    pub(super) why: String,
    help: String,
}

impl Wrong {
    pub(super) fn at(self, path: &str) -> Fault {
        Fault::new(path, self.why, self.help)
    }

    fn with_help(why: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            why: why.into(),
            help: help.into(),
        }
    }
}

impl From<String> for Wrong {
    fn from(why: String) -> Self {
        Self::with_help(why, "")
    }
}

type Bytes = Result<Vec<u8>, Wrong>;

/// Encodes the payload of an attribute without nested attributes.
pub(super) fn scalar(form: Form, value: &Value) -> Bytes {
    match form.kind {
        Kind::Integer(it) if it.variable => variable(*it, form.checks, integer(value)?),
        Kind::Enumeration(it, _) if it.variable => variable(*it, form.checks, named(form, value)?),
        Kind::Flags(it, _) if it.variable => variable(*it, Checks::NONE, bits(form, value)?),
        Kind::Integer(integer) => number(*integer, form.checks, hinted(form, value)?),
        Kind::Enumeration(integer, _) => number(*integer, form.checks, named(form, value)?),
        Kind::Flags(integer, _) => number(*integer, Checks::NONE, bits(form, value)?),
        Kind::Bitfield32(_) => bitfield(form, value),
        Kind::Ipv4 => address::<Ipv4Addr>(value, "IPv4").map(|it| it.octets().to_vec()),
        Kind::Ipv6 => address::<Ipv6Addr>(value, "IPv6").map(|it| it.octets().to_vec()),
        Kind::Ip => address::<IpAddr>(value, "IP").map(|it| match it {
            IpAddr::V4(it) => it.octets().to_vec(),
            IpAddr::V6(it) => it.octets().to_vec(),
        }),
        Kind::Bool => Ok(vec![u8::from(truth(value)?)]),
        Kind::String => text(form.checks, value, &[0]),
        Kind::UnterminatedString => text(form.checks, value, &[]),
        Kind::Bytes(length) => {
            let bytes = bytes(value, form.hint)?;
            length_within(bytes, *length, *length)
        }
        // Binary payloads, and payloads with a codec of the author.
        _ => {
            let bytes = bytes(value, form.hint)?;
            length_within(bytes, form.checks.min_len, form.checks.max_len)
        }
    }
}

fn length_within(bytes: Vec<u8>, min: usize, max: usize) -> Bytes {
    let length = bytes.len();
    if (min..=max).contains(&length) {
        return Ok(bytes);
    }
    Err(EncodeErrorKind::LengthRange { length, min, max }
        .to_string()
        .into())
}

fn text(checks: Checks, value: &Value, end: &[u8]) -> Bytes {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return Err(needs(value, "text")),
    };
    if text.contains('\0') {
        return Err(EncodeErrorKind::InteriorNul.to_string().into());
    }
    let mut bytes = length_within(text.into_bytes(), checks.min_len, checks.max_len)?;
    bytes.extend(end);
    Ok(bytes)
}

/// Returns the error for a value of the wrong form.
pub(super) fn needs(value: &Value, what: &str) -> Wrong {
    match value {
        Value::Bool(true) => format!("needs a value: {what}").into(),
        Value::String(text) => format!("is `{text}`, expected {what}").into(),
        value => format!("is {value}, expected {what}").into(),
    }
}

/// Parses a truth value. A key without a value is true.
pub(super) fn truth(value: &Value) -> Result<bool, String> {
    match value {
        Value::Bool(truth) => Ok(*truth),
        Value::String(text) if ["true", "yes", "on", "1"].contains(&text.as_str()) => Ok(true),
        Value::String(text) if ["false", "no", "off", "0"].contains(&text.as_str()) => Ok(false),
        Value::Number(number) if number.as_u64() == Some(1) => Ok(true),
        Value::Number(number) if number.as_u64() == Some(0) => Ok(false),
        value => Err(needs(value, "`true` or `false`").why),
    }
}

fn integer(value: &Value) -> Result<i128, Wrong> {
    let found = match value {
        Value::Number(number) => number.as_i128(),
        Value::String(text) => parse_integer(text),
        _ => None,
    };
    found.ok_or_else(|| needs(value, "an integer"))
}

/// Parses an integer: `-1`, `0x1f`, `0o17`, `0b101`.
fn parse_integer(text: &str) -> Option<i128> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let radixes = [("0x", 16), ("0o", 8), ("0b", 2)];
    let radix = radixes.iter().find_map(|(prefix, radix)| {
        let digits = digits.strip_prefix(prefix)?;
        Some((digits, *radix))
    });
    let (digits, radix) = radix.unwrap_or((digits, 10));
    // `from_str_radix` would accept a second sign.
    let is_number = digits.starts_with(|first: char| first.is_ascii_hexdigit());
    let number = i128::from_str_radix(digits, radix)
        .ok()
        .filter(|_| is_number);
    number.map(|number| sign * number)
}

/// Parses an integer that may have the form of its display hint.
fn hinted(form: Form, value: &Value) -> Result<i128, Wrong> {
    if let (Some(DisplayHint::Fourcc), Value::String(text)) = (form.hint, value) {
        if let Some(bytes) = text
            .as_bytes()
            .first_chunk::<4>()
            .filter(|_| text.len() == 4)
        {
            return Ok(u32::from_le_bytes(*bytes).into());
        }
    }
    integer(value)
}

fn named(form: Form, value: &Value) -> Result<i128, Wrong> {
    match value {
        Value::String(text) => by_name(form, text),
        value => integer(value),
    }
}

fn by_name(form: Form, text: &str) -> Result<i128, Wrong> {
    let names = names::of(form.kind);
    let mut known = names.iter();
    let found = known.find(|(name, _)| nearest::is_same(name, text));
    let found = found
        .map(|(_, value)| *value)
        .or_else(|| parse_integer(text));
    found.ok_or_else(|| {
        let names = names.iter().map(|(name, _)| *name);
        let help = nearest::help("value", text, names);
        let why = format!("has the unknown value `{text}`");
        Wrong::with_help(why, help.trim_start_matches("\nhelp: "))
    })
}

/// Parses flags: names and numbers, separated by commas or in an array.
fn bits(form: Form, value: &Value) -> Result<i128, Wrong> {
    match value {
        Value::String(text) => {
            let names = text.split([',', '|']).map(str::trim);
            let mut names = names.filter(|name| !name.is_empty());
            names.try_fold(0, |bits, name| Ok(bits | by_name(form, name)?))
        }
        Value::Array(list) => list
            .iter()
            .try_fold(0, |bits, value| Ok(bits | self::bits(form, value)?)),
        Value::Bool(_) => Err(needs(value, "names of flags, separated by commas")),
        value => integer(value),
    }
}

/// Parses a bitfield32: `VALUE/SELECTOR`, such as `a/a,b`. Without a selector, the selector is the value.
fn bitfield(form: Form, value: &Value) -> Bytes {
    let (value, selector) = match value {
        Value::String(text) => match text.split_once('/') {
            Some((value, selector)) => (bits(form, &value.into())?, bits(form, &selector.into())?),
            None => (bits(form, value)?, bits(form, value)?),
        },
        Value::Object(map) => {
            let part = |key| map.get(key).map_or(Ok(0), |value| bits(form, value));
            (part("value")?, part("selector")?)
        }
        value => (bits(form, value)?, bits(form, value)?),
    };
    let u32 = Integer::of_bytes(4, false);
    let [mut bytes, meant] = [value, selector].map(|bits| number(u32, Checks::NONE, bits));
    if let Ok(bytes) = &mut bytes {
        bytes.extend(meant?);
    }
    bytes
}

/// Encodes an integer in 4 bytes if it fits, otherwise in 8.
fn variable(integer: Integer, checks: Checks, value: i128) -> Bytes {
    let mut short = integer;
    short.bytes = 4;
    let fits = number(short, Checks::NONE, value).is_ok();
    number(if fits { short } else { integer }, checks, value)
}

fn number(integer: Integer, checks: Checks, value: i128) -> Bytes {
    let bits = u32::try_from(8 * integer.bytes.min(8)).unwrap_or(64);
    let values = 1_i128 << bits;
    let (least, greatest) = if integer.signed {
        (-values / 2, values / 2 - 1)
    } else {
        (0, values - 1)
    };
    let min = checks.min.unwrap_or(least).max(least);
    let max = checks.max.unwrap_or(greatest).min(greatest);
    if !(min..=max).contains(&value) {
        let (min, max) = (Some(min), Some(max));
        return Err(EncodeErrorKind::Range { value, min, max }
            .to_string()
            .into());
    }
    let bytes = value.to_be_bytes();
    let start = bytes.len().saturating_sub(integer.bytes);
    let mut bytes = bytes.get(start..).unwrap_or_default().to_vec();
    let is_little = match integer.order {
        ByteOrder::Host => cfg!(target_endian = "little"),
        ByteOrder::Network => false,
        ByteOrder::Little => true,
    };
    if is_little {
        bytes.reverse();
    }
    Ok(bytes)
}

fn address<T: core::str::FromStr>(value: &Value, what: &str) -> Result<T, Wrong> {
    let what = format!("an {what} address");
    let text = value.as_str().ok_or_else(|| needs(value, &what))?;
    text.parse().map_err(|_| needs(value, &what))
}
