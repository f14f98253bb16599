//! Enumerations and flags (`include/uapi/linux/mptcp.h`, `include/uapi/linux/mptcp_pm.h`).

use crate::Enumeration;

/// The family of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enumeration)]
#[repr(u16)]
pub enum AddressFamily {
    /// `AF_INET`.
    Inet = 2,
    /// `AF_INET6`.
    Inet6 = 10,
    /// Another one. MPTCP knows no other.
    #[unknown]
    Other(u16),
}

/// `AF_UNSPEC`, so that events and replies have a `Default` to be built from.
impl Default for AddressFamily {
    fn default() -> Self {
        Self::Other(0)
    }
}

/// What an event tells: its command (`enum mptcp_event_type`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enumeration)]
#[repr(u8)]
pub enum EventType {
    /// Not used.
    Unspec = 0,
    /// A new connection exists.
    Created = 1,
    /// A connection is established.
    Established = 2,
    /// A connection has ended.
    Closed = 3,
    /// The peer announced an address.
    Announced = 6,
    /// The peer took an address back.
    Removed = 7,
    /// A subflow is established.
    SubEstablished = 10,
    /// A subflow has ended.
    SubClosed = 11,
    /// The peer changed the priority of a subflow.
    SubPriority = 13,
    /// A socket listens.
    ListenerCreated = 15,
    /// A socket listens no longer.
    ListenerClosed = 16,
    /// An event that this list does not know.
    #[unknown]
    Other(u8),
}

bitflags::bitflags! {
    /// What an endpoint is used for (`MPTCP_PM_ADDR_FLAG_*`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct AddressFlags: u32 {
        /// Announce the address to the peer.
        const SIGNAL = 1;
        /// Start subflows from the address.
        const SUBFLOW = 2;
        /// Use its subflows only when there is no other.
        const BACKUP = 4;
        /// Start subflows to every address of the peer.
        const FULLMESH = 8;
        /// Added by the kernel for a subflow from an address that is no endpoint. Refused in requests.
        const IMPLICIT = 16;
        /// Start subflows to addresses that the peer announces, from this address.
        const LAMINAR = 32;
    }
}

bitflags::bitflags! {
    /// What is known of a connection (`MPTCP_PM_EV_FLAG_*`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct EventFlags: u16 {
        /// The peer does not want subflows to the address of the first one.
        const DENY_JOIN_ID0 = 1;
        /// This side was listening.
        const SERVER_SIDE = 2;
    }
}

bitflags::bitflags! {
    /// The state of a subflow (`MPTCP_SUBFLOW_FLAG_*`, set in `net/mptcp/diag.c`). Where both sides speak
    /// MPTCP they have the first of a pair of flags, and the side that asked for it the second one too.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct SubflowFlags: u32 {
        /// The first subflow: the connection was made with `MP_CAPABLE` on it.
        const MCAP_REM = 1;
        /// This side asked for the connection.
        const MCAP_LOC = 1 << 1;
        /// A later subflow: it joined the connection with `MP_JOIN`.
        const JOIN_REM = 1 << 2;
        /// This side asked to join.
        const JOIN_LOC = 1 << 3;
        /// The peer wants it used only when there is no other.
        const BKUP_REM = 1 << 4;
        /// This side wants it used only when there is no other.
        const BKUP_LOC = 1 << 5;
        /// Both sides know that the other one speaks MPTCP.
        const FULLY_ESTABLISHED = 1 << 6;
        /// The handshake is done.
        const CONNECTED = 1 << 7;
        /// A mapping of sequence numbers is in force.
        const MAPVALID = 1 << 8;
    }
}
