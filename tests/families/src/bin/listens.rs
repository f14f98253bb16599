//! Receives events, and uses no description.

use genl::mptcp_pm::MptcpPm;

fn main() -> Result<(), genl::Error> {
    for event in MptcpPm::listen(&[MptcpPm::EVENTS])? {
        println!("{:?}", event?);
    }
    Ok(())
}
