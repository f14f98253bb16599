//! The output of the command `ethtool`, compared with genl.

use std::io;
use std::process::Command;
use std::time::Duration;

use genl::Received;
use genl_families::ethtool::{ChannelsGet, Ethtool, EthtoolEvent, Features, FeaturesGet};

use super::{DEV, Outcome, bits, named, veth};

fn ethtool(arguments: &[&str]) -> io::Result<String> {
    let output = Command::new("ethtool").args(arguments).output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(io::Error::other(format!("ethtool {arguments:?}: {said}")));
    }
    String::from_utf8(output.stdout).map_err(io::Error::other)
}

/// Returns whether a feature is on and whether it can be changed, from the output of `ethtool -k`.
fn shown(line: &str) -> Option<(&str, bool, bool)> {
    let (name, state) = line.trim().split_once(": ")?;
    Some((name, state.starts_with("on"), !state.ends_with("[fixed]")))
}

pub(crate) fn features_agree_with_the_tool() -> Outcome {
    veth()?;
    let mut family = Ethtool::connect()?;
    for device in ["lo", DEV] {
        let header = named(device);
        let Features {
            hw,
            active,
            nochange,
            ..
        } = family.features_get(&FeaturesGet { header })?;
        let has = |set, name| bits(set).iter().any(|(_, known)| *known == name);
        let all = hw.as_ref().and_then(|set| set.bits.as_ref()).expect("bits");
        let known = |name: &str| all.bit.iter().any(|bit| bit.name.as_deref() == Some(name));
        let text = ethtool(&["-k", device])?;
        // Other lines combine several features under an older name.
        let lines = text.lines().filter_map(shown);
        let lines: Vec<_> = lines.filter(|(name, ..)| known(name)).collect();
        assert!(lines.len() > 40, "{text}");
        for (name, on, changeable) in lines {
            assert_eq!(has(active.as_ref(), name), on, "{device} {name}");
            let free = has(hw.as_ref(), name) && !has(nochange.as_ref(), name);
            assert_eq!(free, changeable, "{device} {name}");
        }
    }
    Ok(())
}

pub(crate) fn changes_by_the_tool_are_notified() -> Outcome {
    veth()?;
    let mut events = Ethtool::listen(&[Ethtool::MONITOR])?;
    events.set_receive_timeout(Some(Duration::from_secs(2)))?;
    ethtool(&["-L", DEV, "rx", "3", "tx", "1"])?;
    match events.next()? {
        Received::Event(EthtoolEvent::ChannelsNtf(told)) => {
            assert_eq!((told.rx_count, told.tx_count), (Some(3), Some(1)));
        }
        other => panic!("{other:?}"),
    }
    let header = named(DEV);
    let channels = Ethtool::connect()?.channels_get(&ChannelsGet { header })?;
    assert_eq!((channels.rx_count, channels.tx_count), (Some(3), Some(1)));
    Ok(())
}
