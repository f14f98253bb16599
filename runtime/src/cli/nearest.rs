//! Suggestions for unknown names.

pub(crate) use genl::import::nearest;

/// Returns a help line for `unknown`: the most similar name, or all names. `what` says what has the name, such as `operation`.
pub(crate) fn help<'n>(
    what: &str,
    unknown: &str,
    names: impl IntoIterator<Item = &'n str> + Clone,
) -> String {
    if let Some(name) = nearest(unknown, names.clone()) {
        let article = if what.starts_with(['a', 'e', 'i', 'o', 'u']) {
            "an"
        } else {
            "a"
        };
        return format!("\nhelp: {article} {what} with a similar name exists: `{name}`");
    }
    match list(names) {
        none if none.is_empty() => String::new(),
        names => format!("\nhelp: expected one of {names}"),
    }
}

/// Joins names for a sentence: `a`, `b`, `c`.
pub(crate) fn list<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let names = names.into_iter().map(|name| format!("`{name}`"));
    names.collect::<Vec<_>>().join(", ")
}

/// Returns whether two names differ only in case and in dashes or underscores: `if_idx` and `if-idx`.
pub(crate) fn is_same(name: &str, written: &str) -> bool {
    let plain = |byte: u8| match byte {
        b'_' | b' ' => b'-',
        byte => byte.to_ascii_lowercase(),
    };
    name.bytes().map(plain).eq(written.bytes().map(plain))
}

#[cfg(test)]
mod tests {
    use super::{help, is_same, nearest};

    const NAMES: [&str; 4] = ["add-addr", "del-addr", "get-limits", "announce"];

    #[test]
    fn a_name_like_another_one_is_offered() {
        assert_eq!(nearest("ad-addr", NAMES), Some("add-addr"));
        assert_eq!(nearest("limits-get", NAMES), None);
        let keys = ["name", "type", "doc", "multi-attr"];
        assert_eq!(nearest("tpye", keys), Some("type"));
        assert_eq!(nearest("Multi_Attr", keys), Some("multi-attr"));
        assert_eq!(nearest("frobnicate", keys), None);
        assert_eq!(
            help("operation", "get-limit", NAMES),
            "\nhelp: an operation with a similar name exists: `get-limits`"
        );
        assert_eq!(
            help("key", "zzz", ["a", "b"]),
            "\nhelp: expected one of `a`, `b`"
        );
    }

    #[test]
    fn dashes_and_underscores_are_the_same() {
        assert!(is_same("if-idx", "IF_idx"));
        assert!(!is_same("if-idx", "ifidx"));
    }
}
