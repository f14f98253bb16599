//! Strings: with a NUL at the end, or with the word `unterminated` without one.
//!
//! A string ends at its first NUL. The bytes after it are ignored, as in the kernel (`nla_strscpy`, `lib/nlattr.c`).

use core::ffi::CStr;
use std::ffi::CString;

use super::binary::{self, check_length};
use super::{FromPayload, Meta, Payload, Reading};
use crate::description::{Checks, Kind};
use crate::error::{DecodeError, DecodeErrorKind, Decoded, EncodeErrorKind};
use crate::wire::{Attribute, AttributeWriter, has_nul};
use crate::word::{Plain, Unterminated};

/// Returns the text up to the first NUL, or the whole payload if there is none.
fn unterminated(payload: &[u8]) -> &[u8] {
    let mut parts = payload.split(|&byte| byte == 0);
    parts.next().unwrap_or_default()
}

/// Returns the text up to the first NUL, which must be there.
fn terminated(payload: &[u8]) -> Decoded<&[u8]> {
    match payload.split_last() {
        // Nearly every string has one NUL, at its end.
        Some((0, text)) if !has_nul(text) => Ok(text),
        _ => c_str(payload).map(CStr::to_bytes),
    }
}

fn c_str(payload: &[u8]) -> Decoded<&CStr> {
    CStr::from_bytes_until_nul(payload).map_err(|_| DecodeError::new(DecodeErrorKind::Unterminated))
}

fn utf8(text: &[u8]) -> Decoded<&str> {
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

/// Returns the mistake in a text.
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
            fn blank(_: &Meta, _: &Reading<'a>) -> Decoded<Self> {
                Ok(Self::default())
            }

            #[inline]
            fn get(meta: &Meta, attribute: Attribute<'a>) -> Decoded<Self> {
                let $payload = $word::text(attribute.payload())?;
                check_length($payload.len(), meta.checks)?;
                $read
            }
        }
    )*};
}

impl Plain {
    const NUL: u16 = 1;

    fn text(payload: &[u8]) -> Decoded<&[u8]> {
        terminated(payload)
    }
}

impl Unterminated {
    const NUL: u16 = 0;

    #[allow(clippy::unnecessary_wraps)] // has the signature of the impl for `Plain`
    fn text(payload: &[u8]) -> Decoded<&[u8]> {
        Ok(unterminated(payload))
    }
}

/// Copies a text. Not inlined, because sets have many strings.
fn string(text: &[u8]) -> Decoded<String> {
    utf8(text).map(String::from)
}

/// Copies a text that contains no NUL.
fn owned(text: &[u8]) -> CString {
    CString::new(text).unwrap_or_default()
}

strings! {
    Plain String &'a str: |value| value.as_bytes(), |text| utf8(text);
    Plain String String: |value| value.as_bytes(), |text| string(text);
    Plain String CString: |value| value.as_bytes(), |text| Ok(owned(text));
    Unterminated UnterminatedString &'a str: |value| value.as_bytes(), |text| utf8(text);
    Unterminated UnterminatedString String: |value| value.as_bytes(), |text| string(text);
    Unterminated UnterminatedString CString: |value| value.as_bytes(), |text| Ok(owned(text));
}

/// Borrows the NUL too, so it has no unterminated form.
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
    fn blank(_: &Meta, _: &Reading<'a>) -> Decoded<Self> {
        Ok(Self::default())
    }

    #[inline]
    fn get(meta: &Meta, attribute: Attribute<'a>) -> Decoded<Self> {
        let text = c_str(attribute.payload())?;
        check_length(text.count_bytes(), meta.checks)?;
        Ok(text)
    }
}
