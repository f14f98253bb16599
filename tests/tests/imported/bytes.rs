//! Bytes: what is printed reads and writes them as what authors wrote by hand.

mod samples;

use genl::{AttributeSet as _, Attributes, OwnedSet};
use genl_families::{devlink, ethtool, netdev, ovs, tcp_metrics, wireguard};
use genl_tests::fixtures::{Direction, rows};

use crate::golden as printed;
use samples::sample;

/// Reads a sample of the printed set by both, and compares what they write of it.
fn check<P: OwnedSet, W: OwnedSet>() {
    let bytes = sample(&P::DESCRIPTION);
    assert!(!bytes.is_empty(), "{}", P::DESCRIPTION.name);
    let (printed, written) = both::<P, W>(&bytes);
    assert_eq!(printed, written, "{}", P::DESCRIPTION.name);
}

/// The same where the author put the attributes in another order.
fn check_in_any_order<P: OwnedSet, W: OwnedSet>() {
    let (printed, written) = both::<P, W>(&sample(&P::DESCRIPTION));
    let sorted = |bytes: &[u8]| {
        let attributes = Attributes::new(bytes, 0);
        let mut attributes: Vec<_> = attributes
            .map(|found| found.expect("whole attributes"))
            .map(|found| (found.number(), found.payload().to_vec()))
            .collect();
        attributes.sort();
        attributes
    };
    assert_ne!(printed, written, "{}", P::DESCRIPTION.name);
    assert_eq!(
        sorted(&printed),
        sorted(&written),
        "{}",
        P::DESCRIPTION.name
    );
}

/// What both write of what they read.
fn both<P: OwnedSet, W: OwnedSet>(bytes: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let name = P::DESCRIPTION.name;
    let printed = P::from_bytes(bytes).unwrap_or_else(|error| panic!("{name}, printed: {error}"));
    let written = W::from_bytes(bytes).unwrap_or_else(|error| panic!("{name}, by hand: {error}"));
    let printed = printed
        .to_bytes()
        .unwrap_or_else(|error| panic!("{name}, printed: {error}"));
    let written = written
        .to_bytes()
        .unwrap_or_else(|error| panic!("{name}, by hand: {error}"));
    (printed, written)
}

#[test]
fn sets_are_written_as_by_hand() {
    check::<printed::mptcp_pm::Attr, genl::mptcp_pm::Attr>();
    check::<printed::mptcp_pm::Endpoint, genl::mptcp_pm::Endpoint>();
    check_in_any_order::<printed::mptcp_pm::EventAttr, genl::mptcp_pm::EventAttr>();
    check::<printed::mptcp_pm::SubflowAttribute, genl::mptcp_pm::SubflowAttribute>();
    check::<printed::tcp_metrics::TcpMetrics, tcp_metrics::TcpMetrics>();
    check::<printed::netdev::Dev, netdev::Dev>();
    check::<printed::netdev::Dmabuf, netdev::Dmabuf>();
    check::<printed::netdev::Napi, netdev::Napi>();
    check::<printed::netdev::PagePool, netdev::PagePool>();
    check::<printed::netdev::Qstats, netdev::Qstats>();
    check::<printed::netdev::Queue, netdev::Queue>();
    check::<printed::ovs_datapath::Datapath, ovs::datapath::Datapath>();
    check::<printed::wireguard::Wgallowedip, wireguard::Wgallowedip>();
    check::<printed::nlctrl::OpAttrs, genl::nlctrl::OpAttrs>();
    check::<printed::nlctrl::OpPolicyAttrs, genl::nlctrl::OpPolicyAttrs>();
    check::<printed::nlctrl::McastGroupAttrs, genl::nlctrl::McastGroupAttrs>();
    check::<printed::ethtool::Header, ethtool::Header>();
    check::<printed::ethtool::Linkinfo, ethtool::Linkinfo>();
    check::<printed::ethtool::Rings, ethtool::Rings>();
    check::<printed::ethtool::Channels, ethtool::Channels>();
    check::<printed::devlink::DlDevStats, devlink::DlDevStats>();
    check::<printed::devlink::DlAttrStats, devlink::DlAttrStats>();
    check::<printed::ovs_flow::UserspaceAttrs, ovs::flow::Userspace>();
    check::<printed::ovs_flow::PsampleAttrs, ovs::flow::Psample>();
}

/// The kernel numbers operations and groups from 1 and peers always by 0, which no description tells: what is printed reads
/// them, and writes another index.
#[test]
fn lists_are_read_whatever_their_index_is() {
    let bytes = sample(&printed::nlctrl::CtrlAttrs::DESCRIPTION);
    let printed = printed::nlctrl::CtrlAttrs::from_bytes(&bytes).expect("printed");
    let written = genl::nlctrl::CtrlAttrs::from_bytes(&bytes).expect("by hand");
    let ops = printed.ops.expect("operations");
    assert_eq!((ops.len(), ops[0].id), (1, Some(1)));
    assert_eq!(printed.family_name, written.family_name);
}

/// `struct genlmsghdr` and what is before it.
const HEADERS: usize = 20;

#[test]
fn recorded_addresses_are_read_and_written_as_by_hand() {
    use genl::mptcp_pm::Attr;

    let mut addresses = 0;
    for row in rows("in_kernel")
        .into_iter()
        .filter(|row| row.direction == Direction::Rx)
    {
        let mut bytes = row.bytes.as_slice();
        while let Some((length, kind)) = header(bytes) {
            let (message, rest) = bytes.split_at(length.next_multiple_of(4).min(bytes.len()));
            // Messages of families, and of those the replies that hold an address.
            if let (true, Some(attributes)) = (kind > 16, message.get(HEADERS..length)) {
                if Attr::from_bytes(attributes).is_ok_and(|found| found.addr.is_some()) {
                    let (printed, written) = both::<printed::mptcp_pm::Attr, Attr>(attributes);
                    assert_eq!(printed, written);
                    addresses += 1;
                }
            }
            bytes = rest;
        }
    }
    assert!(addresses > 5, "{addresses} addresses");
}

/// Length and type of the first message.
fn header(bytes: &[u8]) -> Option<(usize, u16)> {
    let length = u32::from_ne_bytes(bytes.get(..4)?.try_into().ok()?);
    let kind = u16::from_ne_bytes(bytes.get(4..6)?.try_into().ok()?);
    Some((usize::try_from(length).ok()?, kind))
}
