//! Datagrams, messages and attributes as bytes. No I/O, and no typed structs.
//!
//! The rules come from the kernel: `Documentation/userspace-api/netlink/intro.rst`, `include/uapi/linux/netlink.h` and
//! `lib/nlattr.c`.
//!
//! Generated code calls this module. Use it directly to write a codec by hand ([`AttributeWriter`], [`Attributes`]), or to
//! read a datagram without a client ([`Messages`]).

mod attribute;
mod message;
mod nul;
mod unknown;
mod writer;

pub(crate) use attribute::NUMBER;
pub use attribute::{Attribute, Attributes, MAX_DEPTH};
pub use message::{GenericHeader, Message, MessageHeader, MessageType, Messages};
pub(crate) use nul::has_nul;
pub use unknown::UnknownAttribute;
pub use writer::{AttributeBuffer, AttributeWriter, PayloadWriter, write_message};

/// Flag bits of `nlmsghdr.nlmsg_flags`.
pub mod flags {
    /// `NLM_F_REQUEST`: the message is a request.
    pub const REQUEST: u16 = 0x1;
    /// `NLM_F_MULTI`: the message is one of several. Not every family sets it on the messages of a dump.
    pub const MULTI: u16 = 0x2;
    /// `NLM_F_ACK`: the kernel answers with an acknowledgement.
    pub const ACK: u16 = 0x4;
    /// `NLM_F_ECHO`: what the request made comes back.
    pub const ECHO: u16 = 0x8;
    /// `NLM_F_REPLACE`, in a request that creates an object: replace an existing one.
    pub const REPLACE: u16 = 0x100;
    /// `NLM_F_EXCL`, in a request that creates an object: fail if it exists.
    pub const EXCL: u16 = 0x200;
    /// `NLM_F_CREATE`, in a request that changes an object: create it if it does not exist.
    pub const CREATE: u16 = 0x400;
    /// `NLM_F_APPEND`, in a request that creates an object: add it after the existing ones.
    pub const APPEND: u16 = 0x800;
    /// `NLM_F_DUMP_INTR`: the objects changed during the dump.
    pub const DUMP_INTERRUPTED: u16 = 0x10;
    /// `NLM_F_DUMP`: the kernel answers with every object.
    pub const DUMP: u16 = 0x300;
    /// `NLM_F_CAPPED`, in an acknowledgement: only the header of the request is echoed.
    pub const CAPPED: u16 = 0x100;
    /// `NLM_F_ACK_TLVS`, in an acknowledgement: extended-ack attributes follow.
    pub const ACK_TLVS: u16 = 0x200;
}

/// Rounds a length up to the 4 bytes that messages and attributes are aligned to.
///
/// A length from outside may be close to `usize::MAX`. It is then rounded down, and is still longer than any buffer.
pub(crate) const fn align(length: usize) -> usize {
    length.saturating_add(3) & !3
}

#[cfg(test)]
mod tests {
    use super::align;

    #[test]
    fn lengths_are_rounded_up_to_4_bytes() {
        for (length, aligned) in [(0, 0), (1, 4), (3, 4), (4, 4), (5, 8), (65_535, 65_536)] {
            assert_eq!(align(length), aligned);
        }
    }

    #[test]
    fn the_greatest_lengths_do_not_wrap() {
        for below in 0..8 {
            let aligned = align(usize::MAX - below);
            assert_eq!(aligned % 4, 0);
            assert!(aligned > isize::MAX as usize, "more than any buffer has");
        }
    }
}
