//! Operations and events in YNL.

use super::commands::Command;
use super::names::{self, Names, spelled};
use super::notes::Notes;
use super::sets::{names_in_message, whole};
use super::yaml::{Map, Node};
use crate::description::{AttributeSet, Event, Family, Mode, Operation, Permission};

/// The state of writing operations and events.
pub(super) struct Operations<'f> {
    pub(super) names: &'f Names,
    pub(super) commands: &'f [Command],
    /// The set for operations without attributes: the kernel's tools require one.
    pub(super) any_set: Option<&'static AttributeSet>,
    pub(super) is_directional: bool,
    pub(super) notes: &'f mut Notes,
}

impl Operations<'_> {
    /// Returns the list of operations, followed by the events.
    pub(super) fn list(&mut self, events: &'static [Event]) -> Vec<Map> {
        let commands = self.commands;
        let mut list: Vec<_> = commands.iter().map(|it| self.command(it)).collect();
        let mut events: Vec<_> = events.iter().collect();
        events.sort_by_key(|event| event.command);
        list.extend(events.into_iter().map(|event| self.event(event)));
        list
    }

    fn command(&mut self, of: &Command) -> Map {
        let mut map = Map::default();
        names::put(&mut map, self.notes, of.name, (&spelled(of.name), of.name));
        map.put(
            "doc",
            of.all_operations().next().map_or("", |it| it.doc.trim()),
        );
        if !self.is_directional {
            map.put("value", i128::from(of.number));
        }
        let set = of.set().map(whole).or(self.any_set);
        if let Some(set) = set {
            map.put("attribute-set", self.names.set(set));
        }
        self.header(&mut map, of.name, &of.messages().collect::<Vec<_>>());
        match of.permission() {
            Permission::None => {}
            Permission::Admin => map.put("flags", vec!["admin-perm"]),
            Permission::NamespaceAdmin => map.put("flags", vec!["uns-admin-perm"]),
        }
        let lax = of.lax();
        if !lax.is_empty() {
            map.put("dont-validate", lax);
        }
        for (key, operations) in [("do", &of.dos), ("dump", &of.dumps)] {
            if !operations.is_empty() {
                let mode = self.mode(of, operations, set);
                map.put(key, mode);
            }
        }
        map
    }

    fn mode(
        &mut self,
        command: &Command,
        operations: &[&'static Operation],
        set: Option<&'static AttributeSet>,
    ) -> Map {
        let mut map = Map::default();
        let mut request = Vec::new();
        let (mut reply, mut reply_command, mut is_replied) = (Vec::new(), command.number, false);
        for (index, operation) in operations.iter().enumerate() {
            self.unsaid(&mut map, command, operation, index);
            self.message(
                &mut map,
                (operation.name, "request"),
                (operation.request, set),
                &mut request,
            );
            self.message(
                &mut map,
                (operation.name, "reply"),
                (operation.reply, set),
                &mut reply,
            );
            is_replied |= !operation.reply.is_nothing() || operation.mode == Mode::Dump;
            reply_command = operation.reply_command;
        }
        let request = self.numbered(command.number, request);
        if !request.entries.is_empty() {
            map.put("request", request);
        }
        if is_replied {
            map.put("reply", self.numbered(reply_command, reply));
        }
        map
    }

    fn numbered(&self, number: u8, attributes: Vec<Node>) -> Map {
        let mut map = Map::default();
        if self.is_directional {
            map.put("value", i128::from(number));
        }
        if !attributes.is_empty() {
            map.put("attributes", attributes);
        }
        map
    }

    /// Adds what YNL cannot express about an operation.
    fn unsaid(&mut self, map: &mut Map, command: &Command, operation: &Operation, index: usize) {
        let mut tell = |text: String| self.notes.add(map, operation.name, text);
        if operation.mode == Mode::Dump && !command.names_dump(operation.name) {
            tell(format!(
                "its name in the description is `{}`; in YNL it has the name of the do",
                operation.name
            ));
        } else if index > 0 {
            tell(format!(
                "`{}` is another form of the request, with some of the attributes",
                operation.name
            ));
        }
        if operation.permission != command.permission() {
            tell(format!(
                "the permission of `{}` differs from the one above: {:?}",
                operation.name, operation.permission
            ));
        }
        if operation.multi {
            tell("the kernel sends several replies".to_owned());
        }
        if operation.reply_may_be_absent {
            tell("the kernel may leave out the reply".to_owned());
        }
    }

    /// Adds the attributes of a message that are not there yet.
    fn message(
        &mut self,
        map: &mut Map,
        (operation, what): (&str, &str),
        (of, set): (&'static AttributeSet, Option<&'static AttributeSet>),
        attributes: &mut Vec<Node>,
    ) {
        if of.name.is_empty() {
            return;
        }
        let place = format!("{operation} {what}");
        let set = set.filter(|set| set.rust_type != whole(of).rust_type);
        if let Some(set) = set {
            let (theirs, ours) = (self.names.set(set), self.names.set(whole(of)));
            let text = format!(
                "the {what} has attributes of the set `{ours}`, not of `{theirs}`; it is left out, since YNL allows one set per operation"
            );
            return self.notes.add(map, &place, text);
        }
        for name in names_in_message(of, &place, self.names, (map, self.notes)) {
            if !attributes.contains(&name) {
                attributes.push(name);
            }
        }
    }

    /// Adds the fixed header, which all messages of an operation have in YNL.
    fn header(&mut self, map: &mut Map, place: &str, messages: &[&'static AttributeSet]) {
        let Some(header) = messages.iter().find_map(|set| set.header) else {
            return;
        };
        map.put("fixed-header", self.names.structure(header));
        let is_same = |set: &AttributeSet| {
            set.header
                .is_some_and(|it| it.rust_type == header.rust_type)
        };
        // An absent reply has no header.
        if !messages
            .iter()
            .filter(|set| !set.is_nothing())
            .all(|it| is_same(it))
        {
            let text = format!("only some of its messages begin with `{}`", header.name);
            self.notes.add(map, place, text);
        }
    }

    fn event(&mut self, of: &'static Event) -> Map {
        let mut map = Map::default();
        let spelled = spelled(of.name);
        let is_taken = self.commands.iter().any(|it| it.name == of.name);
        let given = if is_taken {
            format!("{spelled}-ntf")
        } else {
            spelled
        };
        names::put(&mut map, self.notes, of.name, (&given, of.name));
        map.put("doc", of.doc.trim());
        map.put("value", i128::from(of.command));
        let notified = of.notify.and_then(|method| self.notified(of, method));
        if let Some(name) = notified {
            map.put("notify", name);
        } else {
            let set = Some(of.attributes).filter(|set| !set.name.is_empty());
            if let Some(set) = set.map(whole).or(self.any_set) {
                map.put("attribute-set", self.names.set(set));
            }
            self.header(&mut map, of.name, &[of.attributes]);
            let mut event = Map::default();
            let mut attributes = Vec::new();
            self.message(
                &mut event,
                (of.name, "event"),
                (of.attributes, None),
                &mut attributes,
            );
            if !attributes.is_empty() {
                event.put("attributes", attributes);
            }
            map.put("event", event);
        }
        self.groups(&mut map, of);
        map
    }

    /// Returns the name of the operation whose reply the event carries, if it is a notification.
    fn notified(&self, of: &Event, method: &str) -> Option<String> {
        let of_it = |operation: &Operation| {
            operation.rust_name() == *method && operation.reply.rust_type == of.attributes.rust_type
        };
        let mut commands = self.commands.iter();
        let command = commands.find(|command| command.all_operations().any(of_it))?;
        Some(spelled(command.name))
    }

    fn groups(&mut self, map: &mut Map, of: &Event) {
        if let Some(group) = of.group {
            map.put("mcgrp", group);
        }
        for group in of.groups().skip(1) {
            self.notes
                .add(map, of.name, format!("is also sent to the group `{group}`"));
        }
        if of.unicast {
            self.notes.add(map, of.name, "is sent to a single socket");
        }
    }
}

/// Writes the multicast groups.
pub(super) fn groups(family: &Family) -> Map {
    let groups = family.groups.iter().map(|group| {
        let mut map = Map::default();
        // YNL has no doc for groups.
        if !group.doc.trim().is_empty() {
            map.comment(group.doc.trim());
        }
        map.put("name", group.name);
        map
    });
    let mut map = Map::default();
    map.put("list", groups.collect::<Vec<_>>());
    map
}
