//! Encoding and decoding of fixed headers.

use zerocopy::{FromBytes, Immutable, IntoBytes};

use super::{AttributeSet, OwnedSet, Reading, WithHeader};
use crate::c::CStruct;
use crate::description;
use crate::error::{DecodeError, DecodeErrorKind, Decoded};
use crate::wire::AttributeWriter;

/// A C struct that precedes the attributes in every message of a family. Implemented for every suitable type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a fixed header",
    label = "this message has the fixed header `{Self}`",
    note = "a fixed header needs `#[repr(C)]`, `#[derive(genl::CStruct)]` and `#[derive(FromBytes, IntoBytes, Immutable)]` of `zerocopy` 0.8"
)]
pub trait FixedHeader: CStruct + FromBytes + IntoBytes + Immutable {}

#[diagnostic::do_not_recommend]
impl<H: CStruct + FromBytes + IntoBytes + Immutable> FixedHeader for H {}

impl<H: FixedHeader, S: AttributeSet> AttributeSet for WithHeader<H, S> {
    type View<'a> = WithHeader<H, S::View<'a>>;

    const DESCRIPTION: description::AttributeSet = S::DESCRIPTION.with_header(&H::DESCRIPTION);

    #[inline]
    fn encode(&self, out: &mut AttributeWriter<'_>) {
        out.header(self.header.as_bytes());
        self.attributes.encode(out);
    }

    #[inline]
    fn blank<'a>(reading: &mut Reading<'a>) -> Decoded<Self::View<'a>> {
        let header = reading.header()?;
        S::blank(reading).map(|attributes| WithHeader::new(header, attributes))
    }

    #[inline(always)]
    #[allow(clippy::inline_always)] // inlined like the code of a derived set
    fn fill<'a>(message: &mut Self::View<'a>, reading: &mut Reading<'a>) -> Decoded<()> {
        S::fill(&mut message.attributes, reading)
    }
}

impl<H: FixedHeader, S: OwnedSet> OwnedSet for WithHeader<H, S> {}

impl Reading<'_> {
    /// Takes the fixed header from the start of the attributes.
    fn header<H: FixedHeader>(&mut self) -> Decoded<H> {
        if self.strict {
            // The header was taken before.
            return Ok(H::new_zeroed());
        }
        let (expected, length) = (size_of::<H>(), self.attributes.as_bytes().len());
        let split = self.attributes.split_header(expected);
        let header =
            split.and_then(|(header, rest)| Some((H::read_from_bytes(header).ok()?, rest)));
        let Some((header, rest)) = header else {
            let kind = DecodeErrorKind::NoFixedHeader { length, expected };
            return Err(DecodeError::new(kind).or_offset(self.attributes.offset()));
        };
        self.attributes = rest;
        Ok(header)
    }
}
