//! What genl does without: the heap in its codec, and any system call but the two that an answer takes.

use std::io;
use std::net::Ipv4Addr;
use std::time::Instant;

use allocation_counter::measure;
use genl::mptcp_pm::{
    AddAddr, Address, AddressFlags, EndpointReply, MptcpPm, MptcpPmEvent, SubflowEvent,
};
use genl::transport::{Datagram, Step};
use genl::wire::{MessageHeader, MessageType, Messages};
use genl::{AttributeSet, Client, Events, Scripted, Transport};
use genl_tests::fixtures::{self, Direction};

const HEADER: MessageHeader = MessageHeader {
    kind: MessageType::Family(28),
    flags: 5,
    sequence: 109,
    port: 0,
};

#[test]
fn requests_are_written_without_allocating() {
    let recorded = fixtures::bytes("in_kernel", "add-v4-full-id7", Direction::Tx);
    let flags = AddressFlags::SIGNAL | AddressFlags::SUBFLOW;
    let addr = Address::from(Ipv4Addr::new(10, 0, 0, 7))
        .id(7)
        .flags(flags)
        .if_idx(3);
    let request = AddAddr { addr };
    let mut buffer = Vec::new();
    MptcpPm::ADD_ADDR
        .write(HEADER, &request, &mut buffer)
        .expect("a request");
    let counts = measure(|| {
        for _ in 0..10 {
            buffer.clear();
            MptcpPm::ADD_ADDR
                .write(HEADER, &request, &mut buffer)
                .expect("a request");
        }
    });
    assert_eq!(counts.count_total, 0);
    assert_eq!(buffer, recorded);
}

#[test]
fn a_dump_of_8_endpoints_is_read_without_allocating() {
    let datagram = fixtures::bytes("in_kernel", "anchor-dump-8", Direction::Rx);
    let mut endpoints: Vec<EndpointReply> = Vec::with_capacity(8);
    let counts = measure(|| {
        for message in Messages::new(&datagram) {
            let (_, attributes) = message
                .and_then(|message| message.generic())
                .expect("a reply");
            endpoints.push(EndpointReply::decode(attributes).expect("an endpoint"));
        }
    });
    assert_eq!(counts.count_total, 0);
    assert_eq!(endpoints.len(), 8);
    let ids: Vec<_> = endpoints
        .iter()
        .filter_map(|endpoint| endpoint.addr.id)
        .collect();
    assert_eq!(ids, [1, 2, 3, 4, 5, 6, 7, 8]);
}

#[test]
fn an_event_is_read_without_allocating() {
    let rows = fixtures::rows("userspace");
    let row = rows
        .iter()
        .find(|row| row.direction == Direction::Event && row.bytes[16] == 10);
    let datagram = &row.expect("sub-established was recorded").bytes;
    let mut event = None;
    let counts = measure(|| {
        for message in Messages::new(datagram) {
            let (generic, attributes) = message
                .and_then(|message| message.generic())
                .expect("an event");
            let same = SubflowEvent::decode(attributes.clone()).expect("sub-established");
            let read = MptcpPmEvent::decode(generic.command, attributes).expect("an event");
            assert!(matches!(&read, MptcpPmEvent::SubEstablished(read) if *read == same));
            event = Some(same);
        }
    });
    assert_eq!(counts.count_total, 0);
    assert!(event.is_some_and(|event| event.local().is_some()));
}

/// Counts the calls to a transport.
#[derive(Debug)]
struct Counting {
    inner: Scripted,
    calls: Vec<&'static str>,
    sent: Vec<u8>,
}

impl Transport for Counting {
    fn send(&mut self, datagram: &[u8]) -> io::Result<()> {
        self.calls.push("send");
        self.sent = datagram.to_vec();
        self.inner.send(datagram)
    }

    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        self.calls.push("receive");
        self.inner.receive(buffer)
    }

    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<()> {
        self.calls.push("wait");
        self.inner.wait(deadline)
    }

    fn join(&mut self, group: u32) -> io::Result<()> {
        self.calls.push("join");
        self.inner.join(group)
    }

    fn leave(&mut self, group: u32) -> io::Result<()> {
        self.calls.push("leave");
        self.inner.leave(group)
    }
}

#[test]
fn a_plain_get_is_one_send_and_one_receive() {
    let rows = fixtures::find("in_kernel", "get-limits-noack");
    let (request, reply) = (&rows[0].bytes, &rows[1].bytes);
    let mut peer = Scripted::new();
    peer.family(MptcpPm::DESCRIPTION, 28)
        .expect("the description is right");
    let exchange = [Step::Request(request), Step::Answer(reply)];
    peer.replay(exchange.into_iter().chain(exchange));
    let inner = Counting {
        inner: peer,
        calls: Vec::new(),
        sent: Vec::new(),
    };
    let mut pm = MptcpPm::new(Client::over(inner).expect("no socket"));
    // The first one asks for the family's id.
    pm.get_limits().expect("a recorded reply");
    let counting = pm.channel().transport();
    assert_eq!(counting.calls, ["send", "receive", "send", "receive"]);
    counting.calls.clear();
    let limits = pm.get_limits().expect("a recorded reply");
    assert_eq!((limits.rcv_add_addrs, limits.subflows), (0, 2));
    let counting = pm.channel().transport();
    assert_eq!(counting.calls, ["send", "receive"]);
    // NLM_F_REQUEST alone: no acknowledgement is asked for.
    assert_eq!(counting.sent[6..8], [1, 0]);
}
