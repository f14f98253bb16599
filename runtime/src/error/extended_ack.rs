//! What the kernel says about an error in addition to its number.

use core::fmt::{self, Write};

use super::path::Path;
use crate::policy::Policy;

/// What the kernel says about a refusal, or a warning about a success (`NLMSGERR_ATTR_*` in
/// `include/uapi/linux/netlink.h`).
///
/// Returned by [`Error::extended_ack`](crate::Error::extended_ack) and [`Client::warning`](crate::Client::warning). Its
/// text is part of the text of an error.
///
/// ```
/// use genl::mptcp_pm::{AddAddr, MptcpPm};
/// use genl::{Client, ExtendedAck, Scripted};
///
/// # let request = AddAddr { addr: std::net::Ipv4Addr::new(10, 0, 0, 7).into() };
/// # let mut peer = Scripted::new();
/// # peer.family(MptcpPm::DESCRIPTION, 28)?;
/// # let message = Some("unknown address family".to_owned());
/// # let refusal = ExtendedAck { message, offset: Some(24), ..ExtendedAck::default() };
/// # peer.expect(&MptcpPm::ADD_ADDR, &request)?.refuse(libc::EINVAL, &refusal)?;
/// # let mut pm = MptcpPm::new(Client::over(peer)?);
/// let error = pm.add_addr(&request).unwrap_err();
/// let ack = error.extended_ack().expect("the kernel answered");
/// assert_eq!(ack.message.as_deref(), Some("unknown address family"));
/// assert_eq!(ack.path.as_ref().unwrap().to_string(), "addr.family");
/// # Ok::<(), genl::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExtendedAck {
    /// The message. Kernels change it: show it, but never match on it.
    pub message: Option<String>,
    /// The byte of the request that is refused, counted from the start of the message.
    pub offset: Option<u32>,
    /// The path of the attribute at that byte.
    pub path: Option<Path>,
    /// A required attribute that is absent.
    pub missing: Option<Missing>,
    /// What the kernel accepts as the payload of that attribute.
    pub policy: Option<Policy>,
    /// Bytes whose meaning is defined by the operation.
    pub cookie: Option<Vec<u8>>,
}

/// A required attribute that is absent from a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Its attribute number.
    pub number: u32,
    /// The byte of the request at which the nest that lacks it begins; `None` if the message itself lacks it.
    pub nest: Option<u32>,
    /// Its path.
    pub path: Path,
}

impl ExtendedAck {
    /// Returns whether the kernel said nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl fmt::Display for ExtendedAck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            message,
            offset,
            path,
            missing,
            policy,
            cookie: _,
        } = self;
        for character in message.iter().flat_map(|message| message.chars()) {
            // The text may come from a recorded file, and must not write to the terminal.
            if character.is_control() {
                write!(f, "{}", character.escape_default())?;
            } else {
                f.write_char(character)?;
            }
        }
        if let Some(Missing { path, .. }) = missing {
            let comma = if message.is_some() { ", " } else { "" };
            write!(f, "{comma}missing attribute `{path}`")?;
        }
        // The path follows the message, or is shown alone if there is no message.
        let (open, close) = if message.is_some() || missing.is_some() {
            (" (", ")")
        } else {
            ("", "")
        };
        match (path, offset) {
            (Some(path), _) => write!(f, "{open}at `{path}`")?,
            (None, Some(offset)) => write!(f, "{open}at byte {offset} of the request")?,
            (None, None) => return Ok(()),
        }
        if let Some(policy) = policy {
            write!(f, "; accepted: {policy}")?;
        }
        f.write_str(close)
    }
}
