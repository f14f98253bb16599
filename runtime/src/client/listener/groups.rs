//! The multicast groups of a listener.

use std::io;

use super::Listener;
use crate::error::{Error, ErrorKind};
use crate::family::MulticastGroup;
use crate::transport::Transport;

impl<E, T: Transport> Listener<E, T> {
    /// Joins another group of the family.
    ///
    /// # Errors
    ///
    /// Fails if the kernel does not have the group, if the caller lacks the permission to join it, and if the group belongs to
    /// another family.
    pub fn join_group(&mut self, group: MulticastGroup) -> Result<(), Error> {
        let id = self.group_id(group)?;
        self.membership(group, Transport::join, id)?;
        self.incoming.set_joined(group.name(), true);
        Ok(())
    }

    /// Leaves a group. Its events that have already arrived are still received.
    ///
    /// # Errors
    ///
    /// Fails if the kernel does not have the group, and if the group belongs to another family.
    pub fn leave_group(&mut self, group: MulticastGroup) -> Result<(), Error> {
        let id = self.group_id(group)?;
        self.membership(group, Transport::leave, id)?;
        self.incoming.set_joined(group.name(), false);
        Ok(())
    }

    fn group_id(&self, group: MulticastGroup) -> Result<u32, Error> {
        let (group, family) = (group.name(), group.family().name());
        if family != self.incoming.family().name() {
            return Err(self.error("listen", ErrorKind::ForeignGroup { group, family }));
        }
        let id = self.incoming.group(group);
        id.ok_or_else(|| self.error("listen", ErrorKind::GroupNotFound { group }))
    }

    fn membership(
        &mut self,
        group: MulticastGroup,
        change: fn(&mut T, u32) -> io::Result<()>,
        id: u32,
    ) -> Result<(), Error> {
        change(&mut self.transport, id).map_err(|error| {
            let group = group.name();
            self.error("listen", ErrorKind::Join { group, error })
        })
    }
}
