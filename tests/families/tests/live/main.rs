//! The families on the running kernel.

mod ethtool;
mod ioam6;
mod netdev;
mod outside;
mod policy;
mod runtime_families;
mod seg6;
mod taskstats;
mod tcp_metrics;
mod thermal;

use std::process::ExitCode;

use genl_tests::live;

fn main() -> ExitCode {
    live::main(
        &[
            ethtool::TESTS,
            ioam6::TESTS,
            netdev::TESTS,
            runtime_families::TESTS,
            seg6::TESTS,
            taskstats::TESTS,
            tcp_metrics::TESTS,
            thermal::TESTS,
        ]
        .concat(),
    )
}
