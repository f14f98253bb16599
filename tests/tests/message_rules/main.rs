//! The rules of messages, numbered 19 to 40, for a client or listener over a peer in memory.
//!
//! The datagrams of the peer are recorded or written by hand, never encoded by genl.

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/messages.rs"]
mod messages;

mod capacity;
mod clocked;
mod codecs;
mod consistent;
mod controller;
mod counting;
mod datagrams;
mod deadlines;
mod dropped;
mod dumps;
mod error_texts;
mod errors;
mod extended_acks;
mod failures;
mod fixed_headers;
mod forged;
mod gone;
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
mod sent;
mod several;
mod shapes;
mod shown;
mod shown_hints;
mod stopped;
mod traced;
mod untyped;
mod used;
mod waiting;
mod written_acks;

use common::hex;
use genl::mptcp_pm::{DumpAddrs, MptcpPm};
use genl::transport::Step;
use genl::{Client, Error, Listener, Scripted};
use messages::{ADD, DUMP, FLUSH, GET_LIMITS, ID, ack, done, endpoint, limits, message, part};

/// Creates a peer that has the path manager.
fn peer() -> Scripted {
    let mut peer = Scripted::new();
    peer.family(MptcpPm::DESCRIPTION, ID)
        .expect("the description is right");
    peer
}

/// Creates a client whose peer expects one request and answers it with these datagrams, which get its sequence number.
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

/// Returns the ids of the endpoints of a dump up to its end or its first error.
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

/// Checks that every step of the script was done and every datagram was received.
#[track_caller]
fn finished(pm: &mut MptcpPm<Client<Scripted>>) {
    assert_eq!(pm.channel().transport().outstanding(), 0);
}
