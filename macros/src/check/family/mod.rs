//! The rules of `genl_family!`.

mod conditional;
mod event;
mod group;
mod head;
mod header;
mod kind;
mod made;
mod names;
mod operation;
mod signature;

use proc_macro2::TokenStream;
use syn::{Ident, Type};

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
pub(crate) fn check_family(mut block: Block, errors: &mut Errors) -> Family {
    let whole = errors.is_empty();
    if !head::check_derives(&block, errors) {
        // What rustc would say of it has been said.
        block.outer.others = TokenStream::new();
    }
    let head = head::check_head(&block, errors);
    let (mut groups, mut operations, mut events) = (Vec::new(), Vec::new(), Vec::new());
    for item in block.items {
        match item {
            Item::Group(group) => groups.push(*group),
            Item::Function(function) => {
                kind::check_kind(*function, &mut operations, &mut events, errors);
            }
            Item::Stray(tokens) => kind::report_stray(&tokens, errors),
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
        zerocopy: head.zerocopy.clone(),
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

fn reply(function: &Function) -> Option<Type> {
    let output = function.signature.output.as_ref();
    output.map(signature::set_of).cloned()
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
