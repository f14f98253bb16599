//! `nlctrl`, the controller: the families of the kernel, and what they accept (`net/netlink/genetlink.c`).
//!
//! Every client asks it for the ids of a family, and every listener hears from it when a family is registered or
//! unregistered. [`Nlctrl`] is the same in the hands of a program:
//!
//! ```no_run
//! use genl::nlctrl::{GetFamily, Nlctrl};
//!
//! let mut ctrl = Nlctrl::connect()?;
//! for family in ctrl.dump_families()? {
//!     let family = family?;
//!     println!("{} has the id {}", family.family_name, family.family_id);
//! }
//!
//! let family_name = Some("mptcp_pm".to_owned());
//! let family = ctrl.get_family(&GetFamily { family_name, ..GetFamily::default() })?;
//! println!("mptcp_pm has {} operations", family.ops.len());
//! # Ok::<(), genl::Error>(())
//! ```

mod scripted;

use std::io;

use crate::client::{Client, Listener};
use crate::codec::Keyed;
use crate::conversation::{Asked, Controller, Conversation, Notice, Resolved};
use crate::error::{Error, ErrorKind};
use crate::family::{Events, Family, MulticastGroup};
use crate::policy::Policy;
use crate::transport::{Netlink, Transport};
use crate::{AttributeSet, genl_family};

/// `GENL_ID_CTRL`: the id of the controller, which is fixed.
pub const ID: u16 = 16;

/// Attributes of the controller (`CTRL_ATTR_*`).
#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
pub struct CtrlAttrs {
    /// The id of the family.
    #[attr(1)]
    pub family_id: Option<u16>,
    /// The name of the family.
    #[attr(2, max_len = 15)]
    pub family_name: Option<String>,
    /// The version of the family.
    #[attr(3)]
    pub version: Option<u32>,
    /// The length of its fixed header, in bytes.
    #[attr(4)]
    pub hdrsize: Option<u32>,
    /// The greatest attribute number, for families with one policy for all operations.
    #[attr(5)]
    pub maxattr: Option<u32>,
    /// The operations of the family.
    #[attr(6, indexed(from = 1), nest, omit_empty)]
    pub ops: Vec<OpAttrs>,
    /// The multicast groups of the family.
    #[attr(7, indexed(from = 1), nest, omit_empty)]
    pub mcast_groups: Vec<McastGroupAttrs>,
    /// The policies: by their index in the family, then by attribute number.
    #[attr(8, keyed(policy_id: u16, attr_id: u16), nest, omit_empty)]
    pub policy: Vec<Keyed<(u16, u16), Policy>>,
    /// The policies of the operations, by command.
    #[attr(9, keyed(op_id: u16), nest, omit_empty)]
    pub op_policy: Vec<Keyed<u16, OpPolicyAttrs>>,
    /// The command of one operation.
    #[attr(10)]
    pub op: Option<u32>,
}

/// An operation (`CTRL_ATTR_OP_*`).
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
pub struct OpAttrs {
    /// The command of the operation.
    #[attr(1)]
    pub id: u32,
    /// The capabilities of the operation, and the permission that it needs.
    #[attr(2, flags)]
    pub flags: OpFlags,
}

bitflags::bitflags! {
    /// The capabilities of an operation, and the permission that it needs (`GENL_*_PERM`, `GENL_CMD_CAP_*`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct OpFlags: u32 {
        /// The operation needs `CAP_NET_ADMIN` in the initial user namespace.
        const ADMIN_PERM = 1;
        /// The operation can be a do.
        const CMD_CAP_DO = 2;
        /// The operation can be a dump.
        const CMD_CAP_DUMP = 4;
        /// The operation has a policy.
        const CMD_CAP_HASPOL = 8;
        /// The operation needs `CAP_NET_ADMIN` in the user namespace that owns the network namespace.
        const UNS_ADMIN_PERM = 16;
    }
}

/// A multicast group (`CTRL_ATTR_MCAST_GRP_*`).
#[derive(Clone, Debug, PartialEq, Eq, AttributeSet)]
pub struct McastGroupAttrs {
    /// The name of the group.
    #[attr(1)]
    pub name: String,
    /// The id of the group.
    #[attr(2)]
    pub id: u32,
}

/// The policies of an operation, by their index in the family (`CTRL_ATTR_POLICY_*`).
#[derive(Clone, Debug, Default, PartialEq, Eq, AttributeSet)]
pub struct OpPolicyAttrs {
    /// The policy of the do.
    #[attr(1)]
    pub r#do: Option<u32>,
    /// The policy of the dump.
    #[attr(2)]
    pub dump: Option<u32>,
}

/// A request for one family, by name or by id.
#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(subset_of = CtrlAttrs)]
pub struct GetFamily {
    /// The id of the family.
    pub family_id: Option<u16>,
    /// The name of the family.
    pub family_name: Option<String>,
}

/// A family of the running kernel.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = CtrlAttrs)]
pub struct FamilyReply {
    /// The name of the family.
    pub family_name: String,
    /// The id of the family: the `nlmsg_type` of its messages.
    pub family_id: u16,
    /// The version of the family.
    pub version: Option<u32>,
    /// The length of its fixed header, in bytes.
    pub hdrsize: Option<u32>,
    /// The greatest attribute number, for families with one policy for all operations.
    pub maxattr: Option<u32>,
    /// The operations of the family.
    pub ops: Vec<OpAttrs>,
    /// The multicast groups of the family.
    pub mcast_groups: Vec<McastGroupAttrs>,
}

/// A request for the policies of a family, by name or by id.
#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(subset_of = CtrlAttrs)]
pub struct GetPolicy {
    /// The id of the family.
    pub family_id: Option<u16>,
    /// The name of the family.
    pub family_name: Option<String>,
    /// The command of the operation, for the policies of a single one.
    pub op: Option<u32>,
}

/// A part of the policies of a family: the kernel sends one entry per message.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = CtrlAttrs)]
pub struct PolicyReply {
    /// The id of the family.
    pub family_id: u16,
    /// The policies of the operations, by command.
    pub op_policy: Vec<Keyed<u16, OpPolicyAttrs>>,
    /// The policy of an attribute.
    pub policy: Vec<Keyed<(u16, u16), Policy>>,
}

genl_family! {
    /// The controller: the families of the kernel, and what they accept.
    #[family(name = "nlctrl", version = 2)]
    pub trait Nlctrl {
        /// Notices of families and multicast groups that are registered or unregistered.
        const NOTIFY: MulticastGroup = "notify";

        /// Returns one family. Fails with `ENOENT` if the kernel has no such family, even after it tried to load a module
        /// for it.
        #[op(3, reply = 1)]
        fn get_family(request: GetFamily) -> FamilyReply;

        /// Returns every family.
        #[op(3, dump, reply = 1)]
        fn dump_families() -> FamilyReply;

        /// Returns the policies of a family, entry by entry. Fails with `ENODATA` if it has none.
        #[op(10, dump)]
        fn get_policy(request: GetPolicy) -> PolicyReply;

        /// A family was registered.
        #[event(1, group = NOTIFY)]
        fn new_family(event: FamilyReply);

        /// A family was unregistered.
        #[event(2, group = NOTIFY)]
        fn del_family(event: FamilyReply);

        /// A multicast group was registered.
        #[event(7, group = NOTIFY)]
        fn new_mcast_group(event: FamilyReply);

        /// A multicast group was unregistered.
        #[event(8, group = NOTIFY)]
        fn del_mcast_group(event: FamilyReply);
    }
}

/// The controller, with which a [conversation](crate::conversation) looks up families.
pub const CONTROLLER: Controller = Controller {
    family: Nlctrl::FAMILY,
    id: ID,
    group: (Nlctrl::NOTIFY.name(), ID as u32),
    ask: |family, buffer| {
        let request = GetFamily {
            family_name: Some(family.name().to_owned()),
            ..GetFamily::default()
        };
        let asked = Asked::call(&Nlctrl::GET_FAMILY);
        Nlctrl::GET_FAMILY.write(asked.header(), &request, buffer)?;
        Ok(asked)
    },
    answer: |attributes| FamilyReply::decode(attributes).map(Resolved::from),
    notice: |command, attributes| {
        let event = NlctrlEvent::decode(command, attributes)?;
        Ok(match event {
            NlctrlEvent::NewFamily(family) => Some(Notice::Registered(
                family.family_name.clone(),
                family.into(),
            )),
            NlctrlEvent::DelFamily(family) => Some(Notice::Unregistered(family.family_name)),
            _ => None,
        })
    },
};

impl From<FamilyReply> for Resolved {
    fn from(family: FamilyReply) -> Self {
        let groups = family.mcast_groups.into_iter();
        Self {
            id: family.family_id,
            groups: groups.map(|group| (group.name, group.id)).collect(),
        }
    }
}

impl Client {
    /// Opens a netlink socket in the network namespace of the calling thread.
    pub fn open() -> Result<Self, Error> {
        Self::open_as(Netlink::open)
    }

    /// Opens a netlink socket and looks up `family`.
    ///
    /// Fails with [`ErrorKind::FamilyNotFound`] if the kernel does not have the family.
    pub fn connect(family: Family) -> Result<Self, Error> {
        let mut client = Self::open()?;
        client.resolve(family)?;
        Ok(client)
    }

    /// Opens a second client, in the network namespace of the calling thread. It knows the families that this one has
    /// looked up, and has the same timeout.
    pub fn another(&self) -> Result<Self, Error> {
        self.another_as(Netlink::open)
    }
}

impl<T: Transport> Client<T> {
    /// Creates a client over `transport`. A family is looked up with its first operation.
    ///
    /// Never fails at present.
    pub fn over(transport: T) -> Result<Self, Error> {
        Ok(Self::with_conversation(
            transport,
            Conversation::new(CONTROLLER),
        ))
    }

    pub(crate) fn open_as(open: impl FnOnce() -> io::Result<T>) -> Result<Self, Error> {
        let opened = open().map_err(|error| Error::new("genl", "open", ErrorKind::Io(error)));
        opened.and_then(Self::over)
    }
}

impl<E: Events> Listener<E> {
    /// Opens a netlink socket and joins `groups` on it.
    ///
    /// Fails like [`Listener::join`].
    pub fn connect(groups: &[MulticastGroup]) -> Result<Self, Error> {
        Self::join(Client::open()?, groups)
    }
}
