//! Values in words, as the tables of this test have them and as the recordings' `meaning` has them.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use genl::mptcp_pm::{Address, AddressFamily, AddressFlags, Attr, EventFlags, SubflowFlags};
use serde_json::{Map, Value};

/// The lines of a table: label and what it says.
pub(crate) fn rows(table: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = table.lines().filter(|line| !line.is_empty());
    lines.map(|line| line.split_once(" | ").expect("label | words"))
}

/// `family=2 id=7 token=1 remote.family=2`, and a lone `addr` for a nest with nothing in it.
pub(crate) fn attributes(words: &str) -> Attr {
    let mut set = Attr::default();
    for word in words.split_whitespace() {
        let (key, value) = word.split_once('=').unwrap_or((word, ""));
        match key {
            "addr" => set.addr = Some(Address::default()),
            "token" => set.token = number(value),
            "loc-id" => set.loc_id = number(value),
            "rcv-add-addrs" => set.rcv_add_addrs = number(value),
            "subflows" => set.subflows = number(value),
            _ => match key.strip_prefix("remote.") {
                Some(key) => address(set.addr_remote.get_or_insert_default(), key, value),
                None => address(set.addr.get_or_insert_default(), key, value),
            },
        }
    }
    set
}

fn address(address: &mut Address, key: &str, value: &str) {
    match key {
        "family" => address.family = number::<u16>(value).map(AddressFamily::from),
        "id" => address.id = number(value),
        "addr4" => address.addr4 = number(value),
        "addr6" => address.addr6 = number(value),
        "port" => address.port = number(value),
        "flags" => address.flags = number(value).map(AddressFlags::from_bits_retain),
        "if-idx" => address.if_idx = number(value),
        other => panic!("no attribute `{other}`"),
    }
}

fn number<T: FromStr>(value: &str) -> Option<T> {
    let parsed = value.parse().ok();
    assert!(parsed.is_some(), "`{value}` does not fit");
    parsed
}

/// A decoded value, as a recording's `meaning` has it.
pub(crate) trait Show {
    fn show(&self) -> Option<Value>;
}

macro_rules! shown_as {
    ($($type:ty: |$value:ident| $shown:expr;)*) => {$(
        impl Show for $type {
            fn show(&self) -> Option<Value> {
                let $value = self;
                Some(Value::from($shown))
            }
        }
    )*};
}

shown_as! {
    u8: |value| *value;
    u16: |value| *value;
    u32: |value| *value;
    u64: |value| *value;
    i32: |value| *value;
    Ipv4Addr: |value| value.to_string();
    Ipv6Addr: |value| value.to_string();
    AddressFamily: |value| u16::from(*value);
    AddressFlags: |value| value.bits();
    EventFlags: |value| value.bits();
    SubflowFlags: |value| value.bits();
    Address: |value| shown(value);
}

impl<T: Show> Show for Option<T> {
    fn show(&self) -> Option<Value> {
        self.as_ref().and_then(Show::show)
    }
}

/// The attributes that are there, by the names of the specification.
macro_rules! map {
    ($set:expr; $($field:ident)*) => {{
        let pairs = [$((stringify!($field), $crate::values::Show::show(&$set.$field))),*];
        let pairs = pairs.into_iter().filter_map(|(name, value)| Some((name.replace('_', "-"), value?)));
        pairs.collect::<serde_json::Map<_, _>>()
    }};
}
pub(crate) use map;

pub(crate) fn shown(addr: &Address) -> Map<String, Value> {
    map!(addr; family id addr4 addr6 port flags if_idx)
}

/// The attributes of a message's recorded meaning; `[N]` at a name tells of `NLA_F_NESTED`.
pub(crate) fn meant(meaning: &Value) -> Map<String, Value> {
    let attributes = meaning["attrs"].as_array().expect("attributes");
    let pairs = attributes.iter().map(|pair| {
        let name = pair[0].as_str().expect("a name").trim_end_matches("[N]");
        (name.to_owned(), pair[1].clone())
    });
    let map: Map<_, _> = pairs.collect();
    assert_eq!(map.len(), attributes.len(), "each once");
    map
}
