//! Whether checks are such that a payload can have, as the compiler sees it.

use super::{Checks, Kind};

/// What 16 bits of length leave behind the header of an attribute.
pub(crate) const MAX_PAYLOAD: usize = 65_531;

impl Kind {
    /// What is checked: of a list, each element.
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

    /// The least and the greatest value of an integer; `None` for what is no integer.
    const fn range(self) -> Option<(i128, i128)> {
        let (bytes, signed) = match self {
            Self::Integer(integer) | Self::Enumeration(integer, _) => {
                (integer.bytes, integer.signed)
            }
            // A type of the author's own sees to its checks.
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
    /// Stops the compilation where there are checks that a payload of this kind does not have, or that nothing passes. The
    /// macros say it better where they see type and bound; behind an alias and a constant they do not.
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
            "`min_len` is out of range: the payload of an attribute has at most 65531 bytes"
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
