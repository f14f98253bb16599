//! Text to a tree. Aliases become what they stand for.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::{Fault, Key, Node, Place, Value};

/// Deeper than any specification, and flat enough for the stack.
const MAX_DEPTH: usize = 64;
/// The bytes of a node without its text.
const NODE: usize = size_of::<(Key, Node)>();
/// The most bytes of the tree, several times those of the largest specification. Aliases of aliases grow fast.
const MAX_SIZE: usize = 8 << 20;

/// Reads one document. `file` is kept in the places of its nodes.
pub(crate) fn load(text: &str, file: u16) -> Result<Node, Fault> {
    let mut loader = Loader {
        text: text.chars().collect(),
        file,
        lines: u32::try_from(text.lines().count()).unwrap_or(u32::MAX),
        open: Vec::new(),
        anchors: HashMap::new(),
        size: 0,
        kept: 0,
        before: 0,
        root: None,
    };
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| {
            let place = loader.line(error.marker().line());
            Fault::at(place, format_args!("not YAML: {}", error.info()))
        })?;
        loader.take(event, span)?;
        loader.before = span.end.index();
    }
    loader
        .root
        .ok_or_else(|| Fault::at(Place { file, line: 0 }, "the file is empty"))
}

struct Loader {
    text: Vec<char>,
    file: u16,
    lines: u32,
    open: Vec<Open>,
    /// What anchors stand for, with its size.
    anchors: HashMap<usize, (Node, usize)>,
    /// The bytes of the tree.
    size: usize,
    /// The bytes of `anchors`.
    kept: usize,
    /// Where the last event ended: an anchor is between it and its node.
    before: usize,
    root: Option<Node>,
}

/// A list or a mapping whose end has not come.
struct Open {
    node: Node,
    anchor: usize,
    /// The key of a mapping whose value has not come.
    key: Option<Key>,
    /// The keys of a mapping whose values have come.
    keys: HashSet<String>,
    size_before: usize,
}

impl Loader {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Fault> {
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let quoted = style != ScalarStyle::Plain;
                let text = Cow::into_owned(text);
                let size = NODE + text.len();
                let node = self.node(span, anchor, Value::Text { text, quoted });
                self.close(node, anchor, size)
            }
            Event::SequenceStart(anchor, _) => self.open(span, anchor, Value::List(Vec::new())),
            Event::MappingStart(anchor, _) => self.open(span, anchor, Value::Map(Vec::new())),
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(Open {
                    node,
                    anchor,
                    size_before,
                    ..
                }) = self.open.pop()
                else {
                    return Ok(());
                };
                let size = NODE + self.size - size_before;
                self.size = size_before;
                self.close(node, anchor, size)
            }
            Event::Alias(anchor) => {
                let found = self.anchors.get(&anchor).cloned();
                let (node, size) = found.ok_or_else(|| {
                    Fault::at(
                        self.place(span),
                        "an alias refers to a value that it is a part of",
                    )
                })?;
                self.close(node, 0, size)
            }
            Event::DocumentStart(_) if self.root.is_some() => {
                Err(Fault::at(self.place(span), "a second document begins here"))
            }
            _ => Ok(()),
        }
    }

    fn open(&mut self, span: Span, anchor: usize, value: Value) -> Result<(), Fault> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Fault::at(self.place(span), "nested too deep"));
        }
        let node = self.node(span, anchor, value);
        let size_before = self.size;
        self.open.push(Open {
            node,
            anchor,
            key: None,
            keys: HashSet::new(),
            size_before,
        });
        Ok(())
    }

    /// Puts a finished node where it belongs.
    fn close(&mut self, node: Node, anchor: usize, size: usize) -> Result<(), Fault> {
        self.size += size;
        if anchor != 0 {
            self.kept += size;
        }
        if self.size + self.kept > MAX_SIZE {
            let text = "too large: more than 8 MiB, where each alias is a copy";
            return Err(Fault::at(node.place, text));
        }
        if anchor != 0 {
            self.anchors.insert(anchor, (node.clone(), size));
        }
        let Some(Open {
            node: parent,
            key,
            keys,
            ..
        }) = self.open.last_mut()
        else {
            self.root = Some(node);
            return Ok(());
        };
        match (&mut parent.value, key.take()) {
            (Value::Map(entries), Some(key)) => {
                if !keys.insert(key.text.clone()) {
                    let text = format!("duplicate key `{}`", key.text);
                    return Err(Fault::at(key.place, text));
                }
                entries.push((key, node));
            }
            (Value::Map(_), None) => {
                let place = node.place;
                let Value::Text { text, .. } = node.value else {
                    return Err(Fault::at(place, "a key must be text"));
                };
                *key = Some(Key { place, text });
            }
            (Value::List(list), _) => list.push(node),
            (Value::Text { .. }, _) => {}
        }
        Ok(())
    }

    fn node(&self, span: Span, anchor: usize, value: Value) -> Node {
        let anchor = if anchor == 0 { None } else { self.anchor(span) };
        Node {
            place: self.place(span),
            anchor,
            value,
        }
    }

    /// The name of the anchor in front of a node, which the parser does not tell.
    fn anchor(&self, span: Span) -> Option<String> {
        let end = span.end.index().max(span.start.index());
        let text = self.text.get(self.before..end)?;
        let start = text.iter().position(|letter| *letter == '&')?;
        let name = text.iter().skip(start + 1);
        Some(name.take_while(|letter| !letter.is_whitespace()).collect())
    }

    fn place(&self, span: Span) -> Place {
        self.line(span.start.line())
    }

    /// A line of the text: the parser counts one behind the last.
    fn line(&self, line: usize) -> Place {
        let line = u32::try_from(line).unwrap_or(u32::MAX).min(self.lines);
        let file = self.file;
        Place { file, line }
    }
}
