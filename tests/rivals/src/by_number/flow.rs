use std::net::Ipv4Addr;

use genl_families::ovs::flow::{Action, CtStateFlags, FlowAttrs, KeyAttrs, TunnelKeyAttrs};
use zerocopy::{FromBytes, Immutable};

use super::{Answer, Attribute, Fill};

impl Fill for FlowAttrs {
    fn blank() -> Self {
        Self::default()
    }

    fn put(&mut self, attribute: &impl Attribute) -> Answer<()> {
        match attribute.number() {
            1 => self.key = Some(KeyAttrs::nested(attribute)?),
            2 => {
                let mut actions = Vec::new();
                attribute.each(|attribute| {
                    actions.push(action(attribute)?);
                    Ok(())
                })?;
                self.actions = Some(actions);
            }
            3 => self.stats = Some(c_struct(attribute)?),
            4 => self.tcp_flags = Some(attribute.u8()?),
            5 => self.used = Some(attribute.u64()?),
            7 => self.mask = Some(KeyAttrs::nested(attribute)?),
            9 => self.ufid = Some(attribute.payload().to_vec()),
            _ => {}
        }
        Ok(())
    }
}

impl Fill for KeyAttrs {
    fn blank() -> Self {
        Self::default()
    }

    fn put(&mut self, attribute: &impl Attribute) -> Answer<()> {
        match attribute.number() {
            1 => self.encap = Some(Box::new(Self::nested(attribute)?)),
            2 => self.priority = Some(attribute.u32()?),
            3 => self.in_port = Some(attribute.u32()?),
            4 => self.ethernet = Some(c_struct(attribute)?),
            5 => self.vlan = Some(u16::from_be(attribute.u16()?)),
            6 => self.ethertype = Some(u16::from_be(attribute.u16()?)),
            7 => self.ipv4 = Some(c_struct(attribute)?),
            9 => self.tcp = Some(c_struct(attribute)?),
            15 => self.skb_mark = Some(attribute.u32()?),
            16 => self.tunnel = Some(Box::new(TunnelKeyAttrs::nested(attribute)?)),
            18 => self.tcp_flags = Some(u16::from_be(attribute.u16()?)),
            19 => self.dp_hash = Some(attribute.u32()?),
            20 => self.recirc_id = Some(attribute.u32()?),
            22 => self.ct_state = Some(CtStateFlags::from_bits_retain(attribute.u32()?)),
            23 => self.ct_zone = Some(attribute.u16()?),
            24 => self.ct_mark = Some(attribute.u32()?),
            25 => self.ct_labels = Some(attribute.bytes()?),
            26 => self.ct_orig_tuple_ipv4 = Some(c_struct(attribute)?),
            _ => {}
        }
        Ok(())
    }
}

impl Fill for TunnelKeyAttrs {
    fn blank() -> Self {
        Self::default()
    }

    fn put(&mut self, attribute: &impl Attribute) -> Answer<()> {
        match attribute.number() {
            0 => self.id = Some(u64::from_be(attribute.u64()?)),
            1 => self.ipv4_src = Some(Ipv4Addr::from(attribute.bytes::<4>()?)),
            2 => self.ipv4_dst = Some(Ipv4Addr::from(attribute.bytes::<4>()?)),
            3 => self.tos = Some(attribute.u8()?),
            4 => self.ttl = Some(attribute.u8()?),
            5 => self.dont_fragment = true,
            8 => self.geneve_opts = Some(words(attribute.payload())),
            9 => self.tp_src = Some(u16::from_be(attribute.u16()?)),
            10 => self.tp_dst = Some(u16::from_be(attribute.u16()?)),
            _ => {}
        }
        Ok(())
    }
}

fn action(attribute: &impl Attribute) -> Answer<Action> {
    Ok(match attribute.number() {
        1 => Action::Output(attribute.u32()?),
        4 => Action::PushVlan(c_struct(attribute)?),
        5 => Action::PopVlan,
        _ => return Err("an action that the flow does not have".into()),
    })
}

/// Reads words in network byte order.
pub(crate) fn words(bytes: &[u8]) -> Vec<u32> {
    let (words, _) = bytes.as_chunks();
    words.iter().copied().map(u32::from_be_bytes).collect()
}

fn c_struct<T: FromBytes + Immutable>(attribute: &impl Attribute) -> Answer<T> {
    let read = T::read_from_bytes(attribute.payload());
    Ok(read.map_err(|_| "a C struct of another size")?)
}
