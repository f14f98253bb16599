//! `wireguard`: encrypted tunnels (`Documentation/netlink/specs/wireguard.yaml`, `include/uapi/linux/wireguard.h`).

mod address;

pub use address::SocketAddrBytes;

use std::net::{IpAddr, SocketAddr};

use bitflags::bitflags;
use genl::{AttributeSet, CStruct, genl_family};
use zerocopy::{FromBytes, Immutable, IntoBytes};

/// The length of a key.
pub const KEY_LEN: usize = 32;

/// A point in time (`struct __kernel_timespec`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, Immutable, IntoBytes, CStruct)]
#[repr(C)]
pub struct KernelTimespec {
    /// Number of seconds, since UNIX epoch.
    pub sec: u64,
    /// Number of nanoseconds since the start of the second.
    pub nsec: u64,
}

bitflags! {
    /// Flags for setting a device.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct WgdeviceFlags: u32 {
        /// Remove its peers before adding those of the message.
        const REPLACE_PEERS = 1;
    }
}

bitflags! {
    /// Flags for setting a peer.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct WgpeerFlags: u32 {
        /// Remove it.
        const REMOVE_ME = 1;
        /// Remove its allowed IPs before adding those of the message.
        const REPLACE_ALLOWEDIPS = 2;
        /// Set it only if it exists.
        const UPDATE_ONLY = 4;
    }
}

bitflags! {
    /// Flags for setting an allowed IP.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct WgallowedipFlags: u32 {
        /// Remove it.
        const REMOVE_ME = 1;
    }
}

/// A device.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Wgdevice {
    /// Its index.
    #[attr(1)]
    pub ifindex: Option<u32>,
    /// Its name.
    #[attr(2, max_len = 15)]
    pub ifname: Option<String>,
    /// Set to all zeros to remove.
    #[attr(3)]
    pub private_key: Option<[u8; KEY_LEN]>,
    /// The public key, which identifies the device to peers.
    #[attr(4)]
    pub public_key: Option<[u8; KEY_LEN]>,
    /// None, or `REPLACE_PEERS` if all current peers should be removed prior to adding the list below.
    #[attr(5, flags)]
    pub flags: Option<WgdeviceFlags>,
    /// Set as 0 to choose randomly.
    #[attr(6)]
    pub listen_port: Option<u16>,
    /// Set as 0 to disable.
    #[attr(7)]
    pub fwmark: Option<u32>,
    /// Its peers. Their index is unused in `set_device` and zero in `get_device`.
    #[attr(8, indexed(zero), nest, omit_empty)]
    pub peers: Vec<Wgpeer>,
}

/// A peer.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Wgpeer {
    /// The public key, which identifies the peer.
    #[attr(1)]
    pub public_key: Option<[u8; KEY_LEN]>,
    /// Set as all zeros to remove.
    #[attr(2)]
    pub preshared_key: Option<[u8; KEY_LEN]>,
    /// How to set the peer.
    #[attr(3, flags)]
    pub flags: Option<WgpeerFlags>,
    /// `struct sockaddr_in` or `struct sockaddr_in6`.
    #[attr(4, with = SocketAddrBytes)]
    pub endpoint: Option<SocketAddr>,
    /// In seconds. Set as 0 to disable.
    #[attr(5)]
    pub persistent_keepalive_interval: Option<u16>,
    /// The time of the last handshake, or zero if there was none.
    #[attr(6, c_struct)]
    pub last_handshake_time: Option<KernelTimespec>,
    /// Bytes received from it.
    #[attr(7)]
    pub rx_bytes: Option<u64>,
    /// Bytes sent to it.
    #[attr(8)]
    pub tx_bytes: Option<u64>,
    /// Its networks. Their index is unused in `set_device` and zero in `get_device`.
    #[attr(9, indexed(zero), nest, omit_empty)]
    pub allowedips: Vec<Wgallowedip>,
    /// Should not be set or used at all by most users of this API, as the most recent protocol will be used when this is
    /// unset. Otherwise, must be set to 1.
    #[attr(10)]
    pub protocol_version: Option<u32>,
}

/// An allowed IP: a network from which a peer may send packets, and whose packets are sent to the peer.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Wgallowedip {
    /// IP family, either `AF_INET` or `AF_INET6`.
    #[attr(1)]
    pub family: Option<u16>,
    /// Either `struct in_addr` or `struct in6_addr`.
    #[attr(2)]
    pub ipaddr: Option<IpAddr>,
    /// The length of the network prefix, in bits.
    #[attr(3)]
    pub cidr_mask: Option<u8>,
    /// `REMOVE_ME` if the specified IP should be removed; otherwise, this IP will be added if it is not already present.
    #[attr(4, flags)]
    pub flags: Option<WgallowedipFlags>,
}

/// Asks for a device, either by index or by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Wgdevice)]
pub struct GetDevice {
    /// Its index.
    pub ifindex: Option<u32>,
    /// Its name.
    pub ifname: Option<String>,
}

genl_family! {
    /// Netlink protocol to control `WireGuard` network devices.
    #[family(name = "wireguard", version = 1)]
    pub trait Wireguard {
        /// Retrieve `WireGuard` device.
        ///
        /// The kernel returns several messages. A peer whose allowed IPs do not fit continues in the next message, where it has
        /// its public key and allowed IPs only; later messages have the name and peers only. It is then up to the receiver to
        /// coalesce adjacent peers.
        #[op(0, dump, uns_admin_perm)]
        fn get_device(request: GetDevice) -> Wgdevice;

        /// Set `WireGuard` device, either by index or by name.
        ///
        /// The rest of a large request goes into further messages, with neither `REPLACE_PEERS` nor, for a peer that continues,
        /// `REPLACE_ALLOWEDIPS` set again.
        #[op(1, uns_admin_perm)]
        fn set_device(request: Wgdevice);
    }
}
