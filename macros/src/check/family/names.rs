//! The names that the items of a block take in what it becomes.

use syn::Ident;
use syn::ext::IdentExt;

use crate::check::names::{camel, constant};
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
        let help = "\n\
             help: name one of them otherwise; of a `fn`, `name = \"..\"` is the kernel's \
             name for it";
        Self {
            constants: Taken::with_help(Rule::ConstantTaken, help),
            variants: Taken::with_help(Rule::VariantTaken, help),
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
            let what = format!("the {kind} called \"{name}\"");
            let key = (kind, name.to_owned());
            self.named.take(key, ident, &what, ident, errors);
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
                    "the constant `{text}` is the family's own\n{}",
                    rename(name, constant)
                ),
            );
            return false;
        }
        let what = format!("the constant `{text}`");
        !outer.cfg.is_empty() || self.constants.take(text, name, &what, name, errors)
    }

    pub(super) fn constant(
        &mut self,
        name: &Ident,
        outer: &Outer,
        errors: &mut Errors,
    ) -> Option<Ident> {
        let constant = constant(name);
        if constant == name.unraw() {
            report_upper_case(name, errors);
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
                "the variant of `{name}` would be no identifier\n{}",
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
                    "the variant `Unknown` keeps the events without a name\n{}",
                    otherwise(name)
                ),
            );
            return None;
        }
        let what = format!("the variant `{text}`");
        let free = !outer.cfg.is_empty() || self.variants.take(text, name, &what, name, errors);
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
                "the method `{name}` is the client's own\n{}",
                otherwise(name)
            ),
        );
    }
    !reserved
}

/// The method and the constant would have one name.
fn report_upper_case(name: &Ident, errors: &mut Errors) {
    let lower = name.to_string().to_lowercase();
    let help = if *name == lower {
        "help: name the `fn` otherwise".to_owned()
    } else {
        format!("help: write `fn {lower}`")
    };
    let message = format!("the constant of the `fn` is called `{name}` too\n{help}");
    errors.push(Rule::FnUpperCase, name, message);
}

fn otherwise(name: &Ident) -> String {
    let name = name.unraw().to_string().replace('_', "-");
    format!("help: name the `fn` otherwise, and write `name = \"{name}\"` in its attribute")
}

fn rename(name: &Ident, constant: &Ident) -> String {
    if name == constant {
        "help: name the group's constant otherwise".to_owned()
    } else {
        otherwise(name)
    }
}
