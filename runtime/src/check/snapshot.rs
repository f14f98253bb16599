//! What the kernel reports about a family: the requests, and the combined answers. No I/O.

use std::collections::BTreeMap;

use crate::description::Family;
use crate::error::DecodeError;
use crate::nlctrl::{FamilyReply, GetFamily, GetPolicy, OpFlags, PolicyReply};
use crate::policy::Policy;

/// The greatest number of messages with policies per operation. The largest family of Linux 6.18 needs a hundredth of it.
const MAX_PARTS: usize = 65_536;

/// What a kernel reports about a family: its operations, its multicast groups, and the policies of its operations.
///
/// [`check`](fn@crate::check) builds one and compares it. One from elsewhere, or from a recording, is built from the
/// answers of [`nlctrl`](crate::nlctrl):
///
/// ```
/// use genl::check::Snapshot;
/// use genl::mptcp_pm::MptcpPm;
/// use genl::nlctrl::{FamilyReply, McastGroupAttrs};
///
/// let snapshot = Snapshot::new(FamilyReply {
///     family_name: "mptcp_pm".to_owned(),
///     family_id: 28,
///     version: Some(1),
///     hdrsize: Some(0),
///     maxattr: Some(0),
///     ops: Vec::new(),
///     mcast_groups: vec![McastGroupAttrs { name: "mptcp_pm_events".to_owned(), id: 9 }],
/// });
/// let report = snapshot.compare(MptcpPm::DESCRIPTION);
/// assert_eq!(
///     report.differences()[0].to_string(),
///     "the kernel has nothing; the description has the group mptcp_pm_cmds",
/// );
/// ```
#[derive(Clone, Debug)]
pub struct Snapshot {
    pub(super) family: FamilyReply,
    pub(super) operations: BTreeMap<u32, Policies>,
}

/// The policies of one operation.
#[derive(Clone, Debug, Default)]
pub(super) struct Policies {
    /// The index of the policy of the do.
    pub(super) r#do: Option<u16>,
    /// The index of the policy of the dump.
    pub(super) dump: Option<u16>,
    /// By the index of the policy, then by the number of the attribute.
    pub(super) entries: BTreeMap<(u16, u16), Policy>,
    parts: usize,
}

impl Snapshot {
    /// Creates a snapshot from the answer to [`for_family`](Self::for_family).
    pub const fn new(family: FamilyReply) -> Self {
        Self {
            family,
            operations: BTreeMap::new(),
        }
    }

    /// Returns the request for `family`.
    pub fn for_family(family: &Family) -> GetFamily {
        GetFamily {
            family_name: Some(family.name.to_owned()),
            ..GetFamily::default()
        }
    }

    /// Returns the request for the policies of one operation.
    pub fn for_policy(&self, command: u32) -> GetPolicy {
        GetPolicy {
            family_id: Some(self.family.family_id),
            op: Some(command),
            ..GetPolicy::default()
        }
    }

    /// Returns the commands of the operations of `family` that have policies, to be requested one by one.
    ///
    /// The policies of all operations cannot be requested at once: the kernel reports every dump without a do under the
    /// number 0.
    pub fn commands(&self, family: &Family) -> Vec<u32> {
        let has_policy = |command: &u32| {
            let mut ops = self.family.ops.iter();
            ops.any(|op| op.id == *command && op.flags.contains(OpFlags::CMD_CAP_HASPOL))
        };
        let described = family.operations.iter().map(|it| u32::from(it.command));
        let mut commands: Vec<u32> = described.filter(has_policy).collect();
        commands.sort_unstable();
        commands.dedup();
        commands
    }

    /// Adds a message with policies of the operation with this command. An operation without policies (`ENODATA`) has no
    /// messages.
    ///
    /// Fails if the message is about another family, contradicts an earlier one, or is one too many.
    pub fn add(&mut self, command: u32, part: PolicyReply) -> Result<(), DecodeError> {
        if part.family_id != self.family.family_id {
            return Err(DecodeError::refused("the policies are of another family"));
        }
        let policies = self.operations.entry(command).or_default();
        policies.parts += 1;
        if policies.parts > MAX_PARTS {
            return Err(DecodeError::refused(
                "there are too many messages with policies",
            ));
        }
        // The number of the operation, or 0 for a dump without a do.
        for entry in part.op_policy {
            if entry.key != 0 && u32::from(entry.key) != command {
                return Err(DecodeError::refused(
                    "the policies are of another operation",
                ));
            }
            set_index(&mut policies.r#do, entry.value.r#do)?;
            set_index(&mut policies.dump, entry.value.dump)?;
        }
        for entry in part.policy {
            if policies.entries.insert(entry.key, entry.value).is_some() {
                return Err(DecodeError::refused("an attribute has two policies"));
            }
        }
        Ok(())
    }
}

fn set_index(place: &mut Option<u16>, told: Option<u32>) -> Result<(), DecodeError> {
    let Some(told) = told else { return Ok(()) };
    let index =
        u16::try_from(told).map_err(|_| DecodeError::refused("no policy has this index"))?;
    if place.replace(index).is_some_and(|known| known != index) {
        return Err(DecodeError::refused("an operation has two policies"));
    }
    Ok(())
}
