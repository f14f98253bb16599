//! The imports of what is printed.

use super::text::{Text, WIDTH};

const MODULES: &[(&str, &[&str])] = &[
    ("core::net", &["IpAddr", "Ipv4Addr", "Ipv6Addr"]),
    ("bitflags", &["bitflags"]),
    ("genl::c", &["Enum", "Flags"]),
    (
        "genl",
        &[
            "AttributeSet",
            "Bitfield32",
            "CStruct",
            "Enumeration",
            "Keyed",
            "genl_family",
        ],
    ),
    (
        "zerocopy::network_endian",
        &["I16", "I32", "I64", "U16", "U32", "U64"],
    ),
    ("zerocopy", &["FromBytes", "Immutable", "IntoBytes"]),
];

/// One `use` for each module that `body` names something of.
pub(super) fn uses(text: &mut Text, body: &Text) {
    for (module, names) in MODULES {
        let used: Vec<_> = names
            .iter()
            .copied()
            .filter(|name| body.names(name))
            .collect();
        match used.as_slice() {
            [] => continue,
            [one] => text.line(&format!("use {module}::{one};")),
            names => list(text, module, names),
        }
        if *module == "core::net" {
            text.blank();
        }
    }
    text.blank();
}

fn list(text: &mut Text, module: &str, names: &[&str]) {
    let line = format!("use {module}::{{{}}};", names.join(", "));
    if line.len() <= WIDTH {
        return text.line(&line);
    }
    text.line(&format!("use {module}::{{"));
    text.line(&format!("    {},", names.join(", ")));
    text.line("};");
}
