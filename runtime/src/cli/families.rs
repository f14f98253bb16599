//! The families that the command has descriptions of.

use genl::check::Exception;
use genl::description::Family;
use genl::mptcp_pm::MptcpPm;
use genl::nlctrl::Nlctrl;

use crate::nearest;

/// The descriptions that come with genl.
pub(crate) const DESCRIBED: &[&Family] = &[MptcpPm::DESCRIPTION, Nlctrl::DESCRIPTION];

/// Returns the description of a family, if there is one.
pub(crate) fn find(name: &str) -> Option<&'static Family> {
    DESCRIBED.iter().copied().find(|family| family.name == name)
}

/// Returns the names of the described families, for messages.
pub(crate) fn names() -> String {
    nearest::list(DESCRIBED.iter().map(|family| family.name))
}

const UNREAD: &str = "the kernel accepts this attribute and ignores it";

/// Known differences between a description and the kernel, each with the reason why the description is right.
pub(crate) fn known_differences(family: &Family) -> &'static [Exception] {
    const MPTCP_PM: &[Exception] = &[
        Exception::new("flush-addrs", "1", "nested", UNREAD),
        Exception::new("get-limits", "2", "u32, 0 to 4294967295", UNREAD),
        Exception::new("get-limits", "3", "u32, 0 to 4294967295", UNREAD),
    ];
    if family.name == MptcpPm::DESCRIPTION.name {
        MPTCP_PM
    } else {
        &[]
    }
}
