//! Every request of the in-kernel path manager is written from its values, in the order in which genl declares its attributes.

use std::collections::BTreeSet;

use genl::AttributeSet;
use genl::AttributeWriter;
use genl::mptcp_pm::Endpoint;
use genl::nlctrl::{GetFamily, Nlctrl};
use genl::wire::{GenericHeader, write_message};
use genl_tests::fixtures::{self, Direction, Row};

use super::header;
use super::operations::typed;
use super::values::{attributes, rows};

/// Written with the constants of the operations.
const TYPED: &str = "
get-limits-default | get-limits
get-limits-noack | get-limits
set-limits-8-4 | set-limits rcv-add-addrs=8 subflows=4
set-limits-only-subflows | set-limits subflows=5
set-limits-none | set-limits
set-limits-9 | set-limits rcv-add-addrs=9 subflows=4
set-limits-65 | set-limits rcv-add-addrs=65
get-limits-after | get-limits
add-v4-full-id7 | add-addr family=2 id=7 addr4=10.0.0.7 flags=3 if-idx=3
add-v4-anchor-noflags-order-iproute2 | add-addr family=2 addr4=10.0.0.20
add-v4-signal | add-addr family=2 addr4=10.0.0.8 flags=1
add-v4-signal-port | add-addr family=2 id=40 addr4=10.0.0.8 port=8080 flags=1
add-v6-subflow | add-addr family=10 addr6=fd00::7 flags=2
add-v6-signal-port | add-addr family=10 id=41 addr6=fd00::7 port=9090 flags=1
add-v4-subflow-backup | add-addr family=2 addr4=10.0.0.31 flags=6
add-v4-subflow-fullmesh | add-addr family=2 addr4=10.0.0.32 flags=10
add-v4-subflow-backup-fullmesh | add-addr family=2 addr4=10.0.0.33 flags=14
err-add-9th-endpoint | add-addr family=2 addr4=10.0.0.77
add-v4-laminar | add-addr family=2 addr4=10.0.0.34 flags=32
add-v4-unknown-flag-bits | add-addr family=2 addr4=10.0.0.35 flags=65858
add-v4mapped-v6 | add-addr family=10 addr6=::ffff:a00:24 flags=2
add-id-255 | add-addr family=2 id=255 addr4=10.0.0.37 flags=2
add-ifidx-nonexistent | add-addr family=2 addr4=10.0.0.38 flags=2 if-idx=9999
add-ifidx-negative | add-addr family=2 addr4=10.0.0.39 flags=2 if-idx=-1
add-port0-subflow | add-addr family=2 addr4=10.0.0.40 port=0 flags=2
add-0.0.0.0 | add-addr family=2 addr4=0.0.0.0 flags=2
add-laminar-signal | add-addr family=2 addr4=10.0.0.34 flags=33
add-laminar-subflow-fullmesh | add-addr family=2 addr4=10.0.0.34 flags=42
add-v6-link-local | add-addr family=10 addr6=fe80::1 flags=2
add-multicast | add-addr family=2 addr4=224.0.0.1 flags=2
add-loopback | add-addr family=2 addr4=127.0.0.1 flags=2
add-v6-signal-port-ok | add-addr family=10 id=41 addr6=fd00::7 port=9090 flags=1
add-port0-signal | add-addr family=2 addr4=10.0.0.7 port=0 flags=1
add-id-0-explicit | add-addr family=2 id=0 addr4=10.0.0.7 flags=2
dump-get-addr | dump-addrs
dump-get-addr-with-ack | dump-addrs
get-addr-id7 | get-addr id=7
get-addr-id41-v6-port | get-addr id=41
get-addr-no-ack | get-addr id=7
err-add-dup | add-addr family=2 addr4=10.0.0.7 flags=3
err-add-dup-addr-diff-id | add-addr family=2 id=9 addr4=10.0.0.7 flags=3
err-add-dup-addr-noid-other-flags | add-addr family=2 addr4=10.0.0.7 flags=1
add-same-addr-other-port | add-addr family=2 addr4=10.0.0.8 port=8081 flags=1
add-same-addr-no-port | add-addr family=2 addr4=10.0.0.8 flags=1
err-add-dup-id-diff-addr | add-addr family=2 id=7 addr4=10.0.0.99 flags=3
err-add-empty-nest | add-addr addr
err-add-missing-family | add-addr addr4=10.0.0.50
err-add-bad-family | add-addr family=99 addr4=10.0.0.50
err-add-family4-with-addr6 | add-addr family=2 addr6=fd00::9
err-add-family6-with-addr4 | add-addr family=10 addr4=10.0.0.50
err-add-port-not-local | add-addr family=2 addr4=10.9.9.9 port=8080 flags=1
err-add-port-inuse | add-addr family=2 id=42 addr4=10.0.0.8 port=8080 flags=1
err-add-port-nosignal | add-addr family=2 addr4=10.0.0.8 port=8081 flags=2
err-add-signal-fullmesh | add-addr family=2 addr4=10.0.0.51 flags=9
err-add-implicit | add-addr family=2 addr4=10.0.0.52 flags=16
err-get-unknown-id | get-addr id=200
err-get-empty-nest | get-addr addr
get-by-address-only | get-addr family=2 addr4=10.0.0.7
err-get-bad-token-inkernel | get-addr id=7 token=3735928559
err-dump-bad-token | dump-addrs token=3735928559
err-del-unknown-id | del-addr id=200
del-no-id(=0)-by-addr | del-addr family=2 addr4=10.0.0.7
del-id-7-with-different-address | del-addr family=2 id=7 addr4=1.2.3.4
err-get-id7-after-del | get-addr id=7
add-id-reuse-7 | add-addr family=2 id=7 addr4=10.0.0.7 flags=2
set-flags-by-id-backup | set-flags id=7 flags=4
get-addr-after-setflags | get-addr id=7
set-flags-by-addr-clear | set-flags family=2 addr4=10.0.0.7 flags=0
set-flags-by-addr-noflagsattr | set-flags family=2 addr4=10.0.0.7
set-flags-fullmesh | set-flags id=7 flags=8
get-addr-after-setflags-fullmesh | get-addr id=7
set-flags-signal-ignored? | set-flags id=7 flags=7
get-addr-after-setflags-signal | get-addr id=7
err-set-flags-no-id-no-addr | set-flags flags=4
err-set-flags-unknown-id | set-flags id=200 flags=4
err-set-flags-fullmesh-on-signal | set-flags id=40 flags=8
err-unknown-family-id | get-limits
no-NLM_F_REQUEST-silent | set-limits rcv-add-addrs=1
get-limits-after-noreq | get-limits
err-add-dup-NO-extack-NO-capack | add-addr family=2 addr4=10.0.0.7 flags=3
err-add-missing-family-extack-NO-capack | add-addr addr4=10.0.0.50
ack-ok-NO-capack | set-limits rcv-add-addrs=8
err-noack-flag-still-errors | get-addr id=200
dump-empty | dump-addrs
flush-empty | flush-addrs
add-after-flush-id? | add-addr family=2 addr4=10.0.0.7 flags=2
dump-one | dump-addrs
flush-no-attr | flush-addrs
anchor-add-v4-0 | add-addr family=2 id=1 addr4=10.0.1.1 flags=3 if-idx=3
anchor-add-v4-1 | add-addr family=2 id=2 addr4=10.0.1.2 flags=3 if-idx=3
anchor-add-v4-2 | add-addr family=2 id=3 addr4=10.0.1.3 flags=3 if-idx=3
anchor-add-v4-3 | add-addr family=2 id=4 addr4=10.0.1.4 flags=3 if-idx=3
anchor-add-v6-0 | add-addr family=10 id=5 addr6=fd00::1:1 flags=3 if-idx=3
anchor-add-v6-1 | add-addr family=10 id=6 addr6=fd00::1:2 flags=3 if-idx=3
anchor-add-v6-2 | add-addr family=10 id=7 addr6=fd00::1:3 flags=3 if-idx=3
anchor-add-v6-3 | add-addr family=10 id=8 addr6=fd00::1:4 flags=3 if-idx=3
anchor-dump-8 | dump-addrs
flush-anchor | flush-addrs
err-set-flags-bad-token | set-flags family=2 addr4=10.0.0.7 flags=4 token=3735928559 remote.family=2 remote.addr4=10.0.0.9
err-announce-bad-token | announce family=2 id=7 addr4=10.0.0.7 flags=1 token=3735928559
err-remove-bad-token | remove token=3735928559 loc-id=1
err-sfcreate-bad-token | subflow-create family=2 id=7 addr4=10.0.0.7 token=3735928559 remote.family=2 remote.addr4=10.0.0.9 remote.port=80
err-sfdestroy-bad-token | subflow-destroy family=2 addr4=10.0.0.7 port=1 token=3735928559 remote.family=2 remote.addr4=10.0.0.9 remote.port=80
err-sfcreate-bad-token-extack-NO-capack | subflow-create family=2 id=7 addr4=10.0.0.7 token=3735928559 remote.family=2 remote.addr4=10.0.0.9 remote.port=80
";

/// Written with whole sets, since no operation would take these attributes: command, version, values.
const WHOLE: &str = "
err-add-missing-addr-attr | 1 1
policy-outside-attr-4-in-add-accepted? | 1 1 family=2 addr4=10.0.0.66 token=1
err-get-no-attr | 3 1
err-del-missing-attr | 2 1
err-set-flags-no-addr-attr | 7 1
err-announce-missing-token | 8 1 family=2 id=7 addr4=10.0.0.7 flags=1
err-remove-missing | 9 1 token=1
err-sfcreate-missing-remote | 10 1 family=2 id=7 addr4=10.0.0.7 token=1
err-cmd-99 | 99 1
err-cmd-0 | 0 1
err-dump-on-do-only(get-limits) | 6 1
err-dump-on-add | 1 1 family=2 addr4=10.0.0.70
genl-version-0 | 6 0
genl-version-2 | 6 2
genl-version-255 | 6 255
flush-with-addr-attr | 4 1 family=2 addr4=10.0.0.7
";

/// Asked of the controller.
const FAMILIES: &str = "
err-ctrl-unknown-family-name | no_such_fam
ctrl-getfamily-mptcp_pm | mptcp_pm
";

/// Not to be written with genl, and why.
const MALFORMED: &str = "
add-no-nested-bit | a nest without its flag
add-attr-order-reversed | attributes in another order than the declared one
err-addr6-short-15 | an address of 15 bytes
err-addr6-long-17 | an address of 17 bytes
err-addr4-short-3 | an address of 3 bytes
addr4-long-8-accepted? | an address of 8 bytes
err-family-u8-1byte | a u16 of 1 byte
family-as-u32-accepted? | a u16 of 4 bytes
id-as-u32-accepted? | a u8 of 4 bytes
unknown-nested-attr-77-accepted? | an attribute that the set does not have
unknown-top-attr-77-accepted? | an attribute that the set does not have
trailing-garbage-accepted? | 2 bytes behind the last attribute
attr-len-overrun | an attribute longer than the message
nla-len-3 | an attribute shorter than its header
net-byteorder-flag-addr4-accepted? | NLA_F_NET_BYTEORDER
dup-attr-last-wins? | an attribute twice
genl-reserved-ffff | a reserved field that is not 0
err-no-genlhdr | no genlmsghdr
";

/// The recorded request of a label.
fn recorded(label: &str) -> Vec<u8> {
    fixtures::bytes("in_kernel", label, Direction::Tx)
}

#[test]
fn operations_write_what_was_recorded() {
    for (label, request) in rows(TYPED) {
        let recorded = recorded(label);
        let (operation, values) = request.split_once(' ').unwrap_or((request, ""));
        assert_eq!(
            typed(operation, values, header(&recorded)),
            recorded,
            "{label}"
        );
    }
}

#[test]
fn whole_sets_write_what_was_recorded() {
    for (label, request) in rows(WHOLE) {
        let recorded = recorded(label);
        let mut words = request.splitn(3, ' ');
        let mut number = || {
            words
                .next()
                .and_then(|word| word.parse().ok())
                .expect("a u8")
        };
        let (command, version) = (number(), number());
        let set = attributes(words.next().unwrap_or_default());
        let generic = GenericHeader { command, version };
        let write = |set: &dyn Fn(&mut AttributeWriter<'_>)| {
            let mut bytes = Vec::new();
            write_message(&mut bytes, header(&recorded), generic, 0, set).map(|()| bytes)
        };
        let written = write(&|out| set.encode(out));
        assert_eq!(written.as_ref(), Ok(&recorded), "{label}");
        // The set of commands about endpoints has the first attribute alone.
        if set.token.is_none() && set.addr_remote.is_none() && set.loc_id.is_none() {
            let addr = set.addr.clone();
            let endpoint = Endpoint { addr };
            let written = write(&|out| endpoint.encode(out));
            assert_eq!(written.as_ref(), Ok(&recorded), "{label}");
        }
    }
}

#[test]
fn the_controller_is_asked_as_recorded() {
    for (label, name) in rows(FAMILIES) {
        let recorded = recorded(label);
        let request = GetFamily {
            family_id: None,
            family_name: Some(name.to_owned()),
        };
        let mut bytes = Vec::new();
        Nlctrl::GET_FAMILY
            .write(header(&recorded), &request, &mut bytes)
            .expect("a short name");
        assert_eq!(bytes, recorded, "{label}");
    }
}

#[test]
fn every_request_is_written_or_listed() {
    let requests = fixtures::rows("in_kernel").into_iter();
    let requests = requests.filter(|row| row.direction == Direction::Tx);
    let recorded: Vec<Row> = requests.collect();
    let labels: BTreeSet<_> = recorded.iter().map(|row| row.label.as_str()).collect();
    assert_eq!((recorded.len(), labels.len()), (140, 140));
    let counts = [TYPED, WHOLE, FAMILIES, MALFORMED].map(|table| rows(table).count());
    assert_eq!(counts, [104, 16, 2, 18]);
    let listed: BTreeSet<_> = [TYPED, WHOLE, FAMILIES, MALFORMED]
        .into_iter()
        .flat_map(rows)
        .map(|(label, _)| label)
        .collect();
    assert_eq!(listed, labels);
}
