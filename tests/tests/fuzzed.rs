//! What `tests/fuzz` feeds with any bytes, fed with the seeds it begins with.

#[path = "../fuzz/shared/mod.rs"]
mod shared;

use shared::{
    answers, captures, crowded, datagrams, import, limited, list, seeds, sets, structured,
};

#[test]
fn seeds_and_what_was_kept_are_run() {
    for (target, inputs) in seeds::all().into_iter().chain(seeds::kept()) {
        let run = match target {
            "answers" => answers::run,
            "captures" => captures::run,
            "datagrams" => datagrams::run,
            "import" => import::run,
            "sets" => sets::run,
            "structured" => structured::run,
            other => panic!("unknown target `{other}`"),
        };
        assert!(inputs.len() >= 3, "{target}: {}", inputs.len());
        for input in &inputs {
            run(input);
        }
    }
}

/// A message of 64 KiB makes no decoder hold more than 8 MiB.
#[test]
fn the_longest_lists_keep_the_bound() {
    let mut read = 0;
    for set in list::SETS {
        for message in crowded::messages(set.description) {
            read += usize::from(set.read(&message).is_some());
        }
    }
    assert!(read > 100, "{read}");
}

/// Nests of one attribute each, as deep as they are read.
#[test]
fn the_most_nests_keep_the_bound() {
    let deepest = (0..8u16).fold(Vec::new(), |inner: Vec<u8>, depth| {
        let header = [(depth + 1) * 4, 0x8001].map(u16::to_ne_bytes).concat();
        [header, inner].concat()
    });
    let attributes = deepest.repeat(65_500 / deepest.len());
    let length = u32::try_from(20 + attributes.len()).expect("short");
    // A command that the family does not have, so that no attribute has a description.
    let header = [28, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 99, 1, 0, 0];
    datagrams::run(&[&[0], &length.to_ne_bytes()[..], &header, &attributes].concat());
}

/// A description of which an alias is most: what is printed is nearly as large as it may get.
#[test]
fn a_description_that_repeats_much_keeps_the_bound() {
    let doc = "word ".repeat(8_000);
    let attributes = (0..95).map(|place| format!("{{name: a{place}, type: u8, doc: *doc}}"));
    let attributes = attributes.collect::<Vec<_>>().join(", ");
    let description = format!(
        "name: f\ndoc: &doc {doc}\noperations: {{list: []}}\nattribute-sets: [{{name: s, attributes: [{attributes}]}}]\n"
    );
    let printed = import::check(&description, None).expect("it is right");
    assert!(printed > 7 << 19, "{printed} bytes");
}

/// A record of a `pcap` in the byte order of this machine, as the kernel's `nlmon` sends a datagram of generic netlink.
fn record(datagram: &[u8], to_kernel: bool) -> Vec<u8> {
    let length = u32::try_from(16 + datagram.len()).expect("short");
    let kind = if to_kernel { 7_u16 } else { 6 };
    let mut record = [0, 0, length, length].map(u32::to_ne_bytes).concat();
    record.extend(kind.to_be_bytes());
    record.extend([3, 56]);
    record.extend([0; 10]);
    record.extend(16_u16.to_be_bytes());
    record.extend(datagram);
    record
}

fn message(kind: u16, sequence: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(16 + payload.len()).expect("short");
    let mut message = length.to_ne_bytes().to_vec();
    message.extend([kind, 1].map(u16::to_ne_bytes).concat());
    message.extend([sequence, 0].map(u32::to_ne_bytes).concat());
    message.extend(payload);
    message
}

/// Large requests, and answers of the controller with another family in each: what is remembered of a capture is bounded.
#[test]
fn a_long_capture_keeps_the_bound() {
    let head = [0xa1b2_c3d4_u32, 0x0004_0002, 0, 0, 0x0004_0000, 253].map(u32::to_ne_bytes);
    let mut file = head.concat();
    for sequence in 0..400_u32 {
        file.extend(record(&message(28, sequence, &vec![1; 60_000]), true));
    }
    for id in 16..8000_u16 {
        let mut family = vec![1, 2, 0, 0];
        family.extend([6, 1, id, 0, 204, 2].map(u16::to_ne_bytes).concat());
        family.extend(format!("{id:0>199}\0").bytes());
        file.extend(record(&message(16, 0, &family), false));
    }
    assert!(file.len() > 24 << 20, "{} bytes", file.len());
    let read = limited("capture", || captures::read(&file));
    assert_eq!(read, 400 + 7984);
}
