//! Endpoints of the path manager: one address in one nest.

use std::net::Ipv4Addr;

use genl::mptcp_pm::{AddAddr, Address, AddressFamily, AddressFlags, EndpointReply, MptcpPm};
use genl::wire::{MessageHeader, Messages};
use genl::{AttributeSet, Enumeration};
use genl_tests::fixtures::{self, Direction};

use super::each;
use crate::hand::{
    self, Space, attributes, byte, ipv4, ipv6, messages, number, short, signed, word,
};
use crate::harness::{Row, encoded};

pub(crate) fn rows() -> Vec<Row> {
    let write =
        |header, add: &AddAddr, out: &mut Vec<u8>| MptcpPm::ADD_ADDR.write(header, add, out);
    let recorded = fixtures::bytes("in_kernel", "add-v4-full-id7", Direction::Tx);
    assert_eq!(encoded(&request(), write, add_addr), recorded);
    let read = |dump: &[u8], replies: &mut Vec<EndpointReply>| {
        each(dump, |attributes| {
            replies.push(EndpointReply::decode(attributes)?);
            Ok(())
        })
    };
    vec![
        Row::encode("add-addr", request(), write, add_addr),
        Row::collect("8 endpoints", dump(8), read, endpoints),
        Row::collect("1000 endpoints", dump(1000), read, endpoints),
    ]
}

fn request() -> AddAddr {
    let flags = AddressFlags::SIGNAL | AddressFlags::SUBFLOW;
    let addr = Address::from(Ipv4Addr::new(10, 0, 0, 7)).id(7);
    addr.flags(flags).if_idx(3).into()
}

/// The replies of a recorded dump (which had seven) again and again, in one datagram as the kernel sends them.
fn dump(replies: usize) -> Vec<u8> {
    let recorded = fixtures::bytes("in_kernel", "dump-get-addr", Direction::Rx);
    let messages = Messages::new(&recorded).flatten().cycle().take(replies);
    messages
        .flat_map(|message| message.as_bytes().iter().copied())
        .collect()
}

fn add_addr(header: MessageHeader, request: &AddAddr, out: &mut Vec<u8>) -> Option<()> {
    const BOUND: usize = 4 + 5 * 8 + 20 + 8;
    hand::message(header, [1, 1], BOUND, out, |out| {
        out.nest(1, |out| put_address(&request.addr, out))
    })
}

#[inline(always)]
fn put_address(address: &Address, out: &mut Space<'_>) -> Option<()> {
    if let Some(family) = address.family {
        out.fixed(1, family.to_repr().to_ne_bytes())?;
    }
    if let Some(id) = address.id {
        out.fixed(2, [id])?;
    }
    if let Some(addr4) = address.addr4 {
        out.fixed(3, addr4.octets())?;
    }
    if let Some(addr6) = address.addr6 {
        out.fixed(4, addr6.octets())?;
    }
    if let Some(port) = address.port {
        out.fixed(5, port.to_ne_bytes())?;
    }
    if let Some(flags) = address.flags {
        out.fixed(6, flags.bits().to_ne_bytes())?;
    }
    if let Some(index) = address.if_idx {
        out.fixed(7, index.to_ne_bytes())?;
    }
    Some(())
}

fn endpoints(dump: &[u8], replies: &mut Vec<EndpointReply>) -> Option<()> {
    messages(dump, |_, body| {
        let mut addr = None;
        attributes(body, |kind, payload| {
            if number(kind) == 1 {
                addr = Some(payload);
            }
            Some(())
        })?;
        replies.push(EndpointReply::default());
        address(addr?, &mut replies.last_mut()?.addr)
    })
}

/// Fills the address where it is going to be: moving it from a local took a tenth longer.
#[inline(always)]
fn address(nest: &[u8], address: &mut Address) -> Option<()> {
    attributes(nest, |kind, payload| {
        match number(kind) {
            1 => address.family = Some(AddressFamily::from_repr(short(payload)?)),
            2 => address.id = Some(byte(payload)?),
            3 => address.addr4 = Some(ipv4(payload)?),
            4 => address.addr6 = Some(ipv6(payload)?),
            5 => address.port = Some(short(payload)?),
            6 => address.flags = Some(AddressFlags::from_bits_retain(word(payload)?)),
            7 => address.if_idx = Some(signed(payload)?),
            _ => {}
        }
        Some(())
    })
}
