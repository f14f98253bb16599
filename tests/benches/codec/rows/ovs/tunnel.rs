//! Tunnels.

use genl_families::ovs::flow::{TunnelKeyAttrs, VxlanExtAttrs};

use crate::hand::{Space, attributes, byte, c_struct, ipv4, ipv6, number, port, wide, word};

/// The greatest length of a tunnel without its options.
const FIXED: usize = 12 + 6 * 8 + 4 * 4 + 4 + 2 * 8 + 12 + 2 * 20 + 16;

pub(super) fn tunnel_bound(tunnel: &TunnelKeyAttrs) -> usize {
    FIXED + 4 * tunnel.geneve_opts.as_ref().map_or(0, Vec::len)
}

pub(super) fn put_tunnel<'b>(tunnel: &TunnelKeyAttrs, mut out: Space<'b>) -> Option<Space<'b>> {
    out.some(0, tunnel.id.map(u64::to_be_bytes))?;
    out.some(1, tunnel.ipv4_src.map(|ip| ip.octets()))?;
    out.some(2, tunnel.ipv4_dst.map(|ip| ip.octets()))?;
    out.some(3, tunnel.tos.map(u8::to_ne_bytes))?;
    out.some(4, tunnel.ttl.map(u8::to_ne_bytes))?;
    out.flag(5, tunnel.dont_fragment)?;
    out.flag(6, tunnel.csum)?;
    out.flag(7, tunnel.oam)?;
    if let Some(options) = &tunnel.geneve_opts {
        out.array(8, options.iter().map(|option| option.to_be_bytes()))?;
    }
    out.some(9, tunnel.tp_src.map(u16::to_be_bytes))?;
    out.some(10, tunnel.tp_dst.map(u16::to_be_bytes))?;
    if let Some(options) = &tunnel.vxlan_opts {
        out.nest(11, |out| out.some(1, options.gbp.map(u32::to_ne_bytes)))?;
    }
    out.some(12, tunnel.ipv6_src.map(|ip| ip.octets()))?;
    out.some(13, tunnel.ipv6_dst.map(|ip| ip.octets()))?;
    out.structure(15, tunnel.erspan_opts.as_ref())?;
    out.flag(16, tunnel.ipv4_info_bridge)?;
    Some(out)
}

pub(super) fn fill_tunnel(nest: &[u8], tunnel: &mut TunnelKeyAttrs) -> Option<()> {
    attributes(nest, |kind, payload| {
        match number(kind) {
            0 => tunnel.id = Some(u64::from_be(wide(payload)?)),
            1 => tunnel.ipv4_src = Some(ipv4(payload)?),
            2 => tunnel.ipv4_dst = Some(ipv4(payload)?),
            3 => tunnel.tos = Some(byte(payload)?),
            4 => tunnel.ttl = Some(byte(payload)?),
            5 => tunnel.dont_fragment = true,
            6 => tunnel.csum = true,
            7 => tunnel.oam = true,
            8 => tunnel.geneve_opts = Some(words(payload)?),
            9 => tunnel.tp_src = Some(port(payload)?),
            10 => tunnel.tp_dst = Some(port(payload)?),
            11 => tunnel.vxlan_opts = Some(vxlan(payload)?),
            12 => tunnel.ipv6_src = Some(ipv6(payload)?),
            13 => tunnel.ipv6_dst = Some(ipv6(payload)?),
            15 => tunnel.erspan_opts = Some(c_struct(payload)),
            16 => tunnel.ipv4_info_bridge = true,
            _ => {}
        }
        Some(())
    })
}

fn words(payload: &[u8]) -> Option<Vec<u32>> {
    let words = payload.chunks_exact(4);
    let is_whole = words.remainder().is_empty();
    is_whole.then(|| words.filter_map(word).map(u32::from_be).collect())
}

fn vxlan(nest: &[u8]) -> Option<VxlanExtAttrs> {
    let mut options = VxlanExtAttrs::default();
    attributes(nest, |kind, payload| {
        if number(kind) == 1 {
            options.gbp = Some(word(payload)?);
        }
        Some(())
    })?;
    Some(options)
}
