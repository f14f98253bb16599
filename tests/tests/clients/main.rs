//! What holds for the blocking client and for those of async programs, over peers in memory.
//!
//! Each of the [`cases`](blocking::cases) is written once. It is compiled for the blocking client, where `wait!(call)` is `call`, and for
//! the async one, where it is `call.await`; the latter runs on tokio with one thread and with several, and on smol.

#![allow(clippy::duplicate_mod)] // the cases, on purpose

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/messages.rs"]
mod messages;

mod blocking;
mod cancelled;
#[path = "../common/erratic.rs"]
mod erratic;
mod futures;
mod hesitant;
mod kernel;
mod polled;
mod radios;
#[path = "../common/runtimes.rs"]
mod runtimes;

/// Makes each case a test of every client.
macro_rules! of_every_client {
    ($($module:ident { $($case:ident)* })*) => {$(
        mod $module {$(
            mod $case {
                use crate::{blocking, polled, runtimes};

                #[test]
                fn blocking() -> runtimes::Outcome {
                    runtimes::blocking(blocking::cases::$module::$case())
                }

                #[test]
                fn tokio_current_thread() -> runtimes::Outcome {
                    runtimes::tokio_current_thread(polled::cases::$module::$case())
                }

                #[test]
                fn tokio_multi_thread() -> runtimes::Outcome {
                    runtimes::tokio_multi_thread(polled::cases::$module::$case())
                }

                #[test]
                fn smol() -> runtimes::Outcome {
                    runtimes::smol(polled::cases::$module::$case())
                }
            }
        )*}
    )*};
}

of_every_client! {
    operations {
        a_get_is_answered
        sets_are_acknowledged
        refusals_name_the_attribute
        warnings_are_those_of_the_last_operation
        requests_that_cannot_be_encoded_are_not_sent
        replies_may_borrow
        replies_may_be_left_out
        two_families_share_a_socket
        unknown_families_are_told
        a_refusal_to_look_a_family_up_is_told
        a_stale_id_is_asked_for_again
        answers_that_never_come_are_timeouts
        an_answer_that_came_in_time_is_taken_later
        lost_and_cut_answers_are_told
    }
    dumps {
        replies_come_in_any_number_of_datagrams
        replies_may_borrow
        a_dump_may_be_dropped_half_way
        interruptions_are_told
        consistent_dumps_are_repeated
        parts_that_cannot_be_read_are_errors_among_the_others
        ends_tell_errors_and_warnings
        an_end_that_never_comes_is_a_timeout
        the_replies_of_a_do_end_with_its_acknowledgement
    }
    events {
        events_come_in_their_order
        events_are_a_sequence
        an_overrun_comes_between_the_events_around_it
        an_event_that_cannot_be_read_is_an_error_and_the_next_one_follows
        a_listener_may_wait_in_vain
        groups_are_those_of_the_family
        a_family_may_go_and_come_back
        late_answers_are_no_events
    }
    batches {
        each_operation_has_its_own_result
        answers_may_share_a_datagram
        only_the_last_one_is_acknowledged
        warnings_are_those_of_each
        requests_that_cannot_be_encoded_fail_alone
        the_first_answer_counts
        an_empty_batch_sends_nothing
        handles_are_those_of_their_batch
    }
    batch_sizes {
        any_number_of_operations_fits
        large_requests_are_spread_over_datagrams
        a_request_that_cannot_be_sent_fails_alone
    }
    batch_losses {
        lost_answers_fail_alone
        the_socket_is_emptied_after_a_loss
        a_loss_is_that_of_one_datagram
        an_overrun_in_a_datagram_is_a_loss
        an_answer_that_is_cut_fails_its_operation
        answers_that_never_come_are_timeouts
        results_outlive_the_socket
    }
    batch_families {
        unknown_families_fail_alone
        stale_ids_are_asked_for_again
        families_that_are_gone_are_told
        a_family_that_cannot_be_looked_up_fails_the_batch
    }
}
