//! Events of the path manager: flat sets, with unknown attributes.

use std::net::{Ipv4Addr, Ipv6Addr};

use genl::mptcp_pm::{
    AddressFamily, ClosedEvent, EventAttr, MptcpPmEvent, RemovedEvent, SubflowEvent,
};
use genl::{AttributeSet, Enumeration, Events, UnknownEvent};
use genl_tests::fixtures::{self, Direction};

use crate::hand::{attributes, byte, ipv4, ipv6, kept, number, port, short, signed, word};
use crate::harness::Row;

/// The same set without a field for unknown attributes.
#[derive(Clone, Debug, Default, PartialEq, AttributeSet)]
#[attrs(subset_of = EventAttr)]
struct Lean {
    token: u32,
    family: AddressFamily,
    saddr4: Option<Ipv4Addr>,
    saddr6: Option<Ipv6Addr>,
    daddr4: Option<Ipv4Addr>,
    daddr6: Option<Ipv6Addr>,
    sport: u16,
    dport: u16,
    loc_id: u8,
    rem_id: u8,
    backup: Option<u8>,
    if_idx: Option<i32>,
}

pub(crate) fn rows() -> Vec<Row> {
    let known = recorded();
    let unknown = with_unknown(&known);
    let keeps = |name, message| Row::decode(name, message, SubflowEvent::decode, subflow);
    let skips = |name, message| Row::decode(name, message, Lean::decode, lean);
    vec![
        keeps("event", known.clone()),
        keeps("event, 1 kept", unknown.clone()),
        skips("lean event", known.clone()),
        skips("lean event, 1 skipped", unknown),
        Row::decode_any("event enum", known, MptcpPmEvent::decode, event),
    ]
}

/// A subflow was established.
fn recorded() -> Vec<u8> {
    let rows = fixtures::rows("userspace").into_iter();
    let mut events = rows.filter(|row| row.direction == Direction::Event && row.bytes[16] == 10);
    events.next().expect("sub-established was recorded").bytes
}

fn with_unknown(message: &[u8]) -> Vec<u8> {
    let mut message = [message, &[8, 0, 99, 0, 1, 2, 3, 4]].concat();
    let length = u32::try_from(message.len()).expect("a short message");
    message[..4].copy_from_slice(&length.to_ne_bytes());
    message
}

/// Some of the events. The codec by hand leaves the others unknown.
fn event(command: u8, body: &[u8]) -> Option<MptcpPmEvent> {
    Some(match command {
        3 => MptcpPmEvent::Closed(closed(body)?),
        7 => MptcpPmEvent::Removed(removed(body)?),
        10 => MptcpPmEvent::SubEstablished(subflow(body)?),
        13 => MptcpPmEvent::SubPriority(subflow(body)?),
        _ => MptcpPmEvent::Unknown(UnknownEvent {
            command,
            attributes: body.to_vec(),
        }),
    })
}

fn closed(body: &[u8]) -> Option<ClosedEvent> {
    let (mut token, mut unknown) = (None, Vec::new());
    attributes(body, |kind, payload| {
        match number(kind) {
            1 => token = Some(word(payload)?),
            _ => unknown.push(kept(kind, payload)),
        }
        Some(())
    })?;
    let token = token?;
    Some(ClosedEvent { token, unknown })
}

fn removed(body: &[u8]) -> Option<RemovedEvent> {
    let (mut token, mut rem_id, mut unknown) = (None, None, Vec::new());
    attributes(body, |kind, payload| {
        match number(kind) {
            1 => token = Some(word(payload)?),
            4 => rem_id = Some(byte(payload)?),
            _ => unknown.push(kept(kind, payload)),
        }
        Some(())
    })?;
    Some(RemovedEvent {
        token: token?,
        rem_id: rem_id?,
        unknown,
    })
}

/// Fills an event in place. Each required attribute sets a bit in `seen`.
macro_rules! subflow {
    ($body:ident, $blank:expr, |$event:ident, $kind:ident, $payload:ident| $unknown:expr) => {{
        let (mut $event, mut seen) = ($blank, 0);
        attributes($body, |$kind, $payload| {
            match number($kind) {
                1 => {
                    $event.token = word($payload)?;
                    seen |= 1 << 1;
                }
                2 => {
                    $event.family = AddressFamily::from_repr(short($payload)?);
                    seen |= 1 << 2;
                }
                3 => {
                    $event.loc_id = byte($payload)?;
                    seen |= 1 << 3;
                }
                4 => {
                    $event.rem_id = byte($payload)?;
                    seen |= 1 << 4;
                }
                5 => $event.saddr4 = Some(ipv4($payload)?),
                6 => $event.saddr6 = Some(ipv6($payload)?),
                7 => $event.daddr4 = Some(ipv4($payload)?),
                8 => $event.daddr6 = Some(ipv6($payload)?),
                9 => {
                    $event.sport = port($payload)?;
                    seen |= 1 << 9;
                }
                10 => {
                    $event.dport = port($payload)?;
                    seen |= 1 << 10;
                }
                11 => $event.backup = Some(byte($payload)?),
                15 => $event.if_idx = Some(signed($payload)?),
                _ => $unknown,
            }
            Some(())
        })?;
        (seen == 0b110_0001_1110).then_some($event)
    }};
}

fn subflow(body: &[u8]) -> Option<SubflowEvent> {
    subflow!(body, SubflowEvent::default(), |event, kind, payload| event
        .unknown
        .push(kept(kind, payload)))
}

fn lean(body: &[u8]) -> Option<Lean> {
    subflow!(body, Lean::default(), |event, kind, payload| {})
}
