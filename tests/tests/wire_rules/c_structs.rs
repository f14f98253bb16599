//! Enumerations, flags and lists in C structs.

use genl::c::{Enum, Flags, WithList};
use genl::description::{self, Integer, Kind};
use genl::{AttributeSet, CStruct, Enumeration};
use zerocopy::byteorder::network_endian;
use zerocopy::{FromBytes, Immutable, IntoBytes};

use super::hex;
use super::{both_ways, refuses};

#[derive(Clone, Copy, Debug, Default, PartialEq, Enumeration)]
#[repr(u16)]
enum Protocol {
    #[default]
    Ipv4 = 0x0800,
    Ipv6 = 0x86dd,
    #[unknown]
    Other(u16),
}

bitflags::bitflags! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    struct Bits: u32 {
        const ONE = 1;
    }
}

/// A type of `bitflags!` that is a member by itself: the struct is the author's own, so that `zerocopy` can derive for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, FromBytes, IntoBytes, Immutable)]
#[repr(transparent)]
struct Own(u32);

impl genl::c::Member for Own {
    const KIND: Kind = Kind::Flags(
        Integer::of_bytes(4, false),
        description::Flags::of::<Self>(),
    );
}

bitflags::bitflags! {
    impl Own: u32 {
        const TWO = 2;
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
struct Filter {
    host: Enum<Protocol>,
    network: Enum<Protocol, network_endian::U16>,
    bits: Flags<Bits>,
    network_bits: Flags<Bits, network_endian::U32>,
    own: Own,
}

#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
struct Filters {
    #[attr(1, c_struct)]
    one: Option<Filter>,
    #[attr(2, array, c_struct, omit_empty)]
    packed: Vec<Enum<Protocol>>,
    #[attr(3, flags)]
    own: Option<Own>,
}

#[test]
fn rule_17_enumerations_and_flags_are_members() {
    let filter = Filter {
        host: Protocol::Ipv4.into(),
        network: Protocol::Ipv6.into(),
        bits: Bits::ONE.into(),
        network_bits: Bits::ONE.into(),
        own: Own::TWO,
    };
    let value = Filters {
        one: Some(filter),
        packed: vec![Protocol::Other(7).into()],
        own: Some(Own::TWO),
    };
    let bytes = "1400 0100  0008 86 dd 01000000 00 00 00 01 02000000
        0600 0200 0700 0000  0800 0300 02000000";
    both_ways(&value, &hex(bytes));
    assert_eq!(filter.network.get(), Protocol::Ipv6);
    assert_eq!(
        format!("{:?}", filter.network),
        format!("{:?}", Protocol::Ipv6)
    );
    assert_eq!(Filter::default().host.get(), Protocol::Ipv4);
}

#[test]
fn rule_17_members_keep_values_without_a_name() {
    let bytes = hex("1400 0100  ffff 12 34 00000080 00 00 00 80 00000000");
    let Ok(Filters { one: Some(one), .. }) = super::decode::<Filters>(&bytes) else {
        panic!("a filter");
    };
    assert_eq!(one.host.get(), Protocol::Other(0xffff));
    assert_eq!(one.network.get(), Protocol::Other(0x1234));
    assert_eq!(one.bits.get().bits(), 0x8000_0000);
    assert_eq!(one.network_bits.get().bits(), 0x80);
}

/// `struct net_dm_drop_point` of `linux/net_dropmon.h`.
#[derive(Clone, Copy, Debug, PartialEq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
struct DropPoint {
    pc: [u8; 8],
    count: u32,
}

/// `NET_DM_CMD_ALERT`: `struct net_dm_alert_msg`, a count and so many points.
#[derive(Clone, Debug, PartialEq, AttributeSet)]
struct Alert {
    #[attr(0, c_struct)]
    alert: WithList<u32, DropPoint>,
    #[attr(1, multi, c_struct)]
    more: Vec<WithList<u8, u16>>,
}

#[test]
fn rule_17_a_list_follows_a_struct() {
    let point = |first, count| DropPoint {
        pc: [first, 0x10, 0, 0x81, 0xff, 0xff, 0xff, 0xff],
        count,
    };
    let alert = |list: Vec<_>| Alert {
        alert: WithList {
            head: u32::try_from(list.len()).expect("a few"),
            list,
        },
        more: Vec::new(),
    };
    let bytes = "2000 0000 02000000  40 10 0081ffffffff 03000000  80 10 0081ffffffff 01000000";
    both_ways(&alert(vec![point(0x40, 3), point(0x80, 1)]), &hex(bytes));
    both_ways(&alert(Vec::new()), &hex("0800 0000 00000000"));
    refuses::<Alert>(
        "0600 0000 0000 0000",
        "attribute `alert` has 2 bytes, expected 4 plus a multiple of 12 (at byte 20)",
    );
    refuses::<Alert>(
        "0c00 0000 01000000 01020304",
        "attribute `alert` has 8 bytes, expected 4 plus a multiple of 12 (at byte 20)",
    );
    refuses::<Alert>(
        "0800 0000 00000000  0700 0100 00000000  0600 0100 0000 0000",
        "attribute `more[1]` has 2 bytes, expected 1 plus a multiple of 2 (at byte 36)",
    );
    let [alert, _] = Alert::DESCRIPTION.attributes else {
        panic!("two attributes");
    };
    assert!(matches!(
        alert.kind,
        Kind::StructWithList {
            head: Kind::Integer(_),
            element: Kind::Struct(point)
        } if point.size == 12 && point.members[1].name == "count"
    ));
}

#[test]
fn rule_13_a_list_after_a_struct_fits_into_an_attribute() {
    let value = Alert {
        alert: WithList {
            head: 0,
            list: vec![
                DropPoint {
                    pc: [0; 8],
                    count: 0
                };
                5461
            ],
        },
        more: Vec::new(),
    };
    super::unwritable(
        &value,
        "attribute `alert` has 65540 bytes, more than its length field can hold",
    );
}
