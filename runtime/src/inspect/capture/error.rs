//! Why a capture cannot be read.

use core::fmt;

use super::LINK_TYPE;

/// Why a capture cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CaptureError {
    /// The file is neither `pcap` nor `pcapng`.
    Format,
    /// The packets are not netlink.
    LinkType {
        /// Their link type.
        found: u16,
    },
    /// The file ends within a packet.
    Cut {
        /// The byte of the file at which the packet begins.
        offset: usize,
    },
    /// A part of the file is malformed.
    Malformed {
        /// The byte of the file at which the part begins.
        offset: usize,
    },
}

impl core::error::Error for CaptureError {}

impl fmt::Display for CaptureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format => write!(f, "the file is neither pcap nor pcapng"),
            Self::LinkType { found } => write!(
                f,
                "the capture has link type {found}, expected {LINK_TYPE} (netlink)"
            ),
            Self::Cut { offset } => {
                write!(f, "the file ends inside of the packet at byte {offset}")
            }
            Self::Malformed { offset } => write!(f, "the file is malformed at byte {offset}"),
        }
    }
}
