//! Known differences, each with a reason.

use core::error::Error;
use core::fmt;

use super::report::{Count, Difference, Report, write_path};

/// A known difference between the kernel and a description, with the reason why it is correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exception {
    /// The operation, as in [`Difference::operation`]; `*` for all operations.
    pub operation: &'static str,
    /// The attribute, as in [`Difference::path`].
    pub path: &'static str,
    /// What the kernel has, in the words of the report, such as `nothing`.
    pub kernel: &'static str,
    /// Why the description differs.
    pub why: &'static str,
}

impl Exception {
    /// Creates an exception from the values of its fields.
    pub const fn new(
        operation: &'static str,
        path: &'static str,
        kernel: &'static str,
        why: &'static str,
    ) -> Self {
        Self {
            operation,
            path,
            kernel,
            why,
        }
    }

    pub(super) fn explains(&self, it: &Difference) -> bool {
        (self.operation == "*" || self.operation == it.operation)
            && self.path == it.path
            && self.kernel == it.kernel.as_deref().unwrap_or("nothing")
    }
}

impl fmt::Display for Exception {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            operation,
            path,
            kernel,
            why,
        } = self;
        if !operation.is_empty() {
            write!(f, "{operation}: ")?;
        }
        write_path(f, path)?;
        write!(f, "the kernel has {kernel} ({why})")
    }
}

/// The error for a description that differs from the kernel. Shows every difference, and every exception that no longer
/// applies.
#[derive(Clone, PartialEq, Eq)]
pub struct Disagreement(pub(super) Report);

impl Disagreement {
    /// Returns the report.
    pub const fn report(&self) -> &Report {
        &self.0
    }
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(report) = self;
        let faults = report.differences.len() + report.outdated.len();
        let count = Count(faults, "difference");
        write!(
            f,
            "{}: the kernel disagrees with the description: {count}",
            report.family
        )?;
        report.write_faults(f)
    }
}

/// Shows the text, so that a test can return the error.
impl fmt::Debug for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error for Disagreement {}
