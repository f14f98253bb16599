//! The ids of families, and how the controller is asked for them.

use core::fmt;

use super::Asked;
use crate::error::{Decoded, EncodeError};
use crate::family::Family;
use crate::wire::Attributes;

/// The ids that the kernel assigned to a family and its multicast groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The id of the family: the `nlmsg_type` of its messages.
    pub id: u16,
    /// The names and ids of the multicast groups.
    pub groups: Vec<(String, u32)>,
}

impl Resolved {
    /// Returns the id of the multicast group called `name`.
    pub fn group(&self, name: &str) -> Option<u32> {
        let mut groups = self.groups.iter();
        groups.find(|(known, _)| known == name).map(|(_, id)| *id)
    }
}

/// A notice that the controller sends to its multicast group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A family was registered.
    Registered(String, Resolved),
    /// A family was unregistered.
    Unregistered(String),
}

/// The controller, which knows the ids of all families, as functions. [`nlctrl::CONTROLLER`](crate::nlctrl::CONTROLLER) is
/// one.
#[derive(Clone, Copy)]
pub struct Controller {
    /// The family of the controller.
    pub family: Family,
    /// The id of the controller, which is fixed.
    pub id: u16,
    /// The name and id of the group to which it sends notices.
    pub group: (&'static str, u32),
    /// Appends a request for the ids of a family.
    pub ask: fn(Family, &mut Vec<u8>) -> Result<Asked, EncodeError>,
    /// Decodes the reply.
    pub answer: fn(Attributes<'_>) -> Decoded<Resolved>,
    /// Decodes an event by its command; `None` if it is not a notice.
    pub notice: fn(u8, Attributes<'_>) -> Decoded<Option<Notice>>,
}

impl fmt::Debug for Controller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { family, id, .. } = self;
        write!(f, "Controller({}, {id})", family.name())
    }
}

/// The families whose ids are known.
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
