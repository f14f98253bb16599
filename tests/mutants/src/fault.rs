//! Faults, and how the list of the accepted ones names them.

use core::fmt;
use core::ops::Range;

/// A small change that a test should notice.
#[derive(Debug)]
pub struct Fault {
    pub area: &'static str,
    pub file: String,
    pub line: usize,
    /// The bytes of the file that it changes.
    pub place: Range<usize>,
    /// What they are; of a body, the line in front of it.
    pub old: String,
    /// The line that they begin in.
    pub whole: String,
    /// What is there instead.
    pub new: String,
    pub kind: Kind,
    /// Whether it compiles.
    pub is_viable: bool,
}

/// How a fault is written beside what it changes, so that a switch chooses between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `(if on { new } else { old })`
    Expression,
    /// `if on { new } else { old }`
    Statement,
    /// `if on { return new; }`, in front of the body of a function.
    Body,
    /// `if !on`, behind the pattern of a match arm that is to be left out.
    Arm,
}

/// As the list of accepted faults has it.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// What is shorter may be anywhere.
        const TELLING: usize = 24;
        let Self { file, old, new, .. } = self;
        let new = one_line(new);
        write!(f, "{file}: ")?;
        match self.kind {
            Kind::Statement if new.is_empty() => write!(f, "`{old}` is removed")?,
            Kind::Expression | Kind::Statement => write!(f, "`{old}` becomes `{new}`")?,
            Kind::Body => return write!(f, "`{old}` returns `{new}`"),
            Kind::Arm => write!(f, "the arm `{old}` is removed")?,
        }
        if old.len() < TELLING {
            write!(f, " in `{}`", self.whole)?;
        }
        Ok(())
    }
}

/// Returns the text without line breaks.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
