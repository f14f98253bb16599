//! The cases. `super` is a client.

pub(crate) mod batch_families;
pub(crate) mod batch_losses;
pub(crate) mod batch_sizes;
pub(crate) mod batches;
pub(crate) mod dumps;
pub(crate) mod events;
pub(crate) mod operations;

use genl::Scripted;
use genl::mptcp_pm::MptcpPm;
use genl::transport::Step;

use super::{Client, Listener, all, first};
use crate::common::hex;
use crate::hesitant::{Hesitant, Peer};
use crate::messages::{ID, message};
use crate::radios::digits;
use crate::runtimes::Outcome;

type Pm = MptcpPm<Client<Peer>>;

/// A peer that has the path manager.
fn peer() -> Scripted {
    let mut peer = Scripted::new();
    peer.family(MptcpPm::DESCRIPTION, ID)
        .expect("the description is right");
    peer
}

/// Has the peer expect a request, and answer it with these datagrams, numbered like the request.
fn expect(peer: &mut Scripted, request: &str, answers: &[Vec<u8>]) {
    let request = hex(request);
    let answers = answers.iter().map(|answer| Step::Answer(answer));
    peer.replay([Step::Request(&request)].into_iter().chain(answers));
}

fn client(peer: Scripted) -> Client<Peer> {
    Client::over(Hesitant::over(peer)).expect("a peer in memory takes any timeout")
}

fn pm(peer: Scripted) -> Pm {
    MptcpPm::new(client(peer))
}

/// The path manager of a peer that expects one request.
fn answered(request: &str, answers: &[Vec<u8>]) -> Pm {
    let mut peer = peer();
    expect(&mut peer, request, answers);
    pm(peer)
}

/// Everything the script said was asked for.
fn finished(pm: &mut Pm) -> Outcome {
    match pm.channel().transport().inner.outstanding() {
        0 => Ok(()),
        left => Err(format!("{left} requests were not sent").into()),
    }
}

/// The question for a family, but for its sequence number.
fn family_question(name: &str) -> String {
    let attribute = 5 + name.len();
    let length = 20 + attribute.next_multiple_of(4);
    let padding = "00".repeat(length - 20 - attribute);
    format!(
        "{length:02x}000000 1000 0100 00000000 00000000 03 02 0000  {attribute:02x}00 0200 {}00 {padding}",
        digits(name)
    )
}

/// The answer to it.
fn family(name: &str, id: u16) -> Vec<u8> {
    let attribute = 5 + name.len();
    let padding = "00".repeat(attribute.next_multiple_of(4) - attribute);
    let [low, high] = id.to_le_bytes();
    message(
        16,
        0,
        0,
        &format!(
            "01 02 0000  {attribute:02x}00 0200 {}00 {padding}  0600 0100 {low:02x}{high:02x} 0000",
            digits(name)
        ),
    )
}
