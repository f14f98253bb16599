//! genl's codecs beside hand-written ones over the same bytes, in one run: `cargo bench -p genl-tests`.
//!
//! The last lines are what counts: how many times as long genl takes. Absolute times mean nothing.

mod by_hand;

use std::hint::black_box;
use std::net::Ipv4Addr;
use std::path::Path;

use criterion::Criterion;
use genl::AttributeSet;
use genl::mptcp_pm::{AddAddr, Address, AddressFlags, EndpointReply, MptcpPm, SubflowEvent};
use genl::wire::{MessageHeader, MessageType, Messages};
use genl_tests::fixtures::{self, Direction};

const HEADER: MessageHeader = MessageHeader {
    kind: MessageType::Family(28),
    flags: 5,
    sequence: 109,
    port: 0,
};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    encode_add_addr(&mut criterion);
    decode_dump(&mut criterion);
    decode_event(&mut criterion);
    criterion.final_summary();
    for group in [
        "encode add-addr",
        "decode dump of 8 endpoints",
        "decode sub-established",
    ] {
        if let (Some(genl), Some(hand)) = (median(group, "genl"), median(group, "by hand")) {
            println!(
                "{group}: genl takes {:.2} times as long as by hand",
                genl / hand
            );
        }
    }
}

fn encode_add_addr(criterion: &mut Criterion) {
    let flags = AddressFlags::SIGNAL | AddressFlags::SUBFLOW;
    let addr = Address::from(Ipv4Addr::new(10, 0, 0, 7))
        .id(7)
        .flags(flags)
        .if_idx(3);
    let request = AddAddr { addr };
    let recorded = fixtures::bytes("in_kernel", "add-v4-full-id7", Direction::Tx);
    let (mut genl, mut hand) = (Vec::new(), Vec::new());

    let mut group = criterion.benchmark_group("encode add-addr");
    group.bench_function("genl", |bencher| {
        bencher.iter(|| {
            genl.clear();
            MptcpPm::ADD_ADDR.write(HEADER, black_box(&request), black_box(&mut genl))
        });
    });
    group.bench_function("by hand", |bencher| {
        bencher.iter(|| {
            hand.clear();
            by_hand::add_addr(28, 109, black_box(&request.addr), black_box(&mut hand));
        });
    });
    group.finish();
    for encoded in [genl, hand] {
        assert!(encoded.is_empty() || encoded == recorded);
    }
}

fn decode_dump(criterion: &mut Criterion) {
    let datagram = dump_of_eight();
    let mut genl: Vec<EndpointReply> = Vec::with_capacity(8);
    let mut hand: Vec<EndpointReply> = Vec::with_capacity(8);

    let mut group = criterion.benchmark_group("decode dump of 8 endpoints");
    group.bench_function("genl", |bencher| {
        bencher.iter(|| {
            genl.clear();
            for message in Messages::new(black_box(&datagram)) {
                let (_, attributes) = message?.generic()?;
                genl.push(EndpointReply::decode(attributes)?);
            }
            black_box(&genl);
            Ok::<_, genl::DecodeError>(())
        });
    });
    group.bench_function("by hand", |bencher| {
        bencher.iter(|| {
            hand.clear();
            let read = by_hand::endpoints(black_box(&datagram), &mut hand);
            black_box(&hand);
            read
        });
    });
    group.finish();
    assert!(genl.is_empty() || hand.is_empty() || (genl == hand && genl.len() == 8));
}

fn decode_event(criterion: &mut Criterion) {
    let recorded = fixtures::rows("userspace");
    let event = recorded
        .iter()
        .find(|row| row.direction == Direction::Event && row.bytes[16] == 10);
    let datagram = &event.expect("a sub-established event was recorded").bytes;
    assert_eq!(
        sub_established(datagram).ok(),
        by_hand::sub_established(datagram)
    );
    assert!(sub_established(datagram).is_ok());

    let mut group = criterion.benchmark_group("decode sub-established");
    group.bench_function("genl", |bencher| {
        bencher.iter(|| sub_established(black_box(datagram)));
    });
    group.bench_function("by hand", |bencher| {
        bencher.iter(|| by_hand::sub_established(black_box(datagram)));
    });
    group.finish();
}

/// What a listener does with a datagram of one event.
fn sub_established(datagram: &[u8]) -> Result<SubflowEvent, genl::DecodeError> {
    let message = Messages::new(datagram).next();
    let message = message.unwrap_or_else(|| Err(genl::DecodeError::refused("is empty")))?;
    SubflowEvent::decode(message.generic()?.1)
}

/// Eight replies of a recorded dump (which had seven), in one datagram as the kernel sends them.
fn dump_of_eight() -> Vec<u8> {
    let rows = fixtures::find("in_kernel", "dump-get-addr");
    let reply = rows
        .iter()
        .find(|row| row.direction == Direction::Rx)
        .expect("the dump was recorded");
    let messages = Messages::new(&reply.bytes).flatten().cycle().take(8);
    messages
        .flat_map(|message| message.as_bytes().iter().copied())
        .collect()
}

/// What criterion measured, in nanoseconds; nothing when the benchmark was filtered out.
fn median(group: &str, function: &str) -> Option<f64> {
    let target = std::env::var("CARGO_TARGET_DIR")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../target").to_owned());
    let path = Path::new(&target)
        .join("criterion")
        .join(group)
        .join(function)
        .join("new/estimates.json");
    let estimates: serde_json::Value = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
    estimates["median"]["point_estimate"].as_f64()
}
