//! The message rules of `wire-rules.md`, 19 to 40, through a client or listener over a peer in memory.
//!
//! The peer's datagrams are written by hand or recorded, never by genl.

#[path = "../common/mod.rs"]
mod common;

mod counting;
mod datagrams;
mod dropped;
mod dumps;
mod error_texts;
mod errors;
mod extended_acks;
mod failures;
mod fixed_headers;
mod forged;
mod listening;
mod mismatches;
mod notes;
mod odd_acks;
mod places;
mod played_back;
mod recordings;
mod replies;
mod script_batches;
mod script_families;
mod script_faults;
mod script_time;
mod scripts;
mod several;
mod shown;
mod traced;
mod written_acks;

use common::hex;
use genl::mptcp_pm::{AddAddr, Address, DumpAddrs, MptcpPm};
use genl::transport::Step;
use genl::{Client, Error, Listener, Scripted};

/// The id that the family `mptcp_pm` was recorded under.
const ID: u16 = 28;

/// A client's requests, but for their sequence numbers.
const GET_LIMITS: &str = "14000000 1c00 0100 00000000 00000000 06 01 0000";
const DUMP: &str = "14000000 1c00 0103 00000000 00000000 03 01 0000";
const FLUSH: &str = "14000000 1c00 0500 00000000 00000000 04 01 0000";
/// Of [`endpoint`]: `addr` at 20, in it `family` at 24 and `addr4` at 32.
const ADD: &str = "28000000 1c00 0500 00000000 00000000 01 01 0000
    1400 0180  0600 0100 0200 0000  0800 0300 0a000007";

fn endpoint() -> AddAddr {
    AddAddr {
        addr: Address::from(std::net::Ipv4Addr::new(10, 0, 0, 7)),
    }
}

/// A message with this type, flags, sequence number and payload, padded to 4 bytes.
fn message(kind: u16, flags: u16, sequence: u32, payload: &str) -> Vec<u8> {
    let payload = hex(payload);
    let length = u32::try_from(16 + payload.len()).expect("a short message");
    let mut bytes = length.to_le_bytes().to_vec();
    bytes.extend(kind.to_le_bytes());
    bytes.extend(flags.to_le_bytes());
    bytes.extend(sequence.to_le_bytes());
    // The port id of the client; any will do.
    bytes.extend(4711u32.to_le_bytes());
    bytes.extend(payload);
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

/// A reply to `get-limits`: 36 bytes.
fn limits(sequence: u32, subflows: u8) -> Vec<u8> {
    let payload = format!("06 01 0000  0800 0200 08000000  0800 0300 {subflows:02x}000000");
    message(ID, 0, sequence, &payload)
}

/// A part of a dump of endpoints: 32 bytes.
fn part(flags: u16, id: u8) -> Vec<u8> {
    let payload = format!("03 01 0000  0c00 0180  0500 0200 {id:02x} 000000");
    message(ID, flags, 0, &payload)
}

/// The end of a dump, with what stands behind its error number.
fn done(flags: u16, errno: i32, detail: &str) -> Vec<u8> {
    let [a, b, c, d] = (-errno).to_le_bytes();
    message(
        3,
        flags,
        0,
        &format!("{a:02x}{b:02x}{c:02x}{d:02x} {detail}"),
    )
}

/// An error or acknowledgement: the error number, 16 bytes of the request's header, and what stands behind it.
fn ack(flags: u16, errno: i32, detail: &str) -> Vec<u8> {
    let [a, b, c, d] = (-errno).to_le_bytes();
    let header = "28000000 1c00 0500 00000000 00000000";
    let payload = format!("{a:02x}{b:02x}{c:02x}{d:02x} {header} {detail}");
    message(2, flags, 0, &payload)
}

/// A peer that has the path manager.
fn peer() -> Scripted {
    let mut peer = Scripted::new();
    peer.family(MptcpPm::DESCRIPTION, ID)
        .expect("the description is right");
    peer
}

/// A client whose peer expects one request and answers it with these datagrams, numbered like the request.
fn answered(request: &str, answers: &[Vec<u8>]) -> MptcpPm<Client<Scripted>> {
    let mut peer = peer();
    expect(&mut peer, request, answers);
    client(peer)
}

fn expect(peer: &mut Scripted, request: &str, answers: &[Vec<u8>]) {
    let request = hex(request);
    let answers = answers.iter().map(|answer| Step::Answer(answer));
    peer.replay([Step::Request(&request)].into_iter().chain(answers));
}

fn client(peer: Scripted) -> MptcpPm<Client<Scripted>> {
    MptcpPm::new(Client::over(peer).expect("a peer in memory takes any timeout"))
}

fn listener(peer: Scripted) -> Listener<genl::mptcp_pm::MptcpPmEvent, Scripted> {
    let client = Client::over(peer).expect("a peer in memory takes any timeout");
    Listener::join(client, &[MptcpPm::EVENTS]).expect("the group is in the description")
}

/// The ids of the endpoints of a dump up to its end or its first error.
fn dump(pm: &mut MptcpPm<Client<Scripted>>) -> (Vec<Option<u8>>, Option<Error>) {
    let mut ids = Vec::new();
    let request = DumpAddrs::default();
    for reply in pm.dump_addrs(&request).expect("the script expects it") {
        match reply {
            Ok(reply) => ids.push(reply.addr.id),
            Err(error) => return (ids, Some(error)),
        }
    }
    (ids, None)
}

/// Everything the script said was asked for and received.
#[track_caller]
fn finished(pm: &mut MptcpPm<Client<Scripted>>) {
    assert_eq!(pm.channel().transport().outstanding(), 0);
}
