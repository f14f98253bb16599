//! Playing back recorded runs.

use core::fmt;
use std::io;
use std::str::FromStr;
use std::time::Duration;

use super::socket::{Delivery, messages};
use super::{Exchange, Scripted, What};

/// One step of a recorded run, for [`Scripted::replay`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// A datagram that the program sent.
    Request(&'a [u8]),
    /// A datagram that the kernel sent as an answer.
    Answer(&'a [u8]),
    /// A datagram that the kernel sent to a multicast group.
    Event(&'a [u8]),
}

/// The error of a text that is not a recording: the line, what was expected there, and what was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordingError {
    line: usize,
    text: String,
}

impl Scripted {
    /// Creates a peer from a recording that [`Recorder::to_text`](super::super::Recorder::to_text) wrote.
    ///
    /// The peer expects the datagrams that were sent, and sends those that were received, at the recorded times by a clock of
    /// its own. [`Recorder`](super::super::Recorder) has an example.
    ///
    /// # Errors
    ///
    /// Fails if a line does not have the format of a recording.
    pub fn from_recording(text: &str) -> Result<Self, RecordingError> {
        let (mut peer, mut now) = (Self::new(), Duration::ZERO);
        for (number, line) in (1..).zip(text.lines()) {
            let step = peer.play(line, &mut now);
            step.map_err(|text| RecordingError { line: number, text })?;
        }
        Ok(peer)
    }

    /// Adds a recorded run to the script. Answers and events follow the request before them.
    ///
    /// ```
    /// use genl::Scripted;
    /// use genl::transport::{Step, Transport};
    ///
    /// let (request, event) = ([16, 0, 0, 0, 28, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], [7; 20]);
    /// let mut peer = Scripted::new();
    /// peer.replay([Step::Request(&request), Step::Event(&event)]);
    ///
    /// peer.send(&request)?;
    /// let mut buffer = Vec::with_capacity(64);
    /// peer.receive(&mut buffer)?;
    /// assert_eq!(buffer, event);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn replay<'a>(&mut self, steps: impl IntoIterator<Item = Step<'a>>) {
        let now = Duration::ZERO;
        for step in steps {
            match step {
                Step::Request(bytes) => self.expect_requests(bytes, now),
                Step::Answer(bytes) => self.answer(Delivery::answer(bytes.to_vec()), now),
                Step::Event(bytes) => self.answer(Delivery::event(bytes.to_vec()), now),
            }
        }
    }

    /// Adds one line of a recording.
    fn play(&mut self, line: &str, now: &mut Duration) -> Result<(), String> {
        let mut words = line.split_whitespace();
        let sign = match words.next() {
            None => return Ok(()),
            Some(comment) if comment.starts_with('#') => return Ok(()),
            Some(sign) => sign,
        };
        let value = words.next().unwrap_or_default();
        match sign {
            ">" => self.expect_requests(&bytes(value)?, *now),
            "<" | "!" => {
                let mut received = Delivery::event(bytes(value)?);
                received.numbered = sign == "<";
                for word in words.by_ref() {
                    detail(&mut received, word)?;
                }
                self.answer(received, *now);
            }
            "x" => {
                let error = io::Error::from_raw_os_error(parse(value, "an error number")?);
                self.answer(Delivery::from(Err(error)), *now);
            }
            "+" => self.expect_step(What::Join(parse(value, "the id of a group")?), *now),
            "-" => self.expect_step(What::Leave(parse(value, "the id of a group")?), *now),
            "~" => {
                let seconds = Duration::try_from_secs_f64(parse(value, "seconds")?);
                *now = now.saturating_add(seconds.map_err(|_| expected("seconds", value))?);
            }
            _ => return Err(expected("`>`, `<`, `!`, `x`, `+`, `-`, `~` or `#`", sign)),
        }
        words
            .next()
            .map_or(Ok(()), |word| Err(expected("the end of the line", word)))
    }

    fn expect_requests(&mut self, datagram: &[u8], at: Duration) {
        for request in messages(datagram) {
            self.expect_step(What::Request(request.to_vec()), at);
        }
    }

    fn expect_step(&mut self, what: What, at: Duration) {
        self.script.push_back(Exchange::new(what, at));
    }

    /// Adds an answer to the request with its sequence number, or else to the last step of the script.
    ///
    /// If the script is empty, the answer arrives without a request.
    fn answer(&mut self, mut answer: Delivery, now: Duration) {
        let content = answer.content.as_deref().unwrap_or_default();
        let sequence = content.get(8..12).filter(|_| answer.numbered);
        let of_sequence = |exchange: &Exchange| exchange.request().get(8..12) == sequence;
        let of_request = sequence.and_then(|_| self.script.iter().rposition(of_sequence));
        let place = of_request.or_else(|| self.script.len().checked_sub(1));
        if let Some(exchange) = place.and_then(|place| self.script.get_mut(place)) {
            answer.delay = now.saturating_sub(exchange.at);
            exchange.answers.push(answer);
        } else {
            answer.delay = now;
            self.socket.fresh.push(answer);
        }
    }
}

/// Reads one word that follows the bytes of a datagram.
fn detail(received: &mut Delivery, word: &str) -> Result<(), String> {
    match word.split_once('=') {
        Some(("from", port)) => received.sender = parse(port, "the port id of a sender")?,
        Some(("of", length)) => received.length = Some(parse(length, "the length of a datagram")?),
        _ => return Err(expected("`from=` or `of=`", word)),
    }
    Ok(())
}

fn bytes(digits: &str) -> Result<Vec<u8>, String> {
    let digit = |digit: &u8| {
        char::from(*digit)
            .to_digit(16)
            .and_then(|digit| u8::try_from(digit).ok())
    };
    let pairs = digits.as_bytes().chunks(2);
    let byte = |pair: &[u8]| match pair {
        [high, low] => Some(digit(high)? << 4 | digit(low)?),
        _ => None,
    };
    let bytes = pairs.map(byte).collect::<Option<Vec<_>>>();
    let bytes = bytes.filter(|bytes| !bytes.is_empty());
    bytes.ok_or_else(|| expected("pairs of hexadecimal digits", digits))
}

fn parse<T: FromStr>(word: &str, what: &str) -> Result<T, String> {
    word.parse().map_err(|_| expected(what, word))
}

fn expected(what: &str, found: &str) -> String {
    match found {
        "" => format!("expected {what}, found the end of the line"),
        _ => format!("expected {what}, found `{found}`"),
    }
}

impl RecordingError {
    /// Returns the number of the line. The first line has number 1.
    pub const fn line(&self) -> usize {
        self.line
    }
}

impl fmt::Display for RecordingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, text } = self;
        write!(f, "line {line} of the recording: {text}")
    }
}

impl core::error::Error for RecordingError {}
