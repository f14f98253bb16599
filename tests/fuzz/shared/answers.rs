//! Answers to a client: acknowledgements, errors and ends of dumps, with every extended ack in them.

use genl::mptcp_pm::{Diag, DumpAddrs, MptcpPm};
use genl::transport::Step;
use genl::{Client, Scripted};

use super::{MESSAGE, limited};

pub(crate) const FLUSH: [u8; 20] = [20, 0, 0, 0, 28, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 1, 0, 0];
pub(crate) const DUMP: [u8; 20] = [20, 0, 0, 0, 28, 0, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 3, 1, 0, 0];

/// `struct inet_diag_req_v2` for all IPv4 sockets of TCP.
const DIAG: [u8; 24] = [
    72, 0, 0, 0, 20, 0, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 2, 6, 2, 0, 255, 255, 255, 255,
];

/// The first byte tells whether the answer is one to a do, to a dump, or to a dump of sockets.
pub(crate) fn run(bytes: &[u8]) {
    let Some((first, answer)) = bytes.split_first() else {
        return;
    };
    if answer.len() > MESSAGE {
        return;
    }
    let check = match first % 3 {
        0 => check_do,
        1 => check_dump,
        _ => check_sockets,
    };
    limited("answer", || check(answer));
}

fn check_do(answer: &[u8]) {
    if let Err(error) = client(&FLUSH, answer).flush_addrs() {
        assert!(!error.to_string().is_empty());
    }
}

fn check_dump(answer: &[u8]) {
    let mut pm = client(&DUMP, answer);
    // Each part takes a header, and there is one end.
    let most = answer.len() / 16 + 2;
    let request = DumpAddrs::default();
    let count = pm.dump_addrs(&request).expect("it is sent").count();
    assert!(count <= most, "{count} replies");
}

fn check_sockets(answer: &[u8]) {
    let mut ipv4 = DIAG.to_vec();
    ipv4.resize(72, 0);
    let mut ipv6 = ipv4.clone();
    ipv6[16] = 10;
    let end = [20, 0, 0, 0, 3, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let mut peer = Scripted::new();
    peer.replay([Step::Request(&ipv4), Step::Answer(answer)]);
    peer.replay([Step::Request(&ipv6), Step::Answer(&end)]);
    match Diag::over(peer).expect("no socket").subflows() {
        Ok(subflows) => assert!(subflows.len() <= answer.len() / 88),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

/// A client whose peer answers one request with this.
fn client(request: &[u8], answer: &[u8]) -> MptcpPm<Client<Scripted>> {
    let mut peer = Scripted::new();
    peer.family(MptcpPm::DESCRIPTION, 28)
        .expect("the description is right");
    peer.replay([Step::Request(request), Step::Answer(answer)]);
    MptcpPm::new(Client::over(peer).expect("no socket"))
}
