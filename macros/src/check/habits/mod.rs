//! Words that authors bring along: from the kernel's headers and specifications (YNL), and from other
//! macros. Each is answered with what to write here.

mod attr;
mod block;
mod derive;

pub(super) use self::attr::ATTR;
pub(super) use self::block::{EVENT, FAMILY, OP};
pub(super) use self::derive::{ATTRS, C_STRUCT, ENUMERATION, MEMBER};

/// Words that mean the same, and what to write for them.
pub(super) type Habit = (&'static [&'static str], &'static str);

const NUMBER: &str = "write the number first, without a word";
const NAME: &str = "write `name = \"..\"` for the kernel's name";
const DOC: &str = "write a doc comment";
