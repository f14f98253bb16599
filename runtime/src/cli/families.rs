//! The families that this program knows descriptions of.

use genl::description::Family;
use genl::mptcp_pm::MptcpPm;
use genl::nlctrl::Nlctrl;

use crate::nearest;

/// Every family that comes with genl.
pub(crate) const DESCRIBED: &[&Family] = &[MptcpPm::DESCRIPTION, Nlctrl::DESCRIPTION];

/// The description of a family, if there is one.
pub(crate) fn find(name: &str) -> Option<&'static Family> {
    DESCRIBED.iter().copied().find(|family| family.name == name)
}

/// Their names, for messages.
pub(crate) fn names() -> String {
    nearest::list(DESCRIBED.iter().map(|family| family.name))
}
