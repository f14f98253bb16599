use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(2)]
    id: u8,
}

#[derive(AttributeSet)]
struct Endpoint {
    #[attr(1, nest, max = 4)]
    address: Address,
}

fn main() {}
