//! Lines, and how deep they stand.

use super::docs;

/// What rustfmt breaks longer lines of.
pub(super) const WIDTH: usize = 100;

#[derive(Debug, Default)]
pub(super) struct Text {
    lines: Vec<String>,
    depth: usize,
}

impl Text {
    pub(super) fn line(&mut self, line: &str) {
        self.lines.push(format!("{}{line}", self.indent()));
    }

    /// An empty line, unless there is one, or none is wanted.
    pub(super) fn blank(&mut self) {
        if self
            .lines
            .last()
            .is_some_and(|last| !last.is_empty() && !last.ends_with('{'))
        {
            self.lines.push(String::new());
        }
    }

    /// Lines between braces.
    pub(super) fn braces(&mut self, head: &str, inside: impl FnOnce(&mut Self)) {
        let before = self.lines.len();
        self.line(&format!("{head} {{"));
        self.depth += 1;
        inside(self);
        self.depth -= 1;
        if self.lines.len() == before + 1 {
            self.lines.pop();
            self.line(&format!("{head} {{}}"));
        } else {
            self.line("}");
        }
    }

    pub(super) fn doc(&mut self, doc: &str) {
        for line in docs::lines(doc, WIDTH - self.indent().len() - "/// ".len()) {
            self.line(format!("/// {line}").trim_end());
        }
    }

    /// Comments of what genl cannot say.
    pub(super) fn notes(&mut self, notes: &[String]) {
        for note in notes {
            for line in docs::lines(note, WIDTH - self.indent().len() - "// ".len()) {
                self.line(&format!("// {line}"));
            }
        }
    }

    /// Whether a type, a derive or a macro is named. Variants and documentation may have words that look the same.
    pub(super) fn names(&self, name: &str) -> bool {
        let mut words = self.lines.iter().flat_map(|line| {
            let line = line.trim_start();
            let declares = line.starts_with("pub ") || line.starts_with("#[derive(");
            let line = if declares || line.ends_with("! {") {
                line
            } else {
                ""
            };
            line.split(|letter: char| letter != '_' && !letter.is_alphanumeric())
        });
        words.any(|word| word == name)
    }

    pub(super) fn append(&mut self, other: Self) {
        self.lines.extend(other.lines);
    }

    pub(super) fn into_string(mut self) -> String {
        while self.lines.last().is_some_and(String::is_empty) {
            self.lines.pop();
        }
        self.lines.push(String::new());
        self.lines.join("\n")
    }

    pub(super) fn indent(&self) -> String {
        "    ".repeat(self.depth)
    }
}
