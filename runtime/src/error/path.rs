//! Where in a message something is: the names from the outermost attribute to the innermost.

use core::fmt;

/// One step of a [`Path`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Segment {
    /// An attribute, by the name its set gives it.
    Name(&'static str),
    /// An element of a list, counted from 0.
    Element(usize),
    /// An attribute that no set names, by its number.
    Number(u16),
}

/// The way to an attribute, shown as `addr.family` or `ops[2].id`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Path {
    /// Innermost first: an error gathers its path on the way out.
    reversed: Vec<Segment>,
}

impl Path {
    /// The steps, outermost first.
    pub fn segments(&self) -> impl DoubleEndedIterator<Item = Segment> + '_ {
        self.reversed.iter().rev().copied()
    }

    /// Whether it names no attribute: the message itself.
    pub fn is_empty(&self) -> bool {
        self.reversed.is_empty()
    }

    /// Adds the attribute around what the path names.
    pub(crate) fn wrap(&mut self, outer: Segment) {
        self.reversed.push(outer);
    }
}

impl FromIterator<Segment> for Path {
    /// From the steps, outermost first.
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
