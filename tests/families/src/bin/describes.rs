//! Prints a description.

use genl::mptcp_pm::MptcpPm;

fn main() {
    println!("{:#?}", MptcpPm::DESCRIPTION);
}
