use super::AttributeWriter;
use crate::error::{EncodeError, EncodeErrorKind};

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

    /// Refuses the value. Encoding fails with an error that names the attribute and gives the reason, such as `is out of
    /// the range of the sensor`.
    #[cold]
    pub fn refuse(&mut self, why: &'static str) {
        let error = EncodeError::new(EncodeErrorKind::Refused { why });
        self.0.refuse(Some(error));
    }

    /// Appends bytes.
    #[inline]
    pub fn push(&mut self, bytes: &[u8]) {
        self.0.put_raw(bytes);
    }
}
