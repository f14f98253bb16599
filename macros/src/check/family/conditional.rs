//! Groups that a `cfg` removes although an event without this `cfg` needs them.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;

use super::sent::named_by;
use crate::model::Needed;
use crate::syntax::block::{Function, Group};

/// Returns the message for builds without the group, if an event without a `cfg` needs the group.
///
/// Only rustc knows which configurations exist. A group that is declared twice may exist in all of them, and so may the
/// group of an event with a `cfg` of its own.
pub(super) fn needed(group: &Group, groups: &[Group], events: &[Function]) -> Option<Needed> {
    let alike = groups
        .iter()
        .filter(|other| other.ident.unraw() == group.ident.unraw());
    if group.outer.cfg.is_empty() || alike.count() > 1 {
        return None;
    }
    let mut always = events.iter().filter(|event| event.outer.cfg.is_empty());
    let (event, place) = always.find_map(|event| {
        let mut words = event.event.list.iter();
        let place = words.find_map(|arg| named_by(arg, &group.ident))?;
        Some((&event.signature.ident, place))
    })?;
    let (name, cfg) = (&group.ident, shown(&group.outer.cfg));
    Some(Needed {
        condition: condition(&group.outer.cfg),
        place: place.to_token_stream(),
        message: format!(
            "the event `{event}` needs the multicast group `{name}`, which exists under `{cfg}` only\n\
             help: write `{cfg}` above `{event}` too"
        ),
    })
}

/// Joins `#[cfg(unix)] #[cfg(a)]` to `all(unix, a)`.
fn condition(cfg: &TokenStream) -> TokenStream {
    let conditions = cfg.clone().into_iter().filter_map(|tree| match tree {
        TokenTree::Group(attribute) => attribute.stream().into_iter().last(),
        _ => None,
    });
    let conditions = conditions.filter_map(|tree| match tree {
        TokenTree::Group(condition) => Some(condition.stream()),
        _ => None,
    });
    quote!(all(#(#conditions),*))
}

fn shown(cfg: &TokenStream) -> String {
    cfg.to_string()
        .replace("# [", "#[")
        .replace(" (", "(")
        .replace("] #", "]#")
        .replace("]#", "] #")
}
