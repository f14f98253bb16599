//! The families that come with genl.

use genl::mptcp_pm::MptcpPm;
use genl::nlctrl::Nlctrl;
use genl_tests::live::{LiveTest, live_test};

use crate::policy::{self, Outcome, except};
use crate::runtime_families;

pub(crate) const TESTS: &[LiveTest] = &[
    live_test!(runtime_families::policy_of_the_controller),
    live_test!(
        runtime_families::policy_of_the_path_manager,
        needs = [Mptcp]
    ),
];

pub(crate) fn policy_of_the_controller() -> Outcome {
    const ONE_POLICY: &str = "the policy of the do; the dump reads nothing";
    let exceptions = [
        except("dump-families", "1", "u16, 0 to 65535", ONE_POLICY),
        except(
            "dump-families",
            "2",
            "nul-string, at most 15 bytes",
            ONE_POLICY,
        ),
    ];
    policy::agrees(Nlctrl::DESCRIPTION, None, &exceptions)
}

pub(crate) fn policy_of_the_path_manager() -> Outcome {
    const BIG_ENDIAN: &str = "GETPOLICY hides big-endian integers, which IPv4 addresses are";
    const ONE_POLICY: &str = "the policy of the operation beside it; this one reads nothing";
    let exceptions = [
        except("*", "addr.addr4", "nothing", BIG_ENDIAN),
        except("*", "addr-remote.addr4", "nothing", BIG_ENDIAN),
        except(
            "dump-addrs",
            "1",
            "nested",
            "the policy of the do; the dump reads the token alone",
        ),
        except("flush-addrs", "1", "nested", ONE_POLICY),
        except("get-limits", "2", "u32, 0 to 4294967295", ONE_POLICY),
        except("get-limits", "3", "u32, 0 to 4294967295", ONE_POLICY),
    ];
    policy::agrees(MptcpPm::DESCRIPTION, None, &exceptions)
}
