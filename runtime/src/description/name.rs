//! Names, as YNL spells them and as Rust spells them.

use core::any::type_name;
use core::fmt::{self, Write};

/// The Rust type that something is described by. Two descriptions with the same type describe the same thing.
#[derive(Clone, Copy)]
pub struct RustType(fn() -> &'static str);

impl RustType {
    /// Creates the value for the type `T`.
    pub const fn of<T: ?Sized>() -> Self {
        Self(type_name::<T>)
    }

    /// Returns the path of the type, with its parameters: `crate::module::Masked<u8>`.
    pub fn path(self) -> &'static str {
        (self.0)()
    }

    /// Returns the name of the type, without its parameters: `Masked`.
    pub fn name(self) -> &'static str {
        let path = self.path();
        let path = path.split_once('<').map_or(path, |(path, _)| path);
        path.rsplit_once("::").map_or(path, |(_, name)| name)
    }
}

impl PartialEq for RustType {
    fn eq(&self, other: &Self) -> bool {
        self.path() == other.path()
    }
}

impl Eq for RustType {}

impl fmt::Debug for RustType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.path())
    }
}

/// The name of something in Rust, without `r#`. [`Display`](fmt::Display) writes it. It can be compared with a `str`.
#[derive(Clone, Copy)]
pub struct RustName {
    name: &'static str,
    case: Case,
}

/// How the Rust name follows from a name with dashes.
#[derive(Clone, Copy)]
enum Case {
    /// It does not: it is written out.
    Written,
    /// `add_addr`.
    Snake,
    /// `AddAddr`.
    Camel,
    /// `ADD_ADDR`.
    Upper,
}

impl RustName {
    const fn new(name: &'static str, renamed: Option<&'static str>, case: Case) -> Self {
        match renamed {
            Some(name) => Self {
                name,
                case: Case::Written,
            },
            None => Self { name, case },
        }
    }

    pub(super) const fn snake(name: &'static str, renamed: Option<&'static str>) -> Self {
        Self::new(name, renamed, Case::Snake)
    }

    pub(super) const fn camel(name: &'static str, renamed: Option<&'static str>) -> Self {
        Self::new(name, renamed, Case::Camel)
    }

    pub(super) const fn upper(name: &'static str, renamed: Option<&'static str>) -> Self {
        Self::new(name, renamed, Case::Upper)
    }

    fn letters(self) -> impl Iterator<Item = char> {
        let mut first = true;
        self.name.chars().filter_map(move |letter| {
            let begins = core::mem::replace(&mut first, matches!(letter, '-' | '_'));
            match (self.case, letter) {
                (Case::Camel, '-' | '_') => None,
                (Case::Snake | Case::Upper, '-') => Some('_'),
                (Case::Upper, letter) => Some(letter.to_ascii_uppercase()),
                (Case::Camel, letter) if begins => Some(letter.to_ascii_uppercase()),
                (_, letter) => Some(letter),
            }
        })
    }
}

impl PartialEq<str> for RustName {
    fn eq(&self, other: &str) -> bool {
        self.letters().eq(other.chars())
    }
}

impl PartialEq<&str> for RustName {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl fmt::Display for RustName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.letters().try_for_each(|letter| f.write_char(letter))
    }
}

impl fmt::Debug for RustName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A Rust name as YNL spells it: lower case, with dashes. [`Display`](fmt::Display) writes it. It can be compared with a
/// `str`.
#[derive(Clone, Copy)]
pub struct YnlName(&'static str);

impl YnlName {
    pub(super) const fn of(rust: &'static str) -> Self {
        Self(rust)
    }

    /// Turns `CMD_CAP_DO` into `cmd-cap-do`, and `OpFlags` into `op-flags`.
    fn letters(self) -> impl Iterator<Item = char> {
        let camel = self.0.contains(|letter: char| letter.is_ascii_lowercase());
        let mut before = None::<char>;
        let mut letters = self.0.chars().peekable();
        core::iter::from_fn(move || {
            let letter = letters.next()?;
            let behind = letters.peek().copied();
            let is = |it: Option<char>, what: fn(char) -> bool| it.is_some_and(what);
            let begins = camel
                && letter.is_ascii_uppercase()
                && (is(before, |it| it.is_ascii_lowercase() || it.is_ascii_digit())
                    || is(before, |it| it.is_ascii_uppercase())
                        && is(behind, |it| it.is_ascii_lowercase()));
            before = Some(letter);
            let spelled = match letter {
                '_' => '-',
                letter => letter.to_ascii_lowercase(),
            };
            Some((begins.then_some('-'), spelled))
        })
        .flat_map(|(dash, letter)| dash.into_iter().chain([letter]))
    }
}

impl PartialEq<str> for YnlName {
    fn eq(&self, other: &str) -> bool {
        self.letters().eq(other.chars())
    }
}

impl PartialEq<&str> for YnlName {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl fmt::Display for YnlName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.letters().try_for_each(|letter| f.write_char(letter))
    }
}

impl fmt::Debug for YnlName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
