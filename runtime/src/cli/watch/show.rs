//! Prints events.

use std::io::Write;

use genl::description::AttributeSet;
use genl::inspect::{Direction, Inspector, Tree};
use genl::nlctrl::FamilyReply;
use genl::wire::Message;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Unit};
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::output::Output;
use crate::style::{HEADING, Line, NAME, NOTE};
use crate::{families, kernel, nodes};

/// The format of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Line,
    Tree,
    Hex,
    Json,
}

impl Form {
    pub(super) fn new(tree: bool, hex: bool, output: &Output) -> Self {
        match (output.json(), hex, tree) {
            (true, ..) => Self::Json,
            (_, true, _) => Self::Hex,
            (_, _, true) => Self::Tree,
            _ => Self::Line,
        }
    }
}

/// Prints the events of a family.
pub(super) struct Show<'o> {
    family: String,
    form: Form,
    output: &'o mut Output,
    inspector: Inspector,
    /// The id under which the inspector knows the family.
    id: u16,
    zone: TimeZone,
    is_gone: bool,
    /// The length of the longest name of an event.
    longest: usize,
}

impl<'o> Show<'o> {
    pub(super) fn new(
        family: &FamilyReply,
        form: Form,
        output: &'o mut Output,
    ) -> Result<Self, Failure> {
        let events = families::find(&family.family_name).map_or(&[][..], |it| it.events);
        let names = events.iter().map(|event| event.name.len());
        Ok(Self {
            longest: names.max().unwrap_or("command 10".len()),
            family: family.family_name.clone(),
            form,
            output,
            inspector: kernel::inspector()?,
            id: family.family_id,
            zone: TimeZone::system(),
            is_gone: false,
        })
    }

    pub(super) fn event(&mut self, message: &Message<'_>) -> Result<(), Failure> {
        let id = message.header.kind.number();
        if id != self.id {
            // The family was registered again.
            self.inspector = kernel::inspector()?;
            self.id = id;
        }
        if core::mem::take(&mut self.is_gone) {
            self.note("back", "the family is registered again")?;
        }
        let tree = self
            .inspector
            .inspect(message.as_bytes(), Direction::FromKernel);
        let time = Timestamp::now();
        match self.form {
            Form::Json => {
                let value = self.as_json(&tree, time);
                self.json_line(&value)
            }
            Form::Line => Ok(self.line(&tree, time)?),
            Form::Tree | Form::Hex => {
                let options = self.output.options();
                let options = if self.form == Form::Hex {
                    options.with_hex()
                } else {
                    options
                };
                let time = self.clock(time);
                writeln!(self.output, "{NOTE}{time}{NOTE:#}")?;
                Ok(tree.print(self.output, &options)?)
            }
        }
    }

    fn line(&mut self, tree: &Tree<'_>, time: Timestamp) -> std::io::Result<()> {
        let width = self.output.columns().unwrap_or(usize::MAX);
        let time = self.clock(time);
        for message in &tree.messages {
            let hang = time.len() + 1;
            let mut line = Line::new(0).hang(hang).with(NOTE, format!("{time} "));
            let Some(generic) = message.generic() else {
                let bytes = nodes::hex(tree.bytes_of(&message.range));
                line.with(NAME, bytes).write(self.output, width)?;
                continue;
            };
            let name = match generic.name {
                Some(name) => name.to_owned(),
                None => format!("command {}", generic.header.command),
            };
            let gap = " ".repeat(self.longest.saturating_sub(name.len()) + 1);
            line = line.with(HEADING, name).with(NOTE, gap);
            if let Some(header) = &generic.fixed_header {
                line = nodes::append(line, std::slice::from_ref(header)).with(NOTE, " ");
            }
            line = nodes::append(line, &generic.attributes);
            if !generic.rest.is_empty() {
                line = line.with(NAME, nodes::hex(generic.rest));
            }
            line.write(self.output, width)?;
        }
        Ok(())
    }

    fn as_json(&self, tree: &Tree<'_>, time: Timestamp) -> Value {
        let mut value = json!({ "time": time.to_string(), "family": self.family });
        let (Some(map), Some(message)) = (value.as_object_mut(), tree.messages.first()) else {
            return value;
        };
        let Some(generic) = message.generic() else {
            return value;
        };
        map.insert("command".to_owned(), generic.header.command.into());
        if let Some(name) = generic.name {
            map.insert("event".to_owned(), name.into());
        }
        if let Some(header) = &generic.fixed_header {
            let bytes = tree.bytes_of(&header.range);
            map.insert("header".to_owned(), nodes::hex(bytes).into());
        }
        let set = self.set(generic.header.command);
        map.insert(
            "attributes".to_owned(),
            nodes::json(&generic.attributes, set),
        );
        if !generic.rest.is_empty() {
            map.insert("rest".to_owned(), nodes::hex(generic.rest).into());
        }
        value
    }

    /// Returns the attributes of an event.
    fn set(&self, command: u8) -> Option<&'static AttributeSet> {
        let mut events = families::find(&self.family)?.events.iter();
        let event = events.find(|event| event.command == command)?;
        Some(event.attributes)
    }

    /// Reports that the kernel has unregistered the family.
    pub(super) fn gone(&mut self) -> Result<(), Failure> {
        self.is_gone = true;
        self.note(
            "gone",
            "the kernel has unregistered the family; events resume when it is registered again",
        )
    }

    /// Prints a note between events.
    pub(super) fn note(&mut self, what: &str, text: &str) -> Result<(), Failure> {
        let time = Timestamp::now();
        if self.form == Form::Json {
            let value = json!({
                "time": time.to_string(), "family": self.family, what: true, "text": text
            });
            return self.json_line(&value);
        }
        let width = self.output.columns().unwrap_or(usize::MAX);
        let line = Line::new(0).with(NOTE, format!("{} ", self.clock(time)));
        Ok(line
            .with(HEADING, format!("-- {text} --"))
            .write(self.output, width)?)
    }

    fn json_line(&mut self, value: &Value) -> Result<(), Failure> {
        let text = serde_json::to_string(value).map_err(Failure::failed)?;
        Ok(writeln!(self.output, "{text}")?)
    }

    fn clock(&self, time: Timestamp) -> String {
        let time = time.round(Unit::Millisecond).unwrap_or(time);
        let time = time.to_zoned(self.zone.clone());
        time.strftime("%H:%M:%S%.3f").to_string()
    }
}
