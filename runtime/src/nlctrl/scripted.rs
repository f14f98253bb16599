//! The controller of a scripted peer: families that are registered, unregistered, and registered again with another id.

use super::{CONTROLLER, FamilyReply, GetFamily, ID, McastGroupAttrs, Nlctrl};
use crate::description;
use crate::error::Error;
use crate::extended_ack::ExtendedAck;
use crate::family::Event;
use crate::transport::Scripted;

impl Scripted {
    /// Registers a family at the peer, with the id `id`. The ids of its groups are counted from `16 * id`.
    ///
    /// If the peer has the family already, it is [unregistered](Self::unregister) first. A listener is notified if it
    /// joined the group `notify` of the controller, as every [`Listener`](crate::Listener) does.
    ///
    /// ```
    /// use genl::mptcp_pm::{Limits, MptcpPm};
    /// use genl::{Client, Scripted};
    ///
    /// let mut peer = Scripted::new();
    /// peer.family(MptcpPm::DESCRIPTION, 28)?;
    /// peer.expect(&MptcpPm::GET_LIMITS, &())?.reply(&Limits { rcv_add_addrs: 0, subflows: 2 })?;
    /// let mut pm = MptcpPm::new(Client::over(peer)?);
    /// assert_eq!(pm.get_limits()?.subflows, 2);
    ///
    /// // The module is loaded again. The client asks for the new id by itself.
    /// let peer = pm.channel().transport();
    /// peer.family(MptcpPm::DESCRIPTION, 29)?;
    /// peer.expect(&MptcpPm::GET_LIMITS, &())?.reply(&Limits { rcv_add_addrs: 0, subflows: 3 })?;
    /// assert_eq!(pm.get_limits()?.subflows, 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn family(&mut self, family: &'static description::Family, id: u16) -> Result<(), Error> {
        self.know(Nlctrl::DESCRIPTION, ID);
        self.add_groups([CONTROLLER.group.1]);
        if self.id(family.family(), "unregister").is_ok() {
            self.unregister(family)?;
        }
        self.know(family, id);
        self.add_groups(groups(family, id).map(|(_, group)| group));
        let reply = described(family, id);
        self.always(&Nlctrl::GET_FAMILY, &named(family), &reply)?;
        self.notify(&Nlctrl::NEW_FAMILY, &reply)
    }

    /// Unregisters a family of the peer, as the kernel does if its module is unloaded.
    ///
    /// Its groups lose their members, and a listener is notified as in [`family`](Self::family). The controller answers
    /// requests for the family with `ENOENT`, without an extended ack. The same answers requests to the id of the family.
    ///
    /// ```
    /// use genl::mptcp_pm::MptcpPm;
    /// use genl::{Client, ErrorKind, Listener, Scripted};
    ///
    /// let mut peer = Scripted::new();
    /// peer.family(MptcpPm::DESCRIPTION, 28)?;
    /// let mut events = Listener::<genl::mptcp_pm::MptcpPmEvent, _>::join(Client::over(peer)?, &[MptcpPm::EVENTS])?;
    /// assert_eq!(events.transport().groups(), [16, 28 * 16]);
    ///
    /// events.transport().unregister(MptcpPm::DESCRIPTION)?;
    /// assert!(matches!(events.next().unwrap_err().kind(), ErrorKind::FamilyGone));
    /// assert_eq!(events.transport().groups(), [16]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Fails with [`ErrorKind::NotScripted`](crate::ErrorKind::NotScripted) if the peer does not have the family.
    pub fn unregister(&mut self, family: &'static description::Family) -> Result<(), Error> {
        let id = self.id(family.family(), "unregister")?;
        self.forget(id);
        self.remove_groups(groups(family, id).map(|(_, group)| group));
        let nothing = ExtendedAck::default();
        self.expect(&Nlctrl::GET_FAMILY, &named(family))?
            .refuse(libc::ENOENT, &nothing)?
            .always();
        self.notify(&Nlctrl::DEL_FAMILY, &described(family, id))
    }

    /// Sends a notice to the sockets that joined the group for it.
    fn notify(&mut self, event: &Event<FamilyReply>, family: &FamilyReply) -> Result<(), Error> {
        if self.groups().contains(&CONTROLLER.group.1) {
            self.event(event, family)?;
        }
        Ok(())
    }
}

/// Returns the names and ids of the groups of a family.
fn groups(
    family: &'static description::Family,
    id: u16,
) -> impl Iterator<Item = (&'static str, u32)> {
    let names = family.groups.iter().map(|group| group.name);
    names.zip(u32::from(id) * 16..)
}

/// Returns the reply of the controller about a family.
fn described(family: &'static description::Family, id: u16) -> FamilyReply {
    let group = |(name, id): (&str, u32)| McastGroupAttrs {
        name: name.to_owned(),
        id,
    };
    FamilyReply {
        family_name: family.name.to_owned(),
        family_id: id,
        version: Some(family.version.into()),
        hdrsize: Some(0),
        maxattr: Some(0),
        ops: Vec::new(),
        mcast_groups: groups(family, id).map(group).collect(),
    }
}

/// Returns the request for a family.
fn named(family: &description::Family) -> GetFamily {
    GetFamily {
        family_name: Some(family.name.to_owned()),
        ..GetFamily::default()
    }
}
