//! Endpoints of the path manager: one address in one nest.

use std::net::Ipv4Addr;

use genl::mptcp_pm::{AddAddr, Address, AddressFamily, AddressFlags, EndpointReply, MptcpPm};
use genl::wire::{MessageHeader, Messages};
use genl::{AttributeSet, Enumeration};
use genl_tests::fixtures::{self, Direction};

use crate::hand::{self, Space, attributes, byte, ipv4, ipv6, number, short, signed, word};
use crate::harness::{Row, encoded};

pub(crate) fn rows() -> Vec<Row> {
    let write =
        |header, add: &AddAddr, out: &mut Vec<u8>| MptcpPm::ADD_ADDR.write(header, add, out);
    let recorded = fixtures::bytes("in_kernel", "add-v4-full-id7", Direction::Tx);
    assert_eq!(encoded(&request(), write, add_addr), recorded);
    let mut rows = vec![Row::encode("add-addr", request(), write, add_addr)];
    rows.extend(dumps(&[8, 1000]));
    rows
}

pub(crate) fn dumps(replies: &[u32]) -> Vec<Row> {
    let rows = replies.iter().map(|&replies| {
        let name = format!("{replies} endpoints");
        let row = Row::collect(&name, dump(replies), EndpointReply::decode, endpoint);
        row.on("endpoints decode", replies)
    });
    rows.collect()
}

fn request() -> AddAddr {
    let flags = AddressFlags::SIGNAL | AddressFlags::SUBFLOW;
    let addr = Address::from(Ipv4Addr::new(10, 0, 0, 7)).id(7);
    addr.flags(flags).if_idx(3).into()
}

/// Repeats the replies of a recorded dump of seven, in one datagram as the kernel sends them.
fn dump(replies: u32) -> Vec<u8> {
    let recorded = fixtures::bytes("in_kernel", "dump-get-addr", Direction::Rx);
    let messages = Messages::new(&recorded)
        .flatten()
        .cycle()
        .take(replies as usize);
    messages
        .flat_map(|message| message.as_bytes().iter().copied())
        .collect()
}

fn add_addr(header: MessageHeader, request: &AddAddr, out: &mut Vec<u8>) -> Option<()> {
    const BOUND: usize = 4 + 5 * 8 + 20 + 8;
    hand::put_message(header, [1, 1], BOUND, out, |out| {
        out.nest(1, |out| put_address(&request.addr, out))
    })
}

#[inline(always)]
fn put_address(address: &Address, out: &mut Space<'_>) -> Option<()> {
    out.some(1, address.family.map(|it| it.to_repr().to_ne_bytes()))?;
    out.some(2, address.id.map(u8::to_ne_bytes))?;
    out.some(3, address.addr4.map(|it| it.octets()))?;
    out.some(4, address.addr6.map(|it| it.octets()))?;
    out.some(5, address.port.map(u16::to_ne_bytes))?;
    out.some(6, address.flags.map(|it| it.bits().to_ne_bytes()))?;
    out.some(7, address.if_idx.map(i32::to_ne_bytes))
}

fn endpoint(body: &[u8], replies: &mut Vec<EndpointReply>) -> Option<()> {
    let mut addr = None;
    attributes(body, |kind, payload| {
        if number(kind) == 1 {
            addr = Some(payload);
        }
        Some(())
    })?;
    replies.push(EndpointReply::default());
    address(addr?, &mut replies.last_mut()?.addr)
}

/// Fills the address in place. Moving it from a local variable took 10 % longer.
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
