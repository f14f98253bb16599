//! The C structs have the lengths of those in the kernel's headers.

use std::mem::size_of;

use genl_families::ovs::OvsHeader;
use genl_families::ovs::datapath::{DpMegaflowStats, DpStats};
use genl_families::ovs::flow::{
    ActionAddMpls, ActionHash, ActionPushEth, ActionPushMpls, ActionPushVlan, ErspanMetadata,
    FlowStats, KeyArp, KeyCtTupleIpv4, KeyCtTupleIpv6, KeyEthernet, KeyIcmp, KeyIpv4, KeyIpv6,
    KeyIpv6Exthdrs, KeyMpls, KeyNd, KeySctp, KeyTcp, KeyUdp, Masked, NshKeyBase, NshKeyMd1,
};

use super::ovs;

#[test]
fn structs_have_the_lengths_of_c() {
    let ours = [
        ("ovs_header", size_of::<OvsHeader>()),
        ("ovs_dp_stats", size_of::<DpStats>()),
        ("ovs_dp_megaflow_stats", size_of::<DpMegaflowStats>()),
        ("ovs_flow_stats", size_of::<FlowStats>()),
        ("ovs_key_ethernet", size_of::<KeyEthernet>()),
        ("ovs_key_mpls", size_of::<KeyMpls>()),
        ("ovs_key_ipv4", size_of::<KeyIpv4>()),
        ("ovs_key_ipv6", size_of::<KeyIpv6>()),
        ("ovs_key_ipv6_exthdrs", size_of::<KeyIpv6Exthdrs>()),
        ("ovs_key_tcp", size_of::<KeyTcp>()),
        ("ovs_key_udp", size_of::<KeyUdp>()),
        ("ovs_key_sctp", size_of::<KeySctp>()),
        ("ovs_key_icmp", size_of::<KeyIcmp>()),
        ("ovs_key_icmpv6", size_of::<KeyIcmp>()),
        ("ovs_key_arp", size_of::<KeyArp>()),
        ("ovs_key_nd", size_of::<KeyNd>()),
        ("ovs_key_ct_labels", size_of::<[u8; 16]>()),
        ("ovs_key_ct_tuple_ipv4", size_of::<KeyCtTupleIpv4>()),
        ("ovs_key_ct_tuple_ipv6", size_of::<KeyCtTupleIpv6>()),
        ("ovs_nsh_key_base", size_of::<NshKeyBase>()),
        ("ovs_nsh_key_md1", size_of::<NshKeyMd1>()),
        ("ovs_action_trunc", size_of::<u32>()),
        ("ovs_action_push_vlan", size_of::<ActionPushVlan>()),
        ("ovs_action_hash", size_of::<ActionHash>()),
        ("ovs_action_push_mpls", size_of::<ActionPushMpls>()),
        ("ovs_action_add_mpls", size_of::<ActionAddMpls>()),
        ("ovs_action_push_eth", size_of::<ActionPushEth>()),
        ("erspan_metadata", size_of::<ErspanMetadata>()),
    ];
    for (name, size) in ours {
        let stored = ovs(&format!("sizeof:{name}"));
        assert_eq!(stored, [u8::try_from(size).expect("small")], "{name}");
    }
    assert_eq!(size_of::<Masked<KeyIpv6>>(), 2 * size_of::<KeyIpv6>());
}
