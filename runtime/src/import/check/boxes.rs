//! Sets that contain themselves.

use std::collections::HashSet;

use super::Scope;
use crate::import::spec::AttributeType;

impl Scope<'_> {
    /// Finds the nests by which a set would contain itself. They are boxed, there and in subsets.
    pub(super) fn find_boxes(&mut self) {
        let edges = self.nests();
        for (from, to, root, name) in &edges {
            if reaches(*to, *from, &edges) {
                self.boxed.insert((*root, name));
            }
        }
    }
}

impl<'s> Scope<'s> {
    /// The nests that are no lists: the set, what it contains, and the set at the end of its chain of subsets.
    fn nests(&self) -> Vec<(usize, usize, usize, &'s str)> {
        let mut edges = Vec::new();
        for (index, set) in self.spec.attribute_sets.iter().enumerate() {
            for attribute in &set.attributes {
                let Some((root, nested)) = self.nested(index, &attribute.name, 0) else {
                    continue;
                };
                edges.push((index, nested, root, attribute.name.as_str()));
            }
        }
        edges
    }

    /// What an attribute nests, itself or as its set says.
    fn nested(&self, index: usize, name: &str, depth: usize) -> Option<(usize, usize)> {
        let set = self.spec.attribute_sets.get(index)?;
        let attribute = set
            .attributes
            .iter()
            .find(|attribute| attribute.name == name)?;
        let base = set
            .subset_of
            .as_ref()
            .filter(|_| depth <= self.spec.attribute_sets.len());
        let base = base.and_then(|base| self.nested(self.set_index(base)?, name, depth + 1));
        let is_nest = attribute.r#type == Some(AttributeType::Nest)
            && !attribute.multi_attr.unwrap_or_default();
        let own = attribute
            .nested_attributes
            .as_ref()
            .and_then(|nested| self.set_index(nested));
        match base {
            Some((root, nested)) => Some((root, own.unwrap_or(nested))),
            None if is_nest => Some((index, own?)),
            None => None,
        }
    }
}

/// Whether a way leads from one set to another.
fn reaches(from: usize, to: usize, edges: &[(usize, usize, usize, &str)]) -> bool {
    let (mut seen, mut open) = (HashSet::new(), vec![from]);
    while let Some(set) = open.pop() {
        if set == to {
            return true;
        }
        if seen.insert(set) {
            let next = edges.iter().filter(|(from, ..)| *from == set);
            open.extend(next.map(|(_, to, ..)| *to));
        }
    }
    false
}
