//! The controller's answer about a family: lists of small nests, and names.

use genl::AttributeSet;
use genl::nlctrl::{FamilyReply, McastGroupAttrs, Nlctrl, OpAttrs, OpFlags};
use genl::wire::MessageHeader;
use genl_tests::fixtures::{self, Direction};

use crate::hand::{Space, attributes, number, put_message, room, short, text, word};
use crate::harness::{Row, decoded, encoded};

pub(crate) fn rows() -> Vec<Row> {
    let write = |header, reply: &FamilyReply, out: &mut Vec<u8>| {
        Nlctrl::GET_FAMILY.write_reply(header, reply, out)
    };
    let (read, by_hand) = (FamilyReply::decode, family);
    let recorded = fixtures::bytes("in_kernel", "ctrl-getfamily-mptcp_pm", Direction::Rx);
    encoded(&decoded(&recorded, read, by_hand), write, put_family);
    Row::both(
        "family of 50",
        family_of_50(),
        write,
        put_family,
        read,
        by_hand,
    )
    .into()
}

fn family_of_50() -> FamilyReply {
    let operation = |id| OpAttrs {
        id,
        flags: OpFlags::from_bits_retain(id % 32),
    };
    let group = |id: u32| McastGroupAttrs {
        name: format!("group-{id}"),
        id,
    };
    FamilyReply {
        family_name: "nl80211".to_owned(),
        family_id: 30,
        version: Some(1),
        hdrsize: Some(0),
        maxattr: Some(300),
        ops: (0..50).map(operation).collect(),
        mcast_groups: (0..6).map(group).collect(),
    }
}

fn put_family(header: MessageHeader, family: &FamilyReply, out: &mut Vec<u8>) -> Option<()> {
    const FIXED: usize = 8 + 4 * 8 + 2 * 4;
    let groups = family.mcast_groups.iter();
    let groups: usize = groups.map(|group| 20 + group.name.len()).sum();
    let bound = FIXED + family.family_name.len() + 20 * family.ops.len() + groups;
    put_message(header, [1, 2], bound, out, |out| {
        if family.family_name.len() > 15 {
            return None;
        }
        out.text(2, &family.family_name)?;
        out.fixed(1, family.family_id.to_ne_bytes())?;
        out.some(3, family.version.map(u32::to_ne_bytes))?;
        out.some(4, family.hdrsize.map(u32::to_ne_bytes))?;
        out.some(5, family.maxattr.map(u32::to_ne_bytes))?;
        put_list(6, &family.ops, out, |operation, out| {
            out.fixed(1, operation.id.to_ne_bytes())?;
            out.fixed(2, operation.flags.bits().to_ne_bytes())
        })?;
        put_list(7, &family.mcast_groups, out, |group, out| {
            out.text(1, &group.name)?;
            out.fixed(2, group.id.to_ne_bytes())
        })
    })
}

/// Writes nests that are numbered from 1, if there are any.
#[inline(always)]
fn put_list<T>(
    number: u16,
    list: &[T],
    out: &mut Space<'_>,
    put: impl Fn(&T, &mut Space<'_>) -> Option<()>,
) -> Option<()> {
    if list.is_empty() {
        return Some(());
    }
    if list.len() > 0x3fff {
        return None;
    }
    out.nest(number, |out| {
        for (index, element) in (1..).zip(list) {
            out.nest(index, |out| put(element, out))?;
        }
        Some(())
    })
}

fn family(body: &[u8]) -> Option<FamilyReply> {
    let (mut family_name, mut family_id) = (None, None);
    let (mut version, mut hdrsize, mut maxattr) = (None, None, None);
    let (mut ops, mut mcast_groups) = (Vec::new(), Vec::new());
    attributes(body, |kind, payload| {
        match number(kind) {
            1 => family_id = Some(short(payload)?),
            2 => family_name = Some(text(payload).filter(|name| name.len() <= 15)?),
            3 => version = Some(word(payload)?),
            4 => hdrsize = Some(word(payload)?),
            5 => maxattr = Some(word(payload)?),
            6 => ops = list(payload, operation)?,
            7 => mcast_groups = list(payload, group)?,
            _ => {}
        }
        Some(())
    })?;
    Some(FamilyReply {
        family_name: family_name?,
        family_id: family_id?,
        version,
        hdrsize,
        maxattr,
        ops,
        mcast_groups,
    })
}

#[inline(always)]
fn list<T>(nest: &[u8], read: impl Fn(&[u8]) -> Option<T>) -> Option<Vec<T>> {
    let mut list = room(nest);
    attributes(nest, |_, element| {
        list.push(read(element)?);
        Some(())
    })?;
    Some(list)
}

#[inline(always)]
fn operation(nest: &[u8]) -> Option<OpAttrs> {
    let (mut id, mut flags) = (None, None);
    attributes(nest, |kind, payload| {
        match number(kind) {
            1 => id = Some(word(payload)?),
            2 => flags = Some(OpFlags::from_bits_retain(word(payload)?)),
            _ => {}
        }
        Some(())
    })?;
    Some(OpAttrs {
        id: id?,
        flags: flags?,
    })
}

#[inline(always)]
fn group(nest: &[u8]) -> Option<McastGroupAttrs> {
    let (mut name, mut id) = (None, None);
    attributes(nest, |kind, payload| {
        match number(kind) {
            1 => name = Some(text(payload)?),
            2 => id = Some(word(payload)?),
            _ => {}
        }
        Some(())
    })?;
    Some(McastGroupAttrs {
        name: name?,
        id: id?,
    })
}
