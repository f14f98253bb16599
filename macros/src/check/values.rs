//! The values of words: what is written after their `=`.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::{Attribute, Expr, ExprLit, ExprUnary, Lit, LitChar, LitStr, Path, Type, UnOp};

use super::numbers::computed;
use super::sentences::takes;
use super::types::{path, shown};
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::args::{Args, Word, WordValue};
use crate::syntax::value::expression;

/// Reports an attribute without parentheses, unless a missing word is reported anyway.
pub(super) fn check_form(args: &Args, place: &str, errors: &mut Errors) {
    if let Some(attribute) = &args.malformed {
        let message = format!("expected words in parentheses\nhelp: write `{place}`");
        errors.push(Rule::ParenthesesMissing, attribute, message);
    }
}

/// Reports attributes of ours in the wrong `place`, such as `on a field`.
pub(super) fn check_misplaced(
    attributes: &[Attribute],
    (place, home): (&str, &str),
    help: &str,
    errors: &mut Errors,
) {
    for attribute in attributes {
        let name = attribute.path().get_ident().map(ToString::to_string);
        let shown = match name.as_deref() {
            Some("unknown") | None => "#[unknown]".to_owned(),
            Some(name) => format!("#[{name}(..)]"),
        };
        let message = format!("`{shown}` is not allowed {place}; it belongs {home}\nhelp: {help}");
        errors.push(Rule::AttributeMisplaced, attribute, message);
    }
}

/// Reports a value of a word that takes none.
pub(super) fn check_alone(word: &Word, errors: &mut Errors) {
    let name = &word.ident;
    let message = format!("`{name}` takes no value\nhelp: write `{name}`");
    match &word.value {
        WordValue::None => {}
        WordValue::Assigned(value) => errors.push(Rule::WordWithValue, value, message),
        WordValue::List(_) => errors.push(Rule::WordWithValue, name, message),
    }
}

/// Returns the tokens after the `=`. `example` is a value that the word could have.
pub(super) fn assigned<'w>(
    word: &'w Word,
    example: &str,
    errors: &mut Errors,
) -> Option<&'w TokenStream> {
    let name = &word.ident;
    let message = match &word.value {
        WordValue::Assigned(value) => return Some(value),
        WordValue::None => format!("`{name}` needs a value\nhelp: write `{name} = {example}`"),
        WordValue::List(value) => {
            let value = value.to_string();
            let single = !value.is_empty() && !value.contains(',');
            after_equals(name, if single { &value } else { example })
        }
    };
    errors.push(Rule::WordWithoutValue, name, message);
    None
}

fn after_equals(name: &Ident, value: &str) -> String {
    format!("the value of `{name}` is written after `=`\nhelp: write `{name} = {value}`")
}

pub(super) fn check_string(word: &Word, example: &str, errors: &mut Errors) -> Option<LitStr> {
    let name = &word.ident;
    let value = assigned(word, &format!("\"{example}\""), errors)?;
    if let Ok(string) = syn::parse2::<LitStr>(value.clone()) {
        return Some(string);
    }
    let (text, note) = match syn::parse2::<Path>(value.clone()) {
        Ok(path) if is_constant(&path) => (
            example.to_owned(),
            "\nnote: a macro cannot evaluate constants",
        ),
        Ok(_) => (value.to_string().replace(' ', ""), ""),
        Err(_) => (example.to_owned(), ""),
    };
    let message =
        format!("`{name}` takes a string literal{note}\nhelp: write `{name} = \"{text}\"`");
    errors.push(Rule::ValueNoString, value, message);
    None
}

fn is_constant(path: &Path) -> bool {
    let last = path
        .segments
        .last()
        .map(|segment| segment.ident.to_string());
    last.is_some_and(|name| !name.chars().any(char::is_lowercase))
}

/// Returns the value of `name`.
pub(super) fn check_name(word: &Word, errors: &mut Errors) -> Option<String> {
    let literal = check_string(word, "..", errors)?;
    let name = literal.value();
    if name.is_empty() {
        let message = "the name is empty\nhelp: write the kernel's name, or remove `name`";
        errors.push(Rule::NameEmpty, literal, message);
        return None;
    }
    check_nul(&literal, errors).then_some(name)
}

pub(super) fn check_nul(literal: &LitStr, errors: &mut Errors) -> bool {
    let fine = !literal.value().contains('\0');
    if !fine {
        let text = literal.value().replace('\0', "");
        let message = format!("a name cannot contain a NUL\nhelp: write `\"{text}\"`");
        errors.push(Rule::NameWithNul, literal, message);
    }
    fine
}

pub(super) fn check_expression(word: &Word, errors: &mut Errors) -> Option<Expr> {
    let value = assigned(word, "4", errors)?;
    if !is_compound(value) {
        let expression = errors.take(expression(value))?;
        if can_be_integer(&expression) {
            return Some(expression);
        }
    }
    let name = &word.ident;
    let letter = syn::parse2::<LitChar>(value.clone())
        .ok()
        .filter(|letter| letter.value().is_ascii());
    let help = match (letter, computed(value)) {
        (Some(letter), _) => format!("b{}", letter.token()),
        (None, Some(value)) => value.to_string(),
        (None, None) => "4".to_owned(),
    };
    errors.push(Rule::ValueNoInteger, value, takes(name, "an integer", help));
    None
}

/// Whether the expression may be an integer. The value of a constant is left to rustc.
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

/// Whether the value is a range, a list or a closure, which `syn` does not parse without its feature `full`.
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

/// Returns the name that the word has as its value. `what` says of which item, and `names` are the names of
/// these items.
pub(super) fn check_ident(
    word: &Word,
    what: &str,
    names: &[String],
    errors: &mut Errors,
) -> Option<Ident> {
    let name = &word.ident;
    let meant = match &word.value {
        WordValue::Assigned(value) | WordValue::List(value) => meant(value, names),
        WordValue::None => None,
    };
    let example = meant
        .or(names.first().cloned())
        .unwrap_or_else(|| "..".to_owned());
    if let WordValue::List(_) = word.value {
        errors.push(Rule::WordWithoutValue, name, after_equals(name, &example));
        return None;
    }
    let value = assigned(word, &example, errors)?;
    let ident = syn::parse2::<Ident>(value.clone()).ok();
    if ident.is_none() {
        let message = takes(name, &format!("the name of {what}"), example);
        errors.push(Rule::ValueNoName, value, message);
    }
    ident
}

/// Returns the first of the names that the value contains.
fn meant(value: &TokenStream, names: &[String]) -> Option<String> {
    all_meant(value, names).into_iter().next()
}

/// Returns the names that the value contains, even in quotes or with dashes.
pub(super) fn all_meant(value: &TokenStream, names: &[String]) -> Vec<String> {
    let written = value.to_string().to_lowercase().replace('-', "_");
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let words = written.split(|letter| !is_part(letter));
    words
        .filter_map(|word| names.iter().find(|name| name.to_lowercase() == word))
        .cloned()
        .collect()
}

/// Returns the value of an integer literal, with its sign.
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

/// Returns the type that the word has as its value. `what` says which type it takes.
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
        let example = meant_type(value).unwrap_or_else(|| example.to_owned());
        errors.push(Rule::ValueNoType, value, takes(name, what, example));
    }
    ty
}

/// Returns the type that the author wrote in quotes or as a reference.
fn meant_type(value: &TokenStream) -> Option<String> {
    let quoted = syn::parse2::<LitStr>(value.clone()).and_then(|text| text.parse::<Type>());
    let ty = match quoted
        .or_else(|_| syn::parse2::<Type>(value.clone()))
        .ok()?
    {
        Type::Reference(reference) => *reference.elem,
        ty => ty,
    };
    path(&ty).map(|_| shown(&ty))
}
