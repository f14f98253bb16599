//! The values that the C programs encoded.

use std::net::Ipv4Addr;

use genl::c::Enum;
use genl_families::ovs::flow::{
    Action, ActionPushVlan, CtStateFlags, FragType, KeyAttrs, KeyCtTupleIpv4, KeyEthernet, KeyIpv4,
    KeyTcp, TunnelKeyAttrs,
};

/// Returns consecutive bytes that start with this one.
pub(super) fn bytes<const N: usize>(first: u8) -> [u8; N] {
    let mut byte = first;
    [(); N].map(|()| {
        let this = byte;
        byte = byte.wrapping_add(1);
        this
    })
}

/// Returns `2001:db8::` with this last byte.
pub(super) fn ipv6(last: u8) -> [u8; 16] {
    let mut address = [0; 16];
    address[..4].copy_from_slice(&[0x20, 0x01, 0x0d, 0xb8]);
    address[15] = last;
    address
}

pub(super) const ETHERNET: KeyEthernet = KeyEthernet {
    eth_src: [2, 0, 0, 0, 0, 1],
    eth_dst: [2, 0, 0, 0, 0, 2],
};

pub(super) const IPV4: KeyIpv4 = KeyIpv4 {
    ipv4_src: [10, 0, 0, 1],
    ipv4_dst: [10, 0, 0, 2],
    ipv4_proto: 6,
    ipv4_tos: 4,
    ipv4_ttl: 64,
    ipv4_frag: Enum::from_integer(1),
};

pub(super) fn tcp(source: u16, destination: u16) -> KeyTcp {
    KeyTcp {
        tcp_src: source.into(),
        tcp_dst: destination.into(),
    }
}

pub(super) fn tuple() -> KeyCtTupleIpv4 {
    KeyCtTupleIpv4 {
        ipv4_src: [10, 0, 0, 1],
        ipv4_dst: [10, 0, 0, 3],
        src_port: 1000.into(),
        dst_port: 80.into(),
        ipv4_proto: 6,
        ..KeyCtTupleIpv4::default()
    }
}

/// A tunnel over IPv4.
pub(super) fn tunnel() -> TunnelKeyAttrs {
    TunnelKeyAttrs {
        id: Some(0x5_0000_0007),
        ipv4_src: Some(Ipv4Addr::new(192, 0, 2, 1)),
        ipv4_dst: Some(Ipv4Addr::new(192, 0, 2, 2)),
        tos: Some(4),
        ttl: Some(64),
        dont_fragment: true,
        geneve_opts: Some(vec![0x0102_0304, 0x0506_0708]),
        tp_src: Some(1000),
        tp_dst: Some(6081),
        ..TunnelKeyAttrs::default()
    }
}

/// A TCP packet with two VLAN tags from a tunnel.
pub(super) fn key() -> KeyAttrs {
    let packet = KeyAttrs {
        ethertype: Some(0x0800),
        ipv4: Some(IPV4),
        tcp: Some(tcp(1000, 443)),
        tcp_flags: Some(0x0112),
        ..KeyAttrs::default()
    };
    let inner = KeyAttrs {
        encap: Some(Box::new(packet)),
        vlan: Some(0x1065),
        ethertype: Some(0x8100),
        ..KeyAttrs::default()
    };
    KeyAttrs {
        encap: Some(Box::new(inner)),
        priority: Some(0x1_0000),
        in_port: Some(2),
        ethernet: Some(ETHERNET),
        vlan: Some(0x1064),
        ethertype: Some(0x88a8),
        skb_mark: Some(9),
        tunnel: Some(Box::new(tunnel())),
        dp_hash: Some(0),
        recirc_id: Some(3),
        ct_state: Some(CtStateFlags::ESTABLISHED | CtStateFlags::TRACKED),
        ct_zone: Some(6),
        ct_mark: Some(0x1234),
        ct_labels: Some(bytes(0x10)),
        ct_orig_tuple_ipv4: Some(tuple()),
        ..KeyAttrs::default()
    }
}

/// A mask of it: the destination network, the fragment type, and the encapsulation.
pub(super) fn mask() -> KeyAttrs {
    let packet = KeyAttrs {
        ipv4: Some(KeyIpv4 {
            ipv4_dst: [255, 255, 255, 0],
            ipv4_frag: FragType::Any.into(),
            ..KeyIpv4::default()
        }),
        ..KeyAttrs::default()
    };
    let inner = KeyAttrs {
        encap: Some(Box::new(packet)),
        ..KeyAttrs::default()
    };
    KeyAttrs {
        encap: Some(Box::new(inner)),
        in_port: Some(u32::MAX),
        vlan: Some(0x1fff),
        ethertype: Some(0xffff),
        recirc_id: Some(u32::MAX),
        ct_state: Some(CtStateFlags::from_bits_retain(u32::MAX)),
        ..KeyAttrs::default()
    }
}

pub(super) fn push_vlan() -> Action {
    Action::PushVlan(ActionPushVlan {
        vlan_tpid: 0x8100.into(),
        vlan_tci: 0x1005.into(),
    })
}

/// Actions: output to port 2, to port 3 with a tag, and to port 2 again.
pub(super) fn actions() -> Vec<Action> {
    vec![
        Action::Output(2),
        push_vlan(),
        Action::Output(3),
        Action::PopVlan,
        Action::Output(2),
    ]
}
