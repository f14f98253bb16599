//! Keys, without network service headers.

use genl_families::ovs::flow::{CtStateFlags, KeyAttrs, KeyMpls};
use zerocopy::IntoBytes;

use super::tunnel::{fill_tunnel, put_tunnel, tunnel_bound};
use crate::hand::{Space, align, attributes, c_struct, deeper, number, port, short, word};

/// The greatest length of a key, without the attributes of variable length.
const FIXED: usize = 20 * 8 + 2 * 16 + 44 + 28 + 32 + 20 + 20 + 44 + 12;

pub(super) fn key_bound(key: &KeyAttrs) -> usize {
    let bytes = |bytes: &Option<Vec<u8>>| bytes.as_ref().map_or(0, |it| align(4 + it.len()));
    FIXED
        + key.encap.as_ref().map_or(0, |key| 4 + key_bound(key))
        + key
            .tunnel
            .as_ref()
            .map_or(0, |tunnel| 4 + tunnel_bound(tunnel))
        + 4 * key.mpls.len()
        + bytes(&key.nd_extensions)
        + bytes(&key.tunnel_info)
}

pub(super) fn put_key<'b>(key: &KeyAttrs, depth: u8, mut out: Space<'b>) -> Option<Space<'b>> {
    if let Some(encap) = &key.encap {
        let depth = deeper(depth)?;
        out.nest(1, |out| out.by(|out| put_key(encap, depth, out)))?;
    }
    out.some(2, key.priority.map(u32::to_ne_bytes))?;
    out.some(3, key.in_port.map(u32::to_ne_bytes))?;
    out.structure(4, key.ethernet.as_ref())?;
    out.some(5, key.vlan.map(u16::to_be_bytes))?;
    out.some(6, key.ethertype.map(u16::to_be_bytes))?;
    out.structure(7, key.ipv4.as_ref())?;
    out.structure(8, key.ipv6.as_ref())?;
    out.structure(9, key.tcp.as_ref())?;
    out.structure(10, key.udp.as_ref())?;
    out.structure(11, key.icmp.as_ref())?;
    out.structure(12, key.icmpv6.as_ref())?;
    out.structure(13, key.arp.as_ref())?;
    out.structure(14, key.nd.as_ref())?;
    out.some(15, key.skb_mark.map(u32::to_ne_bytes))?;
    if let Some(tunnel) = &key.tunnel {
        out.nest(16, |out| out.by(|out| put_tunnel(tunnel, out)))?;
    }
    out.structure(17, key.sctp.as_ref())?;
    out.some(18, key.tcp_flags.map(u16::to_be_bytes))?;
    out.some(19, key.dp_hash.map(u32::to_ne_bytes))?;
    out.some(20, key.recirc_id.map(u32::to_ne_bytes))?;
    if !key.mpls.is_empty() {
        out.bytes(21, key.mpls.as_bytes())?;
    }
    out.some(22, key.ct_state.map(|state| state.bits().to_ne_bytes()))?;
    out.some(23, key.ct_zone.map(u16::to_ne_bytes))?;
    out.some(24, key.ct_mark.map(u32::to_ne_bytes))?;
    out.some(25, key.ct_labels)?;
    out.structure(26, key.ct_orig_tuple_ipv4.as_ref())?;
    out.structure(27, key.ct_orig_tuple_ipv6.as_ref())?;
    if key.nsh.is_some() {
        return None;
    }
    out.some(29, key.packet_type.map(u32::to_be_bytes))?;
    if let Some(bytes) = &key.nd_extensions {
        out.bytes(30, bytes)?;
    }
    if let Some(bytes) = &key.tunnel_info {
        out.bytes(31, bytes)?;
    }
    out.structure(32, key.ipv6_exthdrs.as_ref())?;
    Some(out)
}

pub(super) fn fill_key(nest: &[u8], depth: u8, key: &mut KeyAttrs) -> Option<()> {
    attributes(nest, |kind, payload| {
        match number(kind) {
            1 => fill_key(payload, deeper(depth)?, key.encap.insert(Box::default()))?,
            2 => key.priority = Some(word(payload)?),
            3 => key.in_port = Some(word(payload)?),
            4 => key.ethernet = Some(c_struct(payload)),
            5 => key.vlan = Some(port(payload)?),
            6 => key.ethertype = Some(port(payload)?),
            7 => key.ipv4 = Some(c_struct(payload)),
            8 => key.ipv6 = Some(c_struct(payload)),
            9 => key.tcp = Some(c_struct(payload)),
            10 => key.udp = Some(c_struct(payload)),
            11 => key.icmp = Some(c_struct(payload)),
            12 => key.icmpv6 = Some(c_struct(payload)),
            13 => key.arp = Some(c_struct(payload)),
            14 => key.nd = Some(c_struct(payload)),
            15 => key.skb_mark = Some(word(payload)?),
            16 => fill_tunnel(payload, key.tunnel.insert(Box::default()))?,
            17 => key.sctp = Some(c_struct(payload)),
            18 => key.tcp_flags = Some(port(payload)?),
            19 => key.dp_hash = Some(word(payload)?),
            20 => key.recirc_id = Some(word(payload)?),
            21 => key.mpls = mpls(payload)?,
            22 => key.ct_state = Some(CtStateFlags::from_bits_retain(word(payload)?)),
            23 => key.ct_zone = Some(short(payload)?),
            24 => key.ct_mark = Some(word(payload)?),
            25 => key.ct_labels = Some(payload.try_into().ok()?),
            26 => key.ct_orig_tuple_ipv4 = Some(c_struct(payload)),
            27 => key.ct_orig_tuple_ipv6 = Some(c_struct(payload)),
            28 => return None,
            29 => key.packet_type = Some(u32::from_be(word(payload)?)),
            30 => key.nd_extensions = Some(payload.to_vec()),
            31 => key.tunnel_info = Some(payload.to_vec()),
            32 => key.ipv6_exthdrs = Some(c_struct(payload)),
            _ => {}
        }
        Some(())
    })
}

fn mpls(payload: &[u8]) -> Option<Vec<KeyMpls>> {
    let labels = payload.chunks_exact(4);
    labels
        .remainder()
        .is_empty()
        .then(|| labels.map(c_struct).collect())
}
