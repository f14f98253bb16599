//! Replaces C structs and fixed headers if the feature `zerocopy` is off.
//!
//! The macros then refuse the words `c_struct` and `header`. Here they accept any type, so that rustc does not also report
//! what the type lacks. Code that uses them without the macros does not compile either: see [`needs_zerocopy`].

use super::{AttributeSet, FromPayload, Meta, OwnedSet, Packed, Payload, WithHeader};
use crate::description::{self, Kind, Struct};
use crate::error::{DecodeError, Decoded};
use crate::wire::{Attribute, AttributeWriter, Attributes};
use crate::word::CStruct;

/// Stops the build. Its callers evaluate it in a `const` block, which the compiler does when it generates their code. The size of a
/// type parameter makes the block depend on that parameter; otherwise it could be evaluated earlier.
const fn needs_zerocopy(_: usize) -> ! {
    panic!("C structs and fixed headers need the feature `zerocopy` of genl")
}

#[doc(hidden)]
impl<T> Payload<CStruct> for T {
    const KIND: Kind = Kind::Struct(&Struct::of::<T>("", "", &[]));

    fn put(&self, _: &Meta, _: &mut AttributeWriter<'_>) {
        const { needs_zerocopy(size_of::<T>()) }
    }
}

#[doc(hidden)]
impl<T> FromPayload<'_, CStruct> for T {
    fn get(_: &Meta, _: Attribute<'_>) -> Result<Self, DecodeError> {
        const { needs_zerocopy(size_of::<T>()) }
    }
}

#[doc(hidden)]
impl<T> Packed<CStruct> for T {
    const WIDTH: usize = size_of::<T>();

    fn pack(&self, _: &mut [u8]) {
        const { needs_zerocopy(size_of::<T>()) }
    }

    fn unpack(_: &[u8]) -> Decoded<Self> {
        const { needs_zerocopy(size_of::<T>()) }
    }
}

#[doc(hidden)]
impl<H, S: AttributeSet> AttributeSet for WithHeader<H, S> {
    type View<'a> = WithHeader<H, S::View<'a>>;

    const DESCRIPTION: description::AttributeSet =
        S::DESCRIPTION.with_header(&Struct::of::<H>("", "", &[]));

    fn encode(&self, _: &mut AttributeWriter<'_>) {
        const { needs_zerocopy(size_of::<H>()) }
    }

    fn decode(_: Attributes<'_>) -> Decoded<Self::View<'_>> {
        const { needs_zerocopy(size_of::<H>()) }
    }
}

#[doc(hidden)]
impl<H, S: OwnedSet> OwnedSet for WithHeader<H, S> {}
