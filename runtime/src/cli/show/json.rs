//! A family as JSON.

use genl::Policy;
use genl::description::{Event, Family};
use genl::nlctrl::{FamilyReply, OpFlags};
use serde_json::{Map, Value, json};

use super::policy::{Accepted, Nested, Told};
use super::text;

pub(super) fn family(
    family: &FamilyReply,
    description: Option<&Family>,
    operations: &[Told],
) -> Value {
    let groups = family.mcast_groups.iter();
    let groups = groups.map(|group| json!({ "name": group.name, "id": group.id }));
    let mut map = Map::new();
    put(&mut map, "name", Some(family.family_name.as_str()));
    put(&mut map, "id", Some(family.family_id));
    put(&mut map, "version", family.version);
    put(&mut map, "header_size", family.hdrsize);
    put(&mut map, "max_attribute", family.maxattr);
    put(&mut map, "doc", description.map(|it| it.doc));
    put(&mut map, "groups", Some(groups.collect::<Vec<_>>()));
    let operations = operations.iter().map(operation).collect::<Vec<_>>();
    put(&mut map, "operations", Some(operations));
    let events = description.map(|it| it.events.iter().map(event).collect::<Vec<_>>());
    put(&mut map, "events", events);
    map.into()
}

fn put(map: &mut Map<String, Value>, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        map.insert(key.to_owned(), value.into());
    }
}

fn operation(told: &Told) -> Value {
    let mut map = Map::new();
    put(&mut map, "command", Some(told.command));
    let names: Vec<_> = told.described.iter().map(|it| it.name).collect();
    put(&mut map, "names", (!names.is_empty()).then_some(names));
    for (key, flag) in [
        ("do", OpFlags::CMD_CAP_DO),
        ("dump", OpFlags::CMD_CAP_DUMP),
        ("admin_perm", OpFlags::ADMIN_PERM),
        ("uns_admin_perm", OpFlags::UNS_ADMIN_PERM),
        ("has_policy", OpFlags::CMD_CAP_HASPOL),
    ] {
        put(&mut map, key, Some(told.flags.contains(flag)));
    }
    for (key, accepted) in [("do_accepts", &told.r#do), ("dump_accepts", &told.dump)] {
        put(&mut map, key, accepted.as_deref().map(attributes));
    }
    map.into()
}

fn attributes(accepted: &[Accepted]) -> Vec<Value> {
    accepted.iter().map(attribute).collect()
}

fn attribute(accepted: &Accepted) -> Value {
    let mut map = Map::new();
    put(&mut map, "number", Some(accepted.number));
    put(&mut map, "name", accepted.described.map(|it| it.name));
    if let Some(policy) = &accepted.policy {
        limits(&mut map, policy);
    }
    let kind = accepted.described;
    put(
        &mut map,
        "described",
        kind.map(|it| text::kind(&it.kind, &it.checks)),
    );
    match &accepted.nested {
        Nested::Nothing => {}
        Nested::Attributes(inner) => put(&mut map, "nested", Some(attributes(inner))),
        Nested::Recursion(levels) => put(&mut map, "nested_as_levels_out", Some(*levels)),
    }
    map.into()
}

fn limits(map: &mut Map<String, Value>, policy: &Policy) {
    put(map, "type", policy.kind.map(|kind| kind.to_string()));
    put(map, "min", policy.min_value_u);
    put(map, "max", policy.max_value_u);
    put(map, "min", policy.min_value_s);
    put(map, "max", policy.max_value_s);
    put(map, "min_length", policy.min_length);
    put(map, "max_length", policy.max_length);
    put(map, "mask", policy.mask);
    put(map, "bitfield32_mask", policy.bitfield32_mask);
}

pub(super) fn event(event: &Event) -> Value {
    json!({
        "command": event.command,
        "name": event.name,
        "groups": event.groups().collect::<Vec<_>>(),
        "doc": event.doc,
    })
}
