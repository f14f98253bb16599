//! What holds for every set and any message: messages are made by the description of the set, and written by hand.

#[path = "../../fuzz/shared/mod.rs"]
mod shared;

mod complete;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestError, TestRunner};
use shared::list::SETS;
use shared::sets::Set;
use shared::structured;

/// Checks each set with the same messages in every run. What fails is told with the bytes that made the choices.
fn each_set(cases: u32, check: fn(&Set, &[u8])) {
    for set in SETS {
        let config = Config {
            failure_persistence: None,
            max_shrink_iters: 2000,
            ..Config::with_cases(cases)
        };
        let mut runner =
            TestRunner::new_with_rng(config, TestRunner::deterministic().rng().clone());
        let outcome = runner.run(&vec(any::<u8>(), 0..800), |choices| {
            check(set, &choices);
            Ok(())
        });
        match outcome {
            Ok(()) => {}
            Err(TestError::Fail(reason, choices)) => panic!("{reason}\nby the choices {choices:?}"),
            Err(TestError::Abort(reason)) => panic!("{}: {reason}", set.name),
        }
    }
}

/// What is read is what the description says; written anew it is the same bytes; and neither attributes without a name, nor their
/// order, nor the bits above their numbers change it.
#[test]
fn messages_are_read_and_written_as_described() {
    each_set(40, structured::check);
}

/// Every prefix, and two other bytes at every place: only a prefix between two attributes may be read.
#[test]
fn damaged_messages_are_read_or_refused() {
    each_set(4, structured::damage);
}
