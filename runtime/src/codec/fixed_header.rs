//! Fixed headers on the wire.

use zerocopy::{FromBytes, Immutable, IntoBytes};

use super::{AttributeSet, WithHeader};
use crate::description;
use crate::error::{DecodeError, DecodeErrorKind};
use crate::wire::{AttributeWriter, Attributes};

/// A C struct that stands in front of the attributes of every message of a family.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a fixed header",
    label = "a message with the `header` of the family",
    note = "a fixed header is a `#[repr(C)]` struct with `#[derive(FromBytes, IntoBytes, Immutable)]` of `zerocopy` 0.8"
)]
pub trait FixedHeader: FromBytes + IntoBytes + Immutable {}

#[diagnostic::do_not_recommend]
impl<H: FromBytes + IntoBytes + Immutable> FixedHeader for H {}

impl<H: FixedHeader, S: AttributeSet> AttributeSet for WithHeader<H, S> {
    type View<'a> = WithHeader<H, S::View<'a>>;

    const DESCRIPTION: description::AttributeSet = S::DESCRIPTION.with_header(size_of::<H>());

    #[inline]
    fn encode(&self, out: &mut AttributeWriter<'_>) {
        out.header(self.header.as_bytes());
        self.attributes.encode(out);
    }

    fn decode(attributes: Attributes<'_>) -> Result<Self::View<'_>, DecodeError> {
        let (expected, length) = (size_of::<H>(), attributes.as_bytes().len());
        let offset = attributes.offset();
        let split = attributes.split_header(expected);
        let header =
            split.and_then(|(header, rest)| Some((H::read_from_bytes(header).ok()?, rest)));
        let Some((header, rest)) = header else {
            let kind = DecodeErrorKind::NoFixedHeader { length, expected };
            return Err(DecodeError::new(kind).or_offset(offset));
        };
        S::decode(rest).map(|attributes| WithHeader::new(header, attributes))
    }
}
