//! The error for a feature of genl that is missing. The macro does not know the features of genl: a macro of genl passes the
//! error on or drops it.

use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;
use syn::Path;

use super::{at, path_at};

/// Fails at `word` unless genl has its feature `zerocopy`.
pub(crate) fn expand_zerocopy(krate: &Path, word: Option<&Ident>) -> Option<TokenStream> {
    let word = word?;
    let message = format!(
        "`{word}` needs the feature `zerocopy` of genl\n\
         help: write `genl = {{ version = \"..\", features = [\"zerocopy\"] }}` in Cargo.toml"
    );
    let error = syn::Error::new(word.span(), message).into_compile_error();
    let krate = path_at(krate, at(word));
    Some(quote_spanned!(at(word)=> #krate::__without_zerocopy! { #error }))
}
