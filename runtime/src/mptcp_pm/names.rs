//! The text form of flags, which is that of `ip mptcp`.

use core::fmt;
use core::str::FromStr;

use bitflags::parser::ParseHex;
use bitflags::{Bits, Flags};

use super::{AddressFlags, EventFlags, SubflowFlags};

/// The error of a text with an unknown flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseFlagsError {
    found: String,
    known: String,
}

impl fmt::Display for ParseFlagsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { found, known } = self;
        write!(
            f,
            "unknown flag `{found}`: expected {known}, or bits such as `0x40`"
        )
    }
}

impl std::error::Error for ParseFlagsError {}

macro_rules! by_name {
    ($($flags:ident)*) => {$(
        /// Writes the names of the flags in lower case, separated by commas, and unknown bits as a hexadecimal number:
        /// `signal,backup,0x40`.
        impl fmt::Display for $flags {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&write(self))
            }
        }

        /// Parses names in lower case and hexadecimal numbers, separated by commas: `signal,backup,0x40`. An empty text is an
        /// empty set.
        impl FromStr for $flags {
            type Err = ParseFlagsError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                parse(text)
            }
        }
    )*};
}

by_name!(AddressFlags EventFlags SubflowFlags);

fn spelling(name: &str) -> String {
    name.to_ascii_lowercase().replace('_', "-")
}

fn write<F: Flags<Bits: fmt::LowerHex>>(flags: &F) -> String {
    let mut names = flags.iter_names();
    let mut words: Vec<_> = names.by_ref().map(|(name, _)| spelling(name)).collect();
    let unknown = names.remaining().bits();
    if unknown != F::Bits::EMPTY {
        words.push(format!("{unknown:#x}"));
    }
    words.join(",")
}

fn parse<F: Flags<Bits: ParseHex>>(text: &str) -> Result<F, ParseFlagsError> {
    let mut flags = F::empty();
    if text.trim().is_empty() {
        return Ok(flags);
    }
    for word in text.split(',').map(str::trim) {
        let bits = match word.strip_prefix("0x") {
            Some(digits) => F::Bits::parse_hex(digits).ok(),
            None => named::<F>(word),
        };
        let bits = bits.ok_or_else(|| unknown::<F>(word))?;
        flags.insert(F::from_bits_retain(bits));
    }
    Ok(flags)
}

fn named<F: Flags>(word: &str) -> Option<F::Bits> {
    let mut known = F::FLAGS.iter();
    let found = known.find(|flag| spelling(flag.name()) == word)?;
    Some(found.value().bits())
}

fn unknown<F: Flags>(found: &str) -> ParseFlagsError {
    let known = F::FLAGS.iter().map(|flag| spelling(flag.name()));
    let known: Vec<_> = known.map(|name| format!("`{name}`")).collect();
    ParseFlagsError {
        found: found.to_owned(),
        known: known.join(", "),
    }
}
