//! `genl call`.

mod answers;
mod encode;
pub(crate) mod hex;
mod keys;
mod lists;
mod progress;
mod structs;
#[cfg(test)]
mod tests;
mod value;

use std::fs;
use std::io::{self, Read};
use std::time::Duration;

use clap::{Args, ValueHint};
use genl::description::{Family, Operation, Struct};
use genl::{AttributeWriter, Client};
use serde_json::{Map, Value};

use crate::failure::Failure;
use crate::output::Output;
use crate::{families, kernel, nearest};
use answers::Printer;
use encode::{Encoded, Fault};
use genl::nlctrl::Nlctrl;

/// Call an operation of a family, and print the reply
///
/// Write the attributes of the request as KEY=VALUE, and separate the names of nested attributes with dots. `genl show FAMILY
/// OPERATION` lists the keys. Write values as they are printed: an enumeration by name or number, flags by name and separated by
/// commas, an integer in decimal or as 0x1f, bytes as 0x0102 or 01:02. Write a key without a value to set a flag. Repeat a key for a
/// list, or number its elements: key[0], key[1]. Write the number of an attribute if the description has no name for it.
///
/// The reply is printed as lines. With --json it is an object, for a dump an array of objects, and null if the kernel only
/// acknowledges the request.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  genl call mptcp_pm get-limits
  genl call mptcp_pm add-addr addr.family=inet addr.addr4=10.0.0.2 \\
      addr.flags=signal,subflow
  genl call mptcp_pm dump-addrs --json
  genl call nlctrl get-family family-name=ethtool
  echo '{\"subflows\": 4}' | genl call mptcp_pm set-limits --input -")]
pub(crate) struct Call {
    /// The name of the family
    family: String,

    /// The name of the operation
    operation: String,

    /// The attributes of the request
    #[arg(value_name = "KEY=VALUE")]
    keys: Vec<String>,

    /// Read the request as JSON from a file, or from standard input if FILE is `-`; KEY=VALUE arguments override it
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    input: Option<String>,

    /// The time to wait for each reply
    #[arg(long, value_name = "SECONDS", default_value_t = 5.0)]
    timeout: f64,
}

impl Call {
    pub(crate) fn run(&self, output: &mut Output) -> Result<(), Failure> {
        let family = self.described()?;
        let operation = self.find(family)?;
        let request = self.request()?;
        let set = operation.request;
        let fault = |fault: Fault| Failure::usage(format_args!("{}: {fault}", self.place()));
        let header = header(set.header, &request).map_err(fault)?;
        let attributes = encode::set(set, &Value::Object(request), "").map_err(fault)?;
        let timeout = Duration::try_from_secs_f64(self.timeout).map_err(Failure::usage)?;
        let mut client = Client::open()?;
        client.set_receive_timeout(Some(timeout))?;
        let write = |out: &mut AttributeWriter<'_>| write(&header, &attributes, out);
        let mut answers = client.ask(family.family(), operation, write)?;
        let mut printer = Printer::new(operation, output);
        let mut result = Ok(());
        while let Some(answer) = answers.next() {
            match answer {
                Ok(message) => printer.print(&message)?,
                // Only the first of several warnings.
                Err(error) if result.is_ok() => result = Err(Failure::from(error)),
                Err(_) => {}
            }
        }
        printer.finish(result.is_ok())?;
        if let Some(warning) = client.warning() {
            let text = warning.to_string();
            if !text.is_empty() {
                crate::failure::tell(format_args!("{}: warning: {text}", self.place()));
            }
        }
        result
    }

    fn place(&self) -> String {
        format!("{} {}", self.family, self.operation)
    }

    /// Returns the description of the family.
    fn described(&self) -> Result<&'static Family, Failure> {
        if let Some(family) = families::find(&self.family) {
            return Ok(family);
        }
        // A family that the kernel does not have is another mistake.
        let family = kernel::family(&mut Nlctrl::connect()?, &self.family)?;
        if let Some(family) = families::find(&family.family_name) {
            return Ok(family);
        }
        Err(Failure::failed(format_args!(
            "genl has no description of `{}`, so it cannot encode its attributes\nhelp: `genl import` writes a description from \
             YAML, for a program of your own; families with a description: {}",
            family.family_name,
            families::names()
        )))
    }

    fn find(&self, family: &'static Family) -> Result<&'static Operation, Failure> {
        let mut operations = family.operations.iter();
        let found = operations.find(|it| nearest::is_same(it.name, &self.operation));
        found.ok_or_else(|| {
            let names = family.operations.iter().map(|it| it.name);
            let help = nearest::help("operation", &self.operation, names);
            Failure::usage(format_args!(
                "{} has no operation `{}`{help}",
                family.name, self.operation
            ))
        })
    }

    /// Returns the request as a tree.
    fn request(&self) -> Result<Map<String, Value>, Failure> {
        let mut request = match self.input.as_deref() {
            None => Map::new(),
            Some(name) => input(name)?,
        };
        keys::merge(
            &mut request,
            keys::parse(&self.keys).map_err(Failure::usage)?,
        );
        Ok(request)
    }
}

fn input(name: &str) -> Result<Map<String, Value>, Failure> {
    let text = if name == "-" {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        fs::read_to_string(name)
    };
    let text =
        text.map_err(|error| Failure::failed(format_args!("cannot read {name}: {error}")))?;
    let wrong = |why: &dyn std::fmt::Display| {
        Failure::failed(format_args!("{name}: invalid request: {why}"))
    };
    match serde_json::from_str(&text) {
        Ok(Value::Object(map)) => Ok(map),
        Ok(_) => Err(wrong(&"expected an object, as in {\"addr\": {\"id\": 1}}")),
        Err(error) => Err(wrong(&error)),
    }
}

/// Returns the bytes of the fixed header, which are zeros by default.
fn header(layout: Option<&'static Struct>, request: &Map<String, Value>) -> Result<Vec<u8>, Fault> {
    let Some(layout) = layout else {
        return Ok(Vec::new());
    };
    match request.get(encode::HEADER) {
        Some(given) => structs::bytes(layout, None, given, encode::HEADER),
        None => Ok(vec![0; layout.size]),
    }
}

fn write(header: &[u8], attributes: &[Encoded], out: &mut AttributeWriter<'_>) {
    if !header.is_empty() {
        out.header(header);
    }
    encode::write(attributes, out);
}
