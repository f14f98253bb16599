//! The kernel's error detail (`enum nlmsgerr_attrs`, `include/uapi/linux/netlink.h`).

use core::fmt;

use crate::AttributeSet;
use crate::description;
use crate::error::{DecodeError, DecodeErrorKind, Path, Segment};
use crate::policy::Policy;
use crate::wire::{
    AttributeWriter, Attributes, Message, MessageHeader, MessageType, Messages, flags,
};

/// What the kernel says about a refusal, or as a warning about a success.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExtendedAck {
    /// Its words. They change between kernels: show them, never match on them.
    pub message: Option<String>,
    /// The byte of the request that it is about, counted from the start of the message.
    pub offset: Option<u32>,
    /// The attribute at that byte.
    pub path: Option<Path>,
    /// The attribute that is required and absent.
    pub missing: Option<Missing>,
    /// What it accepts as the attribute.
    pub policy: Option<Policy>,
    /// Bytes of the operation's own.
    pub cookie: Option<Vec<u8>>,
}

/// A required attribute that is absent from a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Its number.
    pub number: u32,
    /// Where the nest begins that it should be in; `None` is the message itself.
    pub nest: Option<u32>,
    /// Its path.
    pub path: Path,
}

/// The attributes of an acknowledgement, as they come.
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

/// The error number and the detail of an error, acknowledgement or end-of-dump message; the number is positive, or 0 for
/// success, which an empty end-of-dump message is too.
pub(crate) fn parse(
    message: &Message<'_>,
    request: &[u8],
    set: &'static description::AttributeSet,
) -> Result<(i32, ExtendedAck), DecodeError> {
    let payload = message.payload();
    if payload.is_empty() && message.header.kind == MessageType::Done {
        // devlink's, behind the replies to a do (`devlink_fmsg_snd`, `net/devlink/health.c`).
        return Ok((0, ExtendedAck::default()));
    }
    let Some((number, rest)) = payload.split_first_chunk::<4>() else {
        let kind = DecodeErrorKind::NoErrorNumber {
            length: payload.len(),
        };
        return Err(DecodeError::new(kind).or_offset(MessageHeader::LENGTH));
    };
    let errno = i32::from_ne_bytes(*number).saturating_neg();
    if message.header.flags & flags::ACK_TLVS == 0 {
        return Ok((errno, ExtendedAck::default()));
    }
    let echoed = match message.header.kind {
        MessageType::Error if message.header.flags & flags::CAPPED != 0 => MessageHeader::LENGTH,
        MessageType::Error => echo_length(rest),
        _ => 0,
    };
    let attributes = rest.get(echoed..).unwrap_or_default();
    // Detail that cannot be read must not hide the error number that it is about.
    let raw = Raw::from_bytes(attributes).unwrap_or_default();
    Ok((errno, raw.resolve(request, set)))
}

/// Writes an answer that bears an error number (positive, or 0) as the kernel does to a socket with `NETLINK_EXT_ACK` and
/// `NETLINK_CAP_ACK`: of the request only the header comes back.
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

/// The length of the request that an acknowledgement repeats.
fn echo_length(echo: &[u8]) -> usize {
    echo.first_chunk::<4>().map_or(0, |length| {
        crate::wire::align(u32::from_ne_bytes(*length) as usize)
    })
}

impl Raw {
    fn resolve(self, request: &[u8], set: &'static description::AttributeSet) -> ExtendedAck {
        let find = |offset: u32| Place::find(request, offset, set);
        ExtendedAck {
            message: self.msg.map(|text| text.to_string_lossy().into_owned()),
            offset: self.offs,
            path: self
                .offs
                .and_then(find)
                .map(|place| place.segments.into_iter().collect()),
            missing: self.miss_type.map(|number| Missing {
                number,
                nest: self.miss_nest,
                path: self
                    .miss_nest
                    .map_or(
                        Some(Place {
                            segments: Vec::new(),
                            nested: Some(set),
                        }),
                        find,
                    )
                    .unwrap_or_default()
                    .with(number),
            }),
            policy: self.policy,
            cookie: self.cookie,
        }
    }
}

/// An attribute of the request.
#[derive(Default)]
struct Place {
    segments: Vec<Segment>,
    /// The set nested in it.
    nested: Option<&'static description::AttributeSet>,
}

impl Place {
    /// The attribute that holds the byte at `offset`, as deep as the descriptions know it.
    fn find(request: &[u8], offset: u32, set: &'static description::AttributeSet) -> Option<Self> {
        let (_, attributes) = Messages::new(request).next()?.ok()?.generic().ok()?;
        let (_, attributes) = attributes.split_header(set.header)?;
        let offset = usize::try_from(offset).ok()?;
        if offset < attributes.offset() {
            return None;
        }
        let mut place = Self {
            segments: Vec::new(),
            nested: Some(set),
        };
        place.descend(attributes, offset).then_some(place)
    }

    fn descend(&mut self, attributes: Attributes<'_>, offset: usize) -> bool {
        let holder = attributes.flatten().find(|attribute| {
            let end = attribute.offset() + 4 + attribute.payload().len();
            (attribute.offset()..end).contains(&offset)
        });
        let Some(attribute) = holder else {
            return false;
        };
        let kind = self.step(u32::from(attribute.number()));
        if attribute.offset() == offset {
            return true;
        }
        if let (Some(description::Kind::Nest(_)), Ok(inner)) = (kind, attribute.nest()) {
            // A byte of its header, or of padding, is in none of its attributes.
            self.descend(inner, offset);
        }
        true
    }

    /// Goes into the attribute with this number, and tells what it is.
    fn step(&mut self, number: u32) -> Option<description::Kind> {
        let number = u16::try_from(number).unwrap_or(u16::MAX);
        let known = self.nested.and_then(|set| set.attribute(number));
        self.segments
            .push(known.map_or(Segment::Number(number), |attribute| {
                Segment::Name(attribute.name)
            }));
        self.nested = known.and_then(|attribute| attribute.kind.nested());
        known.map(|attribute| attribute.kind)
    }

    fn with(mut self, number: u32) -> Path {
        self.step(number);
        self.segments.into_iter().collect()
    }
}

impl ExtendedAck {
    /// Whether the kernel said nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl fmt::Display for ExtendedAck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            message,
            offset,
            path,
            missing,
            policy,
            cookie: _,
        } = self;
        if let Some(message) = message {
            f.write_str(message)?;
        }
        if let Some(Missing { path, .. }) = missing {
            let comma = if message.is_some() { ", " } else { "" };
            write!(f, "{comma}missing attribute `{path}`")?;
        }
        // The place stands behind words, or for itself where the kernel had none.
        let (open, close) = if message.is_some() || missing.is_some() {
            (" (", ")")
        } else {
            ("", "")
        };
        match (path, offset) {
            (Some(path), _) => write!(f, "{open}at `{path}`")?,
            (None, Some(offset)) => write!(f, "{open}at byte {offset} of the request")?,
            (None, None) => return Ok(()),
        }
        if let Some(policy) = policy {
            write!(f, "; accepted: {policy}")?;
        }
        f.write_str(close)
    }
}
