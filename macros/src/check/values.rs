//! What words say behind their `=`, and the number that comes first.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::{Attribute, Expr, ExprLit, ExprUnary, Lit, LitStr, Path, Type, UnOp};

use super::types::path;
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::args::{Args, Word, WordValue};
use crate::syntax::value::expression;

/// Reports an attribute without parentheses, where nothing else misses what they would hold.
pub(super) fn check_form(args: &Args, place: &str, errors: &mut Errors) {
    if let Some(attribute) = &args.malformed {
        let message = format!("`{place}` holds its words in parentheses\nhelp: write `{place}`");
        errors.push(Rule::ParenthesesMissing, attribute, message);
    }
}

/// Reports attributes that stand in the wrong place.
pub(super) fn check_misplaced(attributes: &[Attribute], message: &str, errors: &mut Errors) {
    for attribute in attributes {
        errors.push(Rule::AttributeMisplaced, attribute, message);
    }
}

/// A word that says all by itself.
pub(super) fn check_alone(word: &Word, errors: &mut Errors) {
    let name = &word.ident;
    match &word.value {
        WordValue::None => {}
        WordValue::Assigned(value) => errors.push(
            Rule::WordWithValue,
            value,
            format!("`{name}` takes no value\nhelp: write `{name}` alone"),
        ),
        WordValue::List(_) => errors.push(
            Rule::WordWithValue,
            name,
            format!("`{name}` takes no parentheses\nhelp: write `{name}` alone"),
        ),
    }
}

/// The tokens behind the `=`; `example` shows what could stand there.
pub(super) fn assigned<'w>(
    word: &'w Word,
    example: &str,
    errors: &mut Errors,
) -> Option<&'w TokenStream> {
    let name = &word.ident;
    match &word.value {
        WordValue::Assigned(value) => return Some(value),
        WordValue::None => errors.push(
            Rule::WordWithoutValue,
            name,
            format!("`{name}` needs a value\nhelp: write `{name} = {example}`"),
        ),
        WordValue::List(_) => {
            errors.push(
                Rule::WordWithoutValue,
                name,
                format!("`{name}` takes its value behind a `=`\nhelp: write `{name} = {example}`"),
            );
        }
    }
    None
}

pub(super) fn check_string(word: &Word, example: &str, errors: &mut Errors) -> Option<LitStr> {
    let name = &word.ident;
    let value = assigned(word, &format!("\"{example}\""), errors)?;
    if let Ok(string) = syn::parse2::<LitStr>(value.clone()) {
        return Some(string);
    }
    errors.push(
        Rule::ValueNoString,
        value,
        format!("`{name}` takes a string literal\nhelp: write `{name} = \"{example}\"`"),
    );
    None
}

/// A name for errors and descriptions.
pub(super) fn check_name(word: &Word, errors: &mut Errors) -> Option<String> {
    let literal = check_string(word, "..", errors)?;
    let name = literal.value();
    if name.is_empty() {
        errors.push(
            Rule::NameEmpty,
            literal,
            "a name cannot be empty\n\
             help: write the kernel's name, or take `name` away",
        );
        return None;
    }
    check_nul(&literal, errors).then_some(name)
}

pub(super) fn check_nul(literal: &LitStr, errors: &mut Errors) -> bool {
    let fine = !literal.value().contains('\0');
    if !fine {
        errors.push(Rule::NameWithNul, literal, "a name has no NUL in it");
    }
    fine
}

/// The path of `crate = ".."`.
pub(super) fn check_crate(word: &Word, errors: &mut Errors) -> Option<Path> {
    let literal = check_string(word, "::genl", errors)?;
    let path = literal.parse_with(Path::parse_mod_style);
    if path.is_err() {
        let message = format!(
            "`crate` says where `genl` is found, and `{}` is no path\n\
             help: write `crate = \"crate::reexported::genl\"`",
            literal.token()
        );
        errors.push(Rule::CrateNoPath, &literal, message);
    }
    path.ok()
}

pub(super) fn check_expression(word: &Word, errors: &mut Errors) -> Option<Expr> {
    let value = assigned(word, "4", errors)?;
    if !is_compound(value) {
        let expression = errors.take(expression(value))?;
        if can_be_integer(&expression) {
            return Some(expression);
        }
    }
    let help = integer_in(value).unwrap_or_else(|| "4".to_owned());
    let message = format!(
        "`{0}` takes an integer\nhelp: write `{0} = {help}`",
        word.ident
    );
    errors.push(Rule::ValueNoInteger, value, message);
    None
}

/// What a constant stands for, and what is made of it, rustc knows.
fn can_be_integer(expression: &Expr) -> bool {
    match expression {
        Expr::Lit(literal) => matches!(literal.lit, Lit::Int(_) | Lit::Byte(_)),
        Expr::Paren(inner) => can_be_integer(&inner.expr),
        Expr::Group(inner) => can_be_integer(&inner.expr),
        Expr::Unary(ExprUnary { expr, .. }) => can_be_integer(expr),
        Expr::Binary(binary) => can_be_integer(&binary.left) && can_be_integer(&binary.right),
        Expr::Reference(_) | Expr::Struct(_) | Expr::Tuple(_) => false,
        _ => true,
    }
}

/// A range, a list or a closure, which `syn` does not take apart without its feature `full`.
fn is_compound(value: &TokenStream) -> bool {
    let trees = value.clone().into_iter().collect::<Vec<_>>();
    let is_punct =
        |tree: &TokenTree, letter| matches!(tree, TokenTree::Punct(it) if it.as_char() == letter);
    let is_range = |pair: &[TokenTree]| pair.iter().all(|tree| is_punct(tree, '.'));
    match trees.as_slice() {
        [TokenTree::Group(group)] => match group.delimiter() {
            Delimiter::Bracket => true,
            Delimiter::Parenthesis | Delimiter::None => is_compound(&group.stream()),
            Delimiter::Brace => false,
        },
        [TokenTree::Ident(first), ..] if first == "move" => true,
        [first, ..] => is_punct(first, '|') || trees.windows(2).any(is_range),
        [] => false,
    }
}

/// The `8` of `"8"`.
fn integer_in(value: &TokenStream) -> Option<String> {
    let text = syn::parse2::<LitStr>(value.clone()).ok()?.value();
    text.parse::<i128>().is_ok().then_some(text)
}

pub(super) fn check_ident(word: &Word, example: &str, errors: &mut Errors) -> Option<Ident> {
    let value = assigned(word, example, errors)?;
    let ident = syn::parse2::<Ident>(value.clone());
    if ident.is_err() {
        errors.push(
            Rule::ValueNoName,
            value,
            format!(
                "`{0}` takes a name\nhelp: write `{0} = {example}`",
                word.ident
            ),
        );
    }
    ident.ok()
}

/// The integer literal that `tokens` are, with its sign.
pub(super) fn literal(expression: &Expr) -> Option<i128> {
    match expression {
        Expr::Lit(ExprLit {
            lit: Lit::Int(literal),
            ..
        }) => literal.base10_parse().ok(),
        Expr::Lit(ExprLit {
            lit: Lit::Byte(literal),
            ..
        }) => Some(literal.value().into()),
        Expr::Unary(ExprUnary {
            op: UnOp::Neg(_),
            expr,
            ..
        }) => literal(expr).map(|value| -value),
        Expr::Paren(inner) => literal(&inner.expr),
        Expr::Group(inner) => literal(&inner.expr),
        _ => None,
    }
}

/// The type that a word names by its path; `what` tells which.
pub(super) fn check_type(
    word: &Word,
    example: &str,
    what: &str,
    errors: &mut Errors,
) -> Option<Type> {
    let name = &word.ident;
    let value = assigned(word, example, errors)?;
    let ty = syn::parse2::<Type>(value.clone())
        .ok()
        .filter(|ty| path(ty).is_some());
    if ty.is_none() {
        let message = format!("`{name}` names {what}\nhelp: write `{name} = {example}`");
        errors.push(Rule::ValueNoType, value, message);
    }
    ty
}
