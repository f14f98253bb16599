//! Tests on the running kernel, in namespaces that they create themselves.

mod deadlines;
mod diag;
mod elsewhere;
mod endpoints;
mod events;
mod example;
mod families;
mod harness;
mod hostile;
mod in_kernel;
mod interfaces;
mod lab;
mod leftovers;
mod lingering;
mod listeners;
mod path_manager;
mod programs;
mod recorder;
mod refusals;
mod sandbox;
mod sockets;
mod stopping;
mod table;
mod traced;
mod trouble;
mod userspace;

use std::process::{ExitCode, Termination};

use genl_tests::live::{self, LiveTest, Need, live_test};
use genl_tests::program;

/// Tests on a pair of namespaces, over IPv4 and over IPv6.
macro_rules! on_a_pair {
    ($($module:ident::$test:ident,)*) => {
        &[$(
            on_a_pair!($module, v4, $test, [Mptcp, IpTool, SsTool, Veth]),
            on_a_pair!($module, v6, $test, [Mptcp, IpTool, SsTool, Veth, Ipv6]),
        )*]
    };
    // `live_test!` is not used: it would put spaces into a path that is built from parts.
    ($module:ident, $family:ident, $test:ident, [$($need:ident),*]) => {
        LiveTest::new(
            concat!(stringify!($module), "::", stringify!($family), "::", stringify!($test)),
            &[$(Need::$need),*],
            || $module::$family::$test().report(),
        )
    };
}

const ON_A_PAIR: &[LiveTest] = on_a_pair! {
    userspace::announced_and_removed,
    userspace::announced_port_takes_joins,
    userspace::announced_port_without_listener_is_refused,
    userspace::announced_by_the_server,
    userspace::subflow_created_and_destroyed,
    userspace::address_of_a_refused_subflow_remains,
    userspace::flags_reach_the_peer,
    in_kernel::endpoint_is_added_changed_and_removed,
    in_kernel::signal_with_port_is_joined,
    in_kernel::signal_with_port_without_listener,
    in_kernel::reset_subflow_has_a_reason,
    in_kernel::peer_denies_joins,
    in_kernel::fallback_closes_without_created,
    refusals::malformed_requests_name_the_attribute,
    refusals::foreign_and_in_kernel_connections,
    refusals::many_announced_addresses,
    diag::subflows_are_those_of_ss,
    diag::a_subflow_that_is_being_established_is_listed,
    table::follows_a_connection,
    table::agrees_with_the_kernel_from_the_start,
    table::resynchronised_after_an_overrun,
    table::connection_without_subflows_remains,
    path_manager::keeps_a_transfer_alive,
    listeners::joins_are_taken_while_it_is_open,
    listeners::others_do_not_block_joins,
};

const HARNESS: &[LiveTest] = &[
    live_test!(
        harness::connection_is_mptcp_over_both_addresses,
        needs = [Mptcp, IpTool, SsTool]
    ),
    live_test!(
        harness::connection_is_mptcp_over_ipv6,
        needs = [Mptcp, SsTool, Ipv6]
    ),
    live_test!(
        harness::pair_carries_mptcp_over_both_links,
        needs = [Mptcp, IpTool, SsTool, Veth]
    ),
    live_test!(harness::sysctls_belong_to_the_namespace, needs = [Mptcp]),
    live_test!(harness::entering_with_threads_is_refused_with_the_reason),
];

const OPERATIONS: &[LiveTest] = &[
    live_test!(endpoints::ip_sees_what_genl_adds, needs = [Mptcp, IpTool]),
    live_test!(endpoints::genl_reads_what_ip_adds, needs = [Mptcp, IpTool]),
    live_test!(
        endpoints::every_flag_reaches_the_kernel,
        needs = [Mptcp, IpTool]
    ),
    live_test!(
        endpoints::removed_by_id_and_flushed,
        needs = [Mptcp, IpTool]
    ),
    live_test!(
        endpoints::flags_change_by_id_and_by_address,
        needs = [Mptcp, IpTool]
    ),
    live_test!(endpoints::limits_agree_with_ip, needs = [Mptcp, IpTool]),
    live_test!(endpoints::refusals_name_the_attribute, needs = [Mptcp]),
    live_test!(endpoints::reading_needs_no_privilege, needs = [Mptcp]),
    live_test!(
        in_kernel::endpoint_by_name_of_its_interface,
        needs = [Mptcp, IpTool, Veth]
    ),
    live_test!(
        userspace::ipv6_port_does_not_fit_next_to_timestamps,
        needs = [Mptcp, IpTool, Veth, Ipv6]
    ),
    live_test!(
        interfaces::names_of_digits_are_not_indices,
        needs = [IpTool, Veth]
    ),
    live_test!(interfaces::missing_interfaces_are_not_found),
    live_test!(
        interfaces::subflows_between_link_local_addresses,
        needs = [Mptcp, IpTool, Veth, Ipv6]
    ),
    live_test!(
        interfaces::interfaces_are_those_of_the_calling_thread,
        needs = [IpTool, Veth]
    ),
    live_test!(
        listeners::an_address_is_open_until_all_have_closed_it,
        needs = [Mptcp, Ipv6]
    ),
    live_test!(
        listeners::addresses_in_use_and_of_other_hosts_are_refused,
        needs = [Mptcp]
    ),
    live_test!(
        families::controller_knows_itself_and_others,
        needs = [Mptcp]
    ),
    live_test!(families::policy_of_the_path_manager, needs = [Mptcp]),
    live_test!(
        families::lax_operations_take_unknown_attributes,
        needs = [Mptcp]
    ),
    live_test!(families::unknown_family_and_group, needs = [Mptcp]),
    live_test!(families::abandoned_dump_leaves_the_client_usable),
    live_test!(families::one_socket_for_several_families, needs = [Mptcp]),
    live_test!(families::warnings_are_returned, needs = [Mptcp]),
];

const EVENTS: &[LiveTest] = &[
    live_test!(
        events::both_ends_receive_the_events_of_a_connection,
        needs = [Mptcp]
    ),
    live_test!(events::listener_times_out, needs = [Mptcp]),
    live_test!(events::listener_can_be_polled, needs = [Mptcp]),
    live_test!(
        events::overrun_is_reported_where_it_happened,
        needs = [Mptcp]
    ),
    live_test!(diag::mapped_addresses, needs = [Mptcp, SsTool, Ipv6]),
    live_test!(diag::without_privilege_no_sequence_numbers, needs = [Mptcp]),
    live_test!(
        table::no_overrun_if_events_are_read_in_time,
        needs = [Mptcp]
    ),
    live_test!(
        lingering::closed_connections_that_linger_stay_closed,
        needs = [Mptcp]
    ),
    live_test!(
        lingering::connections_that_fell_back_are_left_out,
        needs = [Mptcp]
    ),
    live_test!(
        lingering::removal_without_an_id_concerns_the_first_address,
        needs = [Mptcp]
    ),
];

const TROUBLE: &[LiveTest] = &[
    live_test!(
        deadlines::despite_unicast_of_others,
        needs = [Mptcp, Family("ethtool")]
    ),
    live_test!(
        deadlines::despite_events,
        needs = [Mptcp, Family("ethtool")]
    ),
    live_test!(
        deadlines::despite_multicast_of_others,
        needs = [Mptcp, Family("ethtool")]
    ),
    live_test!(
        deadlines::despite_signals,
        needs = [Mptcp, Family("ethtool")]
    ),
    live_test!(hostile::unicast_is_refused_by_the_kernel, needs = [Mptcp]),
    live_test!(hostile::gets_during_a_flood_of_unicast, needs = [Mptcp]),
    live_test!(hostile::gets_during_a_flood_of_multicast, needs = [Mptcp]),
    live_test!(hostile::forged_events_are_dropped, needs = [Mptcp]),
    live_test!(sandbox::without_extended_acks_and_bind, needs = [Mptcp]),
    live_test!(sandbox::with_one_descriptor, needs = [Mptcp]),
    live_test!(leftovers::used_client_becomes_a_listener, needs = [Mptcp]),
    live_test!(
        leftovers::used_transport_returns_the_next_dump,
        needs = [Mptcp]
    ),
    live_test!(leftovers::abandoned_dump_causes_no_wait, needs = [Mptcp]),
    live_test!(
        leftovers::lost_events_do_not_block_a_client,
        needs = [Mptcp]
    ),
    live_test!(stopping::idle_listener_is_stopped_at_once, needs = [Mptcp]),
    live_test!(stopping::signal_stops_a_listener, needs = [Mptcp]),
    live_test!(
        stopping::stop_takes_effect_during_a_storm_of_events,
        needs = [Mptcp]
    ),
    live_test!(stopping::stopper_outlives_its_listener, needs = [Mptcp]),
    live_test!(stopping::repeated_stops_do_not_block, needs = [Mptcp]),
    live_test!(
        sockets::an_operation_is_a_send_and_a_receive,
        needs = [Mptcp]
    ),
    live_test!(
        sockets::error_of_a_cut_datagram_contains_its_length,
        needs = [Mptcp]
    ),
    live_test!(
        sockets::no_new_events_of_a_group_that_was_left,
        needs = [Mptcp]
    ),
    live_test!(
        sockets::losses_are_reported_unless_disabled,
        needs = [Mptcp]
    ),
    live_test!(sockets::receive_buffer_is_limited, needs = [Mptcp]),
    live_test!(
        sockets::receive_buffer_of_an_administrator_is_not_limited,
        needs = [Mptcp, Admin]
    ),
    live_test!(
        sockets::descriptors_are_those_of_the_socket,
        needs = [Mptcp]
    ),
    live_test!(
        traced::an_operation_is_two_system_calls,
        needs = [Mptcp, Strace]
    ),
    live_test!(
        traced::interrupted_calls_are_repeated,
        needs = [Mptcp, Strace]
    ),
];

const ELSEWHERE: &[LiveTest] = &[
    live_test!(
        elsewhere::sockets_are_opened_in_the_given_namespace,
        needs = [Mptcp]
    ),
    live_test!(
        elsewhere::files_that_are_not_network_namespaces_are_refused,
        needs = [Mptcp]
    ),
];

const RECORDINGS: &[LiveTest] = &[
    live_test!(recorder::a_run_is_played_back, needs = [Mptcp]),
    live_test!(recorder::events_are_played_back, needs = [Mptcp]),
    live_test!(
        recorder::wireshark_reads_a_recording,
        needs = [Mptcp, Tshark]
    ),
    live_test!(
        recorder::inspect_reads_what_wireshark_reads,
        needs = [Mptcp, Tshark]
    ),
];

fn main() -> ExitCode {
    if let Some(code) = traced::traced() {
        return code;
    }
    if !live::is_test_process() {
        program::build();
    }
    let tests = [
        HARNESS,
        OPERATIONS,
        ON_A_PAIR,
        EVENTS,
        TROUBLE,
        ELSEWHERE,
        RECORDINGS,
        programs::TESTS,
    ];
    live::main(&tests.concat())
}
