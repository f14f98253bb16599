//! C structs with a list after them.

/// A C struct followed by a list of others, up to the end of the attribute (C's flexible array member).
///
/// If the head holds the number of elements, the author sets it. Decoding fails if the payload is shorter than the head, or
/// ends inside of an element.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct WithList<H, T> {
    /// The struct.
    pub head: H,
    /// The elements after it.
    pub list: Vec<T>,
}
