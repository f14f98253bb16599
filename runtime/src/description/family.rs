//! Families, and what they are made of.

use super::{AttributeSet, RustName, RustType};

/// A family: its operations, events and groups.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Family {
    /// The name the kernel knows it by.
    pub name: &'static str,
    /// `genlmsghdr.version`.
    pub version: u8,
    /// The client that it is in Rust.
    pub rust_type: RustType,
    /// What its author says of it.
    pub doc: &'static str,
    /// Its multicast groups.
    pub groups: &'static [Group],
    /// Its operations.
    pub operations: &'static [Operation],
    /// Its events.
    pub events: &'static [Event],
}

/// A multicast group.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Group {
    /// The name the kernel knows it by.
    pub name: &'static str,
    /// What its author says of it.
    pub doc: &'static str,
    /// Its constant, where `name` is not made of that.
    pub(crate) renamed: Option<&'static str>,
}

/// An operation.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Operation {
    /// Its name.
    pub name: &'static str,
    /// What its author says of it.
    pub doc: &'static str,
    /// The command of its request.
    pub command: u8,
    /// The command of its reply.
    pub reply_command: u8,
    /// One reply, or many.
    pub mode: Mode,
    /// Who may ask.
    pub permission: Permission,
    /// Whether the kernel validates requests liberally (`dont-validate: strict`).
    pub lax: bool,
    /// Whether a do is answered by several replies.
    pub multi: bool,
    /// The attributes of the request.
    pub request: &'static AttributeSet,
    /// The attributes of the reply; of an operation answered by an acknowledgement alone, those of `()`.
    pub reply: &'static AttributeSet,
    /// Whether the kernel may leave the reply out, and answer with an acknowledgement alone.
    pub reply_may_be_absent: bool,
    /// The method of the operation whose command takes this request too.
    pub shape_of: Option<&'static str>,
    /// Its method, where `name` is not made of that.
    pub(crate) renamed: Option<&'static str>,
}

/// How an operation is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// By one reply, or by an acknowledgement alone.
    Do,
    /// By any number of replies and an end mark.
    Dump,
}

/// Who may ask for an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Anyone.
    None,
    /// `GENL_ADMIN_PERM`: `CAP_NET_ADMIN` in the initial user namespace.
    Admin,
    /// `GENL_UNS_ADMIN_PERM`: `CAP_NET_ADMIN` in the user namespace of the network namespace.
    NamespaceAdmin,
}

/// An event.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Event {
    /// Its name.
    pub name: &'static str,
    /// What its author says of it.
    pub doc: &'static str,
    /// Its command.
    pub command: u8,
    /// The group it is sent to; the first of them, if there are several.
    pub group: Option<&'static str>,
    /// The others.
    pub other_groups: &'static [crate::MulticastGroup],
    /// Whether it is sent to one socket, be it beside groups.
    pub unicast: bool,
    /// The method of the operation whose reply it carries, if it is a notification.
    pub notify: Option<&'static str>,
    /// Its attributes.
    pub attributes: &'static AttributeSet,
    /// Its variant in the enum of events, where `name` is not made of that.
    pub(crate) renamed: Option<&'static str>,
}

impl Family {
    /// Puts a description together.
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

    /// What requests to it are addressed with.
    pub const fn family(&self) -> crate::Family {
        crate::Family::new(self.name, self.version)
    }

    /// The operation with this method.
    pub fn operation(&self, method: &str) -> Option<&'static Operation> {
        let mut operations = self.operations.iter();
        operations.find(|operation| operation.rust_name() == *method)
    }

    /// The commands and names of the first `N` events.
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

    /// Whether there is an event that is sent to one socket.
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

    /// The name of the event with this command; `unknown` if it has none.
    pub fn event_name(&self, command: u8) -> &'static str {
        let mut events = self.events.iter();
        events
            .find(|event| event.command == command)
            .map_or("unknown", |event| event.name)
    }
}

impl Group {
    /// With a constant that its name is not made of.
    #[must_use]
    pub const fn renamed(mut self, constant: &'static str) -> Self {
        self.renamed = Some(constant);
        self
    }

    /// The name of its constant.
    pub const fn rust_name(&self) -> RustName {
        RustName::upper(self.name, self.renamed)
    }
}

impl Operation {
    /// With the request of another one's command.
    #[must_use]
    pub const fn shape_of(mut self, method: &'static str) -> Self {
        self.shape_of = Some(method);
        self
    }

    /// With a method that its name is not made of.
    #[must_use]
    pub const fn renamed(mut self, method: &'static str) -> Self {
        self.renamed = Some(method);
        self
    }

    /// The name of its method.
    pub const fn rust_name(&self) -> RustName {
        RustName::snake(self.name, self.renamed)
    }
}

impl Event {
    /// With the reply of an operation.
    #[must_use]
    pub const fn notify(mut self, method: &'static str) -> Self {
        self.notify = Some(method);
        self
    }

    /// With a variant that its name is not made of.
    #[must_use]
    pub const fn renamed(mut self, variant: &'static str) -> Self {
        self.renamed = Some(variant);
        self
    }

    /// The name of its variant.
    pub const fn rust_name(&self) -> RustName {
        RustName::camel(self.name, self.renamed)
    }

    /// The names of the groups it is sent to.
    pub fn groups(&self) -> impl Iterator<Item = &'static str> + use<> {
        let others = self.other_groups.iter().map(crate::MulticastGroup::name);
        self.group.into_iter().chain(others)
    }
}
