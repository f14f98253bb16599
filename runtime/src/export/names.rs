//! The names of sets and definitions, which are unique in the YAML even if two types of a family have the same name.

use super::notes::Notes;
use super::yaml::Map;
use crate::description::{AttributeSet, Definition, Enumeration, Flags, RustType, Struct};

/// The names, with the types that have them.
#[derive(Debug, Default)]
pub(super) struct Names {
    sets: Vec<(RustType, String)>,
    others: Vec<(RustType, String)>,
}

impl Names {
    /// Gives names to sets, and to all other definitions.
    pub(super) fn new(sets: &[&'static AttributeSet], definitions: &[Definition]) -> Self {
        let mut names = Self::default();
        for set in sets {
            give(&mut names.sets, set.rust_type, set.name);
        }
        for definition in definitions {
            let name = match definition {
                Definition::Set(_) => continue,
                Definition::Enumeration(it) => it.name.to_owned(),
                Definition::Flags(it) => it.name().to_string(),
                Definition::Struct(it) => it.name.to_owned(),
            };
            give(&mut names.others, definition.rust_type(), &name);
        }
        names
    }

    pub(super) fn set(&self, set: &AttributeSet) -> &str {
        find(&self.sets, set.rust_type)
    }

    pub(super) fn enumeration(&self, enumeration: &Enumeration) -> &str {
        find(&self.others, enumeration.rust_type)
    }

    pub(super) fn flags(&self, flags: Flags) -> &str {
        find(&self.others, flags.rust_type())
    }

    pub(super) fn structure(&self, it: &Struct) -> &str {
        find(&self.others, it.rust_type)
    }
}

fn find(names: &[(RustType, String)], of: RustType) -> &str {
    let mut names = names.iter();
    names.find(|(it, _)| *it == of).map_or("", |(_, name)| name)
}

fn give(names: &mut Vec<(RustType, String)>, to: RustType, name: &str) {
    if names.iter().any(|(it, _)| *it == to) {
        return;
    }
    let name = spelled(name);
    let is_free = |name: &String| names.iter().all(|(_, it)| it != name);
    let others = (2_u32..).map(|count| format!("{name}-{count}"));
    let free = [name.clone()].into_iter().chain(others).find(is_free);
    names.push((to, free.unwrap_or(name)));
}

/// Returns the name in the characters that the kernel's schema allows: `^[0-9a-z-]+$`.
pub(super) fn spelled(name: &str) -> String {
    let letter = |letter: char| match letter.to_ascii_lowercase() {
        letter if letter.is_ascii_alphanumeric() => letter,
        _ => '-',
    };
    name.chars().map(letter).collect()
}

/// Writes a name. Adds a note if the description has another one.
pub(super) fn put(map: &mut Map, notes: &mut Notes, place: &str, (given, name): (&str, &str)) {
    map.put("name", given);
    if given != name {
        let text = format!("its name in the description is `{name}`, which YNL does not allow");
        notes.add(map, place, text);
    }
}
