//! Answers to a client: acknowledgements, errors and ends of dumps, with every extended ack in them.

use genl::mptcp_pm::{DumpAddrs, MptcpPm};
use genl::transport::Step;
use genl::{Client, Scripted};

use super::{MESSAGE, limited};

pub(crate) const FLUSH: [u8; 20] = [20, 0, 0, 0, 28, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 1, 0, 0];
pub(crate) const DUMP: [u8; 20] = [20, 0, 0, 0, 28, 0, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 3, 1, 0, 0];

/// The first byte tells whether the answer is one to a do or to a dump.
pub(crate) fn run(bytes: &[u8]) {
    let Some((first, answer)) = bytes.split_first() else {
        return;
    };
    if answer.len() > MESSAGE {
        return;
    }
    let request = if first % 2 == 0 { &FLUSH } else { &DUMP };
    let mut pm = client(request, answer);
    limited("answer", || {
        if first % 2 == 0 {
            if let Err(error) = pm.flush_addrs() {
                assert!(!error.to_string().is_empty());
            }
            return;
        }
        // Each part takes a header, and there is one end.
        let most = answer.len() / 16 + 2;
        let request = DumpAddrs::default();
        let count = pm.dump_addrs(&request).expect("it is sent").count();
        assert!(count <= most, "{count} replies");
    });
}

/// A client whose peer answers one request with this.
fn client(request: &[u8], answer: &[u8]) -> MptcpPm<Client<Scripted>> {
    let mut peer = Scripted::new();
    peer.family(MptcpPm::DESCRIPTION, 28)
        .expect("the description is right");
    peer.replay([Step::Request(request), Step::Answer(answer)]);
    MptcpPm::new(Client::over(peer).expect("no socket"))
}
