//! Words that authors know from elsewhere: from the kernel's headers and specifications (YNL), and from other
//! macros. The help says what to write instead.

mod attr;
mod block;
mod derive;

pub(super) use self::attr::ATTR;
pub(super) use self::block::{EVENT, FAMILY, OP};
pub(super) use self::derive::{ATTRS, C_STRUCT, ENUMERATION, MEMBER};

/// Words with the same meaning, and what to write instead of them.
pub(super) type Habit = (&'static [&'static str], &'static str);

const NUMBER: &str = "write the number first, without a word";
const NAME: &str = "write `name = \"..\"` for the kernel's name";
const DOC: &str = "write a doc comment";
