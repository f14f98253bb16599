//! Operations as typed constants.

use core::marker::PhantomData;

use super::{Family, write};
use crate::codec::AttributeSet;
use crate::description::{self, Mode, Permission};
use crate::error::EncodeError;
use crate::wire::{MessageHeader, flags};

/// What an operation's constant holds whatever its types are.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    /// The family it belongs to.
    pub family: Family,
    /// Its name.
    pub name: &'static str,
    /// The command of its request.
    pub command: u8,
    /// The command of its reply.
    pub reply_command: u8,
    /// Who may ask.
    pub permission: Permission,
    /// Whether the kernel validates requests liberally (`dont-validate: strict`).
    pub lax: bool,
    /// Whether it is a do that is answered by several replies, and an acknowledgement behind them.
    pub multi: bool,
    /// What its requests carry beside the flags of every operation.
    pub flags: u16,
}

/// An operation with one reply `R`; with `()` it is answered by an acknowledgement alone.
#[derive(Debug)]
pub struct Do<Q, R> {
    operation: Operation,
    marker: PhantomData<fn() -> (Q, R)>,
}

/// An operation with any number of replies `R`: a dump, or a do that is answered so.
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

            /// With another command in the reply.
            #[must_use]
            pub const fn reply(mut self, command: u8) -> Self {
                self.operation.reply_command = command;
                self
            }

            /// For those with `CAP_NET_ADMIN` in the initial user namespace.
            #[must_use]
            pub const fn admin_perm(mut self) -> Self {
                self.operation.permission = Permission::Admin;
                self
            }

            /// For those with `CAP_NET_ADMIN` in the user namespace of the network namespace.
            #[must_use]
            pub const fn uns_admin_perm(mut self) -> Self {
                self.operation.permission = Permission::NamespaceAdmin;
                self
            }

            /// Validated liberally.
            #[must_use]
            pub const fn lax(mut self) -> Self {
                self.operation.lax = true;
                self
            }

            /// With more flags in its requests, where the kernel looks at them: of [`flags`](crate::wire::flags) those to
            /// create or to replace an object, say.
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

            /// What it is, whatever its types are.
            pub const fn operation(&self) -> &Operation {
                &self.operation
            }

            /// Its description.
            pub const fn describe(&self, doc: &'static str) -> description::Operation
            where
                Q: AttributeSet,
                R: AttributeSet,
            {
                self.operation.describe::<Q, R>(doc, Mode::$mode)
            }

            /// Appends the request as a message to `buffer`; the header's type is the id the kernel gave the family.
            #[inline]
            pub fn write(&self, header: MessageHeader, request: &Q, buffer: &mut Vec<u8>) -> Result<(), EncodeError>
            where
                Q: AttributeSet,
            {
                write(header, self.operation.family.header(self.operation.command), request, buffer)
            }

            /// Appends a reply as a message to `buffer`, as the kernel would: for scripted peers.
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
    /// Whether it is answered by an acknowledgement alone.
    pub const IS_ACK_ONLY: bool = R::DESCRIPTION.is_nothing();

    /// The flags of its request. An acknowledgement is asked for only where there may be no reply.
    pub const fn flags(&self) -> u16 {
        let ack = if R::MAY_BE_ABSENT { flags::ACK } else { 0 };
        flags::REQUEST | ack | self.operation.flags
    }
}

impl<Q, R> Dump<Q, R> {
    /// A do, whose replies end with an acknowledgement.
    #[must_use]
    pub const fn multi(mut self) -> Self {
        self.operation.multi = true;
        self
    }

    /// The flags of its request.
    pub const fn flags(&self) -> u16 {
        let end = if self.operation.multi {
            flags::ACK
        } else {
            flags::DUMP
        };
        flags::REQUEST | end | self.operation.flags
    }
}
