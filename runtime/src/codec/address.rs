//! IP addresses, always in network byte order, and byte arrays of a fixed length.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::integer::{exact, exactly};
use super::{FromPayload, Meta, Packed, Payload, Reading};
use crate::description::Kind;
use crate::error::{DecodeError, DecodeErrorKind, Decoded};
use crate::wire::{Attribute, AttributeWriter};
use crate::word::Plain;

macro_rules! addresses {
    ($($address:ident $kind:ident;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Payload for $address {
            const KIND: Kind = Kind::$kind;

            #[inline]
            fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
                out.fixed_by(meta.number, || self.octets());
            }
        }

        #[diagnostic::do_not_recommend]
        impl Packed<Plain> for $address {
            const WIDTH: usize = size_of::<Self>();

            #[inline]
            fn pack(&self, place: &mut [u8]) {
                Packed::<Plain>::pack(&self.octets(), place);
            }

            fn unpack(bytes: &[u8]) -> Decoded<Self> {
                exact(bytes).map(|octets| Self::from(octets))
            }
        }

        #[diagnostic::do_not_recommend]
        impl FromPayload<'_> for $address {
            #[inline]
            fn blank(_: &Meta, _: &Reading<'_>) -> Decoded<Self> {
                Ok($address::UNSPECIFIED)
            }

            #[inline]
            fn get(_: &Meta, attribute: Attribute<'_>) -> Result<Self, DecodeError> {
                exactly(attribute).map(|octets| Self::from(octets))
            }
        }
    )*};
}

addresses! {
    Ipv4Addr Ipv4;
    Ipv6Addr Ipv6;
}

/// An address of either family: 4 bytes are IPv4, 16 are IPv6 (YNL's display hint `ipv4-or-v6`).
#[diagnostic::do_not_recommend]
impl Payload for IpAddr {
    const KIND: Kind = Kind::Ip;

    #[inline]
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        match self {
            Self::V4(address) => out.fixed(meta.number, address.octets()),
            Self::V6(address) => out.fixed(meta.number, address.octets()),
        }
    }
}

#[diagnostic::do_not_recommend]
impl FromPayload<'_> for IpAddr {
    #[inline]
    fn blank(_: &Meta, _: &Reading<'_>) -> Decoded<Self> {
        Ok(Self::V4(Ipv4Addr::UNSPECIFIED))
    }

    #[inline]
    fn get(_: &Meta, attribute: Attribute<'_>) -> Result<Self, DecodeError> {
        let payload = attribute.payload();
        if let Ok(octets) = <[u8; 4]>::try_from(payload) {
            return Ok(octets.into());
        }
        let octets = <[u8; 16]>::try_from(payload).map(Self::from);
        octets.map_err(|_| {
            DecodeError::new(DecodeErrorKind::AddressLength {
                length: payload.len(),
            })
        })
    }
}

#[diagnostic::do_not_recommend]
impl<const N: usize> Payload for [u8; N] {
    const KIND: Kind = Kind::Bytes(N);

    #[inline]
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        out.sized_bytes(meta.number, meta.place, self);
    }
}

#[diagnostic::do_not_recommend]
impl<const N: usize> Packed<Plain> for [u8; N] {
    const WIDTH: usize = N;

    #[inline]
    fn pack(&self, place: &mut [u8]) {
        if let Some(place) = place.first_chunk_mut() {
            *place = *self;
        }
    }

    fn unpack(bytes: &[u8]) -> Decoded<Self> {
        exact(bytes)
    }
}

#[diagnostic::do_not_recommend]
impl<const N: usize> FromPayload<'_> for [u8; N] {
    #[inline]
    fn blank(_: &Meta, _: &Reading<'_>) -> Decoded<Self> {
        Ok([0; N])
    }

    #[inline]
    fn get(_: &Meta, attribute: Attribute<'_>) -> Result<Self, DecodeError> {
        exactly(attribute)
    }
}
