// SPDX-License-Identifier: ((GPL-2.0 WITH Linux-syscall-note) OR BSD-3-Clause)
//! `wireguard` (`wireguard.yaml`), as `genl import` prints it.

#![allow(missing_docs)] // The specification says nothing of some.

use core::net::IpAddr;

use bitflags::bitflags;
use genl::{AttributeSet, CStruct, genl_family};
use zerocopy::{FromBytes, Immutable, IntoBytes};

pub const KEY_LEN: usize = 32;

/// `struct __kernel_timespec`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
#[c_struct(name = "--kernel-timespec")]
pub struct KernelTimespec {
    /// Number of seconds, since UNIX epoch.
    pub sec: u64,
    /// Number of nanoseconds, after the second began.
    pub nsec: u64,
}

bitflags! {
    /// `WGDEVICE_F_*`.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct WgdeviceFlags: u32 {
        const REPLACE_PEERS = 1;
    }
}

bitflags! {
    /// `WGPEER_F_*`.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct WgpeerFlags: u32 {
        const REMOVE_ME = 1;
        const REPLACE_ALLOWEDIPS = 1 << 1;
        const UPDATE_ONLY = 1 << 2;
    }
}

bitflags! {
    /// `WGALLOWEDIP_F_*`.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct WgallowedipFlags: u32 {
        const REMOVE_ME = 1;
    }
}

/// `WGDEVICE_A_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Wgdevice {
    #[attr(1)]
    pub ifindex: Option<u32>,
    #[attr(2, max_len = 15)]
    pub ifname: Option<String>,
    /// Set to all zeros to remove.
    #[attr(3, display_hint = hex)]
    pub private_key: Option<[u8; KEY_LEN]>,
    #[attr(4, display_hint = hex)]
    pub public_key: Option<[u8; KEY_LEN]>,
    /// `0` or `WGDEVICE_F_REPLACE_PEERS` if all current peers should be removed prior to adding the
    /// list below.
    #[attr(5, flags)]
    pub flags: Option<WgdeviceFlags>,
    /// Set as `0` to choose randomly.
    #[attr(6)]
    pub listen_port: Option<u16>,
    /// Set as `0` to disable.
    #[attr(7)]
    pub fwmark: Option<u32>,
    /// The index/type parameter is unused on `SET_DEVICE` operations and is zero on `GET_DEVICE`
    /// operations.
    #[attr(8, indexed, nest)]
    pub peers: Option<Vec<Wgpeer>>,
}

/// `WGPEER_A_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Wgpeer {
    #[attr(1, display_hint = hex)]
    pub public_key: Option<[u8; KEY_LEN]>,
    /// Set as all zeros to remove.
    #[attr(2, display_hint = hex)]
    pub preshared_key: Option<[u8; KEY_LEN]>,
    /// `0` and/or `WGPEER_F_REMOVE_ME` if the specified peer should not exist at the end of the
    /// operation, rather than added/updated and/or `WGPEER_F_REPLACE_ALLOWEDIPS` if all current
    /// allowed IPs of this peer should be removed prior to adding the list below and/or
    /// `WGPEER_F_UPDATE_ONLY` if the peer should only be set if it already exists.
    #[attr(3, flags)]
    pub flags: Option<WgpeerFlags>,
    /// struct `sockaddr_in` or struct `sockaddr_in6`.
    #[attr(4, min_len = 16)]
    pub endpoint: Option<Vec<u8>>,
    /// Set as `0` to disable.
    #[attr(5)]
    pub persistent_keepalive_interval: Option<u16>,
    #[attr(6, c_struct)]
    pub last_handshake_time: Option<KernelTimespec>,
    #[attr(7)]
    pub rx_bytes: Option<u64>,
    #[attr(8)]
    pub tx_bytes: Option<u64>,
    /// The index/type parameter is unused on `SET_DEVICE` operations and is zero on `GET_DEVICE`
    /// operations.
    #[attr(9, indexed, nest)]
    pub allowedips: Option<Vec<Wgallowedip>>,
    /// Should not be set or used at all by most users of this API, as the most recent protocol will
    /// be used when this is unset. Otherwise, must be set to `1`.
    #[attr(10)]
    pub protocol_version: Option<u32>,
}

/// `WGALLOWEDIP_A_*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Wgallowedip {
    /// IP family, either `AF_INET` or `AF_INET6`.
    #[attr(1)]
    pub family: Option<u16>,
    /// Either `struct in_addr` or `struct in6_addr`.
    #[attr(2)]
    pub ipaddr: Option<IpAddr>,
    #[attr(3)]
    pub cidr_mask: Option<u8>,
    /// `WGALLOWEDIP_F_REMOVE_ME` if the specified IP should be removed; otherwise, this IP will be
    /// added if it is not already present.
    #[attr(4, flags)]
    pub flags: Option<WgallowedipFlags>,
}

/// Dump request of `get-device`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Wgdevice)]
pub struct GetDevice {
    pub ifindex: Option<u32>,
    pub ifname: Option<String>,
}

genl_family! {
    /// **Netlink protocol to control `WireGuard` network devices.**
    ///
    /// The below enums and macros are for interfacing with `WireGuard`, using generic netlink, with
    /// family `WG_GENL_NAME` and version `WG_GENL_VERSION`. It defines two commands: get and set.
    /// Note that while they share many common attributes, these two commands actually accept a
    /// slightly different set of inputs and outputs. These differences are noted under the
    /// individual attributes.
    #[family(name = "wireguard", version = 1)]
    pub trait Wireguard {
        /// Retrieve `WireGuard` device
        ///
        /// The command should be called with one but not both of:
        ///
        /// - `WGDEVICE_A_IFINDEX`
        /// - `WGDEVICE_A_IFNAME`
        ///
        /// The kernel will then return several messages (`NLM_F_MULTI`). It is possible that all of
        /// the allowed IPs of a single peer will not fit within a single netlink message. In that
        /// case, the same peer will be written in the following message, except it will only
        /// contain `WGPEER_A_PUBLIC_KEY` and `WGPEER_A_ALLOWEDIPS`. This may occur several times in
        /// a row for the same peer. It is then up to the receiver to coalesce adjacent peers.
        /// Likewise, it is possible that all peers will not fit within a single message. So,
        /// subsequent peers will be sent in following messages, except those will only contain
        /// `WGDEVICE_A_IFNAME` and `WGDEVICE_A_PEERS`. It is then up to the receiver to coalesce
        /// these messages to form the complete list of peers.
        ///
        /// Since this is an `NLA_F_DUMP` command, the final message will always be `NLMSG_DONE`,
        /// even if an error occurs. However, this `NLMSG_DONE` message contains an integer error
        /// code. It is either zero or a negative error code corresponding to the errno.
        #[op(0, dump, uns_admin_perm)]
        fn get_device(request: GetDevice) -> Wgdevice;

        /// Set `WireGuard` device
        ///
        /// This command should be called with a wgdevice set, containing one but not both of
        /// `WGDEVICE_A_IFINDEX` and `WGDEVICE_A_IFNAME`.
        ///
        /// It is possible that the amount of configuration data exceeds that of the maximum message
        /// length accepted by the kernel. In that case, several messages should be sent one after
        /// another, with each successive one filling in information not contained in the prior.
        /// Note that if `WGDEVICE_F_REPLACE_PEERS` is specified in the first message, it probably
        /// should not be specified in fragments that come after, so that the list of peers is only
        /// cleared the first time but appended after. Likewise for peers, if
        /// `WGPEER_F_REPLACE_ALLOWEDIPS` is specified in the first message of a peer, it likely
        /// should not be specified in subsequent fragments.
        ///
        /// If an error occurs, `NLMSG_ERROR` will reply containing an errno.
        #[op(1, uns_admin_perm)]
        fn set_device(request: Wgdevice);
    }
}
