//! Attributes that a set does not declare, kept by a field or variant marked `#[attr(unknown)]`.

use super::{AttributeSet, MixedAttribute};
use crate::description;
use crate::error::{EncodeErrorKind, Segment};
use crate::wire::{AttributeWriter, UnknownAttribute};

/// Appends unknown attributes. Fails if `S` declares one of the numbers: it would be decoded as the declared attribute.
#[inline]
pub fn put_unknown<S: AttributeSet>(unknown: &[UnknownAttribute], out: &mut AttributeWriter<'_>) {
    out.apart(|out| put(unknown, const { &S::DESCRIPTION }, out));
}

/// Appends the unknown attribute in a variant of `M`. Fails if `M` declares its number.
#[inline]
pub fn put_unknown_variant<M: MixedAttribute>(
    unknown: &UnknownAttribute,
    out: &mut AttributeWriter<'_>,
) {
    put_unknown::<Vec<M>>(core::slice::from_ref(unknown), out);
}

fn put(
    unknown: &[UnknownAttribute],
    set: &'static description::AttributeSet,
    out: &mut AttributeWriter<'_>,
) {
    for &UnknownAttribute { number, .. } in unknown {
        if let Some(name) = declared(number, set) {
            let kind = EncodeErrorKind::Declared { number, name };
            out.fail(Segment::Number(number), kind);
        }
    }
    out.put_unknown(unknown);
}

/// Returns the name of the attribute that the set declares for a number.
fn declared(number: u16, set: &'static description::AttributeSet) -> Option<&'static str> {
    if set.pad == Some(number) {
        return Some("pad");
    }
    set.attribute(number).map(|attribute| attribute.name)
}
