use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(3, big_endian)]
    addr4: std::net::Ipv4Addr,
}

fn main() {}
