//! The place of an attribute in a message: the names from the outermost attribute to the innermost.

use core::fmt;

/// One step of a [`Path`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Segment {
    /// An attribute, by its name in the attribute set.
    Name(&'static str),
    /// An element of a list, counted from 0.
    Element(usize),
    /// An attribute without a name, by its number.
    Number(u16),
}

/// The path to an attribute, shown as `addr.family` or `ops[2].id`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Path {
    /// Innermost first, because an error adds the outer attributes as it is returned.
    reversed: Vec<Segment>,
}

impl Path {
    /// Returns the steps, outermost first.
    pub fn segments(&self) -> impl DoubleEndedIterator<Item = Segment> + '_ {
        self.reversed.iter().rev().copied()
    }

    /// Returns whether the path is empty. It then means the message itself.
    pub fn is_empty(&self) -> bool {
        self.reversed.is_empty()
    }

    /// Adds an attribute around the path.
    pub(crate) fn wrap(&mut self, outer: Segment) {
        self.reversed.push(outer);
    }
}

impl FromIterator<Segment> for Path {
    /// Collects the steps, outermost first.
    fn from_iter<I: IntoIterator<Item = Segment>>(segments: I) -> Self {
        let mut reversed: Vec<_> = segments.into_iter().collect();
        reversed.reverse();
        Self { reversed }
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, segment) in self.segments().enumerate() {
            let dot = if index == 0 { "" } else { "." };
            match segment {
                Segment::Name(name) => write!(f, "{dot}{name}")?,
                Segment::Element(element) => write!(f, "[{element}]")?,
                Segment::Number(number) => write!(f, "{dot}#{number}")?,
            }
        }
        Ok(())
    }
}
