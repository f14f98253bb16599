//! Keys of `ovs_flow`, with every attribute.

use genl::description::{ByteOrder, Integer, Kind};
use genl::{AttributeSet, WithHeader};
use genl_families::ovs::OvsHeader;
use genl_families::ovs::flow::{
    CtStateFlags, ErspanMetadata, FlowGet, FragType, KeyArp, KeyAttrs, KeyCtTupleIpv6, KeyIcmp,
    KeyIpv6, KeyIpv6Exthdrs, KeyMpls, KeyNd, KeySctp, KeyUdp, NshKeyAttrs, NshKeyBase, NshKeyMd1,
    OvsFlow, TunnelKeyAttrs, VxlanExtAttrs,
};

use super::values::{ETHERNET, IPV4, bytes, ipv6, tcp, tunnel, tuple};
use super::{assert_request, body, of_7};
use crate::support::{decode, never_panics, stored};

type Message<S> = WithHeader<OvsHeader, S>;

fn keys() -> Vec<u8> {
    stored(include_str!("../../fixtures/ovs-keys.txt"), "every-key")
}

/// A key with every attribute.
pub(super) fn every_tunnel() -> TunnelKeyAttrs {
    TunnelKeyAttrs {
        csum: true,
        oam: true,
        vxlan_opts: Some(VxlanExtAttrs { gbp: Some(0x4321) }),
        ipv6_src: Some(ipv6(1).into()),
        ipv6_dst: Some(ipv6(2).into()),
        erspan_opts: Some(ErspanMetadata {
            version: 1,
            u: [0, 1, 0x23, 0x45, 0, 0, 0, 0],
        }),
        ipv4_info_bridge: true,
        ..tunnel()
    }
}

fn label(entry: u32) -> KeyMpls {
    KeyMpls {
        mpls_lse: entry.into(),
    }
}

/// Without metadata.
pub(super) fn nsh() -> NshKeyAttrs {
    NshKeyAttrs {
        base: Some(NshKeyBase {
            flags: 1,
            ttl: 63,
            mdtype: 1,
            np: 3,
            path_hdr: 0x0001_0203.into(),
        }),
        ..NshKeyAttrs::default()
    }
}

/// A key that no packet has, with attributes of every protocol.
pub(super) fn every_key() -> KeyAttrs {
    KeyAttrs {
        encap: Some(Box::new(KeyAttrs {
            ethertype: Some(0x0806),
            ..KeyAttrs::default()
        })),
        priority: Some(0x1_0000),
        in_port: Some(2),
        ethernet: Some(ETHERNET),
        vlan: Some(0x1064),
        ethertype: Some(0x8100),
        ipv4: Some(IPV4),
        tcp: Some(tcp(1000, 443)),
        skb_mark: Some(9),
        tunnel: Some(Box::new(every_tunnel())),
        tcp_flags: Some(0x0112),
        dp_hash: Some(0x1234_5678),
        recirc_id: Some(3),
        mpls: vec![label(0x0006_4040), label(0x000c_8140)],
        ct_state: Some(CtStateFlags::NEW | CtStateFlags::TRACKED | CtStateFlags::DST_NAT),
        ct_zone: Some(6),
        ct_mark: Some(0x1234),
        ct_labels: Some(bytes(0x10)),
        ct_orig_tuple_ipv4: Some(tuple()),
        nsh: Some(Box::new(NshKeyAttrs {
            md1: Some(NshKeyMd1 {
                context: [1.into(), 2.into(), 3.into(), 0x8000_0004.into()],
            }),
            ..nsh()
        })),
        packet_type: Some(0x0001_0800),
        nd_extensions: Some(bytes::<8>(0x40).to_vec()),
        tunnel_info: Some(bytes::<3>(0x50).to_vec()),
        ..headers()
    }
}

/// A key with the headers of the other protocols.
fn headers() -> KeyAttrs {
    KeyAttrs {
        ipv6: Some(KeyIpv6 {
            ipv6_src: ipv6(1),
            ipv6_dst: ipv6(2),
            ipv6_label: 0xa_bcde.into(),
            ipv6_proto: 17,
            ipv6_tclass: 8,
            ipv6_hlimit: 64,
            ipv6_frag: FragType::Later.into(),
        }),
        udp: Some(KeyUdp {
            udp_src: 1001.into(),
            udp_dst: 53.into(),
        }),
        icmp: Some(KeyIcmp {
            icmp_type: 8,
            icmp_code: 1,
        }),
        icmpv6: Some(KeyIcmp {
            icmp_type: 135,
            icmp_code: 2,
        }),
        arp: Some(KeyArp {
            arp_sip: [10, 0, 0, 1],
            arp_tip: [10, 0, 0, 2],
            arp_op: 2.into(),
            arp_sha: ETHERNET.eth_src,
            arp_tha: ETHERNET.eth_dst,
            ..KeyArp::default()
        }),
        nd: Some(KeyNd {
            nd_target: ipv6(1),
            nd_sll: ETHERNET.eth_src,
            nd_tll: ETHERNET.eth_dst,
        }),
        sctp: Some(KeySctp {
            sctp_src: 1002.into(),
            sctp_dst: 3868.into(),
        }),
        ct_orig_tuple_ipv6: Some(KeyCtTupleIpv6 {
            ipv6_src: ipv6(1),
            ipv6_dst: ipv6(2),
            src_port: 1000.into(),
            dst_port: 53.into(),
            ipv6_proto: 17,
            ..KeyCtTupleIpv6::default()
        }),
        ipv6_exthdrs: Some(KeyIpv6Exthdrs { hdrs: 0x0105 }),
        ..KeyAttrs::default()
    }
}

#[test]
fn every_attribute_agrees_with_c() {
    let request = of_7(FlowGet {
        key: Some(every_key()),
        ..FlowGet::default()
    });
    assert_request!(OvsFlow::GET, &request, keys());
    let read = decode::<Message<FlowGet>>(body(&keys())).expect("a key");
    assert_eq!(read, request);
}

#[test]
fn every_number_is_described_once() {
    let numbers = KeyAttrs::DESCRIPTION.attributes.iter();
    let numbers: Vec<_> = numbers.map(|attribute| attribute.number).collect();
    assert_eq!(numbers, (1..=32).collect::<Vec<_>>());
    let numbers = TunnelKeyAttrs::DESCRIPTION.attributes.iter();
    let numbers: Vec<_> = numbers.map(|attribute| attribute.number).collect();
    let pad = TunnelKeyAttrs::DESCRIPTION.pad;
    assert_eq!(pad, Some(14));
    let expected = (0..=16).filter(|number| Some(*number) != pad);
    assert_eq!(numbers, expected.collect::<Vec<_>>());
}

/// A key contains itself, and its integers have either byte order.
#[test]
fn the_description_of_a_key_is_readable() {
    let set = KeyAttrs::DESCRIPTION;
    let kind = |number| set.attribute(number).map(|attribute| attribute.kind);
    let again = kind(1).and_then(|kind| kind.nested());
    assert_eq!(again.map(|set| set.name), Some(set.name));
    let order = |number| match kind(number) {
        Some(Kind::Integer(Integer { order, .. })) => order,
        other => panic!("{other:?}"),
    };
    assert_eq!(order(2), ByteOrder::Host);
    assert_eq!(order(5), ByteOrder::Network);
    assert!(matches!(kind(13), Some(Kind::Struct(it)) if it.size == 24));
    assert!(matches!(kind(21), Some(Kind::Array(_))));
}

/// A shorter struct of an older kernel is filled up. A longer one is cut.
#[test]
fn structs_may_grow() {
    let key = KeyAttrs {
        icmp: Some(KeyIcmp {
            icmp_type: 8,
            icmp_code: 0,
        }),
        ..KeyAttrs::default()
    };
    for bytes in [&[5, 0, 11, 0, 8, 0, 0, 0][..], &[7, 0, 11, 0, 8, 0, 9, 0]] {
        assert_eq!(decode::<KeyAttrs>(bytes).as_ref(), Ok(&key));
    }
    assert_eq!(key.to_bytes(), Ok(vec![6, 0, 11, 0, 8, 0, 0, 0]));
}

#[test]
fn invalid_values_are_refused() {
    let refused = |bytes: &[u8], said: &str| {
        let error = decode::<KeyAttrs>(bytes).expect_err(said).to_string();
        assert!(error.starts_with(said), "{error}");
    };
    // A mask after the value, as in `set-masked`, is not allowed in a key.
    refused(
        &[12, 0, 2, 0, 0, 0x12, 0, 0, 0, 0xff, 0, 0],
        "attribute `priority` has 8 bytes, expected 4",
    );
    refused(
        &[10, 0, 21, 0, 0, 6, 0x40, 0x40, 0, 0, 0, 0],
        "attribute `mpls` has 6 bytes, expected a multiple of 4",
    );
    refused(
        &[12, 0, 16, 0, 8, 0, 0, 0, 1, 2, 3, 4],
        "attribute `tunnel.id` has 4 bytes, expected 8",
    );
    refused(
        &[12, 0, 16, 0, 4, 0, 5, 0, 3, 0, 1, 0],
        "attribute `tunnel` contains an attribute of length 3, less than its header of 4 bytes",
    );
}

#[test]
fn broken_bytes_never_panic() {
    never_panics::<Message<FlowGet>>(body(&keys()));
}
