//! The cases. `super` is the client for which they are compiled.

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

/// Creates a peer that has the path manager.
fn peer() -> Scripted {
    let mut peer = Scripted::new();
    peer.family(MptcpPm::DESCRIPTION, ID)
        .expect("the description is right");
    peer
}

/// Makes the peer expect a request, and answer it with these datagrams, which get its sequence number.
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

/// Creates the path manager of a peer that expects one request.
fn answered(request: &str, answers: &[Vec<u8>]) -> Pm {
    let mut peer = peer();
    expect(&mut peer, request, answers);
    pm(peer)
}

/// Checks that every request of the script was sent.
fn finished(pm: &mut Pm) -> Outcome {
    match pm.channel().transport().inner.outstanding() {
        0 => Ok(()),
        left => Err(format!("{left} requests were not sent").into()),
    }
}

/// Returns the request that looks up a family, without its sequence number.
fn family_question(name: &str) -> String {
    let attribute = 5 + name.len();
    let length = 20 + attribute.next_multiple_of(4);
    let padding = "00".repeat(length - 20 - attribute);
    format!(
        "{length:02x}000000 1000 0100 00000000 00000000 03 02 0000  {attribute:02x}00 0200 {}00 {padding}",
        digits(name)
    )
}

/// Returns the answer to it.
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
