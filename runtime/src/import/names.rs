//! Names of the specification as names of Rust.

use std::collections::HashMap;

/// Words that cannot be names unless they are raw.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];
/// Words that cannot even be raw names.
const NEVER_NAMES: &[&str] = &["crate", "self", "super", "Self", "_"];
/// Types that the printed Rust names, or that a reader expects to be those of the language.
const TYPES_IN_USE: &[&str] = &[
    "AttributeSet",
    "Bitfield32",
    "Box",
    "CStruct",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Enum",
    "Enumeration",
    "Eq",
    "Err",
    "Flags",
    "FromBytes",
    "Hash",
    "Immutable",
    "IntoBytes",
    "IpAddr",
    "Ipv4Addr",
    "Ipv6Addr",
    "Keyed",
    "MulticastGroup",
    "None",
    "Ok",
    "Option",
    "PartialEq",
    "Result",
    "Self",
    "Some",
    "String",
    "U16",
    "U32",
    "U64",
    "I16",
    "I32",
    "I64",
    "Vec",
];

/// The words of a name: `--rx-bytes` and `RX_BYTES` have `rx` and `bytes`.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// `rx-bytes` is `RxBytes`. A name that begins with a digit gets `first` in front.
pub(crate) fn type_name(name: &str, first: &str) -> String {
    let mut pascal = String::new();
    for word in words(name) {
        let mut letters = word.chars();
        pascal.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        pascal.extend(letters.map(|letter| letter.to_ascii_lowercase()));
    }
    if !pascal.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        pascal.insert_str(0, first);
    }
    if NEVER_NAMES.contains(&pascal.as_str()) {
        pascal.insert_str(0, first);
    }
    pascal
}

/// `rx-bytes` is `rx_bytes`, and `type` is `r#type`.
pub(crate) fn value_name(name: &str, first: &str) -> String {
    let mut snake = words(name)
        .collect::<Vec<_>>()
        .join("_")
        .to_ascii_lowercase();
    let digit = !snake.starts_with(|letter: char| letter.is_ascii_alphabetic());
    if digit || NEVER_NAMES.contains(&snake.as_str()) {
        snake = format!("{first}_{snake}");
    }
    if KEYWORDS.contains(&snake.as_str()) {
        snake.insert_str(0, "r#");
    }
    snake
}

/// `rx-bytes` is `RX_BYTES`.
pub(crate) fn constant_name(name: &str, first: &str) -> String {
    let snake = value_name(name, first);
    snake.trim_start_matches("r#").to_ascii_uppercase()
}

/// Whether two names are one for C: `wg-key-len` and `WG_KEY_LEN`.
pub(crate) fn same(one: &str, other: &str) -> bool {
    words(one)
        .map(str::to_ascii_lowercase)
        .eq(words(other).map(str::to_ascii_lowercase))
}

/// The name that genl gives an attribute, an operation or an event whose field or function is `ident`.
pub(crate) fn dashed(ident: &str) -> String {
    ident.trim_start_matches("r#").replace('_', "-")
}

/// The name that genl gives a set or an enumeration: `RxBytes` is `rx-bytes`. Types that are made here have no two capitals
/// in a row but for words of one letter.
pub(crate) fn kebab(ident: &str) -> String {
    let letters = ident.chars().collect::<Vec<_>>();
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
        name.extend(letter.to_lowercase());
    }
    name
}

/// The types of a file, each with a name of its own.
#[derive(Debug, Default)]
pub(crate) struct Types(HashMap<String, String>);

impl Types {
    /// Takes the first of the names that is free.
    ///
    /// # Errors
    ///
    /// The one who has the last of them, if none is free.
    pub(crate) fn take<const N: usize>(
        &mut self,
        names: [String; N],
        owner: &str,
    ) -> Result<String, String> {
        let mut holder = String::new();
        for name in names {
            if TYPES_IN_USE.contains(&name.as_str()) {
                "the language, or genl,".clone_into(&mut holder);
                continue;
            }
            if let Some(other) = self.0.get(&name) {
                holder.clone_from(other);
            } else {
                self.0.insert(name.clone(), owner.to_owned());
                return Ok(name);
            }
        }
        Err(holder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_rust() {
        assert_eq!(type_name("mptcp_pm", "Type"), "MptcpPm");
        assert_eq!(type_name("--kernel-timespec", "Type"), "KernelTimespec");
        assert_eq!(type_name("802", "Value"), "Value802");
        assert_eq!(type_name("self", "Value"), "ValueSelf");
        assert_eq!(value_name("if-idx", "attr"), "if_idx");
        assert_eq!(value_name("type", "attr"), "r#type");
        assert_eq!(value_name("4addr", "attr"), "attr_4addr");
        assert_eq!(value_name("self", "attr"), "attr_self");
        assert_eq!(constant_name("type", "FLAG"), "TYPE");
        assert!(same("wg-key-len", "WG_KEY_LEN"));
    }

    #[test]
    fn a_type_has_a_name_of_its_own() {
        let mut types = Types::default();
        let names = || ["String".to_owned(), "StringAttrs".to_owned()];
        assert_eq!(
            types.take(names(), "the set `string`"),
            Ok("StringAttrs".to_owned())
        );
        assert_eq!(
            types.take(names(), "another one"),
            Err("the set `string`".to_owned())
        );
    }
}
