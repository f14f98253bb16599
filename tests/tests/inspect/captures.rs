//! Captures of other makers and of genl's recorder.

use std::collections::VecDeque;
use std::io;
use std::time::{Duration, Instant};

use genl::inspect::{Capture, Direction, Inspector, Packet, Tree};
use genl::mptcp_pm::MptcpPm;
use genl::transport::Datagram;
use genl::{Recorder, Transport};
use genl_tests::fixtures::{self, Row};

use super::{SOCK_DIAG, direction, kind};

pub(super) const NG: &[u8] = include_bytes!("../../fixtures/captures/netlink.pcapng");
pub(super) const MICRO: &[u8] = include_bytes!("../../fixtures/captures/micro.pcap");
const TSHARK: &str = include_str!("../../fixtures/captures/netlink.txt");

/// The rows that the captures hold.
pub(super) fn rows() -> Vec<Row> {
    let files = [
        ("in_kernel", "ctrl-getfamily-mptcp_pm"),
        ("in_kernel", "get-limits-default"),
        ("in_kernel", "set-limits-9"),
        ("in_kernel", "err-addr6-short-15"),
        ("in_kernel", "err-dump-bad-token"),
        ("in_kernel", "err-add-missing-family-extack-NO-capack"),
        ("events", "v4-connect"),
    ];
    let mut rows: Vec<_> = files
        .into_iter()
        .flat_map(|(file, label)| fixtures::find(file, label))
        .collect();
    rows.extend(
        fixtures::find("subflow_info", "inet-diag-tcp-ulp-A")
            .into_iter()
            .take(1),
    );
    rows
}

pub(super) fn packets(file: &[u8]) -> Vec<Packet<'_>> {
    let capture = Capture::new(file).expect("a capture");
    capture.map(|packet| packet.expect("a packet")).collect()
}

/// What every packet says, read in their order. The id of the family is learned from the capture.
pub(super) fn trees(file: &[u8]) -> Vec<String> {
    let mut inspector = Inspector::new(&[MptcpPm::DESCRIPTION]);
    let packets = packets(file);
    let trees = packets.iter().map(|packet| packet.inspect(&mut inspector));
    trees.map(|tree| tree.to_string()).collect()
}

/// What the rows say, read without a capture.
pub(super) fn expected() -> Vec<String> {
    let mut inspector = Inspector::new(&[]).with_id(MptcpPm::DESCRIPTION, 28);
    let mut read = |row: &Row| -> String {
        let tree: Tree<'_> = if kind(&row.bytes) == SOCK_DIAG {
            inspector.inspect_headers(&row.bytes, direction(row))
        } else {
            inspector.follow(&row.bytes, direction(row))
        };
        tree.to_string()
    };
    rows().iter().map(&mut read).collect()
}

#[test]
fn files_of_other_makers_say_what_the_datagrams_say() {
    assert_eq!(trees(NG), expected());
    assert_eq!(trees(MICRO), expected());
    assert!(expected()[3].contains("type 28 (mptcp_pm)"));
    assert!(expected()[19].starts_with("request, 72 bytes: type 20, flags 0x301 (request | dump)"));
}

#[test]
fn tshark_reads_the_same_headers() {
    let mut inspector = Inspector::default();
    let packets = packets(NG);
    assert_eq!(TSHARK.lines().count(), packets.len());
    for (packet, line) in packets.iter().zip(TSHARK.lines()) {
        let fields: Vec<_> = line.split(' ').collect();
        let number = |at: usize| match fields[at].strip_prefix("0x") {
            Some(digits) => u64::from_str_radix(digits, 16).expect("hex digits"),
            None => fields[at].parse().expect("digits"),
        };
        let (seconds, nanos) = fields[0].split_once('.').expect("a fraction");
        let time = Duration::new(seconds.parse().unwrap(), nanos.parse().unwrap());
        assert_eq!(packet.time, Some(time));
        assert_eq!(u64::from(packet.protocol), number(1));
        let tree = packet.inspect(&mut inspector);
        let message = &tree.messages[0];
        assert_eq!(u64::from(message.length), number(2));
        assert_eq!(u64::from(message.header.flags), number(3));
        assert_eq!(u64::from(message.header.sequence), number(4));
        assert_eq!(u64::from(message.header.port), number(5));
        // Of the end of a dump tshark reads no error.
        if let (Some(status), false) = (message.status(), fields[6].is_empty()) {
            assert_eq!(status.number.to_string(), fields[6]);
        }
    }
}

/// Takes every datagram, and hands these out.
struct Replay(VecDeque<Vec<u8>>);

impl Transport for Replay {
    fn send(&mut self, _: &[u8]) -> io::Result<()> {
        Ok(())
    }

    fn receive(&mut self, buffer: &mut Vec<u8>) -> io::Result<Datagram> {
        let bytes = self.0.pop_front().ok_or(io::ErrorKind::WouldBlock)?;
        buffer.extend(&bytes);
        Ok(Datagram {
            length: bytes.len(),
            sender: 0,
        })
    }

    fn wait(&mut self, _: Option<Instant>) -> io::Result<()> {
        Ok(())
    }

    fn join(&mut self, _: u32) -> io::Result<()> {
        Ok(())
    }

    fn leave(&mut self, _: u32) -> io::Result<()> {
        Ok(())
    }
}

/// What genl's recorder writes of the rows. It records one protocol alone.
pub(super) fn recording() -> Vec<u8> {
    let mut recorder = Recorder::new(Replay(VecDeque::new()));
    for row in rows().iter().filter(|row| kind(&row.bytes) != SOCK_DIAG) {
        if direction(row) == Direction::ToKernel {
            recorder.send(&row.bytes).expect("it takes all");
        } else {
            recorder.inner().0.push_back(row.bytes.clone());
            let mut buffer = Vec::with_capacity(1 << 16);
            recorder.receive(&mut buffer).expect("it is there");
        }
    }
    let mut file = Vec::new();
    recorder.to_pcap(&mut file).expect("memory");
    file
}

#[test]
fn recordings_say_what_the_datagrams_say() {
    let (file, expected) = (recording(), expected());
    assert_eq!(trees(&file), expected[..expected.len() - 1]);
    let now = std::time::SystemTime::UNIX_EPOCH.elapsed().expect("later");
    for packet in packets(&file) {
        let time = packet.time.expect("a time");
        assert!(now < time + Duration::from_secs(60), "{time:?}");
    }
}
