//! Open vSwitch, compared with `fixtures/ovs-netlink-bindings.txt`. A crate that is generated from the kernel's YAML wrote it.

use genl::AttributeSet;
use genl_families::ovs::datapath::{DpNew, UserFeatures};
use genl_families::ovs::flow::{Action, FlowAttrs, FlowGet};
use genl_families::ovs::packet::Execute;

use super::every_action::every_action;
use super::keys::every_key;
use super::packet::execute;
use crate::support::{decode, stored};

fn theirs(name: &str) -> Vec<u8> {
    let text = include_str!("../../fixtures/ovs-netlink-bindings.txt");
    stored(text, name)
}

#[test]
fn both_write_the_same() {
    let datapath = DpNew {
        name: "br0".to_owned(),
        upcall_pid: 4242,
        user_features: Some(UserFeatures::UNALIGNED | UserFeatures::DISPATCH_UPCALL_PER_CPU),
        masks_cache_size: Some(256),
        per_cpu_pids: vec![100, 200, 300],
        ifindex: Some(77),
    };
    assert_eq!(datapath.to_bytes(), Ok(theirs("dp-new")));
    let flow = FlowGet {
        key: Some(every_key()),
        ..FlowGet::default()
    };
    assert_eq!(flow.to_bytes(), Ok(theirs("every-key")));
}

/// Without the parts in which the YAML is wrong or incomplete.
#[test]
fn both_write_the_same_actions() {
    let mut actions = every_action();
    actions.retain(|action| {
        !matches!(
            action,
            Action::PushMpls(_)
                | Action::AddMpls(_)
                | Action::SetMasked(_)
                | Action::Psample(_)
                | Action::Drop(_)
                | Action::Other(_)
        )
    });
    let flow = FlowAttrs {
        actions: Some(actions),
        ..FlowAttrs::default()
    };
    assert_eq!(flow.to_bytes(), Ok(theirs("every-action")));
    let read = decode::<FlowAttrs>(&theirs("every-action"));
    assert_eq!(read.as_ref(), Ok(&flow));
}

/// In the YAML, keys and actions are bytes because they belong to another family. The crate writes them without the nest flag.
#[test]
fn packets_differ_only_in_flags() {
    let written = theirs("packet-execute");
    assert_eq!(decode::<Execute>(&written).as_ref(), Ok(&execute()));
    let ours = execute().to_bytes().expect("a packet");
    assert_eq!(ours.len(), written.len());
    let differing = ours.iter().zip(&written);
    let differing = differing.filter(|(ours, theirs)| ours != theirs);
    let differing: Vec<_> = differing.map(|(ours, theirs)| (*ours, *theirs)).collect();
    assert_eq!(differing, [(0x80, 0), (0x80, 0)]);
}
