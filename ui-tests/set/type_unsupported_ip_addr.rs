use genl::AttributeSet;
use std::net::IpAddr;

#[derive(AttributeSet)]
struct Address {
    #[attr(3)]
    addr: IpAddr,
}

fn main() {}
