//! The attributes that operations accept, as trees, from the policies of the kernel and from a description.

use std::collections::{BTreeMap, BTreeSet};

use genl::description::{Attribute, AttributeSet, Family, Mode, Operation};
use genl::nlctrl::{FamilyReply, GetPolicy, OpAttrs, OpFlags};
use genl::{Error, Policy};

use crate::kernel::Controller;

/// An operation in the answers of the kernel and in a description.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) command: u32,
    pub(crate) flags: OpFlags,
    /// Its entries in the description: a do and a dump, or several of either.
    pub(crate) described: Vec<&'static Operation>,
    /// The attributes that a do accepts, or `None` if they are unknown.
    pub(crate) r#do: Option<Vec<Accepted>>,
    /// The attributes that a dump accepts.
    pub(crate) dump: Option<Vec<Accepted>>,
}

/// An attribute that is accepted.
#[derive(Debug)]
pub(crate) struct Accepted {
    pub(crate) number: u16,
    /// The policy of the kernel, or `None` if only the description has the attribute.
    pub(crate) policy: Option<Policy>,
    pub(crate) described: Option<&'static Attribute>,
    pub(crate) nested: Nested,
}

/// The attributes nested in an attribute.
#[derive(Debug)]
pub(crate) enum Nested {
    /// None, or they are unknown.
    Nothing,
    /// These attributes.
    Attributes(Vec<Accepted>),
    /// The same as in an enclosing attribute, this many levels out.
    Recursion(usize),
}

/// Policies by index, and in each policy the attributes by number.
type Policies = BTreeMap<u16, BTreeMap<u16, Policy>>;

/// The policies of operations for a do and for a dump, by command.
#[derive(Default)]
struct Answer {
    policies: Policies,
    operations: BTreeMap<u16, (Option<u32>, Option<u32>)>,
}

/// Merges the answers of the kernel and the description.
pub(crate) fn operations(
    nlctrl: &mut Controller,
    family: &FamilyReply,
    description: Option<&'static Family>,
) -> Result<Vec<Told>, Error> {
    let all = ask(nlctrl, family.family_id, None)?;
    let told = family.ops.iter().map(|operation| {
        let command = u16::try_from(operation.id).unwrap_or(u16::MAX);
        match all.operations.get(&command) {
            Some(indices) => Ok(tell(operation, &all.policies, *indices, description)),
            // The kernel reports the policy of an operation that is only a dump under operation 0 (`ctrl_dumppolicy_put_op`,
            // `net/netlink/genetlink.c`). If the operation alone is asked for, the reply has no other policy.
            None if operation.flags.contains(OpFlags::CMD_CAP_HASPOL) => {
                let one = ask(nlctrl, family.family_id, Some(operation.id))?;
                let indices = one.operations.values().next().copied().unwrap_or_default();
                Ok(tell(operation, &one.policies, indices, description))
            }
            None => Ok(tell(operation, &Policies::new(), (None, None), description)),
        }
    });
    told.collect()
}

/// Requests the policies of a family, or of one of its operations.
fn ask(nlctrl: &mut Controller, family_id: u16, op: Option<u32>) -> Result<Answer, Error> {
    let request = GetPolicy {
        family_id: Some(family_id),
        family_name: None,
        op,
    };
    let mut answer = Answer::default();
    for part in nlctrl.get_policy(&request)? {
        let part = match part {
            Ok(part) => part,
            // The family has no policies, or the kernel does not report policies (before Linux 5.7).
            Err(error) if matches!(error.errno(), Some(libc::ENODATA | libc::EOPNOTSUPP)) => {
                return Ok(answer);
            }
            Err(error) => return Err(error),
        };
        for operation in part.op_policy {
            let indices = (operation.value.r#do, operation.value.dump);
            answer.operations.insert(operation.key, indices);
        }
        for attribute in part.policy {
            let (index, number) = attribute.key;
            let policy = answer.policies.entry(index).or_default();
            policy.insert(number, attribute.value);
        }
    }
    Ok(answer)
}

fn tell(
    operation: &OpAttrs,
    policies: &Policies,
    (of_do, of_dump): (Option<u32>, Option<u32>),
    description: Option<&'static Family>,
) -> Told {
    let operations = description.map_or(&[][..], |family| family.operations);
    let described: Vec<_> = operations
        .iter()
        .filter(|it| u32::from(it.command) == operation.id)
        .collect();
    let accepted = |index: Option<u32>, mode: Mode| {
        let mut described = described.iter().filter(|it| it.mode == mode);
        let set = described.next().map(|operation| operation.request);
        if index.is_none() && set.is_none() {
            return None;
        }
        let index = index.and_then(|index| u16::try_from(index).ok());
        Some(attributes(policies, index, set, &mut Vec::new()))
    };
    Told {
        command: operation.id,
        flags: operation.flags,
        r#do: accepted(of_do, Mode::Do),
        dump: accepted(of_dump, Mode::Dump),
        described,
    }
}

/// The path to an attribute: policies by index, and sets by address.
type Around = Vec<(Option<u16>, Option<*const AttributeSet>)>;

/// Merges the attributes of a policy and of a set.
fn attributes(
    policies: &Policies,
    index: Option<u16>,
    set: Option<&'static AttributeSet>,
    around: &mut Around,
) -> Vec<Accepted> {
    let policy = index.and_then(|index| policies.get(&index));
    let mut numbers: BTreeSet<u16> = policy
        .into_iter()
        .flat_map(BTreeMap::keys)
        .copied()
        .collect();
    let known = set.map_or(&[][..], |set| set.attributes);
    numbers.extend(known.iter().map(|attribute| attribute.number));
    around.push((index, set.map(core::ptr::from_ref)));
    let accepted = numbers.into_iter().map(|number| {
        let policy = policy.and_then(|policy| policy.get(&number));
        let described = set.and_then(|set| {
            let whole = || set.subset_of?.get().attribute(number);
            set.attribute(number).or_else(whole)
        });
        Accepted {
            number,
            nested: nested(policies, policy, described, around),
            policy: policy.cloned(),
            described,
        }
    });
    let accepted = accepted.collect();
    around.pop();
    accepted
}

fn nested(
    policies: &Policies,
    policy: Option<&Policy>,
    described: Option<&'static Attribute>,
    around: &mut Around,
) -> Nested {
    let index = policy.and_then(|policy| policy.policy_idx);
    let index = index.and_then(|index| u16::try_from(index).ok());
    let set = described.and_then(|attribute| attribute.kind.nested());
    if index.is_none() && set.is_none() {
        return Nested::Nothing;
    }
    let place = set.map(core::ptr::from_ref);
    let is_same = |(outer, outer_set): &(Option<u16>, Option<*const AttributeSet>)| {
        if index.is_some() {
            *outer == index
        } else {
            *outer_set == place
        }
    };
    if let Some(levels) = around.iter().rev().position(is_same) {
        return Nested::Recursion(levels + 1);
    }
    Nested::Attributes(attributes(policies, index, set, around))
}

#[cfg(test)]
mod tests {
    use genl::{AttributeSet, Policy};

    use super::{Accepted, Nested, Policies, attributes};

    #[derive(AttributeSet)]
    struct Inner {
        #[attr(2, nest)]
        inner: Option<Box<Inner>>,
    }

    #[derive(AttributeSet)]
    struct Outer {
        #[attr(1, nest)]
        outer: Inner,
    }

    fn nested_in(index: u32) -> Policy {
        Policy {
            policy_idx: Some(index),
            ..Policy::default()
        }
    }

    /// Returns the numbers, with nested ones in brackets.
    fn shape(accepted: &[Accepted]) -> String {
        let each = accepted.iter().map(|it| match &it.nested {
            Nested::Nothing => it.number.to_string(),
            Nested::Attributes(inner) => format!("{} [{}]", it.number, shape(inner)),
            Nested::Recursion(levels) => format!("{} ({levels} out)", it.number),
        });
        each.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn policies_that_contain_themselves_end() {
        let mut policies = Policies::new();
        policies.insert(0, [(1, nested_in(1)), (2, Policy::default())].into());
        policies.insert(
            1,
            [(3, nested_in(1)), (4, nested_in(0)), (5, nested_in(9))].into(),
        );
        let accepted = attributes(&policies, Some(0), None, &mut Vec::new());
        assert_eq!(shape(&accepted), "1 [3 (1 out), 4 (2 out), 5 []], 2");
    }

    #[test]
    fn sets_that_contain_themselves_end() {
        let set = const { &Outer::DESCRIPTION };
        let accepted = attributes(&Policies::new(), None, Some(set), &mut Vec::new());
        assert_eq!(shape(&accepted), "1 [2 (1 out)]");
        // The kernel has a policy for the outer one only.
        let mut policies = Policies::new();
        policies.insert(0, [(1, nested_in(1))].into());
        policies.insert(1, [(2, Policy::default())].into());
        let accepted = attributes(&policies, Some(0), Some(set), &mut Vec::new());
        assert_eq!(shape(&accepted), "1 [2 (1 out)]");
        assert!(
            accepted
                .iter()
                .all(|it| it.described.is_some() && it.policy.is_some())
        );
    }
}
