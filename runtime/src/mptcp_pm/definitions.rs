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
    /// Any other family. MPTCP uses none.
    #[unknown]
    Other(u16),
}

/// Returns `AF_UNSPEC`, so that events and replies can implement `Default`.
impl Default for AddressFamily {
    fn default() -> Self {
        Self::Other(0)
    }
}

/// The type of an event, which is its command (`enum mptcp_event_type`, `include/uapi/linux/mptcp_pm.h`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Enumeration)]
#[repr(u8)]
pub enum EventType {
    /// Unused.
    Unspec = 0,
    /// A connection was created.
    Created = 1,
    /// A connection was established.
    Established = 2,
    /// A connection has ended.
    Closed = 3,
    /// The peer announced an address.
    Announced = 6,
    /// The peer withdrew an address.
    Removed = 7,
    /// A subflow was established.
    SubEstablished = 10,
    /// A subflow has ended.
    SubClosed = 11,
    /// The peer changed the priority of a subflow.
    SubPriority = 13,
    /// A socket started to listen.
    ListenerCreated = 15,
    /// A socket stopped listening.
    ListenerClosed = 16,
    /// An unknown event.
    #[unknown]
    Other(u8),
}

bitflags::bitflags! {
    /// How the path manager uses an endpoint (`MPTCP_PM_ADDR_FLAG_*`, `include/uapi/linux/mptcp.h`).
    ///
    /// The text form is that of `ip mptcp`: `signal,backup`.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct AddressFlags: u32 {
        /// Announces the address to peers.
        const SIGNAL = 1;
        /// Starts subflows from the address.
        const SUBFLOW = 2;
        /// Uses the subflows of the address only if there are no others.
        const BACKUP = 4;
        /// Starts subflows from the address to every address of the peer.
        const FULLMESH = 8;
        /// Added by the kernel, for a subflow from an address that was not an endpoint. Not allowed in requests.
        const IMPLICIT = 16;
        /// Starts subflows from the address to addresses that the peer announces.
        const LAMINAR = 32;
    }
}

bitflags::bitflags! {
    /// The properties of a connection (`MPTCP_PM_EV_FLAG_*`, `include/uapi/linux/mptcp.h`).
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct EventFlags: u16 {
        /// The peer refuses further subflows to the address of the first one.
        const DENY_JOIN_ID0 = 1;
        /// This host accepted the connection.
        const SERVER_SIDE = 2;
    }
}

bitflags::bitflags! {
    /// The state of a subflow (`MPTCP_SUBFLOW_FLAG_*`, `include/uapi/linux/mptcp.h`, set in `net/mptcp/diag.c`).
    ///
    /// If both hosts use MPTCP, both have the flag that ends in `REM`. The host that started the subflow has the flag that ends
    /// in `LOC` too.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct SubflowFlags: u32 {
        /// It is the first subflow, which created the connection with `MP_CAPABLE`.
        const MCAP_REM = 1;
        /// It is the first subflow, and this host started it.
        const MCAP_LOC = 1 << 1;
        /// It is a later subflow, which joined the connection with `MP_JOIN`.
        const JOIN_REM = 1 << 2;
        /// It is a later subflow, and this host started it.
        const JOIN_LOC = 1 << 3;
        /// The peer wants it used only if there are no others.
        const BKUP_REM = 1 << 4;
        /// This host wants it used only if there are no others.
        const BKUP_LOC = 1 << 5;
        /// Both hosts know that the other one uses MPTCP.
        const FULLY_ESTABLISHED = 1 << 6;
        /// The handshake is complete.
        const CONNECTED = 1 << 7;
        /// It has a valid mapping of sequence numbers.
        const MAPVALID = 1 << 8;
    }
}
