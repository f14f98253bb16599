//! The ids of addresses on one connection.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use genl::mptcp_pm::{Address, AddressIds, Connection, Subflow};

fn ip(last: u8) -> IpAddr {
    IpAddr::from([10, 0, 0, last])
}

#[test]
fn the_same_address_has_the_same_id() {
    let mut ids = AddressIds::new();
    assert_eq!((ids.assign(ip(1)), ids.assign(ip(2))), (Some(1), Some(2)));
    assert_eq!((ids.assign(ip(1)), ids.get(ip(2))), (Some(1), Some(2)));
    assert_eq!(ids.get(ip(3)), None);
    // In every form. With a port, it is another address.
    let mapped = Ipv4Addr::new(10, 0, 0, 2).to_ipv6_mapped();
    assert_eq!(ids.assign(mapped), Some(2));
    assert_eq!(ids.assign(SocketAddr::from((ip(2), 80))), Some(3));
    assert_eq!(ids.assign(SocketAddr::from((ip(2), 0))), Some(2));
    assert_eq!(ids.assign(Address::with_id(9)), None, "no IP address");
}

#[test]
fn there_are_255_and_removed_ones_come_last() {
    let mut ids = AddressIds::new();
    assert_eq!(ids.assign(ip(1)), Some(1));
    assert_eq!(ids.assign(ip(2)), Some(2));
    assert_eq!((ids.remove(ip(2)), ids.remove(ip(1))), (Some(2), Some(1)));
    assert_eq!(ids.remove(ip(1)), None);
    for id in 3..=u8::MAX {
        assert_eq!(ids.assign(ip(id)), Some(id));
    }
    // The id that was removed first is assigned first.
    assert_eq!((ids.assign(ip(1)), ids.assign(ip(2))), (Some(2), Some(1)));
    assert_eq!(ids.assign(ip(0)), None);
    assert_eq!(ids.assign(ip(77)), Some(77), "it has one already");
    assert_eq!(ids.remove(ip(77)), Some(77));
    assert_eq!(ids.assign(ip(0)), Some(77));
}

#[test]
fn inserted_ids_replace_others() {
    let mut ids = AddressIds::new();
    ids.insert(ip(1), 2);
    assert_eq!(ids.get(ip(1)), Some(2));
    assert_eq!((ids.assign(ip(2)), ids.assign(ip(3))), (Some(1), Some(3)));
    // A new id for an address frees the old one. A new address for an id removes the old one.
    ids.insert(ip(1), 4);
    ids.insert(ip(2), 3);
    assert_eq!(
        (ids.get(ip(1)), ids.get(ip(2)), ids.get(ip(3))),
        (Some(4), Some(3), None)
    );
    for id in 5..=u8::MAX {
        assert_eq!(ids.assign(ip(id)), Some(id));
    }
    assert_eq!((ids.assign(ip(3)), ids.assign(ip(4))), (Some(2), Some(1)));
    assert_eq!(ids.assign(ip(0)), None);
}

#[test]
fn ids_are_equal_whatever_their_order() {
    let of = |order: [u8; 3]| {
        let mut ids = AddressIds::new();
        for id in order {
            ids.insert(ip(id), id);
        }
        ids
    };
    for order in [[1, 3, 2], [2, 1, 3], [3, 2, 1]] {
        assert_eq!(of(order), of([1, 2, 3]), "{order:?}");
    }
}

/// 0 is the id of the first address. No other address ever gets it.
#[test]
fn ids_of_a_connection_are_assigned() {
    let end = |last, port| SocketAddr::from((ip(last), port));
    let connection = Connection {
        local: Some(end(1, 4000)),
        subflows: vec![Subflow {
            local: end(2, 4001),
            remote: end(9, 80),
            loc_id: 1,
            rem_id: 0,
            backup: false,
        }],
        ..Connection::default()
    };
    let mut ids = AddressIds::of(&connection);
    assert_eq!((ids.get(ip(1)), ids.get(ip(2))), (Some(0), Some(1)));
    assert_eq!((ids.assign(ip(3)), ids.remove(ip(1))), (Some(2), Some(0)));
    for id in 3..=u8::MAX {
        assert_eq!(ids.assign(SocketAddr::from((ip(3), id.into()))), Some(id));
    }
    assert_eq!(ids.assign(ip(1)), None);
}
