//! Help, manual and completions.

use crate::{run, text};

/// The subcommands, as the help lists them.
fn subcommands() -> Vec<String> {
    let output = run(["--help"]);
    let help = text(&output.stdout);
    let list = help
        .split_once("Commands:\n")
        .expect("the help lists commands")
        .1;
    let names = list.lines().take_while(|line| !line.is_empty());
    names
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn help_fits_in_80_columns_and_has_examples() {
    let subcommands = subcommands();
    assert!(subcommands.iter().any(|name| name == "man"));
    for name in &subcommands {
        let output = run([name, "--help"]);
        let help = text(&output.stdout);
        assert!(help.contains("Example"), "{help}");
        for line in help.lines() {
            assert!(line.chars().count() <= 80, "{name}: {line}");
        }
    }
}

#[test]
fn every_subcommand_has_a_page_of_the_manual() {
    for name in subcommands() {
        let output = run(["man", &name]);
        assert!(output.status.success());
        assert!(text(&output.stdout).contains(&format!(".TH genl-{name} 1")));
        assert!(text(&output.stdout).contains(".SH DESCRIPTION"));
    }
    assert!(text(&run(["man"]).stdout).contains(".TH genl 1"));
}

#[test]
fn every_shell_completes_the_subcommands() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = run(["completions", shell]);
        assert!(output.status.success());
        for name in subcommands() {
            assert!(text(&output.stdout).contains(&name), "{shell}: {name}");
        }
    }
}
