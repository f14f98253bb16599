//! `IPVS`: virtual services and their destinations (`include/uapi/linux/ip_vs.h`, `net/netfilter/ipvs/ip_vs_ctl.c`).
//!
//! An address is a C union of 16 bytes. Another attribute contains its family.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use bitflags::bitflags;
use genl::codec::WithSibling;
use genl::description::Kind;
use genl::wire::PayloadWriter;
use genl::{AttributeSet, Bitfield32, DecodeError, genl_family};

/// `AF_INET`.
pub const AF_INET: u16 = 2;
/// `AF_INET6`.
pub const AF_INET6: u16 = 10;

const UNKNOWN: &str = "is of an unknown address family";
const OTHER: &str = "is not of the address family beside it";

/// `union nf_inet_addr`, in which an IPv4 address fills the first 4 of 16 bytes.
///
/// The address family is required in some sets, and optional in others.
#[derive(Debug)]
pub struct InetAddr;

impl<F: Copy + Into<Option<u16>>> WithSibling<'_, IpAddr, F> for InetAddr {
    const KIND: Kind = Kind::Bytes(16);

    fn put(address: &IpAddr, family: &F, payload: &mut PayloadWriter<'_>) {
        match (address, (*family).into()) {
            (IpAddr::V4(address), Some(AF_INET)) => {
                payload.push(&address.octets());
                payload.push(&[0; 12]);
            }
            (IpAddr::V6(address), Some(AF_INET6)) => payload.push(&address.octets()),
            _ => payload.refuse(OTHER),
        }
    }

    fn get(payload: &[u8], family: &F) -> Result<IpAddr, DecodeError> {
        let whole = <[u8; 16]>::try_from(payload);
        let whole = whole.map_err(|_| DecodeError::refused("is no union of 16 bytes"))?;
        let [a, b, c, d, ..] = whole;
        match (*family).into() {
            Some(AF_INET) => Ok(Ipv4Addr::new(a, b, c, d).into()),
            Some(AF_INET6) => Ok(Ipv6Addr::from(whole).into()),
            Some(_) => Err(DecodeError::refused(UNKNOWN)),
            None => Err(DecodeError::refused("comes without its address family")),
        }
    }
}

/// The range of clients that share a persistent connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Netmask {
    /// A mask.
    V4(Ipv4Addr),
    /// The length of a prefix.
    V6(u32),
}

/// A mask in network byte order, or the length of a prefix in host byte order.
#[derive(Debug)]
pub struct NetmaskOf;

impl WithSibling<'_, Netmask, u16> for NetmaskOf {
    const KIND: Kind = Kind::Bytes(4);

    fn put(netmask: &Netmask, af: &u16, payload: &mut PayloadWriter<'_>) {
        match (netmask, *af) {
            (Netmask::V4(mask), AF_INET) => payload.push(&mask.octets()),
            (Netmask::V6(prefix), AF_INET6) => payload.push(&prefix.to_ne_bytes()),
            _ => payload.refuse(OTHER),
        }
    }

    fn get(payload: &[u8], af: &u16) -> Result<Netmask, DecodeError> {
        let bytes = <[u8; 4]>::try_from(payload);
        let bytes = bytes.map_err(|_| DecodeError::refused("is not of 4 bytes"))?;
        match *af {
            AF_INET => Ok(Netmask::V4(bytes.into())),
            AF_INET6 => Ok(Netmask::V6(u32::from_ne_bytes(bytes))),
            _ => Err(DecodeError::refused(UNKNOWN)),
        }
    }
}

bitflags! {
    /// Flags of a service (`IP_VS_SVC_F_*`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct ServiceFlags: u32 {
        /// Clients keep their destination.
        const PERSISTENT = 1;
        /// The service is in the hash table of the kernel.
        const HASHED = 2;
        /// Each packet is scheduled separately.
        const ONEPACKET = 4;
    }
}

/// Attributes of the first level (`IPVS_CMD_ATTR_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct IpvsCmd {
    /// The service.
    #[attr(1, nest)]
    pub service: Option<Service>,
    /// The destination.
    #[attr(2, nest)]
    pub dest: Option<Dest>,
}

/// A virtual service (`IPVS_SVC_ATTR_*`) for one address, or for all packets with a mark.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Service {
    /// The address family.
    #[attr(1)]
    pub af: u16,
    /// The mark, if the service has no address.
    #[attr(5)]
    pub fwmark: Option<u32>,
    /// `IPPROTO_TCP`, `IPPROTO_UDP` or `IPPROTO_SCTP`.
    #[attr(2)]
    pub protocol: Option<u16>,
    /// The address.
    #[attr(3, with = InetAddr, sibling = af)]
    pub addr: Option<IpAddr>,
    /// The port.
    #[attr(4, big_endian)]
    pub port: Option<u16>,
    /// The scheduler.
    #[attr(6)]
    pub sched_name: Option<String>,
    /// The persistence engine.
    #[attr(11)]
    pub pe_name: Option<String>,
    /// Flags, and the mask of valid flags (`struct ip_vs_flags`).
    #[attr(7, bitfield32)]
    pub flags: Option<Bitfield32<ServiceFlags>>,
    /// The time for which a client keeps its destination, in seconds.
    #[attr(8)]
    pub timeout: Option<u32>,
    /// The range of clients that share a destination.
    #[attr(9, with = NetmaskOf, sibling = af)]
    pub netmask: Option<Netmask>,
}

/// Identifies a service with an address.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Service)]
pub struct ServiceKey {
    /// The address family.
    pub af: u16,
    /// The protocol.
    pub protocol: u16,
    /// The address.
    #[attr(with = InetAddr, sibling = af)]
    pub addr: IpAddr,
    /// The port.
    pub port: u16,
}

/// A real server (`IPVS_DEST_ATTR_*`). Its address comes before the address family.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
pub struct Dest {
    /// The address.
    #[attr(1, with = InetAddr, sibling = addr_family)]
    pub addr: IpAddr,
    /// The port.
    #[attr(2, big_endian)]
    pub port: u16,
    /// The forwarding method (`IP_VS_CONN_F_*`).
    #[attr(3)]
    pub fwd_method: Option<u32>,
    /// The weight.
    #[attr(4)]
    pub weight: Option<u32>,
    /// The upper threshold of connections. Above it, no new connections are sent to this server.
    #[attr(5)]
    pub u_thresh: Option<u32>,
    /// The lower threshold of connections. Below it, new connections are sent to this server again.
    #[attr(6)]
    pub l_thresh: Option<u32>,
    /// Active connections.
    #[attr(7)]
    pub active_conns: Option<u32>,
    /// Inactive connections.
    #[attr(8)]
    pub inact_conns: Option<u32>,
    /// Persistent connections.
    #[attr(9)]
    pub persist_conns: Option<u32>,
    /// The address family, which kernels before 3.18 leave out.
    #[attr(11)]
    pub addr_family: Option<u16>,
}

/// Identifies a service.
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = IpvsCmd)]
pub struct OfService {
    /// The service.
    pub service: ServiceKey,
}

genl_family! {
    /// Virtual services.
    #[family(name = "IPVS", version = 1)]
    pub trait Ipvs {
        /// Adds a service.
        #[op(1, admin_perm)]
        fn new_service(request: IpvsCmd);

        /// One service.
        #[op(4, admin_perm, reply = 1)]
        fn get_service(request: OfService) -> IpvsCmd;

        /// Every service.
        #[op(4, dump, admin_perm, reply = 1, name = "dump-services")]
        fn dump_services() -> IpvsCmd;

        /// Adds a destination to a service.
        #[op(5, admin_perm)]
        fn new_dest(request: IpvsCmd);

        /// The destinations of a service.
        #[op(8, dump, admin_perm, reply = 5)]
        fn get_dest(request: OfService) -> IpvsCmd;
    }
}
