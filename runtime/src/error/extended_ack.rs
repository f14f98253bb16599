//! What the kernel says beside an error number.

use core::fmt::{self, Write};

use super::path::Path;
use crate::policy::Policy;

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
        for character in message.iter().flat_map(|message| message.chars()) {
            // The text may come from a recorded file, and must not write to the terminal.
            if character.is_control() {
                write!(f, "{}", character.escape_default())?;
            } else {
                f.write_char(character)?;
            }
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
