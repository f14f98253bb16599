//! Writes the descriptions of families as YAML into a folder, for `export/ynl.py`.

use std::path::PathBuf;
use std::{env, fs, io};

use genl::description::Family;
use genl::mptcp_pm::MptcpPm;
use genl::nlctrl::Nlctrl;
use genl_families::{devlink, ethtool, netdev, ovs, tcp_metrics, thermal, wireguard};

const FAMILIES: [&Family; 10] = [
    MptcpPm::DESCRIPTION,
    Nlctrl::DESCRIPTION,
    devlink::DevlinkFamily::DESCRIPTION,
    ethtool::Ethtool::DESCRIPTION,
    netdev::Netdev::DESCRIPTION,
    ovs::datapath::OvsDatapath::DESCRIPTION,
    ovs::flow::OvsFlow::DESCRIPTION,
    tcp_metrics::TcpMetricsFamily::DESCRIPTION,
    thermal::Thermal::DESCRIPTION,
    wireguard::Wireguard::DESCRIPTION,
];

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1);
    let folder = folder
        .map(PathBuf::from)
        .ok_or_else(|| io::Error::other("usage: exports FOLDER"))?;
    for family in FAMILIES {
        let export = genl::export(family).with_license(env!("CARGO_PKG_LICENSE"));
        fs::write(folder.join(format!("{}.yaml", family.name)), export.yaml())?;
    }
    Ok(())
}
