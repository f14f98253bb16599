//! `display_hint` of an attribute.

use syn::Type;

use super::words::Words;
use crate::check::hints::check_form_of;
use crate::errors::Errors;
use crate::model::Payload;

/// Whether values of the type can have the form.
pub(super) fn check_hinted(ty: &Type, words: &Words, errors: &mut Errors) {
    let (Some(hint), Some(word)) = (words.hint.get(), words.hint.word()) else {
        return;
    };
    // A codec of the author's makes of any type what it likes.
    if words.payload.get() == Some(&Payload::With) {
        return;
    }
    let plain = matches!(
        words.payload.get(),
        None | Some(Payload::BigEndian | Payload::Uint | Payload::Sint)
    );
    check_form_of(*hint, word, ty, plain, errors);
}
