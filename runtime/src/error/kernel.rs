//! The error that the kernel answers with.

use core::fmt;

use super::{Errno, ExtendedAck};

/// The error that the kernel answered an operation with: an error number, and an extended ack.
///
/// ```
/// use genl::mptcp_pm::{AddAddr, MptcpPm};
/// use genl::{Client, ErrorKind, ExtendedAck, Scripted};
///
/// # let request = AddAddr { addr: std::net::Ipv4Addr::new(10, 0, 0, 7).into() };
/// # let mut peer = Scripted::new();
/// # peer.family(MptcpPm::DESCRIPTION, 28)?;
/// # let message = Some("address already in use".to_owned());
/// # let refusal = ExtendedAck { message, ..ExtendedAck::default() };
/// # peer.expect(&MptcpPm::ADD_ADDR, &request)?.refuse(libc::EEXIST, &refusal)?;
/// # let mut pm = MptcpPm::new(Client::over(peer)?);
/// let error = pm.add_addr(&request).unwrap_err();
/// let ErrorKind::Kernel(refused) = error.kind() else { return Err(error) };
/// assert_eq!(refused.errno, libc::EEXIST);
/// assert_eq!(refused.to_string(), "File exists (EEXIST): address already in use");
/// # Ok::<(), genl::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct KernelError {
    /// The error number, positive, as in `errno(3)`.
    pub errno: i32,
    /// The extended ack; empty if the kernel sent none.
    pub extended_ack: ExtendedAck,
}

impl core::error::Error for KernelError {}

impl fmt::Display for KernelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Errno(self.errno).fmt(f)?;
        // An extended ack that holds only a cookie has no text.
        match self.extended_ack.to_string() {
            text if text.is_empty() => Ok(()),
            text => write!(f, ": {text}"),
        }
    }
}

/// Shows the text. `{:#?}` shows the structure.
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
