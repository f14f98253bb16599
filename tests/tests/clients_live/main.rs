//! Properties of the blocking client and of those for tokio and smol, on the running kernel.
//!
//! Each of the [`cases`](blocking::cases) is written once and compiled for each client. For the blocking client, `wait!(call)`
//! is `call`. For the async ones, it is `call.await`. Each test has a process and namespaces of its own.

#![allow(clippy::duplicate_mod)] // the cases, on purpose

mod blocking;
mod cancelled;
#[path = "../common/erratic.rs"]
mod erratic;
mod idle;
mod on_smol;
mod on_tokio;
#[path = "../common/runtimes.rs"]
mod runtimes;
mod traps;

use std::process::{ExitCode, Termination};

use genl_tests::live::{self, LiveTest, Need, live_test};

/// Makes each case a test of every client.
macro_rules! of_every_client {
    ($($module:ident { $($case:ident)* })*) => {
        &[$($(
            of_every_client!($module, $case, blocking, blocking, "blocking"),
            of_every_client!($module, $case, on_tokio, tokio_current_thread, "tokio_current_thread"),
            of_every_client!($module, $case, on_tokio, tokio_multi_thread, "tokio_multi_thread"),
            of_every_client!($module, $case, on_smol, smol, "smol"),
        )*)*]
    };
    ($module:ident, $case:ident, $client:ident, $runtime:ident, $name:literal) => {
        LiveTest::new(
            concat!(stringify!($module), "::", stringify!($case), "::", $name),
            &[Need::Mptcp],
            || runtimes::$runtime($client::cases::$module::$case()).report(),
        )
    };
}

const CASES: &[LiveTest] = of_every_client! {
    operations {
        limits_are_set_and_read
        endpoints_come_and_go
        refusals_name_the_attribute
        unknown_families_and_groups_are_errors
        families_share_a_socket
        another_client_knows_the_same
        dumps_may_be_abandoned
        warnings_are_returned
    }
    events {
        both_ends_receive_the_events_of_a_connection
        listeners_time_out
        an_overrun_is_reported_where_it_happened
        groups_are_left_and_joined
    }
    batches {
        refusals_do_not_stop_other_operations
        ten_thousand_fit
        two_thousand_are_answered
        operations_of_all_kinds_follow_each_other
        large_requests_are_carried_out
        each_operation_has_its_own_warning
    }
    storm {
        every_event_is_received_or_covered_by_an_overrun
    }
};

const TRAPS: &[LiveTest] = &[
    live_test!(
        traps::runtimes_without_drivers_panic_when_waiting,
        needs = [Mptcp]
    ),
    live_test!(
        traps::outside_of_a_runtime_only_waiting_panics,
        needs = [Mptcp]
    ),
    live_test!(traps::listeners_move_between_runtimes, needs = [Mptcp]),
    live_test!(
        traps::clients_and_listeners_move_between_tasks,
        needs = [Mptcp]
    ),
    live_test!(traps::no_event_is_lost_in_select, needs = [Mptcp]),
    live_test!(idle::an_idle_listener_sleeps_on_tokio, needs = [Mptcp]),
    live_test!(idle::an_idle_listener_sleeps_on_smol, needs = [Mptcp]),
    live_test!(idle::no_timer_is_left_behind, needs = [Mptcp]),
    live_test!(traps::deadlines_use_tokios_clock, needs = [Mptcp]),
    live_test!(
        traps::diag_returns_the_same_in_async_programs,
        needs = [Mptcp]
    ),
];

const CANCELLED: &[LiveTest] = &[
    live_test!(
        cancelled::operations_after_dropped_ones_are_right_on_tokio,
        needs = [Mptcp]
    ),
    live_test!(
        cancelled::operations_after_dropped_ones_are_right_on_smol,
        needs = [Mptcp]
    ),
    live_test!(
        cancelled::dropped_waits_lose_no_event_on_tokio,
        needs = [Mptcp]
    ),
    live_test!(
        cancelled::dropped_waits_lose_no_event_on_smol,
        needs = [Mptcp]
    ),
];

fn main() -> ExitCode {
    live::main(&[CASES, TRAPS, CANCELLED].concat())
}
