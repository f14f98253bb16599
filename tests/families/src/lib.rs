//! Families of the Linux kernel with different features, described only with genl's public macros.
//!
//! Each module follows the kernel's YAML or header, attribute by attribute.

pub mod devlink;
pub mod ethtool;
pub mod ioam6;
pub mod ipvs;
pub mod known;
pub mod netdev;
pub mod ovs;
pub mod seg6;
pub mod taskstats;
pub mod tcp_metrics;
pub mod thermal;
pub mod wireguard;
