//! Families, and their parts.

use super::{AttributeSet, RustName, RustType};

/// A family: its multicast groups, operations and events.
///
/// ```
/// use genl::description::Mode;
/// use genl::mptcp_pm::MptcpPm;
///
/// let family = MptcpPm::DESCRIPTION;
/// assert_eq!((family.name, family.version), ("mptcp_pm", 1));
///
/// let dump = family.operation("dump_addrs").expect("an operation of the family");
/// assert_eq!((dump.name, dump.command, dump.mode), ("dump-addrs", 3, Mode::Dump));
///
/// let addr = dump.reply.attribute(1).expect("an attribute of the reply");
/// assert_eq!(addr.name, "addr");
/// let nested = addr.kind.nested().expect("a nest");
/// assert_eq!(nested.attribute(5).unwrap().name, "port");
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Family {
    /// The name by which the kernel knows the family.
    pub name: &'static str,
    /// The version, which every message has in `genlmsghdr.version`.
    pub version: u8,
    /// The Rust type of the client.
    pub rust_type: RustType,
    /// The doc comment of the family.
    pub doc: &'static str,
    /// The multicast groups.
    pub groups: &'static [Group],
    /// The operations.
    pub operations: &'static [Operation],
    /// The events.
    pub events: &'static [Event],
}

/// A multicast group.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Group {
    /// The name by which the kernel knows the group.
    pub name: &'static str,
    /// The doc comment of the group.
    pub doc: &'static str,
    /// The name of the Rust constant, if `name` does not follow from it.
    pub(crate) renamed: Option<&'static str>,
}

/// An operation.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Operation {
    /// The name of the operation.
    pub name: &'static str,
    /// The doc comment of the operation.
    pub doc: &'static str,
    /// The command of the request.
    pub command: u8,
    /// The command of the reply.
    pub reply_command: u8,
    /// Whether there is one reply, or any number.
    pub mode: Mode,
    /// The permission that the operation needs.
    pub permission: Permission,
    /// Whether the kernel validates requests leniently (`dont-validate: strict`).
    pub lax: bool,
    /// Whether a do has several replies.
    pub multi: bool,
    /// The attributes of the request.
    pub request: &'static AttributeSet,
    /// The attributes of the reply. If the kernel only acknowledges the request, those of `()`.
    pub reply: &'static AttributeSet,
    /// Whether the kernel may leave out the reply, and only acknowledge the request.
    pub reply_may_be_absent: bool,
    /// The Rust method of another operation with the same command, whose request this is.
    pub shape_of: Option<&'static str>,
    /// The name of the Rust method, if `name` does not follow from it.
    pub(crate) renamed: Option<&'static str>,
}

/// The replies of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// One reply, or only an acknowledgement.
    Do,
    /// Any number of replies, and `NLMSG_DONE`.
    Dump,
}

/// The permission that an operation needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// None.
    None,
    /// `GENL_ADMIN_PERM`: `CAP_NET_ADMIN` in the initial user namespace.
    Admin,
    /// `GENL_UNS_ADMIN_PERM`: `CAP_NET_ADMIN` in the user namespace that owns the network namespace.
    NamespaceAdmin,
}

/// An event.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Event {
    /// The name of the event.
    pub name: &'static str,
    /// The doc comment of the event.
    pub doc: &'static str,
    /// The command of the event.
    pub command: u8,
    /// The multicast group to which the event is sent; if there are several, the first one.
    pub group: Option<&'static str>,
    /// The other groups.
    pub other_groups: &'static [crate::MulticastGroup],
    /// Whether the event is sent to a single socket, possibly in addition to groups.
    pub unicast: bool,
    /// The Rust method of the operation whose reply the event carries, if it is a notification.
    pub notify: Option<&'static str>,
    /// The attributes of the event.
    pub attributes: &'static AttributeSet,
    /// The name of the Rust variant, if `name` does not follow from it.
    pub(crate) renamed: Option<&'static str>,
}

impl Family {
    /// Creates a description from its parts.
    pub const fn new(
        family: crate::Family,
        rust_type: RustType,
        doc: &'static str,
        groups: &'static [Group],
        operations: &'static [Operation],
        events: &'static [Event],
    ) -> Self {
        Self {
            name: family.name(),
            version: family.version(),
            rust_type,
            doc,
            groups,
            operations,
            events,
        }
    }

    /// Returns name and version, to address requests with.
    pub const fn family(&self) -> crate::Family {
        crate::Family::new(self.name, self.version)
    }

    /// Returns the operation with this Rust method.
    pub fn operation(&self, method: &str) -> Option<&'static Operation> {
        let mut operations = self.operations.iter();
        operations.find(|operation| operation.rust_name() == *method)
    }

    /// Returns the commands and names of the first `N` events.
    #[doc(hidden)]
    pub const fn names<const N: usize>(&self) -> [(u8, &'static str); N] {
        let mut names = [(0, ""); N];
        let (mut at, mut rest) = (0, self.events);
        while let [event, others @ ..] = rest {
            if at < N {
                names[at] = (event.command, event.name);
            }
            (at, rest) = (at + 1, others);
        }
        names
    }

    /// Returns whether any event is sent to a single socket.
    pub(crate) const fn has_unicast(&self) -> bool {
        let mut rest = self.events;
        while let [event, others @ ..] = rest {
            if event.unicast {
                return true;
            }
            rest = others;
        }
        false
    }

    /// Returns the name of the event with this command; `unknown` if there is none.
    pub fn event_name(&self, command: u8) -> &'static str {
        let mut events = self.events.iter();
        events
            .find(|event| event.command == command)
            .map_or("unknown", |event| event.name)
    }
}

impl Group {
    /// Sets the name of the Rust constant, if the name of the group does not follow from it.
    #[must_use]
    pub const fn renamed(mut self, constant: &'static str) -> Self {
        self.renamed = Some(constant);
        self
    }

    /// Returns the name of the Rust constant.
    pub const fn rust_name(&self) -> RustName {
        RustName::upper(self.name, self.renamed)
    }
}

impl Operation {
    /// Takes over the request of another operation with the same command.
    #[must_use]
    pub const fn shape_of(mut self, method: &'static str) -> Self {
        self.shape_of = Some(method);
        self
    }

    /// Sets the name of the Rust method, if the name of the operation does not follow from it.
    #[must_use]
    pub const fn renamed(mut self, method: &'static str) -> Self {
        self.renamed = Some(method);
        self
    }

    /// Returns the name of the Rust method.
    pub const fn rust_name(&self) -> RustName {
        RustName::snake(self.name, self.renamed)
    }
}

impl Event {
    /// Marks the event as a notification with the reply of an operation.
    #[must_use]
    pub const fn notify(mut self, method: &'static str) -> Self {
        self.notify = Some(method);
        self
    }

    /// Sets the name of the Rust variant, if the name of the event does not follow from it.
    #[must_use]
    pub const fn renamed(mut self, variant: &'static str) -> Self {
        self.renamed = Some(variant);
        self
    }

    /// Returns the name of the Rust variant.
    pub const fn rust_name(&self) -> RustName {
        RustName::camel(self.name, self.renamed)
    }

    /// Returns the names of the groups to which the event is sent.
    pub fn groups(&self) -> impl Iterator<Item = &'static str> + use<> {
        let others = self.other_groups.iter().map(crate::MulticastGroup::name);
        self.group.into_iter().chain(others)
    }
}
