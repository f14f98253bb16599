//! The names that the items of a block take in what it becomes.

use syn::Ident;
use syn::ext::IdentExt;

use crate::check::names::{camel, constant, kebab};
use crate::check::taken::Taken;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::block::Outer;

pub(super) struct Names {
    constants: Taken<String>,
    variants: Taken<String>,
    named: Taken<(&'static str, String)>,
}

const CONSTANTS: [&str; 2] = ["FAMILY", "DESCRIPTION"];
const METHODS: [&str; 9] = [
    "new",
    "connect",
    "listen",
    "channel",
    "into_channel",
    // Of async programs.
    "connect_tokio",
    "listen_tokio",
    "connect_smol",
    "listen_smol",
];

impl Names {
    pub(super) fn new() -> Self {
        let help = "rename one of them; a `fn` keeps its netlink name with `name = \"..\"`";
        Self {
            constants: Taken::made(Rule::ConstantTaken, help),
            variants: Taken::made(Rule::VariantTaken, help),
            named: Taken::new(Rule::NameTaken),
        }
    }

    /// The kernel's name for a do, a dump or an event.
    pub(super) fn take_name(
        &mut self,
        kind: &'static str,
        name: &str,
        ident: &Ident,
        outer: &Outer,
        errors: &mut Errors,
    ) {
        if outer.cfg.is_empty() {
            let key = (kind, name.to_owned());
            let (kind, value) = (format!("{kind} name"), format!("\"{name}\""));
            self.named.take(key, ident, (&kind, &value), ident, errors);
        }
    }

    /// The constant of an item, which is called `name` in the block. Items under `#[cfg]` may share
    /// one.
    pub(super) fn take_constant(
        &mut self,
        constant: &Ident,
        name: &Ident,
        outer: &Outer,
        errors: &mut Errors,
    ) -> bool {
        let text = constant.unraw().to_string();
        if CONSTANTS.contains(&text.as_str()) {
            errors.push(
                Rule::NameReserved,
                name,
                format!(
                    "the generated client already has a constant `{text}`\n{}",
                    rename(name, constant)
                ),
            );
            return false;
        }
        let what = ("constant", &*format!("`{text}`"));
        !outer.cfg.is_empty() || self.constants.take(text, name, what, name, errors)
    }

    pub(super) fn constant(
        &mut self,
        name: &Ident,
        outer: &Outer,
        errors: &mut Errors,
    ) -> Option<Ident> {
        let constant = constant(name);
        let text = name.unraw().to_string();
        if constant == text || text.contains(char::is_uppercase) {
            report_upper_case(name, errors);
        }
        if constant == text {
            return None;
        }
        self.take_constant(&constant, name, outer, errors)
            .then_some(constant)
    }

    pub(super) fn variant(
        &mut self,
        name: &Ident,
        outer: &Outer,
        errors: &mut Errors,
    ) -> Option<Ident> {
        let Some(variant) = camel(name) else {
            let message = format!(
                "no variant can be named after `{name}`\n{}",
                otherwise(name)
            );
            errors.push(Rule::VariantNoIdentifier, name, message);
            return None;
        };
        let text = variant.to_string();
        if text == "Unknown" {
            errors.push(
                Rule::NameReserved,
                name,
                format!(
                    "the generated events already have a variant `Unknown`\n{}",
                    otherwise(name)
                ),
            );
            return None;
        }
        let what = ("variant", &*format!("`{text}`"));
        let free = !outer.cfg.is_empty() || self.variants.take(text, name, what, name, errors);
        free.then_some(variant)
    }
}

/// Whether the method can have its name.
pub(super) fn check_method(name: &Ident, errors: &mut Errors) -> bool {
    let reserved = METHODS.iter().any(|method| name.unraw() == method);
    if reserved {
        errors.push(
            Rule::NameReserved,
            name,
            format!(
                "the generated client already has a method `{name}`\n{}",
                otherwise(name)
            ),
        );
    }
    !reserved
}

/// The method and the constant would have one name, or the method would have one that rustc's lints do not like.
fn report_upper_case(name: &Ident, errors: &mut Errors) {
    let lower = kebab(name).replace('-', "_");
    let help = if *name == lower {
        "help: rename the `fn`".to_owned()
    } else {
        format!("help: write `fn {lower}`")
    };
    let message = format!("a `fn` is named in lower case; its constant is in upper case\n{help}");
    errors.push(Rule::FnUpperCase, name, message);
}

fn otherwise(name: &Ident) -> String {
    let name = name.unraw().to_string().replace('_', "-");
    format!("help: rename the `fn`, and keep its netlink name with `name = \"{name}\"`")
}

fn rename(name: &Ident, constant: &Ident) -> String {
    if name == constant {
        "help: rename the constant of the group".to_owned()
    } else {
        otherwise(name)
    }
}
