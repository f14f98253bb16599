//! Faults planted in copies of descriptions: each is found, or the report says why it cannot be verified.

mod attributes;
mod families;
mod values;

use genl::check::{Aspect, Reason};
use genl::description::Family;

use super::draft::Draft;
use super::{cannot_tell, places, report};

/// A fault, and the expected finding.
struct Fault {
    what: &'static str,
    family: &'static Family,
    plant: fn(&mut Draft),
    answer: &'static [Answer],
}

/// By operation and path.
enum Answer {
    Found(&'static str, &'static str, Aspect),
    CannotTell(&'static str, &'static str, Reason),
}

use Answer::{CannotTell, Found};

impl Fault {
    const fn new(
        what: &'static str,
        family: &'static Family,
        plant: fn(&mut Draft),
        answer: &'static [Answer],
    ) -> Self {
        Self {
            what,
            family,
            plant,
            answer,
        }
    }

    /// Returns what is wrong with the report.
    fn judge(&self) -> Option<String> {
        let before = report(self.family);
        let mut draft = Draft::of(self.family);
        (self.plant)(&mut draft);
        let after = report(draft.done());
        let new: Vec<_> = after
            .differences()
            .iter()
            .filter(|it| !before.differences().contains(it))
            .cloned()
            .collect();
        let expected = self.answer.iter().filter_map(|it| match it {
            Found(operation, path, aspect) => Some((*operation, *path, *aspect)),
            CannotTell(..) => None,
        });
        let expected = expected.collect::<Vec<_>>();
        if places(&new) != expected {
            return Some(format!("{}: found {new:#?}", self.what));
        }
        let mut reasons = self.answer.iter().filter_map(|it| match it {
            CannotTell(operation, path, reason) => Some((operation, path, reason)),
            Found(..) => None,
        });
        let missing = reasons
            .find(|(operation, path, reason)| !cannot_tell(&after, operation, path, **reason));
        missing.map(|it| format!("{}: {it:?} is not said in {after}", self.what))
    }
}

fn all() -> impl Iterator<Item = &'static Fault> {
    [families::FAULTS, attributes::FAULTS, values::FAULTS]
        .into_iter()
        .flatten()
}

#[test]
fn every_fault_is_found_or_not_verifiable() {
    let wrong: Vec<_> = all().filter_map(Fault::judge).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn most_faults_are_found() {
    let is_found = |it: &&Fault| it.answer.iter().any(|it| matches!(it, Found(..)));
    let (found, invisible): (Vec<_>, Vec<_>) = all().partition(is_found);
    assert_eq!((found.len(), invisible.len()), (46, 29));
}
