//! Operations as typed constants.

use core::marker::PhantomData;

use super::{Family, write};
use crate::codec::AttributeSet;
use crate::description::{self, Mode, Permission};
use crate::error::EncodeError;
use crate::wire::{MessageHeader, flags};

/// What the constant of an operation holds, apart from the types of request and reply.
///
/// ```
/// use genl::description::Permission;
/// use genl::mptcp_pm::MptcpPm;
///
/// let operation = MptcpPm::ADD_ADDR.operation();
/// assert_eq!(operation.family.name(), "mptcp_pm");
/// assert_eq!((operation.name, operation.command), ("add-addr", 1));
/// assert_eq!(operation.permission, Permission::NamespaceAdmin);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    /// The family of the operation.
    pub family: Family,
    /// The name of the operation.
    pub name: &'static str,
    /// The command of the request.
    pub command: u8,
    /// The command of the reply.
    pub reply_command: u8,
    /// The permission that the operation needs.
    pub permission: Permission,
    /// Whether the kernel validates requests leniently (`dont-validate: strict`).
    pub lax: bool,
    /// Whether it is a do with several replies, which end with an acknowledgement.
    pub multi: bool,
    /// Flags of the request, in addition to those that every operation has.
    pub flags: u16,
}

/// An operation with one reply `R`. If `R` is `()`, the kernel only acknowledges the request.
///
/// A constant that [`genl_family!`](crate::genl_family) generates for each do. [`Client::call`](crate::Client::call),
/// [`Batch`](crate::Batch) and [`Scripted`](crate::Scripted) take it.
///
/// ```
/// use genl::mptcp_pm::{Limits, MptcpPm};
/// use genl::wire::{MessageHeader, MessageType};
/// use genl::Do;
///
/// let operation: Do<(), Limits> = MptcpPm::GET_LIMITS;
/// let kind = MessageType::Family(28); // the id that the kernel assigned to the family
/// let header = MessageHeader { kind, flags: operation.flags(), sequence: 1, port: 0 };
/// let mut bytes = Vec::new();
/// operation.write(header, &(), &mut bytes)?;
/// # if cfg!(target_endian = "little") {
/// assert_eq!(bytes, [20, 0, 0, 0, 28, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 6, 1, 0, 0]);
/// # }
/// # Ok::<(), genl::EncodeError>(())
/// ```
#[derive(Debug)]
pub struct Do<Q, R> {
    operation: Operation,
    marker: PhantomData<fn() -> (Q, R)>,
}

/// An operation with any number of replies `R`: a dump, or a do with several replies.
///
/// A constant that [`genl_family!`](crate::genl_family) generates for each dump. [`Client::dump`](crate::Client::dump) and
/// [`Scripted`](crate::Scripted) take it.
///
/// ```no_run
/// use genl::Client;
/// use genl::mptcp_pm::{DumpAddrs, MptcpPm};
///
/// let mut client = Client::open()?;
/// for endpoint in client.dump(&MptcpPm::DUMP_ADDRS, &DumpAddrs::default())? {
///     println!("{:?}", endpoint?.addr);
/// }
/// # Ok::<(), genl::Error>(())
/// ```
#[derive(Debug)]
pub struct Dump<Q, R> {
    operation: Operation,
    marker: PhantomData<fn() -> (Q, R)>,
}

impl Operation {
    const fn new(family: Family, name: &'static str, command: u8) -> Self {
        Self {
            family,
            name,
            command,
            reply_command: command,
            permission: Permission::None,
            lax: false,
            multi: false,
            flags: 0,
        }
    }

    const fn describe<Q: AttributeSet, R: AttributeSet>(
        self,
        doc: &'static str,
        mode: Mode,
    ) -> description::Operation {
        let Self {
            name,
            command,
            reply_command,
            permission,
            lax,
            multi,
            ..
        } = self;
        let mode = if multi { Mode::Do } else { mode };
        let (request, reply) = (const { &Q::DESCRIPTION }, const { &R::DESCRIPTION });
        description::Operation {
            name,
            doc,
            command,
            reply_command,
            mode,
            permission,
            lax,
            multi,
            request,
            reply,
            reply_may_be_absent: R::MAY_BE_ABSENT && !R::DESCRIPTION.is_nothing(),
            shape_of: None,
            renamed: None,
        }
    }
}

macro_rules! operations {
    ($($operation:ident $mode:ident;)*) => {$(
        impl<Q, R> $operation<Q, R> {
            pub(super) const fn new(family: Family, name: &'static str, command: u8) -> Self {
                Self { operation: Operation::new(family, name, command), marker: PhantomData }
            }

            /// Sets the command of the reply, if it differs from that of the request.
            #[must_use]
            pub const fn reply(mut self, command: u8) -> Self {
                self.operation.reply_command = command;
                self
            }

            /// Requires `CAP_NET_ADMIN` in the initial user namespace.
            #[must_use]
            pub const fn admin_perm(mut self) -> Self {
                self.operation.permission = Permission::Admin;
                self
            }

            /// Requires `CAP_NET_ADMIN` in the user namespace that owns the network namespace.
            #[must_use]
            pub const fn uns_admin_perm(mut self) -> Self {
                self.operation.permission = Permission::NamespaceAdmin;
                self
            }

            /// Declares that the kernel validates requests leniently.
            #[must_use]
            pub const fn lax(mut self) -> Self {
                self.operation.lax = true;
                self
            }

            /// Adds flags to the requests. Operations that create or replace objects may support some of those in
            /// [`flags`](crate::wire::flags).
            ///
            /// ```
            /// # use genl::{AttributeSet, Client, Error, genl_family};
            /// use genl::wire::flags;
            ///
            /// # #[derive(AttributeSet)]
            /// # pub struct Tunnel { #[attr(1)] pub id: u32 }
            /// genl_family! {
            ///     #[family(name = "tunnels")]
            ///     pub trait Tunnels {
            ///         #[op(1)]
            ///         fn add(request: Tunnel);
            ///     }
            /// }
            ///
            /// fn add_new(client: &mut Client, tunnel: &Tunnel) -> Result<(), Error> {
            ///     client.call(&Tunnels::ADD.with_flags(flags::CREATE | flags::EXCL), tunnel)
            /// }
            /// ```
            #[must_use]
            pub const fn with_flags(mut self, flags: u16) -> Self {
                self.operation.flags |= flags;
                self
            }

            /// Returns what the constant holds apart from its types.
            pub const fn operation(&self) -> &Operation {
                &self.operation
            }

            /// Returns the description of the operation.
            pub const fn describe(&self, doc: &'static str) -> description::Operation
            where
                Q: AttributeSet,
                R: AttributeSet,
            {
                self.operation.describe::<Q, R>(doc, Mode::$mode)
            }

            /// Appends the request as a message to `buffer`. The type in `header` is the id that the kernel assigned to the
            /// family.
            ///
            /// Fails if a value cannot be encoded. Nothing is then appended.
            #[inline]
            pub fn write(&self, header: MessageHeader, request: &Q, buffer: &mut Vec<u8>) -> Result<(), EncodeError>
            where
                Q: AttributeSet,
            {
                write(header, self.operation.family.header(self.operation.command), request, buffer)
            }

            /// Appends a reply as a message to `buffer`, as the kernel sends it. For scripted peers.
            ///
            /// Fails if a value cannot be encoded. Nothing is then appended.
            #[inline]
            pub fn write_reply(&self, header: MessageHeader, reply: &R, buffer: &mut Vec<u8>) -> Result<(), EncodeError>
            where
                R: AttributeSet,
            {
                write(header, self.operation.family.header(self.operation.reply_command), reply, buffer)
            }
        }

        impl<Q, R> Clone for $operation<Q, R> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<Q, R> Copy for $operation<Q, R> {}
    )*};
}

operations! {
    Do Do;
    Dump Dump;
}

impl<Q, R: AttributeSet> Do<Q, R> {
    /// Whether the kernel only acknowledges the request.
    pub const IS_ACK_ONLY: bool = R::DESCRIPTION.is_nothing();

    /// Returns the flags of the request. It asks for an acknowledgement only if there may be no reply.
    pub const fn flags(&self) -> u16 {
        let ack = if R::MAY_BE_ABSENT { flags::ACK } else { 0 };
        flags::REQUEST | ack | self.operation.flags
    }
}

impl<Q, R> Dump<Q, R> {
    /// Marks the operation as a do whose replies end with an acknowledgement.
    #[must_use]
    pub const fn multi(mut self) -> Self {
        self.operation.multi = true;
        self
    }

    /// Returns the flags of the request.
    pub const fn flags(&self) -> u16 {
        let end = if self.operation.multi {
            flags::ACK
        } else {
            flags::DUMP
        };
        flags::REQUEST | end | self.operation.flags
    }
}
