//! The types and limits of a payload: as described, and as the kernel tells them.

use genl::description::{Checks, Integer, Kind};
use genl::{Policy, PolicyType};

/// Least and greatest integer, or length.
type Range = (i128, i128);

/// What a policy is about: of an attribute that repeats, each.
pub(super) fn element(kind: &Kind) -> &Kind {
    match kind {
        Kind::Multi(element) => element,
        kind => kind,
    }
}

/// What the kernel may call a payload of this kind.
pub(super) fn types(kind: &Kind) -> Vec<PolicyType> {
    match kind {
        Kind::Integer(integer) | Kind::Enumeration(integer, _) | Kind::Flags(integer, _) => {
            vec![integer_type(*integer)]
        }
        Kind::Bitfield32(_) => vec![PolicyType::Bitfield32],
        Kind::Bool => vec![PolicyType::U8],
        Kind::Flag => vec![PolicyType::Flag],
        Kind::String => vec![PolicyType::NulString],
        Kind::UnterminatedString => vec![PolicyType::String],
        Kind::Nest(_) | Kind::Keyed(..) => vec![PolicyType::Nested],
        Kind::Indexed(_) => vec![PolicyType::Nested, PolicyType::NestedArray],
        Kind::Ipv4 => vec![PolicyType::U32, PolicyType::Binary],
        _ => vec![PolicyType::Binary],
    }
}

/// Whether limits and bits are the same.
pub(super) fn agree(kind: &Kind, checks: Checks, policy: &Policy) -> bool {
    let range = match (
        policy.min_value_u.zip(policy.max_value_u),
        policy.min_value_s.zip(policy.max_value_s),
    ) {
        (Some((min, max)), _) => Some((min.into(), max.into())),
        (_, Some((min, max))) => Some((min.into(), max.into())),
        _ => None,
    };
    let in_range = match (ranges(kind, checks), range) {
        (Some(ranges), Some(range)) => ranges.contains(&range),
        (Some(_), None) => (checks.min, checks.max) == (None, None),
        (None, _) => true,
    };
    let masks = [policy.mask, policy.bitfield32_mask.map(u64::from)];
    let mut masks = masks.into_iter().flatten();
    let told = (
        policy.min_length.unwrap_or(0).into(),
        policy.max_length.map_or(i128::MAX, i128::from),
    );
    let bytes = matches!(
        policy.kind,
        Some(PolicyType::Binary | PolicyType::String | PolicyType::NulString)
    );
    in_range
        && masks.all(|mask| bits(kind) == Some(mask))
        && (!bytes || lengths(kind, checks) == told)
}

fn integer_type(integer: Integer) -> PolicyType {
    match (integer.bytes, integer.signed) {
        (_, true) if integer.variable => PolicyType::Sint,
        (_, false) if integer.variable => PolicyType::Uint,
        (1, false) => PolicyType::U8,
        (2, false) => PolicyType::U16,
        (4, false) => PolicyType::U32,
        (8, false) => PolicyType::U64,
        (1, true) => PolicyType::S8,
        (2, true) => PolicyType::S16,
        (4, true) => PolicyType::S32,
        (8, true) => PolicyType::S64,
        _ => PolicyType::Invalid,
    }
}

/// The ranges that an integer may be told with: as checked, or of an enumeration and of flags what has a name.
fn ranges(kind: &Kind, checks: Checks) -> Option<Vec<Range>> {
    let (bytes, signed, named) = match kind {
        Kind::Integer(integer) => (integer.bytes, integer.signed, None),
        Kind::Bool => (1, false, Some((0, 1))),
        Kind::Enumeration(integer, names) => {
            let values = || names.entries.iter().map(|entry| entry.value);
            let bounds = values().min().zip(values().max());
            (integer.bytes, integer.signed, bounds)
        }
        Kind::Flags(integer, _) => {
            let named = bits(kind).map(|bits| (0, bits.into()));
            (integer.bytes, integer.signed, named)
        }
        _ => return None,
    };
    let values = 1_i128 << (8 * bytes);
    let least = if signed { -values / 2 } else { 0 };
    let (min, max) = (
        checks.min.unwrap_or(least),
        checks.max.unwrap_or(least + values - 1),
    );
    let of_names = named.filter(|_| (checks.min, checks.max) == (None, None));
    let from_least = of_names.map(|(_, last)| (least, last));
    let all = [Some((min, max)), of_names, from_least];
    Some(all.into_iter().flatten().collect())
}

/// The bits that have a name.
fn bits(kind: &Kind) -> Option<u64> {
    match kind {
        Kind::Flags(_, flags) | Kind::Bitfield32(flags) => Some(flags.all()),
        _ => None,
    }
}

/// The lengths that bytes or text may have.
fn lengths(kind: &Kind, checks: Checks) -> Range {
    let exactly = |length: usize| (length as i128, length as i128);
    match kind {
        Kind::Ipv4 => exactly(4),
        Kind::Ipv6 => exactly(16),
        Kind::Bytes(length) => exactly(*length),
        _ => {
            let max = Some(checks.max_len).filter(|max| *max != usize::MAX);
            let max = max.map_or(i128::MAX, |max| max as i128);
            (checks.min_len as i128, max)
        }
    }
}
