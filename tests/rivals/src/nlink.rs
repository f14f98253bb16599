//! nlink: its derives for sets of plain values and nests, and its iterator over attributes for what they lack.
//!
//! The derives know no lists, no C structs and no byte order. nlink's own families are read with the iterator.

use std::net::{Ipv4Addr, Ipv6Addr};

use genl::WithHeader;
use genl::mptcp_pm::{Address, AddressFamily, AddressFlags, EndpointReply, SubflowEvent};
use genl_families::ovs::OvsHeader;
use nlink::macros::{GenlMessage, NetlinkAttrs};
use nlink::netlink::MessageBuilder;
use nlink::netlink::attr::{AttrIter, get};
use nlink::netlink::genl::{GENL_HDRLEN, GenlMsgHdr};
use nlink::netlink::message::{MessageIter, NLM_F_ACK, NLM_F_REQUEST};

use crate::by_number::{Attribute, Fill};
use crate::inputs::{MPTCP_PM, SEQUENCE};
use crate::table::Answer;

pub(crate) const NAME: &str = "nlink";
pub(crate) const BY_ITERATOR: &str = "nlink (AttrIter)";

/// An endpoint: in a request and in a reply.
#[derive(GenlMessage, Debug, Default)]
#[genl_message(cmd = 1u8)]
pub(crate) struct Endpoint {
    #[genl_attr(1u16, nested)]
    addr: Option<Addr>,
}

/// IPv4 addresses are integers, since bytes would be allocated.
#[derive(NetlinkAttrs, Debug, Default)]
pub(crate) struct Addr {
    #[genl_attr(1u16)]
    family: Option<u16>,
    #[genl_attr(2u16)]
    id: Option<u8>,
    #[genl_attr(3u16)]
    addr4: Option<u32>,
    #[genl_attr(4u16)]
    addr6: Option<Vec<u8>>,
    #[genl_attr(5u16)]
    port: Option<u16>,
    #[genl_attr(6u16)]
    flags: Option<u32>,
    #[genl_attr(7u16)]
    if_idx: Option<i32>,
}

/// `sub-established`.
#[derive(GenlMessage, Debug, Default)]
#[genl_message(cmd = 10u8)]
pub(crate) struct Subflow {
    #[genl_attr(1u16)]
    token: u32,
    #[genl_attr(2u16)]
    family: u16,
    #[genl_attr(3u16)]
    loc_id: u8,
    #[genl_attr(4u16)]
    rem_id: u8,
    #[genl_attr(5u16)]
    saddr4: Option<u32>,
    #[genl_attr(6u16)]
    saddr6: Option<Vec<u8>>,
    #[genl_attr(7u16)]
    daddr4: Option<u32>,
    #[genl_attr(8u16)]
    daddr6: Option<Vec<u8>>,
    #[genl_attr(9u16)]
    sport: u16,
    #[genl_attr(10u16)]
    dport: u16,
    #[genl_attr(11u16)]
    backup: Option<u8>,
    #[genl_attr(15u16)]
    if_idx: Option<i32>,
}

impl From<Address> for Endpoint {
    fn from(address: Address) -> Self {
        let addr = Addr {
            family: address.family.map(u16::from),
            id: address.id,
            addr4: address
                .addr4
                .map(|addr4| u32::from_ne_bytes(addr4.octets())),
            addr6: address.addr6.map(|addr6| addr6.octets().to_vec()),
            port: address.port,
            flags: address.flags.map(|flags| flags.bits()),
            if_idx: address.if_idx,
        };
        Self { addr: Some(addr) }
    }
}

impl From<Endpoint> for EndpointReply {
    fn from(endpoint: Endpoint) -> Self {
        let addr = endpoint.addr.unwrap_or_default();
        let addr = Address {
            family: addr.family.map(AddressFamily::from),
            id: addr.id,
            addr4: addr.addr4.map(ipv4),
            addr6: addr.addr6.as_deref().and_then(ipv6),
            port: addr.port,
            flags: addr.flags.map(AddressFlags::from_bits_retain),
            if_idx: addr.if_idx,
        };
        Self { addr }
    }
}

impl From<Subflow> for SubflowEvent {
    fn from(event: Subflow) -> Self {
        Self {
            token: event.token,
            family: AddressFamily::from(event.family),
            saddr4: event.saddr4.map(ipv4),
            saddr6: event.saddr6.as_deref().and_then(ipv6),
            daddr4: event.daddr4.map(ipv4),
            daddr6: event.daddr6.as_deref().and_then(ipv6),
            sport: u16::from_be(event.sport),
            dport: u16::from_be(event.dport),
            loc_id: event.loc_id,
            rem_id: event.rem_id,
            backup: event.backup,
            if_idx: event.if_idx,
            unknown: Vec::new(),
        }
    }
}

fn ipv4(word: u32) -> Ipv4Addr {
    Ipv4Addr::from(word.to_ne_bytes())
}

fn ipv6(bytes: &[u8]) -> Option<Ipv6Addr> {
    <[u8; 16]>::try_from(bytes).ok().map(Ipv6Addr::from)
}

pub(crate) fn add_addr(endpoint: &Endpoint, out: &mut Vec<u8>) -> Answer<()> {
    let mut builder = MessageBuilder::new(MPTCP_PM, NLM_F_REQUEST | NLM_F_ACK);
    builder.append(&GenlMsgHdr::new(Endpoint::CMD, 1));
    endpoint.to_bytes(&mut builder)?;
    builder.set_seq(SEQUENCE);
    *out = builder.finish();
    Ok(())
}

pub(crate) fn endpoints(datagram: &[u8]) -> Answer<Vec<Endpoint>> {
    let mut endpoints = Vec::new();
    for message in MessageIter::new(datagram) {
        endpoints.push(Endpoint::from_bytes(attributes(message?.1)?)?);
    }
    Ok(endpoints)
}

pub(crate) fn sub_established(datagram: &[u8]) -> Answer<Subflow> {
    Ok(Subflow::from_bytes(first(datagram)?)?)
}

/// Reads the set of the one message of a datagram.
pub(crate) fn message<S: Fill>(datagram: &[u8]) -> Answer<S> {
    S::nested(&Pair(0, first(datagram)?))
}

/// Reads the same behind `struct ovs_header`.
pub(crate) fn ovs_message<S: Fill>(datagram: &[u8]) -> Answer<WithHeader<OvsHeader, S>> {
    let payload = first(datagram)?;
    let header = get::i32_ne(payload)?;
    Ok(OvsHeader::with(header, S::nested(&Pair(0, &payload[4..]))?))
}

fn first(datagram: &[u8]) -> Answer<&[u8]> {
    let message = MessageIter::new(datagram).next().ok_or("empty")??;
    attributes(message.1)
}

fn attributes(payload: &[u8]) -> Answer<&[u8]> {
    Ok(payload.get(GENL_HDRLEN..).ok_or("no header")?)
}

/// An attribute's number and payload.
struct Pair<'a>(u16, &'a [u8]);

impl Attribute for Pair<'_> {
    fn number(&self) -> u16 {
        self.0
    }

    fn payload(&self) -> &[u8] {
        self.1
    }

    fn u8(&self) -> Answer<u8> {
        Ok(get::u8(self.1)?)
    }

    fn u16(&self) -> Answer<u16> {
        Ok(get::u16_ne(self.1)?)
    }

    fn u32(&self) -> Answer<u32> {
        Ok(get::u32_ne(self.1)?)
    }

    fn u64(&self) -> Answer<u64> {
        Ok(get::u64_ne(self.1)?)
    }

    fn text(&self) -> Answer<String> {
        Ok(get::string(self.1)?.to_owned())
    }

    fn each(&self, mut visit: impl FnMut(&Self) -> Answer<()>) -> Answer<()> {
        AttrIter::new(self.1).try_for_each(|(number, payload)| visit(&Pair(number, payload)))
    }
}
