//! Subsets, and the subsets in them.

use genl::description::AttributeSet as Description;
use genl::{AttributeSet, Indexed, Keyed};

use super::common::hex;
use super::{both_ways, refuses};

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Address<'a> {
    #[attr(1)]
    family: Option<u16>,
    #[attr(2)]
    id: Option<u8>,
    #[attr(3)]
    name: Option<&'a str>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Attr<'a> {
    #[attr(1, nest)]
    addr: Option<Address<'a>>,
    #[attr(2, multi, nest)]
    peers: Vec<Address<'a>>,
    #[attr(3, indexed, nest)]
    table: Vec<Indexed<Address<'a>>>,
    #[attr(4, keyed(port: u16), nest)]
    ports: Vec<Keyed<u16, Address<'a>>>,
}

/// An address of this host.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Address<'_>)]
struct LocalAddress {
    family: u16,
    id: u8,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Address<'a>)]
struct Named<'a> {
    name: &'a str,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Attr<'a>)]
struct Announce<'a> {
    addr: LocalAddress,
    peers: Vec<LocalAddress>,
    table: Vec<Indexed<Named<'a>>>,
    ports: Vec<Keyed<u16, LocalAddress>>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Attr<'_>)]
struct Remove {
    addr: Option<LocalAddress>,
}

const LOCAL: LocalAddress = LocalAddress { family: 2, id: 7 };

#[test]
fn a_nested_set_may_be_narrowed() {
    let local = "0600 0100 0200 0000  0500 0200 07 000000";
    let value = Announce {
        addr: LOCAL,
        peers: vec![LOCAL],
        table: vec![Indexed {
            index: 4,
            value: Named { name: "a" },
        }],
        ports: vec![Keyed {
            key: 80,
            value: LOCAL,
        }],
    };
    let table = "1000 0380  0c00 0480  0600 0300 6100 0000";
    let ports = format!("1800 0480  1400 5080 {local}");
    let bytes = format!("1400 0180 {local}  1400 0280 {local}  {table}  {ports}");
    both_ways(&value, &hex(&bytes));
    both_ways(&Remove { addr: None }, &[]);
    both_ways(
        &Remove { addr: Some(LOCAL) },
        &hex(&format!("1400 0180 {local}")),
    );
}

#[test]
fn what_the_narrower_set_requires_must_be_there() {
    refuses::<Announce<'static>>(
        "0c00 0180 0600 0100 0200 0000",
        "missing attribute `addr.id` (at byte 20)",
    );
}

#[test]
fn the_narrower_set_is_described() {
    let nested = |set: Description| {
        let first = set.attributes.first();
        first.and_then(|addr| addr.kind.nested())
    };
    let local = nested(Announce::DESCRIPTION).expect("it is a nest");
    assert_eq!(
        (local.name, local.subset_of),
        ("local-address", Some("address"))
    );
    assert_eq!(local.attributes.len(), 2);
    assert_eq!(
        nested(Attr::DESCRIPTION).map(|set| set.name),
        Some("address")
    );
}
