use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(3, min = 1)]
    addr4: std::net::Ipv4Addr,
}

fn main() {}
