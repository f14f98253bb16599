//! Makes names from other names, and compares them.

use proc_macro2::{Ident, Span};
use quote::format_ident;
use syn::ext::IdentExt;

/// Converts `AddressFamily` to `address-family`.
pub(crate) fn kebab(ident: &Ident) -> String {
    let letters = ident.unraw().to_string().chars().collect::<Vec<_>>();
    let mut name = String::new();
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| letters.get(before));
        let after = letters.get(index + 1);
        let word = before.is_some_and(|before| before.is_lowercase() || before.is_numeric())
            || before.is_some_and(|before| before.is_uppercase())
                && after.is_some_and(|after| after.is_lowercase());
        if letter.is_uppercase() && word {
            name.push('-');
        }
        match letter {
            '_' => name.push('-'),
            letter => name.extend(letter.to_lowercase()),
        }
    }
    name
}

/// Converts `add_addr` to `add-addr`, and `_pad` to `pad`: the underscore only means that Rust code does not use it.
pub(crate) fn dashed(ident: &Ident) -> String {
    let name = ident.unraw().to_string();
    match name.trim_start_matches('_') {
        "" => name,
        used => used.replace('_', "-"),
    }
}

/// Converts `add_addr` to `ADD_ADDR`. No keyword is in upper case.
pub(crate) fn constant(ident: &Ident) -> Ident {
    identifier(&ident.unraw().to_string().to_uppercase(), ident.span())
        .unwrap_or_else(|| ident.clone())
}

/// The prefix of the constants of attributes, so that the author can have constants without it.
pub(crate) const HIDDEN: &str = "_";

/// Converts the name of an attribute to its constant: `port` to `_PORT`, and `10-baset` to `_10_BASET`.
pub(crate) fn attribute_constant(name: &str, span: Span) -> Ident {
    let name = format!("{HIDDEN}{}", name.replace('-', "_"));
    identifier(&name.to_uppercase(), span).unwrap_or_else(|| format_ident!("{name}", span = span))
}

/// Converts `sub_established` to `SubEstablished`. Returns `None` if the result is not an identifier.
pub(crate) fn camel(ident: &Ident) -> Option<Ident> {
    let ident_text = ident.unraw().to_string();
    let name = ident_text
        .split('_')
        .flat_map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .into_iter()
                .flat_map(char::to_uppercase)
                .chain(letters)
        })
        .collect::<String>();
    identifier(&name, ident.span())
}

fn identifier(name: &str, span: Span) -> Option<Ident> {
    let mut ident = syn::parse_str::<Ident>(name).ok()?;
    ident.set_span(span);
    Some(ident)
}

/// Whether two names are the same, as `r#EVENTS` and `EVENTS` are.
pub(crate) fn same(one: &Ident, other: &Ident) -> bool {
    one.unraw() == other.unraw()
}

/// Returns the help for a name that is similar to another one.
pub(crate) fn similar(name: &Ident, what: &str, names: &[String]) -> Option<String> {
    let near = nearest(&name.to_string(), names.iter().map(String::as_str))?;
    Some(format!("{what} with a similar name exists: `{near}`"))
}

/// Returns the candidate that is most similar to `word`, if it is similar enough.
pub(crate) fn nearest<'c>(
    word: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    let word = word.to_lowercase().replace('-', "_");
    let near = |candidate: &str| {
        let lower = candidate.to_lowercase();
        let long_prefix = word.len() >= 4
            && lower.len() >= 4
            && (lower.starts_with(&word) || word.starts_with(&lower));
        let allowed = (lower.len().max(word.len()) / 3).clamp(1, 3);
        let distance = distance(&word, &lower);
        (distance <= allowed)
            .then_some(distance)
            .or_else(|| long_prefix.then_some(allowed + 1))
    };
    candidates
        .into_iter()
        .filter_map(|candidate| near(candidate).map(|distance| (distance, candidate)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Counts the letters that must be added, dropped, changed or swapped with their neighbour.
fn distance(one: &str, other: &str) -> usize {
    let one = one.chars().collect::<Vec<_>>();
    let other = other.chars().collect::<Vec<_>>();
    let mut before = Vec::new();
    let mut row = (0..=other.len()).collect::<Vec<_>>();
    for (i, a) in one.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let mut cost = (row[j] + usize::from(a != b))
                .min(row[j + 1] + 1)
                .min(next[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                let swapped: &Vec<usize> = &before;
                cost = cost.min(swapped[j - 1] + 1);
            }
            next.push(cost);
        }
        before = std::mem::replace(&mut row, next);
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_split_where_a_reader_would() {
        for (camel, dashes) in [
            ("AddressFamily", "address-family"),
            ("Inet6", "inet6"),
            ("MPTCPInfo", "mptcp-info"),
            ("Rx2Tx", "rx2-tx"),
            ("A", "a"),
        ] {
            assert_eq!(kebab(&Ident::new(camel, Span::call_site())), dashes);
        }
    }

    #[test]
    fn distances() {
        for (one, other, expected) in [
            ("", "", 0),
            ("nest", "nest", 0),
            ("nets", "nest", 1),
            ("nst", "nest", 1),
            ("abc", "xyz", 3),
            ("", "ab", 2),
        ] {
            assert_eq!(distance(one, other), expected, "{one} {other}");
        }
    }

    #[test]
    fn the_nearest_is_near() {
        let words = ["nest", "flags", "flag", "multi", "big_endian", "min", "max"];
        for (word, expected) in [
            ("nested", Some("nest")),
            ("multi_attr", Some("multi")),
            ("flgs", Some("flags")),
            ("big-endian", Some("big_endian")),
            ("NEST", Some("nest")),
            ("x", None),
            ("repeated", None),
        ] {
            assert_eq!(nearest(word, words), expected, "{word}");
        }
    }
}
