//! Recordings as text.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::time::Duration;

use super::{Entry, Recorder};
use crate::inspect::Hex;
use crate::transport::Datagram;
use crate::wire::Messages;

impl<T> Recorder<T> {
    /// Writes the recording as text, for [`Scripted::from_recording`](crate::Scripted::from_recording).
    ///
    /// Each line starts with a sign:
    ///
    /// | sign | meaning of the rest of the line |
    /// |---|---|
    /// | `>` | a datagram that was sent, in hexadecimal |
    /// | `<` | a datagram that was received as an answer: it has the sequence number of a request |
    /// | `!` | any other datagram that was received, such as an event |
    /// | `+`, `-` | the id of a multicast group that was joined or left |
    /// | `x` | the error number of a failed receive, as in `errno(3)` |
    /// | `~` | the seconds that passed before the next line, if it was at least a millisecond |
    /// | `#` | a comment |
    ///
    /// A received datagram is followed by ` of=LENGTH` if it was cut, and by ` from=PORT` if it did not come from the kernel.
    ///
    /// When the recording is played back, answers get the sequence numbers of the requests that are sent then.
    ///
    /// # Errors
    ///
    /// Fails if `writer` fails.
    pub fn to_text(&self, mut writer: impl Write) -> io::Result<()> {
        let (mut told, mut asked) = (Duration::ZERO, BTreeSet::new());
        for (at, entry) in &self.entries {
            told += pause(&mut writer, at.saturating_sub(told))?;
            match entry {
                Entry::Sent(bytes) => {
                    let requests = Messages::new(bytes).flatten();
                    asked.extend(requests.filter_map(|request| sequence(request.as_bytes())));
                    writeln!(writer, "> {}", Hex(bytes))?;
                }
                Entry::Received(bytes, datagram) => {
                    let is_answer = sequence(bytes).is_some_and(|it| asked.contains(it));
                    let sign = if is_answer { '<' } else { '!' };
                    write!(writer, "{sign} {}", Hex(bytes))?;
                    details(&mut writer, bytes.len(), *datagram)?;
                }
                Entry::Failed(number) => writeln!(writer, "x {number}")?,
                Entry::Joined(group) => writeln!(writer, "+ {group}")?,
                Entry::Left(group) => writeln!(writer, "- {group}")?,
            }
        }
        Ok(())
    }
}

/// Writes how many milliseconds passed, and returns them. Shorter times differ between two runs.
fn pause(writer: &mut impl Write, time: Duration) -> io::Result<Duration> {
    let (seconds, millis) = (time.as_secs(), time.subsec_millis());
    let time = Duration::new(seconds, millis * 1_000_000);
    if !time.is_zero() {
        writeln!(writer, "~ {seconds}.{millis:03}")?;
    }
    Ok(time)
}

fn details(writer: &mut impl Write, received: usize, datagram: Datagram) -> io::Result<()> {
    let Datagram { length, sender } = datagram;
    if length != received {
        write!(writer, " of={length}")?;
    }
    if sender != 0 {
        write!(writer, " from={sender}")?;
    }
    writeln!(writer)
}

/// Returns `nlmsg_seq` of a message, which may be cut.
fn sequence(message: &[u8]) -> Option<&[u8]> {
    message.get(8..12)
}
