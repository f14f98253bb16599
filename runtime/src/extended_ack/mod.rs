//! The kernel's error detail in messages (`enum nlmsgerr_attrs`, `include/uapi/linux/netlink.h`).

mod place;

use crate::AttributeSet;
use crate::codec::Reading;
use crate::description;
use crate::error::{DecodeError, DecodeErrorKind};
use crate::policy::Policy;
use crate::wire::{AttributeWriter, Attributes, Message, MessageHeader, MessageType, flags};
use place::Place;

pub use crate::error::{ExtendedAck, Missing};

/// The attributes of an acknowledgement.
pub(crate) const DESCRIPTION: &description::AttributeSet = &Raw::DESCRIPTION;

/// The attributes of an acknowledgement, as they are on the wire.
#[derive(Default, AttributeSet)]
struct Raw {
    #[attr(1, unterminated)]
    msg: Option<std::ffi::CString>,
    #[attr(2)]
    offs: Option<u32>,
    #[attr(3)]
    cookie: Option<Vec<u8>>,
    #[attr(4, nest)]
    policy: Option<Policy>,
    #[attr(5)]
    miss_type: Option<u32>,
    #[attr(6)]
    miss_nest: Option<u32>,
}

/// The contents of an error, acknowledgement or end-of-dump message.
#[derive(Debug)]
pub(crate) struct Status {
    /// `Ok` for a success, with its number: 0, unless the operation answers with one (`mac80211_hwsim` answers with the id
    /// of a new radio). `Err` for an error, with its number as in `errno(3)`.
    pub(crate) result: Result<u32, i32>,
    /// The extended ack, unless it is empty.
    pub(crate) detail: Option<Box<ExtendedAck>>,
}

/// Reads an error, acknowledgement or end-of-dump message. An empty end-of-dump message is a success.
pub(crate) fn parse(
    message: &Message<'_>,
    request: &[u8],
    set: &'static description::AttributeSet,
) -> Result<Status, DecodeError> {
    let payload = message.payload();
    if payload.is_empty() && message.header.kind == MessageType::Done {
        // devlink ends the replies to a do with an empty message (`devlink_fmsg_snd`, `net/devlink/health.c`).
        return Ok(Status {
            result: Ok(0),
            detail: None,
        });
    }
    let Some((number, rest)) = payload.split_first_chunk::<4>() else {
        let kind = DecodeErrorKind::NoErrorNumber {
            length: payload.len(),
        };
        return Err(DecodeError::new(kind).or_offset(MessageHeader::LENGTH));
    };
    // On the wire an error number is negative.
    let number = i32::from_ne_bytes(*number);
    let result = u32::try_from(number).map_err(|_| number.saturating_neg());
    let attributes = attributes(message.header, rest);
    let is_told = !attributes.as_bytes().is_empty();
    let detail = is_told.then(|| Box::new(read(attributes, request, set)));
    Ok(Status {
        result,
        detail: detail.filter(|detail| !detail.is_empty()),
    })
}

/// Decodes the attributes of the answer to a request.
pub(crate) fn read(
    attributes: Attributes<'_>,
    request: &[u8],
    set: &'static description::AttributeSet,
) -> ExtendedAck {
    Raw::read(attributes).resolve(request, set)
}

/// Returns the attributes of an answer. They follow the error number and the echoed request. A capped acknowledgement
/// echoes only the header of the request.
pub(crate) fn attributes(header: MessageHeader, rest: &[u8]) -> Attributes<'_> {
    let attributes = match header.kind {
        _ if header.flags & flags::ACK_TLVS == 0 => None,
        MessageType::Error if header.flags & flags::CAPPED != 0 => {
            rest.get(MessageHeader::LENGTH..)
        }
        MessageType::Error => rest.get(echo_length(rest)..),
        _ => Some(rest),
    };
    Attributes::new(attributes.unwrap_or_default(), 0)
}

/// Writes an answer with an error number (positive, or 0), as the kernel does for a socket with `NETLINK_EXT_ACK` and
/// `NETLINK_CAP_ACK`: only the header of the request is echoed.
pub(crate) fn write(
    kind: MessageType,
    errno: i32,
    detail: &ExtendedAck,
    request: &[u8],
) -> Result<Vec<u8>, crate::EncodeError> {
    let mut bytes = vec![0; MessageHeader::LENGTH];
    bytes.extend_from_slice(&errno.saturating_neg().to_ne_bytes());
    let capped = if kind == MessageType::Error {
        bytes.extend_from_slice(request.get(..MessageHeader::LENGTH).unwrap_or_default());
        flags::CAPPED
    } else {
        flags::MULTI
    };
    let tlvs = if detail.is_empty() {
        0
    } else {
        flags::ACK_TLVS
    };
    let mut attributes = AttributeWriter::new(&mut bytes);
    Raw::from(detail).encode(&mut attributes);
    attributes.finish()?;
    let header = MessageHeader {
        kind,
        flags: capped | tlvs,
        sequence: 0,
        port: 0,
    };
    header.write(&mut bytes);
    Ok(bytes)
}

impl From<&ExtendedAck> for Raw {
    fn from(detail: &ExtendedAck) -> Self {
        Self {
            msg: detail
                .message
                .as_deref()
                .and_then(|message| std::ffi::CString::new(message).ok()),
            offs: detail.offset,
            cookie: detail.cookie.clone(),
            policy: detail.policy.clone(),
            miss_type: detail.missing.as_ref().map(|missing| missing.number),
            miss_nest: detail.missing.as_ref().and_then(|missing| missing.nest),
        }
    }
}

/// Returns the length of the request that an acknowledgement echoes.
fn echo_length(echo: &[u8]) -> usize {
    echo.first_chunk::<4>().map_or(0, |length| {
        crate::wire::align(u32::from_ne_bytes(*length) as usize)
    })
}

impl Raw {
    /// Decodes each attribute on its own: one that is malformed hides neither the others nor the error number.
    fn read(attributes: Attributes<'_>) -> Self {
        let mut raw = Self::default();
        Reading::fill_each::<Self>(&mut raw, attributes.clone());
        let policies = attributes
            .flatten()
            .filter(|one| one.number() == Self::_POLICY.number());
        let policy = policies.last().and_then(|policy| policy.nest().ok());
        raw.policy = policy.map(Policy::read);
        raw
    }

    fn resolve(self, request: &[u8], set: &'static description::AttributeSet) -> ExtendedAck {
        let find = |offset: u32| Place::find(request, offset, set);
        ExtendedAck {
            message: self.msg.map(|text| text.to_string_lossy().into_owned()),
            offset: self.offs,
            path: self.offs.and_then(find).map(Place::into_path),
            missing: self.miss_type.map(|number| Missing {
                number,
                nest: self.miss_nest,
                path: self
                    .miss_nest
                    .map_or(Some(Place::message(set)), find)
                    .unwrap_or_default()
                    .with(number),
            }),
            policy: self.policy,
            cookie: self.cookie,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AttributeSet, MessageType, flags, parse};
    use crate::wire::{MessageHeader, Messages};

    #[test]
    fn positive_numbers_are_no_errors() {
        for (number, result) in [
            (0, Ok(0)),
            (7, Ok(7)),
            (i32::MAX, Ok(0x7fff_ffff)),
            (-22, Err(22)),
            (-1, Err(1)),
            (i32::MIN, Err(i32::MAX)),
        ] {
            for kind in [MessageType::Error, MessageType::Done] {
                let header = MessageHeader {
                    kind,
                    flags: flags::CAPPED,
                    sequence: 0,
                    port: 0,
                };
                let mut bytes = vec![0; MessageHeader::LENGTH];
                bytes.extend(number.to_ne_bytes());
                header.write(&mut bytes);
                let message = Messages::new(&bytes).next().unwrap().unwrap();
                let status = parse(&message, &[], const { &<()>::DESCRIPTION }).unwrap();
                assert_eq!(status.result, result, "{number} in {kind:?}");
                assert!(status.detail.is_none());
            }
        }
    }
}
