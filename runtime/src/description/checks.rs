//! Checks that fit the kind of a payload, verified by the compiler.

use super::{Checks, Kind};

/// The greatest length of a payload: 16 bits of length, minus the header of an attribute.
pub(crate) const MAX_PAYLOAD: usize = 65_531;

impl Kind {
    /// Returns the kind that is checked: for a list, that of an element.
    const fn checked(self) -> Self {
        let mut kind = self;
        while let Self::Multi(element)
        | Self::Array(element)
        | Self::Indexed(_, element)
        | Self::Keyed(_, element) = kind
        {
            kind = *element;
        }
        kind
    }

    /// Returns the least and the greatest value of an integer; `None` if the kind is not an integer.
    const fn range(self) -> Option<(i128, i128)> {
        let (bytes, signed) = match self {
            Self::Integer(integer) | Self::Enumeration(integer, _) => {
                (integer.bytes, integer.signed)
            }
            // A type of the author verifies its checks itself.
            Self::Other(_) => return Some((i128::MIN, i128::MAX)),
            _ => return None,
        };
        let values = 1_i128 << (8 * bytes);
        Some(if signed {
            (-values / 2, values / 2 - 1)
        } else {
            (0, values - 1)
        })
    }

    const fn has_length(self) -> bool {
        matches!(
            self,
            Self::String | Self::UnterminatedString | Self::Binary | Self::Other(_)
        )
    }
}

const fn or(bound: Option<i128>, other: i128) -> i128 {
    match bound {
        Some(bound) => bound,
        None => other,
    }
}

impl Checks {
    /// Fails to compile if a payload of this kind cannot have these checks, or if no value satisfies them. The macros
    /// report it better, but they do not see through type aliases and constants.
    pub(crate) const fn assert_fit(self, kind: Kind) {
        let kind = kind.checked();
        assert!(
            !matches!(kind, Kind::Absent),
            "this type is an alias of an `Option` or of `()`, through which a macro cannot see; write `Option<..>` at the field"
        );
        self.assert_values(kind.range());
        assert!(
            kind.has_length() || (self.min_len == 0 && self.max_len == usize::MAX),
            "`min_len`, `max_len` and `exact_len` are for text and bytes, but this type is neither"
        );
        assert!(
            self.min_len <= self.max_len,
            "`min_len` is greater than `max_len`"
        );
        assert!(
            self.min_len <= MAX_PAYLOAD,
            "`min_len` is out of range: an attribute payload is at most 65531 bytes"
        );
    }

    const fn assert_values(self, range: Option<(i128, i128)>) {
        let Some((least, greatest)) = range else {
            assert!(
                self.min.is_none() && self.max.is_none(),
                "`min` and `max` are for integers, but this type is not one"
            );
            return;
        };
        let (min, max) = (or(self.min, least), or(self.max, greatest));
        assert!(
            min >= least && max <= greatest,
            "`min` or `max` is out of range for the integer of this attribute"
        );
        assert!(min <= max, "`min` is greater than `max`");
    }
}
