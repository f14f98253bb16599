//! Carries out an operation, and uses no description.

use genl::mptcp_pm::MptcpPm;

fn main() -> Result<(), genl::Error> {
    let limits = MptcpPm::connect()?.get_limits()?;
    println!("{}", limits.subflows);
    Ok(())
}
