//! `genl::check` over what a kernel was recorded to say, and over peers in memory that answer well and badly.

mod answers;
mod draft;
mod faults;
mod payloads;
mod recorded;
mod reports;

use genl::check::{Aspect, Difference, Reason, Report};
use genl::description::Family;

/// The report of a family of the recorded kernel.
fn report(family: &Family) -> Report {
    recorded::snapshot(family.name).compare(family)
}

/// Operation, path and aspect of each difference.
fn places(differences: &[Difference]) -> Vec<(&str, &str, Aspect)> {
    differences
        .iter()
        .map(|it| (it.operation.as_str(), it.path.as_str(), it.aspect))
        .collect()
}

fn cannot_tell(report: &Report, operation: &str, path: &str, reason: Reason) -> bool {
    let mut blind_spots = report.blind_spots().iter();
    blind_spots
        .any(|it| (it.operation.as_str(), it.path.as_str(), it.reason) == (operation, path, reason))
}
