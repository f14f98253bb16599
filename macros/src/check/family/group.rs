//! `const EVENTS: MulticastGroup = "mptcp_pm_events";`

use syn::{Ident, LitStr};

use super::kernel_name::{check_length, quoted};
use super::sent::named_by;
use super::signature::check_visibility;
use super::{Earlier, outer};
use crate::check::types::{is, is_bare};
use crate::check::values::check_misplaced;
use crate::errors::Errors;
use crate::model::{Group, Needed};
use crate::rules::Rule;
use crate::syntax::block::{self, Function};

/// Checks a group. One with a mistake keeps its constant, so that events and users can still name it.
pub(super) fn check_group(
    group: block::Group,
    needed: Option<Needed>,
    earlier: &mut Earlier,
    errors: &mut Errors,
) -> Option<Group> {
    check_visibility(&group.vis, errors);
    if group.generics.lt_token.is_some() {
        errors.push(
            Rule::GroupNotPlain,
            &group.generics,
            "a multicast group cannot have generics\nhelp: remove them",
        );
    }
    check_misplaced(
        &group.misplaced,
        ("on a multicast group", "on the trait or on a `fn`"),
        "remove it",
        errors,
    );
    let declared = check_type(&group, errors);
    let value = declared.then(|| check_value(&group, errors)).flatten();
    let name = value.and_then(|literal| {
        let name = check_length(&literal, "a multicast group", errors)?;
        let free = !group.outer.cfg.is_empty()
            || earlier.groups.add(
                name.clone(),
                &literal,
                (
                    &format!("multicast group \"{name}\""),
                    &format!("\"{name}\""),
                ),
                &group.ident,
                errors,
            );
        free.then_some(name)
    });
    let named = earlier
        .names
        .add_constant(&group.ident, &group.ident, &group.outer, errors);
    named.then(|| Group {
        constant: group.ident,
        needed,
        name: name.unwrap_or_default(),
        outer: outer(group.outer),
    })
}

/// Whether the constant has the type of a group.
fn check_type(group: &block::Group, errors: &mut Errors) -> bool {
    let message = format!(
        "a constant of the block must be a multicast group\n\
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

/// Returns the groups that no event names, often because of a misspelt name. If the kernel has a group without events, the
/// author writes `#[allow(unused)]`.
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
                 help: write `group = {group}` in `#[event(..)]` of the events that are sent to it\n\
                 help: write `#[allow(unused)]` above the group if the block has no such event"
            ),
        );
    }
}

fn allows_unused(group: &block::Group) -> bool {
    let others = group.outer.others.to_string();
    others.contains("allow") && others.contains("unused")
}
