//! The Rust that is printed, without its form.

/// A file: one family.
#[derive(Debug)]
pub(crate) struct Family {
    pub(crate) ident: String,
    pub(crate) name: String,
    pub(crate) version: u8,
    pub(crate) doc: String,
    pub(crate) header: Option<String>,
    pub(crate) items: Vec<Item>,
    pub(crate) groups: Vec<Group>,
    pub(crate) functions: Vec<Function>,
    /// What cannot be said of the family.
    pub(crate) notes: Vec<String>,
}

#[derive(Debug)]
pub(crate) enum Item {
    Const(Const),
    Enumeration(Enumeration),
    Flags(Flags),
    Struct(Struct),
    Set(Set),
}

#[derive(Debug)]
pub(crate) struct Const {
    pub(crate) doc: String,
    pub(crate) ident: String,
    pub(crate) ty: &'static str,
    pub(crate) value: String,
}

#[derive(Debug)]
pub(crate) struct Enumeration {
    pub(crate) doc: String,
    pub(crate) ident: String,
    /// The name of the specification, if the derive would make another one of the identifier.
    pub(crate) name: Option<String>,
    pub(crate) repr: &'static str,
    pub(crate) variants: Vec<Variant>,
    /// The variant of values without a name.
    pub(crate) unknown: String,
    /// How many variants come before it.
    pub(crate) unknown_at: usize,
    pub(crate) notes: Vec<String>,
}

#[derive(Debug)]
pub(crate) struct Variant {
    pub(crate) doc: String,
    pub(crate) ident: String,
    pub(crate) value: i128,
}

#[derive(Debug)]
pub(crate) struct Flags {
    pub(crate) doc: String,
    pub(crate) ident: String,
    pub(crate) bits: &'static str,
    /// The value is the number of the bit.
    pub(crate) entries: Vec<Variant>,
}

/// A C struct, with its padding.
#[derive(Debug)]
pub(crate) struct Struct {
    pub(crate) doc: String,
    pub(crate) ident: String,
    /// The name of the specification, if the derive would make another one of the identifier.
    pub(crate) name: Option<String>,
    pub(crate) default: bool,
    pub(crate) fields: Vec<Field>,
    pub(crate) notes: Vec<String>,
}

/// An attribute set, or the subset of one that a message has.
#[derive(Debug)]
pub(crate) struct Set {
    pub(crate) doc: String,
    pub(crate) ident: String,
    /// The name of the specification, if the derive would make another one of the identifier.
    pub(crate) name: Option<String>,
    pub(crate) pad: Option<u16>,
    pub(crate) subset_of: Option<String>,
    pub(crate) fields: Vec<Field>,
    pub(crate) notes: Vec<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) doc: String,
    /// What stands in `#[attr(..)]` or `#[member(..)]`, if that stands above the field.
    pub(crate) words: Option<String>,
    pub(crate) ident: String,
    pub(crate) ty: String,
    pub(crate) notes: Vec<String>,
}

#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) doc: String,
    pub(crate) ident: String,
    pub(crate) name: String,
    /// Whether an event is sent to it.
    pub(crate) used: bool,
}

/// An operation or an event.
#[derive(Debug)]
pub(crate) struct Function {
    pub(crate) doc: String,
    /// `op` or `event`.
    pub(crate) kind: &'static str,
    pub(crate) words: String,
    pub(crate) ident: String,
    pub(crate) parameter: Option<String>,
    pub(crate) reply: Option<String>,
    pub(crate) notes: Vec<String>,
}
