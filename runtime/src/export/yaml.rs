//! YAML as text: maps, lists, strings, integers, booleans, and comments.

use core::fmt::{self, Write};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Text(String),
    Integer(i128),
    Bool(bool),
    List(Vec<Node>),
    Map(Map),
}

/// Keys and values, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Map {
    /// Comments above the first key, or above the dash in a list.
    pub(super) comments: Vec<String>,
    pub(super) entries: Vec<(&'static str, Node)>,
}

impl Map {
    pub(super) fn put(&mut self, key: &'static str, value: impl Into<Node>) {
        self.entries.push((key, value.into()));
    }

    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        let mut entries = self.entries.iter();
        entries.find(|(it, _)| *it == key).map(|(_, value)| value)
    }

    pub(super) fn comment(&mut self, text: impl Into<String>) {
        self.comments.push(text.into());
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i128> for Node {
    fn from(value: i128) -> Self {
        Self::Integer(value)
    }
}

impl From<bool> for Node {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Map> for Node {
    fn from(map: Map) -> Self {
        Self::Map(map)
    }
}

impl<N: Into<Node>> From<Vec<N>> for Node {
    fn from(list: Vec<N>) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}

/// Writes a document.
impl fmt::Display for Map {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("---\n")?;
        comments(f, self, 0)?;
        map(f, self, 0)
    }
}

fn comments(f: &mut fmt::Formatter<'_>, map: &Map, depth: usize) -> fmt::Result {
    for line in map.comments.iter().flat_map(|comment| comment.lines()) {
        // No character may end the comment early for any reader.
        let line: String = line
            .chars()
            .filter(|letter| is_printable(*letter))
            .collect();
        writeln!(f, "{:depth$}# {line}", "")?;
    }
    Ok(())
}

fn map(f: &mut fmt::Formatter<'_>, map: &Map, depth: usize) -> fmt::Result {
    for (key, value) in &map.entries {
        write!(f, "{:depth$}{key}:", "")?;
        node(f, value, depth + 2)?;
    }
    Ok(())
}

/// Writes what follows a key or a dash, up to the end of the line or of the lines below.
fn node(f: &mut fmt::Formatter<'_>, node: &Node, depth: usize) -> fmt::Result {
    match node {
        Node::Text(value) => text(f, value, depth),
        Node::Integer(value) => writeln!(f, " {value}"),
        Node::Bool(value) => writeln!(f, " {value}"),
        Node::List(list) if list.is_empty() => f.write_str(" []\n"),
        Node::List(list) => {
            f.write_char('\n')?;
            list.iter().try_for_each(|item| element(f, item, depth))
        }
        Node::Map(it) => {
            if it.entries.is_empty() {
                f.write_str(" {}\n")?;
                return comments(f, it, depth);
            }
            f.write_char('\n')?;
            comments(f, it, depth)?;
            map(f, it, depth)
        }
    }
}

fn element(f: &mut fmt::Formatter<'_>, item: &Node, depth: usize) -> fmt::Result {
    if let Node::Map(it) = item {
        comments(f, it, depth)?;
        let bare = Map {
            comments: Vec::new(),
            entries: it.entries.clone(),
        };
        write!(f, "{:depth$}-", "")?;
        return node(f, &Node::Map(bare), depth + 2);
    }
    write!(f, "{:depth$}-", "")?;
    node(f, item, depth + 2)
}

/// Writes several lines as a block if no character needs an escape, a word without quotes, and all else in quotes.
fn text(f: &mut fmt::Formatter<'_>, text: &str, depth: usize) -> fmt::Result {
    if is_word(text) {
        return writeln!(f, " {text}");
    }
    if is_block(text) {
        f.write_str(" |-\n")?;
        for line in text.split('\n') {
            let depth = if line.is_empty() { 0 } else { depth };
            writeln!(f, "{:depth$}{line}", "")?;
        }
        return Ok(());
    }
    f.write_str(" \"")?;
    for letter in text.chars() {
        match letter {
            '"' | '\\' => write!(f, "\\{letter}")?,
            '\n' => f.write_str("\\n")?,
            '\t' => f.write_str("\\t")?,
            letter if is_printable(letter) => f.write_char(letter)?,
            letter => write!(f, "\\U{:08x}", u32::from(letter))?,
        }
    }
    f.write_str("\"\n")
}

/// Returns whether the text can be written without quotes, also for YAML 1.1.
fn is_word(text: &str) -> bool {
    const OTHERS: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let lower = text.to_ascii_lowercase();
    let is_inside = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(is_inside)
        && !OTHERS.contains(&lower.as_str())
}

fn is_block(text: &str) -> bool {
    let is_plain = |line: &str| line.chars().all(is_printable) && line.trim_end() == line;
    text.contains('\n')
        && !text.starts_with([' ', '\n'])
        && !text.ends_with('\n')
        && text.split('\n').all(is_plain)
}

/// Returns whether YAML allows the character inside of a line.
fn is_printable(letter: char) -> bool {
    !letter.is_control()
        && !matches!(
            letter,
            '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        )
}
