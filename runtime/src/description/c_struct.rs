//! C structs.

use super::{DisplayHint, Kind, RustName, RustType};

/// A C struct: a payload, a part of one, or a fixed header.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Struct {
    /// Its name.
    pub name: &'static str,
    /// The struct that it is in Rust.
    pub rust_type: RustType,
    /// What its author says of it.
    pub doc: &'static str,
    /// Its width in bytes. Another kernel may have more or fewer at the end.
    pub size: usize,
    /// Its members, in their order in memory.
    pub members: &'static [Member],
}

/// A member of a C struct.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Member {
    /// Its name.
    pub name: &'static str,
    /// What its author says of it.
    pub doc: &'static str,
    /// The byte of the struct that it begins at.
    pub offset: usize,
    /// Its width in bytes.
    pub size: usize,
    /// What it holds.
    pub kind: Kind,
    /// Whether it only fills a gap.
    pub padding: bool,
    /// The form that people know its value by, if it is not that of its kind.
    pub display_hint: Option<DisplayHint>,
    /// Its field in Rust, where `name` is not made of that.
    renamed: Option<&'static str>,
}

impl Struct {
    /// The struct `T`.
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

    /// Filling a gap.
    #[must_use]
    pub const fn padding(mut self) -> Self {
        self.padding = true;
        self
    }

    const fn hint(mut self, hint: DisplayHint) -> Self {
        self.display_hint = Some(hint);
        self
    }

    /// With a value that people know as a hardware address.
    #[must_use]
    pub const fn mac(self) -> Self {
        self.hint(DisplayHint::Mac)
    }

    /// With a value that people know by its hexadecimal digits.
    #[must_use]
    pub const fn hex(self) -> Self {
        self.hint(DisplayHint::Hex)
    }

    /// With a value that people know as a UUID.
    #[must_use]
    pub const fn uuid(self) -> Self {
        self.hint(DisplayHint::Uuid)
    }

    /// With a value that people know as four characters.
    #[must_use]
    pub const fn fourcc(self) -> Self {
        self.hint(DisplayHint::Fourcc)
    }

    /// With bytes that are an IPv4 address.
    ///
    /// # Panics
    ///
    /// If it has not 4 bytes, which is in a constant, and so a mistake that rustc reports at the member.
    #[must_use]
    pub const fn ipv4(mut self) -> Self {
        assert!(self.size == 4, "an IPv4 address has 4 bytes");
        self.kind = Kind::Ipv4;
        self
    }

    /// With bytes that are an IPv6 address.
    ///
    /// # Panics
    ///
    /// If it has not 16 bytes, as [`ipv4`](Self::ipv4).
    #[must_use]
    pub const fn ipv6(mut self) -> Self {
        assert!(self.size == 16, "an IPv6 address has 16 bytes");
        self.kind = Kind::Ipv6;
        self
    }

    /// With a field that its name is not made of.
    #[must_use]
    pub const fn renamed(mut self, field: &'static str) -> Self {
        self.renamed = Some(field);
        self
    }

    /// The name of its field.
    pub const fn rust_name(&self) -> RustName {
        RustName::snake(self.name, self.renamed)
    }
}
