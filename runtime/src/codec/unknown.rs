//! Attributes that a set does not declare, kept by a field or variant marked `#[attr(unknown)]`.

use super::{AttributeSet, MixedAttribute};
use crate::description;
use crate::error::{EncodeErrorKind, Segment};
use crate::wire::{AttributeWriter, UnknownAttribute};

/// Appends the attributes that `S` keeps. Each must be one that `S` would keep when it is read again.
pub fn put_unknown<S: AttributeSet>(unknown: &[UnknownAttribute], out: &mut AttributeWriter<'_>) {
    put(unknown, const { &S::DESCRIPTION }, out);
}

/// Appends an attribute that a variant of `M` keeps.
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

/// The name that a set has for a number.
fn declared(number: u16, set: &'static description::AttributeSet) -> Option<&'static str> {
    if set.pad == Some(number) {
        return Some("pad");
    }
    set.attribute(number).map(|attribute| attribute.name)
}
