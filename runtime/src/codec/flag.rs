//! `bool` as a flag, or with a codec of the author. As one byte: `boolean.rs`.

use super::{FromPayload, Meta, Payload, With};
use crate::description::{Kind, Presence};
use crate::error::Decoded;
use crate::wire::{Attribute, AttributeWriter};
use crate::word::{self, Flag};

/// A word with which a field is a `bool`.
#[diagnostic::on_unimplemented(
    message = "this attribute is not a `bool` in its set",
    label = "expected a field of `bool` with `flag`, `u8` or `with = Codec` in the set"
)]
pub trait Truth {
    /// The kind of payload, for the description.
    const KIND: Kind;

    /// Whether the attribute is required.
    const PRESENCE: Presence;

    /// Appends the attribute.
    fn put_truth(value: bool, meta: &Meta, out: &mut AttributeWriter<'_>);

    /// Decodes the attribute.
    fn get_truth(meta: &Meta, attribute: Attribute<'_>) -> Decoded<bool>;
}

#[diagnostic::do_not_recommend]
impl Truth for Flag {
    const KIND: Kind = Kind::Flag;

    const PRESENCE: Presence = Presence::Flag;

    #[inline]
    fn put_truth(value: bool, meta: &Meta, out: &mut AttributeWriter<'_>) {
        if value {
            out.fixed(meta.number, []);
        }
    }

    #[inline]
    fn get_truth(_: &Meta, _: Attribute<'_>) -> Decoded<bool> {
        Ok(true)
    }
}

#[diagnostic::do_not_recommend]
impl<C: for<'a> With<'a, bool>> Truth for word::With<C> {
    const KIND: Kind = <bool as Payload<Self>>::KIND;

    const PRESENCE: Presence = Presence::Required;

    #[inline]
    fn put_truth(value: bool, meta: &Meta, out: &mut AttributeWriter<'_>) {
        Payload::<Self>::put(&value, meta, out);
    }

    fn get_truth(meta: &Meta, attribute: Attribute<'_>) -> Decoded<bool> {
        FromPayload::<Self>::get(meta, attribute)
    }
}
