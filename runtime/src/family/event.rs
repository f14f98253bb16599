//! Events as typed constants, and all of a family as one enum.

use core::marker::PhantomData;

use super::{Family, MulticastGroup, write};
use crate::codec::AttributeSet;
use crate::description;
use crate::error::{Decoded, EncodeError};
use crate::wire::{Attributes, MessageHeader};

/// An event that carries `E`.
#[derive(Debug)]
pub struct Event<E> {
    family: Family,
    name: &'static str,
    command: u8,
    group: Option<MulticastGroup>,
    other_groups: &'static [MulticastGroup],
    unicast: bool,
    marker: PhantomData<fn() -> E>,
}

/// The events of a family, as one enum. Written by [`genl_family!`](crate::genl_family).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enum of events",
    label = "`genl_family!` generates such an enum, called `..Event`"
)]
pub trait Events {
    /// The same enum, borrowing from a received message.
    type View<'a>;

    /// The family, whose events these are.
    const DESCRIPTION: &'static description::Family;

    /// The commands and names of the events: all that a listener has to know, without the description.
    const NAMES: &'static [(u8, &'static str)];

    /// The event with this command. One that the family does not know is kept as it came.
    fn decode(command: u8, attributes: Attributes<'_>) -> Decoded<Self::View<'_>>;
}

/// The family of the events. A program does not carry the description for that.
pub(crate) const fn family<E: Events>() -> Family {
    const { E::DESCRIPTION.family() }
}

/// The name of the event with this command.
pub(crate) fn name<E: Events>(command: u8) -> &'static str {
    let mut names = E::NAMES.iter();
    names
        .find(|(known, _)| *known == command)
        .map_or("unknown", |(_, name)| name)
}

/// The events of a family, each of which owns its fields.
///
/// [`genl_family!`](crate::genl_family) implements it where no event has a lifetime. A listener for such events is an
/// [`Iterator`].
#[diagnostic::on_unimplemented(
    message = "the events borrow from the receive buffer, and each event overwrites the last one",
    label = "`{Self}` has borrowed fields, so its events are not an iterator",
    note = "write `loop {{ match events.next()? {{ .. }} }}`, with `let mut events = ..;` before it",
    note = "or write owned fields in the sets, such as `String` in place of `&str`, or `Vec<u8>` in place of `&[u8]`"
)]
pub trait OwnedEvents: for<'a> Events<View<'a> = Self> {}

/// An event that a family does not know, as it came.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnknownEvent {
    /// Its command.
    pub command: u8,
    /// Its attributes.
    pub attributes: Vec<u8>,
}

impl<E> Event<E> {
    pub(super) const fn new(
        family: Family,
        name: &'static str,
        command: u8,
        group: Option<MulticastGroup>,
    ) -> Self {
        Self {
            family,
            name,
            command,
            group,
            other_groups: &[],
            unicast: group.is_none(),
            marker: PhantomData,
        }
    }

    /// The family it belongs to.
    pub const fn family(&self) -> Family {
        self.family
    }

    /// Its command.
    pub const fn command(&self) -> u8 {
        self.command
    }

    /// Its name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Sent to these groups too. Who joined several of them receives it several times, as the kernel sends it.
    #[must_use]
    pub const fn also_to(mut self, groups: &'static [MulticastGroup]) -> Self {
        self.other_groups = groups;
        self
    }

    /// Sent to one socket too.
    #[must_use]
    pub const fn unicast(mut self) -> Self {
        self.unicast = true;
        self
    }

    /// Whether it is sent to one socket, be it beside groups.
    pub const fn is_unicast(&self) -> bool {
        self.unicast
    }

    /// The groups it is sent to.
    pub fn multicast_groups(&self) -> impl Iterator<Item = MulticastGroup> + use<E> {
        self.group
            .into_iter()
            .chain(self.other_groups.iter().copied())
    }

    /// The group it is sent to; the first of them, if there are several.
    pub const fn multicast_group(&self) -> Option<MulticastGroup> {
        self.group
    }

    /// Its description.
    pub const fn describe(&self, doc: &'static str) -> description::Event
    where
        E: AttributeSet,
    {
        let group = match self.group {
            Some(group) => Some(group.name),
            None => None,
        };
        let attributes = const { &E::DESCRIPTION };
        description::Event {
            name: self.name,
            doc,
            command: self.command,
            group,
            other_groups: self.other_groups,
            unicast: self.unicast,
            attributes,
            notify: None,
            renamed: None,
        }
    }

    /// Reads what it carries.
    #[inline]
    pub fn decode(self, attributes: Attributes<'_>) -> Decoded<E::View<'_>>
    where
        E: AttributeSet,
    {
        E::decode(attributes)
    }

    /// Appends the event as a message to `buffer`, as the kernel would: for scripted peers.
    pub fn write(
        &self,
        header: MessageHeader,
        event: &E,
        buffer: &mut Vec<u8>,
    ) -> Result<(), EncodeError>
    where
        E: AttributeSet,
    {
        write(header, self.family.header(self.command), event, buffer)
    }
}

impl<E> Clone for Event<E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<E> Copy for Event<E> {}

impl UnknownEvent {
    /// Keeps an event.
    #[allow(clippy::needless_pass_by_value)] // as every decoder takes them
    pub fn new(command: u8, attributes: Attributes<'_>) -> Self {
        Self {
            command,
            attributes: attributes.as_bytes().to_vec(),
        }
    }
}
