//! The signatures of the `fn`s in a block.

use quote::ToTokens;
use syn::{Ident, Type, Visibility};

use crate::check::types::{
    Known, inside, is, is_bare, is_foreign, is_mixed, is_nameless, known, lifetime, path, peel,
    shown,
};
use crate::errors::Errors;
use crate::model::Request;
use crate::rules::Rule;
use crate::syntax::block::Function;
use crate::syntax::signature::Signature;

/// The request and the reply of an operation, or what an event carries. A type with a mistake is replaced by the set that
/// is probably meant.
pub(super) struct Checked {
    pub(super) argument: Option<Request>,
    pub(super) output: Option<Type>,
}

/// Checks the signature. `argument` is the name of the parameter in messages: `request` or `event`.
pub(super) fn check_signature(function: &Function, argument: &str, errors: &mut Errors) -> Checked {
    let signature = &function.signature;
    check_visibility(&function.vis, errors);
    if let Some(body) = &function.body {
        errors.push(
            Rule::FnWithBody,
            body,
            "operations and events cannot have a body\nhelp: write `;` in place of the body",
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
                "an operation without a reply cannot have a return type\nhelp: remove `->` and the type after it",
            );
        }
        check_set_type(set, signature, errors);
        // A correct type is kept as it is written, with its `Option`.
        let written = no_set(set).is_none().then(|| ty.clone());
        open(set).map(|usable| written.unwrap_or(usable))
    });
    Checked { argument, output }
}

/// Returns the set of a reply, without the `Option` around it.
pub(super) fn set_of(output: &Type) -> &Type {
    inside(output, "Option").unwrap_or(output)
}

pub(super) fn check_visibility(vis: &Visibility, errors: &mut Errors) {
    if !matches!(vis, Visibility::Inherited) {
        errors.push(
            Rule::ItemPublic,
            vis,
            "an item of the block cannot have a visibility: it is as visible as the trait\nhelp: remove it",
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
            "operations cannot be `const`\nhelp: remove `const`",
        ),
        (
            Rule::FnQualified,
            qualifiers.asyncness.to_token_stream(),
            "operations are not declared `async`\nhelp: remove `async`; the same block serves blocking and async clients",
        ),
        (
            Rule::FnQualified,
            qualifiers.unsafety.to_token_stream(),
            "operations cannot be `unsafe`\nhelp: remove `unsafe`",
        ),
        (
            Rule::FnQualified,
            qualifiers.abi.to_token_stream(),
            "operations cannot be `extern`\nhelp: remove `extern`",
        ),
        (
            Rule::FnGeneric,
            generics.to_token_stream(),
            "operations and events cannot have generics\n\
                 help: write the types of the attribute sets, with `'_` for a lifetime",
        ),
        (
            Rule::FnGeneric,
            generics.where_clause.to_token_stream(),
            "operations and events cannot have a where clause\nhelp: remove it",
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
                    "operations and events do not take `self`\nhelp: write `fn {}({name}: Set)` or `fn {0}()`",
                    signature.ident
                ),
            );
            continue;
        }
        let Some((_, ty)) = &parameter.ty else {
            let message = "operations and events take one parameter at most\nhelp: remove `...`";
            errors.push(Rule::ParameterTwice, parameter, message);
            continue;
        };
        for attribute in &parameter.attributes {
            let message = "attributes and comments are not allowed on a parameter\n\
                           help: write it above the `fn`, or remove it";
            errors.push(Rule::AttributeMisplaced, attribute, message);
        }
        if let Some(first) = &found {
            errors.push_pair(
                Rule::ParameterTwice,
                parameter,
                format!(
                    "duplicate parameter: the {name} is one attribute set\n\
                     help: write it as a field of that set"
                ),
                &first.ident,
                "first parameter here",
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
                format!(
                    "expected the name of the parameter\nhelp: write `{name}: {}`",
                    shown(ty)
                ),
            );
        }
    }
    found
}

/// Checks the type of a set. A set can borrow from its message only, so that its lifetime is `'_`.
fn check_set_type(ty: &Type, signature: &Signature, errors: &mut Errors) {
    if let Some(message) = no_set(ty) {
        return errors.push(Rule::TypeNoSet, ty, message);
    }
    // Generics of the `fn` are reported already.
    if signature.generics.lt_token.is_some() {
        return;
    }
    if let Some(lifetime) = lifetime(ty, |name| name != "_") {
        errors.push(
            Rule::LifetimeNamed,
            lifetime,
            "named lifetimes are not allowed in the block\nhelp: write `'_`",
        );
    }
}

const NAMELESS: &str = "expected an attribute set\n\
     help: write the name of a struct with `#[derive(AttributeSet)]`";
const SELF: &str = "expected an attribute set, found `Self`, which is the generated client\n\
     help: write the name of the attribute set";
const FIELD: &str = "expected an attribute set\n\
     help: write a struct with `#[derive(AttributeSet)]` that has this type as a field";

/// Returns the set that the type names, even inside of a wrong type such as `Result`.
pub(super) fn usable(ty: &Type) -> Option<Type> {
    if no_set(ty).is_none() {
        return Some(ty.clone());
    }
    let inner = match peel(ty) {
        Type::Reference(reference) => Some(&*reference.elem),
        ty => ["Option", "Result", "Replies", "Vec"]
            .into_iter()
            .find_map(|wrapper| inside(ty, wrapper)),
    };
    usable(inner?)
}

fn names_self(ty: &Type) -> bool {
    path(ty).is_some_and(|path| path.segments.iter().any(|segment| segment.ident == "Self"))
}

/// Returns the message for a type that cannot be an attribute set. All others are checked by rustc, with bounds.
fn no_set(ty: &Type) -> Option<&'static str> {
    Some(match peel(ty) {
        inner if names_self(inner) => SELF,
        inner if is_foreign(inner) && is_bare(inner) => return None,
        Type::Never(_) => {
            "expected an attribute set, found `!`\n\
             help: remove `-> !` for an operation without a reply"
        }
        inner if is_nameless(inner) || matches!(inner, Type::FnPtr(_) | Type::Ptr(_)) => NAMELESS,
        Type::Reference(reference) if no_set(&reference.elem).is_some() => FIELD,
        Type::Reference(_) => {
            "expected an attribute set, found a reference\n\
             help: remove the `&`; the generated method borrows the request by itself"
        }
        Type::Tuple(tuple) if !tuple.elems.is_empty() => {
            "expected an attribute set, found a tuple\nhelp: write a struct with `#[derive(AttributeSet)]`"
        }
        inner if inside(inner, "Replies").is_some() => {
            "expected an attribute set, found `Replies`\n\
             help: write the attribute set of one reply; the generated method returns `Replies` by itself"
        }
        inner if is(inner, "Result") => {
            "expected an attribute set, found a `Result`\n\
             help: write the attribute set alone; the generated method returns a `Result` by itself"
        }
        inner if inside(inner, "WithHeader").is_some() => {
            "expected an attribute set, found `WithHeader`\n\
             help: write the attribute set alone, and the header in `#[family(.., header = Type)]`\n\
             help: write `#[op(.., header = Type)]` if one operation alone has the header"
        }
        inner if inside(inner, "Option").is_some() => {
            "expected an attribute set, found an `Option`\n\
             help: remove the `Option`; the fields of the set can be optional"
        }
        inner if inside(inner, "Vec").is_some() && !is_mixed(inner) => {
            "expected a single attribute set, found a `Vec`\n\
             help: write the set of one reply, with `dump` or `multi` if the kernel sends several"
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
