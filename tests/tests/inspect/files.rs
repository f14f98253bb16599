//! Capture files of either byte order, cut ones, damaged ones, and what is no capture.

use std::time::Duration;

use genl::inspect::{Capture, CaptureError, Direction, Inspector};
use genl::mptcp_pm::MptcpPm;

use super::captures::{MICRO, NG, expected, packets, recording, rows, trees};
use super::common::hex;

const CUT: &[u8] = include_bytes!("../../fixtures/captures/cut.pcap");

/// A `pcap` in the other byte order, as a machine of that order writes it. The datagrams stay as they are.
fn swapped(file: &[u8]) -> Vec<u8> {
    let mut swapped = Vec::new();
    let (header, mut rest) = file.split_at(24);
    for field in [0..4, 4..6, 6..8, 8..12, 12..16, 16..20, 20..24] {
        swapped.extend(header[field].iter().rev());
    }
    while !rest.is_empty() {
        let (header, behind) = rest.split_at(16);
        let length = u32::from_ne_bytes(header[8..12].try_into().unwrap()) as usize;
        for field in header.chunks(4) {
            swapped.extend(field.iter().rev());
        }
        swapped.extend(&behind[..length]);
        rest = &behind[length..];
    }
    swapped
}

#[test]
fn either_byte_order_is_read() {
    assert_eq!(trees(&swapped(MICRO)), expected());
    assert_eq!(trees(&swapped(&recording())), trees(&recording()));
    let times = |file: &[u8]| packets(file).iter().map(|it| it.time).collect::<Vec<_>>();
    assert_eq!(times(&swapped(MICRO)), times(MICRO));
    assert_eq!(
        times(MICRO)[0],
        Some(Duration::new(1_700_000_000, 123_456_000))
    );
}

#[test]
fn a_datagram_of_the_other_byte_order_says_so() {
    let mut bytes = rows()[0].bytes.clone();
    bytes[..4].reverse();
    let tree = Inspector::default().inspect(&bytes, Direction::Unknown);
    assert!(tree.other_byte_order);
    assert!(
        tree.to_string()
            .ends_with("from a machine with the other byte order\n"),
        "{tree}"
    );
}

#[test]
fn cut_packets_are_read_as_far_as_they_go() {
    let mut inspector = Inspector::new(&[MptcpPm::DESCRIPTION]).with_id(MptcpPm::DESCRIPTION, 28);
    let packets = packets(CUT);
    assert_eq!(packets.len(), rows().len());
    let lengths: Vec<_> = rows().iter().map(|row| row.bytes.len()).collect();
    assert_eq!(
        packets.iter().map(|it| it.length).collect::<Vec<_>>(),
        lengths
    );
    let event = packets[14].inspect(&mut inspector).to_string();
    let text = "\
event, 84 bytes: type 28 (mptcp_pm), flags 0x0, sequence 0, port 0
  malformed: contains a message of length 84, but only 44 bytes are left (at byte 0)
    [54 00 00 00] 1c 00 00 00 00 00 00 00 00 00 00 00
  created (command 1), version 1
    token: 0xb1f65d8b
    family: 2 (inet)
    saddr4: 10.77.1.1
";
    assert_eq!(event, text);
}

#[test]
fn other_files_are_refused() {
    let error = |file: &[u8]| Capture::new(file).err();
    assert_eq!(error(&[]), Some(CaptureError::Format));
    assert_eq!(error(b"> 14000000"), Some(CaptureError::Format));
    let mut ethernet = MICRO.to_vec();
    ethernet[20..24].copy_from_slice(&1_u32.to_ne_bytes());
    assert_eq!(error(&ethernet), Some(CaptureError::LinkType { found: 1 }));
    let text = "the capture has link type 1, expected 253 (netlink)";
    assert_eq!(error(&ethernet).unwrap().to_string(), text);
    // The interface of a `pcapng` may be another one than netlink: its packets are skipped.
    let mut ethernet = NG.to_vec();
    ethernet[36..38].copy_from_slice(&1_u16.to_ne_bytes());
    assert_eq!(packets(&ethernet).len(), 0);
}

#[test]
fn damaged_files_end() {
    let recording = recording();
    let (mut cut, mut malformed) = (0, 0);
    for file in [NG, MICRO, &recording] {
        let mut read = |file: &[u8]| {
            let Ok(capture) = Capture::new(file) else {
                return;
            };
            let mut inspector = Inspector::new(&[MptcpPm::DESCRIPTION]);
            for packet in capture {
                match packet {
                    Ok(packet) => drop(packet.inspect(&mut inspector)),
                    Err(CaptureError::Cut { offset }) => {
                        assert!(offset < file.len());
                        cut += 1;
                    }
                    Err(CaptureError::Malformed { offset }) => {
                        assert!(offset < file.len());
                        malformed += 1;
                    }
                    Err(error) => panic!("{error}"),
                }
            }
        };
        for length in 0..file.len() {
            read(&file[..length]);
        }
        let mut file = file.to_vec();
        for place in 0..file.len() {
            file[place] ^= 0xff;
            read(&file);
            file[place] ^= 0xff;
        }
    }
    assert!(cut > 5000 && malformed > 50, "{cut} {malformed}");
}

/// A block of a `pcapng` in network byte order.
fn block(kind: u32, parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    let length = u32::try_from(body.len() + 12).expect("short").to_be_bytes();
    [&kind.to_be_bytes()[..], &length, &body, &length].concat()
}

#[test]
fn times_have_the_resolution_and_the_offset_of_their_interface() {
    let section = block(0x0a0d_0d0a, &[&hex("1a2b3c4d 0001 0000 ffffffffffffffff")]);
    // Resolutions of 10^-3, 2^-10 and 10^-99 seconds, and an offset of 100 seconds.
    let interface = |resolution: &str| {
        let options = format!("000e 0008 0000000000000064 0009 0001 {resolution} 000000 0000 0000");
        block(1, &[&hex("00fd 0000 00000000"), &hex(&options)])
    };
    let packet = |interface: u32| {
        let link = hex("0007 0338 00000000000000000000 0010 01020304");
        let lengths = hex("00000014 00000018");
        let time = hex("00000000 00000e10");
        block(6, &[&interface.to_be_bytes(), &time, &lengths, &link])
    };
    let interfaces = ["03", "8a", "63"].map(interface).concat();
    let file = [
        section,
        interfaces,
        packet(0),
        packet(1),
        packet(2),
        packet(9),
    ]
    .concat();
    let packets = packets(&file);
    let times: Vec<_> = packets.iter().map(|packet| packet.time).collect();
    let nanos = |seconds: u64, nanos: u32| Some(Duration::new(seconds, nanos));
    // 3600 thousandths, and 3600 of 1024 parts.
    assert_eq!(
        times,
        [nanos(103, 600_000_000), nanos(103, 515_625_000), None]
    );
    for packet in packets {
        assert_eq!((packet.bytes, packet.length), (&[1, 2, 3, 4][..], 8));
        assert_eq!(
            (packet.direction, packet.protocol),
            (Direction::ToKernel, 16)
        );
    }
}

/// Every type of block of the specification, some that are not in it, and lengths around the least one.
#[test]
fn blocks_of_any_type_and_length_are_read_or_refused() {
    let types = (0..0x20).chain([0xbad, 0x4000_0bad, 0x8000_0001, 0x0a0d_0d0a]);
    let orders: [fn(u32) -> [u8; 4]; 2] = [u32::to_be_bytes, u32::to_le_bytes];
    let (mut ended, mut refused) = (0, 0);
    for (kind, order) in types.flat_map(|kind: u32| orders.map(|order| (kind, order))) {
        let section = [0x0a0d_0d0a, 28, 0x1a2b_3c4d].map(order).concat();
        let version = if order(1)[0] == 1 { [1, 0] } else { [0, 1] };
        let rest = [&version[..], &[0; 2], &[0xff; 8], &order(28)].concat();
        for length in (0..=64).chain([u32::MAX - 11, u32::MAX]) {
            let head = [order(kind), order(length)].concat();
            let body = vec![0; usize::try_from(length.clamp(12, 64) - 12).expect("short")];
            let file = [&section, &rest, &head, &body, &order(length)[..]].concat();
            match Capture::new(&file).expect("a section").last() {
                None | Some(Ok(_)) => ended += 1,
                Some(Err(_)) => refused += 1,
            }
        }
    }
    assert!(ended > 2000 && refused > 1000, "{ended} {refused}");
}
