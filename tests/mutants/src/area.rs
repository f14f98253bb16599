//! The parts of the sources that faults are counted by.

use std::collections::BTreeMap;

use crate::Outcome;
use crate::fault::Fault;
use crate::find;

/// A part of the sources.
pub struct Area {
    pub name: &'static str,
    /// What the paths of its files begin with.
    paths: &'static [&'static str],
}

const fn area(name: &'static str, paths: &'static [&'static str]) -> Area {
    Area { name, paths }
}

pub const AREAS: &[Area] = &[
    area("wire", &["runtime/src/wire/"]),
    area("codec", &["runtime/src/codec/"]),
    area("client", &["runtime/src/client/", "runtime/src/trace.rs"]),
    area("transport", &["runtime/src/transport/"]),
    area("conversation", &["runtime/src/conversation/"]),
    area(
        "description",
        &[
            "runtime/src/description/",
            "runtime/src/family/",
            "runtime/src/nlctrl/",
            "runtime/src/policy.rs",
            "runtime/src/word.rs",
        ],
    ),
    area("check", &["runtime/src/check/"]),
    area(
        "error",
        &["runtime/src/error/", "runtime/src/extended_ack/"],
    ),
    area("inspect", &["runtime/src/inspect/"]),
    area("export", &["runtime/src/export/"]),
    area("mptcp_pm", &["runtime/src/mptcp_pm/"]),
    area("cli", &["runtime/src/cli/", "runtime/src/import/"]),
    area(
        "macros-syntax",
        &["macros/src/syntax/", "macros/src/errors.rs"],
    ),
    area("macros-check", &["macros/src/check/"]),
    area("macros-expand", &["macros/src/expand/"]),
];

impl Area {
    /// Returns all faults that can be planted in it.
    pub fn faults(&self, sources: &BTreeMap<String, String>) -> Outcome<Vec<Fault>> {
        let mut faults = Vec::new();
        for (file, source) in sources {
            let is_of_area = self.paths.iter().any(|path| file.starts_with(path));
            if is_of_area && !file.contains("/tests") && !file.contains("/golden/") {
                let found = find::faults(self.name, file, source);
                faults.extend(found.map_err(|error| format!("{file}: {error}"))?);
            }
        }
        Ok(faults)
    }
}

/// Chooses `count` of them, the same for the same seed.
pub fn sample(mut all: Vec<Fault>, count: usize, seed: u64) -> Vec<Fault> {
    // Marsaglia's xorshift.
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut chosen = Vec::new();
    while chosen.len() < count && !all.is_empty() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let index = usize::try_from(state % all.len() as u64).unwrap_or(0);
        chosen.push(all.swap_remove(index));
    }
    chosen.sort_by(|a, b| (&a.file, a.place.start).cmp(&(&b.file, b.place.start)));
    chosen
}
