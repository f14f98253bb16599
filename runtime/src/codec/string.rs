//! Strings: with their NUL, or with the word `unterminated` without it.
//!
//! A string ends at its first NUL. The bytes after it are ignored, as in the kernel (`nla_strscpy`, `lib/nlattr.c`).

use core::ffi::CStr;
use std::ffi::CString;

use super::binary::{self, check_length};
use super::{FromPayload, Meta, Payload, Required};
use crate::description::{Checks, Kind};
use crate::error::{DecodeError, DecodeErrorKind, Decoded, EncodeErrorKind};
use crate::wire::{Attribute, AttributeWriter};
use crate::word::{Plain, Unterminated};

/// Returns the text up to the first NUL, or the whole payload if there is none.
fn text<'a>(meta: &Meta, attribute: Attribute<'a>) -> Result<&'a [u8], DecodeError> {
    let mut parts = attribute.payload().split(|&byte| byte == 0);
    let text = parts.next().unwrap_or_default();
    check_length(text.len(), meta)?;
    Ok(text)
}

/// Returns the text up to the first NUL, which must be there.
fn terminated<'a>(meta: &Meta, attribute: Attribute<'a>) -> Result<&'a CStr, DecodeError> {
    let text = CStr::from_bytes_until_nul(attribute.payload())
        .map_err(|_| DecodeError::new(DecodeErrorKind::Unterminated))?;
    check_length(text.count_bytes(), meta)?;
    Ok(text)
}

fn utf8(text: &[u8]) -> Result<&str, DecodeError> {
    core::str::from_utf8(text).map_err(|_| DecodeError::new(DecodeErrorKind::NotUtf8))
}

#[inline]
fn put(text: &[u8], nul: u16, meta: &Meta, out: &mut AttributeWriter<'_>) {
    let Checks {
        min_len: min,
        max_len: max,
        ..
    } = meta.checks;
    let is_allowed = min <= text.len() && text.len() <= max;
    if !(is_allowed && out.text(meta.number, text, nul)) {
        out.fail(meta.place, mistake(text, nul, [min, max]));
    }
}

/// Returns what is wrong with a text.
#[cold]
#[inline(never)]
fn mistake(text: &[u8], nul: u16, limits: [usize; 2]) -> EncodeErrorKind {
    if text.contains(&0) {
        return EncodeErrorKind::InteriorNul;
    }
    binary::mistake(text.len(), limits, nul)
}

macro_rules! strings {
    ($($word:ident $kind:ident $string:ty: |$value:ident| $bytes:expr, |$payload:ident| $read:expr;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<'a> Payload<$word> for $string {
            const KIND: Kind = Kind::$kind;

            #[inline]
            fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
                let $value = self;
                put($bytes, $word::NUL, meta, out);
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a> FromPayload<'a, $word> for $string {
            #[inline]
            fn blank(_: &Meta, _: &Required<'_, 'a>) -> Decoded<Self> {
                Ok(Self::default())
            }

            fn get(meta: &Meta, attribute: Attribute<'a>) -> Result<Self, DecodeError> {
                let $payload = $word::text(meta, attribute)?;
                $read
            }
        }
    )*};
}

impl Plain {
    const NUL: u16 = 1;

    fn text<'a>(meta: &Meta, attribute: Attribute<'a>) -> Result<&'a [u8], DecodeError> {
        terminated(meta, attribute).map(CStr::to_bytes)
    }
}

impl Unterminated {
    const NUL: u16 = 0;

    fn text<'a>(meta: &Meta, attribute: Attribute<'a>) -> Result<&'a [u8], DecodeError> {
        text(meta, attribute)
    }
}

/// Copies a text, which has no NUL.
fn owned(text: &[u8]) -> CString {
    CString::new(text).unwrap_or_default()
}

strings! {
    Plain String &'a str: |value| value.as_bytes(), |text| utf8(text);
    Plain String String: |value| value.as_bytes(), |text| utf8(text).map(Self::from);
    Plain String CString: |value| value.as_bytes(), |text| Ok(owned(text));
    Unterminated UnterminatedString &'a str: |value| value.as_bytes(), |text| utf8(text);
    Unterminated UnterminatedString String: |value| value.as_bytes(), |text| utf8(text).map(Self::from);
    Unterminated UnterminatedString CString: |value| value.as_bytes(), |text| Ok(owned(text));
}

/// Borrows the NUL too, so that there is no unterminated form.
#[diagnostic::do_not_recommend]
impl Payload for &CStr {
    const KIND: Kind = Kind::String;

    #[inline]
    fn put(&self, meta: &Meta, out: &mut AttributeWriter<'_>) {
        put(self.to_bytes(), Plain::NUL, meta, out);
    }
}

#[diagnostic::do_not_recommend]
impl<'a> FromPayload<'a> for &'a CStr {
    #[inline]
    fn blank(_: &Meta, _: &Required<'_, 'a>) -> Decoded<Self> {
        Ok(Self::default())
    }

    fn get(meta: &Meta, attribute: Attribute<'a>) -> Result<Self, DecodeError> {
        terminated(meta, attribute)
    }
}
