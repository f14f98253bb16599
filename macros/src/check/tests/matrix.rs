//! Tests every word on every kind of type, and every two words together: which rule refuses them, if any.
//!
//! `GENL_BLESS=1` rewrites `matrix.txt`. What it calls `ok` compiles, unless the type is `T`, which only rustc knows.

use super::*;

const WORDS: [&str; 28] = [
    "display_hint = hex",
    "u8",
    "big_endian",
    "unterminated",
    "flag",
    "flags",
    "nest",
    "uint",
    "sint",
    "bitfield32",
    "c_struct",
    "with = C",
    "sibling = af",
    "multi",
    "array",
    "indexed",
    "indexed(from = 1)",
    "indexed(zero)",
    "keyed(a: u16)",
    "keyed(a: u16, b: u16)",
    "omit_empty",
    "min = 1",
    "max = 4",
    "min_len = 1",
    "max_len = 4",
    "exact_len = 4",
    "name = \"x\"",
    "unknown",
];

const TYPES: [&str; 31] = [
    "u8",
    "u16",
    "u32",
    "u64",
    "i32",
    "i64",
    "bool",
    "String",
    "&'a str",
    "&'a CStr",
    "CString",
    "Vec<u8>",
    "&'a [u8]",
    "Bytes",
    "[u8; 6]",
    "Ipv4Addr",
    "IpAddr",
    "T",
    "Box<T>",
    "Bitfield32<F>",
    "Vec<u32>",
    "Vec<u64>",
    "Vec<String>",
    "Vec<bool>",
    "Vec<[u8; 6]>",
    "Vec<Ipv4Addr>",
    "Vec<T>",
    "Vec<Keyed<u16, u32>>",
    "Vec<Keyed<(u16, u16), T>>",
    "Vec<Indexed<u32>>",
    "Vec<UnknownAttribute>",
];

/// Returns the rule that a field breaks, or `ok`.
fn outcome(words: &[&str], ty: &str) -> &'static str {
    let number = (!words.contains(&"unknown")).then_some("1");
    let words = number.iter().chain(words).copied().collect::<Vec<_>>();
    let code = format!(
        "struct S {{ #[attr({})] f: {ty}, #[attr(2)] af: u16 }}",
        words.join(", ")
    );
    placed(&code, set)
        .first()
        .map_or("ok", |(rule, _)| rule.name())
}

/// Returns the outcomes in order, each with its types. An `Option` is listed if its outcome differs from that of its type.
fn outcomes(words: &[&str]) -> Vec<(&'static str, Vec<String>)> {
    let mut found = Vec::<(_, Vec<String>)>::new();
    let mut add = |outcome, ty| match found.iter_mut().find(|(known, _)| *known == outcome) {
        Some((_, types)) => types.push(ty),
        None => found.push((outcome, vec![ty])),
    };
    for ty in TYPES {
        let plain = outcome(words, ty);
        let optional = outcome(words, &format!("Option<{ty}>"));
        add(plain, ty.to_owned());
        if optional != plain {
            add(optional, format!("Option<{ty}>"));
        }
    }
    found.sort_by_key(|(outcome, _)| (*outcome != "ok", *outcome));
    found
}

fn one_word(words: &[&str]) -> String {
    let title = words.first().unwrap_or(&"no word");
    let lines = outcomes(words)
        .into_iter()
        .map(|(outcome, types)| format!("  {outcome}: {}\n", types.join(" | ")));
    format!("{title}\n{}", lines.collect::<String>())
}

/// A word, and the types on which it is allowed.
type Allowed = (&'static str, BTreeSet<String>);

fn allowed(word: &'static str) -> Allowed {
    let outcomes = outcomes(&[word]).into_iter();
    let types = outcomes.filter(|(outcome, _)| *outcome == "ok");
    (word, types.flat_map(|(_, types)| types).collect())
}

/// Lists the types on which both words are allowed. If there are none, names the most frequent rule.
fn two_words((first, by_first): &Allowed, (second, by_second): &Allowed) -> String {
    let outcomes = outcomes(&[first, second]);
    if let Some(("ok", types)) = outcomes.first() {
        return format!("  {second}: {}\n", types.join(" | "));
    }
    let most = outcomes.iter().max_by_key(|(_, types)| {
        let allow = |ty: &&String| (by_first.contains(*ty), by_second.contains(*ty));
        let both = types.iter().filter(|ty| allow(ty) == (true, true));
        let either = types.iter().filter(|ty| allow(ty) != (false, false));
        (both.count(), either.count())
    });
    format!("  {second}: {}\n", most.map_or("", |(outcome, _)| outcome))
}

fn matrix() -> String {
    let mut text = one_word(&[]);
    for word in WORDS {
        text += &one_word(&[word]);
    }
    let allowed = WORDS.map(allowed);
    for (index, first) in allowed.iter().enumerate() {
        text += &format!("\n{}, and\n", first.0);
        text.extend(
            allowed[index..]
                .iter()
                .map(|second| two_words(first, second)),
        );
    }
    text
}

#[test]
fn the_matrix_is_golden() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/tests/matrix.txt");
    let matrix = matrix();
    if is_blessed() {
        fs::write(golden, matrix).unwrap();
    } else {
        assert_eq!(fs::read_to_string(golden).unwrap_or_default(), matrix);
    }
}
