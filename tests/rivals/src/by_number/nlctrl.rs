use genl::nlctrl::{FamilyReply, McastGroupAttrs, OpAttrs, OpFlags};

use super::{Answer, Attribute, Fill};

impl Fill for FamilyReply {
    fn blank() -> Self {
        Self {
            family_name: String::new(),
            family_id: 0,
            version: None,
            hdrsize: None,
            maxattr: None,
            ops: Vec::new(),
            mcast_groups: Vec::new(),
        }
    }

    fn put(&mut self, attribute: &impl Attribute) -> Answer<()> {
        match attribute.number() {
            1 => self.family_id = attribute.u16()?,
            2 => self.family_name = attribute.text()?,
            3 => self.version = Some(attribute.u32()?),
            4 => self.hdrsize = Some(attribute.u32()?),
            5 => self.maxattr = Some(attribute.u32()?),
            6 => self.ops = OpAttrs::list(attribute)?,
            7 => self.mcast_groups = McastGroupAttrs::list(attribute)?,
            _ => {}
        }
        Ok(())
    }
}

impl Fill for OpAttrs {
    fn blank() -> Self {
        let flags = OpFlags::empty();
        Self { id: 0, flags }
    }

    fn put(&mut self, attribute: &impl Attribute) -> Answer<()> {
        match attribute.number() {
            1 => self.id = attribute.u32()?,
            2 => self.flags = OpFlags::from_bits_retain(attribute.u32()?),
            _ => {}
        }
        Ok(())
    }
}

impl Fill for McastGroupAttrs {
    fn blank() -> Self {
        let name = String::new();
        Self { name, id: 0 }
    }

    fn put(&mut self, attribute: &impl Attribute) -> Answer<()> {
        match attribute.number() {
            1 => self.name = attribute.text()?,
            2 => self.id = attribute.u32()?,
            _ => {}
        }
        Ok(())
    }
}
