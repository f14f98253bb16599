//! Packet traps, whose statistics and metadata are numbered from 0.

use genl::AttributeSet;
use genl_families::devlink::{
    DlAttrStats, DlTrapMetadata, Trap, TrapAction, TrapId, TrapSet, TrapType,
};

use super::{BINDINGS, C, both_ways, bus, device, is_read};
use crate::support::{decode, never_panics, stored};

const NAME: &str = "source_mac_is_multicast";

pub(super) fn request() -> TrapId {
    TrapId {
        bus_name: Some(bus()),
        dev_name: Some(device()),
        index: None,
        trap_name: NAME.to_owned(),
    }
}

pub(super) fn trap() -> Trap {
    Trap {
        bus_name: Some(bus()),
        dev_name: Some(device()),
        index: Some(7),
        trap_group_name: Some("l2_drops".to_owned()),
        trap_name: NAME.to_owned(),
        trap_type: Some(TrapType::Drop),
        trap_generic: true,
        trap_action: Some(TrapAction::Trap),
        trap_metadata: Some(DlTrapMetadata {
            trap_metadata_type_in_port: true,
            trap_metadata_type_fa_cookie: true,
        }),
        stats: Some(DlAttrStats {
            stats_rx_packets: Some(0x1_0000_0001),
            stats_rx_bytes: Some(64),
            stats_rx_dropped: Some(3),
        }),
    }
}

#[test]
fn traps() {
    both_ways(C, "trap-request", &request());
    let set = TrapSet {
        bus_name: Some(bus()),
        dev_name: Some(device()),
        index: None,
        trap_name: NAME.to_owned(),
        trap_action: Some(TrapAction::Mirror),
    };
    both_ways(C, "trap-set", &set);
    both_ways(C, "trap", &trap());
    both_ways(BINDINGS, "trap", &trap());
    is_read("trap-kernel", &trap());
}

#[test]
fn number_0_is_an_attribute_and_61_is_not() {
    let metadata = |trap_metadata_type_in_port, trap_metadata_type_fa_cookie| DlTrapMetadata {
        trap_metadata_type_in_port,
        trap_metadata_type_fa_cookie,
    };
    assert_eq!(metadata(true, false).to_bytes(), Ok(vec![4, 0, 0, 0]));
    assert_eq!(metadata(false, true).to_bytes(), Ok(vec![4, 0, 1, 0]));
    assert_eq!(metadata(false, false).to_bytes(), Ok(Vec::new()));
    let read = decode::<DlTrapMetadata>(&[4, 0, 0, 0]);
    assert_eq!(read, Ok(metadata(true, false)));

    let bytes = [4, 0, 61, 0, 12, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0];
    let packets = DlAttrStats {
        stats_rx_packets: Some(5),
        ..DlAttrStats::default()
    };
    assert_eq!(decode::<DlAttrStats>(&bytes).as_ref(), Ok(&packets));
    assert_eq!(packets.to_bytes().as_deref(), Ok(&bytes[4..]));
}

#[test]
fn zero_statistics_differ_from_absent_ones() {
    let empty = Trap {
        trap_metadata: Some(DlTrapMetadata::default()),
        stats: None,
        ..trap()
    };
    let bytes = empty.to_bytes().expect("a trap");
    assert!(bytes.ends_with(&[4, 0, 134, 0x80]));
    assert_eq!(decode::<Trap>(&bytes), Ok(empty));
}

#[test]
fn broken_bytes_never_panic() {
    never_panics::<Trap>(&stored(C, "trap"));
    never_panics::<Trap>(&stored(C, "trap-kernel"));
    never_panics::<TrapSet>(&stored(C, "trap-set"));
}
