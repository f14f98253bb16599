//! The values of each device, compared with `/sys` and with the known values of the kernel's drivers.

use genl_families::ethtool::{
    BitsetBit, BitsetBits, ChannelsGet, Ethtool, Linkinfo, LinkinfoGet, Linkmodes, LinkmodesGet,
    LinkstateGet, MacStatsSrc, PhcVclocks, PhcVclocksGet, RingsGet, StatsGet, Stringset,
    Stringsets, Strset, TsStat, TsinfoGet,
};
use genl_tests::live::eventually;
use genl_tests::sysfs;

use super::{
    Bitset, DEV, Header, HeaderFlags, Outcome, PEER, bits, compact, indices, ip, name, named, veth,
};

const EOPNOTSUPP: Option<i32> = Some(libc::EOPNOTSUPP);

fn number<T: std::str::FromStr>(path: &str) -> Option<T> {
    let path = format!("class/net/{path}");
    sysfs::read(&path).ok().and_then(|text| text.parse().ok())
}

pub(crate) fn link_agrees_with_sysfs() -> Outcome {
    veth()?;
    let mut ethtool = Ethtool::connect()?;
    for device in [DEV, PEER, "lo"] {
        let state = ethtool.linkstate_get(&LinkstateGet {
            header: named(device),
        })?;
        assert_eq!(name(state.header.as_ref()), device);
        let header = state.header.expect("a header");
        assert_eq!(header.dev_index, number(&format!("{device}/ifindex")));
        assert_eq!(number(&format!("{device}/carrier")), Some(1), "{device}");
        assert_eq!(state.link, Some(true), "{device}");
    }

    let header = named(DEV);
    let modes = ethtool.linkmodes_get(&LinkmodesGet { header })?;
    assert_eq!(modes.speed, number(&format!("{DEV}/speed")));
    assert_eq!(modes.duplex, Some(1));
    assert_eq!(sysfs::read("class/net/eth-a/duplex")?, "full");

    let channels = ethtool.channels_get(&ChannelsGet { header: named(DEV) })?;
    let queues = sysfs::read("class/net/eth-a/queues")?;
    let count = |kind| queues.lines().filter(|name| name.starts_with(kind)).count();
    let counted = [count("rx-"), count("tx-")].map(|count| u32::try_from(count).ok());
    assert_eq!([channels.rx_count, channels.tx_count], counted);
    assert_eq!(counted, [Some(4); 2]);
    assert_eq!([channels.rx_max, channels.tx_max], counted);
    assert_eq!((channels.other_count, channels.combined_max), (None, None));

    ip::run(&["link", "set", PEER, "down"])?;
    eventually("the link is down", || {
        let header = named(DEV);
        let state = ethtool.linkstate_get(&LinkstateGet { header });
        state.is_ok_and(|state| state.link == Some(false))
    });
    assert_eq!(number(&format!("{DEV}/carrier")), Some(0));
    Ok(())
}

pub(crate) fn link_settings_agree_with_the_driver() -> Outcome {
    veth()?;
    let mut ethtool = Ethtool::connect()?;
    let info = ethtool.linkinfo_get(&LinkinfoGet { header: named(DEV) })?;
    let expected = Linkinfo {
        header: info.header.clone(),
        port: Some(0),
        phyaddr: Some(0),
        tp_mdix: Some(0),
        tp_mdix_ctrl: Some(0),
        transceiver: Some(0),
    };
    assert_eq!(info, expected);

    let modes = ethtool.linkmodes_get(&LinkmodesGet { header: named(DEV) })?;
    let ours = modes.ours.clone().expect("what the end advertises");
    // There is no mode: an empty list, which differs from an absent list.
    assert_eq!(ours.bits, Some(BitsetBits::default()));
    assert!(!ours.nomask && ours.size > Some(90), "{ours:?}");
    let expected = Linkmodes {
        header: modes.header.clone(),
        autoneg: Some(0),
        ours: Some(ours),
        speed: Some(10_000),
        duplex: Some(1),
        rate_matching: Some(0),
        ..Linkmodes::default()
    };
    assert_eq!(modes, expected);

    // Loopback has no link settings, and neither device has rings.
    let refused = ethtool.linkinfo_get(&LinkinfoGet {
        header: named("lo"),
    });
    assert_eq!(refused.expect_err("none").raw_os_error(), EOPNOTSUPP);
    let refused = ethtool.linkmodes_get(&LinkmodesGet {
        header: named("lo"),
    });
    assert_eq!(refused.expect_err("none").raw_os_error(), EOPNOTSUPP);
    for device in ["lo", DEV] {
        let header = named(device);
        let refused = ethtool.rings_get(&RingsGet { header });
        assert_eq!(refused.expect_err("none").raw_os_error(), EOPNOTSUPP);
    }
    Ok(())
}

pub(crate) fn timestamping_in_software() -> Outcome {
    veth()?;
    let mut ethtool = Ethtool::connect()?;
    for device in [DEV, "lo"] {
        let mut get = |header| {
            ethtool.tsinfo_get(&TsinfoGet {
                header,
                ..TsinfoGet::default()
            })
        };
        let verbose = get(named(device))?;
        // SOF_TIMESTAMPING_TX_SOFTWARE, _RX_SOFTWARE, _SOFTWARE.
        assert_eq!(
            bits(verbose.timestamping.as_ref()),
            [
                (1, "software-transmit"),
                (3, "software-receive"),
                (4, "software-system-clock")
            ]
        );
        assert_eq!((verbose.phc_index, verbose.stats), (None, None));
        let flags = HeaderFlags::COMPACT_BITSETS | HeaderFlags::STATS;
        let compact = get(Header {
            flags: Some(flags),
            ..named(device)
        })?;
        let value = compact.timestamping.and_then(|set| set.value);
        assert_eq!(indices(value.as_ref()), [1, 3, 4]);
        // The statistics were requested and are empty: the nest is present and empty.
        assert_eq!(compact.stats, Some(TsStat::default()));

        let clocks = ethtool.phc_vclocks_get(&PhcVclocksGet {
            header: named(device),
        })?;
        assert_eq!(name(clocks.header.as_ref()), device);
        let expected = PhcVclocks {
            header: clocks.header.clone(),
            ..PhcVclocks::default()
        };
        assert_eq!(clocks, expected);
    }
    Ok(())
}

/// Returns the string set `id` of a device, or of none.
fn strings(
    ethtool: &mut Ethtool,
    header: Header,
    id: u32,
    counts_only: bool,
) -> Result<(Option<u32>, Vec<String>), genl::Error> {
    let asked = Stringset {
        id: Some(id),
        ..Stringset::default()
    };
    let reply = ethtool.strset_get(&Strset {
        header: Some(header),
        stringsets: Some(Stringsets {
            stringset: vec![asked],
        }),
        counts_only,
    })?;
    let mut sets = reply.stringsets.expect("string sets").stringset;
    let set = sets.pop().expect("one set");
    assert_eq!((sets.len(), set.id), (0, Some(id)));
    let strings = set.strings.into_iter().flat_map(|strings| strings.string);
    let strings = strings.zip(0..).map(|(string, index)| {
        assert_eq!(string.index, Some(index));
        string.value.expect("a text")
    });
    Ok((set.count, strings.collect()))
}

pub(crate) fn string_sets_name_the_statistics() -> Outcome {
    const STATS: u32 = 1;
    const STATS_ETH_MAC: u32 = 18;
    const STATS_RMON: u32 = 20;
    veth()?;
    let mut ethtool = Ethtool::connect()?;
    let (count, names) = strings(&mut ethtool, named(DEV), STATS, false)?;
    // drivers/net/veth.c: one, seven per receive queue, two per transmit queue.
    assert_eq!((count, names.len()), (Some(37), 37));
    assert_eq!(names.first().map(String::as_str), Some("peer_ifindex"));
    assert_eq!(
        strings(&mut ethtool, named(DEV), STATS, true)?,
        (count, Vec::new())
    );
    let refused = strings(&mut ethtool, named(DEV), 9999, false).expect_err("no such set");
    assert_eq!(refused.raw_os_error(), EOPNOTSUPP, "{refused}");

    let groups = ["eth-mac", "rmon"].map(|name| BitsetBit {
        name: Some(name.to_owned()),
        ..BitsetBit::default()
    });
    let groups = Bitset {
        nomask: true,
        bits: Some(BitsetBits {
            bit: groups.to_vec(),
        }),
        ..Bitset::default()
    };
    for header in [named(DEV), compact("lo")] {
        let stats = ethtool.stats_get(&StatsGet {
            header,
            groups: Some(groups.clone()),
            src: None,
        })?;
        assert_eq!(stats.src, Some(MacStatsSrc::Aggregate));
        let told = stats.grp.iter().map(|grp| (grp.id, grp.ss_id));
        let expected = [(Some(1), Some(STATS_ETH_MAC)), (Some(3), Some(STATS_RMON))];
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }
    let (_, names) = strings(&mut ethtool, Header::default(), STATS_ETH_MAC, false)?;
    assert_eq!(names[..2], ["FramesTransmittedOK", "SingleCollisionFrames"]);
    Ok(())
}
