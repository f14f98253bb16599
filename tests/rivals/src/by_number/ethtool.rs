use genl_families::ethtool::{Bitset, BitsetBit, BitsetBits, Features, Header, HeaderFlags};

use super::{Answer, Attribute, Fill};

impl Fill for Features {
    fn blank() -> Self {
        Self::default()
    }

    fn put(&mut self, attribute: &impl Attribute) -> Answer<()> {
        match attribute.number() {
            1 => self.header = Some(Header::nested(attribute)?),
            2 => self.hw = Some(Bitset::nested(attribute)?),
            3 => self.wanted = Some(Bitset::nested(attribute)?),
            4 => self.active = Some(Bitset::nested(attribute)?),
            5 => self.nochange = Some(Bitset::nested(attribute)?),
            _ => {}
        }
        Ok(())
    }
}

impl Fill for Header {
    fn blank() -> Self {
        Self::default()
    }

    fn put(&mut self, attribute: &impl Attribute) -> Answer<()> {
        match attribute.number() {
            1 => self.dev_index = Some(attribute.u32()?),
            2 => self.dev_name = Some(attribute.text()?),
            3 => self.flags = Some(HeaderFlags::from_bits_retain(attribute.u32()?)),
            4 => self.phy_index = Some(attribute.u32()?),
            _ => {}
        }
        Ok(())
    }
}

impl Fill for Bitset {
    fn blank() -> Self {
        Self::default()
    }

    fn put(&mut self, attribute: &impl Attribute) -> Answer<()> {
        match attribute.number() {
            1 => self.nomask = true,
            2 => self.size = Some(attribute.u32()?),
            3 => {
                let bit = BitsetBit::list(attribute)?;
                self.bits = Some(BitsetBits { bit });
            }
            4 => self.value = Some(attribute.payload().to_vec()),
            5 => self.mask = Some(attribute.payload().to_vec()),
            _ => {}
        }
        Ok(())
    }
}

impl Fill for BitsetBit {
    fn blank() -> Self {
        Self::default()
    }

    fn put(&mut self, attribute: &impl Attribute) -> Answer<()> {
        match attribute.number() {
            1 => self.index = Some(attribute.u32()?),
            2 => self.name = Some(attribute.text()?),
            3 => self.value = true,
            _ => {}
        }
        Ok(())
    }
}
