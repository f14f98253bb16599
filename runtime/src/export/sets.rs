//! Attribute sets in YNL.

use super::definitions::put_doc;
use super::names::{self, Names, spelled};
use super::notes::Notes;
use super::payload::Words;
use super::yaml::{Map, Node};
use crate::description::{Attribute, AttributeSet, Family, Presence};

/// Returns the set that a subset belongs to, or the set itself.
pub(super) fn whole(mut set: &'static AttributeSet) -> &'static AttributeSet {
    while let Some(of) = set.subset_of {
        set = of.get();
    }
    set
}

/// Returns the sets that the messages need. The first one is the whole set of the first message.
pub(super) fn needed(family: &Family) -> Vec<&'static AttributeSet> {
    let operations = family.operations.iter();
    let messages = operations.flat_map(|it| [it.request, it.reply]);
    let messages = messages.chain(family.events.iter().map(|it| it.attributes));
    // The set of `()` has no name.
    let mut open: Vec<_> = messages
        .filter(|set| !set.name.is_empty())
        .map(whole)
        .collect();
    open.reverse();
    let mut found = Vec::<&'static AttributeSet>::new();
    while let Some(next) = open.pop() {
        if found.iter().any(|it| it.rust_type == next.rust_type) {
            continue;
        }
        found.push(next);
        let attributes = next.attributes.iter().rev();
        open.extend(attributes.filter_map(|attribute| attribute.kind.nested()));
        open.extend(next.subset_of.map(|_| whole(next)));
    }
    // Whole sets come first, so that they get the names.
    found.sort_by_key(|set| set.subset_of.is_some());
    found
}

/// Returns a set in YNL.
pub(super) fn set(of: &'static AttributeSet, names: &Names, notes: &mut Notes) -> Map {
    let given = names.set(of);
    let mut map = Map::default();
    names::put(&mut map, notes, given, (given, of.name));
    if of.subset_of.is_some() {
        map.put("subset-of", names.set(whole(of)));
    }
    put_doc(&mut map, of.doc);
    if of.mixed {
        let text = "the order of the attributes matters";
        notes.add(&mut map, given, text);
    }
    let attributes = match of.subset_of {
        Some(_) => of_subset(of, given, names, notes),
        None => of_whole(of, given, names, notes),
    };
    map.put("attributes", attributes);
    map
}

fn of_whole(of: &AttributeSet, given: &str, names: &Names, notes: &mut Notes) -> Vec<Map> {
    let mut numbered: Vec<_> = of
        .attributes
        .iter()
        .map(|it| (it.number, Some(it)))
        .collect();
    numbered.extend(of.pad.map(|pad| (pad, None)));
    numbered.sort_by_key(|(number, _)| *number);
    let mut next = 1;
    let attributes = numbered.into_iter().map(|(number, attribute)| {
        let mut map = match attribute {
            Some(it) => whole_attribute(of, it, given, names, notes),
            None => pad(of),
        };
        if number != next {
            // After the name.
            let at = map.entries.len().min(1);
            map.entries.insert(at, ("value", i128::from(number).into()));
        }
        next = number.saturating_add(1);
        map
    });
    attributes.collect()
}

fn whole_attribute(
    of: &AttributeSet,
    attribute: &Attribute,
    given: &str,
    names: &Names,
    notes: &mut Notes,
) -> Map {
    let mut map = Map::default();
    let place = format!("{given}.{}", attribute.name);
    names::put(
        &mut map,
        notes,
        &place,
        (&spelled(attribute.name), attribute.name),
    );
    let mut words = words(of, attribute, names);
    map.entries.append(&mut words.map.entries);
    put_doc(&mut map, attribute.doc);
    for text in words.unsaid {
        notes.add(&mut map, &place, text);
    }
    map
}

/// Returns the keys of an attribute. In a list of mixed attributes, it is repeated.
fn words(of: &AttributeSet, attribute: &Attribute, names: &Names) -> Words {
    let mut words = Words::of(attribute, names);
    let repeats = of.mixed && attribute.presence == Presence::List;
    if repeats && words.map.get("multi-attr").is_none() {
        words.map.put("multi-attr", true);
    }
    words
}

fn pad(of: &AttributeSet) -> Map {
    let mut map = Map::default();
    let is_taken = of.attributes.iter().any(|it| it.name == "pad");
    map.put("name", if is_taken { "pad-attribute" } else { "pad" });
    map.put("type", "pad");
    map
}

fn of_subset(of: &'static AttributeSet, given: &str, names: &Names, notes: &mut Notes) -> Vec<Map> {
    let attributes = of.attributes.iter().map(|attribute| {
        let mut map = Map::default();
        map.put("name", spelled(attribute.name));
        let other = whole(of).attribute(attribute.number);
        let other = other
            .map(|it| words(whole(of), it, names).map)
            .unwrap_or_default();
        let words = words(of, attribute, names).map;
        let place = format!("{given}.{}", attribute.name);
        for (key, _) in &other.entries {
            if words.get(key).is_none() {
                notes.add(
                    &mut map,
                    &place,
                    format!("the set has `{key}` here, but the subset does not"),
                );
            }
        }
        let of_its_own = words.entries.into_iter();
        map.entries
            .extend(of_its_own.filter(|(key, value)| other.get(key) != Some(value)));
        map
    });
    attributes.collect()
}

/// Returns the names of the attributes of a message. Adds notes if they differ from the whole set, since operations only
/// name them.
pub(super) fn names_in_message(
    of: &'static AttributeSet,
    message: &str,
    names: &Names,
    (map, notes): (&mut Map, &mut Notes),
) -> Vec<Node> {
    let whole = whole(of);
    for attribute in of.attributes {
        let Some(other) = whole.attribute(attribute.number) else {
            continue;
        };
        let (here, there) = (
            words(of, attribute, names).map,
            words(whole, other, names).map,
        );
        let keys = here.entries.iter().chain(&there.entries);
        let mut keys: Vec<_> = keys
            .map(|(key, _)| *key)
            .filter(|key| here.get(key) != there.get(key))
            // A nested subset is smaller, but otherwise the same.
            .filter(|key| *key != "nested-attributes")
            .collect();
        keys.sort_unstable();
        keys.dedup();
        if !keys.is_empty() {
            let place = format!("{message}.{}", attribute.name);
            let keys = keys.join("`, `");
            let text = format!(
                "`{}` has a different `{keys}` in this message",
                attribute.name
            );
            notes.add(map, &place, text);
        }
    }
    let names = of.attributes.iter().map(|it| spelled(it.name).into());
    names.collect()
}
