//! The types of attributes, as text.

use genl::description::{ByteOrder, Checks, Integer, Kind, Numbering};
use genl::{Policy, PolicyType};

use crate::names;
use crate::style::KEPT;

/// Returns a type by the policy of the kernel: `u16`, `u32, at least 1`. Omits the limits of the type itself.
pub(super) fn policy(policy: &Policy) -> String {
    let mut narrow = policy.clone();
    let (signed, unsigned) = policy.kind.map_or((None, None), limits);
    if let Some((min, max)) = signed {
        narrow.min_value_s = policy.min_value_s.filter(|value| *value > min);
        narrow.max_value_s = policy.max_value_s.filter(|value| *value < max);
    }
    if let Some((min, max)) = unsigned {
        narrow.min_value_u = policy.min_value_u.filter(|value| *value > min);
        narrow.max_value_u = policy.max_value_u.filter(|value| *value < max);
    }
    narrow.to_string()
}

type Limits<T> = Option<(T, T)>;

/// Returns the limits of a type.
fn limits(kind: PolicyType) -> (Limits<i64>, Limits<u64>) {
    match kind {
        PolicyType::U8 => (None, Some((0, u8::MAX.into()))),
        PolicyType::U16 => (None, Some((0, u16::MAX.into()))),
        PolicyType::U32 => (None, Some((0, u32::MAX.into()))),
        PolicyType::U64 | PolicyType::Uint => (None, Some((0, u64::MAX))),
        PolicyType::S8 => (Some((i8::MIN.into(), i8::MAX.into())), None),
        PolicyType::S16 => (Some((i16::MIN.into(), i16::MAX.into())), None),
        PolicyType::S32 => (Some((i32::MIN.into(), i32::MAX.into())), None),
        PolicyType::S64 | PolicyType::Sint => (Some((i64::MIN, i64::MAX)), None),
        _ => (None, None),
    }
}

/// Returns a type by the description.
pub(crate) fn kind(kind: &Kind, checks: &Checks) -> String {
    let values = match (checks.min, checks.max) {
        (Some(min), Some(max)) => format!(", {min} to {max}"),
        (Some(min), None) => format!(", at least {min}"),
        (None, Some(max)) => format!(", at most {max}"),
        (None, None) => String::new(),
    };
    let length = match (checks.min_len, checks.max_len) {
        (0, usize::MAX) => String::new(),
        (0, max) => format!(", at most {max} bytes"),
        (min, usize::MAX) => format!(", at least {min} bytes"),
        (min, max) if min == max => format!(", {min} bytes"),
        (min, max) => format!(", {min} to {max} bytes"),
    };
    kind_alone(kind) + &values + &length
}

fn kind_alone(kind: &Kind) -> String {
    match kind {
        Kind::Integer(it) => integer(*it),
        Kind::Enumeration(it, _) => format!("enumeration, {}", integer(*it)),
        Kind::Flags(it, _) => format!("flags, {}", integer(*it)),
        Kind::Bitfield32(_) => "bitfield32".to_owned(),
        Kind::Struct(it) => format!("struct {}, {} bytes", it.name, it.size),
        Kind::StructWithList { .. } => "struct and a list".to_owned(),
        Kind::Array(element) => format!("array of {}", kind_alone(element)),
        Kind::Ipv4 => "IPv4 address".to_owned(),
        Kind::Ipv6 => "IPv6 address".to_owned(),
        Kind::Ip => "IP address".to_owned(),
        Kind::Bool => "0 or 1 in a byte".to_owned(),
        Kind::Bytes(bytes) => format!("{bytes} bytes"),
        Kind::Binary => "bytes".to_owned(),
        Kind::String => "text".to_owned(),
        Kind::UnterminatedString => "text without NUL".to_owned(),
        Kind::Flag => "flag".to_owned(),
        Kind::Nest(_) => "nested".to_owned(),
        Kind::Multi(element) => format!("{}, repeated", kind_alone(element)),
        Kind::Indexed(numbering, element) => indexed(*numbering, &kind_alone(element)),
        Kind::Keyed(keys, element) => {
            format!("{} by {}", kind_alone(element), keys.join(" and "))
        }
        Kind::Other(name) => (*name).to_owned(),
        _ => "unknown".to_owned(),
    }
}

fn indexed(numbering: Numbering, element: &str) -> String {
    match numbering {
        Numbering::From(0) => format!("list of {element}"),
        Numbering::From(first) => format!("list of {element}, numbered from {first}"),
        Numbering::Zero => format!("list of {element}, each numbered 0"),
        Numbering::Kept => format!("{element} by index"),
    }
}

fn integer(integer: Integer) -> String {
    let sign = if integer.signed { 's' } else { 'u' };
    if integer.variable {
        return format!("{sign}int");
    }
    let order = match integer.order {
        _ if integer.bytes == 1 => "",
        ByteOrder::Network => " big-endian",
        ByteOrder::Little => " little-endian",
        ByteOrder::Host => "",
    };
    format!("{sign}{}{order}", 8 * integer.bytes)
}

/// Returns the named values of an attribute: `: inet (2), inet6 (10)`. Omits long lists unless `in_full`.
pub(super) fn values(kind: &Kind, in_full: bool) -> String {
    const FEW: usize = 8;
    let values = names::of(kind);
    if values.is_empty() || (values.len() > FEW && !in_full) {
        return String::new();
    }
    let is_flags = names::is_flags(kind);
    let values = values.iter().map(|(name, value)| {
        if is_flags {
            format!("{name}{KEPT}({value:#x})")
        } else {
            format!("{name}{KEPT}({value})")
        }
    });
    format!(": {}", values.collect::<Vec<_>>().join(", "))
}
