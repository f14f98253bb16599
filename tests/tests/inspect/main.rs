//! Datagrams as people read them: recorded ones say what was recorded of them, damaged ones say where they are damaged.

#[path = "../common/mod.rs"]
mod common;

mod captures;
mod damaged;
mod errors;
mod files;
mod forms;
mod learned;
mod marks;
mod rows;
mod structs;

use genl::inspect::{Direction, Inspector};
use genl::mptcp_pm::MptcpPm;
use genl_tests::fixtures::{self, Row};

const FILES: [&str; 4] = ["events", "in_kernel", "subflow_info", "userspace"];

/// `NETLINK_SOCK_DIAG`: the type of its messages. In these recordings no family has it as its id.
const SOCK_DIAG: u16 = 20;

/// The path manager, with its id in every recording.
fn inspector() -> Inspector {
    Inspector::new(&[]).with_id(MptcpPm::DESCRIPTION, 28)
}

fn recorded() -> impl Iterator<Item = Row> {
    FILES.into_iter().flat_map(fixtures::rows)
}

fn direction(row: &Row) -> Direction {
    match row.direction {
        fixtures::Direction::Tx => Direction::ToKernel,
        fixtures::Direction::Rx | fixtures::Direction::Event => Direction::FromKernel,
    }
}

/// The type of the first message, read without genl.
fn kind(bytes: &[u8]) -> u16 {
    u16::from_ne_bytes([bytes[4], bytes[5]])
}

fn digits(bytes: &[u8]) -> String {
    let digits: Vec<_> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    digits.concat()
}
