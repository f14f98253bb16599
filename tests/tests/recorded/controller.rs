//! What `nlctrl` said about `mptcp_pm`, read by eye from the bytes.

use genl::AttributeSet;
use genl::nlctrl::{FamilyReply, McastGroupAttrs, OpAttrs, OpFlags};
use genl::wire::Messages;
use genl_tests::fixtures::{self, Direction};

#[test]
fn the_family_is_read() {
    let bytes = fixtures::bytes("in_kernel", "ctrl-getfamily-mptcp_pm", Direction::Rx);
    let message = Messages::new(&bytes)
        .next()
        .expect("a message")
        .expect("a whole one");
    let (generic, attributes) = message.generic().expect("genlmsghdr");
    assert_eq!((generic.command, generic.version), (1, 2));
    // 0x1a is do, policy, and UNS_ADMIN_PERM; `get-addr` is open to all and a dump too; `get-limits` is open to all.
    let admin = OpFlags::CMD_CAP_DO | OpFlags::CMD_CAP_HASPOL | OpFlags::UNS_ADMIN_PERM;
    let open = OpFlags::CMD_CAP_DO | OpFlags::CMD_CAP_HASPOL;
    let ops = (1..=11).map(|id| {
        let flags = match id {
            3 => open | OpFlags::CMD_CAP_DUMP,
            6 => open,
            _ => admin,
        };
        OpAttrs { id, flags }
    });
    let group = |name: &str, id| McastGroupAttrs {
        name: name.to_owned(),
        id,
    };
    let family = FamilyReply {
        family_name: "mptcp_pm".to_owned(),
        family_id: 28,
        version: Some(1),
        hdrsize: Some(0),
        maxattr: Some(0),
        ops: ops.collect(),
        mcast_groups: vec![group("mptcp_pm_cmds", 8), group("mptcp_pm_events", 9)],
    };
    assert_eq!(FamilyReply::decode(attributes), Ok(family));
}
