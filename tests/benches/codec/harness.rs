//! Rows: the same work by genl and by hand, measured in alternating rounds.

use std::fmt::Debug;
use std::hint::black_box;
use std::rc::Rc;
use std::time::{Duration, Instant};

use genl::wire::{MessageHeader, MessageType, Messages};
use genl::{Attributes, DecodeError, Decoded, EncodeError};

use crate::hand;

/// Repeats the work of one side this many times.
pub(crate) type Side = Box<dyn FnMut(u32)>;

/// One line of the table.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) genl: Side,
    pub(crate) hand: Side,
    /// The curve to which the row belongs, and its number of objects.
    pub(crate) point: Option<(&'static str, u32)>,
}

/// The headers of every message that is written: those of a recorded request.
const HEADER: MessageHeader = MessageHeader {
    kind: MessageType::Family(28),
    flags: 5,
    sequence: 109,
    port: 0,
};

impl Row {
    /// Creates a row that appends a message to a reused buffer.
    pub(crate) fn encode<T: 'static>(
        name: &str,
        value: T,
        genl: impl Fn(MessageHeader, &T, &mut Vec<u8>) -> Result<(), EncodeError> + 'static,
        hand: impl Fn(MessageHeader, &T, &mut Vec<u8>) -> Option<()> + 'static,
    ) -> Self {
        encoded(&value, &genl, &hand);
        Self::into_vec(
            format!("{name} encode"),
            (HEADER, value),
            move |(header, value), out| genl(*header, value, out),
            move |(header, value), out| hand(*header, value, out),
        )
    }

    /// Creates a row that appends the replies of a dump to a reused list.
    pub(crate) fn collect<R: Debug + PartialEq + 'static>(
        name: &str,
        dump: Vec<u8>,
        genl: impl Fn(Attributes<'_>) -> Decoded<R> + 'static,
        hand: impl Fn(&[u8], &mut Vec<R>) -> Option<()> + 'static,
    ) -> Self {
        let genl = move |dump: &Vec<u8>, list: &mut Vec<R>| {
            for message in Messages::new(dump) {
                list.push(genl(message?.generic()?.1)?);
            }
            Ok(())
        };
        let hand =
            move |dump: &Vec<u8>, list: &mut Vec<R>| hand::messages(dump, |body| hand(body, list));
        let (mut read, mut by_hand) = (Vec::new(), Vec::new());
        let refused: Decoded<()> = genl(&dump, &mut read);
        refused.expect("genl reads the dump");
        hand(&dump, &mut by_hand).expect("the dump is read by hand");
        assert_eq!(read, by_hand);
        Self::into_vec(format!("{name} decode"), dump, genl, hand)
    }

    /// Creates a row that reads a message and drops the value.
    pub(crate) fn decode<T: Debug + PartialEq + 'static>(
        name: &str,
        message: Vec<u8>,
        genl: impl Fn(Attributes<'_>) -> Decoded<T> + 'static,
        hand: impl Fn(&[u8]) -> Option<T> + 'static,
    ) -> Self {
        let genl = move |_, attributes: Attributes<'_>| genl(attributes);
        Self::decode_any(name, message, genl, move |_, attributes| hand(attributes))
    }

    /// Creates the same row for a message whose command determines its kind.
    pub(crate) fn decode_any<T: Debug + PartialEq + 'static>(
        name: &str,
        message: Vec<u8>,
        genl: impl Fn(u8, Attributes<'_>) -> Decoded<T> + 'static,
        hand: impl Fn(u8, &[u8]) -> Option<T> + 'static,
    ) -> Self {
        let genl = move |message: &[u8]| read(message, &genl);
        let hand = move |message: &[u8]| hand::message(message, &hand);
        let value = genl(&message).expect("genl reads the message");
        assert_eq!(Some(value), hand(&message));
        let message = Rc::new(message);
        Self {
            name: format!("{name} decode"),
            genl: by_value(Rc::clone(&message), genl),
            hand: by_value(message, hand),
            point: None,
        }
    }

    /// Creates a row that appends a message and reads it.
    pub(crate) fn both<T: Debug + PartialEq + 'static>(
        name: &str,
        value: T,
        write: impl Fn(MessageHeader, &T, &mut Vec<u8>) -> Result<(), EncodeError> + 'static,
        write_by_hand: impl Fn(MessageHeader, &T, &mut Vec<u8>) -> Option<()> + 'static,
        read: impl Fn(Attributes<'_>) -> Decoded<T> + 'static,
        read_by_hand: impl Fn(&[u8]) -> Option<T> + 'static,
    ) -> [Self; 2] {
        let message = encoded(&value, &write, &write_by_hand);
        [
            Self::encode(name, value, write, write_by_hand),
            Self::decode(name, message, read, read_by_hand),
        ]
    }

    fn into_vec<I: 'static, E: 'static, G: 'static, H: 'static>(
        name: String,
        input: I,
        genl: impl Fn(&I, &mut Vec<E>) -> G + 'static,
        hand: impl Fn(&I, &mut Vec<E>) -> H + 'static,
    ) -> Self {
        let input = Rc::new(input);
        Self {
            name,
            genl: into_vec(Rc::clone(&input), genl),
            hand: into_vec(input, hand),
            point: None,
        }
    }

    /// Makes the row a point of a curve.
    pub(crate) fn on(self, curve: &'static str, objects: u32) -> Self {
        let point = Some((curve, objects));
        Self { point, ..self }
    }

    /// Returns the allocations of one repetition by genl and by hand, with buffers that have already grown.
    pub(crate) fn allocations(&mut self) -> [u64; 2] {
        let sides = [&mut self.genl, &mut self.hand];
        sides.map(|side| allocation_counter::measure(|| side(1)).count_total)
    }

    /// Returns the nanoseconds of one repetition, as the medians of alternating rounds by genl and by hand.
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

/// Returns the message that both sides write.
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

/// Returns the value that both sides read from a message.
pub(crate) fn decoded<T: Debug + PartialEq>(
    message: &[u8],
    genl: impl Fn(Attributes<'_>) -> Decoded<T>,
    hand: impl Fn(&[u8]) -> Option<T>,
) -> T {
    let value = read(message, |_, attributes| genl(attributes)).expect("genl reads the message");
    assert_eq!(
        Some(&value),
        hand::message(message, |_, attributes| hand(attributes)).as_ref()
    );
    value
}

/// Reads the first message of a datagram, as a listener does.
#[inline]
fn read<T>(datagram: &[u8], read: impl Fn(u8, Attributes<'_>) -> Decoded<T>) -> Decoded<T> {
    let message = Messages::new(datagram).next();
    let message = message.unwrap_or_else(|| Err(DecodeError::refused("is empty")))?;
    let (header, attributes) = message.generic()?;
    read(header.command, attributes)
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

fn by_value<R: 'static>(message: Rc<Vec<u8>>, work: impl Fn(&[u8]) -> R + 'static) -> Side {
    Box::new(move |times| {
        for _ in 0..times {
            black_box(&work(black_box(&message)));
        }
    })
}

/// Returns the number of repetitions in a round of some hundred microseconds.
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

/// Repeats the work without counting its allocations.
pub(crate) fn uncounted(side: &mut Side, times: u32) {
    allocation_counter::opt_out(|| side(times));
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
