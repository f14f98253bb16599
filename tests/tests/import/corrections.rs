//! `--override`: corrections that apply, and those that no longer do.

use std::process::Output;
use std::{env, fs, process};

use crate::{import, text};

const SPEC: &str = "\
name: paint
definitions:
  - {name: colour, type: enum, entries: [red, green]}
attribute-sets:
  - name: pot
    attributes:
      - {name: id, type: u8}
      - {name: colour, type: u32, enum: colour}
      - {name: spare, type: u8}
operations:
  list:
    - {name: get, doc: Gets, attribute-set: pot, do: {request: {attributes: [id, idd]}}}
";

/// Imports [`SPEC`] with corrections. Paths lose their folder.
fn corrected(name: &str, corrections: &str) -> (Output, String) {
    let folder = env::temp_dir().join(format!("genl-corrections-{}-{name}", process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let (spec, file) = (folder.join("paint.yaml"), folder.join("override.yaml"));
    fs::write(&spec, SPEC).expect("the file can be written");
    fs::write(&file, corrections).expect("the file can be written");
    let [spec, file] = [&spec, &file].map(|path| path.to_str().expect("a path in UTF-8"));
    let output = import(&[spec, "--override", file]);
    fs::remove_dir_all(&folder).expect("the folder can be removed");
    let told = text(&output.stderr).replace(&format!("{}/", folder.display()), "");
    (output, told)
}

#[test]
fn corrections_replace_add_and_take_away() {
    let corrections = "\
definitions:
  colour:
    entries:
      - blue
attribute-sets:
  pot:
    attributes:
      id: {type: u16, checks: {min: 1}}
      spare: null
operations:
  list:
    get:
      do:
        request: {attributes: [id]}
    - nothing: here
";
    // A mapping cannot go on as a list.
    let (output, told) = corrected("mixed", corrections);
    assert_eq!(output.status.code(), Some(1));
    assert!(told.starts_with("genl: override.yaml:1"), "{told}");

    let corrections = corrections.replace("    - nothing: here\n", "");
    let (output, told) = corrected("applied", &corrections);
    assert_eq!((output.status.code(), told.as_str()), (Some(0), ""));
    let rust = text(&output.stdout);
    for line in [
        "    Blue = 2,",
        "    #[attr(1, min = 1)]",
        "    pub id: Option<u16>,",
        "        fn get(request: GetRequest);",
    ] {
        assert!(rust.lines().any(|found| found == line), "{line} in\n{rust}");
    }
    assert!(!rust.contains("spare") && !rust.contains("idd"), "{rust}");
}

#[test]
fn corrections_that_no_longer_apply_are_told() {
    let corrections = "\
name: paint
definitions:
  - {name: colour, type: enum, entries: []}
attribute-sets:
  pot:
    attributes:
      id: {type: u8}
      handle: {type: u8}
      spare: {doc: null}
operations:
  list:
    get:
      do:
        request: {attributes: [id]}
mcast-groups: null
";
    let (output, told) = corrected("stale", corrections);
    assert_eq!(output.status.code(), Some(0));
    let expected = "\
genl: override.yaml:1: name: changes nothing
genl: override.yaml:3: definitions.colour: adds nothing: it is already there
genl: override.yaml:7: attribute-sets.pot.attributes.id.type: changes nothing
genl: override.yaml:8: attribute-sets.pot.attributes.handle: changes nothing: there is nothing of this name
genl: override.yaml:9: attribute-sets.pot.attributes.spare.doc: changes nothing: it is not there
genl: override.yaml:15: mcast-groups: changes nothing: it is not there
";
    assert_eq!(told, expected);
}

#[test]
fn a_description_with_a_fault_is_refused_without_its_correction() {
    let (output, told) = corrected("unknown", "doc: Paint\n");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        told,
        "genl: paint.yaml:12: unknown attribute `idd`; one with a similar name exists: `id`\n"
    );
}

#[test]
fn faults_of_corrections_have_their_own_lines() {
    for (name, corrections, expected) in [
        ("empty", "", "genl: override.yaml: the file is empty\n"),
        (
            "nothing",
            "~",
            "genl: override.yaml:1: there are no corrections in the file\n",
        ),
        (
            "nameless",
            "attribute-sets:\n  - attributes: []\n",
            "genl: override.yaml:2: what is added here must have a `name`\n",
        ),
        (
            "unknown",
            "attribute-sets:\n  pot:\n    colours: red\n",
            "genl: override.yaml:3: attribute-sets.pot: unknown key `colours`\n",
        ),
    ] {
        let (output, told) = corrected(name, corrections);
        assert_eq!((output.status.code(), told.as_str()), (Some(1), expected));
    }
}
