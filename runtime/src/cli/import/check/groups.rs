//! Multicast groups, and what is sent to them.

use std::collections::HashSet;

use super::Scope;
use crate::import::model::Group;
use crate::import::names::constant_name;
use crate::import::spec::Operation;
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
        if let Some(name) = &event.mcgrp {
            if let Some(group) = groups.iter_mut().find(|group| group.name == **name) {
                group.used = true;
                return (format!("group = {}", group.ident), None);
            }
            let names: Vec<_> = groups.iter().map(|group| group.name.clone()).collect();
            self.unknown(
                name.place,
                "multicast group",
                name,
                names.iter().map(String::as_str),
            );
            return ("unicast".to_owned(), None);
        }
        for group in groups.iter_mut() {
            group.used = true;
        }
        let idents: Vec<_> = groups.iter().map(|group| group.ident.clone()).collect();
        match idents.as_slice() {
            // There is no other place that it could be sent to.
            [one] => (format!("group = {one}"), None),
            [] => {
                let text = format!("`{}` has no `mcgrp`: is it sent to one socket?", event.name);
                (
                    "unicast".to_owned(),
                    Some(self.problems.note(event.place, text)),
                )
            }
            _ => {
                let text = format!(
                    "`{}` has no `mcgrp`: it may be sent to any group",
                    event.name
                );
                let note = self.problems.note(event.place, text);
                (format!("group = [{}]", idents.join(", ")), Some(note))
            }
        }
    }
}
