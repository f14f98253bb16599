//! Typed values encode every recorded request of the userspace path manager, and every one that caused recorded events.
//!
//! The test `recorded` decodes the answers and events. It uses these values and operations.

// Only that test uses the part that decodes replies.
#[allow(dead_code, unused_imports, unused_macros)]
#[path = "recorded/values.rs"]
mod values;

#[path = "recorded/operations.rs"]
mod operations;

use std::collections::BTreeSet;

use genl::wire::Messages;
use genl_tests::fixtures::{self, Direction};

use operations::typed;
use values::rows;

/// Requests of the userspace path manager: label, operation, values. All are well-formed, including those that are refused.
const USERSPACE: &str = "
u-v4-announce | announce family=2 id=10 addr4=10.77.2.1 flags=1 token=249681762
u-v4-announce-again-same | announce family=2 id=10 addr4=10.77.2.1 flags=1 token=249681762
u-v4-announce-port | announce family=2 id=11 addr4=10.77.2.1 port=7001 flags=1 token=249681762
u-v4-dump-token | dump-addrs token=249681762
u-v4-get-addr-token | get-addr id=10 token=249681762
u-v4-err-get-addr-token-unknown-id | get-addr id=99 token=249681762
u-v4-err-announce-id0 | announce family=2 id=0 addr4=10.77.2.1 flags=1 token=249681762
u-v4-err-announce-noflag | announce family=2 id=12 addr4=10.77.2.1 flags=0 token=249681762
u-v4-err-announce-id-conflict | announce family=2 id=10 addr4=10.77.2.77 flags=1 token=249681762
u-v4-err-announce-nofamily | announce id=13 flags=1 token=249681762
u-v4-remove-10 | remove token=249681762 loc-id=10
u-v4-remove-11 | remove token=249681762 loc-id=11
u-v4-err-remove-unknown | remove token=249681762 loc-id=99
u-v4-subflow-create | subflow-create family=2 id=20 addr4=10.77.2.1 token=249681762 remote.family=2 remote.addr4=10.77.1.2 remote.port=5101
u-v4-dump-token-after-create | dump-addrs token=249681762
u-v4-set-flags-token-backup | set-flags family=2 addr4=10.77.2.1 flags=4 token=249681762 remote.family=2 remote.addr4=10.77.1.2
u-v4-get-addr-after-backup | get-addr id=20 token=249681762
u-v4-set-flags-token-backup-with-ports | set-flags family=2 addr4=10.77.2.1 port=56833 flags=4 token=249681762 remote.family=2 remote.addr4=10.77.1.2 remote.port=5101
u-v4-set-flags-token-clear | set-flags family=2 addr4=10.77.2.1 flags=0 token=249681762 remote.family=2 remote.addr4=10.77.1.2
u-v4-set-flags-token-id0-initial-subflow | set-flags family=2 addr4=10.77.1.1 flags=4 token=249681762 remote.family=2 remote.addr4=10.77.1.2
u-v4-err-set-flags-no-remote | set-flags family=2 addr4=10.77.2.1 flags=4 token=249681762
u-v4-err-set-flags-wrong-local | set-flags family=2 addr4=10.77.2.99 flags=4 token=249681762 remote.family=2 remote.addr4=10.77.1.2
u-v4-err-set-flags-id-only | set-flags id=20 flags=4 token=249681762 remote.family=2 remote.addr4=10.77.1.2
u-v4-err-destroy-noports | subflow-destroy family=2 addr4=10.77.2.1 token=249681762 remote.family=2 remote.addr4=10.77.1.2
u-v4-err-destroy-nolocalport | subflow-destroy family=2 addr4=10.77.2.1 token=249681762 remote.family=2 remote.addr4=10.77.1.2 remote.port=5101
u-v4-err-destroy-wrong-port | subflow-destroy family=2 addr4=10.77.2.1 port=1 token=249681762 remote.family=2 remote.addr4=10.77.1.2 remote.port=5101
u-v4-err-destroy-port-in-network-order | subflow-destroy family=2 addr4=10.77.2.1 port=478 token=249681762 remote.family=2 remote.addr4=10.77.1.2 remote.port=60691
u-v4-err-destroy-family-mismatch | subflow-destroy family=10 addr6=fd77:2::1 port=56833 token=249681762 remote.family=2 remote.addr4=10.77.1.2 remote.port=5101
u-v4-subflow-destroy | subflow-destroy family=2 id=20 addr4=10.77.2.1 port=56833 token=249681762 remote.family=2 remote.addr4=10.77.1.2 remote.port=5101
u-v4-dump-token-after-destroy | dump-addrs token=249681762
u-v4-err-create-refused-port | subflow-create family=2 id=21 addr4=10.77.2.1 token=249681762 remote.family=2 remote.addr4=10.77.1.2 remote.port=9
u-v4-remove-21-after-refused | remove token=249681762 loc-id=21
u-v4-err-create-nonlocal-addr | subflow-create family=2 id=22 addr4=10.99.9.9 token=249681762 remote.family=2 remote.addr4=10.77.1.2 remote.port=5101
u-v4-err-create-signal-flag | subflow-create family=2 id=23 addr4=10.77.2.1 flags=1 token=249681762 remote.family=2 remote.addr4=10.77.1.2 remote.port=5101
u-v4-err-create-family-mismatch | subflow-create family=10 id=24 addr6=fd77:2::1 token=249681762 remote.family=2 remote.addr4=10.77.1.2 remote.port=5101
u-v4-create-noid | subflow-create family=2 addr4=10.77.2.1 token=249681762 remote.family=2 remote.addr4=10.77.1.2 remote.port=5101
u-v4-dump-after-noid | dump-addrs token=249681762
u-v4-destroy-noid | subflow-destroy family=2 addr4=10.77.2.1 port=36103 token=249681762 remote.family=2 remote.addr4=10.77.1.2 remote.port=5101
u-v4-dump-after-destroy-noid | dump-addrs token=249681762
u-v4-create-backup-ifidx | subflow-create family=2 id=30 addr4=10.77.2.1 port=0 flags=4 if-idx=3 token=249681762 remote.family=2 remote.addr4=10.77.1.2 remote.port=5101
u-v4-err-create-same-addr-other-id | subflow-create family=2 id=31 addr4=10.77.2.1 token=249681762 remote.family=2 remote.addr4=10.77.1.2 remote.port=5101
u-v4-create-same-addr-same-id-second-subflow | subflow-create family=2 id=30 addr4=10.77.2.1 flags=4 if-idx=3 token=249681762 remote.family=2 remote.addr4=10.77.1.2 remote.port=5101
u-v4-destroy-one-of-two | subflow-destroy family=2 addr4=10.77.2.1 port=52211 token=249681762 remote.family=2 remote.addr4=10.77.1.2 remote.port=5101
u-v4-B-signal-port | add-addr family=2 id=40 addr4=10.77.2.2 port=7100 flags=1
u-v4-create-to-announced | subflow-create family=2 id=31 addr4=10.77.2.1 token=249681762 remote.family=2 remote.id=40 remote.addr4=10.77.2.2 remote.port=7100
u-v4-B-del-signal | del-addr id=40
u-v4-remove-id0 | remove token=249681762 loc-id=0
u-v4-err-userspace-token-is-inkernel-at-B | announce family=2 id=10 addr4=10.77.2.1 flags=1 token=2532514495
u-v4-err-announce-on-inkernel-pm | announce family=2 id=10 addr4=10.77.2.2 flags=1 token=2532514495
u-v4-err-dump-token-on-inkernel-pm | dump-addrs token=2532514495
u-v4-err-get-token-on-inkernel-pm | get-addr id=1 token=2532514495
u-v4-err-remove-on-inkernel-pm | remove token=2532514495 loc-id=1
u-v4-err-create-on-inkernel-pm | subflow-create family=2 id=1 addr4=10.77.2.2 token=2532514495 remote.family=2 remote.addr4=10.77.1.1 remote.port=1
u-v4-err-destroy-on-inkernel-pm | subflow-destroy family=2 id=1 addr4=10.77.2.2 port=1 token=2532514495 remote.family=2 remote.addr4=10.77.1.1 remote.port=1
u-v4-err-set-flags-on-inkernel-pm | set-flags family=2 addr4=10.77.2.2 flags=4 token=2532514495 remote.family=2 remote.addr4=10.77.1.1
u-v4-err-token-after-close | announce family=2 id=10 addr4=10.77.2.1 flags=1 token=249681762
u-v6-announce | announce family=10 id=10 addr6=fd77:2::1 flags=1 token=3859095807
u-v6-announce-again-same | announce family=10 id=10 addr6=fd77:2::1 flags=1 token=3859095807
u-v6-announce-port | announce family=10 id=11 addr6=fd77:2::1 port=7001 flags=1 token=3859095807
u-v6-dump-token | dump-addrs token=3859095807
u-v6-get-addr-token | get-addr id=10 token=3859095807
u-v6-err-get-addr-token-unknown-id | get-addr id=99 token=3859095807
u-v6-err-announce-id0 | announce family=10 id=0 addr6=fd77:2::1 flags=1 token=3859095807
u-v6-err-announce-noflag | announce family=10 id=12 addr6=fd77:2::1 flags=0 token=3859095807
u-v6-err-announce-id-conflict | announce family=10 id=10 addr6=fd77:2::77 flags=1 token=3859095807
u-v6-err-announce-nofamily | announce id=13 flags=1 token=3859095807
u-v6-remove-10 | remove token=3859095807 loc-id=10
u-v6-remove-11 | remove token=3859095807 loc-id=11
u-v6-err-remove-unknown | remove token=3859095807 loc-id=99
u-v6-subflow-create | subflow-create family=10 id=20 addr6=fd77:2::1 token=3859095807 remote.family=10 remote.addr6=fd77:1::2 remote.port=5102
u-v6-dump-token-after-create | dump-addrs token=3859095807
u-v6-set-flags-token-backup | set-flags family=10 addr6=fd77:2::1 flags=4 token=3859095807 remote.family=10 remote.addr6=fd77:1::2
u-v6-get-addr-after-backup | get-addr id=20 token=3859095807
u-v6-set-flags-token-backup-with-ports | set-flags family=10 addr6=fd77:2::1 port=55653 flags=4 token=3859095807 remote.family=10 remote.addr6=fd77:1::2 remote.port=5102
u-v6-set-flags-token-clear | set-flags family=10 addr6=fd77:2::1 flags=0 token=3859095807 remote.family=10 remote.addr6=fd77:1::2
u-v6-set-flags-token-id0-initial-subflow | set-flags family=10 addr6=fd77:1::1 flags=4 token=3859095807 remote.family=10 remote.addr6=fd77:1::2
u-v6-err-set-flags-no-remote | set-flags family=10 addr6=fd77:2::1 flags=4 token=3859095807
u-v6-err-set-flags-wrong-local | set-flags family=10 addr6=fd77:2::99 flags=4 token=3859095807 remote.family=10 remote.addr6=fd77:1::2
u-v6-err-set-flags-id-only | set-flags id=20 flags=4 token=3859095807 remote.family=10 remote.addr6=fd77:1::2
u-v6-err-destroy-noports | subflow-destroy family=10 addr6=fd77:2::1 token=3859095807 remote.family=10 remote.addr6=fd77:1::2
u-v6-err-destroy-nolocalport | subflow-destroy family=10 addr6=fd77:2::1 token=3859095807 remote.family=10 remote.addr6=fd77:1::2 remote.port=5102
u-v6-err-destroy-wrong-port | subflow-destroy family=10 addr6=fd77:2::1 port=1 token=3859095807 remote.family=10 remote.addr6=fd77:1::2 remote.port=5102
u-v6-err-destroy-port-in-network-order | subflow-destroy family=10 addr6=fd77:2::1 port=26073 token=3859095807 remote.family=10 remote.addr6=fd77:1::2 remote.port=60947
u-v6-err-destroy-family-mismatch | subflow-destroy family=2 addr4=10.77.2.1 port=55653 token=3859095807 remote.family=10 remote.addr6=fd77:1::2 remote.port=5102
u-v6-subflow-destroy | subflow-destroy family=10 id=20 addr6=fd77:2::1 port=55653 token=3859095807 remote.family=10 remote.addr6=fd77:1::2 remote.port=5102
u-v6-dump-token-after-destroy | dump-addrs token=3859095807
u-v6-err-create-refused-port | subflow-create family=10 id=21 addr6=fd77:2::1 token=3859095807 remote.family=10 remote.addr6=fd77:1::2 remote.port=9
u-v6-remove-21-after-refused | remove token=3859095807 loc-id=21
u-v6-err-create-nonlocal-addr | subflow-create family=10 id=22 addr6=fd99::9 token=3859095807 remote.family=10 remote.addr6=fd77:1::2 remote.port=5102
u-v6-err-create-signal-flag | subflow-create family=10 id=23 addr6=fd77:2::1 flags=1 token=3859095807 remote.family=10 remote.addr6=fd77:1::2 remote.port=5102
u-v6-err-create-family-mismatch | subflow-create family=2 id=24 addr4=10.77.2.1 token=3859095807 remote.family=10 remote.addr6=fd77:1::2 remote.port=5102
u-v6-create-noid | subflow-create family=10 addr6=fd77:2::1 token=3859095807 remote.family=10 remote.addr6=fd77:1::2 remote.port=5102
u-v6-dump-after-noid | dump-addrs token=3859095807
u-v6-destroy-noid | subflow-destroy family=10 addr6=fd77:2::1 port=52749 token=3859095807 remote.family=10 remote.addr6=fd77:1::2 remote.port=5102
u-v6-dump-after-destroy-noid | dump-addrs token=3859095807
u-v6-create-backup-ifidx | subflow-create family=10 id=30 addr6=fd77:2::1 port=0 flags=4 if-idx=3 token=3859095807 remote.family=10 remote.addr6=fd77:1::2 remote.port=5102
u-v6-err-create-same-addr-other-id | subflow-create family=10 id=31 addr6=fd77:2::1 token=3859095807 remote.family=10 remote.addr6=fd77:1::2 remote.port=5102
u-v6-create-same-addr-same-id-second-subflow | subflow-create family=10 id=30 addr6=fd77:2::1 flags=4 if-idx=3 token=3859095807 remote.family=10 remote.addr6=fd77:1::2 remote.port=5102
u-v6-B-signal-port | add-addr family=10 id=40 addr6=fd77:2::2 port=7100 flags=1
u-v6-create-to-announced | subflow-create family=10 id=31 addr6=fd77:2::1 token=3859095807 remote.family=10 remote.id=40 remote.addr6=fd77:2::2 remote.port=7100
u-v6-B-del-signal | del-addr id=40
u-v6-remove-id0 | remove token=3859095807 loc-id=0
u-v6-err-userspace-token-is-inkernel-at-B | announce family=10 id=10 addr6=fd77:2::1 flags=1 token=3509307698
u-v6-err-announce-on-inkernel-pm | announce family=10 id=10 addr6=fd77:2::2 flags=1 token=3509307698
u-v6-err-dump-token-on-inkernel-pm | dump-addrs token=3509307698
u-v6-err-get-token-on-inkernel-pm | get-addr id=1 token=3509307698
u-v6-err-remove-on-inkernel-pm | remove token=3509307698 loc-id=1
u-v6-err-create-on-inkernel-pm | subflow-create family=10 id=1 addr6=fd77:2::2 token=3509307698 remote.family=10 remote.addr6=fd77:1::1 remote.port=1
u-v6-err-destroy-on-inkernel-pm | subflow-destroy family=10 id=1 addr6=fd77:2::2 port=1 token=3509307698 remote.family=10 remote.addr6=fd77:1::1 remote.port=1
u-v6-err-set-flags-on-inkernel-pm | set-flags family=10 addr6=fd77:2::2 flags=4 token=3509307698 remote.family=10 remote.addr6=fd77:1::1
u-v6-err-token-after-close | announce family=10 id=10 addr6=fd77:2::1 flags=1 token=3859095807
u-inkernel-add-while-userspace | add-addr family=2 id=5 addr4=10.77.2.1 flags=2
u-inkernel-dump-while-userspace | dump-addrs
u-inkernel-set-flags-while-userspace | set-flags id=5 flags=4
u-v6-nots-announce-port | announce family=10 id=11 addr6=fd77:2::1 port=7001 flags=1 token=3692784680
u-v6-nots-create | subflow-create family=10 id=12 addr6=fd77:2::1 token=3692784680 remote.family=10 remote.addr6=fd77:1::2 remote.port=5104
u-server-announce | announce family=2 id=3 addr4=10.77.2.2 port=5105 flags=1 token=1812043908
u-server-create(to client listening?) | subflow-create family=2 id=4 addr4=10.77.2.2 token=1812043908 remote.family=2 remote.addr4=10.77.1.1 remote.port=5105
";

/// Requests that made the in-kernel path manager send events.
const EVENTS: &str = "
k-add-subflow-endp | add-addr family=2 addr4=10.77.2.1 flags=2
k-set-flags-backup | set-flags family=2 addr4=10.77.2.1 flags=4
k-set-flags-nobackup | set-flags family=2 addr4=10.77.2.1 flags=0
k-dump-endp | dump-addrs
k-del-endp | del-addr id=1
k-add-signal-endp | add-addr family=2 addr4=10.77.2.2 flags=1
k-dump-A-after-announced(implicit?) | dump-addrs
k-del-signal-endp | del-addr id=1
k-add-signal-port-endp | add-addr family=2 addr4=10.77.2.2 port=6001 flags=1
k-del-signal-port-endp | del-addr id=1
k-add-subflow-endp2 | add-addr family=2 id=9 addr4=10.77.2.1 flags=2
k-flush | flush-addrs
k-add-subflow-backup-ifidx | add-addr family=2 id=5 addr4=10.77.2.1 flags=6 if-idx=3
k-set-flags-by-id-clear-backup | set-flags id=5 flags=0
k-set-flags-fullmesh | set-flags id=5 flags=8
k-flush2 | flush-addrs
k-v6-add-subflow-endp | add-addr family=10 addr6=fd77:2::1 flags=2
k-v6-set-flags-backup | set-flags family=10 addr6=fd77:2::1 flags=4
k-v6-add-signal-endp | add-addr family=10 id=20 addr6=fd77:2::2 flags=1
k-v6-add-signal-port | add-addr family=10 id=21 addr6=fd77:2::2 port=6002 flags=1
k-v6-del-signal-port | del-addr id=21
k-v6-flush | flush-addrs
k-v6-flushB | flush-addrs
k-v4mapped-add-subflow | add-addr family=2 addr4=10.77.2.1 flags=2
k-f | flush-addrs
k-add-subflow-refused | add-addr family=2 addr4=10.77.2.1 flags=2
k-flush3 | flush-addrs
";

/// Requests recorded together with those of `INET_DIAG`.
const SUBFLOW_INFO: &str = "
join-unknown-token-add | add-addr family=2 id=9 addr4=10.77.2.1 flags=2
join-prohibited-add | add-addr family=2 id=9 addr4=10.77.2.1 flags=2
dump-max-endpoints | dump-addrs
id-reuse-dump | dump-addrs
id-wrap-dump | dump-addrs
big-dump-token | dump-addrs token=877988912
";

/// Requests of a protocol other than generic netlink. The test `subflow_info` has them.
const FOREIGN: &str = "inet-diag";

#[track_caller]
fn check(file: &str, table: &str, count: usize) {
    let mut written = BTreeSet::new();
    for (label, request) in rows(table) {
        let recorded = fixtures::bytes(file, label, Direction::Tx);
        let message = Messages::new(&recorded).next().expect("a message");
        let header = message.expect("a whole message").header;
        let (operation, values) = request.split_once(' ').unwrap_or((request, ""));
        assert_eq!(typed(operation, values, header), recorded, "{label}");
        assert!(written.insert(label), "{label} stands twice");
    }
    let recorded = fixtures::rows(file);
    let requests = recorded.iter().filter(|row| row.direction == Direction::Tx);
    let ours: Vec<_> = requests
        .map(|row| row.label.as_str())
        .filter(|label| !label.starts_with(FOREIGN))
        .collect();
    assert_eq!((ours.len(), written.len()), (count, count));
    assert_eq!(ours.into_iter().collect::<BTreeSet<_>>(), written);
}

#[test]
fn userspace_requests_are_written_as_recorded() {
    check("userspace", USERSPACE, 118);
}

#[test]
fn requests_that_caused_events_are_written_as_recorded() {
    check("events", EVENTS, 27);
    check("subflow_info", SUBFLOW_INFO, 6);
}

#[test]
fn every_operation_is_among_them() {
    let tables = [USERSPACE, EVENTS, SUBFLOW_INFO].into_iter();
    let operations = tables.flat_map(rows).map(|(_, request)| {
        let (operation, _) = request.split_once(' ').unwrap_or((request, ""));
        operation
    });
    let operations: BTreeSet<_> = operations.collect();
    let expected = [
        "add-addr",
        "announce",
        "del-addr",
        "dump-addrs",
        "flush-addrs",
        "get-addr",
        "remove",
        "set-flags",
        "subflow-create",
        "subflow-destroy",
    ];
    assert!(operations.into_iter().eq(expected));
}
