//! The names that the items of a block need in the generated code.

use syn::Ident;
use syn::ext::IdentExt;

use crate::check::names::{camel, constant, kebab};
use crate::check::unique::Unique;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::block::Outer;

pub(super) struct Names {
    constants: Unique<String>,
    variants: Unique<String>,
    named: Unique<(&'static str, String)>,
}

const CONSTANTS: [&str; 2] = ["FAMILY", "DESCRIPTION"];
const METHODS: [&str; 9] = [
    "new",
    "connect",
    "listen",
    "channel",
    "into_channel",
    // For async programs.
    "connect_tokio",
    "listen_tokio",
    "connect_smol",
    "listen_smol",
];

impl Names {
    pub(super) fn new() -> Self {
        let help = "rename one of them; a `fn` keeps its netlink name with `name = \"..\"`";
        Self {
            constants: Unique::made(Rule::ConstantDuplicate, help),
            variants: Unique::made(Rule::VariantDuplicate, help),
            named: Unique::new(Rule::NameDuplicate),
        }
    }

    /// Notes the kernel's name of a do, a dump or an event.
    pub(super) fn add_name(
        &mut self,
        kind: &'static str,
        name: &str,
        ident: &Ident,
        outer: &Outer,
        errors: &mut Errors,
    ) {
        if outer.cfg.is_empty() {
            let key = (kind, name.to_owned());
            let value = format!("\"{name}\"");
            let article = if kind == "event" { "an" } else { "a" };
            let what = (&*format!("name {value} of {article} {kind}"), &*value);
            self.named.add(key, ident, what, ident, errors);
        }
    }

    /// Notes the constant of an item, which is called `name` in the block. Items under `#[cfg]` may have the same one.
    pub(super) fn add_constant(
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
        let what = (&*format!("constant `{text}`"), &*format!("`{text}`"));
        !outer.cfg.is_empty() || self.constants.add(text, name, what, name, errors)
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
        self.add_constant(&constant, name, outer, errors)
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
                "the name of a variant cannot be made from `{name}`\n{}",
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
                    "the generated enum of events already has a variant `Unknown`\n{}",
                    otherwise(name)
                ),
            );
            return None;
        }
        let what = (&*format!("variant `{text}`"), &*format!("`{text}`"));
        let free = !outer.cfg.is_empty() || self.variants.add(text, name, what, name, errors);
        free.then_some(variant)
    }
}

/// Reports a method with a name of the client's own methods, and returns whether there is no such method.
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

/// Reports a name with upper case: the method and its constant would have the same name, or rustc's lints would warn.
fn report_upper_case(name: &Ident, errors: &mut Errors) {
    let lower = kebab(name).replace('-', "_");
    let help = if *name == lower {
        "help: rename the `fn`".to_owned()
    } else {
        format!("help: write `fn {lower}`")
    };
    let message = format!(
        "the name of a `fn` must be in lower case: its constant has the name in upper case\n{help}"
    );
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
