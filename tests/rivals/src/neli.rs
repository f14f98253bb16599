//! neli: messages and attributes are read into buffers of their own, and payloads out of these.
//!
//! Attributes are `u16`s here, which neli reads faster than enums of `neli_enum`.

use std::io::Cursor;

use genl::mptcp_pm::{Address, EndpointReply};
use genl_families::ovs::OvsHeader;
use neli::attr::Attribute as _;
use neli::consts::nl::NlmF;
use neli::genl::{
    AttrTypeBuilder, Genlmsghdr, GenlmsghdrBuilder, Nlattr, NlattrBuilder, NoUserHeader,
};
use neli::nl::{NlPayload, Nlmsghdr, NlmsghdrBuilder};
use neli::types::{Buffer, GenlBuffer};
use neli::{FromBytes, Size, ToBytes, TypeSize};

use crate::by_number::{Attribute, Fill};
use crate::inputs::{MPTCP_PM, SEQUENCE};
use crate::table::Answer;

pub(crate) const NAME: &str = "neli";

type Message<H = NoUserHeader> = Nlmsghdr<u16, Genlmsghdr<u8, u16, H>>;

pub(crate) fn add_addr(address: &Address, out: &mut Vec<u8>) -> Answer<()> {
    let addr = NlattrBuilder::default().nla_type(AttrTypeBuilder::default().nla_type(1).build()?);
    let mut addr = addr.nla_payload(Buffer::new()).build()?;
    if let Some(family) = address.family {
        addr = addr.nest(&attribute(1, u16::from(family))?)?;
    }
    if let Some(id) = address.id {
        addr = addr.nest(&attribute(2, id)?)?;
    }
    if let Some(addr4) = address.addr4 {
        addr = addr.nest(&attribute(3, addr4.octets())?)?;
    }
    if let Some(addr6) = address.addr6 {
        addr = addr.nest(&attribute(4, addr6.octets())?)?;
    }
    if let Some(port) = address.port {
        addr = addr.nest(&attribute(5, port)?)?;
    }
    if let Some(flags) = address.flags {
        addr = addr.nest(&attribute(6, flags.bits())?)?;
    }
    if let Some(if_idx) = address.if_idx {
        addr = addr.nest(&attribute(7, if_idx)?)?;
    }
    let attributes: GenlBuffer<_, _> = [addr].into_iter().collect();
    let message = GenlmsghdrBuilder::default()
        .cmd(1_u8)
        .version(1)
        .attrs(attributes)
        .build()?;
    let message = NlmsghdrBuilder::default()
        .nl_type(MPTCP_PM)
        .nl_flags(NlmF::REQUEST | NlmF::ACK)
        .nl_seq(SEQUENCE)
        .nl_payload(NlPayload::Payload(message))
        .build()?;
    out.clear();
    let mut cursor = Cursor::new(std::mem::take(out));
    message.to_bytes(&mut cursor)?;
    *out = cursor.into_inner();
    Ok(())
}

fn attribute(number: u16, payload: impl Size + ToBytes) -> Answer<Nlattr<u16, Buffer>> {
    let number = AttrTypeBuilder::default().nla_type(number).build()?;
    Ok(NlattrBuilder::default()
        .nla_type(number)
        .nla_payload(payload)
        .build()?)
}

/// Reads the set of the one message of a datagram.
pub(crate) fn message<S: Fill>(datagram: &[u8]) -> Answer<S> {
    let message: Message = Message::from_bytes(&mut Cursor::new(datagram))?;
    fill(&message)
}

/// Reads the same behind `struct ovs_header`.
pub(crate) fn ovs_message<S: Fill>(datagram: &[u8]) -> Answer<genl::WithHeader<OvsHeader, S>> {
    let message: Message<i32> = Message::from_bytes(&mut Cursor::new(datagram))?;
    let header = *message
        .get_payload()
        .ok_or("no message of a family")?
        .header();
    Ok(OvsHeader::with(header, fill(&message)?))
}

pub(crate) fn endpoints(datagram: &[u8]) -> Answer<Vec<EndpointReply>> {
    let (mut endpoints, mut cursor) = (Vec::new(), Cursor::new(datagram));
    while cursor.position() < datagram.len() as u64 {
        let message: Message = Message::from_bytes(&mut cursor)?;
        endpoints.push(fill(&message)?);
    }
    Ok(endpoints)
}

fn fill<S: Fill, H: TypeSize>(message: &Message<H>) -> Answer<S> {
    let mut set = S::blank();
    let message = message.get_payload().ok_or("no message of a family")?;
    for attribute in message.attrs().iter() {
        set.put(attribute)?;
    }
    Ok(set)
}

impl Attribute for Nlattr<u16, Buffer> {
    fn number(&self) -> u16 {
        *self.nla_type().nla_type()
    }

    fn payload(&self) -> &[u8] {
        self.nla_payload().as_ref()
    }

    fn u8(&self) -> Answer<u8> {
        Ok(self.get_payload_as()?)
    }

    fn u16(&self) -> Answer<u16> {
        Ok(self.get_payload_as()?)
    }

    fn u32(&self) -> Answer<u32> {
        Ok(self.get_payload_as()?)
    }

    fn u64(&self) -> Answer<u64> {
        Ok(self.get_payload_as()?)
    }

    fn text(&self) -> Answer<String> {
        Ok(self.get_payload_as_with_len()?)
    }

    fn each(&self, mut visit: impl FnMut(&Self) -> Answer<()>) -> Answer<()> {
        self.get_attr_handle()?.iter().try_for_each(&mut visit)
    }
}
