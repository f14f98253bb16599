//! Descriptions that were cut and changed: they are printed or refused, and nothing panics.

use genl::import::{Fault, import};

const SPECS: [&str; 3] = [
    include_str!("specs/handshake.yaml"),
    include_str!("specs/nlctrl.yaml"),
    include_str!("specs/ovs_datapath.yaml"),
];

/// Returns whether a description is printed.
fn is_printed(text: &str) -> bool {
    let family = import("spec.yaml", text, None).family;
    family.is_ok_and(|printed| !printed.rust.is_empty())
}

/// Returns the first fault of a description.
fn fault(text: &str) -> Fault {
    let family = import("spec.yaml", text, None).family;
    let faults = family.map(|printed| printed.rust).expect_err("a fault");
    faults.into_iter().next().expect("a fault")
}

#[test]
fn descriptions_without_a_line() {
    for spec in SPECS {
        let lines: Vec<_> = spec.lines().collect();
        assert!(is_printed(spec));
        let printed = (0..lines.len()).filter(|line| {
            let (before, behind) = lines.split_at(*line);
            is_printed(&[before, &behind[1..]].concat().join("\n"))
        });
        // Comments and documentation can be missed.
        let printed = printed.count();
        assert!(
            (1..lines.len()).contains(&printed),
            "{printed} of {}",
            lines.len()
        );
    }
}

#[test]
fn descriptions_that_end_early() {
    for spec in SPECS {
        for end in (0..spec.len())
            .step_by(137)
            .filter(|end| spec.is_char_boundary(*end))
        {
            is_printed(&spec[..end]);
        }
    }
}

#[test]
fn descriptions_with_another_letter() {
    for spec in SPECS {
        for (index, other) in (0..spec.len())
            .step_by(97)
            .zip("-:[{&*'\"|>~0 \n\t#".chars().cycle())
        {
            if spec.is_char_boundary(index) && spec.is_char_boundary(index + 1) {
                let changed = format!("{}{other}{}", &spec[..index], &spec[index + 1..]);
                is_printed(&changed);
            }
        }
    }
}

#[test]
fn what_is_too_deep_or_too_large_is_refused() {
    for deep in [
        "- ".repeat(50_000),
        "[".repeat(50_000),
        "{a: ".repeat(50_000),
    ] {
        assert!(!is_printed(&deep));
    }
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..30 {
        let alias = format!("*a{}", level - 1);
        let list = [alias.as_str(); 10].join(", ");
        bomb = format!("{bomb}a{level}: &a{level} [{list}]\n");
    }
    // Few nodes, but a long text in each; and a large list that many anchors stand for.
    let texts = format!("a: &a {}\nb: [{}]", "x".repeat(30_000), "*a, ".repeat(5000));
    let anchors = (0..60).map(|anchor| format!("&a{anchor} ["));
    let list = anchors.chain(["x, ".repeat(10_000), "]".repeat(60)]);
    for bomb in [bomb, texts, list.collect()] {
        let text = "too large: more than 8 MiB, where each alias is a copy";
        assert_eq!(fault(&bomb).to_string(), text);
    }
}

/// A key is not compared with all keys before it, which would take minutes.
#[test]
fn a_mapping_may_have_many_keys() {
    let keys: Vec<_> = (0..40_000).map(|key| format!("k{key}:\n")).collect();
    let text = fault(&keys.concat()).to_string();
    assert!(!text.contains("duplicate"), "{text}");
    let twice = keys.concat() + "k20000:\n";
    assert_eq!(fault(&twice).to_string(), "duplicate key `k20000`");
}

#[test]
fn a_fault_at_the_end_is_in_the_last_line() {
    for text in [
        "name: a\ndoc: [",
        "name: a\ndoc: [\n",
        "name: a\ndoc: \"\n\n",
    ] {
        let fault = fault(text);
        let lines = u32::try_from(text.lines().count()).expect("few");
        assert!(
            fault.place.is_some_and(|place| place.line <= lines),
            "{fault:?}"
        );
    }
}
