//! `group = EVENTS`, `group = [ADDED, REMOVED]` and `unicast`: where the kernel sends an event.

use proc_macro2::TokenStream;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Ident, Token, bracketed, token};

use super::Known;
use crate::check::names::{same, similar};
use crate::check::sentences::takes;
use crate::check::values::{all_meant, check_ident};
use crate::check::words::Once;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::args::{Arg, Word, WordValue};

/// The values of the words.
#[derive(Default)]
pub(super) struct Sent {
    pub(super) groups: Once<Vec<Ident>>,
    pub(super) unicast: Once<()>,
}

impl Sent {
    pub(super) fn is_set(&self) -> bool {
        self.groups.is_set() || self.unicast.is_set()
    }

    pub(super) fn add_groups(&mut self, word: &Word, known: &Known, errors: &mut Errors) {
        let groups = match &word.value {
            WordValue::Assigned(value) => listed(value),
            WordValue::None | WordValue::List(_) => Vec::new(),
        };
        if groups.is_empty() {
            return report_no_group(word, known, errors);
        }
        let Some(first) = self.groups.word() else {
            return self.groups.set(&word.ident, groups, errors);
        };
        let both = self.groups.get().into_iter().flatten().chain(&groups);
        let both = both.map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let message = format!("duplicate `group`\nhelp: write `group = [{both}]`");
        errors.push_pair(
            Rule::WordTwice,
            &word.ident,
            message,
            first,
            "first used here",
        );
    }

    /// Returns the groups that have constants.
    pub(super) fn into_groups(self, known: &Known) -> Vec<Ident> {
        let is_known = |group: &Ident| known.constants.iter().any(|known| same(known, group));
        let groups = self.groups.into_value().unwrap_or_default();
        groups.into_iter().filter(is_known).collect()
    }

    /// Checks that the block declares the groups, and that each is named once.
    pub(super) fn check_groups(&self, known: &Known, errors: &mut Errors) {
        let groups = self.groups.get().map_or(&[][..], Vec::as_slice);
        for (index, group) in groups.iter().enumerate() {
            let mut before = groups.iter().take(index);
            if let Some(first) = before.find(|other| same(other, group)) {
                let message =
                    format!("duplicate multicast group `{group}`\nhelp: remove one of them");
                errors.push_pair(Rule::GroupTwice, group, message, first, "first used here");
            } else if !known.groups.iter().any(|known| same(known, group)) {
                report_unknown(group, known, errors);
            }
        }
    }
}

fn report_no_group(word: &Word, known: &Known, errors: &mut Errors) {
    let names = known.group_names();
    if let WordValue::Assigned(value) | WordValue::List(value) = &word.value {
        let several = all_meant(value, &names);
        if several.len() > 1 {
            let several = several.join(", ");
            let what = "the names of several multicast groups in brackets";
            let message = takes(&word.ident, what, format!("[{several}]"));
            return errors.push(Rule::ValueNoName, value, message);
        }
    }
    check_ident(word, "a multicast group of this block", &names, errors);
}

fn report_unknown(group: &Ident, known: &Known, errors: &mut Errors) {
    let help = format!("declare it with `const {group}: MulticastGroup = \"..\";`");
    let help = similar(group, "a group", &known.group_names()).unwrap_or(help);
    let message = format!("unknown multicast group `{group}`\nhelp: {help}");
    errors.push(Rule::GroupUnknown, group, message);
}

pub(super) fn report_missing(ident: &Ident, group: Option<&Ident>, errors: &mut Errors) {
    let help = match group {
        Some(group) => format!("write `group = {group}`, with the multicast group to which it is sent"),
        None => "declare the group with `const EVENTS: MulticastGroup = \"..\";`, and write `group = EVENTS`".to_owned(),
    };
    let message = format!(
        "missing `group` for the event `{ident}`\n\
         help: {help}\n\
         help: write `unicast` if it is sent to a single socket"
    );
    errors.push(Rule::GroupMissing, ident, message);
}

/// Returns the name of the group in `group = EVENTS`, if `arg` names this group.
pub(super) fn named_by(arg: &Arg, group: &Ident) -> Option<Ident> {
    match arg {
        Arg::Word(Word {
            ident,
            value: WordValue::Assigned(value),
        }) if ident == "group" => listed(value).into_iter().find(|name| same(name, group)),
        _ => None,
    }
}

/// Returns the groups in `EVENTS` or `[ADDED, REMOVED]`, and none for any other value.
fn listed(value: &TokenStream) -> Vec<Ident> {
    let groups = |input: ParseStream<'_>| {
        if !input.peek(token::Bracket) {
            return input.parse().map(|group| vec![group]);
        }
        let inside;
        bracketed!(inside in input);
        let groups = inside.parse_terminated(<Ident as Parse>::parse, Token![,])?;
        Ok(groups.into_iter().collect())
    };
    groups.parse2(value.clone()).unwrap_or_default()
}
