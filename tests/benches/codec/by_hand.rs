//! What a careful author writes without genl: the same values, the same checks of lengths, no names in errors.

#![allow(clippy::cast_possible_truncation)] // a request is short

use std::net::{Ipv4Addr, Ipv6Addr};

use genl::mptcp_pm::{Address, AddressFamily, AddressFlags, EndpointReply, SubflowEvent};
use genl::{Enumeration, UnknownAttribute};

/// Appends an add-addr request.
pub(crate) fn add_addr(family: u16, sequence: u32, addr: &Address, out: &mut Vec<u8>) {
    out.extend_from_slice(&[0; 4]);
    out.extend_from_slice(&family.to_ne_bytes());
    out.extend_from_slice(&5u16.to_ne_bytes());
    out.extend_from_slice(&sequence.to_ne_bytes());
    out.extend_from_slice(&[0; 4]);
    out.extend_from_slice(&[1, 1, 0, 0]);
    let nest = out.len();
    out.extend_from_slice(&[0; 4]);
    if let Some(family) = addr.family {
        put(out, 1, family.to_repr().to_ne_bytes());
    }
    if let Some(id) = addr.id {
        put(out, 2, [id]);
    }
    if let Some(addr4) = addr.addr4 {
        put(out, 3, addr4.octets());
    }
    if let Some(addr6) = addr.addr6 {
        put(out, 4, addr6.octets());
    }
    if let Some(port) = addr.port {
        put(out, 5, port.to_ne_bytes());
    }
    if let Some(flags) = addr.flags {
        put(out, 6, flags.bits().to_ne_bytes());
    }
    if let Some(index) = addr.if_idx {
        put(out, 7, index.to_ne_bytes());
    }
    let length = (out.len() - nest) as u16;
    out[nest..nest + 2].copy_from_slice(&length.to_ne_bytes());
    out[nest + 2..nest + 4].copy_from_slice(&0x8001u16.to_ne_bytes());
    let length = out.len() as u32;
    out[..4].copy_from_slice(&length.to_ne_bytes());
}

fn put<const N: usize>(out: &mut Vec<u8>, number: u16, payload: [u8; N]) {
    out.extend_from_slice(&(4 + N as u16).to_ne_bytes());
    out.extend_from_slice(&number.to_ne_bytes());
    out.extend_from_slice(&payload);
    out.extend_from_slice(&[0; 3][..(4 - N % 4) % 4]);
}

/// Reads the replies of a dump.
pub(crate) fn endpoints(datagram: &[u8], endpoints: &mut Vec<EndpointReply>) -> Option<()> {
    let mut rest = datagram;
    while !rest.is_empty() {
        let length = u32::from_ne_bytes(*rest.first_chunk()?) as usize;
        let mut addr = None;
        attributes(rest.get(20..length)?, |number, payload| {
            if number == 1 {
                addr = Some(address(payload)?);
            }
            Some(())
        })?;
        endpoints.push(EndpointReply { addr: addr? });
        rest = rest.get((length + 3) & !3..).unwrap_or_default();
    }
    Some(())
}

fn address(bytes: &[u8]) -> Option<Address> {
    let mut address = Address::default();
    attributes(bytes, |number, payload| {
        match number {
            1 => address.family = Some(family(payload)?),
            2 => address.id = Some(u8::from_ne_bytes(payload.try_into().ok()?)),
            3 => address.addr4 = Some(Ipv4Addr::from(<[u8; 4]>::try_from(payload).ok()?)),
            4 => address.addr6 = Some(Ipv6Addr::from(<[u8; 16]>::try_from(payload).ok()?)),
            5 => address.port = Some(u16::from_ne_bytes(payload.try_into().ok()?)),
            6 => {
                let bits = u32::from_ne_bytes(payload.try_into().ok()?);
                address.flags = Some(AddressFlags::from_bits_retain(bits));
            }
            7 => address.if_idx = Some(i32::from_ne_bytes(payload.try_into().ok()?)),
            _ => {}
        }
        Some(())
    })?;
    Some(address)
}

/// Reads a sub-established event.
pub(crate) fn sub_established(datagram: &[u8]) -> Option<SubflowEvent> {
    let length = u32::from_ne_bytes(*datagram.first_chunk()?) as usize;
    let (mut token, mut address_family, mut loc_id, mut rem_id) = (None, None, None, None);
    let (mut saddr4, mut saddr6, mut daddr4, mut daddr6) = (None, None, None, None);
    let (mut sport, mut dport, mut backup, mut if_idx) = (None, None, None, None);
    let mut unknown = Vec::new();
    attributes(datagram.get(20..length)?, |number, payload| {
        match number {
            1 => token = Some(u32::from_ne_bytes(payload.try_into().ok()?)),
            2 => address_family = Some(family(payload)?),
            3 => loc_id = Some(u8::from_ne_bytes(payload.try_into().ok()?)),
            4 => rem_id = Some(u8::from_ne_bytes(payload.try_into().ok()?)),
            5 => saddr4 = Some(Ipv4Addr::from(<[u8; 4]>::try_from(payload).ok()?)),
            6 => saddr6 = Some(Ipv6Addr::from(<[u8; 16]>::try_from(payload).ok()?)),
            7 => daddr4 = Some(Ipv4Addr::from(<[u8; 4]>::try_from(payload).ok()?)),
            8 => daddr6 = Some(Ipv6Addr::from(<[u8; 16]>::try_from(payload).ok()?)),
            9 => sport = Some(u16::from_be_bytes(payload.try_into().ok()?)),
            10 => dport = Some(u16::from_be_bytes(payload.try_into().ok()?)),
            11 => backup = Some(u8::from_ne_bytes(payload.try_into().ok()?)),
            15 => if_idx = Some(i32::from_ne_bytes(payload.try_into().ok()?)),
            _ => unknown.push(UnknownAttribute {
                number,
                nested: false,
                net_byteorder: false,
                payload: payload.to_vec(),
            }),
        }
        Some(())
    })?;
    Some(SubflowEvent {
        token: token?,
        family: address_family?,
        saddr4,
        saddr6,
        daddr4,
        daddr6,
        sport: sport?,
        dport: dport?,
        loc_id: loc_id?,
        rem_id: rem_id?,
        backup,
        if_idx,
        unknown,
    })
}

fn family(payload: &[u8]) -> Option<AddressFamily> {
    Some(AddressFamily::from_repr(u16::from_ne_bytes(
        payload.try_into().ok()?,
    )))
}

fn attributes(bytes: &[u8], mut visit: impl FnMut(u16, &[u8]) -> Option<()>) -> Option<()> {
    let mut rest = bytes;
    while rest.len() >= 4 {
        let length = usize::from(u16::from_ne_bytes([rest[0], rest[1]]));
        let number = u16::from_ne_bytes([rest[2], rest[3]]) & 0x3fff;
        visit(number, rest.get(4..length)?)?;
        rest = rest.get((length + 3) & !3..).unwrap_or_default();
    }
    Some(())
}
