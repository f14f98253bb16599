//! IP addresses, always in network byte order, and bytes of fixed number.

use core::net::{Ipv4Addr, Ipv6Addr};

use super::integer::exactly;
use super::{FromPayload, Meta, Packed, Payload, Reading};
use crate::description::Kind;
use crate::error::{DecodeError, Decoded};
use crate::wire::{Attribute, AttributeWriter};
use crate::word::Plain;

macro_rules! addresses {
    ($($address:ident $kind:ident;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Payload for $address {
            const KIND: Kind = Kind::$kind;

            #[inline]
            fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
                out.fixed(meta.number, self.octets());
            }
        }

        #[diagnostic::do_not_recommend]
        impl Packed<Plain> for $address {
            const WIDTH: usize = size_of::<Self>();

            #[inline]
            fn pack(&self, place: &mut [u8]) {
                Packed::<Plain>::pack(&self.octets(), place);
            }

            fn unpack(bytes: &[u8]) -> Option<Self> {
                <[u8; size_of::<Self>()] as Packed<Plain>>::unpack(bytes).map(Self::from)
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

#[diagnostic::do_not_recommend]
impl<const N: usize> Payload for [u8; N] {
    const KIND: Kind = Kind::Bytes(N);

    #[inline]
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        out.bytes(meta.number, meta.place, self);
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

    fn unpack(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok()
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
