//! Names in Rust that do not follow from the names in YNL.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

/// How the runtime converts a name with dashes to one in Rust (`description::RustName`).
#[derive(Clone, Copy)]
pub(super) enum Case {
    Snake,
    Camel,
    Upper,
}

impl Case {
    fn of(self, name: &str) -> String {
        match self {
            Self::Snake => name.replace('-', "_"),
            Self::Upper => name.replace('-', "_").to_ascii_uppercase(),
            Self::Camel => name.split(['-', '_']).map(capitalized).collect(),
        }
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// Adds `ident` to the description, if it does not follow from `name`.
pub(super) fn renamed(ident: &Ident, name: &str, case: Case) -> Option<TokenStream> {
    let ident = ident.unraw().to_string();
    (case.of(name) != ident).then(|| quote!(.renamed(#ident)))
}

#[cfg(test)]
mod tests {
    use quote::format_ident;

    use super::*;

    #[test]
    fn only_names_that_cannot_be_made_are_told() {
        for (ident, name, case, is_told) in [
            ("rcv_addrs", "rcv-addrs", Case::Snake, false),
            ("rcv_addrs", "rcv-add-addrs", Case::Snake, true),
            ("SubClosed", "sub-closed", Case::Camel, false),
            ("SubClosed", "sub_closed", Case::Camel, false),
            ("IPv4", "i-pv4", Case::Camel, false),
            ("IPv4", "ipv4", Case::Camel, true),
            ("PM_EVENTS", "pm-events", Case::Upper, false),
            ("PM_EVENTS", "pm_events", Case::Upper, false),
            ("EVENTS", "pm_events", Case::Upper, true),
        ] {
            let told = renamed(&format_ident!("{ident}"), name, case);
            assert_eq!(told.is_some(), is_told, "{ident}");
        }
    }
}
