//! An event of any kind: as fields, and as a line for people (`Display`).

use std::fmt;
use std::net::SocketAddr;

use genl::error::Errno;
use genl::mptcp_pm::{ConnectionEvent, EventFlags, MptcpPmEvent, SubflowClosedEvent, SubflowEvent};

/// An event of any kind. Fields that its kind does not have are `None`.
#[derive(Default)]
pub(crate) struct Described {
    /// Its name in the specification of the family.
    pub(crate) event: &'static str,
    /// The connection.
    pub(crate) token: Option<u32>,
    pub(crate) local: Option<SocketAddr>,
    pub(crate) remote: Option<SocketAddr>,
    pub(crate) local_id: Option<u8>,
    pub(crate) remote_id: Option<u8>,
    /// Whether this side accepted the connection.
    pub(crate) server_side: Option<bool>,
    /// Whether the peer refuses joins to the address of the first subflow.
    pub(crate) deny_join_id0: Option<bool>,
    pub(crate) backup: Option<bool>,
    /// The index of an interface.
    pub(crate) interface: Option<i32>,
    /// The number of an error, see `errno(3)`.
    pub(crate) error: Option<u8>,
    pub(crate) reset_reason: Option<u32>,
    pub(crate) reset_flags: Option<u32>,
    /// The command of an event that genl has no description of.
    pub(crate) command: Option<u8>,
}

impl Described {
    /// The column of a printed line in which the addresses begin.
    #[allow(dead_code, reason = "one of the examples prints lines that always fit")]
    pub(crate) const DETAILS: usize = 33;

    pub(crate) fn new(event: &MptcpPmEvent) -> Self {
        use MptcpPmEvent as E;
        let mut described = Self {
            event: event.name(),
            token: event.token(),
            local: event.local(),
            remote: event.remote(),
            ..Self::default()
        };
        match event {
            E::Created(event) | E::Established(event) => described.connection(event),
            E::SubEstablished(event) | E::SubPriority(event) => described.subflow(event),
            E::SubClosed(event) => described.closed(event),
            E::Announced(event) => described.remote_id = Some(event.rem_id),
            E::Removed(event) => described.remote_id = Some(event.rem_id),
            E::Unknown(event) => described.command = Some(event.command),
            E::Closed(_) | E::ListenerCreated(_) | E::ListenerClosed(_) => {}
        }
        described
    }

    fn connection(&mut self, event: &ConnectionEvent) {
        let flags = event.flags.unwrap_or_default();
        (self.local_id, self.remote_id) = (event.loc_id, event.rem_id);
        self.server_side = Some(event.is_server_side());
        self.deny_join_id0 = Some(flags.contains(EventFlags::DENY_JOIN_ID0));
    }

    fn subflow(&mut self, event: &SubflowEvent) {
        (self.local_id, self.remote_id) = (Some(event.loc_id), Some(event.rem_id));
        self.backup = event.backup.map(|backup| backup != 0);
        self.interface = event.if_idx;
    }

    fn closed(&mut self, event: &SubflowClosedEvent) {
        (self.local_id, self.remote_id) = (Some(event.loc_id), Some(event.rem_id));
        self.backup = event.backup.map(|backup| backup != 0);
        self.interface = event.if_idx;
        self.error = event.error;
        (self.reset_reason, self.reset_flags) = (event.reset_reason, event.reset_flags);
    }
}

impl fmt::Display for Described {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let token = self
            .token
            .map_or_else(String::new, |token| format!("{token:#x}"));
        let words = match self.event {
            "listener-created" => "listening",
            "listener-closed" => "stopped listening",
            event => &event.replace("sub-", "subflow "),
        };
        write!(f, "{words:<19}  {token:<10}")?;
        match (self.local, self.remote, self.remote_id) {
            (Some(local), Some(remote), _) => write!(f, "  {local} -> {remote}"),
            (Some(local), None, _) => write!(f, "  {local}"),
            (None, Some(remote), Some(id)) => write!(f, "  id {id} {remote}"),
            (None, None, Some(id)) => write!(f, "  id {id}"),
            _ => Ok(()),
        }?;
        if let (true, Some(local), Some(remote)) = (
            self.event.starts_with("sub-"),
            self.local_id,
            self.remote_id,
        ) {
            write!(f, " (ids {local} -> {remote})")?;
        }
        for (is_so, words) in [
            (self.server_side, "accepted"),
            (self.deny_join_id0, "refuses joins to its first address"),
            (self.backup, "backup"),
        ] {
            if is_so == Some(true) {
                write!(f, " ({words})")?;
            }
        }
        if let Some(index) = self.interface {
            write!(f, " (interface {index})")?;
        }
        if let Some(error) = self.error {
            write!(f, " ({})", Errno(error.into()))?;
        }
        if let Some(reason) = self.reset_reason {
            let flags = self.reset_flags.unwrap_or_default();
            write!(f, " (reset: reason {reason}, flags {flags:#x})")?;
        }
        if let Some(command) = self.command {
            write!(f, "  command {command}")?;
        }
        Ok(())
    }
}
