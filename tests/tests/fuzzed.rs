//! What `tests/fuzz` feeds with any bytes, fed with the seeds it begins with.

#[path = "../fuzz/shared/mod.rs"]
mod shared;

use shared::{answers, captures, crowded, datagrams, import, list, seeds, sets};

#[test]
fn seeds_are_run() {
    for (target, seeds) in seeds::all() {
        let run = match target {
            "answers" => answers::run,
            "captures" => captures::run,
            "datagrams" => datagrams::run,
            "import" => import::run,
            "sets" => sets::run,
            other => panic!("unknown target `{other}`"),
        };
        assert!(seeds.len() >= 3, "{target}: {}", seeds.len());
        for seed in &seeds {
            run(seed);
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
