//! Accessors that work for all events: the token, the local address, the remote address.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use super::{
    AnnouncedEvent, ConnectionEvent, EventFlags, ListenerEvent, MptcpPmEvent as Event,
    SubflowClosedEvent, SubflowEvent,
};

impl Event {
    /// Returns the token of the connection, or `None` for listeners and unknown events.
    pub fn token(&self) -> Option<u32> {
        match self {
            Self::Created(event) | Self::Established(event) => Some(event.token),
            Self::Closed(event) => Some(event.token),
            Self::Announced(event) => Some(event.token),
            Self::Removed(event) => Some(event.token),
            Self::SubEstablished(event) | Self::SubPriority(event) => Some(event.token),
            Self::SubClosed(event) => Some(event.token),
            Self::ListenerCreated(_) | Self::ListenerClosed(_) | Self::Unknown(_) => None,
        }
    }

    /// Returns the local address and port of a connection, a subflow or a listener.
    pub fn local(&self) -> Option<SocketAddr> {
        match self {
            Self::Created(event) | Self::Established(event) => event.local(),
            Self::SubEstablished(event) | Self::SubPriority(event) => event.local(),
            Self::SubClosed(event) => event.local(),
            Self::ListenerCreated(event) | Self::ListenerClosed(event) => event.local(),
            Self::Closed(_) | Self::Announced(_) | Self::Removed(_) | Self::Unknown(_) => None,
        }
    }

    /// Returns the remote address and port of a connection or a subflow, or the ones that the peer announced.
    pub fn remote(&self) -> Option<SocketAddr> {
        match self {
            Self::Created(event) | Self::Established(event) => event.remote(),
            Self::SubEstablished(event) | Self::SubPriority(event) => event.remote(),
            Self::SubClosed(event) => event.remote(),
            Self::Announced(event) => event.remote(),
            Self::Closed(_)
            | Self::Removed(_)
            | Self::ListenerCreated(_)
            | Self::ListenerClosed(_)
            | Self::Unknown(_) => None,
        }
    }
}

fn socket_addr(addr4: Option<Ipv4Addr>, addr6: Option<Ipv6Addr>, port: u16) -> Option<SocketAddr> {
    let ip = addr4.map(IpAddr::V4).or(addr6.map(IpAddr::V6))?;
    Some(SocketAddr::new(ip, port))
}

macro_rules! both_ends {
    ($($event:ident)*) => {$(
        impl $event {
            /// Returns the address and port of this host.
            ///
            /// It is `None` if the event has no address.
            pub fn local(&self) -> Option<SocketAddr> {
                socket_addr(self.saddr4, self.saddr6, self.sport)
            }

            /// Returns the address and port of the peer.
            ///
            /// It is `None` if the event has no address.
            pub fn remote(&self) -> Option<SocketAddr> {
                socket_addr(self.daddr4, self.daddr6, self.dport)
            }
        }
    )*};
}

both_ends!(ConnectionEvent SubflowEvent SubflowClosedEvent);

impl ConnectionEvent {
    /// Returns whether this host accepted the connection.
    pub fn is_server_side(&self) -> bool {
        let flags = self.flags.unwrap_or_default();
        flags.contains(EventFlags::SERVER_SIDE) || self.server_side == Some(1)
    }
}

impl ListenerEvent {
    /// Returns the address and port on which the socket listens.
    pub fn local(&self) -> Option<SocketAddr> {
        socket_addr(self.saddr4, self.saddr6, self.sport)
    }
}

impl AnnouncedEvent {
    /// Returns the announced address and port. Subflows can be started to it.
    pub fn remote(&self) -> Option<SocketAddr> {
        socket_addr(self.daddr4, self.daddr6, self.dport.unwrap_or(0))
    }
}
