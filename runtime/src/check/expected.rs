//! What the policy of a described attribute is expected to contain. No other file of the comparison knows kinds of
//! payloads.

use crate::description::{Attribute, AttributeSet, ByteOrder, Checks, Integer, Kind, SetRef};
use crate::policy::PolicyType;

/// The least and the greatest value.
pub(super) type Range = (i128, i128);

/// What the policy of an attribute is expected to contain.
pub(super) struct Expected {
    /// The types that the kernel may report; empty if only the author's codec knows.
    pub(super) types: &'static [PolicyType],
    /// The values, if it is an integer.
    pub(super) values: Option<Values>,
    /// The bits of the flags that have a name.
    pub(super) bits: Option<u64>,
    /// The length, if it is not fixed by the type.
    pub(super) length: Option<Length>,
    /// Whether the kernel may omit the attribute, because it is a big-endian integer.
    pub(super) may_be_hidden: bool,
    /// Whether its byte order differs from that of the policy's type.
    pub(super) is_big_endian: bool,
    /// Whether the attribute is repeated.
    pub(super) repeats: bool,
    /// What is nested in the attribute.
    pub(super) nest: Option<Nest>,
}

/// The values of an integer.
pub(super) struct Values {
    /// All values of its width.
    pub(super) all: Range,
    /// The values that the checks allow.
    pub(super) checked: Option<Range>,
    /// The range of the values with a name.
    pub(super) named: Option<Range>,
}

/// The length of a payload, in bytes.
pub(super) enum Length {
    /// A string, without its NUL.
    Text { min: usize, max: usize },
    /// A range; `usize::MAX` means no bound.
    Bytes { min: usize, max: usize },
    /// A C struct, which may be longer or shorter in another kernel.
    Struct(usize),
    /// Elements of a fixed size, after a head.
    List { head: usize, element: usize },
}

/// What is nested in an attribute.
pub(super) enum Nest {
    /// A set.
    Set(&'static AttributeSet),
    /// Numbered elements, each of which may be a set.
    Elements(Option<&'static AttributeSet>),
}

/// Returns the set whose attributes a subset has, or the set itself.
pub(super) fn root(set: &'static AttributeSet) -> &'static AttributeSet {
    set.subset_of.map_or(set, SetRef::get)
}

/// Returns the size of the fixed header before the attributes.
pub(super) fn header(set: &AttributeSet) -> usize {
    set.header.map_or(0, |header| header.size)
}

impl Expected {
    pub(super) fn of(attribute: &Attribute) -> Self {
        let (kind, repeats) = match &attribute.kind {
            Kind::Multi(element) => (*element, true),
            kind => (kind, false),
        };
        let order = integer(kind).map(|it| (it.order, it.bytes));
        Self {
            types: types(kind),
            values: values(kind, attribute.checks),
            bits: bits(kind),
            length: length(kind, attribute.checks),
            may_be_hidden: matches!(order, Some((ByteOrder::Network, 2 | 4)))
                || matches!(kind, Kind::Ipv4),
            is_big_endian: matches!(order, Some((ByteOrder::Network, _))),
            repeats,
            nest: nest(kind),
        }
    }
}

/// Returns the integer that holds the payload.
fn integer(kind: &Kind) -> Option<Integer> {
    match kind {
        Kind::Integer(it) | Kind::Enumeration(it, _) | Kind::Flags(it, _) => Some(*it),
        _ => None,
    }
}

fn types(kind: &Kind) -> &'static [PolicyType] {
    match kind {
        Kind::Integer(it) | Kind::Enumeration(it, _) | Kind::Flags(it, _) => integer_types(*it),
        Kind::Bitfield32(_) => &[PolicyType::Bitfield32],
        Kind::Bool => &[PolicyType::U8],
        Kind::Flag => &[PolicyType::Flag],
        Kind::String => &[PolicyType::NulString, PolicyType::String],
        Kind::UnterminatedString => &[PolicyType::String],
        Kind::Nest(_) | Kind::Keyed(..) => &[PolicyType::Nested],
        Kind::Indexed(..) => &[PolicyType::NestedArray, PolicyType::Nested],
        Kind::Ipv4 => &[PolicyType::U32, PolicyType::Binary],
        Kind::Bytes(_)
        | Kind::Binary
        | Kind::Ipv6
        | Kind::Ip
        | Kind::Struct(_)
        | Kind::StructWithList { .. }
        | Kind::FixedArray(..)
        | Kind::Array(_) => &[PolicyType::Binary],
        Kind::Other(_) | Kind::Multi(_) | Kind::Absent => &[],
    }
}

const fn integer_types(integer: Integer) -> &'static [PolicyType] {
    match (integer.bytes, integer.signed) {
        _ if integer.variable && integer.signed => &[PolicyType::Sint],
        _ if integer.variable => &[PolicyType::Uint],
        (1, false) => &[PolicyType::U8],
        (2, false) => &[PolicyType::U16],
        (4, false) => &[PolicyType::U32],
        (8, false) => &[PolicyType::U64],
        (1, true) => &[PolicyType::S8],
        (2, true) => &[PolicyType::S16],
        (4, true) => &[PolicyType::S32],
        (8, true) => &[PolicyType::S64],
        _ => &[],
    }
}

fn values(kind: &Kind, checks: Checks) -> Option<Values> {
    let (bytes, signed) = match (kind, integer(kind)) {
        (_, Some(it)) => (it.bytes, it.signed),
        (Kind::Ipv4, _) => (4, false),
        (Kind::Bool, _) => (1, false),
        _ => return None,
    };
    let count = 1_i128 << (8 * bytes.min(8));
    let least = if signed { -count / 2 } else { 0 };
    let all = (least, least + count - 1);
    let named = match kind {
        Kind::Bool => Some((0, 1)),
        Kind::Enumeration(_, names) => {
            let values = || names.entries.iter().map(|entry| entry.value);
            values().min().zip(values().max())
        }
        _ => bits(kind).map(|bits| (0, bits.into())),
    };
    let is_checked = checks.min.is_some() || checks.max.is_some();
    let checked = (checks.min.unwrap_or(all.0), checks.max.unwrap_or(all.1));
    Some(Values {
        all,
        checked: is_checked.then_some(checked),
        named,
    })
}

fn bits(kind: &Kind) -> Option<u64> {
    match kind {
        Kind::Flags(_, flags) | Kind::Bitfield32(flags) => Some(flags.all()),
        _ => None,
    }
}

fn length(kind: &Kind, checks: Checks) -> Option<Length> {
    let exactly = |length| Length::Bytes {
        min: length,
        max: length,
    };
    let Checks {
        min_len: min,
        max_len: max,
        ..
    } = checks;
    Some(match kind {
        Kind::String | Kind::UnterminatedString => Length::Text { min, max },
        Kind::Binary => Length::Bytes { min, max },
        Kind::Bytes(length) => exactly(*length),
        Kind::Ipv4 => exactly(4),
        Kind::Ipv6 => exactly(16),
        Kind::Ip => Length::Bytes { min: 4, max: 16 },
        Kind::Struct(it) => Length::Struct(it.size),
        Kind::StructWithList { head, element } => Length::List {
            head: head.size()?,
            element: element.size()?,
        },
        Kind::Array(element) => Length::List {
            head: 0,
            element: element.size()?,
        },
        _ => return None,
    })
}

fn nest(kind: &Kind) -> Option<Nest> {
    match kind {
        Kind::Nest(_) => kind.nested().map(Nest::Set),
        Kind::Indexed(..) | Kind::Keyed(..) => Some(Nest::Elements(kind.nested())),
        _ => None,
    }
}

/// Returns the attribute in the words of [`Policy`](crate::Policy): `u32, 0 to 8`.
pub(super) fn text(attribute: &Attribute) -> String {
    let Expected {
        values,
        bits,
        length,
        is_big_endian,
        repeats,
        ..
    } = Expected::of(attribute);
    let kind = match &attribute.kind {
        Kind::Multi(element) => element,
        kind => kind,
    };
    let mut text = name(kind);
    let mut add = |more: String| text = format!("{text}, {more}");
    match values.and_then(|it| it.checked.or(it.named.filter(|_| bits.is_none()))) {
        Some((min, max)) if min == max => add(format!("{min}")),
        Some((min, max)) => add(format!("{min} to {max}")),
        None => {}
    }
    match length {
        Some(Length::Struct(length)) => add(format!("{length} bytes")),
        Some(Length::Bytes { min, max } | Length::Text { min, max }) if min == max => {
            add(format!("{min} bytes"));
        }
        Some(Length::Bytes { min, max } | Length::Text { min, max }) => {
            if min > 0 {
                add(format!("at least {min} bytes"));
            }
            if max < usize::MAX {
                add(format!("at most {max} bytes"));
            }
        }
        Some(Length::List { .. }) | None => {}
    }
    if let Some(bits) = bits {
        add(format!("bits of {bits:#x}"));
    }
    if is_big_endian {
        add("big-endian".to_owned());
    }
    if repeats {
        add("repeated".to_owned());
    }
    text
}

fn name(kind: &Kind) -> String {
    match kind {
        Kind::Nest(_) => format!("nested (`{}`)", kind.nested().map_or("", |set| set.name)),
        Kind::Ipv4 => "IPv4 address".to_owned(),
        Kind::Ipv6 => "IPv6 address".to_owned(),
        Kind::Ip => "IP address".to_owned(),
        Kind::Bool => "bool".to_owned(),
        Kind::Struct(_) | Kind::StructWithList { .. } => "C struct".to_owned(),
        Kind::Array(element) => format!("array of {}", name(element)),
        Kind::Indexed(_, element) => format!("indexed array of {}", name(element)),
        Kind::Keyed(_, element) => format!("keyed array of {}", name(element)),
        Kind::Other(name) => (*name).to_owned(),
        kind => types(kind)
            .first()
            .map_or_else(|| format!("{kind:?}"), ToString::to_string),
    }
}
