//! `genl check`.

use clap::Args;
use genl::Client;
use genl::check::{Aspect, BlindSpot, Difference, Exception, Report};
use genl::description::Family;
use serde_json::{Value, json};

use crate::failure::{Failure, tell};
use crate::output::Output;
use crate::style::{HEADING, Line, NOTE, PLAIN};
use crate::{families, kernel};
use genl::nlctrl::Nlctrl;

/// Compare descriptions with the running kernel
///
/// Compares a description with the answers of the running kernel: version, groups, operations, privileges, and the attributes that
/// operations accept. Known differences are printed with a reason. --blind-spots lists what the kernel does not report, and what
/// therefore cannot be checked.
///
/// Exits with status 1 if there is a difference that is not known.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  genl check
  genl check mptcp_pm --blind-spots
  genl check mptcp_pm --json | jq .[].differences")]
pub(crate) struct Check {
    /// The names of families [default: all that genl has a description of]
    #[arg(value_name = "FAMILY")]
    families: Vec<String>,

    /// List what the kernel does not report
    #[arg(long)]
    blind_spots: bool,
}

impl Check {
    pub(crate) fn run(&self, output: &mut Output) -> Result<(), Failure> {
        let mut client = Client::open()?;
        let mut reports = Vec::new();
        let mut differences = 0;
        for family in self.described()? {
            let report = match genl::check(family, &mut client) {
                Ok(report) => report,
                // Without arguments, skip families that this kernel does not have.
                Err(error) if self.families.is_empty() && error.is_not_found() => {
                    tell(error);
                    continue;
                }
                Err(error) => return Err(error.into()),
            };
            let (report, known) = split(report, families::known_differences(family));
            differences += report.differences().len();
            if output.json() {
                reports.push(as_json(&report, &known));
            } else {
                self.print(&report, &known, output)?;
            }
        }
        if output.json() {
            output.print_json(&reports)?;
        }
        match differences {
            0 => Ok(()),
            1 => Err(Failure::failed(
                "found 1 difference between the kernel and a description",
            )),
            count => Err(Failure::failed(format_args!(
                "found {count} differences between the kernel and descriptions"
            ))),
        }
    }

    fn described(&self) -> Result<Vec<&'static Family>, Failure> {
        if self.families.is_empty() {
            return Ok(families::DESCRIBED.to_vec());
        }
        let families = self.families.iter().map(|name| {
            if let Some(family) = families::find(name) {
                return Ok(family);
            }
            let family = kernel::family(&mut Nlctrl::connect()?, name)?;
            families::find(&family.family_name).ok_or_else(|| {
                Failure::failed(format_args!(
                    "genl has no description of `{name}`\nhelp: families with a description: {}; for your own family, call `genl::check`",
                    families::names()
                ))
            })
        });
        families.collect()
    }

    fn print(
        &self,
        report: &Report,
        known: &[Exception],
        output: &mut Output,
    ) -> Result<(), Failure> {
        let width = output.width();
        let text = report.to_string();
        for (index, line) in text.lines().enumerate() {
            let is_blind_spots = line.starts_with("not verified");
            if is_blind_spots {
                for known in known {
                    Line::new(2)
                        .with(NOTE, format!("known: {known}"))
                        .write(output, width)?;
                }
            }
            let words = line.trim_start();
            let style = if index == 0 { HEADING } else { PLAIN };
            let indent = line.len() - words.len();
            let line = Line::new(indent).with(style, words);
            if is_blind_spots && !self.blind_spots && !report.blind_spots().is_empty() {
                line.with(NOTE, " (--blind-spots lists them)")
                    .write(output, width)?;
                break;
            }
            line.write(output, width)?;
        }
        Ok(())
    }
}

/// Removes the known differences from a report, and returns those that were found. Other kernels may not have them.
fn split(report: Report, known: &[Exception]) -> (Report, Vec<Exception>) {
    let outdated = report.clone().except(known);
    let is_there = |it: &&Exception| !outdated.outdated().contains(it);
    let known: Vec<_> = known.iter().filter(is_there).copied().collect();
    (report.except(&known), known)
}

fn as_json(report: &Report, known: &[Exception]) -> Value {
    let known = known.iter().map(|it| {
        json!({ "operation": it.operation, "path": it.path, "kernel": it.kernel, "why": it.why })
    });
    json!({
        "family": report.family(),
        "differences": report.differences().iter().map(difference).collect::<Vec<_>>(),
        "known": known.collect::<Vec<_>>(),
        "blind_spots": report.blind_spots().iter().map(blind_spot).collect::<Vec<_>>(),
    })
}

fn difference(it: &Difference) -> Value {
    json!({
        "operation": it.operation,
        "path": it.path,
        "aspect": aspect(it.aspect),
        "kernel": it.kernel,
        "described": it.described,
    })
}

fn blind_spot(it: &BlindSpot) -> Value {
    json!({ "operation": it.operation, "path": it.path, "reason": it.reason.to_string() })
}

const fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Version => "version",
        Aspect::Header => "header",
        Aspect::Group => "group",
        Aspect::Operation => "operation",
        Aspect::Permission => "permission",
        Aspect::Policy => "policy",
        Aspect::Attribute => "attribute",
        Aspect::Type => "type",
        Aspect::Values => "values",
        Aspect::Bits => "bits",
        Aspect::Length => "length",
        _ => "other",
    }
}
