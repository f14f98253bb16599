//! Messages: `nlmsghdr`, `genlmsghdr`, and the datagrams that hold them.

use super::{Attributes, align};
use crate::error::{DecodeError, DecodeErrorKind};

/// `struct nlmsghdr` without its length. All fields are in host byte order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageHeader {
    /// `nlmsg_type`: a control message, or the id of a family.
    pub kind: MessageType,
    /// `nlmsg_flags`: see [`flags`](super::flags).
    pub flags: u16,
    /// `nlmsg_seq`: an answer repeats the number of its request.
    pub sequence: u32,
    /// `nlmsg_pid`: the port id of the socket that sent the request; 0 in a request.
    pub port: u32,
}

/// `nlmsg_type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageType {
    /// `NLMSG_NOOP` (1): ignored.
    Noop,
    /// `NLMSG_ERROR` (2): an error, or an acknowledgement if its error number is 0.
    Error,
    /// `NLMSG_DONE` (3): the end of a dump.
    Done,
    /// `NLMSG_OVERRUN` (4): messages were lost. No current kernel sends it.
    Overrun,
    /// A message of a family, with the id that the kernel assigned to it.
    Family(u16),
}

/// `struct genlmsghdr`. Its reserved field is written as 0, and ignored when read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GenericHeader {
    /// `cmd`.
    pub command: u8,
    /// `version` of the family.
    pub version: u8,
}

/// One message of a datagram. `{:?}` shows its header by name, and its payload as bytes.
#[derive(Clone, Copy)]
pub struct Message<'a> {
    /// The header.
    pub header: MessageHeader,
    bytes: &'a [u8],
}

/// The messages of one datagram. Ends after the first error.
///
/// ```
/// use genl::wire::{MessageType, Messages};
///
/// # if cfg!(target_endian = "little") {
/// // A kernel's reply to `get-limits` of `mptcp_pm`, which has the id 28.
/// let datagram = [
///     36, 0, 0, 0, 28, 0, 0, 0, 101, 0, 0, 0, 0xf6, 0x57, 0, 0, // nlmsghdr
///     6, 1, 0, 0, // genlmsghdr
///     8, 0, 2, 0, 0, 0, 0, 0, 8, 0, 3, 0, 2, 0, 0, 0, // rcv-add-addrs, subflows
/// ];
/// for message in Messages::new(&datagram) {
///     let message = message?;
///     assert_eq!((message.header.kind, message.header.sequence), (MessageType::Family(28), 101));
///     let (generic, attributes) = message.generic()?;
///     assert_eq!((generic.command, generic.version), (6, 1));
///     assert_eq!(attributes.count(), 2);
/// }
/// # }
/// # Ok::<(), genl::DecodeError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Messages<'a> {
    rest: &'a [u8],
    /// Where `rest` ends in the datagram. Together with the length of `rest` it gives the position of the next message.
    end: usize,
}

impl MessageType {
    /// Returns the number on the wire.
    pub const fn number(self) -> u16 {
        match self {
            Self::Noop => 1,
            Self::Error => 2,
            Self::Done => 3,
            Self::Overrun => 4,
            Self::Family(id) => id,
        }
    }

    /// Returns the type that a number on the wire means.
    pub const fn from_number(number: u16) -> Self {
        match number {
            1 => Self::Noop,
            2 => Self::Error,
            3 => Self::Done,
            4 => Self::Overrun,
            id => Self::Family(id),
        }
    }
}

impl MessageHeader {
    /// `NLMSG_HDRLEN`.
    pub const LENGTH: usize = 16;

    /// Returns `nlmsg_len` (not known yet, so 0), `nlmsg_type` and `nlmsg_flags`.
    #[inline]
    pub(super) const fn first_half(self) -> [u8; 8] {
        let ([t0, t1], [f0, f1]) = (self.kind.number().to_ne_bytes(), self.flags.to_ne_bytes());
        [0, 0, 0, 0, t0, t1, f0, f1]
    }

    /// Returns `nlmsg_seq` and `nlmsg_pid`.
    #[inline]
    pub(super) const fn second_half(self) -> [u8; 8] {
        let ([s0, s1, s2, s3], [p0, p1, p2, p3]) =
            (self.sequence.to_ne_bytes(), self.port.to_ne_bytes());
        [s0, s1, s2, s3, p0, p1, p2, p3]
    }

    /// Reads the header at the start of `bytes`, and `nlmsg_len`.
    #[inline]
    pub(crate) fn read(bytes: &[u8]) -> Option<(u32, Self)> {
        let &[
            l0,
            l1,
            l2,
            l3,
            t0,
            t1,
            f0,
            f1,
            s0,
            s1,
            s2,
            s3,
            p0,
            p1,
            p2,
            p3,
        ] = bytes.first_chunk::<{ Self::LENGTH }>()?;
        let header = Self {
            kind: MessageType::from_number(u16::from_ne_bytes([t0, t1])),
            flags: u16::from_ne_bytes([f0, f1]),
            sequence: u32::from_ne_bytes([s0, s1, s2, s3]),
            port: u32::from_ne_bytes([p0, p1, p2, p3]),
        };
        Some((u32::from_ne_bytes([l0, l1, l2, l3]), header))
    }

    /// Writes the header over the first bytes of `message`, with the length of `message`.
    pub(crate) fn write(self, message: &mut [u8]) {
        let length = u32::try_from(message.len()).unwrap_or(u32::MAX);
        if let Some(place) = message.first_chunk_mut::<{ Self::LENGTH }>() {
            place[..4].copy_from_slice(&length.to_ne_bytes());
            place[4..6].copy_from_slice(&self.kind.number().to_ne_bytes());
            place[6..8].copy_from_slice(&self.flags.to_ne_bytes());
            place[8..12].copy_from_slice(&self.sequence.to_ne_bytes());
            place[12..].copy_from_slice(&self.port.to_ne_bytes());
        }
    }
}

impl GenericHeader {
    /// `GENL_HDRLEN`.
    pub const LENGTH: usize = 4;

    pub(super) const fn to_bytes(self) -> [u8; Self::LENGTH] {
        [self.command, self.version, 0, 0]
    }
}

impl<'a> Message<'a> {
    /// Returns the whole message, including `nlmsghdr`.
    #[inline]
    pub const fn as_bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Returns the bytes after `nlmsghdr`.
    #[inline]
    pub fn payload(&self) -> &'a [u8] {
        self.bytes.get(MessageHeader::LENGTH..).unwrap_or_default()
    }

    /// Splits the payload of a family's message into `genlmsghdr` and attributes.
    ///
    /// Fails with [`DecodeErrorKind::NoGenericHeader`] if the payload is shorter than `genlmsghdr`.
    #[inline]
    pub fn generic(&self) -> Result<(GenericHeader, Attributes<'a>), DecodeError> {
        let payload = self.payload();
        let Some((&[command, version, _, _], attributes)) =
            payload.split_first_chunk::<{ GenericHeader::LENGTH }>()
        else {
            return Err(DecodeError::new(DecodeErrorKind::NoGenericHeader {
                length: payload.len(),
            })
            .or_offset(MessageHeader::LENGTH));
        };
        let offset = MessageHeader::LENGTH + GenericHeader::LENGTH;
        Ok((
            GenericHeader { command, version },
            Attributes::new(attributes, offset),
        ))
    }
}

impl<'a> Messages<'a> {
    /// Returns the messages of `datagram`.
    #[inline]
    pub fn new(datagram: &'a [u8]) -> Self {
        Self::at(datagram, 0)
    }

    /// Returns the messages of `datagram` from `position` on, where a message begins.
    #[inline]
    pub(crate) fn at(datagram: &'a [u8], position: usize) -> Self {
        Self {
            rest: datagram.get(position..).unwrap_or_default(),
            end: datagram.len(),
        }
    }

    /// Returns where the next message begins.
    pub(crate) const fn position(&self) -> usize {
        self.end - self.rest.len()
    }
}

/// Returns what is wrong with bytes that do not begin with a message.
#[cold]
#[inline(never)]
fn broken(rest: &[u8]) -> DecodeError {
    let left = rest.len();
    DecodeError::new(match rest.first_chunk() {
        Some(length) if left >= MessageHeader::LENGTH => DecodeErrorKind::MessageLength {
            length: u32::from_ne_bytes(*length),
            left,
        },
        _ => DecodeErrorKind::StrayBytes { left },
    })
}

/// Ends after the first error.
impl<'a> Iterator for Messages<'a> {
    type Item = Result<Message<'a>, DecodeError>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let Some((message, length)) = first(self.rest) else {
            let rest = core::mem::take(&mut self.rest);
            return (!rest.is_empty()).then(|| Err(broken(rest)));
        };
        // The last message of a datagram may lack its padding.
        self.rest = match self.rest.get(align(length)..) {
            Some(rest) => rest,
            None => &[],
        };
        Some(Ok(message))
    }
}

/// Returns the first message and its length, or `None` if it is incomplete.
#[inline]
fn first(rest: &[u8]) -> Option<(Message<'_>, usize)> {
    let (length, header) = MessageHeader::read(rest)?;
    let length = length as usize;
    if length < MessageHeader::LENGTH {
        return None;
    }
    let bytes = rest.get(..length)?;
    Some((Message { header, bytes }, length))
}
