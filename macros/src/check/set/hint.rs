//! `display_hint` of an attribute.

use syn::Type;

use super::words::Words;
use crate::check::hints::check_form_of;
use crate::errors::Errors;
use crate::model::Payload;

/// Checks that values of the type can be shown in the form of the hint.
pub(super) fn check_hinted(ty: &Type, words: &Words, errors: &mut Errors) {
    let (Some(hint), Some(word)) = (words.hint.get(), words.hint.word()) else {
        return;
    };
    // With a codec, any type may have any form.
    if words.payload.get() == Some(&Payload::With) {
        return;
    }
    let plain = matches!(
        words.payload.get(),
        None | Some(Payload::BigEndian | Payload::Uint | Payload::Sint)
    );
    check_form_of(*hint, word, ty, plain, errors);
}
