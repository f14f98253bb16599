//! What `genl import` prints, compiled as it is.

// A test has nobody to be public for.
#![allow(dead_code, unreachable_pub)]
// The names and the words are those of the kernel.
#![allow(clippy::doc_markdown, clippy::struct_field_names)]

pub mod devlink;
pub mod ethtool;
pub mod handshake;
pub mod handshake_corrected;
pub mod mptcp_pm;
pub mod netdev;
pub mod nlctrl;
pub mod nlctrl_corrected;
pub mod ovpn;
pub mod ovs_datapath;
pub mod ovs_flow;
pub mod tcp_metrics;
pub mod vocabulary;
pub mod wireguard;
