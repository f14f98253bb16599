//! A device with many peers: keys, socket addresses and networks, three levels of nests.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use genl::AttributeSet;
use genl::wire::MessageHeader;
use genl_families::wireguard::{
    KernelTimespec, Wgallowedip, WgallowedipFlags, Wgdevice, WgdeviceFlags, Wgpeer, WgpeerFlags,
    Wireguard,
};

use super::{stored, with_headers};
use crate::hand::{
    Space, align, attributes, byte, c_struct, filled, ipv4, ipv6, number, put_message, room, short,
    text, wide, word,
};
use crate::harness::{Row, decoded, encoded};

const AF_INET: u16 = 2;
const AF_INET6: u16 = 10;

pub(crate) fn rows() -> Vec<Row> {
    let write = |header, device: &Wgdevice, out: &mut Vec<u8>| {
        Wireguard::SET_DEVICE.write(header, device, out)
    };
    let (read, by_hand) = (Wgdevice::decode, device);
    let of_c = include_str!("../../../families/tests/fixtures/wireguard.txt");
    decoded(&with_headers(&stored(of_c, "reply")), read, by_hand);
    let set = stored(of_c, "set");
    let device = decoded(&with_headers(&set), read, by_hand);
    assert_eq!(encoded(&device, write, put_device)[20..], set);
    Row::both(
        "100 peers",
        with_100_peers(),
        write,
        put_device,
        read,
        by_hand,
    )
    .into()
}

fn with_100_peers() -> Wgdevice {
    let peer = |index: u8| {
        let ip6 = Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, index.into());
        let network = |ip: IpAddr, family, cidr_mask| Wgallowedip {
            family: Some(family),
            ipaddr: Some(ip),
            cidr_mask: Some(cidr_mask),
            flags: None,
        };
        Wgpeer {
            public_key: Some([index; 32]),
            preshared_key: Some([index + 1; 32]),
            endpoint: Some(if index % 2 == 0 {
                (Ipv4Addr::new(192, 0, 2, index), 51820).into()
            } else {
                SocketAddrV6::new(ip6, 443, 0, 3).into()
            }),
            persistent_keepalive_interval: Some(25),
            last_handshake_time: Some(KernelTimespec {
                sec: 0x6000_0000 + u64::from(index),
                nsec: 999_999_999,
            }),
            rx_bytes: Some(1 << (index % 60)),
            tx_bytes: Some(7),
            allowedips: vec![
                network([10, 0, index, 0].into(), AF_INET, 24),
                network(ip6.into(), AF_INET6, 128),
            ],
            protocol_version: Some(1),
            flags: None,
        }
    };
    Wgdevice {
        ifindex: Some(7),
        ifname: Some("wg0".to_owned()),
        private_key: Some([1; 32]),
        public_key: Some([2; 32]),
        listen_port: Some(51820),
        fwmark: Some(0xca6c),
        peers: (0..100).map(peer).collect(),
        flags: None,
    }
}

fn put_device(header: MessageHeader, device: &Wgdevice, out: &mut Vec<u8>) -> Option<()> {
    const FIXED: usize = 4 * 8 + 2 * 36 + 4;
    const PEER: usize = 4 + 2 * 36 + 3 * 8 + 32 + 20 + 2 * 12 + 4;
    const NETWORK: usize = 4 + 3 * 8 + 20;
    let name = device
        .ifname
        .as_ref()
        .map_or(0, |name| align(5 + name.len()));
    let peers = device.peers.iter();
    let peers: usize = peers
        .map(|peer| PEER + NETWORK * peer.allowedips.len())
        .sum();
    put_message(header, [1, 1], FIXED + name + peers, out, |out| {
        out.some(1, device.ifindex.map(u32::to_ne_bytes))?;
        if let Some(name) = &device.ifname {
            if name.len() > 15 {
                return None;
            }
            out.text(2, name)?;
        }
        out.some(3, device.private_key)?;
        out.some(4, device.public_key)?;
        out.some(5, device.flags.map(|flags| flags.bits().to_ne_bytes()))?;
        out.some(6, device.listen_port.map(u16::to_ne_bytes))?;
        out.some(7, device.fwmark.map(u32::to_ne_bytes))?;
        if device.peers.is_empty() {
            return Some(());
        }
        out.nest(8, |out| {
            device
                .peers
                .iter()
                .try_for_each(|peer| out.nest(0, |out| put_peer(peer, out)))
        })
    })
}

#[inline(always)]
fn put_peer(peer: &Wgpeer, out: &mut Space<'_>) -> Option<()> {
    out.some(1, peer.public_key)?;
    out.some(2, peer.preshared_key)?;
    out.some(3, peer.flags.map(|flags| flags.bits().to_ne_bytes()))?;
    match &peer.endpoint {
        Some(SocketAddr::V4(endpoint)) => out.fixed(4, sockaddr_in(endpoint))?,
        Some(SocketAddr::V6(endpoint)) => out.fixed(4, sockaddr_in6(endpoint))?,
        None => {}
    }
    out.some(5, peer.persistent_keepalive_interval.map(u16::to_ne_bytes))?;
    out.some(6, peer.last_handshake_time.map(timespec))?;
    out.some(7, peer.rx_bytes.map(u64::to_ne_bytes))?;
    out.some(8, peer.tx_bytes.map(u64::to_ne_bytes))?;
    if !peer.allowedips.is_empty() {
        out.nest(9, |out| {
            peer.allowedips
                .iter()
                .try_for_each(|network| out.nest(0, |out| put_network(network, out)))
        })?;
    }
    out.some(10, peer.protocol_version.map(u32::to_ne_bytes))
}

#[inline(always)]
fn put_network(network: &Wgallowedip, out: &mut Space<'_>) -> Option<()> {
    out.some(1, network.family.map(u16::to_ne_bytes))?;
    match &network.ipaddr {
        Some(IpAddr::V4(ip)) => out.fixed(2, ip.octets())?,
        Some(IpAddr::V6(ip)) => out.fixed(2, ip.octets())?,
        None => {}
    }
    out.some(3, network.cidr_mask.map(u8::to_ne_bytes))?;
    out.some(4, network.flags.map(|flags| flags.bits().to_ne_bytes()))
}

#[inline(always)]
fn sockaddr_in(addr: &SocketAddrV4) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..2].copy_from_slice(&AF_INET.to_ne_bytes());
    bytes[2..4].copy_from_slice(&addr.port().to_be_bytes());
    bytes[4..8].copy_from_slice(&addr.ip().octets());
    bytes
}

#[inline(always)]
fn sockaddr_in6(addr: &SocketAddrV6) -> [u8; 28] {
    let mut bytes = [0; 28];
    bytes[..2].copy_from_slice(&AF_INET6.to_ne_bytes());
    bytes[2..4].copy_from_slice(&addr.port().to_be_bytes());
    bytes[4..8].copy_from_slice(&addr.flowinfo().to_ne_bytes());
    bytes[8..24].copy_from_slice(&addr.ip().octets());
    bytes[24..].copy_from_slice(&addr.scope_id().to_ne_bytes());
    bytes
}

#[inline(always)]
fn timespec(time: KernelTimespec) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&time.sec.to_ne_bytes());
    bytes[8..].copy_from_slice(&time.nsec.to_ne_bytes());
    bytes
}

fn device(body: &[u8]) -> Option<Wgdevice> {
    filled(|device: &mut Wgdevice| {
        attributes(body, |kind, payload| {
            match number(kind) {
                1 => device.ifindex = Some(word(payload)?),
                2 => device.ifname = Some(text(payload).filter(|name| name.len() <= 15)?),
                3 => device.private_key = Some(payload.try_into().ok()?),
                4 => device.public_key = Some(payload.try_into().ok()?),
                5 => device.flags = Some(WgdeviceFlags::from_bits_retain(word(payload)?)),
                6 => device.listen_port = Some(short(payload)?),
                7 => device.fwmark = Some(word(payload)?),
                8 => {
                    device.peers = room(payload);
                    attributes(payload, |_, nest| {
                        device.peers.push(Wgpeer::default());
                        fill_peer(nest, device.peers.last_mut()?)
                    })?;
                }
                _ => {}
            }
            Some(())
        })
    })
}

fn fill_peer(nest: &[u8], peer: &mut Wgpeer) -> Option<()> {
    attributes(nest, |kind, payload| {
        match number(kind) {
            1 => peer.public_key = Some(payload.try_into().ok()?),
            2 => peer.preshared_key = Some(payload.try_into().ok()?),
            3 => peer.flags = Some(WgpeerFlags::from_bits_retain(word(payload)?)),
            4 => peer.endpoint = Some(socket_addr(payload)?),
            5 => peer.persistent_keepalive_interval = Some(short(payload)?),
            6 => peer.last_handshake_time = Some(c_struct(payload)),
            7 => peer.rx_bytes = Some(wide(payload)?),
            8 => peer.tx_bytes = Some(wide(payload)?),
            9 => {
                peer.allowedips = room(payload);
                attributes(payload, |_, nest| {
                    peer.allowedips.push(Wgallowedip::default());
                    fill_network(nest, peer.allowedips.last_mut()?)
                })?;
            }
            10 => peer.protocol_version = Some(word(payload)?),
            _ => {}
        }
        Some(())
    })
}

#[inline(always)]
fn fill_network(nest: &[u8], network: &mut Wgallowedip) -> Option<()> {
    attributes(nest, |kind, payload| {
        match number(kind) {
            1 => network.family = Some(short(payload)?),
            2 if payload.len() == 4 => network.ipaddr = Some(ipv4(payload)?.into()),
            2 => network.ipaddr = Some(ipv6(payload)?.into()),
            3 => network.cidr_mask = Some(byte(payload)?),
            4 => network.flags = Some(WgallowedipFlags::from_bits_retain(word(payload)?)),
            _ => {}
        }
        Some(())
    })
}

#[inline(always)]
fn socket_addr(payload: &[u8]) -> Option<SocketAddr> {
    if let Ok([f0, f1, p0, p1, ip @ .., _, _, _, _, _, _, _, _]) = <[u8; 16]>::try_from(payload) {
        let port = u16::from_be_bytes([p0, p1]);
        let is_inet = u16::from_ne_bytes([f0, f1]) == AF_INET;
        return is_inet.then(|| SocketAddrV4::new(ip.into(), port).into());
    }
    let payload = <&[u8; 28]>::try_from(payload).ok()?;
    let ip: [u8; 16] = payload[8..24].try_into().ok()?;
    let port = u16::from_be_bytes([payload[2], payload[3]]);
    let (flowinfo, scope) = (word(&payload[4..8])?, word(&payload[24..])?);
    let is_inet6 = u16::from_ne_bytes([payload[0], payload[1]]) == AF_INET6;
    is_inet6.then(|| SocketAddrV6::new(ip.into(), port, flowinfo, scope).into())
}
