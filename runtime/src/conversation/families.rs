//! What the kernel knows families by, and how it is asked.

use core::fmt;

use super::Asked;
use crate::error::{Decoded, EncodeError};
use crate::family::Family;
use crate::wire::Attributes;

/// What the kernel knows a family by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The family's id: the `nlmsg_type` of its messages.
    pub id: u16,
    /// The names and ids of its multicast groups.
    pub groups: Vec<(String, u32)>,
}

impl Resolved {
    /// The id of the multicast group called `name`.
    pub fn group(&self, name: &str) -> Option<u32> {
        let mut groups = self.groups.iter();
        groups.find(|(known, _)| known == name).map(|(_, id)| *id)
    }
}

/// What the controller tells everyone of a family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A family was registered.
    Registered(String, Resolved),
    /// A family was unregistered.
    Unregistered(String),
}

/// The family that knows the others, as functions: what a conversation knows of it.
#[derive(Clone, Copy)]
pub struct Controller {
    /// The controller itself, which is known without asking.
    pub family: Family,
    /// Its id.
    pub id: u16,
    /// The name and id of the group that it sends notices to.
    pub group: (&'static str, u32),
    /// Appends the request for a family.
    pub ask: fn(Family, &mut Vec<u8>) -> Result<Asked, EncodeError>,
    /// Reads the reply.
    pub answer: fn(Attributes<'_>) -> Decoded<Resolved>,
    /// Reads an event, by its command; `None` if it is of no interest.
    pub notice: fn(u8, Attributes<'_>) -> Decoded<Option<Notice>>,
}

impl fmt::Debug for Controller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { family, id, .. } = self;
        write!(f, "Controller({}, {id})", family.name())
    }
}

/// The families that have been looked up.
#[derive(Clone, Debug)]
pub(super) struct Families(Vec<(Family, Resolved)>);

impl Families {
    pub(super) fn new(controller: &Controller) -> Self {
        let (name, id) = controller.group;
        let resolved = Resolved {
            id: controller.id,
            groups: vec![(name.to_owned(), id)],
        };
        Self(vec![(controller.family, resolved)])
    }

    #[inline]
    pub(super) fn get(&self, family: Family) -> Option<&Resolved> {
        let mut families = self.0.iter();
        families
            .find(|(known, _)| known.name() == family.name())
            .map(|(_, resolved)| resolved)
    }

    pub(super) fn insert(&mut self, family: Family, resolved: Resolved) {
        self.remove(family);
        self.0.push((family, resolved));
    }

    pub(super) fn remove(&mut self, family: Family) {
        self.0.retain(|(known, _)| known.name() != family.name());
    }
}
