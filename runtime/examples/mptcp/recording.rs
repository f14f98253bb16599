//! The same run as a kernel answered it once: Linux 6.18, x86-64.

use std::io;

use genl::Scripted;
use genl::transport::Step;

/// Lines of `pm` or `events`, `>` (sent), `<` (an answer) or `!` (an event), and the datagram in hexadecimal digits.
const RECORDING: &str = include_str!("recording.txt");

/// The peer of the client, and that of the listener.
pub(crate) fn peers() -> io::Result<(Scripted, Scripted)> {
    let (mut pm, mut events) = (Scripted::new(), Scripted::new());
    for line in RECORDING.lines() {
        let [who, what, digits] = line.split(' ').collect::<Vec<_>>()[..] else {
            return Err(malformed(line));
        };
        let bytes = unhex(digits).ok_or_else(|| malformed(line))?;
        let step = match what {
            ">" => Step::Request(&bytes),
            "<" => Step::Answer(&bytes),
            _ => Step::Event(&bytes),
        };
        if who == "pm" { &mut pm } else { &mut events }.replay([step]);
    }
    Ok((pm, events))
}

fn malformed(line: &str) -> io::Error {
    io::Error::other(format!("not a line of a recording: {line}"))
}

fn unhex(digits: &str) -> Option<Vec<u8>> {
    (0..digits.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok())
        .collect()
}
