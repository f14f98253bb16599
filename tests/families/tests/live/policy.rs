//! Compares the description of a family with what the kernel says of it: operations, groups, and policies
//! (`CTRL_CMD_GETPOLICY`) in numbers, types, nesting and limits.

mod limits;

use std::collections::BTreeMap;
use std::error::Error;

use genl::Policy;
use genl::description::{Attribute, AttributeSet, Family, Mode, Operation, Permission};
use genl::nlctrl::{FamilyReply, GetFamily, GetPolicy, Nlctrl, OpFlags};

pub(crate) type Outcome = Result<(), Box<dyn Error>>;

/// A difference that is known.
pub(crate) struct Exception {
    operation: &'static str,
    path: &'static str,
    kernel: &'static str,
    why: &'static str,
}

/// The difference of `operation` (by its name or, not described, by its number; `*` for all, empty for the family) at the
/// attribute `path` (with a number where it is not described), in which the kernel has `kernel`: why that is right.
pub(crate) const fn except(
    operation: &'static str,
    path: &'static str,
    kernel: &'static str,
    why: &'static str,
) -> Exception {
    Exception {
        operation,
        path,
        kernel,
        why,
    }
}

/// A difference that was found.
struct Difference {
    operation: String,
    path: String,
    kernel: String,
    described: String,
}

/// The policies of one operation: by their index, then by the number of the attribute.
type Policies = BTreeMap<(u16, u16), Policy>;

/// Fails unless `family` is what the kernel says, with these exceptions, each of which must be one.
///
/// `whole` is the set of all attributes, for families that have one policy for all operations.
///
/// # Panics
///
/// When they differ otherwise.
pub(crate) fn agrees(
    family: &'static Family,
    whole: Option<&'static AttributeSet>,
    exceptions: &[Exception],
) -> Outcome {
    compare(family, whole, exceptions, true)
}

/// The same for a description that leaves operations out.
pub(crate) fn agrees_in_part(family: &'static Family, exceptions: &[Exception]) -> Outcome {
    compare(family, None, exceptions, false)
}

fn compare(
    family: &'static Family,
    whole: Option<&'static AttributeSet>,
    exceptions: &[Exception],
    complete: bool,
) -> Outcome {
    let mut nlctrl = Nlctrl::connect()?;
    let request = GetFamily {
        family_name: Some(family.name.to_owned()),
        ..GetFamily::default()
    };
    let live = nlctrl.get_family(&request)?;
    let mut comparison = Comparison {
        operation: String::new(),
        policies: Policies::new(),
        whole,
        differences: Vec::new(),
    };
    comparison.family(family, &live);
    if complete {
        comparison.operations(family, &live);
    }
    for operation in family.operations {
        operation.name.clone_into(&mut comparison.operation);
        if comparison.operation(operation, &live) {
            match comparison.fetch(&mut nlctrl, family.name, operation)? {
                Some(root) => comparison.set("", operation.request, root),
                None if operation.request.attributes.is_empty() => {}
                None => comparison.differ("", "no policy", "attributes"),
            }
        }
    }
    judge(&comparison.differences, exceptions);
    Ok(())
}

fn judge(differences: &[Difference], exceptions: &[Exception]) {
    let explains = |exception: &Exception, difference: &Difference| {
        (exception.operation == "*" || exception.operation == difference.operation)
            && exception.path == difference.path
            && exception.kernel == difference.kernel
    };
    let mut faults = Vec::new();
    for it in differences {
        if !exceptions.iter().any(|exception| explains(exception, it)) {
            faults.push(format!(
                "{} `{}`: the kernel has {}, described: {}",
                it.operation, it.path, it.kernel, it.described
            ));
        }
    }
    for it in exceptions {
        let line = format!(
            "{} `{}`: the kernel has {}",
            it.operation, it.path, it.kernel
        );
        if !differences
            .iter()
            .any(|difference| explains(it, difference))
        {
            faults.push(format!("{line}: no longer"));
        }
        println!("exception: {line}: {}", it.why);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

struct Comparison {
    operation: String,
    policies: Policies,
    whole: Option<&'static AttributeSet>,
    differences: Vec<Difference>,
}

impl Comparison {
    fn differ(&mut self, path: &str, kernel: impl Into<String>, described: impl Into<String>) {
        self.differences.push(Difference {
            operation: self.operation.clone(),
            path: path.to_owned(),
            kernel: kernel.into(),
            described: described.into(),
        });
    }

    /// Version and groups.
    fn family(&mut self, family: &Family, live: &FamilyReply) {
        if live.version != Some(family.version.into()) {
            self.differ("", format!("version {:?}", live.version), "another");
        }
        for group in &live.mcast_groups {
            if !family.groups.iter().any(|known| known.name == group.name) {
                self.differ("", format!("the group {}", group.name), "nothing");
            }
        }
        for group in family.groups {
            if !live.mcast_groups.iter().any(|it| it.name == group.name) {
                self.differ("", format!("no group {}", group.name), "it");
            }
        }
    }

    /// That every operation of the kernel is described.
    fn operations(&mut self, family: &Family, live: &FamilyReply) {
        for op in &live.ops {
            for (flag, mode) in [
                (OpFlags::CMD_CAP_DO, Mode::Do),
                (OpFlags::CMD_CAP_DUMP, Mode::Dump),
            ] {
                let described = family
                    .operations
                    .iter()
                    .any(|it| u32::from(it.command) == op.id && it.mode == mode);
                if op.flags.contains(flag) && !described {
                    self.operation = op.id.to_string();
                    self.differ("", format!("a {mode:?}"), "nothing");
                }
            }
        }
    }

    /// Whether the kernel has the operation, with a policy. What needs none has no attributes.
    fn operation(&mut self, operation: &Operation, live: &FamilyReply) -> bool {
        let command = u32::from(operation.command);
        let flags = live.ops.iter().find(|op| op.id == command);
        let flags = flags.map_or(OpFlags::empty(), |op| op.flags);
        let mode = match operation.mode {
            Mode::Do => OpFlags::CMD_CAP_DO,
            Mode::Dump => OpFlags::CMD_CAP_DUMP,
        };
        if !flags.contains(mode) {
            self.differ("", format!("no {:?}", operation.mode), "one");
            return false;
        }
        let permission = match operation.permission {
            Permission::None => OpFlags::empty(),
            Permission::Admin => OpFlags::ADMIN_PERM,
            Permission::NamespaceAdmin => OpFlags::UNS_ADMIN_PERM,
        };
        let known = flags & (OpFlags::ADMIN_PERM | OpFlags::UNS_ADMIN_PERM);
        if known != permission {
            self.differ("", format!("{known:?}"), format!("{permission:?}"));
        }
        let has_policy = flags.contains(OpFlags::CMD_CAP_HASPOL);
        if !has_policy && !operation.request.attributes.is_empty() {
            self.differ("", "no policy", "attributes");
        }
        has_policy
    }

    /// Asks for the policies of an operation, and returns the index of the first one. A mode without attributes has none.
    fn fetch(
        &mut self,
        nlctrl: &mut Nlctrl,
        family: &str,
        operation: &Operation,
    ) -> Result<Option<u16>, Box<dyn Error>> {
        let request = GetPolicy {
            family_name: Some(family.to_owned()),
            op: Some(operation.command.into()),
            ..GetPolicy::default()
        };
        self.policies.clear();
        let mut root = None;
        for part in nlctrl.get_policy(&request)? {
            let part = part?;
            // One entry, though under number 0 where the operation is a dump alone.
            for entry in part.op_policy {
                root = root.or(match operation.mode {
                    Mode::Do => entry.value.r#do,
                    Mode::Dump => entry.value.dump,
                });
            }
            let entries = part.policy.into_iter();
            self.policies
                .extend(entries.map(|entry| (entry.key, entry.value)));
        }
        Ok(root.map(u16::try_from).transpose()?)
    }

    fn set(&mut self, path: &str, set: &AttributeSet, index: u16) {
        let join = |name: &str| match path {
            "" => name.to_owned(),
            path => format!("{path}.{name}"),
        };
        let policies: BTreeMap<u16, Policy> = self
            .policies
            .range((index, 0)..=(index, u16::MAX))
            .map(|((_, number), policy)| (*number, policy.clone()))
            .collect();
        for attribute in set.attributes {
            match policies.get(&attribute.number) {
                Some(policy) => self.attribute(&join(attribute.name), attribute, policy),
                None => self.differ(
                    &join(attribute.name),
                    "nothing",
                    format!("{:?}", attribute.kind),
                ),
            }
        }
        for (number, policy) in &policies {
            if set.attribute(*number).is_some() {
                continue;
            }
            let whole = self.whole.filter(|_| path.is_empty());
            match whole.and_then(|whole| whole.attribute(*number)) {
                Some(attribute) => self.attribute(attribute.name, attribute, policy),
                None => self.differ(&join(&number.to_string()), policy.to_string(), "nothing"),
            }
        }
    }

    fn attribute(&mut self, path: &str, attribute: &Attribute, policy: &Policy) {
        let kind = limits::element(&attribute.kind);
        let typed = policy
            .kind
            .is_some_and(|it| limits::types(kind).contains(&it));
        if !typed || !limits::agree(kind, attribute.checks, policy) {
            let described = format!("{:?}, {:?}", attribute.kind, attribute.checks);
            self.differ(path, policy.to_string(), described);
        }
        let Some(nested) = kind.nested().filter(|_| typed) else {
            return;
        };
        match policy.policy_idx.map(u16::try_from) {
            Some(Ok(index)) if path.matches('.').count() < 10 => self.set(path, nested, index),
            _ if nested.attributes.is_empty() => {}
            _ => self.differ(path, "no policy for the nest", nested.name),
        }
    }
}
