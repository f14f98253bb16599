//! Enumerations, flags and C structs in YNL.

use super::names::{self, Names, spelled};
use super::notes::Notes;
use super::payload::Words;
use super::yaml::{Map, Node};
use crate::description::{Definition, Enumeration, Flags, Kind, Member, Struct};

/// Returns the definition; `None` for a set.
pub(super) fn definition(of: &Definition, names: &Names, notes: &mut Notes) -> Option<Map> {
    Some(match of {
        Definition::Set(_) => return None,
        Definition::Enumeration(it) => enumeration(it, names.enumeration(it), notes),
        Definition::Flags(it) => flags(*it, names.flags(*it), notes),
        Definition::Struct(it) if it.members.is_empty() => return None,
        Definition::Struct(it) => structure(it, names, notes),
    })
}

fn head(kind: &'static str, given: &str, name: &str, doc: &str, notes: &mut Notes) -> Map {
    let mut map = Map::default();
    names::put(&mut map, notes, given, (given, name));
    map.put("type", kind);
    put_doc(&mut map, doc);
    map
}

/// Adds the doc comment, unless it is empty.
pub(super) fn put_doc(map: &mut Map, doc: &str) {
    let doc = doc.trim();
    if !doc.is_empty() {
        map.put("doc", doc);
    }
}

fn enumeration(of: &Enumeration, given: &str, notes: &mut Notes) -> Map {
    let mut map = head("enum", given, of.name, of.doc, notes);
    let mut next = 0;
    let entries = of.entries.iter().map(|entry| {
        let place = format!("{given}.{}", entry.name);
        let mut map = Map::default();
        let spelled = spelled(entry.name);
        names::put(&mut map, notes, &place, (&spelled, entry.name));
        if entry.value != next {
            map.put("value", entry.value);
        }
        next = entry.value.saturating_add(1);
        put_doc(&mut map, entry.doc);
        map
    });
    let entries = entries.collect::<Vec<_>>();
    map.put("entries", entries);
    map
}

fn flags(of: Flags, given: &str, notes: &mut Notes) -> Map {
    let name = of.name().to_string();
    let mut map = head("flags", given, &name, "", notes);
    let mut entries = Vec::new();
    let mut next = 0;
    for flag in of.iter() {
        let name = flag.name().to_string();
        let place = format!("{given}.{name}");
        let Some(index) = flag.index() else {
            let text = format!("`{name}` is {:#x}, which is not a single bit", flag.bits);
            notes.add(&mut map, &place, text);
            continue;
        };
        let mut entry = Map::default();
        names::put(&mut entry, notes, &place, (&spelled(&name), &name));
        if index != next {
            entry.put("value", i128::from(index));
        }
        next = index + 1;
        entries.push(entry);
    }
    map.put("entries", entries);
    map
}

fn structure(of: &Struct, names: &Names, notes: &mut Notes) -> Map {
    let given = names.structure(of);
    let mut map = head("struct", given, of.name, of.doc, notes);
    let mut members = Vec::new();
    let mut end = 0;
    for it in of.members {
        members.extend(gap(end, it.offset));
        members.push(member(it, given, names, notes));
        end = it.offset + it.size;
    }
    members.extend(gap(end, of.size));
    map.put("members", members);
    map
}

/// Returns the padding before a member. The kernel's tools put members next to each other.
fn gap(end: usize, next: usize) -> Option<Map> {
    let length = next.checked_sub(end).filter(|length| *length > 0)?;
    let mut map = Map::default();
    map.put("name", format!("pad-{end}"));
    map.put("type", "binary");
    map.put("len", length as i128);
    Some(map)
}

fn member(of: &Member, given: &str, names: &Names, notes: &mut Notes) -> Map {
    let place = format!("{given}.{}", of.name);
    let mut map = Map::default();
    names::put(&mut map, notes, &place, (&spelled(of.name), of.name));
    let mut words = Words::default();
    words.kind(&of.kind, names);
    words.hint(of.display_hint);
    let is_binary = words.map.get("type") == Some(&Node::from("binary"));
    map.entries.append(&mut words.map.entries);
    if is_binary && !matches!(of.kind, Kind::Struct(_)) {
        map.put("len", of.size as i128);
    }
    put_doc(&mut map, of.doc);
    for text in words.unsaid {
        notes.add(&mut map, &place, text);
    }
    map
}
