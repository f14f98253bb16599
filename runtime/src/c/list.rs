//! C structs with a list behind them.

/// A C struct and a list of others behind it, up to the end of the attribute (C's flexible array member).
///
/// The head is written as it is: where it holds the number of elements, the author sets it. A payload that is shorter than the
/// head, or ends inside of an element, is refused.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct WithList<H, T> {
    /// What comes first.
    pub head: H,
    /// The elements.
    pub list: Vec<T>,
}
