//! The families against bytes that were made without genl.

mod ethtool;
mod ethtool_tool;
mod ovs;
mod support;
mod wireguard;
