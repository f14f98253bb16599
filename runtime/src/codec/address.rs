//! IP addresses, always in network byte order, and bytes of fixed number.

use core::net::{Ipv4Addr, Ipv6Addr};

use super::integer::exactly;
use super::{FromPayload, Meta, Payload, Reading};
use crate::description::Kind;
use crate::error::{DecodeError, Decoded};
use crate::wire::{Attribute, AttributeWriter};

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
        out.sized_bytes(meta.number, meta.place, self);
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
