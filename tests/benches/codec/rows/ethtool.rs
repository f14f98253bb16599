//! Link modes: a bitset, either as a list of named bits or as two bitmaps.

use genl::AttributeSet;
use genl::wire::MessageHeader;
use genl_families::ethtool::{
    Bitset, BitsetBit, BitsetBits, Ethtool, Header, HeaderFlags, Linkmodes,
};

use super::{stored, with_headers};
use crate::hand::{self, Space, attributes, byte, filled, number, put_message, room, text, word};
use crate::harness::{Row, decoded, encoded};

const BITS: u32 = 90;

pub(crate) fn rows() -> Vec<Row> {
    let write = |header, modes: &Linkmodes, out: &mut Vec<u8>| {
        Ethtool::LINKMODES_SET.write(header, modes, out)
    };
    let (read, by_hand) = (Linkmodes::decode, linkmodes);
    let of_c = stored(
        include_str!("../../../families/tests/fixtures/ethtool.txt"),
        "linkmodes",
    );
    let modes = decoded(&with_headers(&of_c), read, by_hand);
    assert_eq!(encoded(&modes, write, put_linkmodes)[20..], of_c);
    let both = |name, bitset| Row::both(name, with(bitset), write, put_linkmodes, read, by_hand);
    [
        both("verbose bitset", verbose()),
        both("compact bitset", compact()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn with(ours: Bitset) -> Linkmodes {
    Linkmodes {
        header: Some(Header {
            dev_index: Some(2),
            dev_name: Some("eth0".to_owned()),
            ..Header::default()
        }),
        autoneg: Some(1),
        ours: Some(ours),
        speed: Some(100_000),
        duplex: Some(1),
        lanes: Some(4),
        ..Linkmodes::default()
    }
}

fn verbose() -> Bitset {
    let bit = |index: u32| BitsetBit {
        index: Some(index),
        name: Some(format!("{}baseSR{}/Full", 1000 << (index % 8), index / 8)),
        value: index % 3 == 0,
    };
    let bit = (0..BITS).map(bit).collect();
    Bitset {
        size: Some(BITS),
        bits: Some(BitsetBits { bit }),
        ..Bitset::default()
    }
}

fn compact() -> Bitset {
    Bitset {
        size: Some(BITS),
        value: Some((1..13).collect()),
        mask: Some(vec![0xff; 12]),
        ..Bitset::default()
    }
}

fn put_linkmodes(header: MessageHeader, modes: &Linkmodes, out: &mut Vec<u8>) -> Option<()> {
    const FIXED: usize = 4 + 4 * 8 + 2 * 4 + 7 * 8;
    let name = modes
        .header
        .as_ref()
        .and_then(|header| header.dev_name.as_deref());
    let bitsets = [&modes.ours, &modes.peer].map(|set| set.as_ref().map_or(0, bitset_bound));
    let bound = FIXED + name.map_or(0, str::len) + bitsets[0] + bitsets[1];
    put_message(header, [5, 1], bound, out, |out| {
        if let Some(header) = &modes.header {
            out.nest(1, |out| put_header(header, out))?;
        }
        out.some(2, modes.autoneg.map(u8::to_ne_bytes))?;
        if let Some(ours) = &modes.ours {
            out.nest(3, |out| out.by(|out| put_bitset(ours, out)))?;
        }
        if let Some(peer) = &modes.peer {
            out.nest(4, |out| out.by(|out| put_bitset(peer, out)))?;
        }
        out.some(5, modes.speed.map(u32::to_ne_bytes))?;
        out.some(6, modes.duplex.map(u8::to_ne_bytes))?;
        out.some(7, modes.master_slave_cfg.map(u8::to_ne_bytes))?;
        out.some(8, modes.master_slave_state.map(u8::to_ne_bytes))?;
        if modes.lanes.is_some_and(|lanes| !(1..=8).contains(&lanes)) {
            return None;
        }
        out.some(9, modes.lanes.map(u32::to_ne_bytes))?;
        out.some(10, modes.rate_matching.map(u8::to_ne_bytes))
    })
}

#[inline(always)]
fn put_header(header: &Header, out: &mut Space<'_>) -> Option<()> {
    out.some(1, header.dev_index.map(u32::to_ne_bytes))?;
    if let Some(name) = &header.dev_name {
        if name.len() > 127 {
            return None;
        }
        out.text(2, name)?;
    }
    out.some(3, header.flags.map(|flags| flags.bits().to_ne_bytes()))?;
    if header.phy_index == Some(0) {
        return None;
    }
    out.some(4, header.phy_index.map(u32::to_ne_bytes))
}

fn bitset_bound(set: &Bitset) -> usize {
    let bitmap =
        |bitmap: &Option<Vec<u8>>| bitmap.as_ref().map_or(0, |it| hand::align(4 + it.len()));
    let names = |bit: &BitsetBit| bit.name.as_ref().map_or(0, |name| 8 + name.len());
    let bits = set
        .bits
        .as_ref()
        .map_or(0, |bits| bits.bit.iter().map(|bit| 16 + names(bit)).sum());
    16 + bits + bitmap(&set.value) + bitmap(&set.mask)
}

fn put_bitset<'b>(set: &Bitset, mut out: Space<'b>) -> Option<Space<'b>> {
    out.flag(1, set.nomask)?;
    out.some(2, set.size.map(u32::to_ne_bytes))?;
    if let Some(bits) = &set.bits {
        out.nest(3, |out| {
            for bit in &bits.bit {
                out.nest(1, |out| {
                    out.some(1, bit.index.map(u32::to_ne_bytes))?;
                    if let Some(name) = &bit.name {
                        out.text(2, name)?;
                    }
                    out.flag(3, bit.value)
                })?;
            }
            Some(())
        })?;
    }
    if let Some(value) = &set.value {
        out.bytes(4, value)?;
    }
    if let Some(mask) = &set.mask {
        out.bytes(5, mask)?;
    }
    Some(out)
}

fn linkmodes(body: &[u8]) -> Option<Linkmodes> {
    filled(|modes: &mut Linkmodes| {
        attributes(body, |kind, payload| {
            match number(kind) {
                1 => fill_header(payload, modes.header.insert(Header::default()))?,
                2 => modes.autoneg = Some(byte(payload)?),
                3 => fill_bitset(payload, modes.ours.insert(Bitset::default()))?,
                4 => fill_bitset(payload, modes.peer.insert(Bitset::default()))?,
                5 => modes.speed = Some(word(payload)?),
                6 => modes.duplex = Some(byte(payload)?),
                7 => modes.master_slave_cfg = Some(byte(payload)?),
                8 => modes.master_slave_state = Some(byte(payload)?),
                9 => modes.lanes = Some(word(payload)?),
                10 => modes.rate_matching = Some(byte(payload)?),
                _ => {}
            }
            Some(())
        })
    })
}

#[inline(always)]
fn fill_header(nest: &[u8], header: &mut Header) -> Option<()> {
    attributes(nest, |kind, payload| {
        match number(kind) {
            1 => header.dev_index = Some(word(payload)?),
            2 => header.dev_name = Some(text(payload).filter(|name| name.len() <= 127)?),
            3 => header.flags = Some(HeaderFlags::from_bits_retain(word(payload)?)),
            4 => header.phy_index = Some(word(payload)?),
            _ => {}
        }
        Some(())
    })
}

fn fill_bitset(nest: &[u8], set: &mut Bitset) -> Option<()> {
    attributes(nest, |kind, payload| {
        match number(kind) {
            1 => set.nomask = true,
            2 => set.size = Some(word(payload)?),
            3 => set.bits = Some(bits(payload)?),
            4 => set.value = Some(payload.to_vec()),
            5 => set.mask = Some(payload.to_vec()),
            _ => {}
        }
        Some(())
    })
}

fn bits(nest: &[u8]) -> Option<BitsetBits> {
    let mut bits = BitsetBits { bit: room(nest) };
    attributes(nest, |kind, payload| {
        if number(kind) == 1 {
            bits.bit.push(BitsetBit::default());
            fill_bit(payload, bits.bit.last_mut()?)?;
        }
        Some(())
    })?;
    Some(bits)
}

#[inline(always)]
fn fill_bit(nest: &[u8], bit: &mut BitsetBit) -> Option<()> {
    attributes(nest, |kind, payload| {
        match number(kind) {
            1 => bit.index = Some(word(payload)?),
            2 => bit.name = Some(text(payload)?),
            3 => bit.value = true,
            _ => {}
        }
        Some(())
    })
}
