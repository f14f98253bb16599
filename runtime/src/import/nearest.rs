//! Suggestions for unknown names.

/// Returns the name that is most similar to `unknown`. One letter in three may differ, and at most three.
pub fn nearest<'n>(unknown: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let unknown = unknown.to_lowercase();
    let near = names.into_iter().filter_map(|name| {
        let allowed = (name.len().max(unknown.len()) / 3).clamp(1, 3);
        let distance = strsim::osa_distance(&unknown, &name.to_lowercase());
        (distance <= allowed).then_some((distance, name))
    });
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}
