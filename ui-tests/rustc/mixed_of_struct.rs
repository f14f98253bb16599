use genl::AttributeSet;

#[derive(AttributeSet)]
struct Address {
    #[attr(2)]
    id: u8,
}

#[derive(AttributeSet)]
struct Table {
    #[attr(1, nest)]
    addresses: Vec<Address>,
}

fn main() {}
