//! What the `fn`s of a block look like.

use quote::ToTokens;
use syn::{Ident, Type, Visibility};

use crate::check::types::{
    Known, inside, is, is_bare, is_foreign, is_mixed, is_nameless, known, lifetime, peel,
};
use crate::check::values::check_misplaced;
use crate::errors::Errors;
use crate::model::Request;
use crate::rules::Rule;
use crate::syntax::block::Function;
use crate::syntax::signature::Signature;

/// What is sent and what comes back; for an event, what is received. Of types with mistakes, what was
/// meant.
pub(super) struct Checked {
    pub(super) argument: Option<Request>,
    pub(super) output: Option<Type>,
}

/// `argument` is what the parameter is called: `request` or `event`.
pub(super) fn check_signature(function: &Function, argument: &str, errors: &mut Errors) -> Checked {
    let signature = &function.signature;
    check_visibility(&function.vis, errors);
    if let Some(body) = &function.body {
        errors.push(
            Rule::FnWithBody,
            body,
            "the block declares, and the macro writes the body\nhelp: end the `fn` with `;`",
        );
    }
    check_qualifiers(signature, errors);
    let mut argument = check_inputs(signature, argument, errors);
    if let (Some(request), 1) = (&argument, signature.parameters.len()) {
        check_set_type(&request.ty, signature, errors);
    }
    let open = |ty: &Type| match signature.generics.type_params().next() {
        Some(_) => None,
        None => usable(ty),
    };
    argument = argument.and_then(|request| {
        let ty = open(&request.ty).filter(|ty| !is_unit(ty))?;
        Some(Request { ty, ..request })
    });
    let output = signature.output.as_ref().and_then(|ty| {
        let set = set_of(ty);
        if is_unit(set) && !is_unit(ty) {
            errors.push(
                Rule::TypeNoSet,
                ty,
                "an acknowledgement alone is the answer without `->`\nhelp: take `->` away",
            );
        }
        check_set_type(set, signature, errors);
        // As it was written, `Option` included, if it can stand.
        let written = no_set(set).is_none().then(|| ty.clone());
        open(set).map(|usable| written.unwrap_or(usable))
    });
    Checked { argument, output }
}

/// The set of a reply, which may be left out.
pub(super) fn set_of(output: &Type) -> &Type {
    inside(output, "Option").unwrap_or(output)
}

pub(super) fn check_visibility(vis: &Visibility, errors: &mut Errors) {
    if !matches!(vis, Visibility::Inherited) {
        errors.push(
            Rule::ItemPublic,
            vis,
            "the items of the block are as visible as its trait\nhelp: take this away",
        );
    }
}

pub(super) fn is_unit(ty: &Type) -> bool {
    matches!(peel(ty), Type::Tuple(tuple) if tuple.elems.is_empty())
}

fn check_qualifiers(signature: &Signature, errors: &mut Errors) {
    let (qualifiers, generics) = (&signature.qualifiers, &signature.generics);
    let refused = [
        (
            Rule::FnQualified,
            qualifiers.constness.to_token_stream(),
            "the `fn` talks to the kernel, and cannot be `const`\nhelp: take `const` away",
        ),
        (
            Rule::FnQualified,
            qualifiers.asyncness.to_token_stream(),
            "whether a call is async, the channel of the client says\nhelp: take `async` away",
        ),
        (
            Rule::FnQualified,
            qualifiers.unsafety.to_token_stream(),
            "nothing is unsafe about a message\nhelp: take `unsafe` away",
        ),
        (
            Rule::FnQualified,
            qualifiers.abi.to_token_stream(),
            "the `fn` is no foreign one\nhelp: take `extern` away",
        ),
        (
            Rule::FnGeneric,
            generics.to_token_stream(),
            "the `fn`s of the block take no parameters of this kind\n\
                 help: name types that the kernel knows; a lifetime is written `'_`",
        ),
        (
            Rule::FnGeneric,
            generics.where_clause.to_token_stream(),
            "the `fn`s of the block take no bounds\nhelp: take the `where` away",
        ),
    ];
    for (rule, tokens, message) in refused
        .into_iter()
        .filter(|(_, tokens, _)| !tokens.is_empty())
    {
        errors.push(rule, tokens, message);
    }
}

fn check_inputs(signature: &Signature, name: &str, errors: &mut Errors) -> Option<Request> {
    let mut found: Option<Request> = None;
    for parameter in &signature.parameters {
        if parameter.is_self() {
            errors.push(
                Rule::FnWithSelf,
                parameter,
                format!(
                    "the client is there without `self`\nhelp: write `fn {}({name}: ..)`",
                    signature.ident
                ),
            );
            continue;
        }
        let Some((_, ty)) = &parameter.ty else {
            let message = "the `fn`s of the block take one parameter at most";
            errors.push(Rule::ParameterTwice, parameter, message);
            continue;
        };
        check_misplaced(
            &parameter.attributes,
            "a parameter has no attributes\nhelp: write it above the `fn`, or take it away",
            errors,
        );
        if let Some(first) = &found {
            errors.push_pair(
                Rule::ParameterTwice,
                parameter,
                format!(
                    "a second parameter; the {name} is one attribute set\n\
                     help: make it a field of that set"
                ),
                &first.ident,
                "the first parameter is here",
            );
            continue;
        }
        let pattern = &parameter.pattern;
        if let Ok(ident) = syn::parse2::<Ident>(pattern.clone()) {
            let ty = ty.clone();
            found = Some(Request { ident, ty });
        } else {
            errors.push(
                Rule::ParameterNoName,
                pattern,
                format!("the parameter has a plain name\nhelp: write `{name}: ..`"),
            );
        }
    }
    found
}

/// What a set borrows it borrows from its message.
fn check_set_type(ty: &Type, signature: &Signature, errors: &mut Errors) {
    if let Some(message) = no_set(ty) {
        return errors.push(Rule::TypeNoSet, ty, message);
    }
    // Where they are declared, that is the mistake.
    if signature.generics.lt_token.is_some() {
        return;
    }
    if let Some(lifetime) = lifetime(ty, |name| name != "_") {
        errors.push(
            Rule::LifetimeNamed,
            lifetime,
            "a set borrows from its message, whose lifetime has no name here\nhelp: write `'_`",
        );
    }
}

const NAMELESS: &str = "the types of the block are attribute sets, and this is none";
const FIELD: &str = "this is no attribute set\n\
     help: make it a field of a struct with `#[derive(AttributeSet)]`, and name that";

/// The set that is named, be it by a mistake around it. `None` if there is none.
pub(super) fn usable(ty: &Type) -> Option<Type> {
    if no_set(ty).is_none() {
        return Some(ty.clone());
    }
    let inner = match peel(ty) {
        Type::Reference(reference) => Some(&*reference.elem),
        ty => ["Option", "Result", "Vec"]
            .into_iter()
            .find_map(|wrapper| inside(ty, wrapper)),
    };
    usable(inner?)
}

/// What is plainly no attribute set; for the rest there are the bounds.
fn no_set(ty: &Type) -> Option<&'static str> {
    Some(match peel(ty) {
        inner if is_foreign(inner) && is_bare(inner) => return None,
        inner if is_nameless(inner) => NAMELESS,
        Type::Reference(reference) if no_set(&reference.elem).is_some() => FIELD,
        Type::Reference(_) => {
            "a set is named without `&`; the methods borrow what they send\nhelp: take the `&` away"
        }
        Type::Tuple(tuple) if !tuple.elems.is_empty() => {
            "a tuple is no attribute set\nhelp: make it a struct with `#[derive(AttributeSet)]`"
        }
        inner if is(inner, "Result") => {
            "the method returns a `Result` without being told\nhelp: name the set alone"
        }
        inner if inside(inner, "WithHeader").is_some() => {
            "the fixed header is in front of every set, by `header` of the block\n\
             help: name the set alone"
        }
        inner if inside(inner, "Option").is_some() => {
            "a set is there always, though its fields may be absent\nhelp: take the `Option` away"
        }
        inner if inside(inner, "Vec").is_some() && !is_mixed(inner) => {
            "a set is one; several replies are those of a dump\n\
                 help: write `#[op(.., dump)]`, and name the set of one reply"
        }
        inner
            if !matches!(known(inner), Known::Other | Known::List | Known::Boxed)
                && !is_unit(inner) =>
        {
            FIELD
        }
        Type::Path(_) | Type::Tuple(_) | Type::Macro(_) => return None,
        _ => NAMELESS,
    })
}
