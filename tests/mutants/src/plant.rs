//! Plants faults in the sources, each beside what it changes.

use core::ops::Range;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use crate::Outcome;
use crate::fault::{Fault, Kind};
use crate::run::{self, messages};
use crate::tree::write;

/// Tells whether a fault is on, by its number in the environment. Where `GENL_HITS` names a file, the numbers that are asked for are
/// written to it.
const SWITCH: &str = r#"
#[doc(hidden)]
#[allow(missing_docs, clippy::all, clippy::pedantic)]
pub mod __fault {
    use ::std::collections::BTreeSet;
    use ::std::io::Write;
    use ::std::string::String;
    use ::std::sync::{Mutex, OnceLock};
    use ::std::{env, fs};

    static ON: OnceLock<u32> = OnceLock::new();
    static HITS: OnceLock<Option<(String, Mutex<BTreeSet<u32>>)>> = OnceLock::new();

    pub fn on(number: u32) -> bool {
        let hits = || Some((env::var("GENL_HITS").ok()?, Mutex::default()));
        if let Some((path, hits)) = HITS.get_or_init(hits) {
            if hits.lock().unwrap().insert(number) {
                let file = fs::OpenOptions::new().append(true).create(true).open(path);
                file.unwrap().write_all(::std::format!("{number}\n").as_bytes()).unwrap();
            }
        }
        let on = || env::var("GENL_FAULT").ok()?.parse().ok();
        *ON.get_or_init(|| on().unwrap_or(0)) == number
    }
}
"#;

/// Where a fault is in the text that is built.
struct Extent {
    number: usize,
    /// The switch and the fault.
    switch: Range<usize>,
    /// The end of what the fault changes.
    end: usize,
}

impl Extent {
    fn width(&self) -> usize {
        self.end - self.switch.start
    }
}

type Extents = BTreeMap<String, Vec<Extent>>;

/// Builds the crates, and takes out the faults that do not compile, until they do.
pub fn build(tree: &Path, sources: &BTreeMap<String, String>, faults: &mut [Fault]) -> Outcome<()> {
    loop {
        let extents = plant(tree, sources, faults)?;
        let mut cargo = run::cargo(tree);
        cargo.args(["check", "--message-format=json", "--lib", "--bins"]);
        cargo.args(["--package=genl", "--package=genl-macros"]);
        let output = cargo.args(["--features", run::FEATURES]).output()?;
        let wrong = wrong(&String::from_utf8(output.stdout)?, &extents);
        if output.status.success() {
            return Ok(());
        }
        if wrong.is_empty() {
            return Err(String::from_utf8_lossy(&output.stderr).into());
        }
        eprintln!("{} faults do not compile", wrong.len());
        for number in wrong {
            faults[number - 1].is_viable = false;
        }
    }
}

/// Writes all sources with the faults that are viable.
fn plant(tree: &Path, sources: &BTreeMap<String, String>, faults: &[Fault]) -> Outcome<Extents> {
    let private = SWITCH.replace("pub mod", "pub(crate) mod");
    let mut extents = Extents::new();
    for (file, source) in sources {
        let of_file = |(_, fault): &(usize, &Fault)| fault.file == *file && fault.is_viable;
        let here = faults.iter().enumerate().filter(of_file);
        let here: Vec<_> = here.map(|(index, fault)| (index + 1, fault)).collect();
        let (mut text, found) = with_switches(file, source, &here);
        match file.as_str() {
            "runtime/src/lib.rs" => text += SWITCH,
            "macros/src/lib.rs" => text += &private,
            _ => {}
        }
        write(&tree.join(file), text.as_bytes())?;
        extents.insert(file.clone(), found);
    }
    Ok(extents)
}

/// What is written before and behind the place of a fault.
fn around(file: &str, number: usize, fault: &Fault) -> (String, String) {
    let is_program = file.starts_with("runtime/src/cli/");
    let krate = if is_program { "genl" } else { "crate" };
    let (on, new) = (format!("{krate}::__fault::on({number})"), &fault.new);
    match fault.kind {
        Kind::Expression => (format!("(if {on} {{ {new} }} else {{ "), " })".to_owned()),
        Kind::Statement => (format!("if {on} {{ {new} }} else {{ "), " }".to_owned()),
        Kind::Body => (format!(" if {on} {{ return {new}; }}"), String::new()),
        Kind::Arm => (String::new(), format!(" if !{on}")),
    }
}

fn with_switches(file: &str, source: &str, faults: &[(usize, &Fault)]) -> (String, Vec<Extent>) {
    let mut edits = Vec::new();
    for (order, (number, fault)) in (0i64..).zip(faults) {
        let (before, behind) = around(file, *number, fault);
        let width = i64::try_from(fault.place.len()).unwrap_or(i64::MAX);
        // What ends somewhere comes before what begins there; the wider one is around the other.
        edits.push((fault.place.start, true, -width, order, *number, before));
        edits.push((fault.place.end, false, width, -order, *number, behind));
    }
    edits.sort();
    let (mut text, mut at) = (String::new(), 0);
    let mut found = BTreeMap::new();
    for (position, _, _, _, number, inserted) in edits {
        text += &source[at..position];
        at = position;
        let switch = text.len()..text.len() + inserted.len();
        text += &inserted;
        let extent = found.entry(number).or_insert_with(|| Extent {
            number,
            switch: switch.clone(),
            end: 0,
        });
        if extent.switch.is_empty() {
            extent.switch = switch;
        }
        extent.end = text.len();
    }
    text += &source[at..];
    (text, found.into_values().collect())
}

/// The faults that the compiler's errors are about.
fn wrong(output: &str, extents: &Extents) -> BTreeSet<usize> {
    let mut wrong = BTreeSet::new();
    for message in messages(output) {
        let message = &message["message"];
        if message["level"] != "error" {
            continue;
        }
        let spans = || message["spans"].as_array().into_iter().flatten();
        let first = spans().filter(|span| span["is_primary"] == true);
        let mut found: BTreeSet<_> = first.flat_map(|span| about(span, extents)).collect();
        if found.is_empty() {
            found = spans().flat_map(|span| about(span, extents)).collect();
        }
        wrong.append(&mut found);
    }
    wrong
}

/// The fault that a place is in: of its switch, or else the innermost one around it. Otherwise those that are in the place.
fn about(span: &Value, extents: &Extents) -> Vec<usize> {
    let call = &span["expansion"]["span"];
    if call.is_object() {
        return about(call, extents);
    }
    let number = |key: &str| usize::try_from(span[key].as_u64().unwrap_or(0)).unwrap_or(0);
    let (start, end) = (number("byte_start"), number("byte_end"));
    let file = span["file_name"].as_str().unwrap_or_default();
    let here = || extents.get(file).into_iter().flatten();
    let switched = here().filter(|extent| extent.switch.contains(&start));
    let around = here().filter(|extent| (extent.switch.start..extent.end).contains(&start));
    let innermost = switched.min_by_key(|extent| extent.width());
    if let Some(extent) = innermost.or_else(|| around.min_by_key(|extent| extent.width())) {
        return vec![extent.number];
    }
    let inside = here().filter(|extent| start <= extent.switch.start && extent.end <= end);
    inside.map(|extent| extent.number).collect()
}
