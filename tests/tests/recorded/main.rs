//! What a kernel was asked and what it said, as recorded in `fixtures/`: genl writes the same bytes, and reads the same meaning.

#[path = "../common/mod.rs"]
mod common;

mod client;
mod controller;
mod errors;
mod operations;
mod refusals;
mod replies;
mod requests;
mod values;

use genl::wire::{MessageHeader, MessageType};
use genl_tests::fixtures::{self, Direction, Row};

const FILES: [&str; 4] = ["events", "in_kernel", "subflow_info", "userspace"];

/// The id of `mptcp_pm` in every recording.
const ID: u16 = 28;

/// A request with everything that came before the next one.
#[derive(Debug)]
struct Exchange {
    label: String,
    request: Vec<u8>,
    answers: Vec<Row>,
}

fn exchanges(file: &str) -> Vec<Exchange> {
    let mut exchanges: Vec<Exchange> = Vec::new();
    for row in fixtures::rows(file) {
        match (row.direction, exchanges.last_mut()) {
            (Direction::Tx, _) => exchanges.push(Exchange {
                label: row.label,
                request: row.bytes,
                answers: Vec::new(),
            }),
            (_, Some(exchange)) => exchange.answers.push(row),
            // Events of what was set up before.
            (_, None) => {}
        }
    }
    exchanges
}

fn u16_at(bytes: &[u8], place: usize) -> u16 {
    u16::from_le_bytes([bytes[place], bytes[place + 1]])
}

/// The header of a recorded message, read without genl.
fn header(bytes: &[u8]) -> MessageHeader {
    let word =
        |place: usize| u32::from(u16_at(bytes, place + 2)) << 16 | u32::from(u16_at(bytes, place));
    MessageHeader {
        kind: match u16_at(bytes, 4) {
            2 => MessageType::Error,
            3 => MessageType::Done,
            kind => MessageType::Family(kind),
        },
        flags: u16_at(bytes, 6),
        sequence: word(8),
        port: word(12),
    }
}
