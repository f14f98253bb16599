//! Payloads that only their author knows.

use super::{FromPayload, Meta, Payload};
use crate::description::Kind;
use crate::error::DecodeError;
use crate::wire::{Attribute, AttributeWriter, PayloadWriter};
use crate::word;

/// What a payload is that only its author knows, for the description.
pub(super) const OF_AUTHOR: Kind = Kind::Other("a codec of its author's");

/// A codec for payloads of type `T`, which `#[attr(N, with = Codec)]` names.
///
/// A codec of values that borrow from the message is an `impl<'a> With<'a, &'a str>`; one of others has `'_` there. A codec that
/// depends on another field of the set implements [`WithSibling`](super::WithSibling).
///
/// Put `#[inline]` on the functions of a codec that is used often: they are called for each attribute, from another crate.
///
/// ```
/// use genl::codec::With;
/// use genl::wire::PayloadWriter;
/// use genl::{AttributeSet, DecodeError};
///
/// /// A MAC address, as text.
/// struct MacText;
///
/// impl With<'_, [u8; 6]> for MacText {
///     fn put(mac: &[u8; 6], payload: &mut PayloadWriter<'_>) {
///         let bytes: Vec<String> = mac.iter().map(|byte| format!("{byte:02x}")).collect();
///         payload.push(bytes.join(":").as_bytes());
///     }
///
///     fn get(payload: &[u8]) -> Result<[u8; 6], DecodeError> {
///         let refused = || DecodeError::refused("is no MAC address");
///         let text = core::str::from_utf8(payload).map_err(|_| refused())?;
///         let bytes: Result<Vec<u8>, _> = text.split(':').map(|byte| u8::from_str_radix(byte, 16)).collect();
///         bytes.ok().and_then(|bytes| bytes.try_into().ok()).ok_or_else(refused)
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a codec for `{T}`",
    label = "does not implement `genl::codec::With<'_, {T}>`"
)]
pub trait With<'a, T> {
    /// What is on the wire, for the description: [`Kind::Binary`], or `Kind::Integer(Integer::of_bytes(4, false))`. Programs that
    /// know no more than the description read and write the payload as such. Unless it is set, the payload is bytes of which nothing
    /// is known.
    const KIND: Kind = OF_AUTHOR;

    /// Appends the payload of a value; [`PayloadWriter::refuse`] says why it cannot be written.
    fn put(value: &T, payload: &mut PayloadWriter<'_>);

    /// Reads a value; [`DecodeError::refused`] says why it cannot be read.
    fn get(payload: &'a [u8]) -> Result<T, DecodeError>;
}

// A value lives for some `'w` or other, which writing does not ask for.
impl<'w, T, C: With<'w, T>> Payload<word::With<C>> for T {
    const KIND: Kind = C::KIND;

    #[inline]
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        out.payload(meta.number, meta.place, |payload| C::put(self, payload));
    }
}

impl<'a, T, C: With<'a, T>> FromPayload<'a, word::With<C>> for T {
    #[inline]
    fn get(_: &Meta, attribute: Attribute<'a>) -> Result<Self, DecodeError> {
        C::get(attribute.payload())
    }
}
