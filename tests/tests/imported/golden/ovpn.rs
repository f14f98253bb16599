// SPDX-License-Identifier: ((GPL-2.0 WITH Linux-syscall-note) OR BSD-3-Clause)
//! `ovpn` (`ovpn.yaml`), as `genl import` prints it.

#![allow(missing_docs)] // The specification says nothing of some.

use core::net::{Ipv4Addr, Ipv6Addr};

use genl::{AttributeSet, Enumeration, genl_family};

pub const NONCE_TAIL_SIZE: usize = 8;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum CipherAlg {
    None = 0,
    AesGcm = 1,
    Chacha20Poly1305 = 2,
    #[unknown]
    Other(u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum DelPeerReason {
    Teardown = 0,
    Userspace = 1,
    Expired = 2,
    TransportError = 3,
    TransportDisconnect = 4,
    #[unknown]
    Other(u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enumeration)]
#[repr(u32)]
pub enum KeySlot {
    Primary = 0,
    Secondary = 1,
    #[unknown]
    Other(u32),
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Peer {
    /// The unique ID of the peer in the device context. To be used to identify peers during
    /// operations for a specific device. Also used to match packets received from this peer.
    #[attr(1, max = 0xff_ffff)]
    pub id: Option<u32>,
    /// The remote IPv4 address of the peer.
    #[attr(2)]
    pub remote_ipv4: Option<Ipv4Addr>,
    /// The remote IPv6 address of the peer.
    #[attr(3)]
    pub remote_ipv6: Option<Ipv6Addr>,
    /// The scope id of the remote IPv6 address of the peer (RFC2553).
    #[attr(4)]
    pub remote_ipv6_scope_id: Option<u32>,
    /// The remote port of the peer.
    #[attr(5, big_endian, min = 1)]
    pub remote_port: Option<u16>,
    /// The socket to be used to communicate with the peer.
    #[attr(6)]
    pub socket: Option<u32>,
    /// The ID of the netns the socket assigned to this peer lives in.
    #[attr(7)]
    pub socket_netnsid: Option<i32>,
    /// The IPv4 address assigned to the peer by the server.
    #[attr(8)]
    pub vpn_ipv4: Option<Ipv4Addr>,
    /// The IPv6 address assigned to the peer by the server.
    #[attr(9)]
    pub vpn_ipv6: Option<Ipv6Addr>,
    /// The local IPv4 to be used to send packets to the peer (UDP only).
    #[attr(10)]
    pub local_ipv4: Option<Ipv4Addr>,
    /// The local IPv6 to be used to send packets to the peer (UDP only).
    #[attr(11)]
    pub local_ipv6: Option<Ipv6Addr>,
    /// The local port to be used to send packets to the peer (UDP only).
    #[attr(12, big_endian, min = 1)]
    pub local_port: Option<u16>,
    /// The number of seconds after which a keep alive message is sent to the peer.
    #[attr(13, max = 86400)]
    pub keepalive_interval: Option<u32>,
    /// The number of seconds from the last activity after which the peer is assumed dead.
    #[attr(14, max = 86400)]
    pub keepalive_timeout: Option<u32>,
    /// The reason why a peer was deleted.
    #[attr(15)]
    pub del_reason: Option<DelPeerReason>,
    /// Number of bytes received over the tunnel.
    #[attr(16, uint)]
    pub vpn_rx_bytes: Option<u64>,
    /// Number of bytes transmitted over the tunnel.
    #[attr(17, uint)]
    pub vpn_tx_bytes: Option<u64>,
    /// Number of packets received over the tunnel.
    #[attr(18, uint)]
    pub vpn_rx_packets: Option<u64>,
    /// Number of packets transmitted over the tunnel.
    #[attr(19, uint)]
    pub vpn_tx_packets: Option<u64>,
    /// Number of bytes received at the transport level.
    #[attr(20, uint)]
    pub link_rx_bytes: Option<u64>,
    /// Number of bytes transmitted at the transport level.
    #[attr(21, uint)]
    pub link_tx_bytes: Option<u64>,
    /// Number of packets received at the transport level.
    #[attr(22, uint)]
    pub link_rx_packets: Option<u64>,
    /// Number of packets transmitted at the transport level.
    #[attr(23, uint)]
    pub link_tx_packets: Option<u64>,
    /// The ID value used when transmitting packets to this peer. This way outgoing packets can have
    /// a different ID than incoming ones. Useful in multipeer-to-multipeer connections, where each
    /// peer will advertise the tx-id to be used on the link.
    #[attr(24, max = 0xff_ffff)]
    pub tx_id: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Peer)]
pub struct PeerNewInput {
    pub id: Option<u32>,
    pub remote_ipv4: Option<Ipv4Addr>,
    pub remote_ipv6: Option<Ipv6Addr>,
    pub remote_ipv6_scope_id: Option<u32>,
    pub remote_port: Option<u16>,
    pub socket: Option<u32>,
    pub vpn_ipv4: Option<Ipv4Addr>,
    pub vpn_ipv6: Option<Ipv6Addr>,
    pub local_ipv4: Option<Ipv4Addr>,
    pub local_ipv6: Option<Ipv6Addr>,
    pub keepalive_interval: Option<u32>,
    pub keepalive_timeout: Option<u32>,
    pub tx_id: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Peer)]
pub struct PeerSetInput {
    pub id: Option<u32>,
    pub remote_ipv4: Option<Ipv4Addr>,
    pub remote_ipv6: Option<Ipv6Addr>,
    pub remote_ipv6_scope_id: Option<u32>,
    pub remote_port: Option<u16>,
    pub vpn_ipv4: Option<Ipv4Addr>,
    pub vpn_ipv6: Option<Ipv6Addr>,
    pub local_ipv4: Option<Ipv4Addr>,
    pub local_ipv6: Option<Ipv6Addr>,
    pub keepalive_interval: Option<u32>,
    pub keepalive_timeout: Option<u32>,
    pub tx_id: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Peer)]
pub struct PeerDelInput {
    pub id: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Keyconf {
    /// The unique ID of the peer in the device context. To be used to identify peers during key
    /// operations.
    #[attr(1, max = 0xff_ffff)]
    pub peer_id: Option<u32>,
    /// The slot where the key should be stored.
    #[attr(2)]
    pub slot: Option<KeySlot>,
    /// The unique ID of the key in the peer context. Used to fetch the correct key upon decryption.
    #[attr(3, max = 7)]
    pub key_id: Option<u32>,
    /// The cipher to be used when communicating with the peer.
    #[attr(4)]
    pub cipher_alg: Option<CipherAlg>,
    /// Key material for encrypt direction.
    #[attr(5, nest)]
    pub encrypt_dir: Option<Keydir>,
    /// Key material for decrypt direction.
    #[attr(6, nest)]
    pub decrypt_dir: Option<Keydir>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Keydir {
    /// The actual key to be used by the cipher.
    #[attr(1, max_len = 256)]
    pub cipher_key: Option<Vec<u8>>,
    /// Random nonce to be concatenated to the packet ID, in order to obtain the actual cipher IV.
    #[attr(2)]
    pub nonce_tail: Option<[u8; NONCE_TAIL_SIZE]>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Keyconf)]
pub struct KeyconfGet {
    pub peer_id: Option<u32>,
    pub slot: Option<KeySlot>,
    pub key_id: Option<u32>,
    pub cipher_alg: Option<CipherAlg>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Keyconf)]
pub struct KeyconfSwapInput {
    pub peer_id: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Keyconf)]
pub struct KeyconfDelInput {
    pub peer_id: Option<u32>,
    pub slot: Option<KeySlot>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct Ovpn {
    /// Index of the ovpn interface to operate on.
    #[attr(1)]
    pub ifindex: Option<u32>,
    /// The peer object containing the attributed of interest for the specific operation.
    #[attr(2, nest)]
    pub peer: Option<Peer>,
    /// Peer specific cipher configuration.
    #[attr(3, nest)]
    pub keyconf: Option<Keyconf>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ovpn)]
pub struct OvpnPeerNewInput {
    pub ifindex: Option<u32>,
    pub peer: Option<PeerNewInput>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ovpn)]
pub struct OvpnPeerSetInput {
    pub ifindex: Option<u32>,
    pub peer: Option<PeerSetInput>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ovpn)]
pub struct OvpnPeerDelInput {
    pub ifindex: Option<u32>,
    pub peer: Option<PeerDelInput>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ovpn)]
pub struct OvpnKeyconfGet {
    pub ifindex: Option<u32>,
    pub keyconf: Option<KeyconfGet>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ovpn)]
pub struct OvpnKeyconfSwapInput {
    pub ifindex: Option<u32>,
    pub keyconf: Option<KeyconfSwapInput>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ovpn)]
pub struct OvpnKeyconfDelInput {
    pub ifindex: Option<u32>,
    pub keyconf: Option<KeyconfDelInput>,
}

/// Request of `peer-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ovpn)]
pub struct PeerGet {
    pub ifindex: Option<u32>,
    pub peer: Option<Peer>,
}

/// Reply of `peer-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ovpn)]
pub struct PeerGetReply {
    pub peer: Option<Peer>,
}

/// Dump request of `peer-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ovpn)]
pub struct PeerDump {
    pub ifindex: Option<u32>,
}

/// Request of `key-new`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = Ovpn)]
pub struct KeyNew {
    pub ifindex: Option<u32>,
    pub keyconf: Option<Keyconf>,
}

/// Reply of `key-get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
#[attrs(subset_of = OvpnKeyconfGet)]
pub struct KeyGetReply {
    pub keyconf: Option<KeyconfGet>,
}

genl_family! {
    /// Netlink protocol to control `OpenVPN` network devices.
    #[family(name = "ovpn", version = 1)]
    pub trait OvpnFamily {
        const PEERS: MulticastGroup = "peers";

        /// Add a remote peer.
        #[op(1, admin_perm)]
        fn peer_new(request: OvpnPeerNewInput);

        /// Modify a remote peer.
        #[op(2, admin_perm)]
        fn peer_set(request: OvpnPeerSetInput);

        /// Retrieve data about existing remote peers (or a specific one).
        #[op(3, admin_perm)]
        fn peer_get(request: PeerGet) -> PeerGetReply;

        /// Retrieve data about existing remote peers (or a specific one).
        #[op(3, dump, admin_perm)]
        fn peer_dump(request: PeerDump) -> PeerGetReply;

        /// Delete existing remote peer.
        #[op(4, admin_perm)]
        fn peer_del(request: OvpnPeerDelInput);

        /// Notification about a peer being deleted.
        #[event(5, group = PEERS, notify = peer_get)]
        fn peer_del_ntf();

        /// Add a cipher key for a specific peer.
        #[op(6, admin_perm)]
        fn key_new(request: KeyNew);

        /// Retrieve non-sensitive data about peer key and cipher.
        #[op(7, admin_perm)]
        fn key_get(request: OvpnKeyconfGet) -> KeyGetReply;

        /// Swap primary and secondary session keys for a specific peer.
        #[op(8, admin_perm)]
        fn key_swap(request: OvpnKeyconfSwapInput);

        /// Notification about key having exhausted its IV space and requiring renegotiation.
        #[event(9, group = PEERS, notify = key_get)]
        fn key_swap_ntf();

        /// Delete cipher key for a specific peer.
        #[op(10, admin_perm)]
        fn key_del(request: OvpnKeyconfDelInput);

        /// Notification about a peer floating (changing its remote UDP endpoint).
        #[event(11, group = PEERS, notify = peer_get)]
        fn peer_float_ntf();
    }
}
