//! What later datagrams refer to: the ids of families, and requests.

use core::ops::RangeInclusive;
use std::borrow::Cow;
use std::collections::VecDeque;

use crate::AttributeSet;
use crate::description::Family;
use crate::nlctrl::{self, CtrlAttrs, Nlctrl};
use crate::wire::{Message, MessageHeader, MessageType, Messages, flags};

/// How many requests are remembered: more than are answered late in any capture of one machine.
const REQUESTS: usize = 256;
/// The most bytes of all remembered requests: a capture may hold anything.
const REQUEST_BYTES: usize = 1 << 20;

/// The ids of families (`GENL_MIN_ID` and `GENL_MAX_ID`, `include/uapi/linux/genetlink.h`).
const IDS: RangeInclusive<u16> = 16..=1023;
/// The most bytes of a name without its NUL (`GENL_NAMSIZ`).
const NAME: usize = 15;

/// The commands of the controller that tell of a family: `CTRL_CMD_NEWFAMILY` and `CTRL_CMD_DELFAMILY`.
const NEW_FAMILY: u8 = 1;
const DEL_FAMILY: u8 = 2;

/// A family by its id.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) id: u16,
    pub(super) name: Cow<'static, str>,
    /// The bytes of its fixed header, if the controller told.
    pub(super) header: Option<usize>,
}

/// What is remembered.
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

    /// The family with this id, and its description.
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

    /// Remembers what a datagram tells of families, and its requests.
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
                // It is shown, and a capture may hold anything.
                self.set_id(id, name.escape_debug().to_string().into(), header);
            }
            DEL_FAMILY => self.known.retain(|known| known.id != id),
            _ => {}
        }
    }

    /// The request that this header was quoted of.
    pub(super) fn quoted(&self, header: &[u8]) -> Option<&[u8]> {
        let header = header.get(..MessageHeader::LENGTH)?;
        let mut requests = self.requests.iter().rev();
        requests
            .find(|request| request.starts_with(header))
            .map(AsRef::as_ref)
    }

    /// The request that a message answers, as its sequence number and port tell.
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
