//! genl's side, as its clients and listeners do it.

use genl::AttributeSet;
use genl::mptcp_pm::{AddAddr, Address, AddressFlags, EndpointReply, MptcpPm};
use genl::wire::{MessageHeader, MessageType, Messages};
use std::net::Ipv4Addr;

use crate::inputs::{MPTCP_PM, SEQUENCE};
use crate::table::Answer;

/// Returns what [`inputs::add_addr`](crate::inputs::add_addr) says.
pub(crate) fn endpoint() -> Address {
    Address::from(Ipv4Addr::new(10, 0, 0, 7))
        .id(7)
        .flags(AddressFlags::SIGNAL | AddressFlags::SUBFLOW)
        .if_idx(3)
}

pub(crate) fn add_addr(request: &AddAddr, out: &mut Vec<u8>) -> Answer<()> {
    let header = MessageHeader {
        kind: MessageType::Family(MPTCP_PM),
        flags: 5,
        sequence: SEQUENCE,
        port: 0,
    };
    out.clear();
    Ok(MptcpPm::ADD_ADDR.write(header, request, out)?)
}

/// Reads the set of the one message of a datagram.
pub(crate) fn message<S>(datagram: &[u8]) -> Answer<S>
where
    S: AttributeSet + for<'a> AttributeSet<View<'a> = S>,
{
    let message = Messages::new(datagram).next().ok_or("empty")??;
    Ok(S::decode(message.generic()?.1)?)
}

pub(crate) fn endpoints(datagram: &[u8]) -> Answer<Vec<EndpointReply>> {
    let mut endpoints = Vec::new();
    for message in Messages::new(datagram) {
        endpoints.push(EndpointReply::decode(message?.generic()?.1)?);
    }
    Ok(endpoints)
}
