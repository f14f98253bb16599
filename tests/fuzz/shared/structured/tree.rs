//! Attributes as a tree, written by hand: nothing of genl's is used.

use std::ops::RangeInclusive;

use genl::description::{Attribute, AttributeSet, Kind, Presence};

use super::authors;
use super::choices::Choices;

const NESTED: u16 = 0x8000;
const NET_BYTEORDER: u16 = 0x4000;

/// An attribute.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(super) number: u16,
    /// The bits above the number.
    pub(super) flags: u16,
    pub(super) payload: Payload,
}

#[derive(Clone, Debug)]
pub(crate) enum Payload {
    Bytes(Vec<u8>),
    Nest(Level),
}

/// Attributes beside each other.
#[derive(Clone, Debug)]
pub(crate) struct Level {
    /// The set that they are of; `None` for the elements of a list.
    pub(super) set: Option<&'static AttributeSet>,
    /// Whether the set keeps attributes that it does not name.
    pub(super) keeps_unknown: bool,
    pub(super) nodes: Vec<Node>,
}

/// Where a message may end, and whether all that is required is there then.
pub(super) struct End {
    pub(super) places: RangeInclusive<usize>,
    pub(super) is_enough: bool,
}

/// Whether a message is refused without an attribute.
fn is_required(set: &AttributeSet, attribute: &Attribute) -> bool {
    attribute.presence == Presence::Required || authors::is_needed(set, attribute)
}

impl Node {
    pub(super) fn new(number: u16, payload: Vec<u8>) -> Self {
        let payload = Payload::Bytes(payload);
        Self {
            number,
            flags: 0,
            payload,
        }
    }

    pub(super) fn nest(number: u16, level: Level) -> Self {
        Self {
            number,
            flags: NESTED,
            payload: Payload::Nest(level),
        }
    }

    fn padding(&self) -> usize {
        match &self.payload {
            Payload::Bytes(bytes) => bytes.len().next_multiple_of(4) - bytes.len(),
            Payload::Nest(_) => 0,
        }
    }

    fn write(&self, out: &mut Vec<u8>) {
        let payload = match &self.payload {
            Payload::Bytes(bytes) => bytes.clone(),
            Payload::Nest(level) => level.write(),
        };
        let length = u16::try_from(payload.len() + 4).expect("it is short");
        out.extend(length.to_ne_bytes());
        out.extend((self.number | self.flags).to_ne_bytes());
        out.extend(&payload);
        out.resize(out.len().next_multiple_of(4), 0);
    }
}

impl Level {
    /// The elements of a list.
    pub(super) fn list(nodes: Vec<Node>) -> Self {
        Self {
            set: None,
            keeps_unknown: false,
            nodes,
        }
    }

    pub(crate) fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.nodes.iter().for_each(|node| node.write(&mut out));
        out
    }

    /// Where a message may end: behind an attribute, and in the padding behind it.
    pub(super) fn ends(&self) -> Vec<End> {
        let set = self.set.expect("it is a message");
        let required: Vec<_> = set
            .attributes
            .iter()
            .filter(|it| is_required(set, it))
            .collect();
        let (mut ends, mut bytes) = (Vec::new(), Vec::new());
        for count in 0..=self.nodes.len() {
            let (behind, rest) = self.nodes.split_at(count);
            let padding = behind.last().map_or(0, Node::padding);
            let is_there = |number| behind.iter().any(|node| node.number == number);
            ends.push(End {
                places: bytes.len() - padding..=bytes.len(),
                is_enough: required.iter().all(|it| is_there(it.number)),
            });
            rest.first()
                .into_iter()
                .for_each(|node| node.write(&mut bytes));
        }
        ends
    }

    /// The same behind other values of attributes that do not repeat.
    pub(super) fn behind(&self, earlier: &Self) -> Self {
        let mut changed = self.clone();
        let Some(set) = self.set.filter(|set| !set.mixed && !authors::depend(set)) else {
            return changed;
        };
        let is_there = |number| self.nodes.iter().any(|node| node.number == number);
        let is_single = |number| {
            let attribute = set.attribute(number);
            attribute.is_some_and(|it| !matches!(it.kind, Kind::Multi(_)))
        };
        let earlier = earlier.nodes.iter();
        let earlier = earlier.filter(|node| is_there(node.number) && is_single(node.number));
        changed.nodes.splice(..0, earlier.cloned());
        changed
    }

    /// Does something with every level, the innermost first.
    fn each(&mut self, change: &mut impl FnMut(&mut Self)) {
        for node in &mut self.nodes {
            if let Payload::Nest(level) = &mut node.payload {
                level.each(change);
            }
        }
        change(self);
    }

    /// The same with attributes between the others that a set does not name, and with padding.
    pub(super) fn with_unknown(&self, choices: &mut Choices<'_>) -> Self {
        let mut changed = self.clone();
        changed.each(&mut |level| {
            let Some(set) = level.set else {
                return;
            };
            for _ in 0..=choices.below(3) {
                let place = choices.below(level.nodes.len() + 1);
                let node = match set.pad {
                    Some(pad) if choices.chance() => Node::new(pad, Vec::new()),
                    _ if level.keeps_unknown => continue,
                    _ => unknown(set, choices),
                };
                level.nodes.insert(place, node);
            }
        });
        changed
    }

    /// The same in another order. Attributes of one number keep theirs.
    pub(super) fn reordered(&self, choices: &mut Choices<'_>) -> Self {
        let mut changed = self.clone();
        changed.each(&mut |level| {
            if level.set.is_none_or(|set| set.mixed) {
                return;
            }
            let declared = level.set.map_or(&[][..], |set| set.attributes);
            let is_known = |node: &Node| declared.iter().any(|it| it.number == node.number);
            for _ in 0..2 * level.nodes.len() {
                let place = choices.below(level.nodes.len());
                let Some([one, next]) = level.nodes.get_mut(place..place + 2) else {
                    continue;
                };
                // What is kept, is kept in its order.
                if one.number != next.number && (is_known(one) || is_known(next)) {
                    core::mem::swap(one, next);
                }
            }
        });
        changed
    }

    /// The same with other bits above the numbers of the attributes that a set names.
    pub(super) fn with_other_flags(&self, choices: &mut Choices<'_>) -> Self {
        let mut changed = self.clone();
        changed.each(&mut |level| {
            let set = level.set;
            let is_known = |number| set.is_none_or(|set| set.attribute(number).is_some());
            for node in &mut level.nodes {
                if is_known(node.number) {
                    node.flags =
                        choices.one_of(&[0, NESTED, NET_BYTEORDER, NESTED | NET_BYTEORDER]);
                }
            }
        });
        changed
    }
}

/// An attribute that the set does not name.
pub(super) fn unknown(set: &AttributeSet, choices: &mut Choices<'_>) -> Node {
    let mut number = choices.half() % NET_BYTEORDER;
    while set.attribute(number).is_some() || set.pad == Some(number) {
        number = (number + 1) % NET_BYTEORDER;
    }
    let length = choices.below(12);
    let mut node = Node::new(number, choices.bytes(length));
    node.flags = choices.one_of(&[0, NESTED, NET_BYTEORDER]);
    node
}
