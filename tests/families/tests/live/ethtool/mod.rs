//! `ethtool` on loopback and a veth pair.

pub(crate) mod bitsets;
pub(crate) mod dumps;
pub(crate) mod reads;
pub(crate) mod refusals;
pub(crate) mod tool;
pub(crate) mod writes;

use std::error::Error;

use genl::Client;
use genl_families::ethtool::{Bitset, Ethtool, Header, HeaderFlags};
use genl_families::known;
use genl_tests::ip;
use genl_tests::live::{LiveTest, live_test};

use crate::ethtool;

pub(crate) const TESTS: &[LiveTest] = &[
    live_test!(
        ethtool::reads::link_agrees_with_sysfs,
        needs = [Veth, Sysfs]
    ),
    live_test!(
        ethtool::reads::link_settings_agree_with_the_driver,
        needs = [Veth]
    ),
    live_test!(ethtool::reads::timestamping_in_software, needs = [Veth]),
    live_test!(
        ethtool::reads::string_sets_name_the_statistics,
        needs = [Veth]
    ),
    live_test!(ethtool::dumps::dumps_agree_with_dos, needs = [Veth]),
    live_test!(ethtool::bitsets::verbose_and_compact_agree, needs = [Veth]),
    live_test!(
        ethtool::writes::changed_channels_are_notified,
        needs = [Veth]
    ),
    live_test!(
        ethtool::writes::changed_features_are_notified,
        needs = [Veth]
    ),
    live_test!(ethtool::writes::reply_can_be_omitted, needs = [Veth]),
    live_test!(
        ethtool::writes::settings_that_a_veth_refuses,
        needs = [Veth]
    ),
    live_test!(ethtool::writes::reading_needs_no_privilege, needs = [Veth]),
    live_test!(ethtool::policy_agrees),
    live_test!(ethtool::refusals::malformed_requests_name_the_attribute),
    live_test!(
        ethtool::refusals::refused_devices_name_the_attribute,
        needs = [Veth]
    ),
    live_test!(
        ethtool::refusals::refused_values_name_the_attribute,
        needs = [Veth]
    ),
    live_test!(
        ethtool::tool::features_agree_with_the_tool,
        needs = [Veth, EthtoolTool]
    ),
    live_test!(
        ethtool::tool::changes_by_the_tool_are_notified,
        needs = [Veth, EthtoolTool]
    ),
];

type Outcome = Result<(), Box<dyn Error>>;

fn policy_agrees() -> Outcome {
    let report = genl::check(Ethtool::DESCRIPTION, &mut Client::open()?)?;
    println!("{}", report.in_part().except(known::ETHTOOL).agree()?);
    Ok(())
}

/// The name of one end of the pair.
const DEV: &str = "eth-a";

/// The name of the other end.
const PEER: &str = "eth-b";

/// Creates the pair with four queues in each direction, and sets it up.
fn veth() -> std::io::Result<()> {
    ip::batch([
        format!(
            "link add {DEV} numtxqueues 4 numrxqueues 4 type veth peer name {PEER} numtxqueues 4 numrxqueues 4"
        ),
        format!("link set {DEV} up"),
        format!("link set {PEER} up"),
    ])
}

fn named(device: &str) -> Header {
    Header {
        dev_name: Some(device.to_owned()),
        ..Header::default()
    }
}

fn compact(device: &str) -> Header {
    Header {
        flags: Some(HeaderFlags::COMPACT_BITSETS),
        ..named(device)
    }
}

/// Returns the name in the header of a reply.
fn name(header: Option<&Header>) -> &str {
    header
        .and_then(|header| header.dev_name.as_deref())
        .unwrap_or_else(|| panic!("no device: {header:?}"))
}

/// Returns the indices and names of the bits that are set in a verbose bitset, in their order.
fn bits(bitset: Option<&Bitset>) -> Vec<(u32, &str)> {
    let bitset = bitset.expect("a bitset");
    let listed = bitset.bits.iter().flat_map(|bits| &bits.bit);
    listed
        .filter(|bit| bit.value || bitset.nomask)
        .map(|bit| {
            (
                bit.index.expect("an index"),
                bit.name.as_deref().expect("a name"),
            )
        })
        .collect()
}

/// Returns the indices of the bits that are set in a bitmap of a compact bitset.
fn indices(bitmap: Option<&Vec<u8>>) -> Vec<u32> {
    let words = bitmap
        .expect("a bitmap")
        .chunks_exact(4)
        .map(|word| u32::from_ne_bytes(word.try_into().expect("chunks of four bytes")));
    (0..)
        .step_by(32)
        .zip(words)
        .flat_map(|(start, word)| {
            (0..32)
                .filter(move |bit| word >> bit & 1 == 1)
                .map(move |bit| start + bit)
        })
        .collect()
}
