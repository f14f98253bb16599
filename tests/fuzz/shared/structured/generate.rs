//! Messages by the description of their set.

use genl::description::{Attribute, AttributeSet, Checks, Kind, Numbering, Presence};

use super::authors::{self, Beside};
use super::choices::Choices;
use super::payload::{self, Valued};
use super::tree::{Level, Node, unknown};

/// How the paths of the sets end that keep attributes which they do not name.
pub(crate) const KEEPERS: [&str; 10] = [
    "genl::mptcp_pm::events::ConnectionEvent",
    "genl::mptcp_pm::events::ClosedEvent",
    "genl::mptcp_pm::events::AnnouncedEvent",
    "genl::mptcp_pm::events::RemovedEvent",
    "genl::mptcp_pm::events::SubflowEvent",
    "genl::mptcp_pm::events::SubflowClosedEvent",
    "genl::mptcp_pm::events::ListenerEvent",
    "genl_families::ovs::flow::key::MaskedKey",
    "genl_families::ovs::flow::action::Action",
    "shared::kinds::Kinds",
];

/// How deep sets are in each other; required ones are everywhere.
const DEPTH: usize = 3;

/// A message, as genl writes it, and the words that `Debug` prints of it.
pub(crate) struct Message {
    pub(crate) level: Level,
    pub(crate) words: Vec<String>,
}

impl Message {
    pub(crate) fn new(set: &'static AttributeSet, choices: &mut Choices<'_>) -> Self {
        assert!(set.header.is_none(), "{} has a header", set.name);
        let mut words = Vec::new();
        let level = Writer {
            choices,
            words: &mut words,
        }
        .set(set, DEPTH);
        Self { level, words }
    }
}

struct Writer<'w, 'c> {
    choices: &'w mut Choices<'c>,
    words: &'w mut Vec<String>,
}

impl Writer<'_, '_> {
    fn set(&mut self, set: &'static AttributeSet, depth: usize) -> Level {
        let path = set.rust_type.path();
        let keeps_unknown = KEEPERS.iter().any(|keeper| path.ends_with(keeper));
        let beside = Beside::new(self.choices);
        let mut nodes = Vec::new();
        if set.mixed {
            for _ in 0..self.choices.count() {
                if keeps_unknown && self.choices.below(4) == 3 {
                    nodes.push(self.unknown(set));
                } else if depth > 0 {
                    let attribute = &set.attributes[self.choices.below(set.attributes.len())];
                    nodes.push(self.attribute(set, attribute, beside, depth));
                }
            }
        } else {
            for attribute in set.attributes {
                for _ in 0..self.count(set, attribute, depth) {
                    nodes.push(self.attribute(set, attribute, beside, depth));
                }
                if attribute.presence == Presence::Flag {
                    let is_there = nodes.iter().any(|it| it.number == attribute.number);
                    self.words.push(is_there.to_string());
                }
            }
            if keeps_unknown {
                (0..self.choices.below(3)).for_each(|_| nodes.push(self.unknown(set)));
            }
        }
        Level {
            set: Some(set),
            keeps_unknown,
            nodes,
        }
    }

    fn unknown(&mut self, set: &AttributeSet) -> Node {
        let node = unknown(set, self.choices);
        self.words.push(node.number.to_string());
        node
    }

    /// How many times an attribute is there.
    fn count(&mut self, set: &AttributeSet, attribute: &Attribute, depth: usize) -> usize {
        match (attribute.presence, attribute.kind) {
            (Presence::Required, _) => 1,
            _ if authors::is_needed(set, attribute) => 1,
            _ if depth == 0 => 0,
            (_, Kind::Multi(_)) => self.choices.count(),
            // Mostly there, so that few attributes are not looked at.
            _ => usize::from(self.choices.below(3) > 0),
        }
    }

    fn attribute(
        &mut self,
        set: &AttributeSet,
        attribute: &Attribute,
        beside: Beside,
        depth: usize,
    ) -> Node {
        let number = attribute.number;
        if let Some(valued) = beside.payload(set, attribute, self.choices) {
            return self.valued(number, valued);
        }
        // Such a list is left out where it has no elements.
        let least = usize::from(attribute.presence == Presence::List);
        let depth = depth.saturating_sub(1);
        match &attribute.kind {
            Kind::Multi(element) => self.element(number, element, &attribute.checks, depth),
            Kind::Indexed(numbering, element) => {
                self.indexed(number, *numbering, element, least, depth)
            }
            Kind::Keyed(keys, element) => {
                let nodes = self.keyed(keys.len(), element, least, depth, &[]);
                Node::nest(number, Level::list(nodes))
            }
            Kind::Array(element) => {
                let count = least + self.choices.count();
                let valued = payload::array(element, count, &attribute.checks, self.choices);
                self.valued(number, valued)
            }
            kind => self.element(number, kind, &attribute.checks, depth),
        }
    }

    fn element(&mut self, number: u16, kind: &Kind, checks: &Checks, depth: usize) -> Node {
        match kind {
            Kind::Nest(set) => Node::nest(number, self.set(set.get(), depth)),
            kind => {
                let valued = payload::of(kind, checks, self.choices);
                self.valued(number, valued)
            }
        }
    }

    fn valued(&mut self, number: u16, mut valued: Valued) -> Node {
        self.words.append(&mut valued.words);
        Node::new(number, valued.bytes)
    }

    fn indexed(
        &mut self,
        number: u16,
        numbering: Numbering,
        element: &Kind,
        least: usize,
        depth: usize,
    ) -> Node {
        let mut nodes = Vec::new();
        for place in (0..).take(least + self.choices.count()) {
            let number = match numbering {
                Numbering::From(first) => first + place,
                Numbering::Zero => 0,
                Numbering::Kept => {
                    let number = self.choices.half() % 0x4000;
                    self.words.push(number.to_string());
                    number
                }
            };
            nodes.push(self.element(number, element, &Checks::NONE, depth));
        }
        Node::nest(number, Level::list(nodes))
    }

    /// Elements of a list with one key or two. Those with the same first key are beside each other.
    fn keyed(
        &mut self,
        keys: usize,
        element: &Kind,
        least: usize,
        depth: usize,
        first: &[u16],
    ) -> Vec<Node> {
        let mut nodes = Vec::<Node>::new();
        for _ in 0..least + self.choices.count() {
            let number = self.choices.half() % 0x4000;
            if keys == 1 {
                let all = first.iter().chain([&number]);
                self.words.extend(all.map(u16::to_string));
                nodes.push(self.element(number, element, &Checks::NONE, depth));
            } else if nodes.last().is_none_or(|last| last.number != number) {
                let inner = self.keyed(keys - 1, element, 1, depth, &[number]);
                nodes.push(Node::nest(number, Level::list(inner)));
            }
        }
        nodes
    }
}
