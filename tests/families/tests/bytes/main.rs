//! The families, compared with bytes that were made without genl.

mod devlink;
mod ethtool;
mod ethtool_tool;
mod ipvs;
mod ovs;
mod support;
mod thermal;
mod wireguard;
