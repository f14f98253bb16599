//! Addresses of either family, with a port, in one attribute.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use genl::DecodeError;
use genl::codec::With;
use genl::description::Kind;
use genl::wire::PayloadWriter;
use zerocopy::byteorder::network_endian;
use zerocopy::{FromBytes, Immutable, IntoBytes};

const AF_INET: u16 = 2;
const AF_INET6: u16 = 10;

/// `struct sockaddr_in`.
#[derive(FromBytes, Immutable, IntoBytes)]
#[repr(C)]
struct SockaddrIn {
    family: u16,
    port: network_endian::U16,
    addr: [u8; 4],
    zero: [u8; 8],
}

/// `struct sockaddr_in6`.
#[derive(FromBytes, Immutable, IntoBytes)]
#[repr(C)]
struct SockaddrIn6 {
    family: u16,
    port: network_endian::U16,
    flowinfo: u32,
    addr: [u8; 16],
    scope_id: u32,
}

/// `struct sockaddr_in` or `struct sockaddr_in6`.
#[derive(Debug)]
pub struct SocketAddrBytes;

impl With<'_, SocketAddr> for SocketAddrBytes {
    const KIND: Kind = Kind::Binary;

    #[inline]
    fn put(addr: &SocketAddr, payload: &mut PayloadWriter<'_>) {
        match addr {
            SocketAddr::V4(addr) => payload.push(
                SockaddrIn {
                    family: AF_INET,
                    port: addr.port().into(),
                    addr: addr.ip().octets(),
                    zero: [0; 8],
                }
                .as_bytes(),
            ),
            SocketAddr::V6(addr) => payload.push(
                SockaddrIn6 {
                    family: AF_INET6,
                    port: addr.port().into(),
                    flowinfo: addr.flowinfo(),
                    addr: addr.ip().octets(),
                    scope_id: addr.scope_id(),
                }
                .as_bytes(),
            ),
        }
    }

    fn get(payload: &[u8]) -> Result<SocketAddr, DecodeError> {
        match (
            SockaddrIn::read_from_bytes(payload),
            SockaddrIn6::read_from_bytes(payload),
        ) {
            (Ok(addr), _) if addr.family == AF_INET => {
                Ok(SocketAddrV4::new(Ipv4Addr::from(addr.addr), addr.port.get()).into())
            }
            (_, Ok(addr)) if addr.family == AF_INET6 => Ok(SocketAddrV6::new(
                Ipv6Addr::from(addr.addr),
                addr.port.get(),
                addr.flowinfo,
                addr.scope_id,
            )
            .into()),
            _ => Err(DecodeError::refused(
                "is neither a `sockaddr_in` nor a `sockaddr_in6`",
            )),
        }
    }
}
