//! Reports as people and programs read them: lines, exceptions, the error of a test.

use genl::check::{Aspect, Exception, Report};
use genl::description::Family;
use genl::mptcp_pm::MptcpPm;
use genl_families::ethtool::Ethtool;
use genl_families::known;

use super::draft::Draft;
use super::report;

/// The path manager with two faults.
fn wrong() -> &'static Family {
    let mut draft = Draft::of(MptcpPm::DESCRIPTION);
    draft.groups[0].name = "events";
    draft.payload("set-limits", "subflows", "to-eight");
    draft.done()
}

fn known() -> Report {
    report(wrong()).except(known::MPTCP_PM)
}

#[test]
fn differences_are_lines_and_data() {
    let report = known();
    let lines: Vec<_> = report
        .differences()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        lines,
        [
            "the kernel has the group mptcp_pm_events; the description has nothing",
            "the kernel has nothing; the description has the group events",
            "set-limits: `subflows`: the kernel has u32, 0 to 4294967295; the description has u32, 0 to 8",
        ]
    );
    let last = &report.differences()[2];
    assert_eq!(
        (last.operation.as_str(), last.path.as_str(), last.aspect),
        ("set-limits", "subflows", Aspect::Values)
    );
    assert_eq!(last.kernel.as_deref(), Some("u32, 0 to 4294967295"));
    assert_eq!(last.described.as_deref(), Some("u32, 0 to 8"));
    assert_eq!(report.family(), "mptcp_pm");
}

#[test]
fn differences_come_first_and_operations_share_lines() {
    let text = report(MptcpPm::DESCRIPTION).to_string();
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(
        lines[..8],
        [
            "mptcp_pm: 3 differences",
            "  flush-addrs: `1`: the kernel has nested; the description has nothing",
            "  get-limits: `2`: the kernel has u32, 0 to 4294967295; the description has nothing",
            "  get-limits: `3`: the kernel has u32, 0 to 4294967295; the description has nothing",
            "not verified: 41 blind spots",
            "  add-addr, del-addr, get-addr, set-flags, announce, subflow-create, subflow-destroy: `addr.family`: \
             the policy accepts every value, so named values cannot be compared",
            "  add-addr, del-addr, get-addr, set-flags, announce, subflow-create, subflow-destroy: `addr.addr4`: \
             the kernel does not report big-endian integers (`NLA_BE16`, `NLA_BE32`)",
            "  add-addr, del-addr, get-addr, set-flags, announce, subflow-create, subflow-destroy: `addr.flags`: \
             the policy accepts every value, so named values cannot be compared",
        ]
    );
    assert_eq!(lines.len(), 17);
}

#[test]
fn a_description_that_differs_is_an_error() {
    let error = known().agree().expect_err("two faults");
    let text = "mptcp_pm: the kernel disagrees with the description: 3 differences
  the kernel has the group mptcp_pm_events; the description has nothing
  the kernel has nothing; the description has the group events
  set-limits: `subflows`: the kernel has u32, 0 to 4294967295; the description has u32, 0 to 8";
    assert_eq!(error.to_string(), text);
    // A test that returns it shows this.
    assert_eq!(format!("{error:?}"), text);
    assert_eq!(*error.report(), known());
    let boxed: Box<dyn std::error::Error> = error.into();
    assert!(boxed.source().is_none());
}

#[test]
fn exceptions_must_apply() {
    const OLD: &[Exception] = &[
        Exception::new("flush-addrs", "1", "nested", "not read"),
        Exception::new("get-limits", "2", "u16, 0 to 65535", "it is u32 now"),
        Exception::new("*", "3", "u32, 0 to 4294967295", "not read"),
        Exception::new("", "", "version 2", "an older kernel"),
        Exception::new("set-limits", "1", "nested", "of another operation"),
    ];
    let error = report(MptcpPm::DESCRIPTION)
        .except(OLD)
        .agree()
        .expect_err("three do not hold");
    assert_eq!(
        error.to_string(),
        "mptcp_pm: the kernel disagrees with the description: 4 differences
  get-limits: `2`: the kernel has u32, 0 to 4294967295; the description has nothing
  outdated exception: get-limits: `2`: the kernel has u16, 0 to 65535 (it is u32 now)
  outdated exception: the kernel has version 2 (an older kernel)
  outdated exception: set-limits: `1`: the kernel has nested (of another operation)"
    );
    assert_eq!(error.report().outdated(), [OLD[1], OLD[3], OLD[4]]);

    let report = report(MptcpPm::DESCRIPTION).except(known::MPTCP_PM);
    assert!(report.is_empty());
    let agreed = report.agree().expect("all are known");
    assert_eq!(agreed.blind_spots().len(), 41);
    // Only what still differs can be an exception.
    let again = agreed.except(&known::MPTCP_PM[..1]);
    assert!(!again.is_empty());
    assert!(again.agree().is_err());
}

#[test]
fn a_description_in_part_leaves_operations_out() {
    let undescribed = |report: &Report| {
        let operations = report.differences().iter();
        operations
            .filter(|it| it.aspect == Aspect::Operation && it.described.is_none())
            .count()
    };
    let whole = report(Ethtool::DESCRIPTION);
    assert_eq!((whole.differences().len(), undescribed(&whole)), (114, 52));
    let part = whole.in_part();
    assert_eq!((part.differences().len(), undescribed(&part)), (62, 0));
    // What is described has to be there.
    let mut draft = Draft::of(Ethtool::DESCRIPTION);
    draft.op("strset-get").command = 200;
    let report = report(draft.done()).in_part();
    let missing = report
        .differences()
        .iter()
        .find(|it| it.operation == "strset-get");
    let missing = missing.expect("the kernel does not have it");
    assert_eq!(
        missing.to_string(),
        "strset-get: the kernel has nothing; the description has a do (200)"
    );
}
