//! Decoding of one message of `INET_DIAG`, which describes one socket.

use core::net::{IpAddr, SocketAddr};

use super::{AF_INET, DiagConnection, DiagSubflow};
use crate::AttributeSet;
use crate::error::{DecodeError, DecodeErrorKind};
use crate::mptcp_pm::SubflowAttribute;
use crate::wire::Attributes;

/// The length of `struct inet_diag_msg`.
const SOCKET: usize = 72;
/// `MPTCP_INFO_FLAG_FALLBACK`.
const INFO_FLAG_FALLBACK: u32 = 1;

/// The attributes of a socket that concern MPTCP (`INET_DIAG_*`).
#[derive(AttributeSet)]
struct SocketAttributes<'a> {
    /// `struct mptcp_info`, if it is an MPTCP socket.
    #[attr(2)]
    info: Option<&'a [u8]>,
    #[attr(19, nest)]
    ulp_info: Option<UlpInfo>,
}

/// The attributes of a protocol on top of TCP (`INET_ULP_INFO_*`).
#[derive(AttributeSet)]
struct UlpInfo {
    #[attr(3, nest)]
    mptcp: Option<SubflowAttribute>,
}

/// A decoded message: `struct inet_diag_msg` and its attributes.
pub(super) struct DiagSocket<'a> {
    state: u8,
    inode: u32,
    local: SocketAddr,
    remote: SocketAddr,
    attributes: SocketAttributes<'a>,
}

impl<'a> DiagSocket<'a> {
    /// Decodes the payload of a message.
    pub(super) fn read(payload: &Attributes<'a>) -> Result<Self, DecodeError> {
        let offset = payload.offset();
        let payload = payload.as_bytes();
        let Some((head, attributes)) = payload.split_first_chunk::<SOCKET>() else {
            let kind = DecodeErrorKind::Length {
                length: payload.len(),
                expected: SOCKET,
            };
            return Err(DecodeError::new(kind));
        };
        let attributes = Attributes::new(attributes, offset + SOCKET);
        let &[family, state, _, _, s0, s1, d0, d1, ref addresses @ ..] = head;
        let (local, rest) = addresses
            .split_first_chunk::<16>()
            .unwrap_or((&[0; 16], &[]));
        let (remote, rest) = rest.split_first_chunk::<16>().unwrap_or((&[0; 16], &[]));
        let inode = rest.last_chunk().copied().map_or(0, u32::from_ne_bytes);
        Ok(Self {
            state,
            inode,
            local: SocketAddr::new(ip(family, *local), u16::from_be_bytes([s0, s1])),
            remote: SocketAddr::new(ip(family, *remote), u16::from_be_bytes([d0, d1])),
            attributes: SocketAttributes::decode(attributes)?,
        })
    }
}

/// An item of a dump, and the protocol of the sockets that are asked for.
pub(super) trait Listed: Sized {
    const PROTOCOL: u32;

    /// Converts a socket. Returns `None` if it is not such an item, for example if it listens.
    fn of(socket: DiagSocket<'_>) -> Option<Self>;
}

impl Listed for DiagSubflow {
    /// `IPPROTO_TCP`.
    const PROTOCOL: u32 = 6;

    fn of(socket: DiagSocket<'_>) -> Option<Self> {
        let info = socket.attributes.ulp_info?.mptcp?;
        let (local, remote, state) = (socket.local, socket.remote, socket.state);
        Some(Self {
            local,
            remote,
            state,
            info,
        })
    }
}

impl Listed for DiagConnection {
    /// `IPPROTO_MPTCP`, which does not fit into the byte of the request.
    const PROTOCOL: u32 = 262;

    fn of(socket: DiagSocket<'_>) -> Option<Self> {
        // `mptcpi_flags` and `mptcpi_token` of `struct mptcp_info` (`include/uapi/linux/mptcp.h`).
        let info: [u8; 8] = *socket.attributes.info?.get(8..)?.first_chunk()?;
        let [f0, f1, f2, f3, t0, t1, t2, t3] = info;
        let token = Some(u32::from_ne_bytes([t0, t1, t2, t3])).filter(|token| *token != 0)?;
        Some(Self {
            token,
            local: socket.local,
            remote: socket.remote,
            state: socket.state,
            inode: socket.inode,
            fallback: u32::from_ne_bytes([f0, f1, f2, f3]) & INFO_FLAG_FALLBACK != 0,
        })
    }
}

fn ip(family: u8, bytes: [u8; 16]) -> IpAddr {
    let [a, b, c, d, ..] = bytes;
    if family == AF_INET {
        IpAddr::from([a, b, c, d])
    } else {
        IpAddr::from(bytes)
    }
}
