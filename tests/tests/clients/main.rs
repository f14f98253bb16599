//! Properties of the blocking client and of the async ones, over peers in memory.
//!
//! Each of the [`cases`](blocking::cases) is written once and compiled twice. For the blocking client, `wait!(call)` is
//! `call`. For the async one, it is `call.await`, and the case runs on tokio with one thread and with several, and on smol.

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
        warnings_belong_to_the_last_operation
        requests_that_cannot_be_encoded_are_not_sent
        replies_may_borrow
        replies_may_be_absent
        two_families_share_a_socket
        unknown_families_are_errors
        a_refused_lookup_is_an_error
        a_stale_id_is_looked_up_again
        answers_that_never_come_are_timeouts
        an_answer_that_came_in_time_may_be_read_later
        lost_and_cut_answers_are_errors
    }
    dumps {
        replies_come_in_any_number_of_datagrams
        replies_may_borrow
        a_dump_may_be_abandoned
        interruptions_are_reported
        consistent_dumps_are_repeated
        undecodable_parts_are_errors_between_the_others
        ends_contain_errors_and_warnings
        an_end_that_never_comes_is_a_timeout
        the_replies_of_a_do_end_with_its_acknowledgement
    }
    events {
        events_come_in_their_order
        events_are_a_sequence
        an_overrun_comes_between_the_events_around_it
        the_event_after_an_undecodable_one_is_returned
        a_listener_times_out
        groups_belong_to_the_family
        a_family_may_go_and_come_back
        late_answers_are_not_events
    }
    batches {
        each_operation_has_its_own_result
        answers_may_share_a_datagram
        only_the_last_one_is_acknowledged
        each_operation_has_its_own_warning
        requests_that_cannot_be_encoded_fail_alone
        the_first_answer_counts
        an_empty_batch_sends_nothing
        handles_belong_to_their_batch
    }
    batch_sizes {
        any_number_of_operations_fits
        large_requests_are_spread_over_datagrams
        a_request_that_cannot_be_sent_fails_alone
    }
    batch_losses {
        lost_answers_fail_alone
        the_socket_is_emptied_after_a_loss
        a_loss_concerns_one_datagram
        an_overrun_in_a_datagram_is_a_loss
        an_answer_that_is_cut_fails_its_operation
        answers_that_never_come_are_timeouts
        results_outlive_the_socket
    }
    batch_families {
        unknown_families_fail_alone
        stale_ids_are_looked_up_again
        families_that_are_gone_are_errors
        a_family_that_cannot_be_looked_up_fails_the_batch
    }
}
