//! The comparison of a description with a snapshot. It does no I/O: the same snapshot gives the same report.

use std::collections::BTreeSet;

use super::attributes::Walk;
use super::expected::{header, root};
use super::reason::Reason;
use super::report::{Aspect, BlindSpot, Count, Difference, Report};
use super::snapshot::Snapshot;
use crate::description::{Attribute, AttributeSet, Family, Mode, Operation, Permission};
use crate::nlctrl::OpFlags;

impl Snapshot {
    /// Compares the snapshot with a description.
    pub fn compare(&self, family: &Family) -> Report {
        let mut context = Context {
            snapshot: self,
            family,
            numbers: BTreeSet::new(),
            report: Report {
                family: family.name,
                differences: Vec::new(),
                blind_spots: Vec::new(),
                outdated: Vec::new(),
            },
        };
        context.family();
        context.undescribed();
        for operation in family.operations {
            context.operation(operation);
        }
        context.never_told();
        context.report
    }
}

/// What is compared, and what was found.
pub(super) struct Context<'r> {
    snapshot: &'r Snapshot,
    family: &'r Family,
    /// The attributes that were reported for the whole family.
    numbers: BTreeSet<u16>,
    report: Report,
}

impl Context<'_> {
    pub(super) fn differ(
        &mut self,
        operation: &str,
        path: &str,
        aspect: Aspect,
        kernel: Option<String>,
        described: Option<String>,
    ) {
        self.report.differences.push(Difference {
            operation: operation.to_owned(),
            path: path.to_owned(),
            aspect,
            kernel,
            described,
        });
    }

    pub(super) fn untold(&mut self, operation: &str, path: &str, reason: Reason) {
        self.report.blind_spots.push(BlindSpot {
            operation: operation.to_owned(),
            path: path.to_owned(),
            reason,
        });
    }

    /// Returns the greatest attribute number of a family with one policy for all operations.
    pub(super) fn max_number(&self) -> Option<u32> {
        self.snapshot.family.maxattr.filter(|max| *max > 0)
    }

    /// Compares version, fixed header and multicast groups.
    fn family(&mut self) {
        let (live, family) = (&self.snapshot.family, self.family);
        if live.version != Some(family.version.into()) {
            let kernel = live.version.map(|version| format!("version {version}"));
            let described = Some(format!("version {}", family.version));
            self.differ("", "", Aspect::Version, kernel, described);
        }
        let described = messages(family).map(header).max();
        let kernel = live.hdrsize.unwrap_or(0);
        if let Some(described) = described.filter(|it| usize::try_from(kernel) != Ok(*it)) {
            let text = |bytes: String| Some(format!("a header of {bytes} bytes"));
            let (kernel, described) = (text(kernel.to_string()), text(described.to_string()));
            self.differ("", "", Aspect::Header, kernel, described);
        }
        for group in &live.mcast_groups {
            if !family.groups.iter().any(|known| known.name == group.name) {
                let kernel = Some(format!("the group {}", group.name));
                self.differ("", "", Aspect::Group, kernel, None);
            }
        }
        for group in family.groups {
            if !live.mcast_groups.iter().any(|it| it.name == group.name) {
                let described = Some(format!("the group {}", group.name));
                self.differ("", "", Aspect::Group, None, described);
            }
        }
    }

    /// Reports the operations that only the kernel has.
    fn undescribed(&mut self) {
        for op in &self.snapshot.family.ops {
            for mode in [Mode::Do, Mode::Dump] {
                let mut operations = self.family.operations.iter();
                let is_described =
                    operations.any(|it| u32::from(it.command) == op.id && it.mode == mode);
                if op.flags.contains(flag(mode)) && !is_described {
                    let kernel = Some(text(mode).to_owned());
                    self.differ(&op.id.to_string(), "", Aspect::Operation, kernel, None);
                }
            }
        }
    }

    fn operation(&mut self, operation: &'static Operation) {
        let command = u32::from(operation.command);
        let mut ops = self.snapshot.family.ops.iter();
        let flags = ops.find(|op| op.id == command).map(|op| op.flags);
        let flags = flags.unwrap_or_default();
        if !flags.contains(flag(operation.mode)) {
            let described = format!("{} ({command})", text(operation.mode));
            return self.differ(operation.name, "", Aspect::Operation, None, Some(described));
        }
        if let Some((kernel, described)) = permissions(flags, operation.permission) {
            self.differ(operation.name, "", Aspect::Permission, kernel, described);
        }
        let snapshot = self.snapshot;
        let policies = snapshot.operations.get(&command);
        let root = policies.and_then(|it| match operation.mode {
            Mode::Do => it.r#do,
            Mode::Dump => it.dump,
        });
        let count = operation.request.attributes.len();
        match policies.zip(root) {
            Some((policies, root)) => Walk::new(self, operation, policies).run(root),
            None if count == 0 => {}
            None if operation.lax => self.untold(operation.name, "", Reason::NoPolicy),
            None => {
                let described = Some(format!("a policy for {}", Count(count, "attribute")));
                self.differ(operation.name, "", Aspect::Policy, None, described);
            }
        }
        if !operation.reply.is_nothing() {
            self.untold(operation.name, "", Reason::Replies);
        }
    }

    /// Returns the attribute with this number in the operation with the same command, if do and dump share a policy.
    pub(super) fn beside(&self, operation: &Operation, number: u16) -> Option<&'static Attribute> {
        let policies = self
            .snapshot
            .operations
            .get(&u32::from(operation.command))?;
        let operations = self.family.operations.iter();
        operations
            .filter(|it| it.command == operation.command && policies.r#do == policies.dump)
            .find_map(|it| it.request.attribute(number))
    }

    /// Returns whether this number is asked about for the first time.
    pub(super) fn is_first(&mut self, number: u16) -> bool {
        self.numbers.insert(number)
    }

    pub(super) fn in_requests(&self, number: u16) -> bool {
        let mut operations = self.family.operations.iter();
        operations.any(|it| it.request.attribute(number).is_some())
    }

    /// Returns the attribute with this number in the sets whose attributes are used in requests.
    pub(super) fn in_sets(&self, number: u16) -> Option<&'static Attribute> {
        let mut operations = self.family.operations.iter();
        operations.find_map(|it| root(it.request).attribute(number))
    }

    /// Adds the blind spots that every family has.
    fn never_told(&mut self) {
        let family = self.family;
        for event in family.events {
            self.untold(event.name, "", Reason::Events);
        }
        if !family.operations.is_empty() {
            self.untold("", "", Reason::Validation);
        }
        let requests = || family.operations.iter().map(|it| it.request);
        if requests().all(|set| set.attributes.is_empty()) {
            return;
        }
        for reason in [
            Reason::Names,
            Reason::Presence,
            Reason::Use,
            Reason::Repetition,
            Reason::ByteOrder,
        ] {
            self.untold("", "", reason);
        }
        if requests().any(|set| set.pad.is_some()) {
            self.untold("", "", Reason::Pads);
        }
        if self.max_number().is_some() {
            self.untold("", "", Reason::SharedPolicy);
        }
    }
}

/// Returns the sets of all messages.
fn messages(family: &Family) -> impl Iterator<Item = &'static AttributeSet> {
    let operations = family.operations.iter();
    let events = family.events.iter().map(|event| event.attributes);
    operations
        .flat_map(|it| [it.request, it.reply])
        .chain(events)
}

const fn flag(mode: Mode) -> OpFlags {
    match mode {
        Mode::Do => OpFlags::CMD_CAP_DO,
        Mode::Dump => OpFlags::CMD_CAP_DUMP,
    }
}

const fn text(mode: Mode) -> &'static str {
    match mode {
        Mode::Do => "a do",
        Mode::Dump => "a dump",
    }
}

/// Returns the permissions, if they differ. The kernel does not register different ones for the do and the dump of an
/// operation.
fn permissions(flags: OpFlags, described: Permission) -> Option<(Option<String>, Option<String>)> {
    let described = match described {
        Permission::None => OpFlags::empty(),
        Permission::Admin => OpFlags::ADMIN_PERM,
        Permission::NamespaceAdmin => OpFlags::UNS_ADMIN_PERM,
    };
    let kernel = flags & (OpFlags::ADMIN_PERM | OpFlags::UNS_ADMIN_PERM);
    let text = |flags: OpFlags| {
        let mut names = flags.iter_names().map(|(name, _)| name.to_lowercase());
        names
            .next()
            .map(|first| names.fold(first, |all, name| format!("{all} {name}")))
    };
    (kernel != described).then(|| (text(kernel), text(described)))
}
