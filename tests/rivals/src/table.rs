//! Rows of the table: what is read or written, by genl and by those that can.

use std::error::Error;
use std::fmt::Debug;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// The side that every other one is compared with.
pub(crate) const GENL: &str = "genl";

/// What a side makes of bytes. Errors are boxed, which costs nothing where there is none.
pub(crate) type Answer<T> = Result<T, Box<dyn Error>>;

/// Does the work of one side so many times.
type Work = Box<dyn FnMut(u32)>;

/// One thing that is read or written. The sides' results are compared before anything is measured.
pub(crate) struct Row {
    name: &'static str,
    /// genl, then the others.
    sides: Vec<(&'static str, Work)>,
    unable: Vec<(&'static str, String)>,
}

/// Bytes that are read, and the value that genl reads.
pub(crate) struct Decoding<T> {
    row: Row,
    bytes: &'static [u8],
    expected: T,
}

/// Bytes that are written.
pub(crate) struct Encoding {
    row: Row,
    expected: Vec<u8>,
}

impl Row {
    /// Starts a row that reads `bytes`.
    pub(crate) fn decode<T: Debug + PartialEq>(
        name: &'static str,
        bytes: Vec<u8>,
        genl: impl Fn(&[u8]) -> Answer<T> + 'static,
    ) -> Decoding<T> {
        let bytes: &[u8] = bytes.leak();
        let expected = genl(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        let row = Self::new(name);
        let decoding = Decoding {
            row,
            bytes,
            expected,
        };
        decoding.beside(GENL, genl)
    }

    /// Starts a row that writes `expected`.
    pub(crate) fn encode(name: &'static str, expected: Vec<u8>) -> Encoding {
        let row = Self::new(name);
        Encoding { row, expected }
    }

    const fn new(name: &'static str) -> Self {
        Self {
            name,
            sides: Vec::new(),
            unable: Vec::new(),
        }
    }

    /// Returns the row and side of each work.
    pub(crate) fn runs(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.sides.iter().map(|(side, _)| (self.name, *side))
    }

    /// Does the work of one side, if the row has that name and the side.
    pub(crate) fn run(&mut self, name: &str, side: &str, times: u32) -> bool {
        let mut sides = self.sides.iter_mut();
        let work = sides.find(|(known, _)| self.name == name && *known == side);
        work.map(|(_, work)| work(times)).is_some()
    }

    /// Measures all sides in turns, and prints a line for each of the others.
    pub(crate) fn measure(&mut self) {
        let medians = medians(&mut self.sides);
        let [genl, rivals @ ..] = &medians[..] else {
            return;
        };
        for ((rival, _), theirs) in self.sides.iter().skip(1).zip(rivals) {
            let (row, ratio) = (self.name, theirs / genl);
            println!("{row:17} {rival:27} {genl:9.1} {theirs:9.1} {ratio:11.2}");
        }
        for (rival, reason) in &self.unable {
            println!("{:17} {rival:27} cannot: {reason}", self.name);
        }
    }
}

/// Prints what stands above the rows.
pub(crate) fn head() {
    let [row, rival, genl, theirs, ratio] = ["row", "rival", "genl ns", "rival ns", "rival/genl"];
    println!("{row:17} {rival:27} {genl:>9} {theirs:>9} {ratio:>11}");
}

impl<T: Debug + PartialEq> Decoding<T> {
    /// Adds a crate that reads into the same type.
    pub(crate) fn beside(
        self,
        side: &'static str,
        decode: impl Fn(&[u8]) -> Answer<T> + 'static,
    ) -> Self {
        self.beside_own(side, decode, |value| value)
    }

    /// Adds a crate that reads into types of its own. They are converted to be compared, which is not measured.
    pub(crate) fn beside_own<U>(
        mut self,
        side: &'static str,
        decode: impl Fn(&[u8]) -> Answer<U> + 'static,
        convert: impl FnOnce(U) -> T,
    ) -> Self {
        let name = self.row.name;
        let read = decode(self.bytes).unwrap_or_else(|error| panic!("{name}, {side}: {error}"));
        assert_eq!(convert(read), self.expected, "{name}, {side}");
        let bytes = self.bytes;
        let work = move |times| {
            for _ in 0..times {
                let _ = black_box(decode(black_box(bytes)));
            }
        };
        self.row.sides.push((side, Box::new(work)));
        self
    }

    /// Adds a crate that fails to read it.
    pub(crate) fn refused<U>(
        mut self,
        side: &'static str,
        decode: impl Fn(&[u8]) -> Answer<U>,
    ) -> Self {
        let Err(error) = decode(self.bytes) else {
            panic!("{}: {side} reads it", self.row.name);
        };
        self.row.unable.push((side, format!("it says: {error}")));
        self
    }

    /// Adds a crate that has nothing to read it with.
    pub(crate) fn without(mut self, side: &'static str, reason: &'static str) -> Self {
        self.row.unable.push((side, reason.to_owned()));
        self
    }

    pub(crate) fn done(self) -> Row {
        self.row
    }
}

impl Encoding {
    /// Adds a crate that writes it, into a buffer that is kept from one time to the next.
    pub(crate) fn beside<T: 'static>(
        mut self,
        side: &'static str,
        value: T,
        encode: impl Fn(&T, &mut Vec<u8>) -> Answer<()> + 'static,
    ) -> Self {
        let (name, mut written) = (self.row.name, Vec::new());
        let done = encode(&value, &mut written);
        done.unwrap_or_else(|error| panic!("{name}, {side}: {error}"));
        assert_eq!(written, self.expected, "{name}, {side}");
        let work = move |times| {
            for _ in 0..times {
                let _ = encode(black_box(&value), black_box(&mut written));
            }
        };
        self.row.sides.push((side, Box::new(work)));
        self
    }

    /// Adds a crate that has nothing to write it with.
    pub(crate) fn without(mut self, side: &'static str, reason: &'static str) -> Self {
        self.row.unable.push((side, reason.to_owned()));
        self
    }

    pub(crate) fn done(self) -> Row {
        self.row
    }
}

/// Returns the median of each side's rounds, in nanoseconds for one time. Rounds alternate: what slows the machine slows all.
fn medians(sides: &mut [(&'static str, Work)]) -> Vec<f64> {
    const ROUNDS: usize = 101;
    const ROUND: Duration = Duration::from_millis(1);
    let counts: Vec<_> = sides
        .iter_mut()
        .map(|(_, work)| count(work, ROUND))
        .collect();
    let mut rounds = vec![Vec::with_capacity(ROUNDS); sides.len()];
    for _ in 0..ROUNDS {
        for (((_, work), count), rounds) in sides.iter_mut().zip(&counts).zip(&mut rounds) {
            rounds.push(time(work, *count).as_secs_f64() * 1e9 / f64::from(*count));
        }
    }
    let median = |mut round: Vec<f64>| {
        round.sort_by(f64::total_cmp);
        round[ROUNDS / 2]
    };
    rounds.into_iter().map(median).collect()
}

/// Returns how many times take about so long.
fn count(work: &mut Work, round: Duration) -> u32 {
    let mut count = 1;
    while time(work, count) < round {
        count *= 2;
    }
    count
}

fn time(work: &mut Work, times: u32) -> Duration {
    let start = Instant::now();
    work(times);
    start.elapsed()
}
