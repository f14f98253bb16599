//! `genl list`.

use serde_json::json;

use crate::{Outcome, json, printed, raw};

pub(crate) fn agrees_with_the_kernel() -> Outcome {
    let families = raw::families()?;
    assert!(families.len() > 2, "{families:?}");
    let text = printed(&["list"])?;
    let lines: Vec<Vec<_>> = text
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    let expected = families.iter().map(|family| {
        let mut words = vec![
            family.name.clone(),
            family.id.to_string(),
            family.version.to_string(),
            family.operations.len().to_string(),
        ];
        words.extend(family.groups.iter().map(|(name, _)| name.clone()));
        words
    });
    assert_eq!(lines[0], ["NAME", "ID", "VERSION", "OPERATIONS", "GROUPS"]);
    assert_eq!(lines[1..], expected.collect::<Vec<_>>());
    assert!(
        text.lines().all(|line| line.chars().count() <= 80),
        "{text}"
    );

    let listed = json(&["list"])?;
    let expected: Vec<_> = families
        .iter()
        .map(|family| {
            let is_described = ["mptcp_pm", "nlctrl"].contains(&family.name.as_str());
            json!({
                "name": family.name,
                "id": family.id,
                "version": family.version,
                "operations": family.operations.len(),
                "groups": family.groups.iter().map(|(name, _)| name).collect::<Vec<_>>(),
                "described": is_described,
            })
        })
        .collect();
    assert_eq!(listed, json!(expected));
    Ok(())
}
