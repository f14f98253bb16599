//! A subscriber that records the spans and events of the feature `tracing`.

use std::cell::RefCell;
use std::fmt::{Debug, Write};
use std::sync::Once;

use genl::mptcp_pm::MptcpPm;
use genl::{Client, Scripted};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::counting::Counting;

/// Records one line each: `1 ..` when a span starts or gets a field, `1 end` when it ends, and events with their span.
///
/// The process has a single one, which records by thread. `tracing` caches for each place in the code whether a subscriber is
/// interested. With one subscriber per test, that would change while other tests run.
struct Notes;

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

#[derive(Default)]
struct State {
    lines: Vec<String>,
    /// The number of handles of each span.
    handles: Vec<usize>,
    entered: Vec<u64>,
}

impl Notes {
    #[allow(clippy::unused_self)] // it is a method for readability
    fn with<R>(&self, change: impl FnOnce(&mut State) -> R) -> R {
        STATE.with_borrow_mut(change)
    }
}

impl Subscriber for Notes {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "genl"
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let mut line = Line(attributes.metadata().name().to_owned());
        attributes.record(&mut line);
        self.with(|state| {
            state.handles.push(1);
            let id = state.handles.len() as u64;
            state.lines.push(format!("{id} {}", line.0));
            Id::from_u64(id)
        })
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        let mut line = Line(span.into_u64().to_string());
        values.record(&mut line);
        self.with(|state| state.lines.push(line.0));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut line = Line(event.metadata().level().to_string());
        event.record(&mut line);
        self.with(|state| {
            let span = state.entered.last().copied().unwrap_or_default();
            state.lines.push(format!("{span} {}", line.0));
        });
    }

    fn enter(&self, span: &Id) {
        self.with(|state| state.entered.push(span.into_u64()));
    }

    fn exit(&self, span: &Id) {
        let left = self.with(|state| state.entered.pop());
        assert_eq!(left, Some(span.into_u64()));
    }

    fn clone_span(&self, span: &Id) -> Id {
        self.with(|state| state.handles[place(span)] += 1);
        span.clone()
    }

    fn try_close(&self, span: Id) -> bool {
        self.with(|state| {
            state.handles[place(&span)] -= 1;
            let ended = state.handles[place(&span)] == 0;
            if ended {
                state.lines.push(format!("{} end", span.into_u64()));
            }
            ended
        })
    }
}

fn place(span: &Id) -> usize {
    usize::try_from(span.into_u64() - 1).expect("a small number")
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = match field.name() {
            "message" => write!(self.0, " {value:?}"),
            name => write!(self.0, " {name}={value:?}"),
        };
    }
}

/// Returns the records made while this runs.
pub(super) fn records(run: impl FnOnce()) -> Vec<String> {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| tracing::subscriber::set_global_default(Notes).expect("the only one"));
    STATE.take();
    run();
    STATE.take().lines
}

/// Returns the records of operations over this peer. All tests share the sequence numbers, so `#0` is that of the first message
/// that was sent, and so on.
pub(super) fn records_over(
    peer: Scripted,
    run: impl FnOnce(&mut MptcpPm<&mut Client<Counting<Scripted>>>),
) -> Vec<String> {
    let mut client = Client::over(Counting::over(peer)).expect("a client");
    let lines = records(|| run(&mut MptcpPm::new(&mut client)));
    let sent = &client.transport().sent;
    let number = |sent: &Vec<u8>| u32::from_le_bytes(sent[8..12].try_into().expect("a header"));
    let numbers: Vec<_> = sent.iter().map(|sent| number(sent).to_string()).collect();
    let name = |line: String| {
        let Some((start, number)) = line.rsplit_once('=') else {
            return line;
        };
        let place = numbers.iter().position(|known| known == number);
        match place.filter(|_| start.ends_with(" sequence") || start.ends_with(" left_by")) {
            Some(place) => format!("{start}=#{place}"),
            None => line,
        }
    };
    lines.into_iter().map(name).collect()
}
