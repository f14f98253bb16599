//! Open vSwitch, compared with `fixtures/ovs*.txt`. C programs wrote most of it: whole messages, and the sizes of structs.

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

/// The id of every family in the C programs.
const ID: u16 = 28;

fn ovs(name: &str) -> Vec<u8> {
    stored(include_str!("../../fixtures/ovs.txt"), name)
}

/// Returns the fixed header and the attributes of a message about the datapath 7.
fn of_7<S>(attributes: S) -> WithHeader<OvsHeader, S> {
    OvsHeader::with(7, attributes)
}

/// Returns the header of a request.
fn header(flags: u16) -> MessageHeader {
    MessageHeader {
        kind: MessageType::Family(ID),
        flags,
        sequence: 5,
        port: 0,
    }
}

/// Checks that an operation writes the stored bytes, with its flags, command and version.
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

/// Returns the bytes after the generic header: the fixed header and the attributes.
fn body(message: &[u8]) -> &[u8] {
    &message[20..]
}

/// Creates a peer that has a family.
fn peer(family: &'static Family) -> Scripted {
    let mut peer = Scripted::new();
    peer.family(family, ID).expect("it fits");
    peer
}

/// Returns the event that a listener decodes from a message.
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

/// Returns the commands and names of operations, in their order.
fn operations(family: &Family) -> Vec<(&str, u8)> {
    let operations = family.operations.iter();
    operations
        .map(|operation| (operation.name, operation.command))
        .collect()
}

/// Returns the commands and groups of events.
fn events(family: &Family) -> Vec<(u8, Option<&str>)> {
    let events = family.events.iter();
    events.map(|event| (event.command, event.group)).collect()
}
