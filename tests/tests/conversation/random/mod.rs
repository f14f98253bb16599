//! Random operations with random faults: each ends in time, and returns nothing that belongs to another one. After any
//! faults, an operation that is answered correctly succeeds.

mod family;
mod kernel;
mod plan;

use std::time::Duration;

use genl::{Client, Error, ErrorKind, Listener, Received, Replies};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use family::{Model, ModelEvent, Tag};
use kernel::Socket;
use plan::{End, Plan, plan};

#[cfg(test)]
use crate::common::hex;

const TIMEOUT: Duration = Duration::from_millis(300);

/// An action, and how it is answered.
#[derive(Clone, Debug)]
enum Step {
    Ask(Operation, Plan),
    /// Another client has the socket from now on.
    HandOn,
    /// The family gets another id, or goes.
    Register(Option<u16>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operation {
    Get,
    Maybe,
    Flush,
    /// These read so many replies.
    Scan(usize),
    List(usize),
    Bare(usize),
}

/// The result of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// A reply, with its place.
    Reply(u32),
    /// An acknowledgement, or the end of a dump.
    End,
    Failed(&'static str),
}

fn failed(error: &Error) -> Outcome {
    Outcome::Failed(match error.kind() {
        ErrorKind::Kernel(_) => "refused",
        ErrorKind::Decode(_) => "unreadable",
        ErrorKind::Timeout => "timeout",
        ErrorKind::Truncated { .. } => "cut",
        ErrorKind::Io(_) => "socket",
        ErrorKind::DumpInterrupted => "interrupted",
        ErrorKind::FamilyNotFound => "no family",
        other => panic!("{other:?}"),
    })
}

/// The replies of a dump, up to its end.
fn read(replies: Replies<'_, Tag, Socket>, socket: &Socket, count: usize) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    let mut replies = replies;
    for _ in 0..count {
        outcomes.push(match replies.next() {
            Some(Ok(tag)) => {
                assert_eq!(tag.request, socket.0.borrow().last, "of another operation");
                Outcome::Reply(tag.place)
            }
            Some(Err(error)) => failed(&error),
            None => {
                outcomes.push(Outcome::End);
                break;
            }
        });
    }
    outcomes
}

impl Operation {
    fn run(self, client: &mut Client<Socket>, socket: &Socket) -> Vec<Outcome> {
        let mut model = Model::new(client);
        let (replies, count) = match self {
            Self::Get => return vec![one(model.get().map(Some), socket)],
            Self::Maybe => return vec![one(model.maybe(), socket)],
            Self::Flush => return vec![one(model.flush().map(|()| None), socket)],
            Self::Scan(count) => (model.scan(), count),
            Self::List(count) => (model.list(), count),
            Self::Bare(count) => (model.bare(), count),
        };
        match replies {
            Ok(replies) => read(replies, socket, count),
            Err(error) => vec![failed(&error)],
        }
    }

    /// What should come of it, where no fault but the end is to be noticed.
    fn expected(self, plan: &Plan) -> Vec<Outcome> {
        let end = match plan.end {
            End::Right => Outcome::End,
            End::Missing => Outcome::Failed("timeout"),
            End::Short => Outcome::Failed("unreadable"),
            End::Refused(_) => Outcome::Failed("refused"),
        };
        let is_right = plan.end == End::Right;
        let (count, numbered) = match self {
            Self::Get if is_right => return vec![Outcome::Reply(0)],
            // One whose acknowledgement does not come is waited for, and returned.
            Self::Maybe if plan.parts > 0 && [End::Right, End::Missing].contains(&plan.end) => {
                return vec![Outcome::Reply(0)];
            }
            Self::Get | Self::Maybe | Self::Flush => return vec![end],
            Self::Scan(count) | Self::List(count) => (count, true),
            Self::Bare(count) => (count, false),
        };
        let mut expected: Vec<_> = (0..plan.parts).map(Outcome::Reply).collect();
        if is_right && numbered && plan.interrupted && plan.parts > 0 {
            expected.push(Outcome::Failed("interrupted"));
        } else if !is_right {
            expected.push(end);
        }
        expected.push(Outcome::End);
        expected.truncate(count);
        expected
    }
}

fn one(result: Result<Option<Tag>, Error>, socket: &Socket) -> Outcome {
    match result {
        Ok(Some(tag)) => {
            assert_eq!(tag.request, socket.0.borrow().last, "of another operation");
            Outcome::Reply(tag.place)
        }
        Ok(None) => Outcome::End,
        Err(error) => failed(&error),
    }
}

/// Carries an operation out, and holds it against what may come of it.
fn check(client: &mut Client<Socket>, socket: &Socket, operation: Operation, plan: &Plan) {
    let (begun, is_failing) = {
        let mut kernel = socket.0.borrow_mut();
        kernel.plan = plan.clone();
        (kernel.passed, kernel.is_failing())
    };
    let outcomes = operation.run(client, socket);
    let kernel = socket.0.borrow();
    // One deadline for each reply, and one for the request.
    let deadlines = u32::try_from(outcomes.len() + 1).unwrap();
    let took = kernel.passed.saturating_sub(begun);
    assert!(took < (TIMEOUT + TIMEOUT / 5) * deadlines, "{took:?}");
    // In their order, each once, and nothing behind the end.
    let places = outcomes.iter().filter_map(|outcome| match outcome {
        Outcome::Reply(place) => Some(*place),
        _ => None,
    });
    assert!(places.is_sorted_by(|one, next| one < next), "{outcomes:?}");
    if kernel.id.is_none() {
        // One is answered already when the family goes, or fails otherwise.
        assert!(matches!(outcomes.first(), None | Some(Outcome::Failed(_))));
    } else if plan.is_harmless() && !is_failing {
        assert_eq!(outcomes, operation.expected(plan));
    }
}

fn operation() -> impl Strategy<Value = Operation> {
    prop_oneof![
        Just(Operation::Get),
        Just(Operation::Maybe),
        Just(Operation::Flush),
        (0..8usize).prop_map(Operation::Scan),
        (0..8usize).prop_map(Operation::List),
        (0..8usize).prop_map(Operation::Bare),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (operation(), plan()).prop_map(|(operation, plan)| Step::Ask(operation, plan)),
        1 => Just(Step::HandOn),
        1 => prop::option::weighted(0.8, 30..34u16).prop_map(Step::Register),
    ]
}

fn client(socket: Socket) -> Client<Socket> {
    let mut client = Client::over(socket).unwrap();
    client.set_receive_timeout(Some(TIMEOUT)).unwrap();
    client
}

/// A socket that fails, fails whatever is under way.
fn failures_are_told(client: &mut Client<Socket>, socket: &Socket) {
    while socket.0.borrow().is_failing() {
        check(client, socket, Operation::Get, &Plan::default());
    }
}

/// Every request is answered correctly.
fn all_is_well(client: &mut Client<Socket>, socket: &Socket) {
    socket.0.borrow_mut().id.get_or_insert(30);
    let plan = Plan {
        parts: 3,
        split: 2,
        ..Plan::default()
    };
    for operation in [
        Operation::Get,
        Operation::Bare(8),
        Operation::Maybe,
        Operation::Flush,
        Operation::Scan(8),
        Operation::List(8),
    ] {
        check(client, socket, operation, &plan);
    }
}

/// A listener over the same socket is given one event, and finds one.
fn only_events_are_events(client: Client<Socket>, socket: &Socket) {
    let mut events: Listener<ModelEvent, _> = Listener::join(client, &[Model::NEWS]).unwrap();
    let event = Tag {
        request: 1,
        place: 2,
    };
    if socket.0.borrow().is_quiet() {
        socket.0.borrow_mut().send_event(event);
        let found = events.try_next().unwrap();
        assert_eq!(found, Some(Received::Event(ModelEvent::Told(event))));
        assert_eq!(events.try_next().unwrap(), None);
    }
}

/// Steps, and whether all operations are to be answered rightly in the end.
fn script() -> impl Strategy<Value = (Vec<Step>, bool)> {
    (vec(step(), 0..8), any::<bool>())
}

fn play((steps, well): (Vec<Step>, bool)) {
    let socket = Socket::new();
    let mut client = client(socket.clone());
    for step in steps {
        match step {
            Step::Ask(operation, plan) => check(&mut client, &socket, operation, &plan),
            Step::HandOn => {
                failures_are_told(&mut client, &socket);
                client = self::client(client.into_transport());
            }
            Step::Register(id) => socket.0.borrow_mut().id = id,
        }
    }
    failures_are_told(&mut client, &socket);
    if well {
        all_is_well(&mut client, &socket);
    }
    socket.0.borrow_mut().id.get_or_insert(30);
    socket.0.borrow_mut().plan = Plan::default();
    only_events_are_events(client, &socket);
}

/// Plays what bytes stand for: the first 32 are the seed of the random numbers. For `tests/fuzz`.
pub(crate) fn play_bytes(bytes: &[u8]) {
    let mut seed = [0; 32];
    for (to, from) in seed.iter_mut().zip(bytes) {
        *to = *from;
    }
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), random);
    let tree = script().new_tree(&mut runner);
    play(tree.expect("nothing is filtered").current());
}

#[test]
fn seeds_and_what_was_kept_are_played() {
    (0..20).for_each(|seed| play_bytes(&[seed; 32]));
    let kept = include_str!("../../../fuzz/kept/conversation.txt");
    for line in kept.lines().skip(1) {
        let (_, digits) = line.split_once(' ').expect("a length, and hex");
        play_bytes(&hex(digits));
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_happens_the_next_operation_is_right(script in script()) {
        play(script);
    }
}
