//! Events and replies. The kernel does not report them: they come from descriptions.

use std::io::Write;

use genl::description::{AttributeSet, Event, Family};

use super::layout::{self, Labels};
use super::text;
use crate::failure::Failure;
use crate::nearest;
use crate::output::Output;
use crate::style::{HEADING, Line, NOTE, PLAIN, TITLE};

/// Returns the events with this name or number.
pub(super) fn called(description: Option<&'static Family>, name: &str) -> Vec<&'static Event> {
    let events = description.map_or(&[][..], |family| family.events);
    let is_called = |event: &&Event| {
        // A number that an operation has means the operation.
        nearest::is_same(event.name, name)
    };
    events.iter().filter(is_called).collect()
}

pub(super) fn overview(
    description: Option<&'static Family>,
    output: &mut Output,
) -> Result<(), Failure> {
    let events = description.map_or(&[][..], |family| family.events);
    if events.is_empty() {
        return Ok(());
    }
    writeln!(output)?;
    let width = output.width();
    Line::new(0).with(HEADING, "Events").write(output, width)?;
    events
        .iter()
        .try_for_each(|event| print(event, false, output))
}

/// Prints an event, in full or as one line.
pub(super) fn print(
    event: &'static Event,
    in_full: bool,
    output: &mut Output,
) -> Result<(), Failure> {
    let width = output.width();
    let groups: Vec<_> = event.groups().collect();
    let to = match &groups[..] {
        [] => "to one socket".to_owned(),
        groups => format!("to {}", groups.join(" and ")),
    };
    Line::new(0)
        .hang(8)
        .with(HEADING, format!("{:>5} ", event.command))
        .with(TITLE, event.name)
        .with(PLAIN, format!(" {to}"))
        .write(output, width)?;
    layout::doc(event.doc, 6, in_full, output)?;
    if in_full {
        set(event.attributes, 6, &mut Vec::new(), output)?;
    }
    Ok(())
}

/// Prints the attributes of a set, and those nested in them.
pub(super) fn set(
    set: &'static AttributeSet,
    indent: usize,
    around: &mut Vec<*const AttributeSet>,
    output: &mut Output,
) -> Result<(), Failure> {
    let width = output.width();
    let labels = Labels::of(set.attributes.iter().map(|it| (it.number, Some(it.name))));
    around.push(core::ptr::from_ref(set));
    for attribute in set.attributes {
        let nested = attribute.kind.nested();
        let is_around = nested.is_some_and(|it| around.contains(&core::ptr::from_ref(it)));
        let kind = text::kind(&attribute.kind, &attribute.checks);
        labels
            .line(indent, attribute.number, Some(attribute.name))
            .with(PLAIN, kind)
            .with(PLAIN, text::values(&attribute.kind, true))
            .with(NOTE, if is_around { " (as around it)" } else { "" })
            .write(output, width)?;
        layout::doc(attribute.doc, labels.column(indent), true, output)?;
        if let Some(nested) = nested.filter(|_| !is_around) {
            self::set(nested, indent + 4, around, output)?;
        }
    }
    around.pop();
    Ok(())
}
