use std::net::IpAddr;

use genl::codec::With;
use genl_families::wireguard::{
    KernelTimespec, SocketAddrBytes, Wgallowedip, WgallowedipFlags, Wgdevice, WgdeviceFlags,
    Wgpeer, WgpeerFlags,
};
use zerocopy::FromBytes;

use super::{Answer, Attribute, Fill};

impl Fill for Wgdevice {
    fn blank() -> Self {
        Self::default()
    }

    fn put(&mut self, attribute: &impl Attribute) -> Answer<()> {
        match attribute.number() {
            1 => self.ifindex = Some(attribute.u32()?),
            2 => self.ifname = Some(attribute.text()?),
            3 => self.private_key = Some(attribute.bytes()?),
            4 => self.public_key = Some(attribute.bytes()?),
            5 => self.flags = Some(WgdeviceFlags::from_bits_retain(attribute.u32()?)),
            6 => self.listen_port = Some(attribute.u16()?),
            7 => self.fwmark = Some(attribute.u32()?),
            8 => self.peers = Wgpeer::list(attribute)?,
            _ => {}
        }
        Ok(())
    }
}

impl Fill for Wgpeer {
    fn blank() -> Self {
        Self::default()
    }

    fn put(&mut self, attribute: &impl Attribute) -> Answer<()> {
        match attribute.number() {
            1 => self.public_key = Some(attribute.bytes()?),
            2 => self.preshared_key = Some(attribute.bytes()?),
            3 => self.flags = Some(WgpeerFlags::from_bits_retain(attribute.u32()?)),
            4 => self.endpoint = Some(SocketAddrBytes::get(attribute.payload())?),
            5 => self.persistent_keepalive_interval = Some(attribute.u16()?),
            6 => {
                let time = KernelTimespec::read_from_bytes(attribute.payload());
                self.last_handshake_time = Some(time.map_err(|_| "a time of another size")?);
            }
            7 => self.rx_bytes = Some(attribute.u64()?),
            8 => self.tx_bytes = Some(attribute.u64()?),
            9 => self.allowedips = Wgallowedip::list(attribute)?,
            10 => self.protocol_version = Some(attribute.u32()?),
            _ => {}
        }
        Ok(())
    }
}

impl Fill for Wgallowedip {
    fn blank() -> Self {
        Self::default()
    }

    fn put(&mut self, attribute: &impl Attribute) -> Answer<()> {
        match attribute.number() {
            1 => self.family = Some(attribute.u16()?),
            2 => self.ipaddr = Some(ip(attribute)?),
            3 => self.cidr_mask = Some(attribute.u8()?),
            4 => self.flags = Some(WgallowedipFlags::from_bits_retain(attribute.u32()?)),
            _ => {}
        }
        Ok(())
    }
}

/// An address of either family, by its length.
fn ip(attribute: &impl Attribute) -> Answer<IpAddr> {
    Ok(match attribute.payload().len() {
        4 => IpAddr::from(attribute.bytes::<4>()?),
        _ => IpAddr::from(attribute.bytes::<16>()?),
    })
}
