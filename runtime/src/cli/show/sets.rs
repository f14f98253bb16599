//! The sets of a family that are parts of the same set.

use genl::description::{Attribute, AttributeSet, Family};

/// The attribute with this number in the set that `set` is a part of. Descriptions hold parts alone: it is looked for in the others.
pub(super) fn find(
    family: &'static Family,
    set: &'static AttributeSet,
    number: u16,
) -> Option<&'static Attribute> {
    let whole = |set: &AttributeSet| set.subset_of.unwrap_or(set.name);
    let operations = family.operations.iter();
    let operations = operations.flat_map(|it| [it.request, it.reply]);
    let events = family.events.iter().map(|it| it.attributes);
    let parts = operations
        .chain(events)
        .filter(|part| whole(part) == whole(set));
    let mut parts = parts.filter(|part| !part.name.is_empty());
    parts.find_map(|part| part.attribute(number))
}
