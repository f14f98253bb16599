use super::AttributeWriter;
use crate::error::EncodeError;

/// Appends to the payload of an attribute.
#[derive(Debug)]
pub struct PayloadWriter<'b>(AttributeWriter<'b>);

impl<'b> PayloadWriter<'b> {
    #[inline]
    pub(super) const fn new(out: AttributeWriter<'b>) -> Self {
        Self(out)
    }

    #[inline]
    pub(super) fn end(self) -> (usize, Option<EncodeError>) {
        let AttributeWriter { at, error, .. } = self.0;
        (at, error)
    }

    /// Appends bytes.
    #[inline]
    pub fn push(&mut self, bytes: &[u8]) {
        self.0.put_raw(bytes);
    }
}
