//! `genl decode`.

use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::time::Duration;

use clap::{Args, ValueHint};
use genl::inspect::{Capture, CaptureError, Direction, Inspector, Tree};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::call::hex::from_hex;
use crate::failure::Failure;
use crate::output::Output;
use crate::style::NOTE;
use crate::{families, kernel};

/// Decode netlink datagrams and captures
///
/// Reads a capture file (pcap or pcapng with link type netlink, as written by tcpdump and dumpcap on an nlmon interface), or a
/// datagram as hexadecimal digits, given as an argument or in a file. `-` is standard input. Attributes have names if genl has a
/// description of the family. The id of a family is taken from --id, else from replies of the controller in the capture, else from
/// the running kernel.
///
/// With --json each datagram is an object on its own line.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  genl decode mptcp.pcapng
  tcpdump -i nlmon0 -c 20 -w - | genl decode - --line
  genl decode 14000000100005000100000000000000 --hex
  genl decode capture.pcap --other-machine --id mptcp_pm=28")]
pub(crate) struct Decode {
    /// A capture file, hexadecimal digits, or `-`
    #[arg(value_name = "FILE|HEX|-", value_hint = ValueHint::FilePath)]
    input: String,

    /// Print the bytes beside their meaning
    #[arg(long)]
    hex: bool,

    /// Print each datagram as one line
    #[arg(long, conflicts_with = "hex")]
    line: bool,

    /// The id of a family; may be repeated
    #[arg(long, value_name = "FAMILY=ID", value_parser = parse_id)]
    id: Vec<(String, u16)>,

    /// Do not use the family ids of the running kernel
    #[arg(long)]
    other_machine: bool,
}

fn parse_id(text: &str) -> Result<(String, u16), String> {
    let parts = text.split_once('=');
    let id = parts.and_then(|(name, id)| Some((name.to_owned(), id.parse().ok()?)));
    id.ok_or_else(|| "expected the name of a family and a number, as in `mptcp_pm=28`".to_owned())
}

impl Decode {
    pub(crate) fn run(&self, output: &mut Output) -> Result<(), Failure> {
        let bytes = self.read()?;
        let mut inspector = self.inspector();
        match Capture::new(&bytes) {
            Ok(capture) => {
                for packet in capture {
                    let packet = packet.map_err(|error| self.wrong(&error))?;
                    let tree = packet.inspect(&mut inspector);
                    let about = About {
                        time: packet.time,
                        direction: packet.direction,
                        left_out: packet.length.saturating_sub(packet.bytes.len()),
                    };
                    self.show(&tree, Some(&about), output)?;
                }
                Ok(())
            }
            Err(CaptureError::Format) => {
                let datagram = self.datagram(bytes)?;
                let tree = inspector.inspect(&datagram, Direction::Unknown);
                self.show(&tree, None, output)
            }
            Err(error) => Err(self.wrong(&error)),
        }
    }

    fn wrong(&self, error: &CaptureError) -> Failure {
        Failure::failed(format_args!("{}: {error}", self.input))
    }

    fn read(&self) -> Result<Vec<u8>, Failure> {
        let read = match self.input.as_str() {
            "-" => {
                let mut bytes = Vec::new();
                io::stdin().read_to_end(&mut bytes).map(|_| bytes)
            }
            name => fs::read(name),
        };
        match read {
            Ok(bytes) => Ok(bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => match digits(&self.input) {
                Some(bytes) => Ok(bytes),
                None => Err(Failure::failed(format_args!(
                    "`{}` is neither a file nor hexadecimal digits",
                    self.input
                ))),
            },
            Err(error) => Err(Failure::failed(format_args!(
                "cannot read {}: {error}",
                self.input
            ))),
        }
    }

    /// Returns the bytes of a datagram that is given as digits or as bytes.
    fn datagram(&self, bytes: Vec<u8>) -> Result<Vec<u8>, Failure> {
        match std::str::from_utf8(&bytes) {
            Ok(text)
                if text
                    .chars()
                    .all(|it| !it.is_control() || it.is_whitespace()) =>
            {
                digits(text).ok_or_else(|| {
                    Failure::failed(format_args!(
                        "{} is neither a capture nor hexadecimal digits",
                        self.input
                    ))
                })
            }
            _ => Ok(bytes),
        }
    }

    fn inspector(&self) -> Inspector {
        let mut inspector = if self.other_machine {
            Inspector::new(families::DESCRIBED)
        } else {
            // Without netlink there are no ids, but bytes can still be printed.
            kernel::inspector().unwrap_or_else(|_| Inspector::new(families::DESCRIBED))
        };
        for (name, id) in &self.id {
            inspector.set_id(name, *id);
        }
        inspector
    }

    fn show(
        &self,
        tree: &Tree<'_>,
        about: Option<&About>,
        output: &mut Output,
    ) -> Result<(), Failure> {
        if output.json() {
            let mut value = serde_json::to_value(tree).map_err(Failure::failed)?;
            if let (Some(map), Some(about)) = (value.as_object_mut(), about) {
                about.add_to(map);
            }
            let text = serde_json::to_string(&value).map_err(Failure::failed)?;
            return Ok(writeln!(output, "{text}")?);
        }
        let about = about.map_or_else(String::new, About::text);
        if self.line {
            let gap = if about.is_empty() { "" } else { "  " };
            return Ok(writeln!(
                output,
                "{NOTE}{about}{NOTE:#}{gap}{}",
                tree.line()
            )?);
        }
        if !about.is_empty() {
            writeln!(output, "{NOTE}{about}{NOTE:#}")?;
        }
        let options = output.options();
        let options = if self.hex {
            options.with_hex()
        } else {
            options
        };
        Ok(tree.print(output, &options)?)
    }
}

/// What a capture records beside a datagram.
struct About {
    time: Option<Duration>,
    direction: Direction,
    /// The number of bytes that were not captured.
    left_out: usize,
}

impl About {
    fn timestamp(&self) -> Option<Timestamp> {
        let time = self.time?;
        let seconds = i64::try_from(time.as_secs()).ok()?;
        let nanoseconds = i32::try_from(time.subsec_nanos()).ok()?;
        Timestamp::new(seconds, nanoseconds).ok()
    }

    const fn way(&self) -> Option<&'static str> {
        match self.direction {
            Direction::ToKernel => Some("to the kernel"),
            Direction::FromKernel => Some("from the kernel"),
            Direction::Unknown => None,
        }
    }

    fn text(&self) -> String {
        let time = self.timestamp().map(|time| {
            let time = time.to_zoned(TimeZone::system());
            time.strftime("%Y-%m-%d %H:%M:%S%.6f").to_string()
        });
        let cut = (self.left_out > 0).then(|| format!("{} bytes were not captured", self.left_out));
        let parts = [time, self.way().map(str::to_owned), cut];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn add_to(&self, map: &mut serde_json::Map<String, Value>) {
        let time = self.timestamp().map(|time| json!(time.to_string()));
        let direction = match self.direction {
            Direction::ToKernel => Some(json!("to_kernel")),
            Direction::FromKernel => Some(json!("from_kernel")),
            Direction::Unknown => None,
        };
        let left_out = (self.left_out > 0).then(|| json!(self.left_out));
        for (key, value) in [
            ("left_out", left_out),
            ("direction", direction),
            ("time", time),
        ] {
            if let Some(value) = value {
                map.shift_insert(0, key.to_owned(), value);
            }
        }
    }
}

/// Returns bytes from digits, which may be separated by spaces and colons.
fn digits(text: &str) -> Option<Vec<u8>> {
    let text = text.trim();
    let text = text.strip_prefix("0x").unwrap_or(text);
    let is_between = |it: &char| it.is_whitespace() || *it == ':';
    let digits: String = text.chars().filter(|it| !is_between(it)).collect();
    from_hex(&digits).filter(|bytes| !bytes.is_empty())
}
