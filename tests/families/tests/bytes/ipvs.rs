//! `IPVS`, compared with `fixtures/ipvs.txt`, which a C program wrote: the form of an address depends on another attribute.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use genl::{AttributeSet, Bitfield32, Client, Scripted};
use genl_families::ipvs::{
    AF_INET, AF_INET6, Dest, Ipvs, IpvsCmd, Netmask, OfService, Service, ServiceFlags, ServiceKey,
};

use crate::support::{decode, never_panics, stored};

const C: &str = include_str!("../fixtures/ipvs.txt");
const V4: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));
const V6: IpAddr = IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1));

fn service(af: u16, addr: IpAddr, netmask: Netmask) -> IpvsCmd {
    let service = Service {
        af,
        protocol: Some(6),
        addr: Some(addr),
        port: Some(80),
        sched_name: Some("rr".to_owned()),
        flags: Some(Bitfield32 {
            value: ServiceFlags::PERSISTENT,
            selector: ServiceFlags::from_bits_retain(!0),
        }),
        timeout: Some(300),
        netmask: Some(netmask),
        ..Service::default()
    };
    IpvsCmd {
        service: Some(service),
        dest: None,
    }
}

fn dest(addr: impl Into<IpAddr>, addr_family: u16) -> IpvsCmd {
    let dest = Dest {
        addr: addr.into(),
        port: 8080,
        fwd_method: Some(2),
        weight: Some(1),
        u_thresh: Some(0),
        l_thresh: Some(0),
        active_conns: Some(3),
        inact_conns: Some(4),
        persist_conns: Some(1),
        addr_family: Some(addr_family),
    };
    IpvsCmd {
        service: None,
        dest: Some(dest),
    }
}

fn replies() -> [(&'static str, IpvsCmd); 5] {
    let marked = Service {
        af: AF_INET6,
        fwmark: Some(7),
        sched_name: Some("wlc".to_owned()),
        ..Service::default()
    };
    [
        (
            "service-v4",
            service(AF_INET, V4, Netmask::V4(Ipv4Addr::new(255, 255, 255, 0))),
        ),
        ("service-v6", service(AF_INET6, V6, Netmask::V6(64))),
        (
            "service-fwmark",
            IpvsCmd {
                service: Some(marked),
                dest: None,
            },
        ),
        ("dest-v4", dest([198, 51, 100, 7], AF_INET)),
        ("dest-v6", dest([0x2001, 0xdb8, 0, 0, 0, 0, 0, 7], AF_INET6)),
    ]
}

fn of_service(af: u16, addr: IpAddr) -> OfService {
    let service = ServiceKey {
        af,
        protocol: 6,
        addr,
        port: 80,
    };
    OfService { service }
}

#[test]
fn messages_of_the_kernel_are_decoded() {
    for (name, expected) in replies() {
        let bytes = stored(C, name);
        assert_eq!(decode::<IpvsCmd>(&bytes), Ok(expected), "{name}");
        never_panics::<IpvsCmd>(&bytes);
    }
}

/// Without `NLA_F_NESTED`, which the kernel does not set.
#[test]
fn encoded_messages_agree_with_c() {
    for (name, set) in replies() {
        let mut bytes = set.to_bytes().expect("it can be written");
        bytes[3] &= 0x7f;
        assert_eq!(bytes, stored(C, name), "{name}");
    }
}

#[test]
fn subsets_name_their_own_sibling() {
    for (name, request) in [
        ("get-v4", of_service(AF_INET, V4)),
        ("get-v6", of_service(AF_INET6, V6)),
    ] {
        let bytes = stored(C, name);
        assert_eq!(request.to_bytes().as_deref(), Ok(&*bytes), "{name}");
        assert_eq!(decode::<OfService>(&bytes), Ok(request), "{name}");
        never_panics::<OfService>(&bytes);
    }
}

/// The last of several attributes is used. This is also true for the sibling.
#[test]
fn the_last_family_is_used() {
    let bytes = stored(C, "service-with-two-afs");
    let read = decode::<IpvsCmd>(&bytes).expect("it can be read");
    let service = read.service.expect("there is a service");
    assert_eq!((service.af, service.addr), (AF_INET, Some(V4)));
}

#[test]
fn errors_name_the_attribute_at_fault() {
    for (name, text) in [
        (
            "service-without-af",
            "missing attribute `service.af` (at byte 20)",
        ),
        (
            "service-of-af-unix",
            "attribute `service.addr` is of an unknown address family (at byte 32)",
        ),
        (
            "service-with-wide-af",
            "attribute `service.af` has 4 bytes, expected 2 (at byte 24)",
        ),
        (
            "dest-without-family",
            "attribute `dest.addr` comes without its address family (at byte 24)",
        ),
    ] {
        let bytes = stored(C, name);
        let error = decode::<IpvsCmd>(&bytes).expect_err(name);
        assert_eq!(error.to_string(), text, "{name}");
    }
}

#[test]
fn a_family_and_an_address_that_disagree_are_not_written() {
    let mut set = service(AF_INET6, V4, Netmask::V6(64));
    let refused = |set: &IpvsCmd| set.to_bytes().unwrap_err().to_string();
    assert_eq!(
        refused(&set),
        "attribute `service.addr` is not of the address family beside it"
    );
    set = service(AF_INET, V4, Netmask::V6(64));
    assert_eq!(
        refused(&set),
        "attribute `service.netmask` is not of the address family beside it"
    );
    let error = of_service(AF_INET, V6).to_bytes().unwrap_err();
    assert_eq!(
        error.to_string(),
        "attribute `service.addr` is not of the address family beside it"
    );
}

/// Returns a reply with id 30 and the attributes that C wrote.
fn reply(command: u8, name: &str) -> Vec<u8> {
    let attributes = stored(C, name);
    let length = u32::try_from(20 + attributes.len()).expect("a short message");
    let mut bytes = length.to_ne_bytes().to_vec();
    bytes.extend([30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, command, 1, 0, 0]);
    bytes.extend(attributes);
    bytes
}

#[test]
fn a_client_asks_by_address() {
    let mut peer = Scripted::new();
    peer.family(Ipvs::DESCRIPTION, 30).expect("a family");
    let request = of_service(AF_INET6, V6);
    let expected = peer.expect(&Ipvs::GET_SERVICE, &request);
    expected
        .expect("a request")
        .datagram(reply(1, "service-v6"));
    let mut ipvs = Ipvs::new(Client::over(peer).expect("a peer"));
    let found = ipvs.get_service(&request).expect("a reply");
    let expected = service(AF_INET6, V6, Netmask::V6(64));
    assert_eq!(found, expected);
    let error = ipvs.get_service(&of_service(AF_INET, V6)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "IPVS get-service: attribute `service.addr` is not of the address family beside it"
    );
}
