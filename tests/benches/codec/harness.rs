//! Rows: the same work by genl and by hand, measured in turns.

use std::fmt::Debug;
use std::hint::black_box;
use std::rc::Rc;
use std::time::{Duration, Instant};

use genl::wire::{MessageHeader, MessageType};
use genl::{Decoded, EncodeError};

/// What stands in front of every message that is written: that of a recorded request.
const HEADER: MessageHeader = MessageHeader {
    kind: MessageType::Family(28),
    flags: 5,
    sequence: 109,
    port: 0,
};

/// Does the work of one side so many times.
pub(crate) type Side = Box<dyn FnMut(u32)>;

/// One line of the table.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) genl: Side,
    pub(crate) hand: Side,
    /// The curve that it is a point of, and how many objects it has.
    pub(crate) point: Option<(&'static str, u32)>,
}

impl Row {
    /// Appends a message to a buffer that is kept from one message to the next.
    pub(crate) fn encode<T: 'static>(
        name: &str,
        value: T,
        genl: impl Fn(MessageHeader, &T, &mut Vec<u8>) -> Result<(), EncodeError> + 'static,
        hand: impl Fn(MessageHeader, &T, &mut Vec<u8>) -> Option<()> + 'static,
    ) -> Self {
        encoded(&value, &genl, &hand);
        let value = Rc::new((HEADER, value));
        Self {
            name: format!("{name} encode"),
            genl: into_vec(Rc::clone(&value), move |(header, value), out| {
                genl(*header, value, out)
            }),
            hand: into_vec(value, move |(header, value), out| hand(*header, value, out)),
            point: None,
        }
    }

    /// Reads one value, and drops it.
    pub(crate) fn decode<T: Debug + PartialEq + 'static>(
        name: &str,
        bytes: Vec<u8>,
        genl: impl Fn(&[u8]) -> Decoded<T> + 'static,
        hand: impl Fn(&[u8]) -> Option<T> + 'static,
    ) -> Self {
        decoded(&bytes, &genl, &hand);
        let bytes = Rc::new(bytes);
        Self {
            name: format!("{name} decode"),
            genl: by_value(Rc::clone(&bytes), genl),
            hand: by_value(bytes, hand),
            point: None,
        }
    }

    /// Appends the replies of a dump to a list that is kept from one dump to the next.
    pub(crate) fn collect<R: Debug + PartialEq + 'static>(
        name: &str,
        bytes: Vec<u8>,
        genl: impl Fn(&[u8], &mut Vec<R>) -> Decoded<()> + 'static,
        hand: impl Fn(&[u8], &mut Vec<R>) -> Option<()> + 'static,
    ) -> Self {
        let (mut read, mut by_hand) = (Vec::new(), Vec::new());
        genl(&bytes, &mut read).expect("genl reads the dump");
        hand(&bytes, &mut by_hand).expect("the dump is read by hand");
        assert_eq!(read, by_hand);
        let bytes = Rc::new(bytes);
        Self {
            name: format!("{name} decode"),
            genl: into_vec(Rc::clone(&bytes), move |bytes, list| genl(bytes, list)),
            hand: into_vec(bytes, move |bytes, list| hand(bytes, list)),
            point: None,
        }
    }

    /// Makes it a point of a curve.
    pub(crate) fn on(self, curve: &'static str, objects: u32) -> Self {
        let point = Some((curve, objects));
        Self { point, ..self }
    }

    /// Returns the allocations of one time by genl and by hand, in buffers that have grown before.
    pub(crate) fn allocations(&mut self) -> [u64; 2] {
        let sides = [&mut self.genl, &mut self.hand];
        sides.map(|side| allocation_counter::measure(|| side(1)).count_total)
    }

    /// Returns the nanoseconds of one time, as the medians of rounds by genl and by hand in turns.
    pub(crate) fn time(&mut self, rounds: usize) -> [f64; 2] {
        let sides = [&mut self.genl, &mut self.hand];
        let mut sides = sides.map(|side| (times_a_round(side), side, Vec::new()));
        for _ in 0..rounds {
            for (times, side, rounds) in &mut sides {
                rounds.push(elapsed(side, *times).as_secs_f64() * 1e9 / f64::from(*times));
            }
        }
        sides.map(|(.., rounds)| median(rounds))
    }
}

/// Returns the bytes that both sides write.
pub(crate) fn encoded<T>(
    value: &T,
    genl: impl Fn(MessageHeader, &T, &mut Vec<u8>) -> Result<(), EncodeError>,
    hand: impl Fn(MessageHeader, &T, &mut Vec<u8>) -> Option<()>,
) -> Vec<u8> {
    let (mut written, mut by_hand) = (Vec::new(), Vec::new());
    genl(HEADER, value, &mut written).expect("genl writes the value");
    hand(HEADER, value, &mut by_hand).expect("the value is written by hand");
    assert_eq!(written, by_hand);
    written
}

/// Returns the value that both sides read.
pub(crate) fn decoded<T: Debug + PartialEq>(
    bytes: &[u8],
    genl: impl Fn(&[u8]) -> Decoded<T>,
    hand: impl Fn(&[u8]) -> Option<T>,
) -> T {
    let read = genl(bytes).expect("genl reads the bytes");
    assert_eq!(Some(&read), hand(bytes).as_ref());
    read
}

fn into_vec<I: 'static, E: 'static, R: 'static>(
    input: Rc<I>,
    work: impl Fn(&I, &mut Vec<E>) -> R + 'static,
) -> Side {
    let mut out = Vec::new();
    Box::new(move |times| {
        for _ in 0..times {
            out.clear();
            let done = work(black_box(&input), black_box(&mut out));
            black_box((&done, &out));
        }
    })
}

fn by_value<R: 'static>(bytes: Rc<Vec<u8>>, work: impl Fn(&[u8]) -> R + 'static) -> Side {
    Box::new(move |times| {
        for _ in 0..times {
            black_box(&work(black_box(&bytes)));
        }
    })
}

/// Returns how often the work is done in a round of some hundred microseconds.
fn times_a_round(side: &mut Side) -> u32 {
    const ROUND: Duration = Duration::from_micros(300);
    let mut times = 1;
    while elapsed(side, times) < ROUND {
        times *= 2;
    }
    times
}

fn elapsed(side: &mut Side, times: u32) -> Duration {
    let start = Instant::now();
    uncounted(side, times);
    start.elapsed()
}

/// Does the work without the cost of counting its allocations.
pub(crate) fn uncounted(side: &mut Side, times: u32) {
    allocation_counter::opt_out(|| side(times));
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
