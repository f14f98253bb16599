//! Recorded requests, sent again by a client to a peer that answers as recorded.

use genl::mptcp_pm::{Attr, MptcpPm};
use genl::transport::Step;
use genl::wire::UnknownAttribute;
use genl::{
    AttributeSet, AttributeWriter, Attributes, Client, DecodeError, Error, ExtendedAck, Scripted,
    description,
};
use genl_tests::fixtures::{Direction, Row};

use super::{Exchange, ID, u16_at};

/// The attributes of a recorded request as they are, malformed ones included: paths are found in bytes that genl would not write.
#[derive(Debug)]
struct Recorded(Vec<UnknownAttribute>);

impl AttributeSet for Recorded {
    type View<'a> = ();

    const DESCRIPTION: description::AttributeSet = <Attr as AttributeSet>::DESCRIPTION;

    fn encode(&self, out: &mut AttributeWriter<'_>) {
        out.put_unknown(&self.0);
    }

    fn decode(_: Attributes<'_>) -> Result<(), DecodeError> {
        Ok(())
    }
}

/// What came of a request.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// Its replies, in whole sets.
    pub(crate) replies: Vec<Attr>,
    /// What the kernel said beside it; for a success the warning.
    pub(crate) result: Result<Option<ExtendedAck>, Error>,
}

/// The outermost attributes of a request, up to the first that is broken.
fn outermost(request: &[u8]) -> Vec<UnknownAttribute> {
    let mut rest = request.get(20..).unwrap_or_default();
    let mut found = Vec::new();
    while rest.len() >= 4 {
        let length = usize::from(u16_at(rest, 0));
        if length < 4 || length > rest.len() {
            break;
        }
        found.push(UnknownAttribute {
            number: u16_at(rest, 2) & 0x3fff,
            nested: u16_at(rest, 2) & 0x8000 != 0,
            net_byteorder: u16_at(rest, 2) & 0x4000 != 0,
            payload: rest[4..length].to_vec(),
        });
        rest = rest.get(length.next_multiple_of(4)..).unwrap_or_default();
    }
    found
}

/// What a client sends for it: its own flags, the version of the family, no sequence number yet.
fn sent(command: u8, flags: u16, attributes: &[UnknownAttribute]) -> Vec<u8> {
    let mut bytes = vec![0; 16];
    bytes.extend([command, 1, 0, 0]);
    for attribute in attributes {
        let length = u16::try_from(4 + attribute.payload.len()).expect("a short attribute");
        let nested = u16::from(attribute.nested) << 15;
        let net_byteorder = u16::from(attribute.net_byteorder) << 14;
        bytes.extend(length.to_le_bytes());
        bytes.extend((attribute.number | nested | net_byteorder).to_le_bytes());
        bytes.extend(&attribute.payload);
        bytes.resize(bytes.len().next_multiple_of(4), 0);
    }
    let length = u32::try_from(bytes.len()).expect("a short message");
    bytes[..4].copy_from_slice(&length.to_le_bytes());
    bytes[4..6].copy_from_slice(&ID.to_le_bytes());
    bytes[6..8].copy_from_slice(&flags.to_le_bytes());
    bytes
}

fn step(row: &Row) -> Step<'_> {
    match row.direction {
        Direction::Event => Step::Event(&row.bytes),
        _ => Step::Answer(&row.bytes),
    }
}

/// Sends the request of an exchange again.
pub(crate) fn replay(exchange: &Exchange) -> Outcome {
    let request = Recorded(outermost(&exchange.request));
    let command = exchange.request.get(16).copied().unwrap_or_default();
    let is_dump = u16_at(&exchange.request, 6) & 0x300 == 0x300;
    let mut answers = exchange
        .answers
        .iter()
        .filter(|row| row.direction == Direction::Rx);
    let has_reply = answers.any(|row| u16_at(&row.bytes, 4) == ID);
    let flags = match (is_dump, has_reply) {
        (true, _) => 0x301,
        (false, true) => 1,
        (false, false) => 5,
    };

    let mut peer = Scripted::new();
    peer.family(MptcpPm::DESCRIPTION, ID)
        .expect("the description is right");
    let sent = sent(command, flags, &request.0);
    let answers = exchange.answers.iter().map(step);
    peer.replay([Step::Request(&sent)].into_iter().chain(answers));
    let mut client = Client::over(peer).expect("no socket");

    let mut replies = Vec::new();
    let result = if is_dump {
        let operation = MptcpPm::FAMILY.dump::<Recorded, Attr>("dump", command);
        let replies_of_dump = client.dump(&operation, &request).expect("it can be sent");
        let collected: Result<Vec<_>, _> = replies_of_dump.collect();
        collected.map(|collected| replies = collected)
    } else if has_reply {
        let operation = MptcpPm::FAMILY.op::<Recorded, Attr>("get", command);
        client
            .call(&operation, &request)
            .map(|reply| replies.push(reply))
    } else {
        let operation = MptcpPm::FAMILY.op::<Recorded, ()>("do", command);
        client.call(&operation, &request)
    };
    assert_eq!(client.transport().outstanding(), 0);
    let result = result.map(|()| client.warning().cloned());
    Outcome { replies, result }
}
