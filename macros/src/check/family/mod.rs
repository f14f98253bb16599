//! The rules of `genl_family!`.

mod conditional;
mod event;
mod group;
mod head;
mod header;
mod kernel_name;
mod kind;
mod made;
mod names;
mod operation;
mod sent;
mod shape;
mod signature;

use proc_macro2::TokenStream;
use syn::{Ident, Type};

use self::head::Head;
use self::names::Names;
use self::shape::Shape;
use super::unique::Unique;
use crate::errors::Errors;
use crate::model::{Family, Mode, Outer};
use crate::rules::Rule;
use crate::syntax::block::{self, Block, Function, Item};

/// What the items of the block may refer to, including items with mistakes.
pub(super) struct Known {
    head: Head,
    family: Ident,
    /// The names of the constants of the groups.
    groups: Vec<Ident>,
    /// Those of them that are generated.
    constants: Vec<Ident>,
    /// The operations: their names, and their replies.
    operations: Vec<(Ident, Option<Type>)>,
    /// The names of the events.
    events: Vec<Ident>,
}

impl Known {
    fn collect(
        (head, family): (Head, Ident),
        groups: &[block::Group],
        operations: &[Function],
        events: &[Function],
    ) -> Self {
        Self {
            head,
            family,
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

    /// The names of the operations. Those with a reply come first.
    fn operation_names(&self) -> Vec<String> {
        let mut operations = self.operations.iter().collect::<Vec<_>>();
        operations.sort_by_key(|(_, reply)| reply.is_none());
        operations
            .iter()
            .map(|(name, _)| name.to_string())
            .collect()
    }
}

/// What earlier items use: their numbers and their names.
struct Earlier {
    names: Names,
    operations: Unique<(bool, u8)>,
    /// The operations so far, including those with mistakes and those under `#[cfg]`.
    shapes: Vec<Shape>,
    /// The first word that needs the feature `zerocopy`.
    zerocopy: Option<Ident>,
    events: Unique<u8>,
    groups: Unique<String>,
}

impl Earlier {
    fn new(zerocopy: Option<Ident>) -> Self {
        Self {
            zerocopy,
            names: Names::new(),
            operations: Unique::shared(Rule::OpNumberDuplicate, "shape_of"),
            shapes: Vec::new(),
            events: Unique::new(Rule::EventNumberDuplicate),
            groups: Unique::new(Rule::GroupDuplicate),
        }
    }

    /// Remembers the first word `header` that names a type.
    fn needs_zerocopy(&mut self, word: Option<&Ident>, header: Option<&Type>) {
        if let (None, Some(word), Some(_)) = (&self.zerocopy, word, header) {
            self.zerocopy = Some(word.clone());
        }
    }
}

/// Checks the block. The family keeps all items whose names and types are correct, so that rustc reports nothing about
/// their users.
pub(crate) fn check_family(mut block: Block, errors: &mut Errors) -> Family {
    let whole = errors.is_empty();
    if !head::check_derives(&block, errors) {
        // The derive was reported: rustc must not report it again.
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
             help: write an operation, such as `#[op(1)] fn get(request: Get) -> Reply;`",
        );
    }
    let mut earlier = Earlier::new(head.header.as_ref().map(|(word, _)| word.clone()));
    let mut known = Known::collect((head, block.ident), &groups, &operations, &events);
    let unused = group::unused(&groups, &events);
    let needed = groups
        .iter()
        .map(|group| conditional::needed(group, &groups, &events))
        .collect::<Vec<_>>();
    let named = groups
        .into_iter()
        .zip(needed)
        .filter_map(|(group, needed)| group::check_group(group, needed, &mut earlier, errors))
        .collect::<Vec<_>>();
    known.constants = named.iter().map(|group| group.constant.clone()).collect();
    let listens = made::check_made(&known.family, &operations, &events, errors);
    let operations = operations
        .into_iter()
        .filter_map(|operation| operation::check_operation(operation, &known, &mut earlier, errors))
        .collect();
    let events = events
        .into_iter()
        .filter_map(|event| event::check_event(event, &known, &mut earlier, errors))
        .collect();
    // Without a mistake elsewhere: an event with a mistake may be the one that names the group.
    if errors.is_empty() {
        group::report_unused(&unused, errors);
    }
    let Known { head, family, .. } = known;
    Family {
        listens,
        zerocopy: earlier.zerocopy,
        krate: head.krate,
        vis: block.vis,
        outer: outer(block.outer),
        name: head.name,
        version: head.version,
        groups: named,
        operations,
        events,
        ident: family,
    }
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

/// A do and a dump may have the same number.
fn mode_key(mode: Mode, number: u8) -> (bool, u8) {
    (mode == Mode::Dump, number)
}
