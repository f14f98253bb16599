//! `ethtool`, compared with `fixtures/ethtool-tool.txt`: the messages of the command `ethtool` and of the kernel.

use genl::{AttributeSet, Attributes};
use genl_families::ethtool::{
    Bitset, BitsetBit, BitsetBits, Channels, ChannelsGet, Features, FeaturesGet, Header,
    HeaderFlags, Linkinfo, LinkinfoGet, Linkmodes, LinkmodesGet, Linkstate, LinkstateGet, Rings,
    Stats, StatsGet, Strset, StrsetReply, Tsinfo, TsinfoGet,
};

use crate::support::{decode, never_panics, stored};

const TOOL: &str = include_str!("../fixtures/ethtool-tool.txt");

/// Sorts the attributes by number. The kernel uses another order, which has no meaning.
fn sorted(bytes: &[u8]) -> Vec<(u16, bool, &[u8])> {
    let attributes = Attributes::new(bytes, 20).map(|attribute| {
        let attribute = attribute.expect("an attribute");
        (
            attribute.number(),
            attribute.is_nested(),
            attribute.payload(),
        )
    });
    let mut attributes: Vec<_> = attributes.collect();
    attributes.sort_by_key(|(number, ..)| *number);
    attributes
}

/// A message that is decoded and encoded again has the same attributes. A request has the same bytes, because the command uses
/// the order of genl.
fn round_trip<S>(name: &str, bytes: &[u8])
where
    S: AttributeSet + for<'a> AttributeSet<View<'a> = S>,
{
    let value = decode::<S>(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    let again = value
        .to_bytes()
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(sorted(&again), sorted(bytes), "{name}");
    assert!(name.contains(":rx:") || again == bytes, "{name}");
    never_panics::<S>(bytes);
}

#[test]
fn decoded_messages_are_encoded_the_same() {
    let names = TOOL.lines().filter(|line| !line.starts_with('#'));
    let mut kinds = 0;
    for line in names {
        let (name, _) = line.split_once(' ').expect("a name");
        let bytes = stored(line, name);
        let (_, kind) = name.split_once(':').expect("a direction");
        match kind {
            "tx:1" => round_trip::<Strset>(name, &bytes),
            "tx:2" => round_trip::<LinkinfoGet>(name, &bytes),
            "tx:3" | "rx:2" => round_trip::<Linkinfo>(name, &bytes),
            "tx:4" => round_trip::<LinkmodesGet>(name, &bytes),
            "tx:6" => round_trip::<LinkstateGet>(name, &bytes),
            "tx:11" => round_trip::<FeaturesGet>(name, &bytes),
            "tx:12" | "rx:11" | "rx:12" => round_trip::<Features>(name, &bytes),
            "tx:16" => round_trip::<Rings>(name, &bytes),
            "tx:17" => round_trip::<ChannelsGet>(name, &bytes),
            "tx:18" | "rx:18" => round_trip::<Channels>(name, &bytes),
            "tx:25" => round_trip::<TsinfoGet>(name, &bytes),
            "tx:32" => round_trip::<StatsGet>(name, &bytes),
            "rx:1" => round_trip::<StrsetReply>(name, &bytes),
            "rx:4" => round_trip::<Linkmodes>(name, &bytes),
            "rx:6" => round_trip::<Linkstate>(name, &bytes),
            "rx:26" => round_trip::<Tsinfo>(name, &bytes),
            "rx:33" => round_trip::<Stats>(name, &bytes),
            // Debug and wake-on-LAN, which are not described.
            "tx:7" | "tx:9" => continue,
            other => panic!("{other}"),
        }
        kinds += 1;
    }
    assert!(kinds > 25, "{kinds}");
}

fn header() -> Header {
    Header {
        dev_name: Some("eth-a".to_owned()),
        ..Header::default()
    }
}

fn by_name(name: &str) -> BitsetBit {
    BitsetBit {
        name: Some(name.to_owned()),
        ..BitsetBit::default()
    }
}

#[test]
fn the_command_and_genl_write_the_same() {
    let channels = Channels {
        header: Some(header()),
        rx_count: Some(2),
        tx_count: Some(1),
        ..Channels::default()
    };
    assert_eq!(channels.to_bytes(), Ok(stored(TOOL, "channels-set:tx:18")));
    let rings = Rings {
        header: Some(header()),
        rx: Some(64),
        tx: Some(32),
        ..Rings::default()
    };
    assert_eq!(rings.to_bytes(), Ok(stored(TOOL, "rings-set:tx:16")));
    let features = Features {
        header: Some(Header {
            flags: Some(HeaderFlags::COMPACT_BITSETS),
            ..header()
        }),
        wanted: Some(Bitset {
            bits: Some(BitsetBits {
                bit: vec![by_name("tx-checksum-ip-generic")],
            }),
            ..Bitset::default()
        }),
        ..Features::default()
    };
    assert_eq!(features.to_bytes(), Ok(stored(TOOL, "features-set:tx:12")));
    let stats = StatsGet {
        header: header(),
        groups: Some(Bitset {
            nomask: true,
            bits: Some(BitsetBits {
                bit: vec![by_name("eth-mac"), by_name("rmon")],
            }),
            ..Bitset::default()
        }),
        src: None,
    };
    assert_eq!(stats.to_bytes(), Ok(stored(TOOL, "stats:tx:32")));
    let linkinfo = Linkinfo {
        header: Some(header()),
        tp_mdix_ctrl: Some(1),
        ..Linkinfo::default()
    };
    assert_eq!(linkinfo.to_bytes(), Ok(stored(TOOL, "link-set:tx:3")));
}
