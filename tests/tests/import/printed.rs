//! The text that is printed.

use std::process::Command;
use std::{env, fs};

use genl_tests::program;

use crate::{import, path, text};

const SPECS: [&str; 11] = [
    "devlink",
    "ethtool",
    "handshake",
    "mptcp_pm",
    "netdev",
    "nlctrl",
    "ovpn",
    "ovs_datapath",
    "ovs_flow",
    "tcp_metrics",
    "wireguard",
];

/// What is printed and told, without a fault.
fn printed(arguments: &[&str]) -> (String, String) {
    let output = import(arguments);
    let told = text(&output.stderr).to_owned();
    assert!(output.status.success(), "{arguments:?}: {told}");
    (text(&output.stdout).to_owned(), told)
}

/// Compares what is printed and told with files of the folder, or writes them if they are to be blessed.
fn check(name: &str, arguments: &[&str]) {
    let (rust, told) = printed(arguments);
    for (file, found) in [
        (format!("imported/golden/{name}.rs"), rust),
        (format!("import/told/{name}.txt"), told),
    ] {
        let file = path(&file);
        if env::var_os("GENL_BLESS").is_some() {
            if found.is_empty() {
                drop(fs::remove_file(&file));
            } else {
                fs::write(&file, &found).expect("the file can be written");
            }
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(found, expected, "{}: GENL_BLESS=1 takes it", file.display());
    }
}

#[test]
fn every_description_is_printed_as_before() {
    for name in SPECS {
        check(name, &[&format!("{name}.yaml")]);
    }
}

#[test]
fn corrections_are_put_over_a_description() {
    for name in ["handshake", "nlctrl"] {
        let (spec, corrections) = (format!("{name}.yaml"), format!("{name}.override.yaml"));
        check(
            &format!("{name}_corrected"),
            &[&spec, "--override", &corrections],
        );
    }
}

#[test]
fn every_word_is_printed_or_told() {
    check("vocabulary", &["vocabulary.yaml"]);
}

#[test]
fn rust_has_no_more_lines_than_yaml() {
    for name in SPECS {
        let yaml =
            fs::read_to_string(path(&format!("import/specs/{name}.yaml"))).expect("a description");
        let rust = fs::read_to_string(path(&format!("imported/golden/{name}.rs")))
            .expect("what is printed");
        let (yaml, rust) = (yaml.lines().count(), rust.lines().count());
        assert!(
            rust <= yaml,
            "{name}: {rust} lines of Rust, {yaml} lines of YAML"
        );
    }
}

#[test]
fn json_holds_the_rust_and_the_notes() {
    let (json, _) = printed(&["--json", "handshake.yaml"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let (rust, _) = printed(&["handshake.yaml"]);
    assert_eq!(json["family"], "handshake");
    assert_eq!(json["rust"], rust);
    assert_eq!(json["notes"][0]["at"], "handshake.yaml:102");
}

#[test]
fn a_description_may_come_by_standard_input() {
    let file = fs::File::open(path("import/specs/ovpn.yaml")).expect("a description");
    let mut genl = Command::new(program::genl());
    let output = genl
        .args(["import", "-"])
        .stdin(file)
        .output()
        .expect("genl starts");
    assert_eq!(text(&output.stderr), "");
    let (rust, _) = printed(&["ovpn.yaml"]);
    assert_eq!(text(&output.stdout), rust.replace("`ovpn.yaml`", "`-`"));
}

#[test]
fn the_documentation_has_the_corrections_that_are_tested() {
    let page = include_str!("../../../runtime/src/import.md");
    for name in ["handshake", "nlctrl"] {
        let file = path(&format!("import/specs/{name}.override.yaml"));
        let corrections = fs::read_to_string(file).expect("corrections");
        let lines = corrections.lines().filter(|line| !line.starts_with('#'));
        let block = lines.collect::<Vec<_>>().join("\n");
        assert!(page.contains(&format!("```yaml\n{block}\n```")), "{block}");
    }
}

/// The Rust of the example is compiled with the documentation.
#[test]
fn example_of_the_guide_is_what_is_printed() {
    let guide = include_str!("../../../runtime/src/guide/from_ynl.md");
    let block = |start: &str, end: &str| {
        let (_, rest) = guide.split_once(start).expect("the guide has the block");
        rest.split_once(end).expect("the block ends").0
    };
    let spec = format!("{}/demo.yaml", env!("CARGO_TARGET_TMPDIR"));
    fs::write(&spec, block("```yaml\n", "```")).expect("the file can be written");
    let (rust, told) = printed(&[&spec]);
    let expected = block("head of the file:\n\n```\n", "# let _");
    assert!(rust.ends_with(expected), "{rust}");
    assert_eq!(told, "");
}
