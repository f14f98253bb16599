//! Open vSwitch against `fixtures/ovs*.txt`. C programs wrote most of it: whole messages, and the sizes of structs.

mod actions;
mod datapath;
mod every_action;
mod flow;
mod keys;
mod netlink_bindings;
mod packet;
mod sizes;
mod values;

use genl::description::Family;
use genl::wire::{MessageHeader, MessageType};
use genl::{Client, Error, Events, Listener, MulticastGroup, Received, Scripted, WithHeader};
use genl_families::ovs::OvsHeader;

use crate::support::stored;

/// The id that the C programs give every family.
const ID: u16 = 28;

fn ovs(name: &str) -> Vec<u8> {
    stored(include_str!("../../fixtures/ovs.txt"), name)
}

/// What a message of the datapath 7 carries.
fn of_7<S>(attributes: S) -> WithHeader<OvsHeader, S> {
    OvsHeader::with(7, attributes)
}

/// The header of a request.
fn header(flags: u16) -> MessageHeader {
    MessageHeader {
        kind: MessageType::Family(ID),
        flags,
        sequence: 5,
        port: 0,
    }
}

/// What an operation's constant writes, with its flags, command and version, is what is stored.
macro_rules! assert_request {
    ($operation:expr, $request:expr, $stored:expr) => {{
        let (operation, mut bytes) = ($operation, Vec::new());
        let header = $crate::ovs::header(operation.flags());
        operation
            .write(header, $request, &mut bytes)
            .expect("it fits");
        assert_eq!(bytes, $stored);
    }};
}
use assert_request;

/// What stands behind the generic header: the family's own, and the attributes.
fn body(message: &[u8]) -> &[u8] {
    &message[20..]
}

/// A peer that knows a family.
fn peer(family: &'static Family) -> Scripted {
    let mut peer = Scripted::new();
    peer.family(family, ID).expect("it fits");
    peer
}

/// What a listener makes of a message.
fn heard<E>(
    family: &'static Family,
    groups: &[MulticastGroup],
    message: Vec<u8>,
) -> Result<E, Error>
where
    E: Events + for<'a> Events<View<'a> = E>,
{
    let client = Client::over(peer(family)).expect("a peer");
    let mut listener = Listener::<E, _>::join(client, groups).expect("a listener");
    listener.transport().deliver(message, 0);
    listener.next().map(|received| match received {
        Received::Event(event) => event,
        Received::Overrun => panic!("nothing was lost"),
    })
}

/// Commands and names of operations, in their order.
fn operations(family: &Family) -> Vec<(&str, u8)> {
    let operations = family.operations.iter();
    operations
        .map(|operation| (operation.name, operation.command))
        .collect()
}

/// Commands and groups of events.
fn events(family: &Family) -> Vec<(u8, Option<&str>)> {
    let events = family.events.iter();
    events.map(|event| (event.command, event.group)).collect()
}
