//! Actions. Those that contain connection tracking or network service headers are missing, because no row has them.

use genl_families::ovs::flow::{Action, KeyAttrs, MaskedKey, Sample, Userspace};
use zerocopy::IntoBytes;

use super::key::{fill_key, key_bound, put_key};
use crate::hand::{
    Space, align, attributes, c_struct, deeper, kept, number, port, put_kept, room, word,
};

/// The greatest length of an action without a nest.
const FLAT: usize = 16;

/// The greatest length of a key with a mask.
const MASKED: usize = 4 + 80;

pub(super) fn actions_bound(actions: &[Action]) -> usize {
    let bound = |action: &Action| match action {
        Action::SetMasked(keys) => 4 + keys.iter().map(masked_bound).sum::<usize>(),
        Action::Userspace(up) => 24 + up.userdata.as_ref().map_or(0, |data| align(4 + data.len())),
        Action::Set(key) => 4 + key_bound(key),
        Action::Sample(Sample { actions, .. }) => 16 + actions_bound(actions),
        Action::Clone(actions) => 4 + actions_bound(actions),
        Action::Other(other) => align(4 + other.payload.len()),
        _ => FLAT,
    };
    actions.iter().map(bound).sum()
}

fn masked_bound(key: &MaskedKey) -> usize {
    match key {
        MaskedKey::Other(other) => align(4 + other.payload.len()),
        _ => MASKED,
    }
}

pub(super) fn put_actions<'b>(
    actions: &[Action],
    depth: u8,
    mut out: Space<'b>,
) -> Option<Space<'b>> {
    for action in actions {
        put_action(action, deeper(depth)?, &mut out)?;
    }
    Some(out)
}

#[inline(always)]
fn put_action(action: &Action, depth: u8, out: &mut Space<'_>) -> Option<()> {
    match action {
        Action::Output(port) => out.fixed(1, port.to_ne_bytes()),
        Action::Userspace(up) => out.nest(2, |out| {
            out.fixed(1, up.pid.to_ne_bytes())?;
            if let Some(data) = &up.userdata {
                out.bytes(2, data)?;
            }
            out.some(3, up.egress_tun_port.map(u32::to_ne_bytes))?;
            out.flag(4, up.actions)
        }),
        Action::Set(key) => out.nest(3, |out| out.by(|out| put_key(key, depth, out))),
        Action::PushVlan(tag) => out.bytes(4, tag.as_bytes()),
        Action::PopVlan => out.fixed(5, []),
        Action::Sample(sample) => out.nest(6, |out| {
            out.fixed(1, sample.probability.to_ne_bytes())?;
            out.nest(2, |out| {
                out.by(|out| put_actions(&sample.actions, depth, out))
            })
        }),
        Action::Recirc(id) => out.fixed(7, id.to_ne_bytes()),
        Action::Hash(hash) => out.bytes(8, hash.as_bytes()),
        Action::PushMpls(label) => out.bytes(9, label.as_bytes()),
        Action::PopMpls(kind) => out.fixed(10, kind.to_be_bytes()),
        Action::SetMasked(keys) => out.nest(11, |out| {
            keys.iter().try_for_each(|key| put_masked(key, out))
        }),
        Action::Trunc(length) => out.fixed(13, length.to_ne_bytes()),
        Action::PushEth(header) => out.bytes(14, header.as_bytes()),
        Action::PopEth => out.fixed(15, []),
        Action::CtClear => out.fixed(16, []),
        Action::PopNsh => out.fixed(18, []),
        Action::Meter(id) => out.fixed(19, id.to_ne_bytes()),
        Action::Clone(actions) => {
            out.nest(20, |out| out.by(|out| put_actions(actions, depth, out)))
        }
        Action::AddMpls(label) => out.bytes(22, label.as_bytes()),
        Action::Drop(reason) => out.fixed(24, reason.to_ne_bytes()),
        Action::Other(other) => out.by(|out| put_kept(other, out)),
        _ => None,
    }
}

#[inline(always)]
fn put_masked(key: &MaskedKey, out: &mut Space<'_>) -> Option<()> {
    match key {
        MaskedKey::Priority(it) => out.bytes(2, it.as_bytes()),
        MaskedKey::Ethernet(it) => out.bytes(4, it.as_bytes()),
        MaskedKey::Ipv4(it) => out.bytes(7, it.as_bytes()),
        MaskedKey::Ipv6(it) => out.bytes(8, it.as_bytes()),
        MaskedKey::Tcp(it) => out.bytes(9, it.as_bytes()),
        MaskedKey::Udp(it) => out.bytes(10, it.as_bytes()),
        MaskedKey::SkbMark(it) => out.bytes(15, it.as_bytes()),
        MaskedKey::Sctp(it) => out.bytes(17, it.as_bytes()),
        MaskedKey::Mpls(it) => out.bytes(21, it.as_bytes()),
        MaskedKey::CtMark(it) => out.bytes(24, it.as_bytes()),
        MaskedKey::CtLabels(it) => out.bytes(25, it.as_bytes()),
        MaskedKey::Nsh(_) => None,
        MaskedKey::Other(other) => out.by(|out| put_kept(other, out)),
    }
}

pub(super) fn actions(nest: &[u8], depth: u8) -> Option<Vec<Action>> {
    let mut actions = room(nest);
    attributes(nest, |kind, payload| {
        actions.push(action(kind, payload, deeper(depth)?)?);
        Some(())
    })?;
    Some(actions)
}

#[inline(always)]
fn action(kind: u16, payload: &[u8], depth: u8) -> Option<Action> {
    Some(match number(kind) {
        1 => Action::Output(word(payload)?),
        2 => Action::Userspace(userspace(payload)?),
        3 => Action::Set(set(payload, depth)?),
        4 => Action::PushVlan(c_struct(payload)),
        5 => Action::PopVlan,
        6 => Action::Sample(sample(payload, depth)?),
        7 => Action::Recirc(word(payload)?),
        8 => Action::Hash(c_struct(payload)),
        9 => Action::PushMpls(c_struct(payload)),
        10 => Action::PopMpls(port(payload)?),
        11 => Action::SetMasked(masked_keys(payload)?),
        13 => Action::Trunc(word(payload)?),
        14 => Action::PushEth(c_struct(payload)),
        15 => Action::PopEth,
        16 => Action::CtClear,
        18 => Action::PopNsh,
        19 => Action::Meter(word(payload)?),
        20 => Action::Clone(actions(payload, depth)?),
        22 => Action::AddMpls(c_struct(payload)),
        24 => Action::Drop(word(payload)?),
        12 | 17 | 21 | 23 | 25 => return None,
        _ => Action::Other(kept(kind, payload)),
    })
}

fn set(nest: &[u8], depth: u8) -> Option<Box<KeyAttrs>> {
    let mut key = Box::default();
    fill_key(nest, depth, &mut key)?;
    Some(key)
}

fn userspace(nest: &[u8]) -> Option<Userspace> {
    let (mut up, mut pid) = (Userspace::default(), None);
    attributes(nest, |kind, payload| {
        match number(kind) {
            1 => pid = Some(word(payload)?),
            2 => up.userdata = Some(payload.to_vec()),
            3 => up.egress_tun_port = Some(word(payload)?),
            4 => up.actions = true,
            _ => {}
        }
        Some(())
    })?;
    Some(Userspace { pid: pid?, ..up })
}

fn sample(nest: &[u8], depth: u8) -> Option<Sample> {
    let (mut probability, mut list) = (None, None);
    attributes(nest, |kind, payload| {
        match number(kind) {
            1 => probability = Some(word(payload)?),
            2 => list = Some(actions(payload, depth)?),
            _ => {}
        }
        Some(())
    })?;
    Some(Sample {
        probability: probability?,
        actions: list?,
    })
}

#[inline(always)]
fn masked_keys(nest: &[u8]) -> Option<Vec<MaskedKey>> {
    let mut keys = room(nest);
    attributes(nest, |kind, payload| {
        keys.push(match number(kind) {
            2 => MaskedKey::Priority(c_struct(payload)),
            4 => MaskedKey::Ethernet(c_struct(payload)),
            7 => MaskedKey::Ipv4(c_struct(payload)),
            8 => MaskedKey::Ipv6(c_struct(payload)),
            9 => MaskedKey::Tcp(c_struct(payload)),
            10 => MaskedKey::Udp(c_struct(payload)),
            15 => MaskedKey::SkbMark(c_struct(payload)),
            17 => MaskedKey::Sctp(c_struct(payload)),
            21 => MaskedKey::Mpls(c_struct(payload)),
            24 => MaskedKey::CtMark(c_struct(payload)),
            25 => MaskedKey::CtLabels(c_struct(payload)),
            28 => return None,
            _ => MaskedKey::Other(kept(kind, payload)),
        });
        Some(())
    })?;
    Some(keys)
}
