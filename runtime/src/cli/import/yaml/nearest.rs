//! The name that was probably meant.

/// The candidate nearest to `name`, if one is near.
pub(crate) fn nearest<'c>(
    name: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    let near = |candidate: &str| {
        let allowed = (candidate.len().max(name.len()) / 3).clamp(1, 3);
        let distance = distance(name, candidate);
        (distance <= allowed).then_some(distance)
    };
    let candidates = candidates.into_iter();
    candidates
        .filter_map(|candidate| Some((near(candidate)?, candidate)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many letters must be added, dropped or changed.
fn distance(one: &str, other: &str) -> usize {
    let mut row = (0..=other.chars().count()).collect::<Vec<_>>();
    for (index, a) in one.chars().enumerate() {
        let mut diagonal = index;
        let mut left = index + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, b) in row.iter_mut().skip(1).zip(other.chars()) {
            let cost = (diagonal + usize::from(a != b))
                .min(*cell + 1)
                .min(left + 1);
            diagonal = *cell;
            *cell = cost;
            left = cost;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn distances() {
        for (one, other, expected) in [
            ("", "", 0),
            ("type", "type", 0),
            ("tpye", "type", 2),
            ("typ", "type", 1),
            ("enum", "", 4),
        ] {
            assert_eq!(distance(one, other), expected, "{one} {other}");
        }
    }

    #[test]
    fn the_nearest_is_near() {
        let keys = ["name", "type", "doc", "multi-attr"];
        assert_eq!(nearest("typ", keys), Some("type"));
        assert_eq!(nearest("multi_attr", keys), Some("multi-attr"));
        assert_eq!(nearest("frobnicate", keys), None);
    }
}
