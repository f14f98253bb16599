use genl::AttributeSet;

struct Address;

#[derive(AttributeSet)]
enum Service {
    #[attr(1)]
    Af(u16),
    #[attr(2, with = Address, sibling = af)]
    Address([u8; 16]),
}

fn main() {}
