//! Documentation of the kernel, which is reStructuredText, as Markdown.

/// The lines of a text, filled up to `width`.
pub(super) fn lines(doc: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks(doc) {
        if !lines.is_empty() && !block.tight {
            lines.push(String::new());
        }
        fill(&block, width, &mut lines);
    }
    lines
}

/// A paragraph, or an entry of a list.
#[derive(Debug, Default)]
struct Block {
    words: Vec<String>,
    /// What lines after the first begin with.
    indent: &'static str,
    /// Whether it goes on with the list above.
    tight: bool,
}

fn blocks(doc: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    for line in doc.lines().map(str::trim) {
        let ruler = line.len() >= 3 && line.chars().all(|letter| "~=-^\"*".contains(letter));
        if line.is_empty() || ruler {
            open = false;
            continue;
        }
        let entry = line.starts_with("- ") || line.starts_with("* ");
        if entry || !open {
            let after_entry = blocks.last().is_some_and(|block| !block.indent.is_empty());
            let indent = if entry { "  " } else { "" };
            blocks.push(Block {
                indent,
                tight: entry && after_entry,
                ..Block::default()
            });
        }
        open = true;
        if let Some(block) = blocks.last_mut() {
            block
                .words
                .extend(line.split_whitespace().map(str::to_owned));
        }
    }
    for block in &mut blocks {
        block.words = marked(&block.words);
    }
    if let [block] = blocks.as_mut_slice() {
        finish(block);
    }
    blocks
}

/// Begins a sentence with a capital, and ends it with a full stop.
fn finish(block: &mut Block) {
    if let Some(first) = block.words.first_mut() {
        let plain = first
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter == ',')
            && !["struct", "enum"].contains(&first.as_str());
        let mut letters = first.chars();
        if let (true, Some(letter)) = (plain, letters.next()) {
            *first = letter.to_ascii_uppercase().to_string() + letters.as_str();
        }
    }
    if let Some(last) = block.words.last_mut() {
        if last.ends_with(|letter: char| letter.is_alphanumeric() || "`)'\"".contains(letter)) {
            last.push('.');
        }
    }
}

/// Words as Markdown: code is in single backticks, and what Markdown would read as its own is not.
fn marked(words: &[String]) -> Vec<String> {
    let mut in_code = false;
    let mut marked = Vec::new();
    for word in words {
        let word = word.replace("``", "`");
        let ticks = word.matches('`').count();
        if !in_code && ticks == 0 {
            marked.push(plain(&word));
        } else {
            marked.push(word);
        }
        in_code ^= ticks % 2 == 1;
    }
    marked
}

fn plain(word: &str) -> String {
    if word.starts_with("http://") || word.starts_with("https://") {
        let end = word.trim_end_matches(['.', ',', ')', ';']);
        return format!("<{end}>{}", &word[end.len()..]);
    }
    let is_code = |letter: char| letter.is_ascii_alphanumeric() || "_@:/-".contains(letter);
    let start = word.find(is_code).unwrap_or_default();
    let mut end = word.rfind(is_code).map_or(start, |end| end + 1);
    // `NLM_F_*` stands for many.
    if word.get(..end + 1).is_some_and(|word| word.ends_with("_*")) {
        end += 1;
    }
    let (Some(before), Some(core), Some(behind)) =
        (word.get(..start), word.get(start..end), word.get(end..))
    else {
        return word.to_owned();
    };
    if is_identifier(core) {
        return format!("{}`{core}`{}", escaped(before), escaped(behind));
    }
    escaped(word)
}

/// Whether a reader would take it for a name of a program: `NLM_F_MULTI`, `WireGuard`, `@handle`.
fn is_identifier(word: &str) -> bool {
    let inner = word
        .get(1..word.len().saturating_sub(1))
        .unwrap_or_default();
    let letters = word.chars().any(|letter| letter.is_ascii_alphabetic());
    let mut pairs = word.chars().zip(word.chars().skip(1));
    let camel = pairs.any(|(one, next)| one.is_ascii_lowercase() && next.is_ascii_uppercase())
        && word.chars().all(|letter| letter.is_ascii_alphanumeric());
    letters && (inner.contains('_') || word.starts_with('@') || inner.contains("::") || camel)
}

fn escaped(word: &str) -> String {
    let mut text = String::new();
    for letter in word.chars() {
        if "[]<*".contains(letter)
            && word != "*"
            && !word.starts_with("**")
            && !word.ends_with("**")
        {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}

fn fill(block: &Block, width: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    for word in &block.words {
        let room = line.chars().count() + 1 + word.chars().count() <= width;
        if !line.trim().is_empty() && !room {
            lines.push(std::mem::replace(&mut line, block.indent.to_owned()));
        }
        if !line.trim().is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.trim().is_empty() {
        lines.push(line);
    }
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn sentences() {
        for (doc, expected) in [
            ("unused event", "Unused event."),
            ("add_addr is it", "`add_addr` is it."),
            (
                "Identifies a @shaper, by ``wg-f``",
                "Identifies a `@shaper`, by `wg-f`.",
            ),
            (
                "Attributes: token [, dport].",
                "Attributes: token \\[, dport\\].",
            ),
            ("See https://example.org/x.", "See <https://example.org/x>."),
            ("``0`` or ``1``", "`0` or `1`."),
            (
                "uses NLM_F_MULTI (of WireGuard)",
                "Uses `NLM_F_MULTI` (of `WireGuard`).",
            ),
            ("Is it?", "Is it?"),
            ("struct sockaddr_in", "struct `sockaddr_in`."),
            ("All allowed IPs", "All allowed IPs."),
            ("One of NLM_F_*.", "One of `NLM_F_*`."),
        ] {
            assert_eq!(lines(doc, 90), [expected]);
        }
    }

    #[test]
    fn paragraphs_and_lists() {
        let doc = "Retrieve it\n~~~~~~~~~~~\n\nThe command is called\nwith:\n\n- ``A``\n- ``B``\n\nThen it ends.";
        let expected = [
            "Retrieve it",
            "",
            "The command is called with:",
            "",
            "- `A`",
            "- `B`",
            "",
            "Then it ends.",
        ];
        assert_eq!(lines(doc, 90), expected);
        assert_eq!(lines("one two three", 7), ["One two", "three."]);
    }
}
