//! Payloads with a codec of the author that depends on another attribute of the same set.

use super::with::OF_AUTHOR;
use super::{FromPayload, GetList, Meta, Reading, Slot, Truth};
use crate::description::{self, Kind, Presence};
use crate::error::{DecodeError, Decoded};
use crate::wire::{AttributeWriter, PayloadWriter};
use crate::word;

/// A codec for payloads of type `T` that depends on another field of the set, of type `S`.
///
/// `#[attr(N, with = Codec, sibling = field)]` names the codec and the field. `S` is the declared type of that field: a
/// codec with an `Option<u16>` as its sibling takes a `&Option<u16>`. The order of the attributes in the message does not
/// matter, because the sibling is decoded first. Decoding fails with the error of the sibling if that is missing or cannot
/// be decoded.
///
/// ```
/// use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
///
/// use genl::codec::WithSibling;
/// use genl::wire::PayloadWriter;
/// use genl::{AttributeSet, DecodeError};
///
/// const AF_INET: u16 = 2;
/// const AF_INET6: u16 = 10;
///
/// /// The 16 bytes of a C union, of which an IPv4 address fills the first four.
/// struct Union;
///
/// impl WithSibling<'_, IpAddr, u16> for Union {
///     fn put(address: &IpAddr, af: &u16, payload: &mut PayloadWriter<'_>) {
///         match (address, *af) {
///             (IpAddr::V4(address), AF_INET) => {
///                 payload.push(&address.octets());
///                 payload.push(&[0; 12]);
///             }
///             (IpAddr::V6(address), AF_INET6) => payload.push(&address.octets()),
///             _ => payload.refuse("is not of the family in `af`"),
///         }
///     }
///
///     fn get(payload: &[u8], af: &u16) -> Result<IpAddr, DecodeError> {
///         let refused = || DecodeError::refused("has less than 16 bytes");
///         let bytes: &[u8; 16] = payload.first_chunk().ok_or_else(refused)?;
///         match *af {
///             AF_INET => Ok(Ipv4Addr::new(bytes[0], bytes[1], bytes[2], bytes[3]).into()),
///             AF_INET6 => Ok(Ipv6Addr::from(*bytes).into()),
///             _ => Err(DecodeError::refused("is of an unknown family")),
///         }
///     }
/// }
///
/// #[derive(AttributeSet)]
/// struct Service {
///     #[attr(1)]
///     af: u16,
///     #[attr(3, with = Union, sibling = af)]
///     address: IpAddr,
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a codec for `{T}` with a sibling of type `{S}`",
    label = "does not implement `genl::codec::WithSibling<'_, {T}, {S}>`"
)]
pub trait WithSibling<'a, T, S> {
    /// The kind of payload, as in [`With::KIND`](super::With::KIND).
    const KIND: Kind = OF_AUTHOR;

    /// Appends the payload of a value. [`PayloadWriter::refuse`] gives the reason if the value cannot be encoded.
    fn put(value: &T, sibling: &S, payload: &mut PayloadWriter<'_>);

    /// Decodes a value. [`DecodeError::refused`] gives the reason if the payload cannot be decoded.
    fn get(payload: &'a [u8], sibling: &S) -> Result<T, DecodeError>;
}

/// A word with which a `T` is encoded, given its sibling `S`.
pub trait PutBeside<T, S> {
    /// The kind of payload.
    const KIND: Kind;

    /// Appends the attribute.
    fn put_beside(value: &T, sibling: &S, meta: &Meta, out: &mut AttributeWriter<'_>);
}

/// A word with which a `T` is decoded, given its sibling `S`.
pub trait GetBeside<'a, T, S>: PutBeside<T, S> {
    /// Decodes the payload.
    fn get_beside(payload: &'a [u8], sibling: &S) -> Result<T, DecodeError>;
}

impl<'w, T, S, C: WithSibling<'w, T, S>> PutBeside<T, S> for word::WithSibling<C> {
    const KIND: Kind = C::KIND;

    #[inline]
    fn put_beside(value: &T, sibling: &S, meta: &Meta, out: &mut AttributeWriter<'_>) {
        out.payload(meta.number, meta.place, |payload| {
            C::put(value, sibling, payload);
        });
    }
}

impl<'a, T, S, C: WithSibling<'a, T, S>> GetBeside<'a, T, S> for word::WithSibling<C> {
    #[inline]
    fn get_beside(payload: &'a [u8], sibling: &S) -> Result<T, DecodeError> {
        C::get(payload, sibling)
    }
}

/// An attribute, and the sibling that its codec depends on.
#[derive(Debug)]
pub struct Beside<'s, T, W, S> {
    slot: Slot<T, W>,
    sibling: &'s S,
}

impl<T, W> Slot<T, W> {
    /// Returns the attribute together with its sibling.
    #[inline]
    pub const fn beside<S>(self, sibling: &S) -> Beside<'_, T, W, S> {
        Beside {
            slot: self,
            sibling,
        }
    }

    /// Returns the description of a field of type `T` with the sibling `S`.
    pub const fn required_beside<S>(self, doc: &'static str) -> description::Attribute
    where
        W: PutBeside<T, S>,
    {
        self.describe(doc, Presence::Required, W::KIND)
    }

    /// Returns the description of a field of type `Option<T>` with the sibling `S`.
    pub const fn optional_beside<S>(self, doc: &'static str) -> description::Attribute
    where
        W: PutBeside<T, S>,
    {
        self.describe(doc, Presence::Optional, W::KIND)
    }
}

impl<T, W, S> Beside<'_, T, W, S> {
    /// Appends the attribute.
    #[inline]
    pub fn put(self, value: &T, out: &mut AttributeWriter<'_>)
    where
        W: PutBeside<T, S>,
    {
        W::put_beside(value, self.sibling, self.slot.meta, out);
    }

    /// Appends the attribute if there is a value.
    #[inline]
    pub fn put_some(self, value: &Option<T>, out: &mut AttributeWriter<'_>)
    where
        W: PutBeside<T, S>,
    {
        if let Some(value) = value {
            self.put(value, out);
        }
    }

    /// Returns the value of a required field, which is decoded before the other attributes.
    pub fn blank<'a>(self, reading: &mut Reading<'a>) -> Decoded<T>
    where
        W: GetBeside<'a, T, S>,
    {
        reading.require(self.slot.number());
        let attribute = reading.last(self.slot.meta)?;
        W::get_beside(attribute.payload(), self.sibling)
            .map_err(|error| self.slot.place(error, attribute))
    }

    /// Decodes a required field.
    #[inline]
    pub fn get<'a>(self, reading: &mut Reading<'a>, value: &mut T) -> Decoded<()>
    where
        W: GetBeside<'a, T, S>,
    {
        reading.meet(self.slot.number());
        *value = self.read(reading)?;
        Ok(())
    }

    /// Decodes an optional field.
    #[inline]
    pub fn find<'a>(self, reading: &Reading<'a>, value: &mut Option<T>) -> Decoded<()>
    where
        W: GetBeside<'a, T, S>,
    {
        *value = Some(self.read(reading)?);
        Ok(())
    }

    #[inline]
    fn read<'a>(self, reading: &Reading<'a>) -> Decoded<T>
    where
        W: GetBeside<'a, T, S>,
    {
        let attribute = reading.attribute;
        W::get_beside(attribute.payload(), self.sibling)
            .map_err(|error| self.slot.place(error, attribute))
    }
}

/// The value of a sibling, wherever it is in the message.
impl<T, W> Slot<T, W> {
    /// Decodes a required sibling.
    pub fn look<'a>(self, reading: &Reading<'a>) -> Decoded<T>
    where
        T: FromPayload<'a, W>,
    {
        reading.look_ahead(self.meta)
    }

    /// Decodes an optional sibling.
    pub fn look_some<'a>(self, reading: &Reading<'a>) -> Decoded<Option<T>>
    where
        T: FromPayload<'a, W>,
    {
        let mut value = None;
        if let Some(attribute) = reading.last_if_any(self.number())? {
            self.read(attribute, &mut value)?;
        }
        Ok(value)
    }
}

impl<T, W> Slot<Vec<T>, W> {
    /// Decodes a sibling that is a list.
    pub fn look_list<'a>(self, reading: &Reading<'a>) -> Decoded<Vec<T>>
    where
        W: GetList<'a, T>,
    {
        let mut values = Vec::new();
        if W::PRESENCE == Presence::Required {
            reading.last(self.meta)?;
        }
        reading.attributes.clone().each(|attribute| {
            if attribute.number() == self.number() {
                self.read_list(attribute, &mut values)?;
            }
            Ok(())
        })?;
        Ok(values)
    }
}

impl<W: Truth> Slot<bool, W> {
    /// Decodes a sibling that is a flag, or a `bool` that some subsets require.
    pub fn look_flag(self, reading: &Reading<'_>) -> Decoded<bool> {
        let mut value = false;
        if W::PRESENCE == Presence::Required {
            reading.last(self.meta)?;
        }
        if let Some(attribute) = reading.last_if_any(self.number())? {
            self.read_flag(attribute, &mut value)?;
        }
        Ok(value)
    }
}
