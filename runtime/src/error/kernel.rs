//! The kernel's refusal of an operation.

use core::fmt;

use super::{Errno, ExtendedAck};

/// The kernel's refusal: an error number, and what the kernel says about it.
#[derive(Clone, PartialEq, Eq)]
pub struct KernelError {
    /// The error number, positive, as in `errno(3)`.
    pub errno: i32,
    /// The extended acknowledgement; empty where the kernel sent none.
    pub extended_ack: ExtendedAck,
}

impl core::error::Error for KernelError {}

impl fmt::Display for KernelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Errno(self.errno).fmt(f)?;
        // An extended acknowledgement that holds only a cookie has no text.
        match self.extended_ack.to_string() {
            text if text.is_empty() => Ok(()),
            text => write!(f, ": {text}"),
        }
    }
}

/// Shows the text, and with `{:#?}` the structure.
impl fmt::Debug for KernelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !f.alternate() {
            return fmt::Display::fmt(self, f);
        }
        let Self {
            errno,
            extended_ack,
        } = self;
        f.debug_struct("KernelError")
            .field("errno", errno)
            .field("extended_ack", extended_ack)
            .finish()
    }
}
