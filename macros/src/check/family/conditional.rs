//! Groups that a configuration leaves out, of events that it leaves in.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;

use super::group::named_by;
use crate::model::Needed;
use crate::syntax::block::{Function, Group};

/// What to say where the group is left out, if an event needs it whatever the configuration is.
///
/// Which configurations there are only rustc knows: a group that is declared twice may be there in all of them, and so may one of
/// an event with a `cfg` of its own.
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
            "the multicast group `{name}` is declared under `{cfg}` only\n\
             help: write `{cfg}` above the event `{event}` too"
        ),
    })
}

/// `all(unix, a)` of `#[cfg(unix)] #[cfg(a)]`.
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
