//! Attributes that a set does not declare.

use super::Attribute;
use super::attribute::{NESTED, NET_BYTEORDER, NUMBER};
use crate::error::DecodeError;

/// An attribute that a set does not declare, kept by a field marked `#[attr(unknown)]`.
///
/// It is written with the flags and bytes with which it was read. If the set declares its number, encoding fails: on
/// decoding, the attribute would replace the declared one.
///
/// ```
/// use genl::{AttributeSet, UnknownAttribute};
///
/// #[derive(AttributeSet)]
/// struct Limits {
///     #[attr(2)]
///     rcv_add_addrs: u32,
///     #[attr(unknown)]
///     unknown: Vec<UnknownAttribute>,
/// }
///
/// # if cfg!(target_endian = "little") {
/// let bytes = [8, 0, 2, 0, 0, 0, 0, 0, 8, 0, 3, 0, 2, 0, 0, 0];
/// let limits = Limits::from_bytes(&bytes)?;
/// assert_eq!((limits.unknown[0].number, limits.unknown[0].payload.as_slice()), (3, &[2, 0, 0, 0][..]));
/// assert_eq!(limits.to_bytes()?, bytes);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnknownAttribute {
    /// The number, without flag bits.
    pub number: u16,
    /// Whether `NLA_F_NESTED` is set.
    pub nested: bool,
    /// Whether `NLA_F_NET_BYTEORDER` is set. The kernel sets it on few of its big-endian attributes.
    pub net_byteorder: bool,
    /// The payload, without padding.
    pub payload: Vec<u8>,
}

impl Attribute<'_> {
    /// Keeps the attribute unchanged.
    #[doc(hidden)]
    #[allow(clippy::unnecessary_wraps)] // has the signature of the other arms of a generated `match`
    #[inline]
    pub fn keep(self, unknown: &mut Vec<UnknownAttribute>) -> Result<(), DecodeError> {
        // The list is passed by value: if it were lent, the set that holds it could not be kept in registers.
        *unknown = kept(self.kind, self.payload(), core::mem::take(unknown));
        Ok(())
    }

    /// Returns a copy of the attribute.
    pub fn to_unknown(&self) -> UnknownAttribute {
        as_it_came(self.kind, self.payload())
    }
}

#[cold]
#[inline(never)]
fn kept(kind: u16, payload: &[u8], mut unknown: Vec<UnknownAttribute>) -> Vec<UnknownAttribute> {
    unknown.push(as_it_came(kind, payload));
    unknown
}

fn as_it_came(kind: u16, payload: &[u8]) -> UnknownAttribute {
    UnknownAttribute {
        number: kind & NUMBER,
        nested: kind & NESTED != 0,
        net_byteorder: kind & NET_BYTEORDER != 0,
        payload: payload.to_vec(),
    }
}
