//! What an inspector remembers of earlier datagrams: the ids of families, and requests.

use core::ops::RangeInclusive;
use std::borrow::Cow;
use std::collections::VecDeque;

use crate::AttributeSet;
use crate::description::Family;
use crate::nlctrl::{self, CtrlAttrs, Nlctrl};
use crate::wire::{Message, MessageHeader, MessageType, Messages, flags};

/// How many requests are remembered. No capture of one machine has as many late answers.
const REQUESTS: usize = 256;
/// The most bytes of all remembered requests: a capture may hold anything.
const REQUEST_BYTES: usize = 1 << 20;

/// The ids of families (`GENL_MIN_ID` and `GENL_MAX_ID`, `include/uapi/linux/genetlink.h`).
const IDS: RangeInclusive<u16> = 16..=1023;
/// The most bytes of a name without its NUL (`GENL_NAMSIZ`).
const NAME: usize = 15;

/// The commands of the controller with the ids of families: `CTRL_CMD_NEWFAMILY` and `CTRL_CMD_DELFAMILY`.
const NEW_FAMILY: u8 = 1;
const DEL_FAMILY: u8 = 2;

/// A family with a known id.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) id: u16,
    pub(super) name: Cow<'static, str>,
    /// The size of its fixed header, if the controller reported it.
    pub(super) header: Option<usize>,
}

/// What an inspector remembers.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    pub(super) families: Vec<&'static Family>,
    known: Vec<Known>,
    requests: VecDeque<Box<[u8]>>,
}

impl Memory {
    pub(super) fn add_family(&mut self, family: &'static Family) {
        self.families.retain(|known| known.name != family.name);
        self.families.push(family);
    }

    pub(super) fn set_id(&mut self, id: u16, name: Cow<'static, str>, header: Option<usize>) {
        self.known
            .retain(|known| known.id != id && known.name != name);
        self.known.push(Known { id, name, header });
    }

    /// Returns the family with this id, and its description.
    pub(super) fn family(&self, id: u16) -> Option<(Known, Option<&'static Family>)> {
        let known = if id == nlctrl::ID {
            Known {
                id,
                name: Nlctrl::FAMILY.name().into(),
                header: Some(0),
            }
        } else {
            self.known.iter().find(|known| known.id == id)?.clone()
        };
        let mut families = self.families.iter().copied();
        let description = families.find(|family| family.name == known.name);
        let is_controller = id == nlctrl::ID;
        let description = description.or_else(|| is_controller.then_some(Nlctrl::DESCRIPTION));
        Some((known, description))
    }

    /// Remembers the ids of families and the requests in a datagram.
    pub(super) fn learn(&mut self, datagram: &[u8], has_requests: bool) {
        for message in Messages::new(datagram).map_while(Result::ok) {
            match message.header.kind {
                _ if has_requests => self.remember(&message),
                MessageType::Family(nlctrl::ID) => self.learn_family(&message),
                _ => {}
            }
        }
    }

    fn remember(&mut self, request: &Message<'_>) {
        self.requests.push_back(request.as_bytes().into());
        let mut left: usize = self.requests.iter().map(|it| it.len()).sum();
        while self.requests.len() > REQUESTS || left > REQUEST_BYTES {
            left -= self.requests.pop_front().map_or(left, |first| first.len());
        }
    }

    fn learn_family(&mut self, message: &Message<'_>) {
        let Ok((generic, attributes)) = message.generic() else {
            return;
        };
        let Ok(family) = CtrlAttrs::decode(attributes) else {
            return;
        };
        let (Some(id), Some(name)) = (family.family_id, family.family_name) else {
            return;
        };
        if !IDS.contains(&id) || name.len() > NAME {
            return;
        }
        match generic.command {
            NEW_FAMILY => {
                let header = family.hdrsize.and_then(|bytes| usize::try_from(bytes).ok());
                // The name is printed, and a capture may contain any bytes.
                self.set_id(id, name.escape_debug().to_string().into(), header);
            }
            DEL_FAMILY => self.known.retain(|known| known.id != id),
            _ => {}
        }
    }

    /// Returns the request that this quoted header belongs to.
    pub(super) fn quoted(&self, header: &[u8]) -> Option<&[u8]> {
        let header = header.get(..MessageHeader::LENGTH)?;
        let mut requests = self.requests.iter().rev();
        requests
            .find(|request| request.starts_with(header))
            .map(AsRef::as_ref)
    }

    /// Returns the request that a message answers, by its sequence number and port.
    pub(super) fn asked(&self, answer: MessageHeader) -> Option<Message<'_>> {
        let requests = self.requests.iter().rev();
        let mut requests = requests.filter_map(|request| Messages::new(request).next()?.ok());
        requests.find(|request| {
            let MessageHeader {
                kind,
                flags,
                sequence,
                port,
            } = request.header;
            let is_kind = if answer.kind == MessageType::Done {
                flags & flags::DUMP == flags::DUMP
            } else {
                kind == answer.kind
            };
            is_kind && sequence == answer.sequence && (port == 0 || port == answer.port)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A request of this many bytes: its length, a family, flags, and zeros.
    fn request(length: u32) -> Vec<u8> {
        let mut bytes = length.to_ne_bytes().to_vec();
        bytes.extend([28_u16, 5].map(u16::to_ne_bytes).concat());
        bytes.resize(usize::try_from(length).expect("it is short"), 0);
        bytes
    }

    #[test]
    fn the_oldest_requests_are_forgotten() {
        let mib = 1 << 20;
        for (length, count, kept) in [
            (20, 300, 256),
            (mib / 4, 6, 4),
            (mib, 2, 1),
            (mib + 4, 1, 0),
        ] {
            let mut memory = Memory::default();
            for _ in 0..count {
                memory.learn(&request(length), true);
            }
            assert_eq!(memory.requests.len(), kept, "{count} of {length} bytes");
        }
    }
}
