//! The definitions of a family: every set, enumeration, flags type and C struct that it uses.

use super::{AttributeSet, Enumeration, Family, Flags, Kind, RustType, Struct};

/// A set, an enumeration, a flags type or a C struct.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Definition {
    /// An attribute set.
    Set(&'static AttributeSet),
    /// An enumeration.
    Enumeration(&'static Enumeration),
    /// Flags.
    Flags(Flags),
    /// A C struct.
    Struct(&'static Struct),
}

impl Definition {
    /// Returns its Rust type. No two definitions of a family have the same one.
    pub const fn rust_type(&self) -> RustType {
        match self {
            Self::Set(set) => set.rust_type,
            Self::Enumeration(enumeration) => enumeration.rust_type,
            Self::Flags(flags) => flags.rust_type(),
            Self::Struct(it) => it.rust_type,
        }
    }

    /// Returns the definitions that it uses directly, in the order of their declaration.
    fn parts(self) -> Vec<Self> {
        let mut parts = Vec::new();
        match self {
            Self::Set(set) => {
                parts.extend(set.subset_of.map(|set| Self::Set(set.get())));
                let kinds = set.attributes.iter().map(|attribute| attribute.kind);
                kinds.for_each(|kind| kind.collect(&mut parts));
            }
            Self::Struct(it) => {
                let kinds = it.members.iter().map(|member| member.kind);
                kinds.for_each(|kind| kind.collect(&mut parts));
            }
            Self::Enumeration(_) | Self::Flags(_) => {}
        }
        parts
    }
}

impl Kind {
    /// Appends the definitions of a payload.
    fn collect(self, found: &mut Vec<Definition>) {
        match self {
            Self::Enumeration(_, enumeration) => found.push(Definition::Enumeration(enumeration)),
            Self::Flags(_, flags) | Self::Bitfield32(flags) => {
                found.push(Definition::Flags(flags));
            }
            Self::Struct(it) => found.push(Definition::Struct(it)),
            Self::Nest(set) => found.push(Definition::Set(set.get())),
            Self::StructWithList { head, element } => {
                head.collect(found);
                element.collect(found);
            }
            Self::Array(element)
            | Self::FixedArray(element, _)
            | Self::Multi(element)
            | Self::Indexed(_, element)
            | Self::Keyed(_, element) => element.collect(found),
            _ => {}
        }
    }
}

impl Family {
    /// Returns every set, enumeration, flags type and C struct that requests, replies and events use, each once.
    ///
    /// The order is that of their first use. A definition comes before those that it uses, and a subset before its set.
    pub fn definitions(&self) -> Vec<Definition> {
        let operations = self.operations.iter().flat_map(|it| [it.request, it.reply]);
        let events = self.events.iter().map(|it| it.attributes);
        let mut open = Vec::new();
        for set in operations.chain(events) {
            open.extend(set.header.map(Definition::Struct));
            // The set of `()` has no name.
            open.extend((!set.name.is_empty()).then_some(Definition::Set(set)));
        }
        // The last one is visited next.
        open.reverse();
        let mut found = Vec::<Definition>::new();
        while let Some(next) = open.pop() {
            if !found.iter().any(|it| it.rust_type() == next.rust_type()) {
                found.push(next);
                open.extend(next.parts().into_iter().rev());
            }
        }
        found
    }
}
