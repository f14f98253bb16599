//! `const EVENTS: MulticastGroup = "mptcp_pm_events";`

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Ident, LitStr};

use super::head::check_length;
use super::signature::check_visibility;
use super::{TakenBefore, outer};
use crate::check::types::{is, is_bare};
use crate::errors::Errors;
use crate::model::{Group, Needed};
use crate::rules::Rule;
use crate::syntax::args::{Arg, Word, WordValue};
use crate::syntax::block::{self, Function};

/// A group with a mistake keeps its constant, for the events and the users that name it.
pub(super) fn check_group(
    group: block::Group,
    needed: Option<Needed>,
    taken: &mut TakenBefore,
    errors: &mut Errors,
) -> Option<Group> {
    check_visibility(&group.vis, errors);
    if group.generics.lt_token.is_some() {
        errors.push(
            Rule::GroupNotPlain,
            &group.generics,
            "a multicast group has no parameters\nhelp: remove them",
        );
    }
    for misplaced in &group.misplaced {
        errors.push(
            Rule::AttributeMisplaced,
            misplaced,
            "not allowed on a multicast group; it belongs on a `fn`\nhelp: remove it",
        );
    }
    let declared = check_type(&group, errors);
    let value = declared.then(|| check_value(&group, errors)).flatten();
    let name = value.and_then(|literal| {
        let name = check_length(&literal, "a multicast group", errors)?;
        let free = !group.outer.cfg.is_empty()
            || taken.groups.take(
                name.clone(),
                &literal,
                ("multicast group", &format!("\"{name}\"")),
                &group.ident,
                errors,
            );
        free.then_some(name)
    });
    let named = taken
        .names
        .take_constant(&group.ident, &group.ident, &group.outer, errors);
    named.then(|| Group {
        constant: group.ident,
        needed,
        name: name.unwrap_or_default(),
        outer: outer(group.outer),
    })
}

/// Whether it is declared as a group is.
fn check_type(group: &block::Group, errors: &mut Errors) -> bool {
    let message = format!(
        "the constants of the block must be multicast groups\n\
         help: write `const {}: MulticastGroup = {};`",
        group.ident,
        quoted(&group.value)
    );
    match &group.ty {
        Some(ty) if is(ty, "MulticastGroup") && is_bare(ty) => return true,
        Some(ty) => errors.push(Rule::ConstNoGroup, ty, message),
        None => errors.push(Rule::ConstNoGroup, &group.ident, message),
    }
    false
}

fn check_value(group: &block::Group, errors: &mut Errors) -> Option<LitStr> {
    let help = format!(
        "help: write `const {}: MulticastGroup = {};`, with the kernel's name",
        group.ident,
        quoted(&group.value)
    );
    if group.value.is_empty() {
        errors.push(
            Rule::NameMissing,
            &group.ident,
            format!(
                "missing name of the multicast group `{}`\n{help}",
                group.ident
            ),
        );
        return None;
    }
    let literal = syn::parse2(group.value.clone());
    if literal.is_err() {
        errors.push(
            Rule::ValueNoString,
            &group.value,
            format!("the name of a multicast group must be a string literal\n{help}"),
        );
    }
    literal.ok()
}

/// The string literal somewhere in the value, or a place for one.
pub(super) fn quoted(value: &impl ToTokens) -> String {
    fn find(tokens: TokenStream) -> Option<String> {
        tokens.into_iter().find_map(|tree| match tree {
            TokenTree::Group(inner) => find(inner.stream()),
            TokenTree::Literal(literal) => {
                Some(literal.to_string()).filter(|text| text.starts_with('"'))
            }
            _ => None,
        })
    }
    find(value.to_token_stream()).unwrap_or_else(|| "\"..\"".to_owned())
}

/// The groups that no event is sent to, which is a slip in the name of the group or of the event.
/// Where the kernel has such a group, the author says so in the language's own way.
pub(super) fn unused(groups: &[block::Group], events: &[Function]) -> Vec<Ident> {
    let used = |group: &&block::Group| {
        events
            .iter()
            .flat_map(|event| &event.event.list)
            .any(|arg| named_by(arg, &group.ident).is_some())
    };
    groups
        .iter()
        .filter(|group| !allows_unused(group) && !used(group))
        .map(|group| group.ident.clone())
        .collect()
}

pub(super) fn report_unused(groups: &[Ident], errors: &mut Errors) {
    for group in groups {
        errors.push(
            Rule::GroupUnused,
            group,
            format!(
                "the multicast group `{group}` is never used\n\
                 help: write `group = {group}` in the events that are sent to it\n\
                 help: write `#[allow(unused)]` above it if the block describes no such event"
            ),
        );
    }
}

fn allows_unused(group: &block::Group) -> bool {
    let others = group.outer.others.to_string();
    others.contains("allow") && others.contains("unused")
}

/// What names the group in `group = EVENTS`.
pub(super) fn named_by<'a>(arg: &'a Arg, group: &Ident) -> Option<&'a TokenStream> {
    match arg {
        Arg::Word(Word {
            ident,
            value: WordValue::Assigned(value),
        }) if ident == "group" => {
            Some(value).filter(|value| group.unraw() == value.to_string().trim_start_matches("r#"))
        }
        _ => None,
    }
}
