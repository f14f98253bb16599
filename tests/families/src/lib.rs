//! Families of the Linux kernel that differ from each other, described with genl's public macros alone.
//!
//! Each module reads as the kernel's YAML or header does, attribute by attribute.

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
