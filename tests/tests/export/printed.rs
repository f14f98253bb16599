//! The command.

use std::process::{Command, Output};

use genl::description::Family;
use genl::export::Export;
use genl::mptcp_pm::MptcpPm;
use genl::nlctrl::Nlctrl;
use genl_tests::program;

fn export(arguments: &[&str]) -> Output {
    let mut genl = Command::new(program::genl());
    genl.arg("export").args(arguments);
    genl.output().expect("genl starts")
}

/// What a program of one's own gets.
fn exported(family: &Family) -> Export {
    genl::export(family).with_license("MIT OR Apache-2.0")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("genl prints UTF-8")
}

#[test]
fn it_prints_the_yaml_and_tells_the_notes() {
    for family in [MptcpPm::DESCRIPTION, Nlctrl::DESCRIPTION] {
        let (printed, export) = (export(&[family.name]), exported(family));
        assert!(printed.status.success(), "{printed:?}");
        assert_eq!(text(&printed.stdout), export.yaml());
        let notes = export.notes().iter().map(|note| format!("genl: {note}\n"));
        assert_eq!(text(&printed.stderr), notes.collect::<String>());
    }
}

#[test]
fn as_json_it_is_one_object() {
    let printed = export(&["mptcp_pm", "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&printed.stdout).expect("it is JSON");
    let export = exported(MptcpPm::DESCRIPTION);
    assert_eq!(json["family"], "mptcp_pm");
    assert_eq!(json["yaml"], export.yaml());
    assert_eq!(json["notes"][0]["at"], export.notes()[0].place);
}

#[test]
fn an_unknown_family_is_refused() {
    let printed = export(&["mptcp_pn"]);
    assert_eq!(printed.status.code(), Some(1));
    let expected = "genl: genl has no description of `mptcp_pn`\nhelp: a family with a similar name exists: `mptcp_pm`\n\
        help: for your own family, call `genl::export`\n";
    assert_eq!(text(&printed.stderr), expected);
}
