//! A flow of Open vSwitch: a key with nests, and a list of mixed actions.

mod action;
mod key;
mod tunnel;

use genl::wire::MessageHeader;
use genl::{AttributeSet, WithHeader};
use genl_families::ovs::OvsHeader;
use genl_families::ovs::flow::{
    Action, ActionPushVlan, FlowAttrs, KeyAttrs, KeyEthernet, Masked, MaskedKey, OvsFlow, UfidFlags,
};
use zerocopy::IntoBytes;

use super::stored;
use crate::hand::{attributes, byte, c_struct, number, put_message, wide, word};
use crate::harness::{Row, decoded, encoded};
use action::{actions, actions_bound, put_actions};
use key::{fill_key, key_bound, put_key};

type Flow = WithHeader<OvsHeader, FlowAttrs>;

pub(crate) fn rows() -> Vec<Row> {
    let write = |header, flow: &Flow, out: &mut Vec<u8>| OvsFlow::SET.write(header, flow, out);
    let (read, by_hand) = (Flow::decode, flow);
    let of_c = include_str!("../../../../families/tests/fixtures/ovs.txt");
    let set = stored(of_c, "flow-set");
    let flow = decoded(&set, read, by_hand);
    assert_eq!(encoded(&flow, write, put_flow)[20..], set[20..]);
    let mut flow = decoded(&stored(of_c, "flow-reply"), read, by_hand);
    flow.attributes.actions = Some(thirty_actions());
    Row::both("flow of 30", flow, write, put_flow, read, by_hand).into()
}

/// Returns actions that output to ten ports, each with its own address and tag.
fn thirty_actions() -> Vec<Action> {
    let to = |port: u8| {
        let eth_dst = [2, 0, 0, 0, 0, port];
        let [value, mask] = [eth_dst, [0xff; 6]].map(|eth_dst| KeyEthernet {
            eth_dst,
            ..KeyEthernet::default()
        });
        [
            Action::SetMasked(vec![MaskedKey::Ethernet(Masked { value, mask })]),
            Action::PushVlan(ActionPushVlan {
                vlan_tpid: 0x8100.into(),
                vlan_tci: (0x1000 + u16::from(port)).into(),
            }),
            Action::Output(port.into()),
        ]
    };
    (0..10).flat_map(to).collect()
}

fn put_flow(header: MessageHeader, flow: &Flow, out: &mut Vec<u8>) -> Option<()> {
    const FIXED: usize = 4 + 3 * 4 + 20 + 8 + 12 + 2 * 4 + 20 + 8;
    let attributes = &flow.attributes;
    let keys = [&attributes.key, &attributes.mask].map(|key| key.as_ref().map_or(0, key_bound));
    let actions = attributes.actions.as_deref().map_or(0, actions_bound);
    let bound = FIXED + keys[0] + keys[1] + actions;
    put_message(header, [4, 1], bound, out, |out| {
        out.raw(flow.header.dp_ifindex.to_ne_bytes())?;
        if let Some(key) = &attributes.key {
            out.nest(1, |out| out.by(|out| put_key(key, 0, out)))?;
        }
        if let Some(actions) = &attributes.actions {
            out.nest(2, |out| out.by(|out| put_actions(actions, 0, out)))?;
        }
        if let Some(stats) = &attributes.stats {
            out.bytes(3, stats.as_bytes())?;
        }
        out.some(4, attributes.tcp_flags.map(u8::to_ne_bytes))?;
        out.some(5, attributes.used.map(u64::to_ne_bytes))?;
        out.flag(6, attributes.clear)?;
        if let Some(mask) = &attributes.mask {
            out.nest(7, |out| out.by(|out| put_key(mask, 0, out)))?;
        }
        out.flag(8, attributes.probe)?;
        if let Some(ufid) = &attributes.ufid {
            if !(1..=16).contains(&ufid.len()) {
                return None;
            }
            out.bytes(9, ufid)?;
        }
        out.some(
            10,
            attributes
                .ufid_flags
                .map(|flags| flags.bits().to_ne_bytes()),
        )
    })
}

fn flow(body: &[u8]) -> Option<Flow> {
    let (header, body) = body.split_first_chunk()?;
    let dp_ifindex = i32::from_ne_bytes(*header);
    let mut flow = OvsHeader::with(dp_ifindex, FlowAttrs::default());
    let flow_attributes = &mut flow.attributes;
    attributes(body, |kind, payload| {
        match number(kind) {
            1 => fill_key(payload, 0, flow_attributes.key.insert(KeyAttrs::default()))?,
            2 => flow_attributes.actions = Some(actions(payload, 0)?),
            3 => flow_attributes.stats = Some(c_struct(payload)),
            4 => flow_attributes.tcp_flags = Some(byte(payload)?),
            5 => flow_attributes.used = Some(wide(payload)?),
            6 => flow_attributes.clear = true,
            7 => fill_key(payload, 0, flow_attributes.mask.insert(KeyAttrs::default()))?,
            8 => flow_attributes.probe = true,
            9 if (1..=16).contains(&payload.len()) => flow_attributes.ufid = Some(payload.to_vec()),
            9 => return None,
            10 => flow_attributes.ufid_flags = Some(UfidFlags::from_bits_retain(word(payload)?)),
            _ => {}
        }
        Some(())
    })?;
    Some(flow)
}
