//! A dump returns the same about each device as a do.

use std::fmt::Debug;

use genl_families::ethtool::{
    BitsetBit, BitsetBits, ChannelsGet, Ethtool, FeaturesGet, LinkinfoGet, LinkmodesGet,
    LinkstateGet, PhcVclocksGet, RingsGet, StatsGet, Strset, TsinfoGet,
};

use super::{Bitset, DEV, Header, Outcome, PEER, name, named, veth};

const ALL: &[&str] = &["lo", PEER, DEV];

/// The devices with link settings and channels.
const VETH: &[&str] = &[PEER, DEV];

#[track_caller]
fn agree<R: Debug + PartialEq>(
    dump: &[R],
    devices: &[&str],
    header: impl Fn(&R) -> Option<&Header>,
    mut get: impl FnMut(Header) -> Result<R, genl::Error>,
) -> Result<(), genl::Error> {
    let names: Vec<_> = dump.iter().map(|reply| name(header(reply))).collect();
    assert_eq!(names, devices);
    for (reply, device) in dump.iter().zip(devices) {
        assert_eq!(*reply, get(named(device))?);
        // The request by index returns the same.
        let by_index = Header {
            dev_index: header(reply).and_then(|header| header.dev_index),
            ..Header::default()
        };
        assert_eq!(*reply, get(by_index)?);
    }
    Ok(())
}

/// Compares an operation whose request has only a header.
macro_rules! agrees {
    ($ethtool:ident, $devices:expr, $dump:ident, $get:ident, $request:ident) => {
        let dump = $ethtool.$dump(&$request::default())?;
        let dump = dump.collect::<Result<Vec<_>, _>>()?;
        agree(
            &dump,
            $devices,
            |reply| reply.header.as_ref(),
            |header| {
                $ethtool.$get(&$request {
                    header,
                    ..$request::default()
                })
            },
        )?;
    };
}

// If the request has only one field, the default has nothing to add.
#[allow(clippy::needless_update)]
pub(crate) fn dumps_agree_with_dos() -> Outcome {
    veth()?;
    let mut ethtool = Ethtool::connect()?;
    agrees!(ethtool, VETH, linkinfo_dump, linkinfo_get, LinkinfoGet);
    agrees!(ethtool, VETH, linkmodes_dump, linkmodes_get, LinkmodesGet);
    agrees!(ethtool, ALL, linkstate_dump, linkstate_get, LinkstateGet);
    agrees!(ethtool, ALL, features_dump, features_get, FeaturesGet);
    agrees!(ethtool, VETH, channels_dump, channels_get, ChannelsGet);
    agrees!(ethtool, &[], rings_dump, rings_get, RingsGet);
    agrees!(ethtool, ALL, tsinfo_dump, tsinfo_get, TsinfoGet);
    agrees!(
        ethtool,
        ALL,
        phc_vclocks_dump,
        phc_vclocks_get,
        PhcVclocksGet
    );

    let dump = ethtool.strset_dump(&Strset::default())?;
    let dump = dump.collect::<Result<Vec<_>, _>>()?;
    agree(
        &dump,
        ALL,
        |reply| reply.header.as_ref(),
        |header| {
            ethtool.strset_get(&Strset {
                header: Some(header),
                ..Strset::default()
            })
        },
    )?;

    let rmon = BitsetBit {
        index: Some(3),
        ..BitsetBit::default()
    };
    let groups = Some(Bitset {
        nomask: true,
        bits: Some(BitsetBits { bit: vec![rmon] }),
        ..Bitset::default()
    });
    let request = |header| StatsGet {
        header,
        groups: groups.clone(),
        src: None,
    };
    let dump = ethtool.stats_dump(&request(Header::default()))?;
    let dump = dump.collect::<Result<Vec<_>, _>>()?;
    agree(
        &dump,
        ALL,
        |reply| reply.header.as_ref(),
        |header| ethtool.stats_get(&request(header)),
    )?;
    Ok(())
}
