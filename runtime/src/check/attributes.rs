//! The attributes of a request, and the kernel's policies for them.

use std::collections::{HashSet, VecDeque};

use super::compare::Context;
use super::expected::{self, Expected, Nest};
use super::payload::Found;
use super::reason::Reason;
use super::report::Aspect;
use super::snapshot::Policies;
use crate::description::{Attribute, AttributeSet, Operation};
use crate::policy::{Policy, PolicyType};

/// `MAX_POLICY_RECURSION_DEPTH` (`lib/nlattr.c`).
const MAX_DEPTH: usize = 10;

/// A set, and the policy to compare it with.
struct Pair {
    /// The operation that the findings are reported for.
    operation: &'static str,
    path: String,
    depth: usize,
    set: &'static AttributeSet,
    index: u16,
    /// The greatest number in the policy, if the kernel reports it.
    max: Option<u32>,
}

/// Walks through the sets of a request. Each pair of set and policy is compared once, at its shortest path, because sets
/// and policies may contain themselves.
pub(super) struct Walk<'c, 'r> {
    context: &'c mut Context<'r>,
    operation: &'static Operation,
    policies: &'c Policies,
    seen: HashSet<(*const AttributeSet, u16)>,
    queue: VecDeque<Pair>,
}

impl<'c, 'r> Walk<'c, 'r> {
    pub(super) fn new(
        context: &'c mut Context<'r>,
        operation: &'static Operation,
        policies: &'c Policies,
    ) -> Self {
        Self {
            context,
            operation,
            policies,
            seen: HashSet::new(),
            queue: VecDeque::new(),
        }
    }

    /// Compares the request with the policy that has this index.
    pub(super) fn run(mut self, index: u16) {
        let root = Pair {
            operation: self.operation.name,
            path: String::new(),
            depth: 0,
            set: self.operation.request,
            index,
            max: self.context.max_number(),
        };
        self.queue.push_back(root);
        while let Some(pair) = self.queue.pop_front() {
            self.pair(&pair);
        }
    }

    fn pair(&mut self, pair: &Pair) {
        if !self.seen.insert((pair.set, pair.index)) {
            return;
        }
        for attribute in pair.set.attributes {
            match self.policies.entries.get(&(pair.index, attribute.number)) {
                Some(policy) => self.attribute(pair, attribute, policy),
                None => self.without_policy(pair, attribute),
            }
        }
        let policies = &self.policies.entries;
        for ((_, number), policy) in policies.range((pair.index, 0)..=(pair.index, u16::MAX)) {
            if pair.set.attribute(*number).is_none() {
                self.without_description(pair, *number, policy);
            }
        }
    }

    fn attribute(&mut self, pair: &Pair, attribute: &Attribute, policy: &Policy) {
        let path = pair.join(attribute.name);
        let expected = Expected::of(attribute);
        let found = expected.compare(policy);
        let differs = found.contains(&Found::Differs(Aspect::Type));
        for found in found {
            match found {
                Found::Differs(aspect) => {
                    let described = Some(expected::text(attribute));
                    self.differ(pair, &path, aspect, Some(policy), described);
                }
                Found::Untold(reason) => self.untold(pair, &path, reason),
            }
        }
        match expected.nest {
            Some(nest) if !differs => self.nest(pair, path, &nest, policy),
            _ => {}
        }
    }

    /// Adds the contents of a nest to the queue.
    fn nest(&mut self, pair: &Pair, path: String, nest: &Nest, policy: &Policy) {
        // No policy has an index above 16 bits.
        let index = policy.policy_idx.and_then(|it| u16::try_from(it).ok());
        let is_array = policy.kind == Some(PolicyType::NestedArray);
        let set = match nest {
            Nest::Set(set) => Some(*set),
            Nest::Elements(_) if !is_array && index.is_some() => {
                return self.untold(pair, &path, Reason::ElementPolicies);
            }
            Nest::Elements(set) => *set,
        };
        let depth = pair.depth + 1;
        match (set, index) {
            (Some(set), None) if set.attributes.is_empty() => {}
            (Some(_), Some(_)) if depth >= MAX_DEPTH => self.untold(pair, &path, Reason::TooDeep),
            (Some(set), Some(index)) => self.queue.push_back(Pair {
                operation: pair.operation,
                path,
                depth,
                set,
                index,
                max: policy.policy_maxtype,
            }),
            _ => self.untold(pair, &path, Reason::NoNestedPolicy),
        }
    }

    /// Handles an attribute that the kernel does not report.
    fn without_policy(&mut self, pair: &Pair, attribute: &Attribute) {
        let path = pair.join(attribute.name);
        let exists = pair
            .max
            .is_none_or(|max| u32::from(attribute.number) <= max);
        if exists && Expected::of(attribute).may_be_hidden {
            self.untold(pair, &path, Reason::HiddenBigEndian);
        } else if exists && self.operation.lax {
            self.untold(pair, &path, Reason::HiddenUntyped);
        } else {
            let described = Some(expected::text(attribute));
            self.differ(pair, &path, Aspect::Attribute, None, described);
        }
    }

    /// Handles an attribute that only the kernel has.
    fn without_description(&mut self, pair: &Pair, number: u16, policy: &Policy) {
        if pair.depth == 0 && self.context.max_number().is_some() {
            return self.of_family(pair, number, policy);
        }
        if pair.depth == 0 {
            if let Some(attribute) = self.context.beside(self.operation, number) {
                return self.untold(pair, attribute.name, Reason::SharedPolicy);
            }
        }
        let described = (pair.set.pad == Some(number)).then(|| "a pad".to_owned());
        let path = pair.join(&number.to_string());
        self.differ(pair, &path, Aspect::Attribute, Some(policy), described);
    }

    /// Handles an attribute of the policy that all operations share, which this operation lacks. It is reported once.
    fn of_family(&mut self, pair: &Pair, number: u16, policy: &Policy) {
        if !self.context.is_first(number) || self.context.in_requests(number) {
            return;
        }
        let pair = Pair {
            operation: "",
            path: String::new(),
            ..*pair
        };
        match self.context.in_sets(number) {
            Some(attribute) => self.attribute(&pair, attribute, policy),
            None => self.differ(
                &pair,
                &number.to_string(),
                Aspect::Attribute,
                Some(policy),
                None,
            ),
        }
    }

    fn differ(
        &mut self,
        pair: &Pair,
        path: &str,
        aspect: Aspect,
        kernel: Option<&Policy>,
        described: Option<String>,
    ) {
        let kernel = kernel.map(ToString::to_string);
        self.context
            .differ(pair.operation, path, aspect, kernel, described);
    }

    fn untold(&mut self, pair: &Pair, path: &str, reason: Reason) {
        self.context.untold(pair.operation, path, reason);
    }
}

impl Pair {
    fn join(&self, name: &str) -> String {
        match self.path.as_str() {
            "" => name.to_owned(),
            path => format!("{path}.{name}"),
        }
    }
}
