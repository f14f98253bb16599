//! Names: made from other names, and compared with them.

use proc_macro2::{Ident, Span};
use quote::format_ident;
use syn::ext::IdentExt;

/// `AddressFamily` is `address-family`.
pub(crate) fn kebab(ident: &Ident) -> String {
    let letters = ident.unraw().to_string().chars().collect::<Vec<_>>();
    let mut name = String::new();
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| letters.get(before));
        let behind = letters.get(index + 1);
        let word = before.is_some_and(|before| before.is_lowercase() || before.is_numeric())
            || before.is_some_and(|before| before.is_uppercase())
                && behind.is_some_and(|behind| behind.is_lowercase());
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

/// `add_addr` is `add-addr`, and `_pad` is `pad`: what is not used in Rust has a name like others.
pub(crate) fn dashed(ident: &Ident) -> String {
    let name = ident.unraw().to_string();
    match name.trim_start_matches('_') {
        "" => name,
        used => used.replace('_', "-"),
    }
}

/// `add_addr` is `ADD_ADDR`, and no upper case is a keyword.
pub(crate) fn constant(ident: &Ident) -> Ident {
    identifier(&ident.unraw().to_string().to_uppercase(), ident.span())
        .unwrap_or_else(|| ident.clone())
}

/// In front of the constants of attributes, so that a constant of the author's own may have the plain name.
pub(crate) const HIDDEN: &str = "_";

/// `port`, `10-baset` or `PORT` is `_PORT`: the constant of an attribute.
pub(crate) fn attribute_constant(name: &str, span: Span) -> Ident {
    let name = format!("{HIDDEN}{}", name.replace('-', "_"));
    identifier(&name.to_uppercase(), span).unwrap_or_else(|| format_ident!("{name}", span = span))
}

/// `sub_established` is `SubEstablished`. `None` where that is no identifier.
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

/// Whether two names are one: `r#EVENTS` is `EVENTS`.
pub(crate) fn same(one: &Ident, other: &Ident) -> bool {
    one.unraw() == other.unraw()
}

/// What is said of a name that is near to another one.
pub(crate) fn similar(name: &Ident, what: &str, names: &[String]) -> Option<String> {
    let near = nearest(&name.to_string(), names.iter().map(String::as_str))?;
    Some(format!("{what} with a similar name exists: `{near}`"))
}

/// The candidate that `word` was probably meant to be.
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

/// How many letters must be added, dropped, changed or swapped with their neighbour.
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
