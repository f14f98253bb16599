use genl::AttributeSet;

struct Address {
    id: u8,
}

#[derive(AttributeSet)]
struct Endpoint {
    #[attr(1, nest)]
    address: Option<Address>,
}

fn main() {}
