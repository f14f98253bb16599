//! How an operation is answered: correctly, or with faults.

use proptest::collection::vec;
use proptest::prelude::*;

/// How requests are answered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    /// The number of replies, where there may be several or none.
    pub(crate) parts: u32,
    /// Whether a reply says that the dump was interrupted.
    pub(crate) interrupted: bool,
    pub(crate) end: End,
    /// Bit by bit, whether a message begins a datagram.
    pub(crate) split: u32,
    /// What stands before which message.
    pub(crate) faults: Vec<(usize, Fault)>,
    /// What stands before the controller's answer.
    pub(crate) question: Vec<Fault>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum End {
    #[default]
    Right,
    /// It does not come.
    Missing,
    /// It has too few bytes for a number.
    Short,
    /// `errno`.
    Refused(i32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Event,
    OtherNumber,
    OtherFamily,
    OtherSender,
    Noop,
    /// `NLMSG_OVERRUN`.
    Overrun,
    /// Larger than any buffer.
    Cut,
    /// Its length is wrong.
    Broken,
    /// `ENOBUFS`, after which nothing is taken in until the socket was empty.
    Lost,
    /// `ECONNRESET`.
    Reset,
    /// All that follows comes so many milliseconds later.
    Delay(u64),
}

impl Fault {
    /// Whether an operation does not notice it.
    pub(crate) fn is_harmless(self) -> bool {
        use Fault::{Event, Noop, OtherFamily, OtherNumber, OtherSender};
        [Event, Noop, OtherFamily, OtherNumber, OtherSender].contains(&self)
    }
}

impl Plan {
    /// Whether an operation notices nothing but how it ends.
    pub(crate) fn is_harmless(&self) -> bool {
        let faults = self.faults.iter().map(|(_, fault)| fault);
        faults
            .chain(&self.question)
            .all(|fault| fault.is_harmless())
    }
}

fn fault() -> impl Strategy<Value = Fault> {
    prop_oneof![
        Just(Fault::Event),
        Just(Fault::OtherNumber),
        Just(Fault::OtherFamily),
        Just(Fault::OtherSender),
        Just(Fault::Noop),
        Just(Fault::Overrun),
        Just(Fault::Cut),
        Just(Fault::Broken),
        Just(Fault::Lost),
        Just(Fault::Reset),
        (50..500u64).prop_map(Fault::Delay),
    ]
}

pub(crate) fn plan() -> impl Strategy<Value = Plan> {
    let end = prop_oneof![
        6 => Just(End::Right),
        1 => Just(End::Missing),
        1 => Just(End::Short),
        1 => Just(End::Refused(22)),
        1 => Just(End::Refused(2)),
    ];
    (
        0..5u32,
        prop::bool::weighted(0.1),
        end,
        any::<u32>(),
        vec((0..6usize, fault()), 0..3),
        prop_oneof![4 => Just(Vec::new()), 1 => vec(fault(), 0..3)],
    )
        .prop_map(|(parts, interrupted, end, split, faults, question)| Plan {
            parts,
            interrupted,
            end,
            split,
            faults,
            question,
        })
}
