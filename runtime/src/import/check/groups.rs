//! Multicast groups, and what is sent to them.

use std::collections::HashSet;

use super::Scope;
use crate::import::model::Group;
use crate::import::names::constant_name;
use crate::import::spec::{Operation, SentTo};
use crate::import::yaml::Located;

/// Groups, while events are looked at.
pub(super) struct Groups {
    pub(super) groups: Vec<Group>,
}

impl Scope<'_> {
    /// The groups, whose constants are not among `taken`.
    pub(super) fn groups(&mut self, taken: &HashSet<String>) -> Groups {
        let list = &self.spec.mcast_groups.list;
        self.check_once(
            "multicast group",
            list.iter().map(|group| (group.name.as_str(), group.place)),
        );
        let mut groups: Vec<Group> = Vec::new();
        for group in list {
            if !(1..=15).contains(&group.name.len()) {
                let text = "the name of a multicast group must have 1 to 15 bytes";
                self.problems.fault(group.place, text);
            }
            let first = constant_name(&group.name, "GROUP");
            let names = [
                first.clone(),
                format!("{first}_GROUP"),
                format!("{first}_MCGRP"),
            ];
            let free = |name: &String| {
                !taken.contains(name) && groups.iter().all(|group| group.ident != *name)
            };
            let Some(ident) = names.into_iter().find(free) else {
                let text = format!(
                    "the group `{}` needs the constant `{first}`, which is taken",
                    group.name
                );
                self.problems.fault(group.place, text);
                continue;
            };
            let doc = group.doc.clone().unwrap_or_default();
            groups.push(Group {
                doc,
                ident,
                name: group.name.clone(),
                used: false,
            });
        }
        Groups { groups }
    }

    /// Where an event is sent to, in words, and what was guessed.
    pub(super) fn sent(
        &mut self,
        event: &Located<Operation>,
        groups: &mut Groups,
    ) -> (String, Option<String>) {
        let groups = &mut groups.groups;
        if let Some(sent) = &event.mcgrp {
            return (self.told(sent, groups), None);
        }
        for group in groups.iter_mut() {
            group.used = true;
        }
        let idents: Vec<_> = groups.iter().map(|group| group.ident.clone()).collect();
        match idents.as_slice() {
            // There is no other place that it could be sent to.
            [_] => (words(&idents), None),
            [] => {
                let text = format!(
                    "`{}` has no `mcgrp`, and there are no groups: it is described as sent to one socket",
                    event.name
                );
                (
                    "unicast".to_owned(),
                    Some(self.problems.note(event.place, text)),
                )
            }
            _ => {
                let text = format!(
                    "`{}` has no `mcgrp`: it is described as sent to every group",
                    event.name
                );
                let note = self.problems.note(event.place, text);
                (words(&idents), Some(note))
            }
        }
    }

    /// Where a description says that an event is sent to.
    fn told(&mut self, sent: &Located<SentTo>, groups: &mut [Group]) -> String {
        let mut idents = Vec::new();
        for name in &sent.0 {
            if let Some(group) = groups.iter_mut().find(|group| group.name == *name) {
                group.used = true;
                idents.push(group.ident.clone());
            } else {
                let names: Vec<_> = groups.iter().map(|group| group.name.as_str()).collect();
                self.unknown(sent.place, "multicast group", name, names);
            }
        }
        words(&idents)
    }
}

/// One socket, one group or several.
fn words(groups: &[String]) -> String {
    match groups {
        [] => "unicast".to_owned(),
        [one] => format!("group = {one}"),
        several => format!("group = [{}]", several.join(", ")),
    }
}
