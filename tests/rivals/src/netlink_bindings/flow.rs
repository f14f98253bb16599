use std::net::Ipv4Addr;

use genl::WithHeader;
use genl_families::ovs::OvsHeader;
use genl_families::ovs::flow::{self, Action, CtStateFlags, FlowStats};
use netlink_bindings::ovs_flow::{
    self as bindings, ActionAttrs, FlowAttrs, IterableFlowAttrs, IterableKeyAttrs,
    IterableTunnelKeyAttrs, KeyAttrs, OpGetDo, TunnelKeyAttrs,
};
use netlink_bindings::traits::NetlinkRequest;
use zerocopy::transmute;

use super::split;
use crate::by_number::words;
use crate::table::Answer;

type Flow = WithHeader<OvsHeader, flow::FlowAttrs>;

pub(crate) fn flow(datagram: &[u8]) -> Answer<Flow> {
    let payload = split(datagram)?.0.get(4..).ok_or("no generic header")?;
    let (header, attributes) = payload.split_at_checked(4).ok_or("no header")?;
    let header = bindings::OvsHeader::new_from_slice(header).ok_or("no header")?;
    read(&header, FlowAttrs::new(attributes))
}

/// Fails: the crate's operations take the generic header for that of the family, where a family has one.
pub(crate) fn flow_by_operation(datagram: &[u8]) -> Answer<Flow> {
    let (header, attributes) = OpGetDo::decode_reply(split(datagram)?.0);
    read(&header, attributes)
}

fn read(header: &bindings::OvsHeader, attributes: IterableFlowAttrs<'_>) -> Answer<Flow> {
    let mut flow = flow::FlowAttrs::default();
    for attribute in attributes {
        match attribute? {
            FlowAttrs::Key(attributes) => flow.key = Some(key(attributes)?),
            FlowAttrs::Actions(attributes) => {
                let mut actions = Vec::new();
                for attribute in attributes {
                    actions.push(action(attribute?)?);
                }
                flow.actions = Some(actions);
            }
            FlowAttrs::Stats(stats) => {
                let (n_packets, n_bytes) = (stats.n_packets, stats.n_bytes);
                flow.stats = Some(FlowStats { n_packets, n_bytes });
            }
            FlowAttrs::TcpFlags(flags) => flow.tcp_flags = Some(flags),
            FlowAttrs::Used(used) => flow.used = Some(used),
            FlowAttrs::Mask(attributes) => flow.mask = Some(key(attributes)?),
            FlowAttrs::Ufid(ufid) => flow.ufid = Some(ufid.to_vec()),
            _ => {}
        }
    }
    Ok(OvsHeader::with(header.dp_ifindex.cast_signed(), flow))
}

/// Both sides' C structs have the same layout.
fn key(attributes: IterableKeyAttrs<'_>) -> Answer<flow::KeyAttrs> {
    let mut key = flow::KeyAttrs::default();
    for attribute in attributes {
        match attribute? {
            KeyAttrs::Encap(attributes) => key.encap = Some(Box::new(self::key(attributes)?)),
            KeyAttrs::Priority(priority) => key.priority = Some(priority),
            KeyAttrs::InPort(port) => key.in_port = Some(port),
            KeyAttrs::Ethernet(ethernet) => key.ethernet = Some(transmute!(ethernet.into_array())),
            KeyAttrs::Vlan(vlan) => key.vlan = Some(vlan),
            KeyAttrs::Ethertype(kind) => key.ethertype = Some(kind),
            KeyAttrs::Ipv4(ipv4) => key.ipv4 = Some(transmute!(ipv4.into_array())),
            KeyAttrs::Tcp(tcp) => key.tcp = Some(transmute!(tcp.into_array())),
            KeyAttrs::SkbMark(mark) => key.skb_mark = Some(mark),
            KeyAttrs::Tunnel(attributes) => key.tunnel = Some(Box::new(tunnel(attributes)?)),
            KeyAttrs::TcpFlags(flags) => key.tcp_flags = Some(flags),
            KeyAttrs::DpHash(hash) => key.dp_hash = Some(hash),
            KeyAttrs::RecircId(id) => key.recirc_id = Some(id),
            KeyAttrs::CtState(state) => key.ct_state = Some(CtStateFlags::from_bits_retain(state)),
            KeyAttrs::CtZone(zone) => key.ct_zone = Some(zone),
            KeyAttrs::CtMark(mark) => key.ct_mark = Some(mark),
            KeyAttrs::CtLabels(labels) => key.ct_labels = Some(labels.try_into()?),
            KeyAttrs::CtOrigTupleIpv4(tuple) => {
                key.ct_orig_tuple_ipv4 = Some(transmute!(tuple.into_array()));
            }
            _ => {}
        }
    }
    Ok(key)
}

fn tunnel(attributes: IterableTunnelKeyAttrs<'_>) -> Answer<flow::TunnelKeyAttrs> {
    let mut tunnel = flow::TunnelKeyAttrs::default();
    for attribute in attributes {
        match attribute? {
            TunnelKeyAttrs::Id(id) => tunnel.id = Some(id),
            TunnelKeyAttrs::Ipv4Src(source) => tunnel.ipv4_src = Some(Ipv4Addr::from_bits(source)),
            TunnelKeyAttrs::Ipv4Dst(target) => tunnel.ipv4_dst = Some(Ipv4Addr::from_bits(target)),
            TunnelKeyAttrs::Tos(tos) => tunnel.tos = Some(tos),
            TunnelKeyAttrs::Ttl(ttl) => tunnel.ttl = Some(ttl),
            TunnelKeyAttrs::DontFragment(()) => tunnel.dont_fragment = true,
            TunnelKeyAttrs::GeneveOpts(options) => tunnel.geneve_opts = Some(words(options)),
            TunnelKeyAttrs::TpSrc(port) => tunnel.tp_src = Some(port),
            TunnelKeyAttrs::TpDst(port) => tunnel.tp_dst = Some(port),
            _ => {}
        }
    }
    Ok(tunnel)
}

fn action(attribute: ActionAttrs<'_>) -> Answer<Action> {
    Ok(match attribute {
        ActionAttrs::Output(port) => Action::Output(port),
        ActionAttrs::PushVlan(vlan) => Action::PushVlan(transmute!(vlan.into_array())),
        ActionAttrs::PopVlan(()) => Action::PopVlan,
        _ => return Err("an action that the flow does not have".into()),
    })
}
