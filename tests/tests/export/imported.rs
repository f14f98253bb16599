//! What is exported is imported again, and says the same as before.

// What `genl import` prints of them, compiled as it is. A test has nobody to be public for.
#![allow(dead_code, unreachable_pub, clippy::struct_field_names)]

mod mptcp_pm;
mod nlctrl;
mod tcp_metrics;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use genl::description::Family;
use genl_tests::program;

use crate::compared::differences;
use crate::spec::Spec;

/// What `genl import` prints of the YAML.
fn import(name: &str, yaml: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let spec = folder.join(format!("{name}.yaml"));
    fs::write(&spec, yaml).expect("the file can be written");
    let mut genl = Command::new(program::genl());
    let output = genl.arg("import").arg(&spec).output().expect("genl starts");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("genl prints UTF-8")
}

fn check(written: &Family, imported: &Family) {
    let export = genl::export(written).with_license("MIT OR Apache-2.0");
    let file = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = file.join(format!("tests/export/imported/{}.rs", written.name));
    let rust = import(written.name, export.yaml());
    if env::var_os("GENL_BLESS").is_some() {
        // What was compiled is the file as it was.
        return fs::write(&file, &rust).expect("the file can be written");
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    let mut lines = rust.lines().zip(expected.lines());
    assert!(
        rust == expected,
        "{}: {:?} differ; GENL_BLESS=1 takes it",
        file.display(),
        lines.find(|(printed, kept)| printed != kept)
    );
    let again = genl::export(imported);
    let found = differences(&Spec::new(export.yaml()), &Spec::new(again.yaml()));
    assert_eq!(found, BTreeSet::new(), "{}", written.name);
}

#[test]
fn imported_again_it_is_the_same() {
    check(
        genl::mptcp_pm::MptcpPm::DESCRIPTION,
        mptcp_pm::MptcpPm::DESCRIPTION,
    );
    check(
        genl::nlctrl::Nlctrl::DESCRIPTION,
        nlctrl::Nlctrl::DESCRIPTION,
    );
    check(
        genl_families::tcp_metrics::TcpMetricsFamily::DESCRIPTION,
        tcp_metrics::TcpMetricsFamily::DESCRIPTION,
    );
}
