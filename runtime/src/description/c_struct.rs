//! C structs.

use super::{DisplayHint, Kind, RustName, RustType};

/// A C struct: a payload, a part of one, or a fixed header.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Struct {
    /// The name of the struct.
    pub name: &'static str,
    /// The Rust type of the struct.
    pub rust_type: RustType,
    /// The doc comment of the struct.
    pub doc: &'static str,
    /// The size in bytes. In another kernel, members may be added or missing at the end.
    pub size: usize,
    /// The members, in their order in memory.
    pub members: &'static [Member],
}

/// A member of a C struct.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Member {
    /// The name of the member.
    pub name: &'static str,
    /// The doc comment of the member.
    pub doc: &'static str,
    /// The byte of the struct at which the member begins.
    pub offset: usize,
    /// The size in bytes.
    pub size: usize,
    /// The kind of the member.
    pub kind: Kind,
    /// Whether the member is padding.
    pub padding: bool,
    /// How the value is shown to people, if not in the way of its kind.
    pub display_hint: Option<DisplayHint>,
    /// The name of the Rust field, if `name` does not follow from it.
    renamed: Option<&'static str>,
}

impl Struct {
    /// Creates the description of the struct `T`.
    pub const fn of<T>(name: &'static str, doc: &'static str, members: &'static [Member]) -> Self {
        Self {
            name,
            rust_type: RustType::of::<T>(),
            doc,
            size: size_of::<T>(),
            members,
        }
    }
}

impl Member {
    pub(crate) const fn new<T>(
        name: &'static str,
        offset: usize,
        doc: &'static str,
        kind: Kind,
    ) -> Self {
        Self {
            name,
            doc,
            offset,
            size: size_of::<T>(),
            kind,
            padding: false,
            display_hint: None,
            renamed: None,
        }
    }

    /// Marks the member as padding.
    #[must_use]
    pub const fn padding(mut self) -> Self {
        self.padding = true;
        self
    }

    const fn hint(mut self, hint: DisplayHint) -> Self {
        self.display_hint = Some(hint);
        self
    }

    /// Shows the value as a hardware address.
    #[must_use]
    pub const fn mac(self) -> Self {
        self.hint(DisplayHint::Mac)
    }

    /// Shows the value as hexadecimal digits.
    #[must_use]
    pub const fn hex(self) -> Self {
        self.hint(DisplayHint::Hex)
    }

    /// Shows the value as a UUID.
    #[must_use]
    pub const fn uuid(self) -> Self {
        self.hint(DisplayHint::Uuid)
    }

    /// Shows the value as four characters.
    #[must_use]
    pub const fn fourcc(self) -> Self {
        self.hint(DisplayHint::Fourcc)
    }

    /// Shows the bytes as an IPv4 address.
    ///
    /// # Panics
    ///
    /// Panics if the member does not have 4 bytes. This is evaluated in a constant, so rustc reports it at the member.
    #[must_use]
    pub const fn ipv4(mut self) -> Self {
        assert!(self.size == 4, "an IPv4 address has 4 bytes");
        self.kind = Kind::Ipv4;
        self
    }

    /// Shows the bytes as an IPv6 address.
    ///
    /// # Panics
    ///
    /// Panics if the member does not have 16 bytes, like [`ipv4`](Self::ipv4).
    #[must_use]
    pub const fn ipv6(mut self) -> Self {
        assert!(self.size == 16, "an IPv6 address has 16 bytes");
        self.kind = Kind::Ipv6;
        self
    }

    /// Sets the name of the Rust field, if the name of the member does not follow from it.
    #[must_use]
    pub const fn renamed(mut self, field: &'static str) -> Self {
        self.renamed = Some(field);
        self
    }

    /// Returns the name of the Rust field.
    pub const fn rust_name(&self) -> RustName {
        RustName::snake(self.name, self.renamed)
    }
}
