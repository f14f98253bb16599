//! The families that are part of genl.

use genl::mptcp_pm::MptcpPm;
use genl::nlctrl::Nlctrl;
use genl_families::known;
use genl_tests::live::{LiveTest, live_test};

use crate::policy::{self, Outcome};
use crate::runtime_families;

pub(crate) const TESTS: &[LiveTest] = &[
    live_test!(runtime_families::policy_of_the_controller),
    live_test!(
        runtime_families::policy_of_the_path_manager,
        needs = [Mptcp]
    ),
];

pub(crate) fn policy_of_the_controller() -> Outcome {
    policy::agrees(Nlctrl::DESCRIPTION, known::NLCTRL)
}

pub(crate) fn policy_of_the_path_manager() -> Outcome {
    policy::agrees(MptcpPm::DESCRIPTION, known::MPTCP_PM)
}
