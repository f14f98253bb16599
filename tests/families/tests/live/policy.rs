//! Compares the running kernel with a description.

use std::error::Error;

use genl::Client;
use genl::check::Exception;
use genl::description::Family;

pub(crate) type Outcome = Result<(), Box<dyn Error>>;

/// Fails unless the kernel matches the description, apart from these exceptions. Each exception must occur.
pub(crate) fn agrees(family: &Family, known: &[Exception]) -> Outcome {
    let report = genl::check(family, &mut Client::open()?)?;
    println!("{}", report.except(known).agree()?);
    Ok(())
}
