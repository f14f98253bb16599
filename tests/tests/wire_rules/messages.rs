//! `nlmsghdr` and `genlmsghdr`.

use genl::codec::With;
use genl::wire::{
    GenericHeader, MessageHeader, MessageType, Messages, PayloadWriter, write_message,
};
use genl::{AttributeSet, DecodeError};

use super::hex;

const HEADER: MessageHeader = MessageHeader {
    kind: MessageType::Family(0x1122),
    flags: 0x3344,
    sequence: 0x5566_7788,
    port: 0x99aa_bbcc,
};

#[test]
fn rule_19_every_part_of_the_header_is_written_and_read() {
    let generic = GenericHeader {
        command: 0xdd,
        version: 0xee,
    };
    // Behind a message whose padding is missing.
    let mut bytes = hex("11000000 0100 0000 00000000 00000000 ff");
    let written = write_message(&mut bytes, HEADER, generic, 8, |out| out.fixed(1, [7]));
    written.expect("it fits");
    let expected = "11000000 0100 0000 00000000 00000000 ff 000000
        1c000000 2211 4433 88776655 ccbbaa99  dd ee 0000  0500 0100 07 000000";
    assert_eq!(bytes, hex(expected));

    let mut messages = Messages::new(&bytes);
    let first = messages.next().expect("two messages").expect("whole");
    assert_eq!(
        (first.header.kind, first.payload()),
        (MessageType::Noop, &[0xff][..])
    );
    let second = messages.next().expect("two messages").expect("whole");
    assert_eq!(second.header, HEADER);
    assert_eq!(second.as_bytes(), &bytes[20..]);
    let (read, attributes) = second.generic().expect("a header");
    assert_eq!((read, attributes.offset()), (generic, 20));
    assert_eq!(attributes.as_bytes(), hex("0500 0100 07 000000"));
    assert!(messages.next().is_none());
}

#[test]
fn rule_19_types_below_those_of_families_are_control_messages() {
    for (number, kind) in [
        (0, MessageType::Family(0)),
        (1, MessageType::Noop),
        (2, MessageType::Error),
        (3, MessageType::Done),
        (4, MessageType::Overrun),
        (5, MessageType::Family(5)),
        (16, MessageType::Family(16)),
        (u16::MAX, MessageType::Family(u16::MAX)),
    ] {
        assert_eq!(MessageType::from_number(number), kind);
        assert_eq!(kind.number(), number);
    }
}

#[test]
fn rule_19_a_header_alone_is_a_message() {
    let bytes = hex("10000000 0300 0000 00000000 00000000");
    let message = Messages::new(&bytes).next().expect("one").expect("whole");
    assert_eq!(message.payload(), []);
    let error = message.generic().expect_err("no generic header");
    let said = "has 0 bytes of payload, too few for a generic netlink header (at byte 16)";
    assert_eq!(error.to_string(), said);
    // One byte less is none.
    let mut messages = Messages::new(&bytes[..15]);
    let error = messages.next().expect("bytes").expect_err("too few");
    assert_eq!(
        error.to_string(),
        "ends with 15 bytes, too few for a header"
    );
    assert!(messages.next().is_none());
}

#[derive(AttributeSet)]
struct Texts {
    #[attr(1)]
    name: Option<String>,
    #[attr(2)]
    data: Option<Vec<u8>>,
    #[attr(3, unterminated)]
    tail: Option<String>,
    #[attr(4, with = AsIs)]
    own: Option<Vec<u8>>,
}

struct AsIs;

impl With<'_, Vec<u8>> for AsIs {
    fn put(value: &Vec<u8>, payload: &mut PayloadWriter<'_>) {
        payload.push(value);
    }

    fn get(payload: &[u8]) -> Result<Vec<u8>, DecodeError> {
        Ok(payload.to_vec())
    }
}

#[test]
fn rule_19_messages_of_any_length_end_at_a_boundary() {
    const PUT: genl::Do<Texts, ()> = genl::Family::new("texts", 1).op("put", 7);
    let header = MessageHeader {
        kind: MessageType::Family(30),
        flags: 1,
        sequence: 0,
        port: 0,
    };
    let none = || Texts {
        name: None,
        data: None,
        tail: None,
        own: None,
    };
    for length in 0..600 {
        let text = "x".repeat(length);
        let requests = [
            (
                1_u16,
                1,
                Texts {
                    name: Some(text.clone()),
                    ..none()
                },
            ),
            (
                2,
                0,
                Texts {
                    data: Some(text.clone().into()),
                    ..none()
                },
            ),
            (
                3,
                0,
                Texts {
                    tail: Some(text.clone()),
                    ..none()
                },
            ),
            (
                4,
                0,
                Texts {
                    own: Some(text.clone().into()),
                    ..none()
                },
            ),
        ];
        for (number, nul, request) in requests {
            let attribute = 4 + length + nul;
            let whole = (20 + attribute).next_multiple_of(4);
            let mut expected = u32::try_from(whole).expect("short").to_ne_bytes().to_vec();
            expected.extend([30_u16, 1].into_iter().flat_map(u16::to_ne_bytes));
            expected.extend([0; 8]);
            expected.extend([7, 1, 0, 0]);
            let attribute = u16::try_from(attribute).expect("short");
            expected.extend([attribute, number].into_iter().flat_map(u16::to_ne_bytes));
            expected.extend(text.as_bytes());
            expected.resize(whole, 0);
            for capacity in [0, 20, 20 + length, whole, 128, 4096] {
                let mut buffer = Vec::with_capacity(capacity);
                PUT.write(header, &request, &mut buffer).expect("it fits");
                assert_eq!(buffer, expected, "{length} bytes, room for {capacity}");
            }
        }
    }
}
