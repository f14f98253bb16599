//! Choices, made by the bytes of an input.

use std::net::IpAddr;

/// Where the bytes end, every choice is the first one.
pub(crate) struct Choices<'a>(pub(crate) &'a [u8]);

impl Choices<'_> {
    pub(super) fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else {
            return 0;
        };
        self.0 = rest;
        *first
    }

    pub(super) fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.byte()).collect()
    }

    pub(super) fn array<const N: usize>(&mut self) -> [u8; N] {
        core::array::from_fn(|_| self.byte())
    }

    pub(super) fn ip(&mut self, is_six: bool) -> IpAddr {
        if is_six {
            IpAddr::from(self.array::<16>())
        } else {
            IpAddr::from(self.array::<4>())
        }
    }

    /// One of so many.
    pub(super) fn below(&mut self, count: usize) -> usize {
        usize::from(self.byte()) % count
    }

    /// The length of a list: mostly a short one.
    pub(super) fn count(&mut self) -> usize {
        match self.below(8) {
            7 => self.below(20),
            few => few % 4,
        }
    }

    pub(super) fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// False at the end.
    pub(super) fn chance(&mut self) -> bool {
        self.byte() % 2 == 1
    }

    pub(super) fn half(&mut self) -> u16 {
        u16::from_le_bytes(self.array())
    }

    /// One of these.
    pub(super) fn within(&mut self, least: i128, greatest: i128) -> i128 {
        let number = u64::from_le_bytes(self.array());
        least + i128::from(number) % (greatest - least + 1)
    }
}

pub(super) fn octets(ip: IpAddr) -> Vec<u8> {
    match ip {
        IpAddr::V4(ip) => ip.octets().to_vec(),
        IpAddr::V6(ip) => ip.octets().to_vec(),
    }
}
