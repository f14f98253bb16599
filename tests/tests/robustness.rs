//! Every prefix and every flipped bit of what was recorded, and bytes of no meaning at all: `Ok` or `Err`, never a panic.

use std::collections::HashSet;
use std::fmt::Debug;

use genl::mptcp_pm::{
    Attr, DumpAddrs, Endpoint, EventAttr, Limits, MptcpPm, MptcpPmEvent, SubflowAttribute,
};
use genl::nlctrl::{CtrlAttrs, FamilyReply, Nlctrl, NlctrlEvent, PolicyReply};
use genl::transport::Step;
use genl::wire::Messages;
use genl::{
    AttributeSet, AttributeWriter, Attributes, Client, DecodeError, Events, Policy, Scripted,
    Transport,
};
use genl_tests::fixtures::{self, Row};
use proptest::collection::vec;
use proptest::prelude::*;

fn recorded() -> impl Iterator<Item = Row> {
    let files = ["events", "in_kernel", "subflow_info", "userspace"];
    files.into_iter().flat_map(fixtures::rows)
}

/// Every prefix, then every flip of one bit. Stops at nothing.
fn damage(bytes: &[u8], mut check: impl FnMut(&[u8])) {
    for length in 0..=bytes.len() {
        check(&bytes[..length]);
    }
    let mut bytes = bytes.to_vec();
    for place in 0..bytes.len() * 8 {
        bytes[place / 8] ^= 1 << (place % 8);
        check(&bytes);
        bytes[place / 8] ^= 1 << (place % 8);
    }
}

/// What the tests count, so that the compiler keeps the work and the reader knows that there was some.
fn outcome<T>(result: Result<T, DecodeError>) -> usize {
    match result {
        Ok(_) => 0,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            1
        }
    }
}

/// Reads attributes as each of the sets.
fn decode(attributes: &Attributes<'_>) -> usize {
    outcome(Attr::decode(attributes.clone()))
        + outcome(Endpoint::decode(attributes.clone()))
        + outcome(Limits::decode(attributes.clone()))
        + outcome(EventAttr::decode(attributes.clone()))
        + outcome(SubflowAttribute::decode(attributes.clone()))
        + outcome(CtrlAttrs::decode(attributes.clone()))
        + outcome(FamilyReply::decode(attributes.clone()))
        + outcome(PolicyReply::decode(attributes.clone()))
        + outcome(Policy::decode(attributes.clone()))
}

/// Reads a datagram as a client and a listener would.
fn read(datagram: &[u8]) -> usize {
    let mut errors = 0;
    for message in Messages::new(datagram) {
        let read = message.and_then(|message| message.generic());
        errors += match read {
            Ok((generic, attributes)) => {
                decode(&attributes)
                    + outcome(MptcpPmEvent::decode(generic.command, attributes.clone()))
                    + outcome(NlctrlEvent::decode(generic.command, attributes))
            }
            Err(error) => outcome::<()>(Err(error)),
        };
    }
    errors
}

/// The messages that differ in more than numbers that are other ones in every run.
fn messages(kinds: &[u16]) -> Vec<Vec<u8>> {
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for row in recorded() {
        for message in Messages::new(&row.bytes).flatten() {
            let bytes = message.as_bytes();
            let mut shape = bytes.to_vec();
            // Sequence number and port id; of events the token too.
            shape[8..16].fill(0);
            if message.header.sequence == 0 {
                shape.get_mut(24..28).unwrap_or_default().fill(0);
            }
            if kinds.contains(&message.header.kind.number()) && seen.insert(shape) {
                found.push(bytes.to_vec());
            }
        }
    }
    found
}

#[test]
fn damaged_messages_are_read_or_refused() {
    let mut errors = 0;
    let messages = messages(&[16, 28]);
    for message in &messages {
        damage(message, |bytes| errors += read(bytes));
    }
    assert!(messages.len() > 300, "{}", messages.len());
    assert!(errors > 100_000, "{errors}");
}

#[test]
fn damaged_datagrams_fall_into_messages() {
    let mut errors = 0;
    // Those with one message are among the messages above.
    for row in recorded().filter(|row| row.messages().len() > 1 && row.bytes.len() < 1000) {
        damage(&row.bytes, |bytes| {
            errors += Messages::new(bytes).filter(Result::is_err).count();
        });
    }
    assert!(errors > 1000, "{errors}");
}

/// A client whose peer answers one request with this.
fn client(request: &[u8], answer: &[u8]) -> MptcpPm<Client<Scripted>> {
    let mut peer = Scripted::new();
    peer.family(MptcpPm::DESCRIPTION, 28)
        .expect("the description is right");
    peer.replay([Step::Request(request), Step::Answer(answer)]);
    MptcpPm::new(Client::over(peer).expect("no socket"))
}

const FLUSH: [u8; 20] = [20, 0, 0, 0, 28, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 1, 0, 0];
const DUMP: [u8; 20] = [20, 0, 0, 0, 28, 0, 1, 3, 0, 0, 0, 0, 0, 0, 0, 0, 3, 1, 0, 0];

#[test]
fn damaged_answers_to_a_client_are_read_or_refused() {
    let mut counts = [0, 0];
    // Acknowledgements and ends of dumps, and with them every extended ack.
    for answer in messages(&[2, 3]) {
        damage(&answer, |bytes| {
            let result = client(&FLUSH, bytes).flush_addrs();
            counts[usize::from(result.is_err())] += 1;
            assert!(
                result
                    .map_or_else(|error| error.to_string(), |()| "done".into())
                    .len()
                    > 3
            );
        });
    }
    assert!(counts.into_iter().all(|count| count > 1000), "{counts:?}");
}

#[test]
fn damaged_dumps_end() {
    let mut counts = [0, 0];
    let parts = messages(&[28])
        .into_iter()
        .filter(|message| message[16] == 3)
        .take(5);
    for answer in messages(&[3]).into_iter().chain(parts) {
        damage(&answer, |bytes| {
            let mut pm = client(&DUMP, bytes);
            let request = DumpAddrs::default();
            for reply in pm.dump_addrs(&request).expect("it is sent").take(100) {
                counts[usize::from(reply.is_err())] += 1;
            }
        });
    }
    assert!(counts.into_iter().all(|count| count > 100), "{counts:?}");
}

#[test]
fn damaged_requests_are_shown() {
    let mut peer = Scripted::new();
    peer.know(MptcpPm::DESCRIPTION, 28);
    peer.know(Nlctrl::DESCRIPTION, 16);
    let (mut whole, mut malformed) = (0, 0);
    for message in &messages(&[16, 28]) {
        damage(message, |bytes| {
            let shown = peer
                .send(bytes)
                .expect_err("nothing is expected")
                .to_string();
            assert!(shown.contains("sent: "), "{shown}");
            if shown.contains("<malformed: ") {
                malformed += 1;
            } else {
                whole += 1;
            }
        });
    }
    assert!(whole > 10_000 && malformed > 10_000, "{whole} {malformed}");
}

/// What was read is written, and read again to the same.
fn twice<S>(bytes: &[u8])
where
    S: AttributeSet + PartialEq + Debug,
    for<'a> S: AttributeSet<View<'a> = S>,
{
    let Ok(value) = S::decode(Attributes::new(bytes, 20)) else {
        return;
    };
    let mut written = Vec::new();
    let mut out = AttributeWriter::new(&mut written);
    value.encode(&mut out);
    if out.finish().is_ok() {
        let again = S::decode(Attributes::new(&written, 20));
        assert_eq!(again.as_ref(), Ok(&value));
    }
}

/// An attribute with a length that may be right, a number that sets may have, and the flags that nests have.
fn attribute() -> impl Strategy<Value = Vec<u8>> {
    let number = (0..20u16, prop_oneof![Just(0), Just(0x8000), Just(0x4000)]);
    let leaf = (number, vec(any::<u8>(), 0..20), 0..40u16).prop_map(frame);
    leaf.prop_recursive(12, 60, 5, |inner| {
        let number = (0..12u16, prop_oneof![Just(0), Just(0x8000)]);
        (
            number,
            vec(inner, 0..5).prop_map(|parts| parts.concat()),
            0..40u16,
        )
            .prop_map(frame)
    })
}

fn frame(((number, flags), payload, wrong): ((u16, u16), Vec<u8>, u16)) -> Vec<u8> {
    let length = u16::try_from(4 + payload.len()).unwrap_or(u16::MAX);
    // Most are right.
    let length = if wrong < 4 {
        length.wrapping_add(wrong).wrapping_sub(2)
    } else {
        length
    };
    let mut bytes = length.to_le_bytes().to_vec();
    bytes.extend((number | flags).to_le_bytes());
    bytes.extend(payload);
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    bytes
}

/// Shows the attributes as those of a request to `add-addr`.
fn show(attributes: &[u8]) {
    let mut peer = Scripted::new();
    peer.know(MptcpPm::DESCRIPTION, 28);
    let length = u32::try_from(20 + attributes.len()).expect("short");
    let header = [28, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0];
    let request = [&length.to_le_bytes()[..], &header, attributes].concat();
    let shown = peer
        .send(&request)
        .expect_err("nothing is expected")
        .to_string();
    assert!(shown.contains("sent: mptcp_pm add-addr"), "{shown}");
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..200)) {
        read(&bytes);
        decode(&Attributes::new(&bytes, 20));
    }

    #[test]
    fn any_attributes_are_read_or_refused(parts in vec(attribute(), 0..8)) {
        let bytes = parts.concat();
        decode(&Attributes::new(&bytes, 20));
        show(&bytes);
        twice::<Attr>(&bytes);
        twice::<EventAttr>(&bytes);
        twice::<SubflowAttribute>(&bytes);
        twice::<CtrlAttrs>(&bytes);
        twice::<Policy>(&bytes);
    }
}
