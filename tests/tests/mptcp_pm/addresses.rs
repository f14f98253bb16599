//! Addresses: built, parsed from text, and decoded from replies.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use genl::mptcp_pm::{Address, AddressFamily, AddressFlags};

const V4: Ipv4Addr = Ipv4Addr::new(10, 0, 0, 2);
const V6: Ipv6Addr = Ipv6Addr::new(0xfd00, 0, 0, 0, 0, 0, 0, 2);

fn both(family: impl Into<Option<AddressFamily>>) -> Address {
    Address {
        family: family.into(),
        addr4: Some(V4),
        addr6: Some(V6),
        ..Address::default()
    }
}

#[test]
fn the_address_matches_the_family() {
    assert_eq!(both(AddressFamily::Inet).ip(), Some(IpAddr::V4(V4)));
    assert_eq!(both(AddressFamily::Inet6).ip(), Some(IpAddr::V6(V6)));
    // The address of the other family is not used either.
    let other = |family| Address {
        family: Some(family),
        ..Address::default()
    };
    let v4_alone = Address {
        addr4: Some(V4),
        ..other(AddressFamily::Inet6)
    };
    let v6_alone = Address {
        addr6: Some(V6),
        ..other(AddressFamily::Inet)
    };
    assert_eq!((v4_alone.ip(), v6_alone.ip()), (None, None));
    assert_eq!(both(AddressFamily::Other(1)).ip(), None);
    // `AF_UNSPEC`.
    assert_eq!(u16::from(AddressFamily::default()), 0);
}

#[test]
fn without_a_family_any_address_counts() {
    let v4 = Address {
        addr4: Some(V4),
        ..Address::default()
    };
    let v6 = Address {
        addr6: Some(V6),
        ..Address::default()
    };
    assert_eq!(v4.ip(), Some(IpAddr::V4(V4)));
    assert_eq!(v6.ip(), Some(IpAddr::V6(V6)));
    assert_eq!(Address::default().ip(), None);
}

#[test]
fn the_port_is_0_if_it_is_absent() {
    let addr = Address::from(V6);
    assert_eq!(addr.socket_addr(), Some(SocketAddr::from((V6, 0))));
    let addr = addr.port(7000);
    assert_eq!(addr.socket_addr(), Some(SocketAddr::from((V6, 7000))));
    assert_eq!(Address::with_id(7).socket_addr(), None);
}

/// Only some operations of the kernel take a port of 0 for no port.
#[test]
fn port_0_is_left_out() {
    let with = Address::from(SocketAddr::from((V4, 7000)));
    assert_eq!((with.port, with.ip()), (Some(7000), Some(IpAddr::V4(V4))));
    let without = Address::from(SocketAddr::from((V6, 0)));
    assert_eq!((without.port, without.ip()), (None, Some(IpAddr::V6(V6))));
}

#[test]
fn setters_take_an_option_too() {
    let addr = Address::from(V4).id(7).port(80).if_idx(3);
    let addr = addr.flags(AddressFlags::SIGNAL);
    assert_eq!(
        (addr.id, addr.port, addr.if_idx),
        (Some(7), Some(80), Some(3))
    );
    assert_eq!(addr.flags, Some(AddressFlags::SIGNAL));
    let id: Option<u8> = Some(8);
    assert_eq!(addr.clone().id(id).id, Some(8));
    assert_eq!(
        addr.id(None).port(None).if_idx(None).flags(None),
        Address::from(V4)
    );
}

#[test]
fn flag_setters_add_flags() {
    let addr = Address::from(V4).signal().subflow();
    assert_eq!(addr.flags.map(|flags| flags.bits()), Some(3));
    let addr = addr.backup().fullmesh();
    assert_eq!(addr.flags.map(|flags| flags.bits()), Some(15));
}

#[test]
fn text_with_and_without_a_port() {
    for (text, expected) in [
        ("10.0.0.2", Address::from(V4)),
        ("10.0.0.2:80", Address::from(V4).port(80)),
        ("10.0.0.2:0", Address::from(V4)),
        ("fd00::2", Address::from(V6)),
        ("[fd00::2]:80", Address::from(V6).port(80)),
        ("[fd00::2%3]:0", Address::from(V6).if_idx(3)),
    ] {
        assert_eq!(text.parse(), Ok(expected), "{text}");
    }
}

#[test]
fn errors_say_what_was_expected() {
    for text in [
        "",
        "localhost",
        "10.0.0.2:",
        "10.0.0.2:70000",
        "[fd00::2]",
        "10.0.0.2/24",
    ] {
        let error = text.parse::<Address>().unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "expected an IP address with or without a port, such as `10.0.0.2`, `10.0.0.2:80` or `[fd00::2]:80`, \
                 found `{text}`"
            )
        );
    }
}
