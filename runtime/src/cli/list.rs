//! `genl list`.

use clap::Args;
use genl::nlctrl::{FamilyReply, Nlctrl};
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::families;
use crate::kernel;
use crate::output::Output;
use crate::style::{HEADING, Line, NAME, PLAIN};

/// List the families of the running kernel
#[derive(Debug, Args)]
#[command(
    after_help = "Prints the name of each family, its id, its version, the number of its operations, and its multicast groups.

Examples:
  genl list
  genl list --json | jq -r '.[].name'"
)]
pub(crate) struct List {}

impl List {
    #[allow(clippy::unused_self)] // as every subcommand
    pub(crate) fn run(&self, output: &mut Output) -> Result<(), Failure> {
        let families = kernel::families(&mut Nlctrl::connect()?)?;
        if output.json() {
            return output.print_json(&families.iter().map(as_json).collect::<Vec<_>>());
        }
        let names = families.iter().map(|family| family.family_name.len());
        let longest = names.max().unwrap_or(0).max("NAME".len());
        let width = output.width();
        let heading = format!("{:longest$}   ID  VERSION  OPERATIONS  GROUPS", "NAME");
        Line::new(0).with(HEADING, heading).write(output, width)?;
        for family in &families {
            let (id, version) = (family.family_id, family.version.unwrap_or(0));
            let columns = format!("  {id:>3}  {version:>7}  {:>10}  ", family.ops.len());
            let groups = family.mcast_groups.iter().map(|group| group.name.as_str());
            Line::new(0)
                .hang(longest + columns.len())
                .with(NAME, format!("{:longest$}", family.family_name))
                .with(PLAIN, columns)
                .with(PLAIN, groups.collect::<Vec<_>>().join(" "))
                .write(output, width)?;
        }
        Ok(())
    }
}

fn as_json(family: &FamilyReply) -> Value {
    let groups = family.mcast_groups.iter();
    json!({
        "name": family.family_name,
        "id": family.family_id,
        "version": family.version,
        "operations": family.ops.len(),
        "groups": groups.map(|group| &group.name).collect::<Vec<_>>(),
        "described": families::find(&family.family_name).is_some(),
    })
}
