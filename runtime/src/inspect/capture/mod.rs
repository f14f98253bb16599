//! Captures of netlink: `pcap` and `pcapng` files with the link type `NETLINK`.

mod error;
mod packet;

use core::fmt;
use core::time::Duration;

use pcap_parser::nom::Err as Stopped;
use pcap_parser::{
    Block, EPB_MAGIC, IDB_MAGIC, InterfaceDescriptionBlock, PcapError, PcapHeader, SHB_MAGIC,
    SPB_MAGIC, parse_block_be, parse_block_le, parse_pcap_frame, parse_pcap_frame_be,
    parse_pcap_frame_modified, parse_pcap_header, parse_sectionheaderblock, parse_unknownblock_be,
    parse_unknownblock_le,
};

pub use error::CaptureError;
pub use packet::Packet;

/// `LINKTYPE_NETLINK`, <https://www.tcpdump.org/linktypes/LINKTYPE_NETLINK.html>.
const LINK_TYPE: u16 = 253;

/// The datagrams of a capture, in the order of the file. The iterator ends after the first error.
///
/// It reads `pcap` and `pcapng` of either byte order. [`Recorder`](crate::Recorder) writes such files. So do `tcpdump` and
/// `dumpcap` on an interface of the kind `nlmon`.
///
/// ```no_run
/// use genl::inspect::{Capture, Inspector};
/// use genl::mptcp_pm::MptcpPm;
///
/// let file = std::fs::read("netlink.pcapng")?;
/// let mut inspector = Inspector::new(&[MptcpPm::DESCRIPTION]);
/// for packet in Capture::new(&file)? {
///     print!("{}", packet?.inspect(&mut inspector));
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Needs the feature `pcap`.
pub struct Capture<'a> {
    length: usize,
    rest: &'a [u8],
    format: Format,
}

enum Format {
    Pcap(PcapHeader),
    PcapNg(Section),
    /// The end was reached, or something that cannot be read.
    Ended,
}

/// The state of a `pcapng` section.
#[derive(Default)]
struct Section {
    is_big_endian: bool,
    interfaces: Vec<Interface>,
}

/// The result of the parser.
type Parsed<'a, T> = Result<T, Stopped<PcapError<&'a [u8]>>>;

/// The properties of the packets of an interface.
struct Interface {
    link_type: u16,
    /// The greatest length of a packet; 0 if there is no bound.
    most: u32,
    units_per_second: u64,
    /// Seconds to add to the time.
    offset: i64,
}

impl<'a> Capture<'a> {
    /// Reads a capture from the bytes of its file.
    ///
    /// Fails with [`CaptureError::Format`] if it is not a capture, and with [`CaptureError::LinkType`] if it is not one of
    /// netlink.
    pub fn new(file: &'a [u8]) -> Result<Self, CaptureError> {
        let length = file.len();
        if parse_sectionheaderblock(file).is_ok() {
            return Ok(Self {
                length,
                rest: file,
                format: Format::PcapNg(Section::default()),
            });
        }
        let (rest, header) = parse_pcap_header(file).map_err(|_| CaptureError::Format)?;
        let found = link_type(header.network.0);
        if found != LINK_TYPE {
            return Err(CaptureError::LinkType { found });
        }
        Ok(Self {
            length,
            rest,
            format: Format::Pcap(header),
        })
    }
}

/// Returns the link type, without the flags above it.
fn link_type(field: i32) -> u16 {
    let [low, high, ..] = field.to_le_bytes();
    u16::from_le_bytes([low, high])
}

impl<'a> Iterator for Capture<'a> {
    type Item = Result<Packet<'a>, CaptureError>;

    /// Skips packets that are not netlink, and packets whose header is cut.
    fn next(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() {
            let next = match &mut self.format {
                Format::Pcap(header) => next_frame(header, self.rest),
                Format::PcapNg(section) => section.next_block(self.rest),
                Format::Ended => return None,
            };
            match next {
                Ok((rest, packet)) => {
                    self.rest = rest;
                    if let Some(packet) = packet {
                        return Some(Ok(packet));
                    }
                }
                Err(error) => {
                    self.format = Format::Ended;
                    let offset = self.length - self.rest.len();
                    return Some(Err(match error {
                        Stopped::Incomplete(_) => CaptureError::Cut { offset },
                        _ => CaptureError::Malformed { offset },
                    }));
                }
            }
        }
        None
    }
}

/// Reads a packet of a `pcap`, and returns the rest.
fn next_frame<'a>(
    header: &PcapHeader,
    rest: &'a [u8],
) -> Parsed<'a, (&'a [u8], Option<Packet<'a>>)> {
    let parse = match header {
        _ if header.is_modified_format() => parse_pcap_frame_modified,
        _ if header.is_bigendian() => parse_pcap_frame_be,
        _ => parse_pcap_frame,
    };
    let (rest, frame) = parse(rest)?;
    let unit = if header.is_nanosecond_precision() {
        1
    } else {
        1000
    };
    let fraction = Duration::from_nanos(u64::from(frame.ts_usec) * unit);
    let time = Duration::from_secs(frame.ts_sec.into()) + fraction;
    Ok((rest, Packet::cooked(frame.data, frame.origlen, Some(time))))
}

impl Section {
    /// Parses a block, and returns the rest. Blocks without packets are skipped by their length: the parsers of some of
    /// their types panic at a length that is too small.
    fn parse_block<'a>(&self, rest: &'a [u8]) -> Parsed<'a, (&'a [u8], Block<'a>)> {
        let order = if self.is_big_endian {
            u32::from_be_bytes
        } else {
            u32::from_le_bytes
        };
        let block_type = rest.first_chunk().map(|bytes| order(*bytes));
        let is_read = |it| [SHB_MAGIC, IDB_MAGIC, SPB_MAGIC, EPB_MAGIC].contains(&it);
        if block_type.is_none_or(is_read) {
            return if self.is_big_endian {
                parse_block_be(rest)
            } else {
                parse_block_le(rest)
            };
        }
        let skip = if self.is_big_endian {
            parse_unknownblock_be
        } else {
            parse_unknownblock_le
        };
        skip(rest).map(|(rest, block)| (rest, Block::Unknown(block)))
    }

    /// Reads a block, and returns the rest.
    fn next_block<'a>(&mut self, rest: &'a [u8]) -> Parsed<'a, (&'a [u8], Option<Packet<'a>>)> {
        let (rest, block) = self.parse_block(rest)?;
        let interface = |index: u32| {
            let index = usize::try_from(index).unwrap_or(usize::MAX);
            self.interfaces.get(index).filter(|it| it.is_netlink())
        };
        let packet = match block {
            Block::SectionHeader(header) => {
                *self = Self::default();
                self.is_big_endian = header.big_endian();
                None
            }
            Block::InterfaceDescription(description) => {
                self.interfaces.push(Interface::from(&description));
                None
            }
            Block::EnhancedPacket(packet) => interface(packet.if_id).and_then(|it| {
                let bytes = cut(packet.data, packet.caplen);
                let ticks = u64::from(packet.ts_high) << 32 | u64::from(packet.ts_low);
                Packet::cooked(bytes, packet.origlen, it.time(ticks))
            }),
            Block::SimplePacket(packet) => interface(0).and_then(|it| {
                let most = if it.most == 0 { u32::MAX } else { it.most };
                let bytes = cut(packet.data, packet.origlen.min(most));
                Packet::cooked(bytes, packet.origlen, None)
            }),
            _ => None,
        };
        Ok((rest, packet))
    }
}

fn cut(bytes: &[u8], length: u32) -> &[u8] {
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    bytes.get(..length).unwrap_or(bytes)
}

impl From<&InterfaceDescriptionBlock<'_>> for Interface {
    fn from(block: &InterfaceDescriptionBlock<'_>) -> Self {
        // The library reads the offset as little-endian, even in a big-endian section.
        let is_big_endian = block.block_type != IDB_MAGIC;
        let exponent = u32::from(block.if_tsresol & 0x7f);
        let base = if block.if_tsresol & 0x80 == 0 {
            10_u64
        } else {
            2
        };
        Self {
            link_type: link_type(block.linktype.0),
            most: block.snaplen,
            units_per_second: base.checked_pow(exponent).unwrap_or(0),
            offset: if is_big_endian {
                block.if_tsoffset.swap_bytes()
            } else {
                block.if_tsoffset
            },
        }
    }
}

impl Interface {
    const fn is_netlink(&self) -> bool {
        self.link_type == LINK_TYPE
    }

    /// Returns the time for a number of units; `None` if it is out of range.
    fn time(&self, ticks: u64) -> Option<Duration> {
        let seconds = ticks.checked_div(self.units_per_second)?;
        let rest = u128::from(ticks % self.units_per_second) * 1_000_000_000;
        let nanos = u32::try_from(rest / u128::from(self.units_per_second)).ok()?;
        let seconds = seconds.checked_add_signed(self.offset)?;
        Some(Duration::new(seconds, nanos))
    }
}

impl fmt::Debug for Capture<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Capture").finish_non_exhaustive()
    }
}
