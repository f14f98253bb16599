use std::ffi::CStr;
use std::net::{Ipv4Addr, Ipv6Addr};

use genl::mptcp_pm::{self, AddressFamily, AddressFlags, EndpointReply, SubflowEvent};
use genl::nlctrl::{self, FamilyReply, OpFlags};
use genl_families::ethtool::{self, HeaderFlags};
use genl_families::wireguard::{
    self, KernelTimespec, WgallowedipFlags, WgdeviceFlags, WgpeerFlags,
};
use netlink_bindings::ethtool::{
    Bitset, BitsetBit, BitsetBits, Features, Header, IterableBitset, IterableBitsetBit,
    IterableHeader, OpFeaturesGetDo,
};
use netlink_bindings::mptcp_pm::{Address, Attr, EventAttr, IterableAddress, OpGetAddrDump};
use netlink_bindings::nlctrl::{
    CtrlAttrs, IterableMcastGroupAttrs, IterableOpAttrs, McastGroupAttrs, OpAttrs, OpGetfamilyDo,
};
use netlink_bindings::traits::NetlinkRequest;
use netlink_bindings::wireguard::{
    IterableWgallowedip, IterableWgpeer, OpGetDeviceDump, Wgallowedip, Wgdevice, Wgpeer,
};

use super::split;
use crate::table::Answer;

pub(crate) fn endpoints(datagram: &[u8]) -> Answer<Vec<EndpointReply>> {
    let (mut endpoints, mut rest) = (Vec::new(), datagram);
    while !rest.is_empty() {
        let payload;
        (payload, rest) = split(rest)?;
        let mut endpoint = EndpointReply::default();
        for attribute in OpGetAddrDump::decode_reply(payload) {
            if let Attr::Addr(addr) = attribute? {
                endpoint.addr = address(addr)?;
            }
        }
        endpoints.push(endpoint);
    }
    Ok(endpoints)
}

fn address(attributes: IterableAddress<'_>) -> Answer<mptcp_pm::Address> {
    let mut address = mptcp_pm::Address::default();
    for attribute in attributes {
        match attribute? {
            Address::Family(family) => address.family = Some(AddressFamily::from(family)),
            Address::Id(id) => address.id = Some(id),
            Address::Addr4(addr4) => address.addr4 = Some(Ipv4Addr::from_bits(addr4)),
            Address::Addr6(addr6) => address.addr6 = Some(ipv6(addr6)?),
            Address::Port(port) => address.port = Some(port),
            Address::Flags(flags) => address.flags = Some(AddressFlags::from_bits_retain(flags)),
            Address::IfIdx(index) => address.if_idx = Some(index),
        }
    }
    Ok(address)
}

pub(crate) fn sub_established(datagram: &[u8]) -> Answer<SubflowEvent> {
    let mut event = SubflowEvent::default();
    let attributes = split(datagram)?.0.get(4..).ok_or("no header")?;
    for attribute in EventAttr::new(attributes) {
        match attribute? {
            EventAttr::Token(token) => event.token = token,
            EventAttr::Family(family) => event.family = AddressFamily::from(family),
            EventAttr::Saddr4(saddr4) => event.saddr4 = Some(Ipv4Addr::from_bits(saddr4)),
            EventAttr::Saddr6(saddr6) => event.saddr6 = Some(ipv6(saddr6)?),
            EventAttr::Daddr4(daddr4) => event.daddr4 = Some(Ipv4Addr::from_bits(daddr4)),
            EventAttr::Daddr6(daddr6) => event.daddr6 = Some(ipv6(daddr6)?),
            EventAttr::Sport(sport) => event.sport = sport,
            EventAttr::Dport(dport) => event.dport = dport,
            EventAttr::LocId(id) => event.loc_id = id,
            EventAttr::RemId(id) => event.rem_id = id,
            EventAttr::Backup(backup) => event.backup = Some(backup),
            EventAttr::IfIdx(index) => event.if_idx = Some(index),
            _ => {}
        }
    }
    Ok(event)
}

pub(crate) fn family(datagram: &[u8]) -> Answer<FamilyReply> {
    let mut family = FamilyReply {
        family_name: String::new(),
        family_id: 0,
        version: None,
        hdrsize: None,
        maxattr: None,
        ops: Vec::new(),
        mcast_groups: Vec::new(),
    };
    for attribute in OpGetfamilyDo::decode_reply(split(datagram)?.0) {
        match attribute? {
            CtrlAttrs::FamilyId(id) => family.family_id = id,
            CtrlAttrs::FamilyName(name) => family.family_name = text(name)?,
            CtrlAttrs::Version(version) => family.version = Some(version),
            CtrlAttrs::Hdrsize(size) => family.hdrsize = Some(size),
            CtrlAttrs::Maxattr(number) => family.maxattr = Some(number),
            CtrlAttrs::Ops(ops) => {
                for attributes in ops {
                    family.ops.push(op(attributes?)?);
                }
            }
            CtrlAttrs::McastGroups(groups) => {
                for attributes in groups {
                    family.mcast_groups.push(group(attributes?)?);
                }
            }
            _ => {}
        }
    }
    Ok(family)
}

fn op(attributes: IterableOpAttrs<'_>) -> Answer<nlctrl::OpAttrs> {
    let flags = OpFlags::empty();
    let mut op = nlctrl::OpAttrs { id: 0, flags };
    for attribute in attributes {
        match attribute? {
            OpAttrs::Id(id) => op.id = id,
            OpAttrs::Flags(flags) => op.flags = OpFlags::from_bits_retain(flags),
        }
    }
    Ok(op)
}

fn group(attributes: IterableMcastGroupAttrs<'_>) -> Answer<nlctrl::McastGroupAttrs> {
    let name = String::new();
    let mut group = nlctrl::McastGroupAttrs { name, id: 0 };
    for attribute in attributes {
        match attribute? {
            McastGroupAttrs::Name(name) => group.name = text(name)?,
            McastGroupAttrs::Id(id) => group.id = id,
        }
    }
    Ok(group)
}

pub(crate) fn features(datagram: &[u8]) -> Answer<ethtool::Features> {
    let mut features = ethtool::Features::default();
    for attribute in OpFeaturesGetDo::decode_reply(split(datagram)?.0) {
        match attribute? {
            Features::Header(attributes) => features.header = Some(header(attributes)?),
            Features::Hw(attributes) => features.hw = Some(bitset(attributes)?),
            Features::Wanted(attributes) => features.wanted = Some(bitset(attributes)?),
            Features::Active(attributes) => features.active = Some(bitset(attributes)?),
            Features::Nochange(attributes) => features.nochange = Some(bitset(attributes)?),
        }
    }
    Ok(features)
}

fn header(attributes: IterableHeader<'_>) -> Answer<ethtool::Header> {
    let mut header = ethtool::Header::default();
    for attribute in attributes {
        match attribute? {
            Header::DevIndex(index) => header.dev_index = Some(index),
            Header::DevName(name) => header.dev_name = Some(text(name)?),
            Header::Flags(flags) => header.flags = Some(HeaderFlags::from_bits_retain(flags)),
            Header::PhyIndex(index) => header.phy_index = Some(index),
        }
    }
    Ok(header)
}

fn bitset(attributes: IterableBitset<'_>) -> Answer<ethtool::Bitset> {
    let mut bitset = ethtool::Bitset::default();
    for attribute in attributes {
        match attribute? {
            Bitset::Nomask(()) => bitset.nomask = true,
            Bitset::Size(size) => bitset.size = Some(size),
            Bitset::Bits(attributes) => {
                let mut bits = ethtool::BitsetBits::default();
                for attribute in attributes {
                    let BitsetBits::Bit(attributes) = attribute?;
                    bits.bit.push(bit(attributes)?);
                }
                bitset.bits = Some(bits);
            }
            Bitset::Value(words) => bitset.value = Some(words.to_vec()),
            Bitset::Mask(words) => bitset.mask = Some(words.to_vec()),
        }
    }
    Ok(bitset)
}

fn bit(attributes: IterableBitsetBit<'_>) -> Answer<ethtool::BitsetBit> {
    let mut bit = ethtool::BitsetBit::default();
    for attribute in attributes {
        match attribute? {
            BitsetBit::Index(index) => bit.index = Some(index),
            BitsetBit::Name(name) => bit.name = Some(text(name)?),
            BitsetBit::Value(()) => bit.value = true,
        }
    }
    Ok(bit)
}

pub(crate) fn device(datagram: &[u8]) -> Answer<wireguard::Wgdevice> {
    let mut device = wireguard::Wgdevice::default();
    for attribute in OpGetDeviceDump::decode_reply(split(datagram)?.0) {
        match attribute? {
            Wgdevice::Ifindex(index) => device.ifindex = Some(index),
            Wgdevice::Ifname(name) => device.ifname = Some(text(name)?),
            Wgdevice::PrivateKey(key) => device.private_key = Some(key.try_into()?),
            Wgdevice::PublicKey(key) => device.public_key = Some(key.try_into()?),
            Wgdevice::Flags(flags) => device.flags = Some(WgdeviceFlags::from_bits_retain(flags)),
            Wgdevice::ListenPort(port) => device.listen_port = Some(port),
            Wgdevice::Fwmark(mark) => device.fwmark = Some(mark),
            Wgdevice::Peers(peers) => {
                for attributes in peers {
                    device.peers.push(peer(attributes?)?);
                }
            }
        }
    }
    Ok(device)
}

fn peer(attributes: IterableWgpeer<'_>) -> Answer<wireguard::Wgpeer> {
    let mut peer = wireguard::Wgpeer::default();
    for attribute in attributes {
        match attribute? {
            Wgpeer::PublicKey(key) => peer.public_key = Some(key.try_into()?),
            Wgpeer::PresharedKey(key) => peer.preshared_key = Some(key.try_into()?),
            Wgpeer::Flags(flags) => peer.flags = Some(WgpeerFlags::from_bits_retain(flags)),
            Wgpeer::Endpoint(endpoint) => peer.endpoint = Some(endpoint),
            Wgpeer::PersistentKeepaliveInterval(seconds) => {
                peer.persistent_keepalive_interval = Some(seconds);
            }
            Wgpeer::LastHandshakeTime(time) => {
                let (sec, nsec) = (time.sec, time.nsec);
                peer.last_handshake_time = Some(KernelTimespec { sec, nsec });
            }
            Wgpeer::RxBytes(bytes) => peer.rx_bytes = Some(bytes),
            Wgpeer::TxBytes(bytes) => peer.tx_bytes = Some(bytes),
            Wgpeer::Allowedips(ips) => {
                for attributes in ips {
                    peer.allowedips.push(allowed_ip(attributes?)?);
                }
            }
            Wgpeer::ProtocolVersion(version) => peer.protocol_version = Some(version),
        }
    }
    Ok(peer)
}

fn allowed_ip(attributes: IterableWgallowedip<'_>) -> Answer<wireguard::Wgallowedip> {
    let mut allowed = wireguard::Wgallowedip::default();
    for attribute in attributes {
        match attribute? {
            Wgallowedip::Family(family) => allowed.family = Some(family),
            Wgallowedip::Ipaddr(ip) => allowed.ipaddr = Some(ip),
            Wgallowedip::CidrMask(bits) => allowed.cidr_mask = Some(bits),
            Wgallowedip::Flags(flags) => {
                allowed.flags = Some(WgallowedipFlags::from_bits_retain(flags));
            }
        }
    }
    Ok(allowed)
}

fn ipv6(bytes: &[u8]) -> Answer<Ipv6Addr> {
    Ok(Ipv6Addr::from(<[u8; 16]>::try_from(bytes)?))
}

fn text(text: &CStr) -> Answer<String> {
    Ok(text.to_str()?.to_owned())
}
