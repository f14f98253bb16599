//! `wireguard`, compared with `fixtures/wireguard.txt`, which a C program wrote, and `fixtures/wireguard-pyroute2.txt`.

use genl::AttributeSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV6};

use genl_families::wireguard::{
    GetDevice, KernelTimespec, Wgallowedip, WgallowedipFlags, Wgdevice, WgdeviceFlags, Wgpeer,
    WgpeerFlags, Wireguard,
};

use crate::support::{decode, never_panics, stored};

const C: &str = include_str!("../fixtures/wireguard.txt");
const PYROUTE2: &str = include_str!("../fixtures/wireguard-pyroute2.txt");

/// Returns 32 consecutive bytes that start with this one.
fn key(first: u8) -> [u8; 32] {
    let mut byte = first;
    [(); 32].map(|()| {
        let this = byte;
        byte = byte.wrapping_add(1);
        this
    })
}

fn endpoint4() -> SocketAddr {
    (Ipv4Addr::new(192, 0, 2, 1), 51820).into()
}

fn endpoint6() -> SocketAddr {
    let ip = Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, 2);
    SocketAddrV6::new(ip, 443, 0, 3).into()
}

fn network(ip: impl Into<IpAddr>, cidr_mask: u8) -> Wgallowedip {
    let ip = ip.into();
    Wgallowedip {
        family: Some(if ip.is_ipv4() { 2 } else { 10 }),
        ipaddr: Some(ip),
        cidr_mask: Some(cidr_mask),
        flags: None,
    }
}

fn networks() -> Vec<Wgallowedip> {
    vec![
        network([10, 0, 0, 0], 8),
        network([0xfd00, 0, 0, 0, 0, 0, 0, 0], 64),
    ]
}

fn request() -> Wgdevice {
    let mut allowedips = networks();
    allowedips[1].flags = Some(WgallowedipFlags::REMOVE_ME);
    let set = Wgpeer {
        public_key: Some(key(0x40)),
        preshared_key: Some(key(0x60)),
        flags: Some(WgpeerFlags::REPLACE_ALLOWEDIPS | WgpeerFlags::UPDATE_ONLY),
        endpoint: Some(endpoint4()),
        persistent_keepalive_interval: Some(25),
        allowedips,
        protocol_version: Some(1),
        ..Wgpeer::default()
    };
    let remove = Wgpeer {
        public_key: Some(key(0x80)),
        flags: Some(WgpeerFlags::REMOVE_ME),
        endpoint: Some(endpoint6()),
        ..Wgpeer::default()
    };
    Wgdevice {
        ifname: Some("wg0".to_owned()),
        private_key: Some(key(0)),
        flags: Some(WgdeviceFlags::REPLACE_PEERS),
        listen_port: Some(51820),
        fwmark: Some(0xca6c),
        peers: vec![set, remove],
        ..Wgdevice::default()
    }
}

fn reply() -> Wgdevice {
    let peer = Wgpeer {
        public_key: Some(key(0x40)),
        preshared_key: Some(key(0x60)),
        endpoint: Some(endpoint4()),
        persistent_keepalive_interval: Some(25),
        last_handshake_time: Some(KernelTimespec {
            sec: 0x1_2345_6789,
            nsec: 999_999_999,
        }),
        rx_bytes: Some(0x1_0000_0005),
        tx_bytes: Some(7),
        allowedips: networks(),
        protocol_version: Some(1),
        flags: None,
    };
    let silent = Wgpeer {
        public_key: Some(key(0x80)),
        preshared_key: Some(key(0)),
        endpoint: Some(endpoint6()),
        persistent_keepalive_interval: Some(0),
        last_handshake_time: Some(KernelTimespec::default()),
        rx_bytes: Some(0),
        tx_bytes: Some(0),
        allowedips: Vec::new(),
        protocol_version: Some(1),
        flags: None,
    };
    Wgdevice {
        ifindex: Some(7),
        ifname: Some("wg0".to_owned()),
        private_key: Some(key(0)),
        public_key: Some(key(0x20)),
        flags: None,
        listen_port: Some(51820),
        fwmark: Some(0xca6c),
        peers: vec![peer, silent],
    }
}

#[test]
fn requests_agree_with_c() {
    let by_name = GetDevice {
        ifname: Some("wg0".to_owned()),
        ..GetDevice::default()
    };
    let by_index = GetDevice {
        ifindex: Some(7),
        ..GetDevice::default()
    };
    assert_eq!(by_name.to_bytes(), Ok(stored(C, "get-by-name")));
    assert_eq!(by_name.to_bytes(), Ok(stored(PYROUTE2, "get-by-name")));
    assert_eq!(by_index.to_bytes(), Ok(stored(C, "get-by-index")));
    assert_eq!(request().to_bytes(), Ok(stored(C, "set")));
    assert_eq!(
        decode::<Wgdevice>(&stored(C, "set")).as_ref(),
        Ok(&request())
    );
}

/// pyroute2 numbers the elements of arrays from 1 and writes scopes in network byte order. The test decodes its bytes.
#[test]
fn requests_of_pyroute2_are_read() {
    let mut expected = request();
    expected.peers[0].allowedips[1].flags = None;
    let ip = Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 2);
    expected.peers[1].endpoint = Some((ip, 443).into());
    let written = stored(PYROUTE2, "set");
    assert_eq!(decode::<Wgdevice>(&written).as_ref(), Ok(&expected));

    // Both write the same, except for the indices.
    let ours = expected.to_bytes().expect("a device");
    assert_eq!(ours.len(), written.len());
    let places = ours.iter().zip(&written).enumerate();
    let differing = places.filter(|(_, (ours, theirs))| ours != theirs);
    let differing: Vec<_> = differing
        .map(|(_, (ours, theirs))| (*ours, *theirs))
        .collect();
    assert_eq!(differing, [(0, 1), (0, 1), (0, 2), (0, 2)]);
}

#[test]
fn replies_are_read() {
    let bytes = stored(C, "reply");
    assert_eq!(decode::<Wgdevice>(&bytes).as_ref(), Ok(&reply()));
    let again = reply().to_bytes().expect("a device");
    assert_eq!(decode::<Wgdevice>(&again).as_ref(), Ok(&reply()));

    let goes_on = Wgdevice {
        ifname: Some("wg0".to_owned()),
        peers: vec![Wgpeer {
            public_key: Some(key(0x80)),
            allowedips: vec![network([0, 0, 0, 0], 0)],
            ..Wgpeer::default()
        }],
        ..Wgdevice::default()
    };
    let bytes = stored(C, "reply-goes-on");
    assert_eq!(decode::<Wgdevice>(&bytes).as_ref(), Ok(&goes_on));
}

#[test]
fn invalid_values_are_refused() {
    let ifname = Some("sixteen-letters-".to_owned());
    let request = GetDevice {
        ifname,
        ..GetDevice::default()
    };
    let error = request.to_bytes().expect_err("15 at most").to_string();
    assert!(error.contains("`ifname`"), "{error}");

    // A socket address, an IP address and a key with a wrong length, each in the first peer.
    let whole = stored(C, "reply");
    let broken = |from: &[u8], to: &[u8]| {
        let place = whole.windows(from.len()).position(|bytes| bytes == from);
        let place = place.expect("it is there");
        let mut bytes = whole.clone();
        bytes[place..place + to.len()].copy_from_slice(to);
        decode::<Wgdevice>(&bytes).expect_err("broken").to_string()
    };
    let error = broken(&[20, 0, 4, 0, 2, 0], &[19, 0]);
    assert!(error.contains("`peers[0].endpoint`"), "{error}");
    let error = broken(&[20, 0, 4, 0, 2, 0], &[20, 0, 4, 0, 10, 0]);
    assert!(error.contains("`peers[0].endpoint`"), "{error}");
    let error = broken(&[8, 0, 2, 0, 10, 0, 0, 0], &[7, 0]);
    assert!(error.contains("`peers[0].allowedips[0].ipaddr`"), "{error}");
    let error = broken(&[36, 0, 1, 0, 0x40], &[35, 0]);
    assert!(error.contains("`peers[0].public-key`"), "{error}");
}

#[test]
fn broken_bytes_never_panic() {
    for name in ["set", "reply", "reply-goes-on"] {
        never_panics::<Wgdevice>(&stored(C, name));
    }
}

#[test]
fn family_agrees_with_the_header() {
    // WG_GENL_NAME, WG_GENL_VERSION, WG_CMD_GET_DEVICE, WG_CMD_SET_DEVICE.
    let family = Wireguard::DESCRIPTION;
    assert_eq!((family.name, family.version), ("wireguard", 1));
    let commands = family.operations.iter();
    let commands: Vec<_> = commands
        .map(|operation| (operation.name, operation.command))
        .collect();
    assert_eq!(commands, [("get-device", 0), ("set-device", 1)]);
}
