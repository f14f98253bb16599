//! `ethtool`, compared with `fixtures/ethtool.txt`, which a C program wrote: values that no device of a test machine has.

use genl::AttributeSet;
use genl_families::ethtool::{
    Bitset, BitsetBit, BitsetBits, Header, HwtstampProviderQualifier, HwtstampSource, Linkmodes,
    Linkstate, LinkstateGet, MacStatsSrc, PhcVclocks, Rings, Stat, Stats, StatsGet, StatsGrp,
    StatsGrpHist, TcpDataSplit, TsHwtstampProvider, TsStat, Tsinfo,
};

use crate::support::{decode, never_panics, stored};

const C: &str = include_str!("../fixtures/ethtool.txt");

fn header() -> Header {
    Header {
        dev_index: Some(2),
        dev_name: Some("eth0".to_owned()),
        ..Header::default()
    }
}

/// Bits 5 (on) and 6 (off) of 92 are in the mask.
fn verbose() -> Bitset {
    let bit = |index, name: &str, value| BitsetBit {
        index: Some(index),
        name: Some(name.to_owned()),
        value,
    };
    Bitset {
        size: Some(92),
        bits: Some(BitsetBits {
            bit: vec![bit(5, "1000baseT/Full", true), bit(6, "Autoneg", false)],
        }),
        ..Bitset::default()
    }
}

/// Without a mask: bits 1 and 33.
fn compact() -> Bitset {
    Bitset {
        nomask: true,
        size: Some(40),
        value: Some(vec![2, 0, 0, 0, 2, 0, 0, 0]),
        ..Bitset::default()
    }
}

/// Checks encoding and decoding.
macro_rules! assert_bytes {
    ($set:ident, $name:literal, $value:expr) => {
        let (bytes, value) = (stored(C, $name), $value);
        assert_eq!(decode::<$set>(&bytes).as_ref(), Ok(&value));
        assert_eq!(value.to_bytes(), Ok(bytes));
    };
}

#[test]
fn rings_with_every_attribute() {
    let rings = Rings {
        header: Some(header()),
        rx_max: Some(1002),
        rx_mini_max: Some(1003),
        rx_jumbo_max: Some(1004),
        tx_max: Some(1005),
        rx: Some(1006),
        rx_mini: Some(1007),
        rx_jumbo: Some(1008),
        tx: Some(1009),
        rx_buf_len: Some(1010),
        tcp_data_split: Some(TcpDataSplit::Enabled),
        cqe_size: Some(1012),
        tx_push: Some(1),
        rx_push: Some(0),
        tx_push_buf_len: Some(1015),
        tx_push_buf_len_max: Some(1016),
        hds_thresh: Some(1017),
        hds_thresh_max: Some(1018),
    };
    assert_bytes!(Rings, "rings", rings);
}

#[test]
fn link_with_every_attribute() {
    let linkmodes = Linkmodes {
        header: Some(header()),
        autoneg: Some(1),
        ours: Some(verbose()),
        peer: Some(compact()),
        speed: Some(1000),
        duplex: Some(1),
        master_slave_cfg: Some(2),
        master_slave_state: Some(3),
        lanes: Some(4),
        rate_matching: Some(1),
    };
    assert_bytes!(Linkmodes, "linkmodes", linkmodes);
    let linkstate = Linkstate {
        header: Some(header()),
        link: Some(false),
        sqi: Some(5),
        sqi_max: Some(7),
        ext_state: Some(4),
        ext_substate: Some(1),
        ext_down_cnt: Some(3),
    };
    assert_bytes!(Linkstate, "linkstate", linkstate);
}

#[test]
fn time_with_every_attribute() {
    let tsinfo = Tsinfo {
        header: Some(header()),
        timestamping: Some(compact()),
        tx_types: Some(verbose()),
        rx_filters: Some(compact()),
        phc_index: Some(3),
        // The greatest value that fits into 4 bytes, and the least that does not.
        stats: Some(TsStat {
            tx_pkts: Some(0xffff_ffff),
            tx_lost: Some(0x1_0000_0000),
            tx_err: Some(0),
            tx_onestep_pkts_unconfirmed: Some(u64::MAX),
        }),
        hwtstamp_provider: Some(TsHwtstampProvider {
            index: Some(3),
            qualifier: Some(HwtstampProviderQualifier::Approx),
        }),
        hwtstamp_source: Some(HwtstampSource::Phylib),
        hwtstamp_phyindex: Some(9),
    };
    assert_bytes!(Tsinfo, "tsinfo", tsinfo);
    let clocks = PhcVclocks {
        header: Some(header()),
        num: Some(3),
        index: vec![4, 5, -1],
    };
    assert_bytes!(PhcVclocks, "phc-vclocks", clocks);
}

#[test]
fn statistics_with_pads() {
    let bucket = |low, high, value| StatsGrpHist {
        hist_bkt_low: Some(low),
        hist_bkt_hi: Some(high),
        hist_val: Some(value),
    };
    let stat = |id, value| Stat { id, value };
    let mac = StatsGrp {
        id: Some(1),
        ss_id: Some(18),
        stat: vec![stat(0, 0x12_3456_789a), stat(3, 6)],
        ..StatsGrp::default()
    };
    let rmon = StatsGrp {
        id: Some(3),
        ss_id: Some(20),
        stat: vec![stat(0, 1)],
        hist_rx: vec![bucket(0, 64, 10), bucket(65, 127, 11)],
        hist_tx: vec![bucket(0, 64, 0x5_0000_0000)],
        ..StatsGrp::default()
    };
    let stats = Stats {
        header: Some(header()),
        groups: None,
        grp: vec![mac, rmon],
        src: Some(MacStatsSrc::Aggregate),
    };
    let bytes = stored(C, "stats");
    assert_eq!(decode::<Stats>(&bytes).as_ref(), Ok(&stats));
    // The kernel's pads are not written, and its `src` comes first.
    let again = stats.to_bytes().expect("statistics");
    assert!(again.len() < bytes.len());
    assert_eq!(decode::<Stats>(&again).as_ref(), Ok(&stats));

    let request = StatsGet {
        header: header(),
        groups: Some(compact()),
        src: None,
    };
    assert_bytes!(StatsGet, "stats-request", request);
}

#[test]
fn invalid_values_are_refused() {
    #[track_caller]
    fn check<S: AttributeSet>(set: &S, said: &str) {
        let error = set.to_bytes().expect_err(said).to_string();
        assert!(error.contains(said), "{error}");
    }
    let named = |length| LinkstateGet {
        header: Header {
            dev_name: Some("x".repeat(length)),
            ..Header::default()
        },
    };
    let said = "attribute `header.dev-name` has 128 bytes, expected at most 127";
    check(&named(128), said);
    assert!(named(127).to_bytes().is_ok(), "without the NUL");
    let lanes = Linkmodes {
        lanes: Some(9),
        ..Linkmodes::default()
    };
    check(&lanes, "attribute `lanes` is 9, expected 1 to 8");
    let rings = Rings {
        rx_buf_len: Some(0),
        ..Rings::default()
    };
    let said = "attribute `rx-buf-len` is 0, expected at least 1";
    check(&rings, said);
    let rings = Rings {
        tx_push: Some(2),
        ..Rings::default()
    };
    check(&rings, "attribute `tx-push` is 2, expected at most 1");
}

#[test]
fn broken_bytes_never_panic() {
    never_panics::<Rings>(&stored(C, "rings"));
    never_panics::<Linkmodes>(&stored(C, "linkmodes"));
    never_panics::<Linkstate>(&stored(C, "linkstate"));
    never_panics::<Tsinfo>(&stored(C, "tsinfo"));
    never_panics::<PhcVclocks>(&stored(C, "phc-vclocks"));
    never_panics::<Stats>(&stored(C, "stats"));
}
