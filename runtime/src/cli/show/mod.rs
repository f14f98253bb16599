//! `genl show`.

mod events;
mod json;
mod layout;
mod lines;
mod policy;
pub(crate) mod text;

use std::io::Write;

use clap::Args;
use genl::description::Family;
use genl::nlctrl::{FamilyReply, Nlctrl};

use crate::failure::Failure;
use crate::output::Output;
use crate::style::{HEADING, Line, NAME, NOTE, PLAIN};
use crate::{families, kernel, nearest};
use lines::Printer;
use policy::Told;

/// Show the operations, groups and policies of a family
///
/// Asks the running kernel for the multicast groups and the operations of the family. For each operation it prints the number,
/// whether it is a do or a dump, the privilege it needs, and the attributes that the kernel accepts (its policy). If genl has a
/// description of the family, names are printed beside the numbers, and attributes that the kernel does not list are added.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  genl show ethtool
  genl show mptcp_pm add-addr
  genl show netdev 1 --json")]
pub(crate) struct Show {
    /// The name of the family, or its id
    family: String,

    /// Show everything about one operation or event, by its name or number
    operation: Option<String>,
}

impl Show {
    pub(crate) fn run(&self, output: &mut Output) -> Result<(), Failure> {
        let mut nlctrl = Nlctrl::connect()?;
        let family = kernel::family(&mut nlctrl, &self.family)?;
        let description = families::find(&family.family_name);
        let mut operations = policy::operations(&mut nlctrl, &family, description)?;
        let Some(name) = &self.operation else {
            if output.json() {
                return output.print_json(&json::family(&family, description, &operations));
            }
            return overview(&family, description, &operations, output);
        };
        operations.retain(|told| told.is_called(name));
        let events = events::called(description, name);
        if operations.is_empty() && events.is_empty() {
            return Err(unknown(&family, description, name));
        }
        if output.json() {
            let mut value = json::family(&family, description, &operations);
            if let Some(all) = value.get_mut("events") {
                *all = events.iter().map(|event| json::event(event)).collect();
            }
            return output.print_json(&value);
        }
        for told in &operations {
            Printer::new(output, true).operation(told)?;
        }
        for event in events {
            events::print(event, true, output)?;
        }
        Ok(())
    }
}

impl Told {
    fn is_called(&self, name: &str) -> bool {
        let mut described = self.described.iter();
        name.parse() == Ok(self.command) || described.any(|it| nearest::is_same(it.name, name))
    }
}

fn unknown(family: &FamilyReply, description: Option<&Family>, name: &str) -> Failure {
    let help = match description {
        Some(description) => {
            let operations = description.operations.iter().map(|it| it.name);
            let events = description.events.iter().map(|it| it.name);
            nearest::help("operation or event", name, operations.chain(events))
        }
        None => "\nhelp: genl has no description of this family; write the number of an operation"
            .to_owned(),
    };
    let family = &family.family_name;
    Failure::failed(format_args!(
        "{family} has no operation or event `{name}`{help}"
    ))
}

fn overview(
    family: &FamilyReply,
    description: Option<&'static Family>,
    operations: &[Told],
    output: &mut Output,
) -> Result<(), Failure> {
    let width = output.width();
    let mut facts = format!(": id {}", family.family_id);
    for (name, value) in [
        ("version", family.version),
        (
            "fixed header of bytes",
            family.hdrsize.filter(|bytes| *bytes > 0),
        ),
        (
            "greatest attribute",
            family.maxattr.filter(|number| *number > 0),
        ),
    ] {
        if let Some(value) = value {
            facts = format!("{facts}, {name} {value}");
        }
    }
    Line::new(0)
        .with(HEADING, family.family_name.as_str())
        .with(PLAIN, facts)
        .write(output, width)?;
    if let Some(description) = description {
        layout::doc(description.doc, 2, false, output)?;
    }
    groups(family, description, output)?;
    if !operations.is_empty() {
        writeln!(output)?;
        Line::new(0)
            .with(HEADING, "Operations")
            .write(output, width)?;
    }
    let mut printer = Printer::new(output, false);
    for told in operations {
        printer.operation(told)?;
    }
    events::overview(description, output)
}

fn groups(
    family: &FamilyReply,
    description: Option<&'static Family>,
    output: &mut Output,
) -> Result<(), Failure> {
    let width = output.width();
    if !family.mcast_groups.is_empty() {
        writeln!(output)?;
        Line::new(0).with(HEADING, "Groups").write(output, width)?;
    }
    let names = family.mcast_groups.iter().map(|group| group.name.len());
    let longest = names.max().unwrap_or(0);
    for group in &family.mcast_groups {
        let described =
            description.and_then(|it| it.groups.iter().find(|it| it.name == group.name));
        let doc = described.map_or("", |it| layout::first_sentence(it.doc));
        let gap = " ".repeat(longest + 2 - group.name.len());
        Line::new(0)
            .hang(8 + longest)
            .with(HEADING, format!("{:>5} ", group.id))
            .with(NAME, group.name.as_str())
            .with(PLAIN, gap)
            .with(NOTE, doc)
            .write(output, width)?;
    }
    Ok(())
}
