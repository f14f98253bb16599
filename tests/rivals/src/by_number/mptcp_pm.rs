use std::net::{Ipv4Addr, Ipv6Addr};

use genl::mptcp_pm::{Address, AddressFamily, AddressFlags, EndpointReply, SubflowEvent};

use super::{Answer, Attribute, Fill};

impl Fill for EndpointReply {
    fn blank() -> Self {
        Self::default()
    }

    fn put(&mut self, attribute: &impl Attribute) -> Answer<()> {
        if attribute.number() == 1 {
            self.addr = Address::nested(attribute)?;
        }
        Ok(())
    }
}

impl Fill for Address {
    fn blank() -> Self {
        Self::default()
    }

    fn put(&mut self, attribute: &impl Attribute) -> Answer<()> {
        match attribute.number() {
            1 => self.family = Some(AddressFamily::from(attribute.u16()?)),
            2 => self.id = Some(attribute.u8()?),
            3 => self.addr4 = Some(Ipv4Addr::from(attribute.bytes::<4>()?)),
            4 => self.addr6 = Some(Ipv6Addr::from(attribute.bytes::<16>()?)),
            5 => self.port = Some(attribute.u16()?),
            6 => self.flags = Some(AddressFlags::from_bits_retain(attribute.u32()?)),
            7 => self.if_idx = Some(attribute.u32()?.cast_signed()),
            _ => {}
        }
        Ok(())
    }
}

impl Fill for SubflowEvent {
    fn blank() -> Self {
        Self::default()
    }

    fn put(&mut self, attribute: &impl Attribute) -> Answer<()> {
        match attribute.number() {
            1 => self.token = attribute.u32()?,
            2 => self.family = AddressFamily::from(attribute.u16()?),
            3 => self.loc_id = attribute.u8()?,
            4 => self.rem_id = attribute.u8()?,
            5 => self.saddr4 = Some(Ipv4Addr::from(attribute.bytes::<4>()?)),
            6 => self.saddr6 = Some(Ipv6Addr::from(attribute.bytes::<16>()?)),
            7 => self.daddr4 = Some(Ipv4Addr::from(attribute.bytes::<4>()?)),
            8 => self.daddr6 = Some(Ipv6Addr::from(attribute.bytes::<16>()?)),
            9 => self.sport = u16::from_be(attribute.u16()?),
            10 => self.dport = u16::from_be(attribute.u16()?),
            11 => self.backup = Some(attribute.u8()?),
            15 => self.if_idx = Some(attribute.u32()?.cast_signed()),
            _ => {}
        }
        Ok(())
    }
}
