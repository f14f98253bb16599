//! Open vSwitch: datapaths, their flows, and the packets that are sent to programs and by programs
//! (`include/uapi/linux/openvswitch.h`, `net/openvswitch/`).
//!
//! The kernel does not set the nest flag.

pub mod datapath;
pub mod flow;
pub mod packet;

use genl::{CStruct, WithHeader};
use zerocopy::{FromBytes, Immutable, IntoBytes};

/// The fixed header of every message: `struct ovs_header`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromBytes, IntoBytes, Immutable, CStruct)]
#[repr(C)]
pub struct OvsHeader {
    /// The index of the datapath's local port. With 0, a request is not specific to a datapath.
    pub dp_ifindex: i32,
}

impl OvsHeader {
    /// The attributes, for the datapath whose local port has this index.
    pub const fn with<S>(dp_ifindex: i32, attributes: S) -> WithHeader<Self, S> {
        WithHeader::new(Self { dp_ifindex }, attributes)
    }
}
