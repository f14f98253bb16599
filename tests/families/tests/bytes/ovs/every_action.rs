//! Every action of `ovs_flow`, as values.

use std::net::Ipv4Addr;

use genl::UnknownAttribute;
use genl_families::ovs::flow::{
    Action, ActionAddMpls, ActionHash, ActionPushEth, ActionPushMpls, CheckPktLen, CtAttrs, DecTtl,
    HashAlg, KeyAttrs, KeyEthernet, KeyIpv4, KeyIpv6, KeyMpls, KeySctp, KeyUdp, Masked, MaskedKey,
    MaskedNsh, NatAttrs, NshKeyAttrs, NshKeyBase, NshKeyMd1, Psample, Sample, Userspace,
};
use zerocopy::native_endian;

use super::keys::{every_tunnel, nsh};
use super::values::{ETHERNET, IPV4, bytes, ipv6, push_vlan, tcp};

fn userspace() -> Action {
    Action::Userspace(Userspace {
        pid: 4242,
        userdata: Some(bytes::<5>(0x70).to_vec()),
        egress_tun_port: Some(9),
        actions: true,
    })
}

/// Samples, clones and checks inside of each other.
fn sample() -> Action {
    let check = CheckPktLen {
        pkt_len: 1400,
        actions_if_greater: vec![Action::Trunc(128), Action::Output(5)],
        actions_if_less_equal: Vec::new(),
    };
    let copy = vec![Action::PopVlan, Action::CheckPktLen(check), Action::PopVlan];
    Action::Sample(Sample {
        probability: 0x8000_0000,
        actions: vec![Action::Output(4), Action::Clone(copy), Action::Output(4)],
    })
}

fn masked() -> Vec<MaskedKey> {
    fn number(value: u32, mask: u32) -> Masked<native_endian::U32> {
        let (value, mask) = (value.into(), mask.into());
        Masked { value, mask }
    }
    let ipv4 = |ipv4_ttl| KeyIpv4 {
        ipv4_ttl,
        ..KeyIpv4::default()
    };
    let ipv6 = |label: u32| KeyIpv6 {
        ipv6_label: label.into(),
        ..KeyIpv6::default()
    };
    let udp = |source: u16, destination: u16| KeyUdp {
        udp_src: source.into(),
        udp_dst: destination.into(),
    };
    let sctp = |source: u16, destination: u16| KeySctp {
        sctp_src: source.into(),
        sctp_dst: destination.into(),
    };
    let mpls = |label: u32| KeyMpls {
        mpls_lse: label.into(),
    };
    let labels = |first| {
        let mut labels = [0; 16];
        labels[0] = first;
        labels
    };
    let ethernet_mask = KeyEthernet {
        eth_dst: [0xff; 6],
        ..KeyEthernet::default()
    };
    let both = number(0x1200, 0xff00);
    vec![
        MaskedKey::Priority(both),
        MaskedKey::Ethernet(masks(ETHERNET, ethernet_mask)),
        MaskedKey::Ipv4(masks(ipv4(3), ipv4(0xff))),
        MaskedKey::Ipv6(masks(ipv6(5), ipv6(0xf_ffff))),
        MaskedKey::Tcp(masks(tcp(1, 2), tcp(0xff, 0xffff))),
        MaskedKey::Udp(masks(udp(1, 2), udp(0xff, 0xffff))),
        MaskedKey::SkbMark(both),
        MaskedKey::Sctp(masks(sctp(1, 2), sctp(0xff, 0xffff))),
        MaskedKey::Mpls(masks(mpls(0x0006_4040), mpls(0xffff_f000))),
        MaskedKey::CtMark(both),
        MaskedKey::CtLabels(masks(labels(1), labels(3))),
        MaskedKey::Nsh(masked_nsh()),
        MaskedKey::Other(UnknownAttribute {
            number: 13,
            nested: false,
            net_byteorder: false,
            payload: vec![0, 0x12, 0, 0, 0, 0xff, 0, 0],
        }),
    ]
}

fn masks<T>(value: T, mask: T) -> Masked<T> {
    Masked { value, mask }
}

fn masked_nsh() -> MaskedNsh {
    let base = |ttl| NshKeyBase {
        ttl,
        ..NshKeyBase::default()
    };
    let md1 = |second: u32| NshKeyMd1 {
        context: [0.into(), second.into(), 0.into(), 0.into()],
    };
    MaskedNsh {
        base: Some(masks(base(9), base(0xff))),
        md1: Some(masks(md1(7), md1(0xff))),
    }
}

fn ct() -> [Action; 2] {
    let nat = |min, max| NatAttrs {
        ip_min: Some(min),
        ip_max: Some(max),
        proto_min: Some(1024),
        proto_max: Some(65535),
        persistent: true,
        ..NatAttrs::default()
    };
    let commit = CtAttrs {
        commit: true,
        zone: Some(6),
        mark: Some(masks(0x1200.into(), 0xff00.into())),
        labels: Some(masks(bytes(0x10), bytes(0x20))),
        helper: Some("ftp".to_owned()),
        nat: Some(NatAttrs {
            src: true,
            proto_hash: true,
            ..nat(
                Ipv4Addr::new(10, 0, 0, 1).into(),
                Ipv4Addr::new(10, 0, 0, 9).into(),
            )
        }),
        eventmask: Some(7),
        timeout: Some("short".to_owned()),
        ..CtAttrs::default()
    };
    let force = CtAttrs {
        nat: Some(NatAttrs {
            dst: true,
            proto_random: true,
            ..nat(ipv6(1).into(), ipv6(2).into())
        }),
        force_commit: true,
        ..CtAttrs::default()
    };
    [commit, force].map(|ct| Action::Ct(Box::new(ct)))
}

/// Returns every action of the kernel's list, and one of a later kernel.
pub(super) fn every_action() -> Vec<Action> {
    let set = |key| Action::Set(Box::new(key));
    let mut actions = vec![
        Action::Output(2),
        userspace(),
        set(KeyAttrs {
            tunnel: Some(Box::new(every_tunnel())),
            ..KeyAttrs::default()
        }),
        set(KeyAttrs {
            ipv4: Some(IPV4),
            ..KeyAttrs::default()
        }),
        push_vlan(),
        Action::PopVlan,
        sample(),
        Action::Recirc(7),
        Action::Hash(ActionHash {
            hash_alg: HashAlg::L4.into(),
            hash_basis: 5,
        }),
        Action::PushMpls(ActionPushMpls {
            mpls_lse: 0x0006_4040.into(),
            mpls_ethertype: 0x8847.into(),
            ..ActionPushMpls::default()
        }),
        Action::PopMpls(0x0800),
    ];
    let one_by_one = masked().into_iter();
    actions.extend(one_by_one.map(|key| Action::SetMasked(vec![key])));
    actions.extend(ct());
    actions.extend(others());
    actions
}

fn others() -> Vec<Action> {
    vec![
        Action::Trunc(128),
        Action::PushEth(ActionPushEth {
            addresses: ETHERNET,
        }),
        Action::PopEth,
        Action::CtClear,
        Action::PushNsh(Box::new(NshKeyAttrs {
            md2: Some(bytes::<6>(0x30).to_vec()),
            ..nsh()
        })),
        Action::PopNsh,
        Action::Meter(3),
        Action::AddMpls(ActionAddMpls {
            mpls_lse: 0x0006_4040.into(),
            mpls_ethertype: 0x8848.into(),
            tun_flags: 1,
        }),
        Action::DecTtl(DecTtl {
            action: vec![userspace()],
        }),
        Action::Drop(2),
        Action::Psample(Psample {
            group: 8,
            cookie: Some(bytes::<16>(0x60).to_vec()),
        }),
        Action::Other(UnknownAttribute {
            number: 99,
            nested: false,
            net_byteorder: false,
            payload: vec![0x20, 0x21],
        }),
        Action::Output(2),
    ]
}
