//! The payload of an attribute: what is expected, and what the policy contains.

use super::expected::{Expected, Length, Values};
use super::reason::Reason;
use super::report::Aspect;
use crate::policy::{Policy, PolicyType};

/// What a comparison of payloads found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Differs(Aspect),
    Untold(Reason),
}

use Found::{Differs, Untold};

impl Expected {
    /// Compares with the policy. For a nest, its contents are not compared.
    pub(super) fn compare(&self, policy: &Policy) -> Vec<Found> {
        let mut found = Vec::new();
        if self.repeats {
            found.push(Untold(Reason::Repetition));
        }
        let Some(kind) = policy.kind.filter(|_| !self.types.is_empty()) else {
            found.push(Untold(Reason::OwnCodec));
            return found;
        };
        found.extend(self.compare_type(kind, policy));
        if found.contains(&Differs(Aspect::Type)) {
            return found;
        }
        match kind {
            PolicyType::Binary | PolicyType::String | PolicyType::NulString => {
                found.extend(self.length.as_ref().and_then(|it| it.compare(policy)));
            }
            PolicyType::Bitfield32 => {
                let is_same = policy.bitfield32_mask.map(u64::from) == self.bits;
                found.extend((!is_same).then_some(Differs(Aspect::Bits)));
            }
            _ => found.extend(
                self.values
                    .as_ref()
                    .and_then(|it| it.compare(self.bits, policy)),
            ),
        }
        found
    }

    fn compare_type(&self, kind: PolicyType, policy: &Policy) -> Option<Found> {
        let of = |it| self.types.contains(&it);
        // Milliseconds have no checks.
        let may_be_milliseconds = kind == PolicyType::Uint
            && (policy.min_value_u, policy.max_value_u) == (Some(0), Some(u64::MAX))
            && (of(PolicyType::U64) || of(PolicyType::Uint));
        match kind {
            _ if may_be_milliseconds => Some(Untold(Reason::Milliseconds)),
            kind if !of(kind) => Some(Differs(Aspect::Type)),
            PolicyType::String => Some(Untold(Reason::Terminator)),
            _ if self.is_big_endian => Some(Untold(Reason::ByteOrder)),
            _ => None,
        }
    }
}

impl Values {
    fn compare(&self, bits: Option<u64>, policy: &Policy) -> Option<Found> {
        if let Some(mask) = policy.mask {
            return (bits != Some(mask)).then_some(Differs(Aspect::Bits));
        }
        let unsigned = policy.min_value_u.zip(policy.max_value_u);
        let signed = policy.min_value_s.zip(policy.max_value_s);
        let unsigned = unsigned.map(|(min, max)| (min.into(), max.into()));
        let signed = signed.map(|(min, max)| (min.into(), max.into()));
        let Some(told) = unsigned.or(signed) else {
            return Some(Untold(Reason::Function));
        };
        match (self.checked, self.named) {
            (Some(checked), _) => (told != checked).then_some(Differs(Aspect::Values)),
            (None, None) => (told != self.all).then_some(Differs(Aspect::Values)),
            (None, Some(_)) if told == self.all => Some(Untold(Reason::AnyValue)),
            (None, Some((least, greatest))) => {
                let is_same = told == (least, greatest) || told == (self.all.0, greatest);
                (!is_same).then_some(Differs(Aspect::Values))
            }
        }
    }
}

impl Length {
    fn compare(&self, policy: &Policy) -> Option<Found> {
        let length =
            |told: Option<u32>| told.map(|told| usize::try_from(told).unwrap_or(usize::MAX));
        let told = (length(policy.min_length), length(policy.max_length));
        let (told_min, told_max) = (told.0.unwrap_or(0), told.1.unwrap_or(usize::MAX));
        let is_untold = told == (None, None);
        let is_same = match *self {
            Self::Text { min, max } if told_max == max => {
                return (min > 0).then_some(Untold(Reason::TextLength));
            }
            Self::Text { .. } => false,
            Self::Bytes { min: 0, max } if is_untold && max == usize::MAX => true,
            Self::List { head: 0, .. } if is_untold => true,
            _ if is_untold => return Some(Untold(Reason::HiddenLength)),
            Self::Bytes { min, max } => (told_min, told_max) == (min, max),
            Self::Struct(length) => told_min == length || told_max == length,
            Self::List { head, element } => {
                let fits = |told: Option<usize>| {
                    told.is_none_or(|told| {
                        told >= head && element > 0 && (told - head) % element == 0
                    })
                };
                fits(told.0) && fits(told.1)
            }
        };
        (!is_same).then_some(Differs(Aspect::Length))
    }
}
