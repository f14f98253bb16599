//! Events as typed constants, and all events of a family as one enum.

use core::marker::PhantomData;

use super::{Family, MulticastGroup, write};
use crate::codec::AttributeSet;
use crate::description;
use crate::error::{Decoded, EncodeError};
use crate::wire::{Attributes, MessageHeader};

/// An event of a family, with the attribute set `E`. A constant that [`genl_family!`](crate::genl_family) generates.
///
/// ```
/// use genl::mptcp_pm::MptcpPm;
///
/// let created = MptcpPm::CREATED;
/// assert_eq!((created.name(), created.command()), ("created", 1));
/// assert_eq!(created.multicast_group().unwrap().name(), "mptcp_pm_events");
///
/// # if cfg!(target_endian = "little") {
/// // The attributes that a kernel sent with this event.
/// let bytes = [
///     8, 0, 1, 0, 0x8b, 0x5d, 0xf6, 0xb1, // token
///     6, 0, 2, 0, 2, 0, 0, 0, // family
///     8, 0, 5, 0, 10, 77, 1, 1, // saddr4
///     8, 0, 7, 0, 10, 77, 1, 2, // daddr4
///     6, 0, 9, 0, 0x84, 0x92, 0, 0, // sport
///     6, 0, 10, 0, 0x13, 0x89, 0, 0, // dport
///     5, 0, 3, 0, 0, 0, 0, 0, // loc-id
///     5, 0, 4, 0, 0, 0, 0, 0, // rem-id
/// ];
/// let event = created.decode(genl::Attributes::new(&bytes, 20))?;
/// assert_eq!((event.token, event.dport), (0xb1f6_5d8b, 5001));
/// # }
/// # Ok::<(), genl::DecodeError>(())
/// ```
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

/// The events of a family, as one enum that [`genl_family!`](crate::genl_family) generates.
///
/// The enum has one variant per event, and `Unknown` for events that the family does not declare.
///
/// ```
/// use genl::genl_family;
///
/// #[derive(Clone, Debug, PartialEq, genl::AttributeSet)]
/// pub struct Tone {
///     #[attr(1)]
///     pub pitch: u32,
/// }
///
/// genl_family! {
///     #[family(name = "tones")]
///     pub trait Tones {
///         const MUSIC: MulticastGroup = "music";
///
///         #[event(1, group = MUSIC)]
///         fn played(event: Tone);
///     }
/// }
///
/// fn show(event: TonesEvent) {
///     match event {
///         TonesEvent::Played(tone) => println!("pitch {}", tone.pitch),
///         TonesEvent::Unknown(event) => println!("unknown event {}", event.command),
///     }
/// }
///
/// # if cfg!(target_endian = "little") {
/// use genl::{Attributes, Events};
///
/// let played = TonesEvent::decode(1, Attributes::new(&[8, 0, 1, 0, 0xb8, 1, 0, 0], 20))?;
/// assert!(matches!(played, TonesEvent::Played(Tone { pitch: 440 })));
/// show(played);
/// # }
/// # Ok::<(), genl::DecodeError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enum of events",
    label = "`genl_family!` generates such an enum, called `..Event`"
)]
pub trait Events {
    /// The same enum, with fields that borrow from a received message.
    type View<'a>;

    /// The description of the family.
    const DESCRIPTION: &'static description::Family;

    /// The commands and names of the events. A listener needs nothing else of the description.
    const NAMES: &'static [(u8, &'static str)];

    /// Decodes the event with this command. An event that the family does not declare is kept as [`UnknownEvent`].
    fn decode(command: u8, attributes: Attributes<'_>) -> Decoded<Self::View<'_>>;
}

/// Returns the family of the events. A program that needs only that does not carry the description.
pub(crate) const fn family<E: Events>() -> Family {
    const { E::DESCRIPTION.family() }
}

/// Returns the name of the event with this command.
pub(crate) fn name<E: Events>(command: u8) -> &'static str {
    let mut names = E::NAMES.iter();
    names
        .find(|(known, _)| *known == command)
        .map_or("unknown", |(_, name)| name)
}

/// The events of a family, if all of them own their fields.
///
/// [`genl_family!`](crate::genl_family) implements it if no event has a lifetime. A listener for such events is an
/// [`Iterator`].
#[diagnostic::on_unimplemented(
    message = "the events borrow from the receive buffer, and each event overwrites the last one",
    label = "`{Self}` has borrowed fields, so its events are not an iterator",
    note = "write `loop {{ match events.next()? {{ .. }} }}`, with `let mut events = ..;` before it",
    note = "or write owned fields in the sets, such as `String` in place of `&str`, or `Vec<u8>` in place of `&[u8]`"
)]
pub trait OwnedEvents: for<'a> Events<View<'a> = Self> {}

/// An event that the family does not declare, with its bytes unchanged.
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

    /// Returns the family of the event.
    pub const fn family(&self) -> Family {
        self.family
    }

    /// Returns the command of the event.
    pub const fn command(&self) -> u8 {
        self.command
    }

    /// Returns the name of the event.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Adds groups to which the event is sent too. A socket that joined several of them receives it several times.
    #[must_use]
    pub const fn also_to(mut self, groups: &'static [MulticastGroup]) -> Self {
        self.other_groups = groups;
        self
    }

    /// Marks the event as sent to a single socket too.
    #[must_use]
    pub const fn unicast(mut self) -> Self {
        self.unicast = true;
        self
    }

    /// Returns whether the event is sent to a single socket, possibly in addition to groups.
    pub const fn is_unicast(&self) -> bool {
        self.unicast
    }

    /// Returns the groups to which the event is sent.
    pub fn multicast_groups(&self) -> impl Iterator<Item = MulticastGroup> + use<E> {
        self.group
            .into_iter()
            .chain(self.other_groups.iter().copied())
    }

    /// Returns the group to which the event is sent; if there are several, the first one.
    pub const fn multicast_group(&self) -> Option<MulticastGroup> {
        self.group
    }

    /// Returns the description of the event.
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

    /// Decodes the attributes of the event.
    ///
    /// Fails if an attribute cannot be decoded, or if a required one is missing.
    #[inline]
    pub fn decode(self, attributes: Attributes<'_>) -> Decoded<E::View<'_>>
    where
        E: AttributeSet,
    {
        E::decode(attributes)
    }

    /// Appends the event as a message to `buffer`, as the kernel sends it. For scripted peers.
    ///
    /// Fails if a value cannot be encoded. Nothing is then appended.
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
    /// Copies the attributes of an event.
    #[allow(clippy::needless_pass_by_value)] // has the signature of the other decoders
    pub fn new(command: u8, attributes: Attributes<'_>) -> Self {
        Self {
            command,
            attributes: attributes.as_bytes().to_vec(),
        }
    }
}
