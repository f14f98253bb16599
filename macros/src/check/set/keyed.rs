//! `keyed(a: u16, b: u16)`.

use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Token, Type};

use crate::check::types::{Known, inside, is, known, peel, shown};
use crate::errors::Errors;
use crate::rules::Rule;
use crate::syntax::args::{Word, WordValue};

const HELP: &str = "help: write `keyed(key: u16)`, or `keyed(outer: u16, inner: u16)` for two";

/// Returns the names of the keys.
pub(super) fn check_keys(word: &Word, errors: &mut Errors) -> Option<Vec<String>> {
    let WordValue::List(tokens) = &word.value else {
        errors.push(
            Rule::KeyedMalformed,
            &word.ident,
            format!("`keyed` needs the names of its keys\n{HELP}"),
        );
        return None;
    };
    let Ok(keys) = parse_keys.parse2(tokens.clone()) else {
        errors.push(
            Rule::KeyedMalformed,
            tokens,
            format!("expected the names and the types of the keys\n{HELP}"),
        );
        return None;
    };
    if keys.is_empty() {
        errors.push(
            Rule::KeyedMalformed,
            &word.ident,
            format!("`keyed` needs the names of its keys\n{HELP}"),
        );
        return None;
    }
    if let Some((third, _)) = keys.get(2) {
        errors.push(
            Rule::KeyedMalformed,
            third,
            format!("`keyed` takes one or two keys\n{HELP}"),
        );
        return None;
    }
    check_types(&keys, errors).then(|| {
        keys.iter()
            .map(|(name, _)| name.unraw().to_string().replace('_', "-"))
            .collect()
    })
}

/// Checks that each key is a `u16` and has a name of its own.
fn check_types(keys: &[(Ident, Type)], errors: &mut Errors) -> bool {
    let before = errors.count();
    for (key, ty) in keys.iter().filter(|(_, ty)| !is(ty, "u16")) {
        errors.push(
            Rule::KeyOfOtherType,
            ty,
            format!(
                "the type of a key must be `u16`: it is the number of an attribute\nhelp: write `{key}: u16`"
            ),
        );
    }
    if let [(first, _), (second, _)] = keys {
        if first == second {
            errors.push_pair(
                Rule::KeyTwice,
                second,
                format!("duplicate key `{second}`\nhelp: rename one of them"),
                first,
                "first used here",
            );
        }
    }
    errors.count() == before
}

fn parse_keys(input: ParseStream<'_>) -> syn::Result<Vec<(Ident, Type)>> {
    let mut keys = Vec::new();
    while !input.is_empty() {
        let name = input.call(Ident::parse_any)?;
        input.parse::<Token![:]>()?;
        keys.push((name, input.parse()?));
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(keys)
}

/// Checks that `Keyed<K, T>` has as many keys as the word has names. Aliases are left to rustc.
pub(super) fn check_key(ty: &Type, names: usize, errors: &mut Errors) {
    let Some(key) = inside(ty, "Keyed") else {
        return;
    };
    let keys = match peel(key) {
        Type::Tuple(tuple) => tuple.elems.iter().collect(),
        _ if known(key) == Known::Other => return,
        key => vec![key],
    };
    let (count, written) = if names == 2 {
        ("two keys", "(u16, u16)")
    } else {
        ("one key", "u16")
    };
    let help = format!("help: write `Keyed<{written}, ..>`");
    if keys.len() != names || (names == 1 && matches!(peel(key), Type::Tuple(_))) {
        let message = format!(
            "`keyed` has {count}, but the type of the key is `{}`\n{help}",
            shown(key)
        );
        return errors.push(Rule::KeyedMisfit, key, message);
    }
    let is_wrong = |key: &&Type| known(key) != Known::Other && !is(key, "u16");
    for wrong in keys.into_iter().filter(is_wrong) {
        let message =
            format!("the type of a key must be `u16`: it is the number of an attribute\n{help}");
        errors.push(Rule::KeyOfOtherType, wrong, message);
    }
}
