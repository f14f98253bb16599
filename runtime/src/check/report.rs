//! The result of a comparison: differences, and what cannot be verified.

use core::fmt;
use core::hash::Hash;
use std::collections::HashMap;

use super::exception::{Disagreement, Exception};
use super::reason::Reason;

/// The result of comparing a description with a kernel: differences, and blind spots.
///
/// `{}` shows the differences and then the blind spots, one per line. Operations with the same finding share a line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "a report says nothing by itself; call `agree`"]
pub struct Report {
    pub(super) family: &'static str,
    pub(super) differences: Vec<Difference>,
    pub(super) blind_spots: Vec<BlindSpot>,
    pub(super) outdated: Vec<Exception>,
}

/// A difference between the kernel and a description.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// The name of the operation. If it is not described, its command. Empty if the difference is about the whole family.
    pub operation: String,
    /// The path of the attribute, such as `addr.port`. An attribute that is not described is shown by its number. Empty if
    /// the difference is not about an attribute.
    pub path: String,
    /// What differs.
    pub aspect: Aspect,
    /// What the kernel has; `None` for nothing.
    pub kernel: Option<String>,
    /// What the description has; `None` for nothing.
    pub described: Option<String>,
}

/// The subject of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Aspect {
    /// The version of the family.
    Version,
    /// The length of the fixed header.
    Header,
    /// A multicast group.
    Group,
    /// An operation, as a do or as a dump.
    Operation,
    /// The permission that an operation needs.
    Permission,
    /// Whether an operation accepts attributes at all.
    Policy,
    /// Whether an operation, or a nest, accepts an attribute.
    Attribute,
    /// The type of a payload.
    Type,
    /// The values of an integer.
    Values,
    /// The bits of flags.
    Bits,
    /// The length of a payload.
    Length,
}

/// A part of a description that the kernel does not report, so that it cannot be verified.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BlindSpot {
    /// The name of the operation or event. Empty if it is about the whole family.
    pub operation: String,
    /// The path of the attribute. Empty if it is not about an attribute.
    pub path: String,
    /// Why it cannot be verified.
    pub reason: Reason,
}

impl Report {
    /// Returns the name of the family.
    pub const fn family(&self) -> &'static str {
        self.family
    }

    /// Returns the differences.
    pub fn differences(&self) -> &[Difference] {
        &self.differences
    }

    /// Returns the parts of the description that cannot be verified.
    pub fn blind_spots(&self) -> &[BlindSpot] {
        &self.blind_spots
    }

    /// Returns the exceptions that no longer apply.
    pub fn outdated(&self) -> &[Exception] {
        &self.outdated
    }

    /// Returns whether there is no difference. Blind spots may still be wrong.
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty() && self.outdated.is_empty()
    }

    /// Ignores operations and groups that only the kernel has. For a description that is not meant to be complete.
    pub fn in_part(mut self) -> Self {
        self.differences.retain(|it| {
            it.described.is_some() || !matches!(it.aspect, Aspect::Operation | Aspect::Group)
        });
        self
    }

    /// Ignores known differences. An exception that no longer applies is reported.
    pub fn except(mut self, exceptions: &[Exception]) -> Self {
        for exception in exceptions {
            if !self.differences.iter().any(|it| exception.explains(it)) {
                self.outdated.push(*exception);
            }
        }
        self.differences
            .retain(|it| !exceptions.iter().any(|known| known.explains(it)));
        self
    }

    /// Returns the report if there is no difference.
    ///
    /// Fails with [`Disagreement`], which shows every difference, and every exception that no longer applies.
    pub fn agree(self) -> Result<Self, Disagreement> {
        if self.is_empty() {
            Ok(self)
        } else {
            Err(Disagreement(self))
        }
    }

    pub(super) fn write_faults(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_grouped(
            f,
            &self.differences,
            |it| (&it.path, it.aspect, &it.kernel, &it.described),
            |it| &it.operation,
            |f, it| it.write(f),
        )?;
        self.outdated
            .iter()
            .try_for_each(|it| write!(f, "\n  outdated exception: {it}"))
    }
}

impl Difference {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            kernel, described, ..
        } = self;
        write_path(f, &self.path)?;
        let [kernel, described] = [kernel, described].map(|it| it.as_deref().unwrap_or("nothing"));
        write!(
            f,
            "the kernel has {kernel}; the description has {described}"
        )
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_operation(f, &self.operation)?;
        self.write(f)
    }
}

impl fmt::Display for BlindSpot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_operation(f, &self.operation)?;
        write_path(f, &self.path)?;
        self.reason.fmt(f)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            family,
            differences,
            blind_spots,
            ..
        } = self;
        write!(f, "{family}: {}", Count(differences.len(), "difference"))?;
        self.write_faults(f)?;
        write!(
            f,
            "\nnot verified: {}",
            Count(blind_spots.len(), "blind spot")
        )?;
        write_grouped(
            f,
            blind_spots,
            |it| (&it.path, it.reason),
            |it| &it.operation,
            |f, it| {
                write_path(f, &it.path)?;
                it.reason.fmt(f)
            },
        )
    }
}

pub(super) struct Count(pub(super) usize, pub(super) &'static str);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(count, noun) = self;
        let end = if *count == 1 { "" } else { "s" };
        write!(f, "{count} {noun}{end}")
    }
}

fn write_operation(f: &mut fmt::Formatter<'_>, operation: &str) -> fmt::Result {
    match operation {
        "" => Ok(()),
        operation => write!(f, "{operation}: "),
    }
}

pub(super) fn write_path(f: &mut fmt::Formatter<'_>, path: &str) -> fmt::Result {
    match path {
        "" => Ok(()),
        path => write!(f, "`{path}`: "),
    }
}

/// Writes one line per group of items with the same key, preceded by the names of their operations.
fn write_grouped<'a, T, K: Eq + Hash>(
    f: &mut fmt::Formatter<'_>,
    items: &'a [T],
    key: impl Fn(&'a T) -> K,
    operation: impl Fn(&'a T) -> &'a str,
    write: impl Fn(&mut fmt::Formatter<'_>, &T) -> fmt::Result,
) -> fmt::Result {
    let mut groups: Vec<(&T, Vec<&str>)> = Vec::new();
    let mut known = HashMap::new();
    for item in items {
        let index = *known.entry(key(item)).or_insert(groups.len());
        match groups.get_mut(index) {
            Some((_, operations)) => operations.push(operation(item)),
            None => groups.push((item, vec![operation(item)])),
        }
    }
    for (item, operations) in groups {
        f.write_str("\n  ")?;
        write_operation(f, &operations.join(", "))?;
        write(f, item)?;
    }
    Ok(())
}
