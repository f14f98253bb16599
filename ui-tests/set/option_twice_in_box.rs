use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(5)]
    port: Option<u16>,
}

#[derive(AttributeSet)]
struct Peer {
    #[attr(1, nest)]
    addr: Box<Option<Address>>,
}

fn main() {}
