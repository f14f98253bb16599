//! What the crates read, as genl has it. None of this is measured.

use ethtool::{EthtoolAttr, EthtoolFeatureAttr, EthtoolFeatureBit, EthtoolHeader, EthtoolMessage};
use genl::mptcp_pm::{Address, AddressFamily, AddressFlags, EndpointReply};
use genl::nlctrl::{FamilyReply, McastGroupAttrs, OpAttrs, OpFlags};
use genl_families::ethtool::{Bitset, BitsetBit, Features, Header};
use genl_families::wireguard::{
    KernelTimespec, Wgallowedip, WgallowedipFlags, Wgdevice, WgdeviceFlags, Wgpeer, WgpeerFlags,
};
use mptcp_pm::{
    MptcpPathManagerAddressAttr as AddressAttr, MptcpPathManagerAttr as Attr,
    MptcpPathManagerMessage,
};
use netlink_packet_generic::ctrl::GenlCtrl;
use netlink_packet_generic::ctrl::nlas::{GenlCtrlAttrs, McastGrpAttrs, OpAttrs as CtrlOpAttrs};
use netlink_packet_wireguard::{
    WireguardAllowedIp, WireguardAllowedIpAttr, WireguardAttribute, WireguardMessage,
    WireguardPeer, WireguardPeerAttribute as PeerAttribute,
};

pub(crate) fn endpoints(messages: Vec<MptcpPathManagerMessage>) -> Vec<EndpointReply> {
    let replies = messages.into_iter().map(|message| {
        let mut addr = Address::default();
        for attribute in message.nlas {
            match attribute {
                Attr::Address(AddressAttr::Family(family)) => {
                    addr.family = Some(AddressFamily::from(family));
                }
                Attr::Address(AddressAttr::Id(id)) => addr.id = Some(id),
                Attr::Address(AddressAttr::Addr4(addr4)) => addr.addr4 = Some(addr4),
                Attr::Address(AddressAttr::Addr6(addr6)) => addr.addr6 = Some(addr6),
                Attr::Address(AddressAttr::Port(port)) => addr.port = Some(port),
                Attr::Address(AddressAttr::Flags(flags)) => {
                    let bits = flags.iter().map(u32::from).sum();
                    addr.flags = Some(AddressFlags::from_bits_retain(bits));
                }
                Attr::Address(AddressAttr::IfIndex(index)) => addr.if_idx = Some(index),
                other => panic!("{other:?}"),
            }
        }
        EndpointReply { addr }
    });
    replies.collect()
}

pub(crate) fn family(message: GenlCtrl) -> FamilyReply {
    let mut family = FamilyReply {
        family_name: String::new(),
        family_id: 0,
        version: None,
        hdrsize: None,
        maxattr: None,
        ops: Vec::new(),
        mcast_groups: Vec::new(),
    };
    for attribute in message.nlas {
        match attribute {
            GenlCtrlAttrs::FamilyId(id) => family.family_id = id,
            GenlCtrlAttrs::FamilyName(name) => family.family_name = name,
            GenlCtrlAttrs::Version(version) => family.version = Some(version),
            GenlCtrlAttrs::HdrSize(size) => family.hdrsize = Some(size),
            GenlCtrlAttrs::MaxAttr(number) => family.maxattr = Some(number),
            GenlCtrlAttrs::Ops(ops) => {
                family.ops = ops.iter().map(|attributes| op(attributes)).collect();
            }
            GenlCtrlAttrs::McastGroups(groups) => {
                family.mcast_groups = groups.into_iter().map(group).collect();
            }
            other => panic!("{other:?}"),
        }
    }
    family
}

fn op(attributes: &[CtrlOpAttrs]) -> OpAttrs {
    let flags = OpFlags::empty();
    let mut op = OpAttrs { id: 0, flags };
    for attribute in attributes {
        match attribute {
            CtrlOpAttrs::Id(id) => op.id = *id,
            CtrlOpAttrs::Flags(flags) => op.flags = OpFlags::from_bits_retain(*flags),
        }
    }
    op
}

fn group(attributes: Vec<McastGrpAttrs>) -> McastGroupAttrs {
    let name = String::new();
    let mut group = McastGroupAttrs { name, id: 0 };
    for attribute in attributes {
        match attribute {
            McastGrpAttrs::Name(name) => group.name = name,
            McastGrpAttrs::Id(id) => group.id = id,
        }
    }
    group
}

/// Puts what the crate reads over what genl reads: it leaves out the bit 0, and all of a bitset but its bits.
pub(crate) fn features(message: EthtoolMessage, mut features: Features) -> Features {
    for attribute in message.nlas {
        let EthtoolAttr::Feature(attribute) = attribute else {
            panic!("{attribute:?}");
        };
        match attribute {
            EthtoolFeatureAttr::Header(header) => features.header = Some(self::header(header)),
            EthtoolFeatureAttr::Hw(bits) => put_bits(features.hw.as_mut(), bits),
            EthtoolFeatureAttr::Wanted(bits) => put_bits(features.wanted.as_mut(), bits),
            EthtoolFeatureAttr::Active(bits) => put_bits(features.active.as_mut(), bits),
            EthtoolFeatureAttr::NoChange(bits) => put_bits(features.nochange.as_mut(), bits),
            EthtoolFeatureAttr::Other(other) => panic!("{other:?}"),
        }
    }
    features
}

fn header(attributes: Vec<EthtoolHeader>) -> Header {
    let mut header = Header::default();
    for attribute in attributes {
        match attribute {
            EthtoolHeader::DevIndex(index) => header.dev_index = Some(index),
            EthtoolHeader::DevName(name) => header.dev_name = Some(name),
            other => panic!("{other:?}"),
        }
    }
    header
}

/// In a bitset without mask the crate says that the bits listed are set.
fn put_bits(bitset: Option<&mut Bitset>, bits: Vec<EthtoolFeatureBit>) {
    let bitset = bitset.expect("genl read it");
    let nomask = bitset.nomask;
    let places = bitset.bits.iter_mut().flat_map(|bits| &mut bits.bit);
    let places: Vec<_> = places.filter(|bit| bit.index != Some(0)).collect();
    assert_eq!(places.len(), bits.len());
    for (place, bit) in places.into_iter().zip(bits) {
        *place = BitsetBit {
            index: Some(bit.index),
            name: Some(bit.name),
            value: bit.value != nomask,
        };
    }
}

pub(crate) fn device(message: WireguardMessage) -> Wgdevice {
    let mut device = Wgdevice::default();
    for attribute in message.attributes {
        match attribute {
            WireguardAttribute::IfIndex(index) => device.ifindex = Some(index),
            WireguardAttribute::IfName(name) => device.ifname = Some(name),
            WireguardAttribute::PrivateKey(key) => device.private_key = Some(key),
            WireguardAttribute::PublicKey(key) => device.public_key = Some(key),
            WireguardAttribute::ListenPort(port) => device.listen_port = Some(port),
            WireguardAttribute::Fwmark(mark) => device.fwmark = Some(mark),
            WireguardAttribute::Flags(flags) => {
                device.flags = Some(WgdeviceFlags::from_bits_retain(flags.bits()));
            }
            WireguardAttribute::Peers(peers) => {
                device.peers = peers.into_iter().map(peer).collect();
            }
            other => panic!("{other:?}"),
        }
    }
    device
}

fn peer(attributes: WireguardPeer) -> Wgpeer {
    let mut peer = Wgpeer::default();
    for attribute in attributes.0 {
        match attribute {
            PeerAttribute::PublicKey(key) => peer.public_key = Some(key),
            PeerAttribute::PresharedKey(key) => peer.preshared_key = Some(key),
            PeerAttribute::Endpoint(endpoint) => peer.endpoint = Some(endpoint),
            PeerAttribute::PersistentKeepalive(seconds) => {
                peer.persistent_keepalive_interval = Some(seconds);
            }
            PeerAttribute::LastHandshake(time) => {
                peer.last_handshake_time = Some(KernelTimespec {
                    sec: time.seconds.cast_unsigned(),
                    nsec: time.nano_seconds.cast_unsigned(),
                });
            }
            PeerAttribute::RxBytes(bytes) => peer.rx_bytes = Some(bytes),
            PeerAttribute::TxBytes(bytes) => peer.tx_bytes = Some(bytes),
            PeerAttribute::AllowedIps(ips) => {
                peer.allowedips = ips.into_iter().map(allowed_ip).collect();
            }
            PeerAttribute::ProtocolVersion(version) => peer.protocol_version = Some(version),
            PeerAttribute::Flags(flags) => {
                peer.flags = Some(WgpeerFlags::from_bits_retain(flags.bits()));
            }
            other => panic!("{other:?}"),
        }
    }
    peer
}

fn allowed_ip(attributes: WireguardAllowedIp) -> Wgallowedip {
    let mut allowed = Wgallowedip::default();
    for attribute in attributes.0 {
        match attribute {
            WireguardAllowedIpAttr::Family(family) => allowed.family = Some(family.into()),
            WireguardAllowedIpAttr::IpAddr(ip) => allowed.ipaddr = Some(ip),
            WireguardAllowedIpAttr::Cidr(bits) => allowed.cidr_mask = Some(bits),
            WireguardAllowedIpAttr::Flags(flags) => {
                allowed.flags = Some(WgallowedipFlags::from_bits_retain(flags.bits()));
            }
            other => panic!("{other:?}"),
        }
    }
    allowed
}
