//! The rules of `genl_family!`.

mod conditional;
mod event;
mod group;
mod head;
mod header;
mod made;
mod names;
mod operation;
mod signature;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::{Attribute, Ident, LitInt, Meta, Type};

use self::names::Names;
use super::taken::Taken;
use crate::errors::Errors;
use crate::model::{Family, Mode, Outer};
use crate::rules::Rule;
use crate::syntax::block::{self, Block, Function, Item};

/// What the items of the block may refer to, those with mistakes included.
pub(super) struct Known {
    /// The groups by the names of their constants.
    groups: Vec<Ident>,
    /// Those of them that there will be.
    constants: Vec<Ident>,
    /// The operations by name, and what they reply.
    operations: Vec<(Ident, Option<Type>)>,
    /// The names of the events.
    events: Vec<Ident>,
}

impl Known {
    fn collect(groups: &[block::Group], operations: &[Function], events: &[Function]) -> Self {
        Self {
            constants: Vec::new(),
            groups: groups.iter().map(|group| group.ident.clone()).collect(),
            operations: operations
                .iter()
                .map(|operation| (operation.signature.ident.clone(), reply(operation)))
                .collect(),
            events: events
                .iter()
                .map(|event| event.signature.ident.clone())
                .collect(),
        }
    }

    fn group_names(&self) -> Vec<String> {
        self.groups.iter().map(ToString::to_string).collect()
    }

    /// Those with a reply come first.
    fn operation_names(&self) -> Vec<String> {
        let mut operations = self.operations.iter().collect::<Vec<_>>();
        operations.sort_by_key(|(_, reply)| reply.is_none());
        operations
            .iter()
            .map(|(name, _)| name.to_string())
            .collect()
    }
}

/// What was taken by an earlier item.
struct TakenBefore {
    names: Names,
    operations: Taken<(bool, u8)>,
    events: Taken<u8>,
    groups: Taken<String>,
}

impl TakenBefore {
    fn new() -> Self {
        Self {
            names: Names::new(),
            operations: Taken::new(Rule::OpNumberTaken),
            events: Taken::new(Rule::EventNumberTaken),
            groups: Taken::new(Rule::GroupTaken),
        }
    }
}

/// The family, with the items whose names and types are fine: whoever uses them is not to blame for
/// their words.
pub(crate) fn check_family(block: Block, errors: &mut Errors) -> Family {
    let whole = errors.is_empty();
    let head = head::check_head(&block, errors);
    let (mut groups, mut operations, mut events) = (Vec::new(), Vec::new(), Vec::new());
    for item in block.items {
        match item {
            Item::Group(group) => groups.push(*group),
            Item::Function(function) => check_kind(*function, &mut operations, &mut events, errors),
            Item::Stray(tokens) => report_stray(&tokens, errors),
        }
    }
    if whole && operations.is_empty() && events.is_empty() && errors.is_empty() {
        errors.push(
            Rule::FamilyEmpty,
            &block.ident,
            "the family has no operations and no events\n\
             help: write `#[op(1)] fn get(request: Get) -> Reply;`",
        );
    }
    let mut known = Known::collect(&groups, &operations, &events);
    let unused = group::unused(&groups, &events);
    let mut taken = TakenBefore::new();
    let needed = groups
        .iter()
        .map(|group| conditional::needed(group, &groups, &events))
        .collect::<Vec<_>>();
    let named = groups
        .into_iter()
        .zip(needed)
        .filter_map(|(group, needed)| group::check_group(group, needed, &mut taken, errors))
        .collect::<Vec<_>>();
    known.constants = named.iter().map(|group| group.constant.clone()).collect();
    let listens = made::check_made(&block.ident, &operations, &events, errors);
    let family = Family {
        listens,
        krate: head.krate.clone(),
        vis: block.vis,
        outer: outer(block.outer),
        name: head.name.clone(),
        version: head.version,
        groups: named,
        operations: operations
            .into_iter()
            .filter_map(|operation| operation::check_operation(operation, &mut taken, errors))
            .map(|operation| made::clear_operation(operation, &block.ident))
            .map(|operation| header::wrap_operation(operation, &head))
            .collect(),
        events: events
            .into_iter()
            .filter_map(|event| event::check_event(event, &known, &mut taken, errors))
            .map(|event| made::clear_event(event, &block.ident))
            .map(|event| header::wrap_event(event, &head))
            .collect(),
        ident: block.ident,
    };
    // The event that was meant may be among the mistakes.
    if errors.is_empty() {
        group::report_unused(&unused, errors);
    }
    family
}

/// What is neither operation nor event becomes an operation, for those who use it.
fn check_kind(
    mut function: Function,
    operations: &mut Vec<Function>,
    events: &mut Vec<Function>,
    errors: &mut Errors,
) {
    let before = errors.count();
    for misplaced in &function.misplaced {
        errors.push(
            Rule::AttributeMisplaced,
            misplaced,
            "`#[family(..)]` is not allowed on a `fn`; it belongs on the trait\nhelp: write `#[op(..)]` or `#[event(..)]`",
        );
    }
    head::check_hidden(&function.hidden, "`fn`s", errors);
    let ident = &function.signature.ident;
    match (&function.op.attribute, &function.event.attribute) {
        (None, Some(_)) => return events.push(function),
        (Some(_), None) => {}
        (Some(op), Some(event)) => errors.push_pair(
            Rule::FnMarkedTwice,
            event,
            format!(
                "`{ident}` cannot be both an operation and an event\n\
                 help: write another `fn` for the event"
            ),
            op,
            "declared as an operation here",
        ),
        (None, None) => {
            if errors.count() == before && !report_misspelt(&function.foreign, errors) {
                report_unmarked(ident, errors);
            }
            // What rustc would say of an attribute that it does not know has been said.
            function.outer.others = TokenStream::new();
            function.op.broken = true;
        }
    }
    operations.push(function);
}

fn report_unmarked(ident: &Ident, errors: &mut Errors) {
    errors.push(
        Rule::FnUnmarked,
        ident,
        format!(
            "missing `#[op(..)]` or `#[event(..)]` on `{ident}`\n\
             help: write `#[op(1)]` or `#[event(1, group = ..)]` above it, with the command \
             from the kernel's header"
        ),
    );
}

/// `#[operation(1)]` and `#[dump(3)]`: an attribute with a number is meant to be one of ours.
fn report_misspelt(foreign: &[Attribute], errors: &mut Errors) -> bool {
    let meant = foreign.iter().find(|attribute| match &attribute.meta {
        Meta::List(list) => list.parse_args_with(starts_with_number).is_ok(),
        _ => false,
    });
    if let Some(attribute) = meant {
        errors.push(
            Rule::AttributeUnknown,
            attribute.path(),
            "unknown attribute in the block\n\
             help: write `#[op(1)]`, `#[op(1, dump)]` or `#[event(1, group = ..)]`",
        );
    }
    meant.is_some()
}

fn starts_with_number(input: ParseStream<'_>) -> syn::Result<()> {
    input.parse::<LitInt>()?;
    input.parse::<TokenStream>().map(drop)
}

fn report_stray(tokens: &TokenStream, errors: &mut Errors) {
    let mut trees = tokens.clone().into_iter();
    let (first, second) = (trees.next(), trees.next());
    let found = match &first {
        Some(TokenTree::Group(_)) | None => String::new(),
        Some(first) => format!(", found `{first}`"),
    };
    let help = match (&first, second) {
        (Some(TokenTree::Ident(name)), Some(TokenTree::Group(group)))
            if group.delimiter() == Delimiter::Parenthesis =>
        {
            format!("write `fn` before `{name}`")
        }
        _ => "move it out of the block".to_owned(),
    };
    let message = format!("expected a `const` or a `fn`{found}\nhelp: {help}");
    errors.push(Rule::ItemStray, first.to_token_stream(), message);
}

fn reply(function: &Function) -> Option<Type> {
    match &function.signature.output {
        syn::ReturnType::Default => None,
        syn::ReturnType::Type(_, ty) => Some(signature::set_of(ty).clone()),
    }
}

fn outer(outer: block::Outer) -> Outer {
    Outer {
        doc: outer.doc.text,
        doc_tokens: outer.doc.tokens,
        cfg: outer.cfg,
        deprecated: outer.deprecated,
        others: outer.others,
    }
}

/// A do and a dump may share a number, and so may an event.
fn mode_key(mode: Mode, number: u8) -> (bool, u8) {
    (mode == Mode::Dump, number)
}
