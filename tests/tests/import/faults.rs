//! Descriptions with faults: each is told with its line, and none makes the command panic.

use std::path::Path;
use std::{env, fs};

use crate::{import, path, text};

/// A case has a title, a description and what is told of it.
struct Case {
    title: String,
    yaml: String,
    told: String,
}

fn cases(file: &str) -> Vec<Case> {
    let cases = file.split("=== ").skip(1);
    cases
        .map(|case| {
            let (title, rest) = case.split_once('\n').expect("a title");
            let (yaml, told) = rest
                .split_once("--- ---\n")
                .expect("a description and what is told");
            Case {
                title: title.to_owned(),
                yaml: yaml.to_owned(),
                told: told.to_owned(),
            }
        })
        .collect()
}

/// What is told of a description that is refused.
fn told(folder: &Path, yaml: &str) -> String {
    let file = folder.join("spec.yaml");
    fs::write(&file, yaml).expect("the file can be written");
    let output = import(&[file.to_str().expect("a path in UTF-8")]);
    assert_eq!(output.status.code(), Some(1), "{yaml}");
    assert_eq!(text(&output.stdout), "");
    text(&output.stderr).replace(&format!("{}/", folder.display()), "")
}

#[test]
fn faults_are_told_with_their_lines() {
    let file = path("import/faults.txt");
    let folder = env::temp_dir().join(format!("genl-import-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for descriptions");
    let cases = cases(&fs::read_to_string(&file).expect("the cases"));
    let mut found = String::new();
    for case in &cases {
        let told = told(&folder, &case.yaml);
        let Case { title, yaml, .. } = case;
        found = format!(
            "{found}=== {title}
{yaml}--- ---
{told}"
        );
        if env::var_os("GENL_BLESS").is_none() {
            assert_eq!(told, case.told, "{}: GENL_BLESS=1 takes it", case.title);
        }
    }
    fs::remove_dir_all(&folder).expect("the folder can be removed");
    if env::var_os("GENL_BLESS").is_some() {
        fs::write(&file, found).expect("the cases can be written");
    }
}

#[test]
fn a_file_that_is_not_there() {
    let output = import(&["nothing.yaml"]);
    assert_eq!(output.status.code(), Some(1));
    let expected = "genl: nothing.yaml: No such file or directory (os error 2)\n";
    assert_eq!(text(&output.stderr), expected);
}
